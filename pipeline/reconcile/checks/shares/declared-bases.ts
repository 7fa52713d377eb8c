import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Cell, type Grid, type GridRow } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import { isNear, type Reading } from "../../reading/reading.ts";
import { commonBases, fitsShare, printShare } from "../../numbers/shares.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** "% of 93", "Percentage of the 58": the heading of a column says of what its shares are. */
const declared = /(?:%|\bper ?cent(?:age)?|\bshare|\bproportion)\s+of\s+(?:the\s+|all\s+|our\s+)?(\d[\d,]*)\b(?! ?[%/–-])/iu;
/** "% of 2024" names the column of a year, which is no number to take shares of. */
const year = /^(?:19|20)\d\d$/u;
/** How far from the declared number another base is looked for, as a share of it. */
const reach = 0.25;

/** "Percentages are of all 198 care leavers": a remark beside the table says it instead. */
const remark = pattern`
  \b(?:all )?(?:percentages|shares|proportions)(?: (?:in|of|below|above|here|shown|given|that follow|this|the|table|paper|report|column))* are
  (?: (?:all|each|shares|given|taken|worked out|calculated|based))* (?:of|on|out of|as shares of)(?: (?:the|all|our|those|these|a total of|the total of))* (\d[\d,]*)\b|
  \b(?:a |as )(?:share|percentage|proportion) of (?:the |all (?:the )?|our )(\d[\d,]*)\b`;
const noteReach = 3;
function noteOn(reading: Reading, grid: Grid): readonly string[] {
  // "As a share of all 157 it is 25%" tells one share, and not what a column of them is of.
  const near = reading.sentences
    .filter((sentence) => isNear(sentence, grid, noteReach) && !sentence.figures.some(({ measure }) => measure === "percent"))
    .flatMap((sentence) => remark.exec(sentence.text) ?? []);
  return near.length === 3 ? ["", near[1] ?? near[2] ?? ""] : [];
}

type Point = { row: GridRow; count: number; cell: Cell };
const fits = ({ count, cell }: Point, of: number): boolean => fitsShare(count, of, cell);

/** The counts nearest to the left of a column, else to its right. */
function countsFor(grid: Grid, column: number): Point[] {
  const order = [
    ...Array.from({ length: column - 1 }, (_, at) => column - 1 - at),
    ...Array.from({ length: grid.columns.length - column - 1 }, (_, at) => column + 1 + at),
  ];
  for (const at of order) {
    const points = grid.rows.flatMap((row): Point[] => {
      const [count, cell] = [row.cells[at], row.cells[column]];
      return !isTotal(row.label) && count?.value != null && count.unit === "count" && cell?.value != null && cell.unit === "percent"
        ? [{ row, count: count.value, cell }]
        : [];
    });
    if (points.length > 1) return points;
  }
  return [];
}

function report(reading: Reading, grid: Grid, column: number): Finding[] {
  const [, printed = ""] =
    declared.exec(grid.columns[column] ?? "") ??
    (/%|per ?cent|share|proportion/iu.test(grid.columns[column] ?? "") ? noteOn(reading, grid) : []);
  const of = Number(printed.replaceAll(",", ""));
  const points = printed === "" || of === 0 || year.test(printed) ? [] : countsFor(grid, column);
  const wrong = points.filter((point) => !fits(point, of));
  const [first] = wrong;
  if (!first) return [];
  const shares = wrong.map(({ count, cell }) => ({ count, percent: cell }));
  const bases = commonBases(shares, (1 + reach) * of).filter((base) => base !== of && base >= (1 - reach) * of);
  const sum = wrong.reduce((made, { count }) => made + count, 0);
  const other = wrong.length > 1 ? (bases.includes(sum) ? sum : bases[Math.floor(bases.length / 2)]) : undefined;
  const list = wrong.map(({ cell }) => cell.text).join(", ");
  const expected = wrong.map(({ count }) => printShare(count, of, first.cell)).join(", ");
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: list,
    expected,
    quote: wrong.map(({ row }) => row.raw).join(" / "),
    place: placeOfRow(grid, first.row, grid.columns[column]),
    heading:
      other === undefined
        ? `${list}: not the shares of ${of} that the column is headed for`
        : `${list} are shares of ${other}, not of ${of}`,
    message: `The column "${grid.columns[column]}" is said to be of ${of}, but ${list} ${wrong.length === 1 ? "is not that share" : "are not those shares"} of ${of}: they would be ${expected}.${other === undefined ? "" : ` They fit a base of ${other}.`}`,
  });
}

export const declaredBases = perTable("arithmetic", "Shares of a column against the base in its heading", (reading, grid) =>
  grid.columns.flatMap((_, column) => (column > 0 ? report(reading, grid, column) : [])),
);
