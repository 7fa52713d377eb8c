import { childrenToReach } from "../../measures/children-to-reach.ts";
import { exactSum } from "../../measures/exact-sum.ts";
import { figureInterval } from "../../measures/interval.ts";
import { medianAbsoluteDeviation } from "../../measures/median-absolute-deviation.ts";
import { neighbourMean } from "../../measures/neighbour-mean.ts";
import { median } from "../../measures/quantile.ts";
import { quartileBand } from "../../measures/quartile-band.ts";
import { rank } from "../../measures/rank.ts";
import { sensitivity } from "../../measures/sensitivity.ts";
import { trendInProportions } from "../../measures/trend-in-proportions.ts";
import type { Counts } from "../../measures/two-proportions.ts";
import { verdictAgainst, verdictOfChange, verdictOfTrend } from "../../measures/verdict.ts";
import type { Interval } from "../../measures/wilson.ts";
import type { Authority } from "../../model/authority.ts";
import type { Comparison, Polarity } from "../../model/comparison.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Neighbour } from "../../model/neighbour.ts";
import { idOf } from "../../model/series-id.ts";
import type { SeriesRow } from "../../model/series.ts";
import type { EnglandPosition } from "./england.ts";
import type { MeasureGroup, PeriodGroup } from "./measure-groups.ts";
import type { NeighbourValues } from "./neighbour-values.ts";

type OneComparison = {
  measure: MeasureGroup;
  period: PeriodGroup;
  subject: SeriesRow;
  previous: PeriodGroup | undefined;
  years: readonly PeriodGroup[] | null;
  england: EnglandPosition | null;
  model: string;
  authority: Authority | undefined;
  neighbours: readonly Neighbour[];
  /** Their values in this period, and in the one before. */
  around: NeighbourValues;
  aroundBefore: NeighbourValues;
};

/** All columns for one authority, indicator, breakdown and period. */
export function compareOne(one: OneComparison): Comparison {
  const {
    measure: { indicator, breakdown },
    period,
    subject,
    model,
    authority,
  } = one;
  const { value, numerator, denominator } = subject;
  const { polarity } = indicator;
  const interval = value === null ? null : figureInterval(indicator.unit, numerator, denominator);
  const region = authority && period.regions.get(authority.region_code);
  const regionValue = region?.value ?? null;
  const englandValue = period.england?.value ?? null;
  const group = againstNeighbours(one, interval);
  return {
    comparison_id: idOf("c", subject.authority_code, indicator.id, breakdown, period.periodEnd, model),
    authority_code: subject.authority_code,
    authority: authority?.authority ?? subject.authority,
    indicator: indicator.id,
    breakdown,
    polarity,
    unit: indicator.unit,
    period: period.period,
    period_end: period.periodEnd,
    value,
    symbol: subject.symbol,
    numerator,
    denominator,
    ci_low: interval?.low ?? null,
    ci_high: interval?.high ?? null,
    ...sincePrevious(one),
    neighbour_model: model,
    ...group,
    region: authority?.region ?? "",
    region_value: regionValue,
    region_verdict: verdictAgainst(value, interval, regionValue, polarity),
    england_value: englandValue,
    england_verdict: verdictAgainst(value, interval, englandValue, polarity),
    ...inEngland(value, one.england, polarity),
    ...overFiveYears(one),
    children_to_neighbour_mean: childrenTo(indicator, subject, group.neighbour_mean),
    children_to_england: childrenTo(indicator, subject, englandValue),
    source: sourcesOf([subject, region, period.england, ...one.neighbours.map((n) => period.authorities.get(n.neighbour_code))]),
  };
}

