import { parsePeriod } from "../../model/period.ts";
import { isSetAgainst } from "./assign-periods.ts";
import type { Carried } from "./carry-over.ts";
import type { Mention } from "./find-mentions.ts";
import type { ReadSentence } from "./read-sentence.ts";
import type { Reading } from "./reading.ts";

/** What a paragraph has said so far, for the sentences that carry on from it. */
export type Memory = {
  /** What the last sentence that named anything spoke of, newest last. */
  carried: Carried[];
  /** What the heading above the paragraph names, for a sentence that opens with "Performance". */
  headed: () => readonly Carried[];
  /** The last time that was named, for figures of `family`, or of any when it is "". */
  period: string | null;
  family: string;
  /** The words themselves, the last 600 characters. */
  around: string;
  /** The last sentence, when it held no figure and was not read for its names; "" otherwise. */
  unread: string;
};

export const forget = (): Memory => ({ carried: [], headed: () => [], period: null, family: "", around: "", unread: "" });

/** "health" of "health.dental_checks": figures of one family share the time that a paragraph names. */
export const familyOf = (reading: Reading): string => reading.indicator.id.split(".")[0] ?? "";

/** Keeps what a sentence leaves to the next. `own` has the time each figure names itself, null where it names none. */
export function remember(
  readings: readonly Reading[],
  mentions: readonly Mention[],
  sentence: ReadSentence,
  subjects: readonly string[],
  own: readonly (string | null)[],
  memory: Memory,
): void {
  const local = readings.filter((r) => subjects[r.figure] === "local");
  if (readings.length > 0) {
    memory.carried = (local.length > 0 ? local : readings).map(({ figure, indicator, unit, phrases, breakdown }) => ({
      indicator,
      unit: sentence.figures[figure]?.form === "quantifier" ? indicator.unit : unit,
      phrases,
      breakdown,
      stated: true,
    }));
  } else if (mentions.length > 0) {
    // Named without a figure: "The council uses the questionnaire. Completion rates stand at 52%."
    memory.carried = topics(mentions);
  }
  // "This is an increase from 285 at 31 March 2016" looks back; what follows is again of the paragraph's time.
  // Nor does "16.1, compared with 19 in 2014", or "from 13% in 2014/15 to 9%".
  // Nor does a target for 2010 or a national figure of 2014 beside the authority's own.
  const about = local.length > 0 ? local : readings;
  const dated = about.filter(
    (r) => own[r.figure] && r.ground !== "carry" && !carriedHost(r, readings) && !leadsToPresent(r, readings, own, subjects),
  );
  const last = latest(dated, own);
  if (last) [memory.period, memory.family] = [own[last.figure] ?? null, familyOf(last)];
  else if (readings.length === 0) {
    // A sentence that sets the scene ("In the 12 months to November, performance fell") dates what follows.
    const opensList = /:\s*$/.test(sentence.text) ? sentence.periods.findLast((p) => p.start < 8) : undefined;
    // "In the last 12 months:" dates the list below it.
    const named =
      opensList ??
      (sentence.figures.length === 0 && aboutData.test(sentence.lower)
        ? sentence.periods.findLast((p) => p.period !== "" && !p.relative && !isSetAgainst(sentence, p))
        : undefined);
    if (named) [memory.period, memory.family] = [named.period, ""];
  }
}

/** Indicators that a sentence names without stating a figure. */
export const topics = (mentions: readonly Mention[]): Carried[] =>
  mentions.map(({ phrases }) => ({ indicator: phrases.indicator, unit: phrases.indicator.unit, phrases, breakdown: "", stated: false }));

/** The reading of the latest time: "rose from 65% in 2014 to 70% in 2015" leaves 2015 to what follows. */
function latest(dated: readonly Reading[], own: readonly (string | null)[]): Reading | undefined {
  const end = (reading: Reading): string => parsePeriod(own[reading.figure] ?? "")?.end ?? "9999";
  return dated.reduce<Reading | undefined>(
    (best, reading) => (best === undefined || end(reading) >= end(best) ? reading : best),
    undefined,
  );
}

/** A dated figure that stands beside one of the same thing without a date: that one is of the present, and what follows too. */
const leadsToPresent = (
  reading: Reading,
  readings: readonly Reading[],
  own: readonly (string | null)[],
  subjects: readonly string[],
): boolean => {
  if (reading.ground === "chain" && own[reading.host] === null) return true;
  return readings.some(
    (other) =>
      other.ground === "chain" &&
      other.host === reading.figure &&
      own[other.figure] === null &&
      subjects[other.figure] === subjects[reading.figure],
  );
};

const aboutData =
  /\b(?:performance|activity|data|figures?|rates?|outcomes?|indicators?|statistics|months|assessments?|checks?|timeliness)\b/;
const carriedHost = (reading: Reading, readings: readonly Reading[]): boolean =>
  readings.some((r) => r.figure === reading.host && r.ground === "carry");
