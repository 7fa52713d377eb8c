import { defineTable, text, type RowOf } from "../core/table-schema.ts";

/** One chart that was drawn, with its words and its files. */
export const charts = defineTable({
  name: "charts",
  description: "Charts, with the words that go with them",
  key: ["authority", "chart_id"],
  fields: {
    chart_id: text("Authority slug, kind, and indicator with breakdown"),
    authority: text("Name of the authority"),
    indicator: text("Indicator id; empty for charts of several"),
    breakdown: text("Part of the whole; empty for the whole"),
    kind: text("Kind of chart, as declared in pipeline/charts"),
    title: text("Headline: states the finding, within its verdict"),
    subtitle: text("Measure, place and period"),
    notes: text("Interval or test, symbols, axis that does not start at zero"),
    alt: text("Alternative text of two to four sentences"),
    source: text("Source line"),
    svg: text("Path of the SVG, below the output folder"),
    png: text("Path of the PNG"),
    csv: text("Path of the figures; the last column, rests_on, holds the ids of the rows that a line comes from, separated by spaces"),
    spec: text("Path of the Vega-Lite specification, or of the data and options of a Plot chart"),
    rests_on: text("Ids of the comparisons, series rows and observations it draws, separated by spaces"),
  },
});
export type ChartRow = RowOf<typeof charts>;
