import type { Origin } from "./figures/figure.ts";
import { originsOf } from "./origins.ts";
import type { EvidenceIndex } from "./tables.ts";
import { hasNumbers, traceNumbers } from "./trace.ts";

/** One cell of a workbook: its value as stored, the name of the figure that it must be ("" for words), and the rows it rests on. */
export type Cell = { readonly where: string; readonly value: string | number; readonly figure: string; readonly restsOn: readonly string[] };
export type UnsourcedCell = { readonly where: string; readonly text: string; readonly number: string; readonly restsOn: readonly string[] };

/** Cells whose number is not that figure of their row, and numbers in words that their row does not hold. Nothing is rounded in a workbook. */
export function unsourcedCells(cells: readonly Cell[], index: EvidenceIndex): UnsourcedCell[] {
  const known = new Map<string, Origin[]>();
  return cells.flatMap(({ where, value, figure, restsOn }) => {
    if (typeof value === "string" && !hasNumbers(value)) return [];
    const key = restsOn.join(" ");
    const origins = known.get(key) ?? originsOf(index, restsOn);
    known.set(key, origins);
    const numbers = typeof value === "string"
      ? traceNumbers(value, origins).filter((one) => one.figure === null).map(({ number }) => number)
      : origins.some(({ figures }) => figures.some((one) => one.name === figure && one.value === value)) ? [] : [String(value)];
    return numbers.map((number) => ({ where, text: String(value), number, restsOn }));
  });
}
