import { mean } from "./exact-sum.ts";

/**
 * Type 7 quantile (R's and LAIT's): linear between order statistics. `p` from 0 to 1; null without
 * values. The values need not be sorted.
 */
export function quantile(values: readonly number[], p: number): number | null {
  return sortedQuantile(
    [...values].sort((a, b) => a - b),
    p,
  );
}

/** The same for values that are sorted already. */
export function sortedQuantile(sorted: readonly number[], p: number): number | null {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (at - Math.floor(at));
}

/** The middle value, or the mean of the two in the middle; null without values. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return mean(sorted.slice(Math.max(0, Math.floor(at)), Math.ceil(at) + 1));
}
