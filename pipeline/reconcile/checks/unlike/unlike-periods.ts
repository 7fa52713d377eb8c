import type { Finding } from "../../../model/finding.ts";
import { formatPeriod, parsePeriod } from "../../../model/period.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perTable } from "../../check.ts";
import { comparator, judges } from "../../vocabulary/comparison-words.ts";
import { othersIn } from "../../reading/whom.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { isNear, type Reading } from "../../reading/reading.ts";
import { isGoal } from "../../vocabulary/headings.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

const reportingYear = /^\d{4}\/\d{2}$/;
/** Figures of others come out once a year: they are of another time when a year or more lies between. */
const fewestMonths = 12;
/** Months between the ends of two times. */
function monthsBetween(a: string, b: string): number {
  const [x, y] = [a, b].map((end) => 12 * Number(end.slice(0, 4)) + Number(end.slice(5, 7)));
  return Math.abs((x ?? 0) - (y ?? 0));
}

/** A figure of a table by its heading, or by its row and the cell that tells the year of that. */
type Dated = { name: string; period: string; end: string; place: string; raw: string };

const timeOf = (text: string): Pick<Dated, "period" | "end">[] => {
  const period = parsePeriodText(text);
  const end = period === null ? undefined : parsePeriod(period)?.end;
  return period === null || end === undefined ? [] : [{ period, end }];
};

/** Columns with a year in their heading. */
const columnsIn = (grid: Grid): Dated[] =>
  grid.columns
    .slice(1)
    .flatMap((name) =>
      timeOf(name).map((time) => ({ name, ...time, place: placeOfRow(grid, null, name), raw: grid.block.table?.rows[0]?.raw ?? name })),
    );

const ofTime = wordings`periods?|years?|dates?|when|time|covers?|ending|ended`;
/** Rows with a year in their label, or in a column that is headed "Period". */
function rowsIn(grid: Grid): Dated[] {
  const times = grid.columns.flatMap((name, at) => (at > 0 && ofTime.test(name) && grid.rows.every(({ cells }) => cells[at]) ? [at] : []));
  const [at] = times;
  return grid.rows.flatMap((row) =>
    [...timeOf(row.label), ...(at === undefined || times.length > 1 ? [] : timeOf(row.cells[at]?.text ?? ""))]
      .slice(0, 1)
      .map((time) => ({ name: row.label, ...time, place: placeOfRow(grid, row), raw: row.raw })),
  );
}

/** Neighbours or England for an earlier year than the newest local figure beside them. */
function inTable(reading: Reading, grid: Grid, dated: readonly Dated[], kind: "column" | "row"): Finding[] {
  const isTheirs = ({ name }: Dated): boolean => comparator.test(name) || whoIn(name).length > 0;
  const newest = dated
    .filter((one) => !isTheirs(one) && !isGoal(one.name))
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))
    .at(-1);
  const isOfNow = ({ end }: Dated): boolean => newest !== undefined && monthsBetween(end, newest.end) < fewestMonths;
  if (!newest || reading.sentences.some((sentence) => unpublished.test(sentence.text))) return [];
  // Rows of several measures have years of their own.
  if (kind === "row" && dated.length !== grid.rows.length) return [];
  return dated
    .filter(
      (one) =>
        isTheirs(one) &&
        !isOfNow(one) &&
        // The local figure of the same day is there to be set against it.
        !dated.some((other) => !isTheirs(other) && other.period === one.period && (kind === "row" || !reportingYear.test(one.period))) &&
        !dated.some((other) => isTheirs(other) && isOfNow(other) && who(other.name) === who(one.name)),
    )
    .slice(0, 1)
    .flatMap(({ name, period, place, raw }): Finding[] => {
      const claimed = claimedYear(reading, grid, newest.period, period);
      const [ours, theirs] = [newest.period, period].map(formatPeriod);
      const isDrawn = isConcluded(reading, grid) || claimed !== "";
      if (!isDrawn && (kind === "row" || !reportingYear.test(newest.period))) return [];
      return oneFinding(reading, {
        kind: "period",
        severity: isDrawn ? "warning" : "note",
        stated: `${ours}; ${name}`,
        expected: `${ours} for both`,
        heading: `${ours} stands beside ${who(name)} of ${theirs}`,
        message: `The newest local ${kind} is ${ours}, but "${name}" is of ${theirs}: the two are of different years.${claimed}`,
        quote: raw,
        place,
      });
    });
}

/** A report that says why the years differ leaves no reader to think them one. */
const unpublished = pattern`
  \b(?:national|england|neighbours?|region(?:al)?|comparat(?:or|ive)|
  benchmark\w*)\b[^.]{0,80}\b(?:not (?:yet )?(?:been )?(?:published|available)|will be published|are published|
  is published|latest (?:available|published)|most recent)\b|\b(?:latest (?:available|published)|
  most recent(?:ly)?(?: available| published)?|latest figures? (?:available|published))\b[^.]{0,60}\b(?:national|england|neighbours?|region(?:al)?|
  comparat(?:or|ive)|benchmark\w*)\b`;

/** "South East, March 2018" heads a column without its article. */
const whoIn = (name: string): string[] => othersIn(`the ${name}`);
const who = (name: string): string => whoIn(name)[0] ?? "neighbours";

const concluded = wordings`
  above|below|better|worse|ahead of|behind|higher|lower|stronger|weaker|exceed\w*|outperform\w*|compares? (?:well|
  favourably|poorly|badly)`;

const differs = wordings`difference|gap|variance|points? (?:above|below)`;

/** The text beside a table draws a conclusion from the columns, as if they were of one year. */
const isConcluded = (reading: Reading, grid: Grid): boolean =>
  // A column that takes the one from the other.
  grid.columns.some((name) => differs.test(name)) ||
  // A column of verdicts: "Better", "Below".
  grid.rows.some(({ cells }) =>
    cells.some(({ text, value }, at) => at > 0 && value === null && text.length < 40 && concluded.test(text)),
  ) ||
  reading.sentences.some(
    (sentence) =>
      isNear(sentence, grid, 3) &&
      comparator.test(sentence.text) &&
      (concluded.test(sentence.text) || judges.test(sentence.text)) &&
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
