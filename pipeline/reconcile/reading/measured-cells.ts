import { parsePeriodText } from "../../extract/grammar/periods.ts";
import { isOwnLevel } from "../vocabulary/headings.ts";
import { placeOfRow, type Cell, type Grid, type GridRow } from "./grid.ts";
import { isTotal } from "./lines.ts";
import { wordsOf } from "./tellings.ts";

/** A percentage of a table as a telling: what its row names, at the time of its column or of the table. */
export type MeasuredCell = {
  grid: Grid;
  row: GridRow;
  cell: Cell;
  /** The words of its row alone. */
  said: ReadonlySet<string>;
  /** Those of the headings over it, which narrow nothing where a sentence repeats them. */
  around: ReadonlySet<string>;
  time: string | null;
  place: string;
};

/** Fewer words leave open what a row is of. */
const fewest = 2;

/** The percentages of a table whose rows are measures of their own: one column of them, or one a time. */
export function measuredCells(grid: Grid): MeasuredCell[] {
  const columns = grid.columns.flatMap((name, at) =>
    at > 0 && isOwnLevel(name) && grid.rows.some(({ cells }) => cells[at]?.value != null && cells[at].unit === "percent")
      ? [{ name, at, period: parsePeriodText(name) }]
      : [],
  );
  if (columns.length > 1 && columns.some(({ period }) => period === null)) return [];
  const around = wordsOf([grid.caption, ...grid.columns, grid.block.headings.at(-1) ?? ""].join(" "));
  return columns.flatMap(({ name, at, period }) =>
    grid.rows.flatMap((row) => {
      const [cell, said] = [row.cells[at], wordsOf(row.label)];
      if (cell?.value == null || cell.unit !== "percent" || isTotal(row.label) || said.size < fewest) return [];
      const time = period ?? parsePeriodText(grid.caption);
      return [{ grid, row, cell, said, around, time, place: placeOfRow(grid, row, name) }];
    }),
  );
}
