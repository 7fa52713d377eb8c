import type { Unit } from "../model/indicator.ts";
import { rateInterval } from "./byar.ts";
import { wilson, type Interval } from "./wilson.ts";

/** How many of a rate's people make one unit of it. */
const multipliers: Partial<Record<Unit, number>> = { percent: 100, rate_per_10k: 10_000 };

/**
 * 95% interval of a published figure, in its unit: Wilson's for percentages, Byar's for rates. Null for
 * other units and where the counts behind the figure were not published.
 */
export function figureInterval(unit: Unit, numerator: number | null, denominator: number | null): Interval | null {
  const multiplier = multipliers[unit];
  if (multiplier === undefined || numerator === null || denominator === null) return null;
  if (unit === "rate_per_10k") return rateInterval(numerator, denominator, multiplier);
  const interval = wilson(numerator, denominator);
  return interval && { low: interval.low * multiplier, high: interval.high * multiplier };
}
