import { byKey } from "../core/sort.ts";
import { indicators as declared } from "../indicators/all.ts";
import { publishedBreakdown, type Indicator } from "../model/indicator.ts";
import { isUsable, type Observation } from "../model/observation.ts";
import { idOf } from "../model/series-id.ts";
import type { SeriesRow } from "../model/series.ts";
import { targets as schema, type Target } from "../model/target.ts";

type TargetsInput = {
  /** Targets of local files, as series rows whose value is the target. */
  local: readonly SeriesRow[];
  observations: readonly Observation[];
  indicators?: readonly Indicator[];
};

/**
 * Targets of local files and those that documents state, sorted by key. Stated targets that a person
 * rejected or that are under 0.5 confidence are left out. A target that names no part joins the part that
 * is published, as figures do.
 */
export function collectTargets({ local, observations, indicators = declared }: TargetsInput): Target[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const partOf = (id: string, breakdown: string): string => {
    const indicator = byId.get(id);
    return indicator ? publishedBreakdown(indicator, breakdown) : breakdown;
  };
  const own = local.map(
    ({ series_id, authority_code, authority, indicator, breakdown, period, period_end, value, unit, source, source_line }): Target => ({
      target_id: series_id,
      authority_code,
      authority,
      indicator,
      breakdown: partOf(indicator, breakdown),
      period,
      period_end,
      target: value,
      unit,
      origin: "local",
      source,
      source_line,
    }),
  );
  const stated = observations
    .filter(isTarget)
    .map(({ observation_id, document, authority_code, authority, indicator, breakdown, period, period_end, value, unit }): Target => ({
      target_id: idOf("t", observation_id),
      authority_code,
      authority,
      indicator,
      breakdown: partOf(indicator, breakdown),
      period,
      period_end,
      target: value,
      unit,
      origin: "document",
      source: document,
      source_line: observation_id,
    }));
  return byKey([...own, ...stated], schema.key);
}

const isTarget = (observation: Observation): boolean =>
  observation.subject === "target" && observation.value !== null && observation.authority_code !== "" && isUsable(observation);
