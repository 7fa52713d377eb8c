import { z95 } from "./wilson.ts";

export type Counts = { numerator: number; denominator: number };

/**
 * z of the difference b less a under the pooled proportion. Null when a base is not above 0, a count is
 * outside its base, or everybody or nobody is counted in both (no variance to test with).
 */
export function twoProportionZ(a: Counts, b: Counts): number | null {
  if (![a, b].every((c) => c.denominator > 0 && c.numerator >= 0 && c.numerator <= c.denominator)) return null;
  const pooled = (a.numerator + b.numerator) / (a.denominator + b.denominator);
  const variance = pooled * (1 - pooled) * (1 / a.denominator + 1 / b.denominator);
  return variance > 0 ? (b.numerator / b.denominator - a.numerator / a.denominator) / Math.sqrt(variance) : null;
}

/** Whether the two differ by more than chance, two-sided at 95%. Null as above. */
export function differs(a: Counts, b: Counts): boolean | null {
  const z = twoProportionZ(a, b);
  return z === null ? null : Math.abs(z) > z95;
}
