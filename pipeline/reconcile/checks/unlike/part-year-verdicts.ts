import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { findingRow } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { allowsForRest, isStock, missed, partYear, until, wholeYear } from "../../vocabulary/part-years.ts";

const target = /\b(?:targets?|goal|aim(?:s|ed|ing)?|ambition|commitment|promised?|pledged?)\b/iu;

/** Two to ten months, such as April to September. */
function isPart(period: string): boolean {
  const [from, to] = period.split("..").map((month) => /^(\d{4})-(\d{2})$/.exec(month));
  if (!from || !to) return false;
  const months = 12 * (Number(to[1]) - Number(from[1])) + Number(to[2]) - Number(from[2]) + 1;
  return months > 1 && months < 11;
}
const isWhole = (text: string): boolean => wholeYear.test(text) || /^\d{4}\/\d{2}$/.test(parsePeriodText(text) ?? "");
const tellsPart = (text: string, periods: readonly string[]): boolean => partYear.test(text) || periods.some(isPart);
function saysPart(sentence: Sentence): boolean {
  const text = sentence.text.replace(/\btarget\b[^.;]*/iu, "");
  return (
    tellsPart(
      text,
      sentence.periods.map(({ period }) => period),
    ) ||
    (until.test(text) && !isStock.test(text))
  );
}
const lastYear = /\b(?:last|previous|prior|preceding) year\b/iu;
const ofWholeYear = (sentence: Sentence): boolean =>
  sentence.periods.some(({ period, relative }) => !relative && /^\d{4}(?:\/\d{2})?$/.test(period));

/** The lines at the head of a report, or its row "Period covered", say that all of it is of part of a year. */
const isPartReport = (reading: Reading): boolean =>
  reading.source.blocks
    .slice(0, 6)
    .some((block) => block.table === null && block.text.length < 120 && tellsPart(block.text, [parsePeriodText(block.text) ?? ""])) ||
  reading.source.blocks.some((block) =>
    block.table?.rows.some(
      ({ cells }) =>
        /^(?:reporting |the )?period\b/iu.test(cells[0] ?? "") && tellsPart(cells[1] ?? "", [parsePeriodText(cells[1] ?? "") ?? ""]),
    ),
  );

const isCount = (figure: TextFigure): boolean =>
  figure.measure === "number" &&
  figure.decimals === 0 &&
  figure.form !== "fraction" &&
  figure.valueHigh === null &&
  figure.denominator === null;

/** Numbers that a sentence or a row "Target" says are to be reached in a whole year. */
function yearlyTargets(reading: Reading): Set<number> {
  const told = reading.sentences
    .filter(
      ({ text, periods }) =>
        target.test(text) && (wholeYear.test(text) || periods.some(({ period, relative }) => !relative && /^\d{4}\/\d{2}$/.test(period))),
    )
    .flatMap((sentence) =>
      sentence.figures
        .filter(isCount)
        .filter((figure) => target.test(sentence.text.slice(Math.max(0, figure.start - 60), figure.end + 30)))
        .map(({ value }) => value),
    );
  const listed = reading.source.blocks
    .flatMap((block) => block.table?.rows ?? [])
    .filter(({ cells }) => /^(?:annual )?target\b/iu.test(cells[0] ?? "") && isWhole(cells.slice(0, 2).join(" ")))
    .flatMap(({ cells }) => /^(\d+)(?![\d.%]| ?per ?cent)/u.exec(cells[1] ?? "")?.[1] ?? [])
    .map(Number);
  return new Set([...told, ...listed]);
}

