import { parsePeriodText } from "../../extract/grammar/periods.ts";
import { contentWords } from "../vocabulary/names.ts";
import type { Grid } from "./grid.ts";
import type { Reading } from "./reading.ts";
import { isOwnLevel } from "../vocabulary/headings.ts";

/** The last two periods of a row of a table, for sentences that speak of its change. */
export type RowChange = {
  words: readonly string[];
  from: number;
  to: number;
  unit: "percent" | "number";
  decimals: number;
  raw: string;
  /** The table gives one measure alone. */
  isOnly: boolean;
};

/** How many blocks away a table can be and still be what a paragraph speaks of. */
const reach = 8;

/** Columns of a table whose rows are years: what each measure was in the last two. */
function downColumns(grid: Grid): RowChange[] {
  const dated = grid.rows
    .map((row) => ({ row, period: parsePeriodText(row.label) ?? "" }))
    .sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  const [then, now] = dated.slice(-2);
  if (!then || !now || dated.some(({ period }) => period === "") || then.period === now.period) return [];
  return grid.columns.flatMap((name, at): RowChange[] => {
    const [a, b] = [then.row.cells[at], now.row.cells[at]];
    if (at === 0 || a?.value == null || b?.value == null || a.unit !== b.unit || !isOwnLevel(name)) return [];
    const raw = `${then.row.raw} / ${now.row.raw}`;
    const [from, to] = [a.value, b.value];
    return [
      {
        words: contentWords(name),
        from,
        to,
        unit: a.unit === "percent" ? "percent" : "number",
        decimals: Math.max(a.decimals, b.decimals),
        raw,
        isOnly: grid.columns.length === 2,
      },
    ];
  });
}

/** Rows of tables near a block, nearest first, with their last two local periods. */
export function rowsNear(reading: Reading, index: number): RowChange[] {
  return reading.grids
    .filter((grid) => Math.abs(grid.block.index - index) <= reach)
    .sort((a, b) => Math.abs(a.block.index - index) - Math.abs(b.block.index - index))
    .flatMap((grid) => {
      const dated = grid.columns
        .map((name, column) => ({ column, period: isOwnLevel(name) && !/completed/iu.test(name) ? parsePeriodText(name) : null }))
        .filter(({ period }) => period !== null);
      return grid.rows
        .flatMap((row): RowChange[] => {
          const cells = dated.map(({ column }) => row.cells[column]).filter((cell) => cell?.value != null);
          const [a, b] = cells.slice(-2);
          if (a?.value == null || b?.value == null || a.unit !== b.unit) return [];
          return [
            {
              words: contentWords(row.label),
              from: a.value,
              to: b.value,
              unit: a.unit === "percent" ? "percent" : "number",
              decimals: Math.max(a.decimals, b.decimals),
              raw: row.raw,
              isOnly: grid.rows.length === 1,
            },
          ];
        })
        .concat(downColumns(grid));
    });
}
