import { cutPoints, type CutPoints } from "../measures/quartile-band.ts";
import { fewestInEngland } from "../model/authority.ts";
import type { Comparison } from "../model/comparison.ts";
import type { ChartData, Measure } from "./data.ts";

export type England = { rows: readonly (Comparison & { value: number })[]; leftOut: number; cuts: CutPoints };

/** Every English authority's figure for a period with the LAIT cut points; null unless all of England is loaded. */
export function englandOf(data: ChartData, measure: Measure, periodEnd: string): England | null {
  if (!data.allEngland) return null;
  const everyone = data.everyone(measure, periodEnd);
  if (everyone.length < fewestInEngland) return null;
  const rows = everyone.filter((row): row is Comparison & { value: number } => row.value !== null);
  const cuts = cutPoints(rows.map(({ value }) => value));
  return cuts && { rows, leftOut: everyone.length - rows.length, cuts };
}
