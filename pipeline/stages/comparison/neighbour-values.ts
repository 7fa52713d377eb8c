import { collect, join, tableOf } from "../../core/table.ts";
import { byKey } from "../../core/sort.ts";
import type { Neighbour } from "../../model/neighbour.ts";
import type { SeriesRow } from "../../model/series.ts";

/** Neighbours that have a value, closest first, with their values beside them. */
export type NeighbourValues = { names: readonly string[]; values: readonly number[] };
export type NeighbourIndex = (authority: string, indicator: string, breakdown: string, periodEnd: string) => NeighbourValues;

const none: NeighbourValues = { names: [], values: [] };
const key = (...parts: readonly string[]): string => parts.join("|");

/**
 * Values of every authority's neighbours, for every indicator, breakdown and period: neighbours joined to
 * official figures by code. The join multiplies rows (ten to a figure), which is what tables are for; the
 * comparison itself looks single rows up, where a map is quicker than a table.
 */
export function neighbourIndex(neighbours: readonly Neighbour[], official: readonly SeriesRow[]): NeighbourIndex {
  const lists = tableOf(byKey(neighbours, ["authority_code", "rank"]), ["authority_code", "neighbour_code", "neighbour"]);
  const renamed = official.flatMap(({ authority_code, indicator, breakdown, period_end, value }) =>
    value === null ? [] : [{ code: authority_code, indicator, breakdown, period_end, value }]);
  const figures = tableOf(renamed, ["code", "indicator", "breakdown", "period_end", "value"]);
  const met = join(lists, figures, ["neighbour_code", "code"], [["authority_code", "neighbour"], ["indicator", "breakdown", "period_end", "value"]]);
  const grouped = new Map<string, NeighbourValues>();
  for (const row of collect(met, ["authority_code", "indicator", "breakdown", "period_end"], ["neighbour", "value"])) {
    grouped.set(key(row.authority_code, row.indicator, row.breakdown, row.period_end), { names: row.neighbour, values: row.value });
  }
  return (...about) => grouped.get(key(...about)) ?? none;
}
