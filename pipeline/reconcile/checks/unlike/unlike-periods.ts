import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perTable } from "../../check.ts";
import { comparator } from "../../vocabulary/comparison-words.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { findingRow } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { isNear, type Reading } from "../../reading/reading.ts";
import { isGoal } from "../../vocabulary/headings.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

const reportingYear = /^\d{4}\/\d{2}$/;

/** A column of neighbours or England for an earlier year than the newest local column beside it. */
function inTable(reading: Reading, grid: Grid): Finding[] {
  const dated = grid.columns
    .slice(1)
    .map((name) => ({ name, period: parsePeriodText(name) }))
    .filter((column) => column.period !== null && reportingYear.test(column.period));
  const local = dated
    .filter(({ name }) => !comparator.test(name) && !isGoal(name))
    .map(({ period }) => period ?? "")
    .sort();
  const newest = local.at(-1);
  if (!newest || reading.sentences.some((sentence) => unpublished.test(sentence.text))) return [];
  return dated
    .filter(
      ({ name, period }) =>
        comparator.test(name) &&
        period !== newest &&
        !dated.some((other) => comparator.test(other.name) && other.period === newest && who(other.name) === who(name)),
    )
    .slice(0, 1)
    .map(({ name, period }) =>
      findingRow(reading, {
        kind: "period",
        severity: isConcluded(reading, grid) || claimedYear(reading, grid, newest, period ?? "") !== "" ? "warning" : "note",
        stated: `${newest}; ${name}`,
        expected: `${newest} for both`,
        heading: `${newest} stands beside ${who(name)} of ${period}`,
        message: `The newest local column is ${newest}, but "${name}" is of ${period}: the two are of different years.${claimedYear(reading, grid, newest, period ?? "")}`,
        quote: grid.block.table?.rows[0]?.raw ?? name,
        place: placeOfRow(grid, null, name),
      }),
    );
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
  (reading, grid) => (saysNotAlike(reading, grid.block) ? [] : inTable(reading, grid)),
);
