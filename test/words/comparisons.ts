import type { Comparison } from "../../pipeline/model/comparison.ts";
import { compare, newestModel } from "../../pipeline/stages/compare.ts";
import type { Figures } from "../../pipeline/stages/ingest-figures.ts";
import { ingestEngland, ingestShipped } from "../stages/published-files.ts";

/** Every comparison that the shipped figures give, of every authority, measure and period. */
export function shippedComparisons(): Comparison[] {
  return comparisonsOf(ingestShipped(), false);
}

/** The same for all of England, from the releases as published. */
export function englandComparisons(): Comparison[] {
  return comparisonsOf(ingestEngland(), true);
}

function comparisonsOf({ official, neighbours, authorities }: Figures, allEngland: boolean): Comparison[] {
  return compare({ series: official, neighbours, authorities, model: newestModel(neighbours), allEngland });
}

/** Rows of one authority and measure together, in order of time. */
export function byMeasure(rows: readonly Comparison[]): Comparison[][] {
  const groups = new Map<string, Comparison[]>();
  for (const row of rows) {
    const key = `${row.authority_code}|${row.indicator}|${row.breakdown}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
