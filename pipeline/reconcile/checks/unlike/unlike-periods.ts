import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perTable } from "../../check.ts";
import { comparator } from "../../vocabulary/comparison-words.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { isNear, type Reading } from "../../reading/reading.ts";
import { isGoal } from "../../vocabulary/headings.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

const reportingYear = /^\d{4}\/\d{2}$/;

/** A figure of a table by its heading, or by its row and the cell that tells the year of that. */
type Dated = { name: string; year: string; place: string; raw: string };

const yearOf = (text: string): string[] => {
  const period = parsePeriodText(text);
  return period !== null && reportingYear.test(period) ? [period] : [];
};

/** Columns with a year in their heading. */
const columnsIn = (grid: Grid): Dated[] =>
  grid.columns
    .slice(1)
    .flatMap((name) =>
      yearOf(name).map((year) => ({ name, year, place: placeOfRow(grid, null, name), raw: grid.block.table?.rows[0]?.raw ?? name })),
    );

const ofTime = wordings`periods?|years?|dates?|when|time|covers?|ending|ended`;
/** Rows with a year in their label, or in a column that is headed "Period". */
function rowsIn(grid: Grid): Dated[] {
  const times = grid.columns.flatMap((name, at) => (at > 0 && ofTime.test(name) && grid.rows.every(({ cells }) => cells[at]) ? [at] : []));
  const [at] = times;
  return grid.rows.flatMap((row) =>
    [...yearOf(row.label), ...(at === undefined || times.length > 1 ? [] : yearOf(row.cells[at]?.text ?? ""))]
      .slice(0, 1)
      .map((year) => ({ name: row.label, year, place: placeOfRow(grid, row), raw: row.raw })),
  );
}

/** Neighbours or England for an earlier year than the newest local figure beside them. */
function inTable(reading: Reading, grid: Grid, dated: readonly Dated[], kind: "column" | "row"): Finding[] {
  const isTheirs = ({ name }: Dated): boolean => comparator.test(name);
  const newest = dated
    .filter((one) => !isTheirs(one) && !isGoal(one.name))
    .map(({ year }) => year)
    .sort()
    .at(-1);
  if (!newest || reading.sentences.some((sentence) => unpublished.test(sentence.text))) return [];
  // Rows of several measures have years of their own.
  if (kind === "row" && dated.length !== grid.rows.length) return [];
  return dated
    .filter(
      (one) =>
        isTheirs(one) &&
        one.year !== newest &&
        !dated.some((other) => isTheirs(other) && other.year === newest && who(other.name) === who(one.name)),
    )
    .slice(0, 1)
    .flatMap(({ name, year, place, raw }): Finding[] => {
      const claimed = claimedYear(reading, grid, newest, year);
      const isDrawn = isConcluded(reading, grid) || claimed !== "";
      if (kind === "row" && !isDrawn) return [];
      return oneFinding(reading, {
        kind: "period",
        severity: isDrawn ? "warning" : "note",
        stated: `${newest}; ${name}`,
        expected: `${newest} for both`,
        heading: `${newest} stands beside ${who(name)} of ${year}`,
        message: `The newest local ${kind} is ${newest}, but "${name}" is of ${year}: the two are of different years.${claimed}`,
        quote: raw,
        place,
      });
    });
}

/** A report that says why the years differ leaves no reader to think them one. */
const unpublished = pattern`
  \b(?:national|england|neighbours?|regional|comparat(?:or|ive)|
  benchmark\w*)\b[^.]{0,80}\b(?:not (?:yet )?(?:been )?(?:published|available)|will be published|are published|
  is published|latest (?:available|published)|most recent)\b|\b(?:latest (?:available|published)|
  most recent(?:ly)?(?: available| published)?)\b[^.]{0,60}\b(?:national|england|neighbours?|regional|
  comparat(?:or|ive)|benchmark\w*)\b`;

const who = (name: string): string => whoIn(name)[0] ?? "neighbours";

const concluded = wordings`
  above|below|better|worse|ahead of|behind|higher|lower|stronger|weaker|exceed\w*|outperform\w*|compares? (?:well|
  favourably|poorly|badly)`;

/** The text beside a table draws a conclusion from the columns, as if they were of one year. */
const isConcluded = (reading: Reading, grid: Grid): boolean =>
  // A column of verdicts: "Better", "Below".
  grid.rows.some(({ cells }) =>
    cells.some(({ text, value }, at) => at > 0 && value === null && text.length < 40 && concluded.test(text)),
  ) ||
  reading.sentences.some(
    (sentence) =>
      isNear(sentence, grid, 3) &&
      comparator.test(sentence.text) &&
      concluded.test(sentence.text) &&
      !sentence.periods.some((mention) => !mention.relative),
  );

/** What the prose beside a table calls the comparison, when it names a third year. */
function claimedYear(reading: Reading, grid: Grid, local: string, other: string): string {
  const near = reading.sentences.filter((sentence) => isNear(sentence, grid, 3) && /benchmark|compar|neighbour/iu.test(sentence.text));
  for (const sentence of near) {
    const year = sentence.periods
      .map((period) => period.period)
      .find((period) => reportingYear.test(period) && period !== local && period !== other);
    if (year) return ` The text calls it a comparison with ${year}.`;
  }
  return "";
}

export const unlikePeriods = perTable(
  "period",
  "Others' figures of an earlier year beside the newest local ones in a table",
  (reading, grid) =>
    saysNotAlike(reading, grid.block)
      ? []
      : [...inTable(reading, grid, columnsIn(grid), "column"), ...inTable(reading, grid, rowsIn(grid), "row")],
);
