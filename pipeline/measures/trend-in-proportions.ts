import type { Counts } from "./two-proportions.ts";

/** Chi-square on one degree of freedom at 95%. */
export const chiSquare95 = 3.841458820694124;

export type Trend = { chiSquare: number; direction: "rising" | "falling" | "level" };

/**
 * Linear trend in proportions over points in order of time, one step apart: T²/(p(1−p)S) with
 * T = Σx(t−t̄), S = Σn(t−t̄)², t̄ weighted by n (Armitage 1955). Null when a base is not above 0, a count
 * is outside its base, or there is no variance.
 */
export function trendInProportions(points: readonly Counts[]): Trend | null {
  if (points.some((c) => !(c.denominator > 0) || c.numerator < 0 || c.numerator > c.denominator)) return null;
  const n = points.reduce((sum, c) => sum + c.denominator, 0);
  const p = points.reduce((sum, c) => sum + c.numerator, 0) / n;
  const centre = points.reduce((sum, c, t) => sum + c.denominator * t, 0) / n;
  const slope = points.reduce((sum, c, t) => sum + c.numerator * (t - centre), 0);
  const spread = points.reduce((sum, c, t) => sum + c.denominator * (t - centre) ** 2, 0);
  const variance = p * (1 - p) * spread;
  if (!(variance > 0)) return null;
  return { chiSquare: slope ** 2 / variance, direction: slope > 0 ? "rising" : slope < 0 ? "falling" : "level" };
}