/** "At 11 of 24 the service has missed its target": what was reached in part of a year, judged by the number for all of it. */
function report(
  reading: Reading,
  passage: readonly Sentence[],
  sentence: Sentence,
  targets: ReadonlySet<number>,
  partReport: boolean,
): Finding[] {
  const near = passage.slice(Math.max(0, sentence.number - 2), sentence.number + 1);
  if (
    !near.some(({ text }) => target.test(text)) ||
    near.concat(passage[sentence.number + 1] ?? []).some(({ text }) => allowsForRest.test(text)) ||
    saysNotAlike(reading, sentence.block)
  )
    return [];
  if (lastYear.test(sentence.text)) return [];
  const shares = sentence.figures.filter(
    (figure) => figure.denominator !== null && figure.form !== "fraction" && targets.has(figure.denominator),
  );
  const counts = near.flatMap((each) => each.figures.filter(isCount).map((figure) => ({ each, figure })));
  const goal = shares[0]?.denominator ?? counts.find(({ figure }) => targets.has(figure.value))?.figure.value;
  if (goal === undefined) return [];
  // "Missed the target by 13": how far it was missed by is not what was reached.
  const candidates = counts.filter(
    ({ each, figure }) =>
      figure.value < goal &&
      !/\b(?:by|short(?:fall)? of)\s$/iu.test(each.text.slice(0, figure.start)) &&
      !/^ (?:\w+ )?(?:short|below|behind|under|fewer)\b/iu.test(each.text.slice(figure.end)),
  );
  const inPart = (each: Sentence): boolean => saysPart(each) || (partReport && !ofWholeYear(each));
  const found = candidates.find(({ each }) => inPart(each));
  // A count of its own in the sentence that judges is the one it judges.
  if (shares.length === 0 && candidates.some(({ each, figure }) => each === sentence && figure.value !== found?.figure.value)) return [];
  const reached = shares[0]?.numerator ?? found?.figure.value;
  if (reached === undefined || reached >= goal || !(shares.length > 0 ? near : [found?.each ?? sentence]).some(inPart)) return [];
  return [partYearFinding(reading, String(reached), String(goal), near.map(({ text }) => text).join(" "), sentence.place)];
}

const partYearFinding = (reading: Reading, reached: string, goal: string, quote: string, place: string): Finding =>
  findingRow(reading, {
    kind: "period",
    severity: "warning",
    stated: `${reached}; target ${goal}`,
    quote,
    place,
    heading: `${reached} in part of a year judged against ${goal} for all of it`,
    message: `${reached} covers part of a year, the target of ${goal} all of it: nobody can say yet that the target is missed.`,
  });

/** Columns "April to September", "Target 2024/25" and "Not met". */
function inTable(reading: Reading, grid: Grid): Finding[] {
  const [made, goal] = [
    grid.columns.findIndex((name, at) => at > 0 && !target.test(name) && tellsPart(name, [parsePeriodText(name) ?? ""])),
    grid.columns.findIndex((name, at) => at > 0 && target.test(name) && isWhole(name) && !partYear.test(name) && !until.test(name)),
  ];
  if (
    made < 0 ||
    goal < 0 ||
    saysNotAlike(reading, grid.block) ||
    reading.sentences.some(({ text, block }) => Math.abs(block.index - grid.block.index) <= 2 && allowsForRest.test(text))
  )
    return [];
  return grid.rows.flatMap((row) => {
    const [reached, aim] = [row.cells[made], row.cells[goal]];
    if (
      reached?.value == null ||
      aim?.value == null ||
      reached.unit !== "count" ||
      aim.unit !== "count" ||
      reached.value >= aim.value ||
      reached.decimals + aim.decimals > 0
    )
      return [];
    // An average or a rate is as high after half a year as after all of it, and so is a number on one day.
    if (/%|per ?cent|\brate\b|average|mean\b|median|days|weeks|score|caseload|per \d|at \d|in place/iu.test(row.label)) return [];
    return row.cells.some(({ text }) => /^(?:target )?(?:not met|missed|failed|not achieved)\b/iu.test(text))
      ? [partYearFinding(reading, reached.text, aim.text, row.raw, placeOfRow(grid, row, grid.columns[goal]))]
      : [];
  });
}

export const partYearVerdicts = perDocument("period", "A target for a whole year called missed after part of it", (reading) => {
  const judged = reading.passages.flatMap((passage) =>
    passage.filter(({ text }) => missed.test(text)).map((sentence) => ({ passage, sentence })),
  );
  const tables = reading.grids.flatMap((grid) => inTable(reading, grid));
  if (judged.length === 0) return tables;
  const [targets, partReport] = [yearlyTargets(reading), isPartReport(reading)];
  return [...judged.flatMap(({ passage, sentence }) => report(reading, passage, sentence, targets, partReport)), ...tables];
});
