import { mean } from "./exact-sum.ts";

export type XmrLimits = {
  mean: number;
  /** Mean moving range behind the limits. */
  movingRange: number;
  low: number;
  high: number;
  /** Fewer than 13 points: the limits are on trial and will move as points come in. */
  trial: boolean;
};

const fewestPoints = 13;

/** Whether a series is too short for limits that last. */
export function isShortSeries(points: number, fewest: number = fewestPoints): boolean {
  return points < fewest;
}

/**
 * XmR limits of a monthly or quarterly series in order of time: mean ± 2.66 × mean moving range. Ranges
 * above 3.267 × their mean are left out once, so that one leap does not widen the limits. `fixAfter`
 * takes the limits from that many first points. Null for fewer than two values. Not for annual series.
 */
export function xmrLimits(
  values: readonly number[],
  { screen = true, fixAfter = values.length }: { screen?: boolean; fixAfter?: number } = {},
): XmrLimits | null {
  const basis = values.slice(0, fixAfter);
  const middle = mean(basis);
  const ranges = basis.slice(1).map((value, i) => Math.abs(value - (basis[i] ?? value)));
  const all = average(ranges);
  if (middle === null || all === null) return null;
  const movingRange = screen ? (average(ranges.filter((range) => range <= 3.267 * all)) ?? all) : all;
  return {
    mean: middle,
    movingRange,
    low: middle - 2.66 * movingRange,
    high: middle + 2.66 * movingRange,
    trial: isShortSeries(basis.length),
  };
}

const average = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Whether a process will meet its target by itself: "pass" when both limits are on the good side,
 * "fail" when both are on the other, "hit or miss" when the target lies between them.
 */
export function assurance(
  { low, high }: Pick<XmrLimits, "low" | "high">,
  target: number,
  polarity: "high" | "low",
): "pass" | "fail" | "hit or miss" {
  const above = low > target;
  const below = high < target;
  if (!above && !below) return "hit or miss";
  return above === (polarity === "high") ? "pass" : "fail";
}
