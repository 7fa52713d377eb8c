import type { Measure } from "../../charts/data.ts";
import { drawingOf } from "../drawing.ts";
import { layFigure } from "../layout/figure.ts";
import type { Span } from "../span.ts";
import { measureAnchor } from "./gaps.ts";
import type { PackChart, Sheetwork } from "./pack.ts";

/** The chart of a measure that the pack can print, of the first kind that has one; undefined without one. */
export function chartOf(sheet: Sheetwork, kinds: readonly string[], measure: Measure): PackChart | undefined {
  return sheet.pack.input.charts.find(
    (chart) =>
      kinds.includes(chart.row.kind) &&
      chart.row.indicator === measure.indicator.id &&
      chart.row.breakdown === measure.breakdown &&
      chart.pack !== null,
  );
}

/** Slides say "the neighbour mean" for its shortness; a pack says "the neighbours’ mean" on every page. */
const asPagesSay = (text: string): string => text.replace(/\b([Nn])eighbour (mean|median)\b/g, "$1eighbours’ $2");

/** Sets a chart with its words; `note` stands below it. */
export function setChart(
  sheet: Sheetwork,
  chart: PackChart,
  note: readonly Span[],
  before: number,
  words: { subtitle: string; rests?: readonly string[] },
): void {
  if (!chart.pack) return;
  const { row, pack } = chart;
  // The slide's subtitle names place and neighbours, which a page has said already.
  const subtitle = words.subtitle || row.subtitle;
  const rests = words.rests ?? [row.chart_id];
  const said = note.map((span) => ({ ...span, text: asPagesSay(span.text) }));
  sheet.pieces.push(
    layFigure(
      {
        key: sheet.key(),
        title: [{ text: asPagesSay(row.title), rests }],
        subtitle: [{ text: subtitle, rests }],
        drawing: drawingOf(pack.list, row.chart_id, pack),
        alt: asPagesSay(row.alt),
        chart: row.chart_id,
        anchor: row.indicator === "" ? "" : measureAnchor(row.indicator, row.breakdown),
        note: said,
      },
      { path: sheet.path, before },
    ),
  );
}
