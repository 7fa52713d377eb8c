import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { isTime, placeOfRow, type Cell, type Grid, type GridRow } from "../../reading/grid.ts";
import type { Reading } from "../../reading/reading.ts";
import { inOrder, stepOf } from "../../reading/time-labels.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";

const changeHead = /^(?:[%+/ -]*)?(?:change|difference|variance|movement|increase|\+\/-)\b|\b(?:change|difference|variance|movement)$/iu;

/** "Change on year before", "% change", "Year-on-year change". */
const anyChange =
  /^(?!.*\b(?:since|from|target|plan|budget|average|national|england|region\w*)\b).*(?:\b(?:change|difference|variance|movement|increase)\b|\+\/-)/iu;

/** Nothing but the change from one to the other: no "change since 2015". */
const bareHead = /^(?:change|difference|movement|increase|\+\/[-−])(?: in (?:the )?(?:year|number))?$/iu;
const budget = /\b(?:budget|plan(?:ned)?|estimate|profile|target)\b/iu;
const outturn = /\b(?:forecast|actuals?|outturn|spend|projected|projection|expenditure)\b/iu;

/** Whether a printed change is the gap between two cells, or that gap as a share of the first; signs may be left out. */
function fits(from: Cell, to: Cell, change: Cell): boolean {
  const [a, b, c] = [from.value ?? 0, to.value ?? 0, Math.abs(change.value ?? 0)];
  const gap = Math.abs(b - a);
  return (
    agreement(gap, c, change.decimals) !== "wrong" || (a !== 0 && agreement((100 * gap) / Math.abs(a), c, change.decimals) !== "wrong")
  );
}

type Row = { row: GridRow; from: Cell; to: Cell; change: Cell };
const signed = /^[+\-−–] ?[\d£]/u;
const fewest = 3;
/** The one change of a column of signed ones that goes the other way than its two levels, where all others go with theirs. */
function oddSign(rows: readonly Row[]): Row | undefined {
  const moved = rows.filter(({ from, to }) => from.value !== to.value);
  const isOdd = ({ from, to, change }: Row): boolean => Math.sign(change.value ?? 0) === -Math.sign((to.value ?? 0) - (from.value ?? 0));
  const odd = moved.filter(isOdd);
  return moved.length >= fewest && odd.length === 1 && moved.every(({ change }) => signed.test(change.text)) ? odd[0] : undefined;
}

/** "2017 | 310 | +9" under "2016 | 301": each row's change from the row above it, by the times of the labels. */
function downColumn(reading: Reading, grid: Grid, column: number): Finding[] {
  const forwards = inOrder(grid.rows.flatMap(({ label }) => stepOf(label) ?? []));
  const steps = grid.rows.map(({ label }) => stepOf(label)?.at ?? NaN);
  if (forwards !== true || steps.some(Number.isNaN) || grid.columns.slice(1, column).filter(isTime).length > 0) return [];
  const rows = grid.rows.slice(1).flatMap((row, at): Row[] => {
    const [from, to, change] = [grid.rows[at]?.cells[column - 1], row.cells[column - 1], row.cells[column]];
    return from?.value != null && to?.value != null && change?.value != null && from.unit === to.unit ? [{ row, from, to, change }] : [];
  });
  const wrong = rows.filter(({ from, to, change }) => !fits(from, to, change));
  const [odd] = wrong;
  if (!odd || rows.length < 2 || wrong.length > 1) return [];
  const isShare = odd.change.unit === "percent" && odd.to.unit !== "percent";
  const gap = (odd.to.value ?? 0) - (odd.from.value ?? 0);
  const expected = isShare
    ? `${roundTo((100 * gap) / (odd.from.value ?? 1), Math.max(1, odd.change.decimals))}%`
    : roundTo(gap, Math.max(odd.from.decimals, odd.to.decimals));
  return [
    findingRow(reading, {
      kind: "arithmetic",
      severity: "error",
      stated: odd.change.text,
      expected,
      quote: odd.row.raw,
      place: placeOfRow(grid, odd.row, grid.columns[column]),
      heading: `A change of ${odd.change.text} printed; ${odd.from.text} to ${odd.to.text} is ${expected}`,
      message: `"${odd.row.label}" comes after ${odd.from.text} with ${odd.to.text}, a change of ${expected}, but ${odd.change.text} is printed. The other rows fit.`,
    }),
  ];
}

function report(reading: Reading, grid: Grid, column: number): Finding[] {
  const rows = grid.rows.flatMap((row): Row[] => {
    const [from, to, change] = [row.cells[column - 2], row.cells[column - 1], row.cells[column]];
    return from?.value != null && to?.value != null && change?.value != null && from.unit === to.unit ? [{ row, from, to, change }] : [];
  });
  const turned = oddSign(rows);
  const wrong = rows.filter((row) => row === turned || !fits(row.from, row.to, row.change));
  // Unless most rows fit, the column is the change of something else; a variance is that of budget and outturn.
  const money =
    budget.test(grid.columns[column - 2] ?? "") &&
    outturn.test(grid.columns[column - 1] ?? "") &&
    /variance|difference|spend/iu.test(grid.columns[column] ?? "");
  // Between two times, a column headed "Change" is of these, though it has no other row to show it.
  const isOfTimes =
    bareHead.test(grid.columns[column]?.trim() ?? "") && isTime(grid.columns[column - 2] ?? "") && isTime(grid.columns[column - 1] ?? "");
  if (!money && !(isOfTimes && rows.length === 1) && (rows.length < 2 || wrong.length > rows.length / 2 || rows.length - wrong.length < 1))
    return [];
  return wrong.map(({ row, from, to, change }) => {
    const expected = roundTo((to.value ?? 0) - (from.value ?? 0), Math.max(from.decimals, to.decimals));
    return findingRow(reading, {
      kind: "arithmetic",
      severity: "error",
      stated: change.text,
      expected,
      quote: row.raw,
      place: placeOfRow(grid, row, grid.columns[column]),
      heading: `A change of ${change.text} printed; ${from.text} to ${to.text} is ${expected}`,
      message: `"${row.label}" goes from ${from.text} to ${to.text}, a change of ${expected}, but ${change.text} is printed.`,
    });
  });
}

export const changeColumns = perTable("arithmetic", "Columns of changes against the two columns before them", (reading, grid) =>
  grid.columns.flatMap((name, column) => {
    if (!anyChange.test(name.trim())) return [];
    const across = column > 2 && changeHead.test(name.trim()) ? report(reading, grid, column) : [];
    return across.length > 0 || column < 2 ? across : downColumn(reading, grid, column);
  }),
);
