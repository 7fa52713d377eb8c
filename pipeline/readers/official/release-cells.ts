import { parseNumber } from "../../core/csv.ts";
import { symbols, type DataSymbol } from "../../model/series.ts";

/** A number, or the symbol that stands in its place. */
export type Figure = { value: number | null; symbol: DataSymbol };

const known: ReadonlySet<string> = new Set(symbols.filter((symbol) => symbol !== ""));

/** A published cell; null when it is neither a number nor a symbol of the DfE. */
export function parseFigure(cell: string): Figure | null {
  const value = parseNumber(cell);
  if (value !== null) return { value, symbol: "" };
  const symbol = cell.toLowerCase();
  return isSymbol(symbol) ? { value: null, symbol } : null;
}

function isSymbol(text: string): text is DataSymbol {
  return known.has(text);
}

/** The calendar year in which a period ends: 2025 and 202425 are both 2025; null for anything else. */
export function endYear(timePeriod: string): number | null {
  if (/^\d{4}$/.test(timePeriod)) return Number(timePeriod);
  if (!/^\d{6}$/.test(timePeriod)) return null;
  const start = Number(timePeriod.slice(0, 4));
  return (start + 1) % 100 === Number(timePeriod.slice(4)) ? start + 1 : null;
}

/** A filter value with white space folded and capitals gone, so that "17 to 18 Years " is "17 to 18 years". */
export function foldFilter(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
