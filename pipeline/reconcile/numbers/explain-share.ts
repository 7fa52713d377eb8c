import type { Grid } from "../reading/grid.ts";
import { agreement, roundTo } from "./rounding.ts";

/** A share that was printed wrong, and the counts it was printed for. */
export type WrongShare = { count: number; of: number; printed: number; decimals: number };

/**
 * The likely cause, as a sentence, or "" when none fits: the first rows of a table that add up to the
 * count behind the printed percentage, the complement, exchanged digits, or another base nearby.
 */
export function likelyCause(share: WrongShare, grids: readonly Grid[], otherCounts: readonly number[]): string {
  const { count, of, printed, decimals } = share;
  const fits = (n: number, base: number): boolean => agreement((100 * n) / base, printed, decimals) === "rounded";
  for (const grid of grids) {
    const rows = firstRows(grid, of, (n) => fits(n, of));
    if (rows) return `${printed}% is ${rows.sum} of ${of}: ${rows.names}.`;
  }
  if (fits(of - count, of)) return `${printed}% is the share of the other ${of - count}.`;
  const swapped = exchangeDigits(roundTo((100 * count) / of, decimals)).includes(printed.toFixed(decimals));
  if (swapped) return "Two digits look exchanged.";
  const base = otherCounts.find((other) => other !== of && other > count && fits(count, other));
  if (base !== undefined) return `${printed}% is ${count} of ${base}.`;
  const numerator = Math.round((printed * of) / 100);
  return decimals > 0 && of < 1000 && fits(numerator, of) ? `${printed}% would be ${numerator} of ${of}.` : "";
}

/** The rows from the top of a table with this total whose counts add up to a sum that fits. */
function firstRows(grid: Grid, total: number, fits: (n: number) => boolean): { sum: number; names: string } | null {
  for (let column = 1; column < grid.columns.length; column++) {
    const counts = grid.rows.map((row) => ({ label: row.label, cell: row.cells[column] }));
    if (!counts.some(({ cell }) => cell?.value === total && cell.unit === "count")) continue;
    let sum = 0;
    const names: string[] = [];
    for (const { label, cell } of counts) {
      if (cell?.value == null || cell.unit !== "count" || cell.value === total) break;
      sum += cell.value;
      names.push(label);
      if (names.length > 1 && fits(sum)) return { sum, names: `the rows ${names.map((name) => `"${name}"`).join(" and ")} together` };
    }
  }
  return null;
}

function exchangeDigits(printed: string): string[] {
  const out: string[] = [];
  for (let i = 0; i < printed.length; i++) {
    for (let j = i + 1; j < printed.length; j++) {
      if (printed[i] === "." || printed[j] === "." || printed[i] === printed[j]) continue;
      const digits = [...printed];
      [digits[i], digits[j]] = [digits[j]!, digits[i]!];
      out.push(digits.join(""));
    }
  }
  return out;
}
