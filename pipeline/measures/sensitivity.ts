import type { Polarity, Verdict } from "../model/comparison.ts";
import { mean } from "./exact-sum.ts";
import { median } from "./quantile.ts";
import { verdictAgainst } from "./verdict.ts";
import type { Interval } from "./wilson.ts";

type NamedValue = { name: string; value: number };

/**
 * What the verdict against the neighbour mean rests on: names of neighbours without any one of which it
 * would differ, in the order given, then "median" when the median in place of the mean would change it.
 * Empty when nothing would, or when nothing was tested.
 */
export function sensitivity(
  value: number | null,
  interval: Interval | null,
  neighbours: readonly NamedValue[],
  polarity: Polarity,
): string[] {
  const values = neighbours.map((neighbour) => neighbour.value);
  const verdictOf = (comparator: number | null): Verdict => verdictAgainst(value, interval, comparator, polarity);
  const verdict = verdictOf(mean(values));
  if (verdict === "not_compared" || verdict === "not_tested") return [];
  const changed = new Map<number, boolean>();
  const changes = (left: number): boolean => {
    // Without its one neighbour there would be no mean to differ from.
    if (values.length < 2) return false;
    const known = changed.get(left) ?? verdictOf(mean(without(values, left))) !== verdict;
    changed.set(left, known);
    return known;
  };
  const names = neighbours.filter((neighbour) => changes(neighbour.value)).map((neighbour) => neighbour.name);
  return verdictOf(median(values)) === verdict ? names : [...names, "median"];
}

/** The values less one of those that equal the one given: neighbours with the same value weigh the same. */
function without(values: readonly number[], left: number): number[] {
  const at = values.indexOf(left);
  return values.filter((_, i) => i !== at);
}
