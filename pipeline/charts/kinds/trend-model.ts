import { cellRef, type Comparison } from "../../model/comparison.ts";
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
export function trendModel(
  data: ChartData,
  measure: Measure,
  options: { region: boolean; range: boolean; ranges?: readonly [number, number] },
): TrendModel | null {
  const { indicator } = measure;
  const known = data.history(measure).filter((row) => row.value !== null || row.symbol !== "" || row.england_value !== null);
  const rows = known.slice(known.findIndex((row) => row.value !== null || row.neighbour_mean !== null));
  const latest = rows.at(-1);
  if (!latest) return null;
  const breaks = rows.filter((row) => indicator.breaks.includes(row.period)).map((row) => yearOf(row.period_end));
  const show = (value: number): string => formatValue(value, indicator);
  const subject = columnLine(rows, "value", show, breaks);
  const printed = data
    .seriesOf(data.authority.authority_code, measure)
    .filter((row) => row.origin !== "official" && row.unit === indicator.unit && row.value !== null);
  const quoted = quotedBy(printed, data.documents, measure, latest.period);
  if (subject.length + quoted.length < 2 || subject.length === 0) return null;

  const all: (TrendLine | null)[] = [
    options.region && latest.region !== ""
      ? { place: "region", name: latest.region, points: columnLine(rows, "region_value", show, breaks) }
      : null,
    { place: "england", name: "England", points: columnLine(rows, "england_value", show, breaks) },
    { place: "mean", name: "Neighbour mean", points: columnLine(rows, "neighbour_mean", (value) => formatMean(value, indicator), breaks) },
  ];
  const count = indicator.unit === "count";
  const others = all
    .filter((one) => one !== null)
    .map((one) => ({ ...one, points: joined(one.points) }))
    // Totals depend on the size of the area: another place's is no yardstick.
    .filter((one) => one.points.length > 0 && !count);
  const range =
    options.range && !count
      ? joined(
          inParts(
            rows.flatMap((row) =>
              row.neighbour_min === null || row.neighbour_max === null
                ? []
                : [
                    {
                      when: yearOf(row.period_end),
                      low: row.neighbour_min,
                      high: row.neighbour_max,
                    },
                  ],
            ),
            breaks,
          ),
        )
      : [];
  const having = rows.map((row) => row.neighbours_with_value ?? 0).filter((n) => n > 0);
  const values = [
    ...subject.map((p) => p.value),
    ...quoted.flatMap((q) => q.points.map((p) => p.value)),
    ...others.flatMap((o) => o.points.map((p) => p.value)),
    ...range.flatMap((r) => [r.low, r.high]),
  ];
  const axis = axisOver([...values, ...(options.ranges ? [options.ranges[0] - 1, options.ranges[1] + 1] : [])], {
    range: indicator.range,
    most: options.ranges ? 10 : 6,
    smallest: indicator.unit === "percent" || options.ranges ? 1 : 0.5,
  });
  const withheld = rows.flatMap((row) =>
    row.value !== null || row.symbol === ""
      ? []
      : [{ when: yearOf(row.period_end), period: row.period, symbol: row.symbol, denominator: row.denominator }],
  );
  const small =
    indicator.unit === "percent" && (withheld.length > 0 || rows.some((row) => row.denominator !== null && row.denominator < 30));
  const source = sourcesOf(rows);
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
    counts: small ? rows.flatMap((row) => countsOf(row)) : [],
    empty: emptyYears(subject, quoted, withheld, rows),
    breaks: breaks.map((when) => ({ when })).filter(({ when }) => subject.some((p) => p.when < when)),
    words: trendWords(rows, indicator, {
      axisStart: axis.low === 0 ? null : axis.low,
      symbols: withheld.map((w) => w.symbol),
      quoted: printed,
    }),
    source: sourceLine(
      source,
      data.sources,
      documentTitles(quoted, data.documents),
      count || latest.neighbour_mean === null ? "" : latest.neighbour_model,
    ),
  };
}

const sourcesOf = (rows: readonly Comparison[]): string[] => [
  ...new Set(rows.flatMap((row) => row.source.split(";").map((id) => id.trim()))),
];

function countsOf(row: Comparison): TrendModel["counts"] {
  const at = { when: yearOf(row.period_end), rests: cellRef(row.comparison_id, ["numerator", "denominator"]) };
  if (row.numerator !== null && row.denominator !== null) return [{ ...at, text: `${row.numerator} of ${row.denominator}` }];
  if (row.symbol === "") return [];
  return [{ ...at, text: row.denominator === null ? `[${row.symbol}]` : `[${row.symbol}] of ${row.denominator}` }];
}
