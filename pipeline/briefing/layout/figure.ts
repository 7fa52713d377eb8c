import { piece, type Mark, type Piece, type Tag } from "../ink.ts";
import { parseCellRef } from "../../model/comparison.ts";
import type { Drawing } from "../drawing.ts";
import type { Span } from "../span.ts";
import { page, type as roles } from "../style.ts";
import { setText } from "./text.ts";

export type Figure = {
  readonly key: string;
  readonly title: readonly Span[];
  readonly subtitle: readonly Span[];
  readonly drawing: Drawing;
  readonly alt: string;
  /** The id of the chart, whose row names all that it draws: its words may speak of a point without a label. */
  readonly chart: string;
  /** Name under which links find it; "" for none. */
  readonly anchor: string;
  /** Stands directly below the chart; [] when it has none. */
  readonly note: readonly Span[];
};

/** Chart title, subtitle, chart and its note as one piece that never splits. */
export function layFigure(figure: Figure, options: { path: readonly Tag[]; before: number }): Piece {
  const marks: Mark[] = [];
  let y = 0;
  const write = (spans: readonly Span[], style: Parameters<typeof setText>[2], part: string): void => {
    if (spans.length === 0) return;
    const set = setText(spans, { x: page.left, y, width: page.content }, style, [
      ...options.path,
      { key: `${figure.key}/${part}`, tag: part === "title" ? "H3" : "P" },
    ]);
    marks.push(...set.marks);
    y += set.height;
  };
  write(figure.title, roles.chartTitle, "title");
  write(figure.subtitle, roles.chartSubtitle, "subtitle");
  y += figure.title.length > 0 ? 6 : 0;
  const box = { x: page.left, y, width: figure.drawing.width, height: figure.drawing.height };
  const inks = figure.drawing.inksAt(page.left, y);
  const labelled = inks.flatMap((ink) => (ink.kind === "text" ? (ink.rests ?? []) : [])).map((id) => parseCellRef(id)?.id ?? id);
  const tag: Tag = { key: `${figure.key}/figure`, tag: "Figure", alt: figure.alt, rests: [...new Set([figure.chart, ...labelled])], box };
  marks.push({ path: [...options.path, tag], inks });
  y += figure.drawing.height + 3;
  write(figure.note, roles.note, "note");
  return piece({ height: y, marks, before: options.before, anchor: figure.anchor });
}
