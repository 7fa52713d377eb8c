import type { Finding } from "../../../model/finding.ts";
import { findingRow } from "../../finding-row.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { isHeld, isPartReport, isWhole, tellsPart } from "../../reading/part-years.ts";
import type { Reading } from "../../reading/reading.ts";
import { allowsForRest, missedCell, partYear, until } from "../../vocabulary/part-years.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** An amount of part of a year, judged by that for all of it. */
export const partYearFinding = (reading: Reading, reached: string, goal: string, quote: string, place: string): Finding =>
  findingRow(reading, {
    kind: "period",
    severity: "warning",
    stated: `${reached}; target ${goal}`,
    quote,
    place,
    heading: `${reached} in part of a year judged against ${goal} for all of it`,
    message: `${reached} covers part of a year, the target of ${goal} all of it: nobody can say yet that the target is missed.`,
  });

/** What a sentence near a table has to speak of for its "will" and "may" to be of the rest of the year. */
const ofTheRest = wordings`targets?|goals?|years?|half|months?|quarters?|track|profile|pro[- ]rata|(?:be )?(?:met|reached|achieved)|march|expected`;

/** "Both measures are below target", "Neither target has been met": what a sentence right behind a table says of all its rows. */
const allShort = pattern`
  ^(?:both|all|each|every one|these|they|(?:all|each|both) of (?:the|these)|the (?:two|three|four|five))\b[^.;,:]{0,40}\b(?:below|behind|short of|under|off|missed|missing|not met|
  not (?:been )?(?:met|reached|achieved))\b[^.;,:]{0,15}\b(?:targets?|goals?|plan|track)?|
  ^(?:neither|none)\b[^.;,:]{0,40}\b(?:met|meets|reached|achieved|hit|on (?:target|track|course))\b`;
const ofGoals = wordings`targets?|goals?|plan|track|course`;
const verdictOn = (reading: Reading, grid: Grid): string | null =>
  reading.sentences.find(
    ({ text, block, number, figures }) =>
      block.index === grid.block.index + 1 &&
      number === 0 &&
      figures.every(({ form }) => form === "word") &&
      allShort.test(text) &&
      ofGoals.test(text),
  )?.text ?? null;

const ofResult = /^(?:results?|actuals?|achieved|outturn|performance|position|number|made|done|completed)\b|\b(?:so far|to date)\b/iu;
const soFar = /\b(?:so far|(?<!up )to date)\b/iu;
/** The column of what part of a year brought: by its heading, or by the head of the report or table where it heads the results. */
function columnMade(reading: Reading, { columns, caption }: Grid): number {
  const told = columns.findIndex((name, at) => at > 0 && !isHeld.test(name) && tellsPart(name));
  if (told >= 0) return told;
  const isPart = tellsPart(caption) || isPartReport(reading);
  const results = columns.flatMap((name, at) =>
    at > 0 && !isHeld.test(name) && !isWhole(name) && (isPart ? ofResult : soFar).test(name) ? [at] : [],
  );
  return results.length === 1 ? (results[0] ?? -1) : -1;
}

/** Columns "April to September", "Target 2024/25" and "Not met". */
export function partYearsInTable(reading: Reading, grid: Grid): Finding[] {
  const [made, goal] = [
    columnMade(reading, grid),
    grid.columns.findIndex((name, at) => at > 0 && isHeld.test(name) && isWhole(name) && !partYear.test(name) && !until.test(name)),
  ];
  if (
    made < 0 ||
    goal < 0 ||
    saysNotAlike(reading, grid.block) ||
    reading.sentences.some(
      ({ text, block }) => Math.abs(block.index - grid.block.index) <= 2 && allowsForRest.test(text) && ofTheRest.test(text),
    )
  )
    return [];
  return grid.rows.flatMap((row) => {
    const [reached, aim] = [row.cells[made], row.cells[goal]];
    if (
      reached?.value == null ||
      aim?.value == null ||
      reached.unit !== aim.unit ||
      reached.unit === "percent" ||
      reached.value >= aim.value ||
      reached.decimals + aim.decimals > 0
    )
      return [];
    // An average or a rate is as high after half a year as after all of it, and so is a number on one day.
    if (/%|per ?cent|\brate\b|average|mean\b|median|days|weeks|score|caseload|per \d|at \d|in place/iu.test(row.label)) return [];
    const verdict = row.cells.some(({ text }) => missedCell.test(text)) ? "" : verdictOn(reading, grid);
    return verdict === null
      ? []
      : [
          partYearFinding(
            reading,
            reached.text,
            aim.text,
            verdict === "" ? row.raw : `${row.raw} / ${verdict}`,
            placeOfRow(grid, row, grid.columns[goal]),
          ),
        ];
  });
}
