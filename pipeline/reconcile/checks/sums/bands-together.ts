import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { bandsIn, parseBand, type Band } from "../../reading/band.ts";
import { isSingle } from "../../reading/figure.ts";
import { placeOfRow, type Grid, type GridRow } from "../../reading/grid.ts";
import { isNoSum, isTotal } from "../../reading/lines.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** "The last two age groups together", "the two oldest bands of the table combined", "adding the bottom three rows". */
const joined = pattern`
  \b(?:together|combined|counting|adding|added|taking|taken|sum of)\b[^.;]{0,40}\b(?:groups|bands|rows|lines|categories|ranges)\b|
  \b(?:groups|bands|rows|lines|categories|ranges)\b[^.;]{0,40}\b(?:together|combined|added|taken as one|counted as one)\b`;
/** How far from its table such a sentence may stand, in blocks, and how far off its number, as a share of the sum. */
const [reach, farthest] = [3, 0.3];

type Rows = { rows: readonly GridRow[]; column: number };

/** The rows of a table whose bands are just those of a band told in words, with the first column that counts them. */
function rowsIn(grid: Grid, band: Band): Rows | null {
  const column = grid.columns.findIndex(
    (name, at) => at > 0 && !isNoSum(name) && grid.rows.every(({ cells }) => cells[at]?.value != null && cells[at]?.unit === "count"),
  );
  const all = grid.rows.filter(({ label }) => !isTotal(label)).map((row) => ({ row, band: parseBand(row.label) }));
  if (column < 0 || all.some((one) => one.band === null)) return null;
  const [lowest, highest] = [band.low ?? 0, band.high ?? Infinity];
  const inside = all.filter((one) => (one.band?.low ?? 0) >= lowest && (one.band?.high ?? Infinity) <= highest);
  // The last band ends with childhood, or what the words name: an open end holds the last row.
  const meets =
    inside.some((one) => (one.band?.low ?? 0) === lowest) &&
    (band.high === null ? inside.at(-1) === all.at(-1) : inside.some((one) => one.band?.high === band.high));
  return meets && inside.length > 1 ? { rows: inside.map(({ row }) => row), column } : null;
}

/** "Taking the last two age groups together, 330 children are 10 or older", over a table whose last two rows make 319. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  if (!joined.test(sentence.text)) return [];
  const [band, ...bands] = bandsIn(sentence.text);
  if (!band || bands.length > 0) return [];
  const counts = sentence.figures.filter((figure) => figure.measure === "number" && (figure.end <= band.start || figure.start >= band.end));
  const many = counts.find(({ form, value }) => form === "word" && value > 1 && value < 10);
  const [told, ...more] = counts.filter((figure) => figure !== many);
  if (!told || more.length > 0 || !isSingle(told) || told.qualifier !== "exact" || told.role !== "level" || told.denominator !== null)
    return [];
  const near = reading.grids
    .filter((grid) => isNear(grid, sentence, reach))
    .flatMap((grid) => {
      const found = rowsIn(grid, band);
      return found ? [{ grid, ...found }] : [];
    });
  const [only, ...others] = near;
  if (!only || others.length > 0 || (many && many.value !== only.rows.length)) return [];
  const { grid, rows, column } = only;
  const sum = rows.reduce((made, { cells }) => made + (cells[column]?.value ?? 0), 0);
  if (sum === told.value || Math.abs(sum - told.value) > farthest * sum) return [];
  const list = rows.map(({ cells }) => cells[column]?.text ?? "").join(" and ");
  return oneFinding(reading, {
    kind: "total",
    severity: "error",
    stated: told.text,
    expected: String(sum),
    quote: [sentence.text, ...rows.map(({ raw }) => raw)].join(" / "),
    place: `${sentence.place}; ${placeOfRow(grid, rows[0] ?? null, grid.columns[column])}`,
    heading: `${told.text} printed for rows that make ${sum}`,
    message: `The text gives ${told.text} for "${band.text}", but the rows of the table for them (${list}) make ${sum}.`,
  });
}

export const bandsTogether = perSentence("total", "Rows of a table told of together against their sum", report);
