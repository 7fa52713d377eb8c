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
 * to Q3 is B. Null for a value outside the cut points, or missing.
 */
export function quartileBand(value: number | null, cuts: CutPoints, polarity: "high" | "low"): Band | null {
  const [q0, q1, q2, q3, q4] = cuts;
  if (value === null || !(value >= q0) || !(value <= q4)) return null;
  const interval = value <= q1 ? 0 : value <= q2 ? 1 : value <= q3 ? 2 : 3;
  const bands = polarity === "low" ? (["A", "B", "C", "D"] as const) : (["D", "C", "B", "A"] as const);
  return bands[interval] ?? null;
}
