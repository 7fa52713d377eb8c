import type { Polarity } from "../model/comparison.ts";
import { neighbourMean } from "./neighbour-mean.ts";
import { median } from "./quantile.ts";
import { verdictAgainst } from "./verdict.ts";
import type { Interval } from "./wilson.ts";

export type NamedValue = { name: string; value: number };

/**
 * What the verdict against the neighbour mean rests on: names of neighbours without any one of which it
 * would differ, in the order given, then "median" when the median in place of the mean would change it.
 * Empty when nothing would, or when nothing was tested.
 */
export function sensitivity(value: number | null, interval: Interval | null, neighbours: readonly NamedValue[], polarity: Polarity): string[] {
  const values = neighbours.map((neighbour) => neighbour.value);
  const verdict = verdictAgainst(value, interval, neighbourMean(values).mean, polarity);
  if (verdict === "not_compared" || verdict === "not_tested") return [];
  const changed = neighbours
    .filter((_, left) => {
      const without = neighbourMean(values.filter((_value, i) => i !== left)).mean;
      return without !== null && verdictAgainst(value, interval, without, polarity) !== verdict;
    })
    .map((neighbour) => neighbour.name);
  return verdictAgainst(value, interval, median(values), polarity) === verdict ? changed : [...changed, "median"];
}
