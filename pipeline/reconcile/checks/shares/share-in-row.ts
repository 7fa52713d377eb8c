import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perTable } from "../../check.ts";
import { likelyCause } from "../../numbers/explain-share.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Cell, type Grid, type GridRow } from "../../reading/grid.ts";
import type { Reading } from "../../reading/reading.ts";
import { judgeShare, printShare } from "../../numbers/shares.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";

type Entry = { cell: Cell; column: string };

/** The percentage that a cell such as "90 out of 116" stands for: in the column of its own period, or the only one. */
function partner(entries: readonly Entry[], share: Entry): Entry | null {
  const percents = entries.filter(({ cell }) => cell.value !== null && cell.unit === "percent");
  const period = parsePeriodText(share.column);
  const own = period === null ? [] : percents.filter(({ column }) => parsePeriodText(column) === period && isOwnLevel(column));
  if (own.length === 1) return own[0] ?? null;
  return percents.length === 1 && period === null ? (percents[0] ?? null) : null;
}

function report(reading: Reading, grid: Grid, row: GridRow): Finding[] {
  const entries = row.cells.map((cell, index) => ({ cell, column: grid.columns[index] ?? "" }));
  return entries.flatMap((entry): Finding[] => {
    const { share } = entry.cell;
    const percents = entries.filter(({ cell }) => cell.value !== null && cell.unit === "percent");
    if (!share || share.of === 0) return [];
    if (percents.some(({ cell }) => judgeShare(share.count, share.of, cell) === "rounded")) return [];
    const own = partner(entries, entry);
    if (!own || own.cell.value === null) return [];
    const { value, decimals, text } = own.cell;
    const small = judgeShare(share.count, share.of, own.cell) !== "wrong";
    const expected = printShare(share.count, share.of, own.cell);
    const cause = small
      ? "The last digit is cut off, not rounded."
      : likelyCause({ count: share.count, of: share.of, printed: value, decimals }, reading.grids, []);
    return oneFinding(reading, {
      kind: "arithmetic",
      severity: small ? "note" : "error",
      stated: text,
      expected,
      heading: small
        ? `${text} is not rounded: ${share.count} of ${share.of} is ${expected}`
        : `${text} printed, but ${share.count} of ${share.of} is ${expected}`,
      message: `The row "${row.label}" prints ${text} beside "${entry.cell.text}", which is ${expected}. ${cause}`.trim(),
      quote: row.raw,
      place: placeOfRow(grid, row, own.column),
    });
  });
}

export const shareInRow = perTable("arithmetic", "A percentage against the counts printed in its row", (reading, grid) =>
  grid.rows.flatMap((row) => report(reading, grid, row)),
);
