import type { Grid, GridRow } from "./grid.ts";
import { isNoSum, isTotal, isWithin } from "./lines.ts";

export type TableTotal = { value: number; row: GridRow | null; column: number; printed: boolean };

/** The total of a table with one column of counts, printed or not. */
export function totalOf(grid: Grid): TableTotal | null {
  const columns = grid.columns.flatMap((name, at) =>
    at > 0 && !isNoSum(name) && grid.rows.some((row) => row.cells[at]?.value != null && row.cells[at]?.unit === "count") ? [at] : [],
  );
  const [column] = columns;
  if (column === undefined || columns.length > 1) return null;
  const total = grid.rows.find((row) => isTotal(row.label));
  if (!total) return summed(grid, column);
  const cell = total?.cells[column];
  if (!total || cell?.value == null || cell.unit !== "count") return null;
  const parts = grid.rows.filter((row) => row !== total).map((row) => row.cells[column]?.value ?? null);
  const sum = parts.reduce<number>((made, value) => made + (value ?? 0), 0);
  // A total that its own parts contradict has a finding of its own.
  return parts.length > 1 && sum === cell.value ? { value: cell.value, row: total, column, printed: true } : null;
}

/** A column whose rows are all counted and parts of one thing, as far as their names tell: its sum, which nobody printed. */
function summed(grid: Grid, column: number): TableTotal | null {
  const cells = grid.rows.map((row) => row.cells[column]);
  const plain =
    cells.length > 2 &&
    cells.every((cell) => cell?.value != null && cell.unit === "count" && cell.decimals === 0) &&
    grid.rows.every((row) => !isNoSum(row.label) && !isWithin(row.label));
  return plain ? { value: cells.reduce((sum, cell) => sum + (cell?.value ?? 0), 0), row: null, column, printed: false } : null;
}
