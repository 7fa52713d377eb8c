import { cellRef, type Comparison } from "../../model/comparison.ts";
import { smallMultiplesWords } from "../../words/chart-words-england.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import { formatInUnit, formatMean, formatValue } from "../../words/format.ts";
import type { ChartData, Measure } from "../data.ts";
import { groupOf } from "../group.ts";
import { defineKind } from "../kind.ts";
import { axisOver, type Axis } from "../layout/axis.ts";
import { sourceLine } from "../source-line.ts";
import { smallMultiplesSlide } from "./small-multiples-slide.ts";
import { columnLine, pointsToLabel, yearOf, type TrendPoint } from "./trend-points.ts";

export type Panel = {
  name: string;
  subject: boolean;
  points: TrendPoint[];
  /** The figure of the last period, or its symbol. */
  last: string;
  /** What that is read from. */
  rests: readonly string[];
};

export type MultiplesModel = {
  measure: Measure;
  rows: readonly Comparison[];
  panels: Panel[];
  mean: TrendPoint[];
  england: TrendPoint[];
  lastMean: string;
  lastEngland: string;
  /** The subject's point that stands out, with its year. */
  labelled: TrendPoint | null;
  axis: Axis;
  ticks: { value: number; shown: string }[];
  span: [number, number];
  /** The first and the last period drawn. */
  ends: [Comparison, Comparison];
  words: ChartWords;
  source: string;
};

/** One measure for each of the eleven over time. Null with fewer than three years, or fewer than three neighbours with a line. */
function multiplesModel(data: ChartData, measure: Measure): MultiplesModel | null {
  const { indicator } = measure;
  const known = data.history(measure);
  const rows = known.slice(
    Math.max(
      0,
      known.findIndex((row) => row.value !== null),
    ),
  );
  const [first, latest] = [rows[0], rows.at(-1)];
  if (!first || !latest || rows.length < 3) return null;
  const breaks = rows.filter((row) => indicator.breaks.includes(row.period)).map((row) => yearOf(row.period_end));
  const show = (value: number): string => formatValue(value, indicator);
  const panels = groupOf(data, measure, latest)
    .map((member): Panel => ({
      name: member.name,
      subject: member.subject,
      points: columnLine(
        rows.flatMap((row) => data.comparisonOf(member.code, measure, row.period_end) ?? []),
        "value",
        show,
        breaks,
      ),
      rests: member.comparison === "" ? [] : [cellRef(member.comparison, ["value"])],
      last: member.value === null ? (member.symbol === "" ? "–" : `[${member.symbol}]`) : show(member.value),
    }))
    .sort((a, b) => Number(b.subject) - Number(a.subject));
  const drawn = panels.filter(({ points }) => points.length > 1);
  if (!drawn.some(({ subject }) => subject) || drawn.length < 4) return null;
  const mean = columnLine(rows, "neighbour_mean", (value) => formatMean(value, indicator), breaks);
  const england = columnLine(rows, "england_value", show, breaks);
  const values = [...panels.flatMap(({ points }) => points), ...mean, ...england].map(({ value }) => value);
  const axis = axisOver(values, { range: indicator.range, most: 4, smallest: indicator.unit === "percent" ? 1 : 0.5 });
  const subject = panels[0]?.points ?? [];
  const words = smallMultiplesWords(rows, indicator, {
    axisStart: axis.low === 0 ? null : axis.low,
    symbols: panels.filter((p) => p.last.startsWith("[")).map((p) => p.last.slice(1, -1)),
  });
  // It draws the lines of the neighbours too.
  const others = data.group.flatMap(({ authority_code }) =>
    rows.flatMap((row) => data.comparisonOf(authority_code, measure, row.period_end)?.comparison_id ?? []),
  );
  return {
    measure,
    rows,
    panels,
    mean,
    england,
    axis,
    lastMean: latest.neighbour_mean === null ? "" : formatMean(latest.neighbour_mean, indicator),
    lastEngland: latest.england_value === null ? "" : show(latest.england_value),
    labelled: pointsToLabel(subject, axis)[1] ?? null,
    ticks: axis.ticks.map((value) => ({ value, shown: formatInUnit(value, indicator.unit, Number.isInteger(axis.step) ? 0 : 1) })),
    span: [yearOf(first.period_end), yearOf(latest.period_end)],
    ends: [first, latest],
    words: { ...words, restsOn: [...words.restsOn, ...others] },
    source: sourceLine(
      rows.map((row) => row.source),
      data.sources,
      [],
      latest.neighbour_model,
    ),
  };
}

export const smallMultiples = defineKind<MultiplesModel>({
  id: "small-multiples",
  models: (data) =>
    data.measures.flatMap((measure) => {
      const model = measure.indicator.unit === "count" ? null : multiplesModel(data, measure);
      return model ? [model] : [];
    }),
  measure: ({ measure }) => measure,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: ({ panels, mean, england }) => ({
    columns: ["place", "role", "period", "value"],
    rows: [
      ...panels.map(({ name, subject, points }) => ({ name, role: subject ? "subject" : "neighbour", points })),
      { name: "Neighbour mean", role: "mean", points: mean },
      { name: "England", role: "england", points: england },
    ].flatMap(({ name, role, points }) =>
      points.map(({ period, value, rests }) => ({ cells: { place: name, role, period, value }, rests: [rests] })),
    ),
  }),
  slide: smallMultiplesSlide,
});
