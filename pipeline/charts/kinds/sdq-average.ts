import { defineKind } from "../kind.ts";
import { trendModel, type TrendModel } from "./trend-model.ts";
import { trendPack } from "./trend-pack.ts";
import type { Bands } from "./trend-furniture.ts";
import { trendSlide } from "./trend-slide.ts";
import { isScoreOfForty, trendTable } from "./trend.ts";

/** The questionnaire's ranges for one child's score of 0 to 40. */
const bands: Bands = {
  limits: [14, 17],
  names: [
    { name: "Normal", range: "0 to 13" },
    { name: "Borderline", range: "14 to 16" },
    { name: "Cause for concern", range: "17 to 40" },
  ],
};

/** The average score with the ranges of a child's own score; four lines inside two points would tangle, so the region stays in the table. */
export const sdqAverage = defineKind<TrendModel>({
  id: "sdq-average",
  models: (data) =>
    data.measures.flatMap((measure) => {
      const model = isScoreOfForty(measure.indicator)
        ? trendModel(data, measure, { region: false, range: false, ranges: bands.limits })
        : null;
      return model ? [model] : [];
    }),
  measure: ({ measure }) => measure,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: trendTable,
  standing: [...bands.limits.map(String), ...bands.names.map(({ range }) => range)],
  slide: (model) => trendSlide(model, bands),
  pack: (model) => trendPack(model),
  supporting: (model) => trendPack(model, 168),
});
