import { agreement, roundTo, type Agreement } from "./rounding.ts";

/** A percentage as printed, of a sentence or of a cell. */
export type PrintedShare = { value: number | null; decimals: number };

/** How a printed percentage stands to a count and its base. */
export const judgeShare = (count: number, of: number, percent: PrintedShare): Agreement =>
  agreement((100 * count) / of, percent.value ?? 0, percent.decimals);

/** The count can be the part of the base that the percentage says. */
export const fitsShare = (count: number, of: number, percent: PrintedShare): boolean =>
  of > 0 && count <= of && judgeShare(count, of, percent) !== "wrong";

/** The count, or those of the base that it leaves, can be that part: "84% on time" beside the 16 who were late. */
export const fitsShareOrRest = (count: number, of: number, percent: PrintedShare): boolean =>
  count <= of && (fitsShare(count, of, percent) || fitsShare(of - count, of, percent));

/** The share as it should have been printed beside such a percentage, with one decimal at least: "80.0%". */
export const printShare = (count: number, of: number, beside: { decimals: number }): string =>
  `${roundTo((100 * count) / of, Math.max(1, beside.decimals))}%`;

/** A count with the percentage printed beside it. */
export type CountedShare = { count: number; percent: PrintedShare };

/** Every number up to the highest of which all of the counts are the shares printed beside them, to the digit. */
export function commonBases(shares: readonly CountedShare[], highest: number): number[] {
  const largest = Math.max(1, ...shares.map(({ count }) => count));
  return Array.from({ length: Math.max(0, Math.floor(highest) - largest) }, (_, at) => largest + 1 + at).filter((base) =>
    shares.every(({ count, percent }) => judgeShare(count, base, percent) === "rounded"),
  );
}
