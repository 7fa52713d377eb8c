import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid, type GridRow } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import { agreement } from "../../numbers/rounding.ts";
import { judgeShare, printShare } from "../../numbers/shares.ts";

type Rest = { total: number; without: number; row: GridRow; grid: Grid };

/** Tables of counts with a total and one row for those to whom it did not happen ("No initial assessment"). */
function rests(grids: readonly Grid[]): Rest[] {
  return grids.flatMap((grid) =>
    grid.columns.flatMap((_, column) => {
      if (column === 0) return [];
      const total = grid.rows.find((row) => isTotal(row.label))?.cells[column]?.value ?? null;
      const none = grid.rows.filter((row) => /^(?:no|not|none|without|never|declined|missing)\b/iu.test(row.label));
      const without = none[0]?.cells[column];
      if (total === null || none.length !== 1 || without?.value == null || without.unit !== "count") return [];
      const counted = grid.rows
        .filter((row) => !isTotal(row.label))
        .map((row) => row.cells[column])
        .filter((cell) => cell?.unit === "count");
      const sum = counted.reduce((made, cell) => made + (cell?.value ?? 0), 0);
      return sum === total ? [{ total, without: without.value, row: none[0]!, grid }] : [];
    }),
  );
}

/** A share "completed" of a base, against the table that counts how many of that base were not. */
export const complement = perDocument("arithmetic", "A completed share against a table that counts the rest", (reading) => {
  const known = rests(reading.grids);
  return reading.grids.flatMap((grid) =>
    grid.rows.flatMap((row) => {
      const share = row.cells.find((cell) => cell.share)?.share;
      const rest = share && known.find((one) => one.total === share.of && one.grid !== grid);
      if (!share || !rest || !/complet|had|held|done|receiv|seen/iu.test(row.label) || /time|within/iu.test(row.label)) return [];
      const counted = rest.total - rest.without;
      const exact = (100 * counted) / rest.total;
      return row.cells.flatMap((cell, column) => {
        if (
          cell.value === null ||
          cell.unit !== "percent" ||
          agreement(exact, cell.value, cell.decimals) !== "wrong" ||
          Math.abs(cell.value - exact) > 10
        )
          return [];
        if (judgeShare(share.count, share.of, cell) !== "wrong") return [];
        const nearest = Math.round((cell.value * rest.total) / 100);
        const expected = printShare(counted, rest.total, cell);
        const as = judgeShare(nearest, rest.total, cell) === "rounded" ? `, which is ${nearest} of ${rest.total}` : "";
        return oneFinding(reading, {
          kind: "arithmetic",
          severity: "error",
          stated: cell.text,
          expected,
          heading: `${cell.text} completed, but ${counted} of ${rest.total} is ${expected}`,
          message: `"${row.label}" is printed as ${cell.text}${as}. The table that counts them has ${rest.without} without one, so ${counted} of ${rest.total}: ${expected}.`,
          quote: `${row.raw} / ${rest.row.raw}`,
          place: placeOfRow(grid, row, grid.columns[column]),
        });
      });
    }),
  );
});