function againstNeighbours({ around, aroundBefore, subject, neighbours, measure }: OneComparison, interval: Interval | null) {
  const { polarity } = measure.indicator;
  const { names, values } = around;
  const { mean, withValue } = neighbourMean(values);
  const before = neighbourMean(aroundBefore.values).mean;
  const ranked = polarity !== "none" && neighbours.length > 0 && subject.value !== null;
  const eleven = subject.value === null ? values : [subject.value, ...values];
  return {
    neighbour_mean: mean,
    neighbour_median: median(values),
    neighbour_mad: medianAbsoluteDeviation(values),
    neighbours_with_value: withValue,
    neighbour_min: withValue === 0 ? null : Math.min(...values),
    neighbour_max: withValue === 0 ? null : Math.max(...values),
    neighbour_verdict: verdictAgainst(subject.value, interval, mean, polarity),
    neighbour_change: mean === null || before === null ? null : difference(mean, before),
    sensitivity: sensitivity(
      subject.value,
      interval,
      values.map((value, i) => ({ name: names[i] ?? "", value })),
      polarity,
    ).join(";"),
    closeness_note: neighbours
      .filter(({ closeness }) => /^(somewhat|not)\b/i.test(closeness))
      .map(({ neighbour, closeness }) => `${neighbour} (${closeness.toLowerCase()})`)
      .join(";"),
    rank: ranked ? rank(subject.value, eleven, polarity) : null,
    rank_of: ranked ? eleven.length : null,
    rank_tied: ranked ? values.filter((value) => value === subject.value).length : null,
  };
}

function inEngland(value: number | null, england: EnglandPosition | null, polarity: Polarity) {
  if (!england || value === null || polarity === "none") {
    return { england_rank: null, england_rank_of: null, england_quartile: "" };
  }
  return {
    england_rank: rank(value, england.values, polarity),
    england_rank_of: england.values.length,
    england_quartile: quartileBand(value, england.cuts, polarity) ?? "",
  };
}

function sincePrevious({ previous, subject, measure }: OneComparison) {
  const before = previous?.authorities.get(subject.authority_code);
  const change = subject.value === null || before?.value == null ? null : difference(subject.value, before.value);
  return {
    previous_period: before ? before.period : "",
    previous_value: before?.value ?? null,
    previous_numerator: before?.numerator ?? null,
    previous_denominator: before?.denominator ?? null,
    change,
    change_verdict: verdictOfChange(
      change,
      testable(measure.indicator, before),
      testable(measure.indicator, subject),
      measure.indicator.polarity,
    ),
  };
}

function overFiveYears({ years, subject, measure }: OneComparison) {
  const points = (years ?? []).map((year) => testable(measure.indicator, year.authorities.get(subject.authority_code)));
  const counts = points.filter((point) => point !== null);
  const trend = counts.length === 5 ? trendInProportions(counts) : null;
  return {
    trend_verdict: verdictOfTrend(trend, measure.indicator.polarity),
    trend_start: trend ? (years?.[0]?.period ?? "") : "",
  };
}

/** Counts that tests of proportions may use: those behind a percentage, or behind a rate of the population. */
function testable(indicator: Indicator, row: SeriesRow | undefined): Counts | null {
  if (indicator.unit !== "percent" && indicator.unit !== "rate_per_10k") return null;
  if (!row || row.value === null || row.numerator === null || row.denominator === null) return null;
  return { numerator: row.numerator, denominator: row.denominator };
}

function childrenTo(
  { unit, polarity, theme }: Indicator,
  { value, numerator, denominator }: SeriesRow,
  target: number | null,
): number | null {
  // The workforce is counted in full-time equivalents, where "one more child" has no meaning.
  if (unit !== "percent" || polarity === "none" || theme === "workforce") return null;
  if (value === null || numerator === null || denominator === null || target === null) return null;
  // A published 86% is level with a mean of 85.8 though the counts behind it may be 85.6%: no page may
  // say "ahead" and "one more child" of the same figure.
  if (polarity === "high" ? value >= target : value <= target) return 0;
  return childrenToReach(numerator, denominator, target, polarity);
}

/** The difference of two figures as decimals give it: 13.2 less 14.5 is -1.3. */
function difference(after: number, before: number): number {
  const exact = exactSum([after, -before]);
  return Math.round(exact * 1e10) / 1e10;
}

function sourcesOf(rows: readonly (SeriesRow | undefined)[]): string {
  return [...new Set(rows.flatMap((row) => (row && row.source !== "" ? [row.source] : [])))].sort().join(";");
}
