import { sortedQuantile } from "./quantile.ts";

export type CutPoints = readonly [q0: number, q1: number, q2: number, q3: number, q4: number];
export type Band = "A" | "B" | "C" | "D";

/** Lowest, quartiles and highest by type 7; null without values. */
export function cutPoints(values: readonly number[]): CutPoints | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [q0, q1, q2, q3, q4] = [0, 0.25, 0.5, 0.75, 1].map((p) => sortedQuantile(sorted, p));
  if (q0 == null || q1 == null || q2 == null || q3 == null || q4 == null) return null;
  return [q0, q1, q2, q3, q4];
}

/**
 * LAIT quartile band. Up to Q1 inclusive is the lowest band, then up to Q2, Q3 and the highest value.
 * Low is good: they read A, B, C, D. High is good: the same intervals read D, C, B, A, so a value equal
 * to Q3 is B. Null for a missing value, one outside the cut points, or one between cut points of which
 * one is missing.
 */
export function quartileBand(value: number | null, cuts: readonly (number | null)[], polarity: "high" | "low"): Band | null {
  if (value === null) return null;
  const bands = polarity === "low" ? (["A", "B", "C", "D"] as const) : (["D", "C", "B", "A"] as const);
  for (const [i, band] of bands.entries()) {
    const [from, to] = [cuts[i] ?? null, cuts[i + 1] ?? null];
    if (from === null || to === null) continue;
    if ((value > from || (i === 0 && value === from)) && value <= to) return band;
  }
  return null;
}
