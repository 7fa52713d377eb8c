import { cutPoints, type CutPoints } from "../measures/quartile-band.ts";
import type { Comparison } from "../model/comparison.ts";
import type { ChartData, Measure } from "./data.ts";

/** Fewer rows than this mean that only a part of England is loaded (there are 150 to 153 authorities). */
const fewestAuthorities = 145;

export type England = { rows: readonly (Comparison & { value: number })[]; leftOut: number; cuts: CutPoints };

/** Every English authority's figure for a period with the LAIT cut points; null unless all of England is loaded. */
export function englandOf(data: ChartData, measure: Measure, periodEnd: string): England | null {
  if (!data.allEngland) return null;
  const everyone = data.everyone(measure, periodEnd);
  if (everyone.length < fewestAuthorities) return null;
  const rows = everyone.filter((row): row is Comparison & { value: number } => row.value !== null);
  const cuts = cutPoints(rows.map(({ value }) => value));
  return cuts && { rows, leftOut: everyone.length - rows.length, cuts };
}
