import { z95, z998, type Interval } from "./wilson.ts";

/**
 * Funnel limits of a proportion around a baseline, for a base of a given size: where Wilson's interval of
 * an observed proportion would just touch the baseline, continuity corrected as in the Office for Health
 * Improvement and Disparities' method. 0 to 1; null when the base is not above 0.
 */
export function funnelLimits(baseline: number, denominator: number, z: number): Interval | null {
  if (!(denominator > 0) || !(baseline >= 0) || !(baseline <= 1)) return null;
  const z2 = z * z;
  const first = baseline * (denominator / z2 + 1);
  const last = 1 / z2 + 1 / denominator;
  const inner = denominator * (baseline * (denominator / z2 + 2) - 1) + z2 * (baseline - 1);
  const spread = Math.sqrt((-8 * first) ** 2 - 64 * last * baseline * inner) / 8;
  return {
    low: Math.max(0, (first - spread) / last / denominator),
    high: Math.min(1, (first + spread) / last / denominator),
  };
}

/** Where a proportion lies in the funnel: 2 and -2 outside the 99.8% limits, 1 and -1 outside the 95% limits, 0 within. */
export function funnelPosition(numerator: number, denominator: number, baseline: number): -2 | -1 | 0 | 1 | 2 | null {
  const inner = funnelLimits(baseline, denominator, z95);
  const outer = funnelLimits(baseline, denominator, z998);
  if (!inner || !outer) return null;
  const p = numerator / denominator;
  if (p > outer.high) return 2;
  if (p < outer.low) return -2;
  if (p > inner.high) return 1;
  return p < inner.low ? -1 : 0;
}
