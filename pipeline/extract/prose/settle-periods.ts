import { formatReportingYear, reportingYearOf } from "../grammar/calendar.ts";
import { isBracketed } from "./match-near.ts";
import { familyOf, type Memory } from "./memory.ts";
import type { ReadSentence } from "./read-sentence.ts";
import type { Reading } from "./reading.ts";

/**
 * The time of every figure. One without a time of its own has its host's, then the paragraph's last one,
 * then the document's present. `own` and `subjects` go by figure.
 */
export function settlePeriods(
  sentence: ReadSentence,
  readings: readonly Reading[],
  own: readonly (string | null)[],
  subjects: readonly string[],
  memory: Memory,
  present: string,
): string[] {
  const host = new Map(readings.map((r) => [r.figure, r.host]));
  const grounds = new Map(readings.map((r) => [r.figure, r.ground]));
  const family = new Map(readings.map((r) => [r.figure, familyOf(r)]));
  const settle = (figure: number, depth: number): string => {
    const period = own[figure];
    const lean = host.get(figure) ?? -1;
    if (period !== null && period !== undefined)
      return period === "at inspection"
        ? present
        : subjects[figure] === "target" && period === own[lean < 0 ? (localBefore(readings, figure, subjects) ?? -1) : lean]
          ? forTheYear(period)
          : period;
    // A comparator is of the host's time; an earlier or later value of the same thing is not.
    const changed = grounds.get(figure) === "chain" && subjects[figure] === subjects[lean];
    if (lean >= 0 && depth < 8 && !changed)
      return subjects[figure] === "target" ? forTheYear(settle(lean, depth + 1)) : settle(lean, depth + 1);
    if (isFormer(sentence, figure)) return sinceWhen(sentence, figure);
    const beside =
      subjects[figure] === "local" ? countBefore(sentence, readings, figure, subjects) : localBefore(readings, figure, subjects);
    if (beside !== undefined && depth < 8) return settle(beside, depth + 1);
    // What a report says of its own time is of its authority, not of England.
    if (subjects[figure] === "england" && present !== "at inspection") return "";
    const carries = memory.family === "" || memory.family === family.get(figure);
    const kept = carries ? memory.period : null;
    return kept === null || kept === "at inspection" ? present : kept;
  };
  return sentence.figures.map((_f, index) => settle(index, 0));
}

/** A target beside the figure of a quarter or of some months is for the reporting year that they lie in. */
function forTheYear(period: string): string {
  const quarter = /^(\d{4}\/\d{2}) Q[1-4]$/.exec(period)?.[1];
  const [from, to] = /^\d{4}-\d{2}\.\.\d{4}-\d{2}$/.test(period) ? period.split("..") : [];
  return quarter ?? (from && to && reportingYearOf(from) === reportingYearOf(to) ? formatReportingYear(reportingYearOf(from)) : period);
}

/** The count that a rate per 10,000 in the same sentence goes with; "9 more than at the end of June (363)" is of another time. */
function countBefore(
  sentence: ReadSentence,
  readings: readonly Reading[],
  figure: number,
  subjects: readonly string[],
): number | undefined {
  const mine = readings.find((r) => r.figure === figure);
  if (mine?.unit !== "rate_per_10k") return undefined;
  return readings
    .filter(
      (r) =>
        r.figure < figure &&
        familyOf(r) === familyOf(mine) &&
        r.unit === "count" &&
        subjects[r.figure] === "local" &&
        !isBracketed(sentence.lower, sentence.figures[r.figure]!),
    )
    .at(-1)?.figure;
}

/** The authority's own figure that a comparator with a name of its own stands against. */
function localBefore(readings: readonly Reading[], figure: number, subjects: readonly string[]): number | undefined {
  const mine = readings.find((r) => r.figure === figure);
  return readings.filter((r) => r.figure < figure && r.indicator === mine?.indicator && subjects[r.figure] === "local").at(-1)?.figure;
}

/** "reduced from 18 months to six weeks since the system changed in 2008": the former value is of 2008. "" where nothing says since when. */
function sinceWhen({ figures, lower, periods }: ReadSentence, figure: number): string {
  const to = figures[figure + 1];
  const when =
    to && periods.find((p) => p.start >= to.end && !p.relative && /^[^.;,]{0,100}\bsince\b[^.;,]*$/.test(lower.slice(to.end, p.end)));
  return when && !figures.some((f) => f.start >= to.end && f.end <= when.start) ? when.period : "";
}

/** "fell from 25% to 14%", "16, up from 12": what it came from is of a time that is not told. */
function isFormer(sentence: ReadSentence, figure: number): boolean {
  if (
    /\b(?:up|down|rise|risen|rose|increased?|fallen|fell|fall|decreased?|reduced|reduction|improved|improvement|dropped|drop) from (?:only |just )?$/.test(
      sentence.lower.slice(0, sentence.figures[figure]!.markStart),
    )
  )
    return true;
  const [here, next] = [sentence.figures[figure]!, sentence.figures[figure + 1]];
  return (
    next !== undefined &&
    /\bfrom (?:an? (?:\w+ ){0,2}(?:of )?)?$/.test(sentence.lower.slice(0, here.markStart)) &&
    /\bto (?:\w+ ){0,3}$/.test(sentence.lower.slice(here.end, next.markStart))
  );
}
