import { median } from "./quantile.ts";

/** Median distance from the median, unscaled and in the unit of the values; null without values. */
export function medianAbsoluteDeviation(values: readonly number[]): number | null {
  const middle = median(values);
  return middle === null ? null : median(values.map((value) => Math.abs(value - middle)));
}
