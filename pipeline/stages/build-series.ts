import { byKey } from "../core/sort.ts";
import type { Authority } from "../model/authority.ts";
import type { Observation } from "../model/observation.ts";
import { series as schema, type SeriesRow } from "../model/series.ts";

export type SeriesInput = {
  official: readonly SeriesRow[];
  observations: readonly Observation[];
  local: readonly SeriesRow[];
  authorities: readonly Authority[];
};

/**
 * Official figures, an authority's own and those that documents state of their own authority, in one
 * table sorted by key. Observations that a person rejected, that are under 0.5 confidence, that speak of
 * somebody else, or whose value, authority or period is not known are left out; a document's repetition
 * of the same figure joins once.
 */
export function buildSeries({ official, observations, local, authorities }: SeriesInput): SeriesRow[] {
  const codes = new Set(authorities.map((authority) => authority.authority_code));
  const quoted = new Map<string, SeriesRow>();
  for (const observation of byKey(observations, ["observation_id"])) {
    if (!plottable(observation) || !codes.has(observation.authority_code)) continue;
    const row = fromObservation(observation);
    const same = [row.source, row.authority_code, row.indicator, row.breakdown, row.period, row.value, row.unit].join("|");
    if (!quoted.has(same)) quoted.set(same, row);
  }
  return byKey([...official, ...local, ...quoted.values()], schema.key);
}

function plottable(observation: Observation): boolean {
  return observation.subject === "local"
    && observation.value !== null
    && observation.period_end !== ""
    && observation.review !== "rejected"
    && (observation.review !== "" || (observation.confidence ?? 0) >= 0.5);
}

function fromObservation(observation: Observation): SeriesRow {
  const { observation_id, document, authority_code, authority, indicator, breakdown, period, period_end } = observation;
  const { value, numerator, denominator, unit, qualifier } = observation;
  return {
    series_id: `s-${observation_id}`,
    authority_code, authority, level: "local_authority",
    indicator, breakdown, period, period_end,
    value, numerator, denominator, symbol: "", unit, qualifier,
    origin: "document",
    source: document,
    source_line: observation_id,
  };
}
