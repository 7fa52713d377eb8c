import { findPeriods, parsePeriodText } from "../../extract/grammar/periods.ts";
import { parsePeriod } from "../../model/period.ts";
import { placeOfRow, type Cell, type Grid, type GridRow } from "./grid.ts";
import { isTotal } from "./lines.ts";
import type { Reading } from "./reading.ts";
import { isOwnLevel } from "../vocabulary/headings.ts";

/** One row of a table over time: its cells in order of time, and the name that stands for it (that of the row above for a bare "%"). */
export type Series = { name: string; cells: readonly Cell[]; heads: readonly string[]; row: GridRow; grid: Grid; place: string };

/** No single time: the sum or mean of several. */
const ofSeveral = /total|ytd|year to date|average/iu;
const quarters = /^q(?:uarter|tr)? ?([1-4])$/iu;
const months = ["apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar"];
const unnamed = /^\W*(?:%|per ?cent|percentage|rate|proportion|share|% [a-z ]{0,20})\W*$/iu;

/** A key by which headings of time can be put in order; null for any other heading. */
function timeKey(head: string): string | null {
  if (!isOwnLevel(head) || ofSeveral.test(head)) return null;
  const plain = head.trim();
  const quarter = quarters.exec(plain)?.[1];
  if (quarter) return `q${quarter}`;
  const month = months.indexOf(plain.slice(0, 3).toLowerCase());
  if (month >= 0 && /^[a-z]{3,9}$/iu.test(plain)) return `m${String(month).padStart(2, "0")}`;
  const period = parsePeriodText(plain) ?? findPeriods(plain, { published: "", event_start: "", event_end: "" })[0]?.period ?? null;
  const end = period === null ? "" : (parsePeriod(period)?.end ?? "");
  return end === "" ? null : `y${end}`;
}

/** The rows and columns of all tables that run over two times at least. */
export function seriesOf(reading: Reading): Series[] {
  const known = read.get(reading) ?? reading.grids.flatMap(seriesIn);
  read.set(reading, known);
  return known;
}
const read = new WeakMap<Reading, Series[]>();

function seriesIn(grid: Grid): Series[] {
  const runs = runsIn(grid.columns.map((head, at) => ({ head, at })).slice(1));
  if (runs.length > 0) return runs.flatMap((run) => seriesAcross(grid, run));
  // A table of months down its side: each column is a series, named by its heading.
  const down = inOrder(grid.rows.map((row, at) => ({ head: row.label, at })).filter(({ head }) => !isTotal(head)));
  if (down.length < 3) return [];
  return grid.columns.flatMap((name, column): Series[] => {
    const cells = down.map(({ at }) => grid.rows[at]?.cells[column]);
    const [first] = down;
    return column > 0 && full(cells) && first
      ? [
          {
            name: unnamed.test(name) ? grid.caption : name,
            cells,
            heads: down.map(({ head }) => head),
            row: grid.rows[first.at]!,
            grid,
            place: placeOfRow(grid, null, name),
          },
        ]
      : [];
  });
}

/** One series for each row that has a figure at every time. */
function seriesAcross(grid: Grid, across: readonly Head[]): Series[] {
  return grid.rows.flatMap((row, index): Series[] => {
    const cells = across.map(({ at }) => row.cells[at]);
    const above = grid.rows.slice(0, index).findLast((other) => !unnamed.test(other.label));
    return full(cells)
      ? [
          {
            name: unnamed.test(row.label) ? (above?.label ?? "") : row.label,
            cells,
            heads: across.map(({ head }) => head),
            row,
            grid,
            place: placeOfRow(grid, row),
          },
        ]
      : [];
  });
}

type Head = { head: string; at: number };

/** What a heading says beside its time: "%" of "2017 %", "of" of "2018 (of 96)". */
const besideTime = (head: string): string =>
  head
    .toLowerCase()
    .replace(/\d[\d/–-]*/gu, " ")
    .replace(/[^a-z%£]+/gu, " ")
    .trim();

/** The runs of times that headings make: one, or one for each unit where every time stands there once for each ("2017 number, 2017 %, 2018 number, 2018 %"). */
function runsIn(heads: readonly Head[]): Head[][] {
  const whole = inOrder(heads);
  if (whole.length > 1) return [whole];
  return [...Map.groupBy(heads, ({ head }) => besideTime(head)).values()].map(inOrder).filter((run) => run.length > 1);
}

/** Headings that are times of one kind, in order of time. */
function inOrder(heads: readonly Head[]): Head[] {
  const keyed = heads.flatMap(({ head, at }) => {
    const key = timeKey(head);
    return key === null ? [] : [{ head, at, key }];
  });
  const alike = keyed.filter(({ key }) => key[0] === keyed[0]?.key[0]);
  return new Set(alike.map(({ key }) => key)).size === alike.length ? [...alike].sort((a, b) => (a.key < b.key ? -1 : 1)) : [];
}

const full = (cells: readonly (Cell | undefined)[]): cells is readonly Cell[] =>
  cells.every((cell) => cell !== undefined && cell.value !== null && cell.unit === cells[0]?.unit);
