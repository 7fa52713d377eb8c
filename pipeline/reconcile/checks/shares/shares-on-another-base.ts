import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { knownCounts } from "../../reading/known-counts.ts";
import { isBaseOfThen } from "../../reading/only-earlier.ts";
import { isTotal, numberAt, placeAt, quoteAt, turn, type Line, type Turned } from "../../reading/lines.ts";
import { isNear, type Reading } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { judgeShare, type PrintedShare } from "../../numbers/shares.ts";

/** A heading for shares of the total, and not for a rate of each row. */
const shareHead =
  /^\(?(?:%|per ?cent|percentage|share|proportion)\)?$|^(?:%|per ?cent(?:age)?|share|proportion) of (?:the |all )?[a-z ]+$/iu;
const fewest = 3;
/** How far from the total another base is looked for, as a share of it. */
const reach = 0.2;
/** The same where the total is said to be all of them, and the percentages do not make 100. */
const reachWhenSure = 0.5;

/** The same of a column whose shares are all of one number told of an earlier time. */
const looseHead = /^\D*(?:%|\bper ?cent|\bpercentage|\bshare|\bproportion)\D*$/iu;

type Point = { at: number; text: string; count: number; percent: PrintedShare };
/** Counts and their percentages down a column, and the sum of the counts. */
type Series = { line: Line; counts: Line; totalAt: number; points: readonly Point[]; made: number; head: string };

/** "Number" beside "%", and "31 (43.7%)" in one cell. */
function seriesIn({ lines, names }: Turned): Series[] {
  return lines.flatMap((line, index): Series[] => {
    const hasBoth = line.cells.some(({ percent }) => percent !== null);
    const counts = hasBoth ? line : lines[index - 1];
    if (!counts) return [];
    const totalAt = names.findIndex((name, at) => isTotal(name) && numberAt(counts, at, "count") !== null);
    const points = line.cells.flatMap((cell, at): Point[] => {
      const count = numberAt(counts, at, "count");
      const percent = hasBoth ? cell.percent : cell.unit === "percent" && cell.value !== null ? cell : null;
      return at !== totalAt && percent !== null && count !== null ? [{ at, text: cell.text, count, percent }] : [];
    });
    const made = counts.cells.reduce((sum, _, at) => sum + (at === totalAt ? 0 : (numberAt(counts, at, "count") ?? 0)), 0);
    return [{ line, counts, totalAt, points, made, head: hasBoth ? "%" : line.name.trim() }];
  });
}

/** "The 345 children were of the following ages": the sum of the counts, stated beside the table. */
const noteReach = 2;
const toldNear = (reading: Reading, { grid }: Turned, sum: number): boolean =>
  reading.sentences.some(
    (sentence) =>
      isNear(sentence, grid, noteReach) &&
      sentence.figures.some((figure) => figure.measure === "number" && (figure.denominator ?? figure.value) === sum),
  );

const isOf = (base: number, points: readonly Point[]): boolean =>
  points.every(({ count, percent }) => judgeShare(count, base, percent) === "rounded");

/** The number of an earlier time that they are all shares of, where the document gives that of now as the whole. */
function baseOfThen(reading: Reading, { line, points, made, totalAt, head }: Series): number | undefined {
  const shares = line.cells.reduce((sum, cell, at) => sum + (at === totalAt ? 0 : (cell.percent?.value ?? cell.value ?? 0)), 0);
  // Shares that make 100 with those who have no count are of a whole of their own.
  const known = knownCounts(reading);
  if (!looseHead.test(head) || Math.abs(shares - 100) <= 1 || (totalAt < 0 && !known.includes(made))) return undefined;
  return known.find((base) => isOf(base, points) && isBaseOfThen(reading, base, made));
}

/** Another base that the document does not give: a number near the total. */
function baseNear(reading: Reading, turned: Turned, { line, points, made, totalAt, head }: Series): number | undefined {
  // Without a row for the total, the number that the words before the table give for its counts is what they are shares of.
  if (totalAt < 0 && !toldNear(reading, turned, made)) return undefined;
  const saysAll = line.cells[totalAt]?.value === 100;
  if (!(saysAll || shareHead.test(head))) return undefined;
  const shares = points.reduce((sum, { percent }) => sum + (percent.value ?? 0), 0);
  const isSure = saysAll && Math.abs(shares - 100) > 1;
  const span = Math.floor((isSure ? reachWhenSure : reach) * made);
  const bases = Array.from({ length: 2 * span + 1 }, (_, at) => made - span + at).filter(
    (base) => base > 0 && base !== made && isOf(base, points),
  );
  // A number that the document gives may well be what they are shares of, as it says, unless they are said to make 100%.
  return !isSure && bases.some((base) => knownCounts(reading).includes(base)) ? undefined : bases[Math.floor(bases.length / 2)];
}

/** Percentages of a table that are all shares of one number, but not of the total under them. */
function report(reading: Reading, turned: Turned): Finding[] {
  return seriesIn(turned).flatMap((series): Finding[] => {
    const { line, totalAt, points, made } = series;
    const total = totalAt < 0 ? made : (numberAt(series.counts, totalAt, "count") ?? 0);
    if (points.length < fewest || total < 20 || made !== total) return [];
    if (points.some(({ count, percent }) => judgeShare(count, total, percent) !== "wrong")) return [];
    // The rest has no percentage, as it is left out of those that they are shares of.
    const counted = points.reduce((sum, { count }) => sum + count, 0);
    if (counted < made && points.every(({ count, percent }) => judgeShare(count, counted, percent) !== "wrong")) return [];
    const base = baseOfThen(reading, series) ?? baseNear(reading, turned, series);
    const [first] = points;
    if (!first || base === undefined) return [];
    const printed = points.map(({ text }) => text).join(", ");
    const expected = points.map(({ count, percent }) => roundTo((100 * count) / total, percent.decimals)).join(", ");
    return oneFinding(reading, {
      kind: "arithmetic",
      severity: "error",
      stated: printed,
      expected,
      place: placeAt(turned, line, first.at),
      quote: [...new Set(points.map((point) => quoteAt(turned, line, point.at)))].join(" / "),
      heading: `The percentages are shares of ${base}, not of ${total}`,
      message: `${printed} are shares of ${base}; of the total of ${total} they would be ${expected}.`,
    });
  });
}

export const sharesOnAnotherBase = perTable("arithmetic", "A column of percentages on another base than its total", (reading, grid) =>
  [true, false].flatMap((byRow) => report(reading, turn(grid, byRow))),
);
