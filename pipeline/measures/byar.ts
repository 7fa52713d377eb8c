import { chiSquareInverse } from "./chi-square-inverse.ts";
import { z95, type Interval } from "./wilson.ts";

/** Byar's approximation to the interval of a Poisson count; the lower end may fall below 0 for tiny counts. */
export function byarCount(count: number, z: number = z95): Interval {
  const low = count <= 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  const next = count + 1;
  return { low, high: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3 };
}

/** Exact Poisson interval of a count, from the chi-square distribution. `confidence` such as 0.95. */
export function exactCount(count: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  return {
    low: count <= 0 ? 0 : chiSquareInverse(tail, 2 * count) / 2,
    high: chiSquareInverse(1 - tail, 2 * count + 2) / 2,
  };
}

/**
 * 95% interval of a rate: Byar's, exact below 10 events, as the Office for Health Improvement and
 * Disparities computes it. `multiplier` 10,000 for rates per 10,000. Null when the base is not above 0
 * or the count is below 0.
 */
export function rateInterval(count: number, denominator: number, multiplier: number): Interval | null {
  if (!(denominator > 0) || !(count >= 0)) return null;
  const { low, high } = count < 10 ? exactCount(count) : byarCount(count);
  return { low: (low / denominator) * multiplier, high: (high / denominator) * multiplier };
}
