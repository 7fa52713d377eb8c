import type { Action } from "../model/action.ts";
import type { Authority } from "../model/authority.ts";
import type { Comparison } from "../model/comparison.ts";
import type { ControlPoint } from "../model/control-point.ts";
import type { DocumentRow } from "../model/document.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Observation } from "../model/observation.ts";
import type { SeriesRow } from "../model/series.ts";
import type { Source } from "../model/source.ts";

/** Everything that the charts of one authority may draw on. Rows of other places may be present. */
export type ChartInput = {
  authority: Authority;
  /** Its statistical neighbours, closest first. */
  group: readonly Authority[];
  comparisons: readonly Comparison[];
  series: readonly SeriesRow[];
  observations: readonly Observation[];
  actions: readonly Action[];
  /** Points of its own monthly and quarterly series with their limits; none where it sent none. */
  controlPoints?: readonly ControlPoint[];
  documents: readonly DocumentRow[];
  sources: readonly Source[];
  indicators: readonly Indicator[];
  /** True when figures of every English authority are loaded. */
  allEngland: boolean;
  /** True for packs that may show small counts. */
  internal: boolean;
  /** ISO date that stands for today. */
  reportDate: string;
};

/** A measure: an indicator, or one part of it. */
export type Measure = { indicator: Indicator; breakdown: string };

export type ChartData = ChartInput & {
  measures: readonly Measure[];
  /** The comparison of a place at the end of a period. */
  comparisonOf(code: string, measure: Measure, periodEnd: string): Comparison | undefined;
  /** Comparisons of the subject, oldest first. */
  history(measure: Measure): readonly Comparison[];
  /** The subject's newest comparison. */
  latest(measure: Measure): Comparison | undefined;
  /** Every authority's comparison at the end of a period. */
  everyone(measure: Measure, periodEnd: string): readonly Comparison[];
  /** Series rows of a place, oldest first. */
  seriesOf(code: string, measure: Measure): readonly SeriesRow[];
};

const keyOf = ({ indicator, breakdown }: Measure, ...rest: string[]): string => [indicator.id, breakdown, ...rest].join("|");

type Index = {
  byPeriod: Map<string, Comparison[]>;
  byPoint: Map<string, Comparison>;
  byPlace: Map<string, Comparison[]>;
  series: Map<string, SeriesRow[]>;
};
/** One index for each table, kept while the table lives: charts of many authorities share their tables. */
const indexes = new WeakMap<readonly Comparison[], { series: readonly SeriesRow[]; index: Index }>();

function indexOf(comparisons: readonly Comparison[], series: readonly SeriesRow[]): Index {
  const known = indexes.get(comparisons);
  if (known?.series === series) return known.index;
  const index = {
    byPeriod: Map.groupBy(comparisons, (row) => [row.indicator, row.breakdown, row.period_end].join("|")),
    byPoint: new Map(comparisons.map((row) => [[row.indicator, row.breakdown, row.period_end, row.authority_code].join("|"), row])),
    byPlace: Map.groupBy(comparisons, (row) => [row.indicator, row.breakdown, row.authority_code].join("|")),
    series: Map.groupBy(series, (row) => [row.indicator, row.breakdown, row.authority_code].join("|")),
  };
  indexes.set(comparisons, { series, index });
  return index;
}

const oldestFirst = <T extends { period_end: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.period_end < b.period_end ? -1 : a.period_end > b.period_end ? 1 : 0));

/** Looks rows up by measure, place and period. */
export function chartData(input: ChartInput): ChartData {
  const { byPeriod, byPoint, byPlace, series } = indexOf(input.comparisons, input.series);
  const history = (measure: Measure): Comparison[] => oldestFirst(byPlace.get(keyOf(measure, input.authority.authority_code)) ?? []);
  const everyone = (measure: Measure, periodEnd: string): readonly Comparison[] => byPeriod.get(keyOf(measure, periodEnd)) ?? [];
  return {
    ...input,
    measures: input.indicators.flatMap((indicator) => indicator.breakdowns.map((breakdown) => ({ indicator, breakdown }))),
    comparisonOf: (code, measure, periodEnd) => byPoint.get(keyOf(measure, periodEnd, code)),
    history,
    latest: (measure) => history(measure).at(-1),
    everyone,
    seriesOf: (code, measure) => oldestFirst(series.get(keyOf(measure, code)) ?? []),
  };
}
