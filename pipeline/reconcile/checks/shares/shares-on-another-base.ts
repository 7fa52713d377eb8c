import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { knownCounts } from "../../reading/known-counts.ts";
import { isTotal, numberAt, placeAt, quoteAt, turn, type Line, type Turned } from "../../reading/lines.ts";
import { isNear, type Reading } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { judgeShare } from "../../numbers/shares.ts";
import type { Cell } from "../../reading/grid.ts";

/** A heading for shares of the total, and not for a rate of each row. */
const shareHead = /^(?:%|per ?cent|percentage|share|proportion)$|^(?:%|per ?cent(?:age)?|share|proportion) of (?:the |all )?[a-z ]+$/iu;
const fewest = 3;
/** How far from the total another base is looked for, as a share of it. */
const reach = 0.2;
/** The same where the total is said to be all of them, and the percentages do not make 100. */
const reachWhenSure = 0.5;

type Point = { at: number; cell: Cell; count: number };

const pointsOf = (line: Line, counts: Line, totalAt: number): Point[] =>
  line.cells.flatMap((cell, at): Point[] => {
    const count = numberAt(counts, at, "count");
    return at !== totalAt && cell.value !== null && cell.unit === "percent" && count !== null ? [{ at, cell, count }] : [];
  });

/** "The 345 children were of the following ages": the sum of the counts, stated beside the table. */
const noteReach = 2;
const toldNear = (reading: Reading, { grid }: Turned, sum: number): boolean =>
  reading.sentences.some(
    (sentence) =>
      isNear(sentence, grid, noteReach) &&
      sentence.figures.some((figure) => figure.measure === "number" && (figure.denominator ?? figure.value) === sum),
  );

/** Percentages of a table that are all shares of one number, but not of the total under them. */
function report(reading: Reading, turned: Turned): Finding[] {
  return turned.lines.flatMap((line, index): Finding[] => {
    const counts = turned.lines[index - 1];
    if (!counts) return [];
    const totalAt = turned.names.findIndex((name, at) => isTotal(name) && numberAt(counts, at, "count") !== null);
    const points = pointsOf(line, counts, totalAt);
    const made = counts.cells.reduce((sum, _, at) => sum + (at === totalAt ? 0 : (numberAt(counts, at, "count") ?? 0)), 0);
    // Without a row for the total, the number that the words before the table give for its counts is what they are shares of.
    const isTold = totalAt < 0 && toldNear(reading, turned, made);
    const total = isTold ? made : totalAt < 0 ? 0 : (numberAt(counts, totalAt, "count") ?? 0);
    const saysAll = line.cells[totalAt]?.value === 100;
    if (points.length < fewest || total < 20 || made !== total || !(saysAll || shareHead.test(line.name.trim()))) return [];
    if (points.filter((point) => judgeShare(point.count, total, point.cell) !== "wrong").length > 0) return [];
    const shares = points.reduce((sum, { cell }) => sum + (cell.value ?? 0), 0);
    const isSure = saysAll && Math.abs(shares - 100) > 1;
    // The rest has no percentage, as it is left out of those that they are shares of.
    const counted = points.reduce((sum, { count }) => sum + count, 0);
    if (counted < made && points.every((point) => judgeShare(point.count, counted, point.cell) !== "wrong")) return [];
    const span = Math.floor((isSure ? reachWhenSure : reach) * total);
    const bases = Array.from({ length: 2 * span + 1 }, (_, at) => total - span + at).filter(
      (base) => base > 0 && base !== total && points.every((point) => judgeShare(point.count, base, point.cell) === "rounded"),
    );
    const [first] = points;
    // A number that the document gives may well be what they are shares of, as it says, unless they are said to make 100%.
    if (!first || bases.length === 0 || (!isSure && bases.some((base) => knownCounts(reading).includes(base)))) return [];
    const base = bases[Math.floor(bases.length / 2)]!;
    const printed = points.map(({ cell }) => cell.text).join(", ");
    const expected = points.map(({ count, cell }) => roundTo((100 * count) / total, cell.decimals)).join(", ");
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
