import { byKey } from "../core/sort.ts";
import { indicators as declared } from "../indicators/all.ts";
import type { Authority } from "../model/authority.ts";
import { comparisons, type Comparison } from "../model/comparison.ts";
import { publishedBreakdown, type Indicator } from "../model/indicator.ts";
import type { Neighbour } from "../model/neighbour.ts";
import { isUsable, type Observation } from "../model/observation.ts";
import { series as seriesTable, type SeriesRow } from "../model/series.ts";
import { compareOne } from "./comparison/compare-one.ts";
import { englandPosition } from "./comparison/england.ts";
import { fiveYears, measureGroups, previousPeriod } from "./comparison/measure-groups.ts";
import { neighbourIndex, pointOf } from "./comparison/neighbour-values.ts";

type SeriesInput = {
  official: readonly SeriesRow[];
  observations: readonly Observation[];
  local: readonly SeriesRow[];
  authorities: readonly Authority[];
  indicators?: readonly Indicator[];
};

/**
 * Official figures, an authority's own and those that documents state of their own authority, in one
 * table sorted by key. Observations that a person rejected, that are under 0.5 confidence, that speak of
 * somebody else, or whose value, authority or period is not known are left out; a document's repetition
 * of the same figure joins once. A figure that names no part joins the part that is published, where that
 * is the whole of the indicator.
 */
export function buildSeries({ official, observations, local, authorities, indicators = declared }: SeriesInput): SeriesRow[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const codes = new Set(authorities.map((authority) => authority.authority_code));
  const quoted = new Map<string, SeriesRow>();
  for (const observation of byKey(observations, ["observation_id"])) {
    if (!plottable(observation) || !codes.has(observation.authority_code)) continue;
    const row = fromObservation(observation);
    const same = [row.source, row.authority_code, row.indicator, row.breakdown, row.period, row.value, row.unit].join("|");
    if (!quoted.has(same)) quoted.set(same, row);
  }
  return byKey(
    [...official, ...[...local, ...quoted.values()].map((row) => inPublishedPart(row, byId.get(row.indicator)))],
    seriesTable.key,
  );
}

function inPublishedPart(row: SeriesRow, indicator: Indicator | undefined): SeriesRow {
  return indicator ? { ...row, breakdown: publishedBreakdown(indicator, row.breakdown) } : row;
}

function plottable(observation: Observation): boolean {
  return observation.subject === "local" && observation.value !== null && observation.period_end !== "" && isUsable(observation);
}

function fromObservation(observation: Observation): SeriesRow {
  const { observation_id, document, authority_code, authority, indicator, breakdown, period, period_end } = observation;
  const { value, numerator, denominator, unit, qualifier } = observation;
  return {
    series_id: `s-${observation_id}`,
    authority_code,
    authority,
    level: "local_authority",
    indicator,
    breakdown,
    period,
    period_end,
    value,
    numerator,
    denominator,
    symbol: "",
    unit,
    qualifier,
    origin: "document",
    source: document,
    source_line: observation_id,
  };
}

type CompareInput = {
  series: readonly SeriesRow[];
  neighbours: readonly Neighbour[];
  authorities: readonly Authority[];
  /** Year of the neighbour model, such as 2025. */
  model: string;
  /** False keeps ranks and bands in England out even where a release lists all of England. */
  allEngland: boolean;
  indicators?: readonly Indicator[];
};

/**
 * Every authority with an official row, for every indicator, breakdown and period: one comparison each,
 * sorted by key. Only official rows of the same indicator, breakdown and period meet. A period in which
 * an authority did not exist (before its first or after its last figure) has no comparison.
 */
export function compare({ series, neighbours, authorities, model, allEngland, indicators = declared }: CompareInput): Comparison[] {
  const known = new Map(authorities.map((authority) => [authority.authority_code, authority]));
  const ofModel = byKey(
    neighbours.filter((neighbour) => neighbour.model === model),
    ["authority_code", "rank"],
  );
  const neighboursOf = Map.groupBy(ofModel, (neighbour) => neighbour.authority_code);
  const official = series.filter((row) => row.origin === "official" && row.level === "local_authority");
  const valuesAround = neighbourIndex(ofModel, official);
  const lifetimes = lifetimesOf(series);
  const rows: Comparison[] = [];
  for (const measure of measureGroups(series, indicators)) {
    for (const period of measure.periods) {
      const england = allEngland ? englandPosition(period) : null;
      const previous = previousPeriod(measure, period);
      const years = fiveYears(measure, period);
      const point = pointOf(measure.indicator.id, measure.breakdown, period.periodEnd);
      const pointBefore = pointOf(measure.indicator.id, measure.breakdown, previous?.periodEnd ?? "");
      for (const subject of period.authorities.values()) {
        const lifetime = lifetimes.get(subject.authority_code);
        if (!lifetime || period.periodEnd < lifetime.first || period.periodEnd > lifetime.last) continue;
        const { authority_code } = subject;
        rows.push(
          compareOne({
            measure,
            period,
            subject,
            previous,
            years,
            england,
            model,
            authority: known.get(authority_code),
            neighbours: neighboursOf.get(authority_code) ?? [],
            around: valuesAround(authority_code, point),
            aroundBefore: valuesAround(authority_code, pointBefore),
          }),
        );
      }
    }
  }
  return byKey(rows, comparisons.key);
}

/** First and last period end at which an authority has any official figure, or a symbol other than "not applicable". */
function lifetimesOf(series: readonly SeriesRow[]): Map<string, { first: string; last: string }> {
  const lifetimes = new Map<string, { first: string; last: string }>();
  for (const { origin, symbol, authority_code, period_end } of series) {
    if (origin !== "official" || symbol === "z") continue;
    const lifetime = lifetimes.get(authority_code);
    if (!lifetime) lifetimes.set(authority_code, { first: period_end, last: period_end });
    else if (period_end < lifetime.first) lifetime.first = period_end;
    else if (period_end > lifetime.last) lifetime.last = period_end;
  }
  return lifetimes;
}

/** The newest model that lists neighbours; "" when none does. */
export function newestModel(neighbours: readonly Neighbour[]): string {
  return neighbours.reduce((newest, { model }) => (model > newest ? model : newest), "");
}
