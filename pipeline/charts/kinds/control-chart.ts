import { controlStanding, controlWords } from "../../words/chart-words-documents.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import { formatInUnit } from "../../words/format.ts";
import { measureOf, periodName } from "../../words/terms.ts";
import type { ControlPoint } from "../../model/control-point.ts";
import type { Measure } from "../data.ts";
import { defineKind, type TableLine } from "../kind.ts";
import { axisOver, type Axis } from "../layout/axis.ts";
import { controlChartSlide } from "./control-chart-slide.ts";
import { yearOf } from "./trend-points.ts";

export type ControlModel = {
  measure: Measure;
  cadence: string;
  points: { when: number; period: string; value: number; shown: string; signal: string; rests: string }[];
  mean: number;
  low: number;
  high: number;
  shown: { mean: string; low: string; high: string };
  axis: Axis;
  ticks: { value: number; shown: string }[];
  periods: { when: number; label: string }[];
  words: ChartWords;
  source: string;
};

const units = ["percent", "count", "score", "cases"] as const;

function controlModel(measure: Measure, authority: string, rows: readonly ControlPoint[]): ControlModel | null {
  const { indicator } = measure;
  const unit = units.find((one) => one === indicator.unit);
  const first = rows[0];
  const points = rows.flatMap(({ series_id, period, period_end, value, signal }) =>
    value === null
      ? []
      : [
          {
            when: yearOf(period_end),
            period,
            value,
            shown: formatInUnit(value, indicator.unit, indicator.decimals),
            signal,
            rests: series_id,
          },
        ],
  );
  if (!unit || !first || first.mean === null || first.low === null || first.high === null || points.length < 4) return null;
  const { mean, low, high } = first;
  const axis = axisOver([...points.map(({ value }) => value), low, high], {
    range: indicator.range,
    smallest: indicator.unit === "percent" ? 1 : 0.5,
  });
  const show = (value: number): string => formatInUnit(value, indicator.unit, 1);
  return {
    measure,
    cadence: first.cadence,
    points,
    mean,
    low,
    high,
    axis,
    shown: { mean: show(mean), low: show(low), high: show(high) },
    ticks: axis.ticks.map((value) => ({ value, shown: formatInUnit(value, indicator.unit, Number.isInteger(axis.step) ? 0 : 1) })),
    periods: points.map(({ when, period }) => ({ when, label: periodName(period).replace(/^([A-Z][a-z]{2})[a-z]+ (\d{4})$/, "$1 $2") })),
    words: controlWords({
      authority,
      measure: measureOf(indicator, measure.breakdown),
      unit,
      points,
      mean,
      lower: low,
      upper: high,
      trial: first.limits === "trial",
      restsOn: rows.map(({ series_id }) => series_id),
    }),
    source: `Source: ${authority}, own figures, provisional.`,
  };
}

/** Mean and limits are of all the points. */
const limitsOf = (rests: readonly string[]): TableLine["of"] => ({
  mean: { figure: "the mean of its points", rests },
  low: { figure: "the lower control limit", rests },
  high: { figure: "the upper control limit", rests },
});

/** An authority's own months or quarters with the limits of common variation. */
export const controlChart = defineKind<ControlModel>({
  id: "control-chart",
  models: (data) =>
    data.measures.flatMap((measure) => {
      const own = (data.controlPoints ?? []).filter(
        (row) =>
          row.authority_code === data.authority.authority_code &&
          row.indicator === measure.indicator.id &&
          row.breakdown === measure.breakdown,
      );
      return ["monthly", "quarterly"].flatMap(
        (cadence) =>
          controlModel(
            measure,
            data.authority.authority,
            own.filter((row) => row.cadence === cadence),
          ) ?? [],
      );
    }),
  measure: ({ measure }) => measure,
  part: ({ cadence }) => cadence,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: ({ points, mean, low, high }) => ({
    columns: ["period", "value", "mean", "low", "high", "signal"],
    rows: points.map(({ period, value, signal, rests }) => ({
      cells: { period, value, mean, low, high, signal },
      rests: [rests],
      of: limitsOf(points.map((point) => point.rests)),
    })),
  }),
  standing: controlStanding,
  slide: controlChartSlide,
});
