import { cellRef, type Comparison } from "../../model/comparison.ts";
import type { Indicator } from "../../model/indicator.ts";
import { periodsSpokenOf, trendWords } from "../../words/chart-words-trend.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import { formatInUnit, formatMean, formatValue } from "../../words/format.ts";
import type { ChartData, Measure } from "../data.ts";
import { axisOver, type Axis } from "../layout/axis.ts";
import { sourceLine } from "../source-line.ts";
import { documentTitles } from "./document-titles.ts";
import { columnLine, inParts, joined, pointsToLabel, yearOf } from "./trend-points.ts";
import type { RangePoint, TrendLine, TrendPoint, Withheld } from "./trend-points.ts";
import { quotedBy, type Quoted } from "./trend-quoted.ts";
import { emptyYears, yearTicks, type YearTick } from "./trend-years.ts";

export type TrendModel = {
  measure: Measure;
  rows: readonly Comparison[];
  subject: TrendLine;
  withheld: Withheld[];
  others: TrendLine[];
  range: RangePoint[];
  /** Fewest and most neighbours behind the range. */
  having: [number, number];
  quoted: Quoted[];
  axis: Axis;
  ticks: { value: number; shown: string }[];
  years: YearTick[];
  /** Why the subject has no figure in the last period: "[c]"; "" when it has one. */
  lastMissing: string;
  /** Official points of the subject that carry their figure: first, lowest or highest. The last is named at the end. */
  labelled: TrendPoint[];
  /** Counts under the axis, where a year is withheld or the people are few; else empty. */
  counts: { when: number; text: string; rests: string }[];
  /** Stretches of three years or more without any figure. */
  empty: { from: number; to: number; text: string }[];
  /** Periods that start a new definition. */
  breaks: { when: number }[];
  words: ChartWords;
  source: string;
};

/** Everything that a trend draws. Null without two official years, or one beside figures of documents. */
export function trendModel(data: ChartData, measure: Measure, options: TrendOptions): TrendModel | null {
  const { indicator } = measure;
  const known = data.history(measure).filter((row) => row.value !== null || row.symbol !== "" || row.england_value !== null);
  const rows = known.slice(known.findIndex((row) => row.value !== null || row.neighbour_mean !== null));
  const latest = rows.at(-1);
  if (!latest) return null;
  const breaks = rows.filter((row) => indicator.breaks.includes(row.period)).map((row) => yearOf(row.period_end));
  const subject = columnLine(rows, "value", (value) => formatValue(value, indicator), breaks);
  const printed = data
    .seriesOf(data.authority.authority_code, measure)
    .filter((row) => row.origin !== "official" && row.unit === indicator.unit && row.value !== null);
  const quoted = quotedBy(printed, data.documents, measure, latest.period);
  if (subject.length + quoted.length < 2 || subject.length === 0) return null;

  // Totals depend on the size of the area: another place's is no yardstick.
  const isTotal = indicator.unit === "count";
  const others = isTotal ? [] : linesOfOthers(rows, latest, indicator, breaks, options);
  const range = options.range && !isTotal ? rangeOf(rows, breaks) : [];
  const drawn = [
    ...subject.map((p) => p.value),
    ...quoted.flatMap((q) => q.points.map((p) => p.value)),
    ...others.flatMap((o) => o.points.map((p) => p.value)),
    ...range.flatMap((r) => [r.low, r.high]),
  ];
  const axis = trendAxis(drawn, indicator, options);
  const withheld = withheldOf(rows);
  const having = rows.map((row) => row.neighbours_with_value ?? 0).filter((n) => n > 0);
  const isSmall =
    indicator.unit === "percent" && (withheld.length > 0 || rows.some((row) => row.denominator !== null && row.denominator < 30));
  return {
    measure,
    rows,
    withheld,
    others,
    range,
    quoted,
    axis,
    subject: { place: "subject", name: data.authority.authority, points: subject },
    having: having.length === 0 ? [0, 0] : [Math.min(...having), Math.max(...having)],
    ticks: axis.ticks.map((value) => ({ value, shown: formatInUnit(value, indicator.unit, Number.isInteger(axis.step) ? 0 : 1) })),
    years: yearTicks(rows, quoted),
    lastMissing: latest.value !== null ? "" : latest.symbol === "" ? "no figure" : `[${latest.symbol}]`,
    labelled:
      latest.value === null
        ? [...new Set([...pointsToLabel(subject, axis), ...subject.slice(-1)])]
        : pointsToLabel(subject, axis, periodsSpokenOf(rows)),
    counts: isSmall ? rows.flatMap((row) => countsOf(row)) : [],
    empty: emptyYears(subject, quoted, withheld, rows),
    breaks: breaks.map((when) => ({ when })).filter(({ when }) => subject.some((p) => p.when < when)),
    words: trendWords(rows, indicator, {
      axisStart: axis.low === 0 ? null : axis.low,
      symbols: withheld.map((w) => w.symbol),
      quoted: printed,
    }),
    source: sourceLine(
      sourcesOf(rows),
      data.sources,
      documentTitles(quoted, data.documents),
      isTotal || latest.neighbour_mean === null ? "" : latest.neighbour_model,
    ),
  };
}

