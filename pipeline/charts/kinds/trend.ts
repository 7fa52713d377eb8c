import { defineKind, type Table } from "../kind.ts";
import { trendModel, type TrendModel } from "./trend-model.ts";
import { trendPack } from "./trend-pack.ts";
import { trendSlide } from "./trend-slide.ts";

/** The figures of a trend, one row a place and period. */
export function trendTable({ rows, quoted, subject }: TrendModel): Table {
  return {
    columns: [
      "place",
      "period",
      "origin",
      "value",
      "symbol",
      "numerator",
      "denominator",
      "neighbour_mean",
      "neighbour_min",
      "neighbour_max",
      "neighbours_with_value",
      "region_value",
      "england_value",
      "source",
    ],
    rows: [
      ...quoted.flatMap((q) =>
        q.points.map((p) => ({
          cells: {
            place: subject.name,
            period: p.period,
            origin: "document",
            value: p.value,
            numerator: p.numerator,
            denominator: p.denominator,
            source: q.document,
          },
          rests: [p.rests],
        })),
      ),
      ...rows.map((row) => ({
        cells: {
          place: subject.name,
          period: row.period,
          origin: "official",
          value: row.value,
          symbol: row.symbol,
          numerator: row.numerator,
          denominator: row.denominator,
          neighbour_mean: row.neighbour_mean,
          neighbour_min: row.neighbour_min,
          neighbour_max: row.neighbour_max,
          neighbours_with_value: row.neighbours_with_value,
          region_value: row.region_value,
          england_value: row.england_value,
          source: row.source,
        },
        rests: [row.comparison_id],
      })),
    ],
  };
}

/** Averages of a score have their own kind, with its ranges. */
export const isScoreOfForty = ({ unit, range }: { unit: string; range: readonly [number, number] }): boolean =>
  unit === "score" && range[1] === 40;

export const trend = defineKind<TrendModel>({
  id: "trend",
  models: (data) =>
    data.measures.flatMap((measure) => {
      const model = isScoreOfForty(measure.indicator) ? null : trendModel(data, measure, { region: true, range: true });
      return model ? [model] : [];
    }),
  measure: ({ measure }) => measure,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: trendTable,
  slide: (model) => trendSlide(model),
  pack: (model) => trendPack(model),
  supporting: (model) => trendPack(model, 168),
});
