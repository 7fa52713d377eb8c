import type { ChangeVerdict, Polarity, TrendVerdict, Verdict } from "../model/comparison.ts";
import type { Trend } from "./trend-in-proportions.ts";
import { chiSquare95 } from "./trend-in-proportions.ts";
import { differs, type Counts } from "./two-proportions.ts";
import type { Interval } from "./wilson.ts";

/**
 * A figure against a comparator that is treated as exact: better or worse only when the whole interval
 * lies on that side. Without a value or a comparator nothing is compared; without an interval nothing
 * is tested. A published figure that rounding puts level with the comparator, or past it, is similar.
 */
export function verdictAgainst(value: number | null, interval: Interval | null, comparator: number | null, polarity: Polarity): Verdict {
  if (value === null || comparator === null) return "not_compared";
  if (interval === null) return "not_tested";
  const side =
    interval.low > comparator && value > comparator ? "above" : interval.high < comparator && value < comparator ? "below" : "level";
  if (side === "level") return "similar";
  if (polarity === "none") return side === "above" ? "higher" : "lower";
  return (side === "above") === (polarity === "high") ? "better" : "worse";
}

/** A change between two years, tested with the two-proportion z test at 95%. */
export function verdictOfChange(change: number | null, before: Counts | null, after: Counts | null, polarity: Polarity): ChangeVerdict {
  if (change === null) return "not_compared";
  const clear = before && after ? differs(before, after) : null;
  if (clear === null || !before || !after) return "not_tested";
  const rise = after.numerator / after.denominator - before.numerator / before.denominator;
  // Rounding can hide a change that the counts show, or turn it: then nothing is claimed.
  if (!clear || Math.sign(rise) !== Math.sign(change)) return "no_clear_change";
  if (polarity === "none") return change > 0 ? "rose" : "fell";
  return change > 0 === (polarity === "high") ? "improved" : "worsened";
}

/** Trend over five yearly points; null when there was nothing to test. */
export function verdictOfTrend(trend: Trend | null, polarity: Polarity): TrendVerdict {
  if (trend === null) return "not_tested";
  if (trend.chiSquare <= chiSquare95 || trend.direction === "level") return "no_clear_trend";
  if (polarity === "none") return trend.direction;
  return (trend.direction === "rising") === (polarity === "high") ? "improving" : "worsening";
}
