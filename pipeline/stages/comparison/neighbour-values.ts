import { collect, join, tableOf } from "../../core/table.ts";
import { byKey } from "../../core/sort.ts";
import type { Neighbour } from "../../model/neighbour.ts";
import type { SeriesRow } from "../../model/series.ts";

/** Neighbours that have a value, closest first, with their values beside them. */
export type NeighbourValues = { names: readonly string[]; values: readonly number[] };
/** Looks up by authority and point: one indicator, breakdown and period. */
type NeighbourIndex = (authority: string, point: string) => NeighbourValues;

const none: NeighbourValues = { names: [], values: [] };

export const pointOf = (indicator: string, breakdown: string, periodEnd: string): string => `${indicator}|${breakdown}|${periodEnd}`;

/**
 * Values of every authority's neighbours, for every indicator, breakdown and period: neighbours joined to
 * official figures by code. The join multiplies rows (ten to a figure), which is what tables are for; the
 * comparison itself looks single rows up, where a map is quicker than a table.
 */
export function neighbourIndex(neighbours: readonly Neighbour[], official: readonly SeriesRow[]): NeighbourIndex {
  const lists = tableOf(byKey(neighbours, ["authority_code", "rank"]), ["authority_code", "neighbour_code", "neighbour"]);
  // One column for the point: grouping by two columns takes half the time of grouping by four.
  const points = official.flatMap(({ authority_code, indicator, breakdown, period_end, value }) =>
    value === null ? [] : [{ code: authority_code, point: pointOf(indicator, breakdown, period_end), value }],
  );
  const met = join(
    lists,
    tableOf(points, ["code", "point", "value"]),
    ["neighbour_code", "code"],
    [
      ["authority_code", "neighbour"],
      ["point", "value"],
    ],
  );
  const found = new Map<string, Map<string, NeighbourValues>>();
  for (const { authority_code, point, neighbour, value } of collect(met, ["authority_code", "point"], ["neighbour", "value"])) {
    const own = found.get(authority_code) ?? new Map<string, NeighbourValues>();
    found.set(authority_code, own.set(point, { names: neighbour, values: value }));
  }
  return (authority, point) => found.get(authority)?.get(point) ?? none;
}