type TrendOptions = {
  readonly region: boolean;
  readonly range: boolean;
  /** Limits of bands that the axis has to show on either side. */
  readonly ranges?: readonly [number, number];
};

/** Region where asked for, England and the neighbours' mean, those that have figures. */
function linesOfOthers(
  rows: readonly Comparison[],
  latest: Comparison,
  indicator: Indicator,
  breaks: readonly number[],
  options: TrendOptions,
): TrendModel["others"] {
  const show = (value: number): string => formatValue(value, indicator);
  const region: TrendLine = { place: "region", name: latest.region, points: columnLine(rows, "region_value", show, breaks) };
  const lines: TrendLine[] = [
    ...(options.region && latest.region !== "" ? [region] : []),
    { place: "england", name: "England", points: columnLine(rows, "england_value", show, breaks) },
    { place: "mean", name: "Neighbour mean", points: columnLine(rows, "neighbour_mean", (value) => formatMean(value, indicator), breaks) },
  ];
  return lines.map((one) => ({ ...one, points: joined(one.points) })).filter((one) => one.points.length > 0);
}

/** Lowest and highest of the neighbours in each year that has both. */
function rangeOf(rows: readonly Comparison[], breaks: readonly number[]): TrendModel["range"] {
  const known = rows.flatMap(({ neighbour_min: low, neighbour_max: high, period_end }) =>
    low === null || high === null ? [] : [{ when: yearOf(period_end), low, high }],
  );
  return joined(inParts(known, breaks));
}

function trendAxis(drawn: readonly number[], indicator: Indicator, { ranges }: TrendOptions): Axis {
  return axisOver([...drawn, ...(ranges ? [ranges[0] - 1, ranges[1] + 1] : [])], {
    range: indicator.range,
    most: ranges ? 10 : 6,
    smallest: indicator.unit === "percent" || ranges ? 1 : 0.5,
  });
}

const withheldOf = (rows: readonly Comparison[]): TrendModel["withheld"] =>
  rows
    .filter((row) => row.value === null && row.symbol !== "")
    .map(({ period_end, period, symbol, denominator }) => ({ when: yearOf(period_end), period, symbol, denominator }));

const sourcesOf = (rows: readonly Comparison[]): string[] => [
  ...new Set(rows.flatMap((row) => row.source.split(";").map((id) => id.trim()))),
];

function countsOf(row: Comparison): TrendModel["counts"] {
  const at = { when: yearOf(row.period_end), rests: cellRef(row.comparison_id, ["numerator", "denominator"]) };
  if (row.numerator !== null && row.denominator !== null) return [{ ...at, text: `${row.numerator} of ${row.denominator}` }];
  if (row.symbol === "") return [];
  return [{ ...at, text: row.denominator === null ? `[${row.symbol}]` : `[${row.symbol}] of ${row.denominator}` }];
}
