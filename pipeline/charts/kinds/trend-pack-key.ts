import { textWidth } from "../../core/fonts.ts";
import { markLayer, pixel, type Layer, type Word } from "../render/layers.ts";
import { ink, pack, packInk } from "../theme.ts";
import type { TrendModel } from "./trend-model.ts";
import type { Plot, Rule } from "./trend-plot.ts";

const size = pack.size;

/** "Quoted in documents" and "Official statistics", on either side of a dotted line where they do not overlap in time. */
export function nameOrigins({ quoted, subject }: TrendModel, { x, left, bottom }: Plot, words: Word[]): { rules: Rule[]; marks: Layer[] } {
  const lastQuoted = Math.max(...quoted.flatMap((q) => q.points.map((p) => p.when)));
  const firstOfficial = subject.points[0]?.when ?? lastQuoted;
  const parted = lastQuoted < firstOfficial;
  const texts = ["Quoted in documents", "Official statistics"] as const;
  const widths = texts.map((text) => textWidth(text, size) + 14);
  const edge = parted ? x((lastQuoted + firstOfficial) / 2) : left + (widths[0] ?? 0) + 10;
  const starts = [Math.max(left, edge - 8 - (widths[0] ?? 0)), 0];
  starts[1] = Math.max(edge + 9, (starts[0] ?? 0) + (widths[0] ?? 0) + 14);
  texts.forEach((text, i) => words.push({ x: (starts[i] ?? 0) + 14, y: 12, text, size, fill: packInk.text }));
  return {
    rules: parted ? [{ x: edge, x2: edge, y: 2, y2: bottom, stroke: packInk.quiet, strokeWidth: 1, strokeDash: [2, 2.5] }] : [],
    marks: [
      ...markLayer(
        [{ x: (starts[0] ?? 0) + 5, y: 8, shape: "diamond", radius: 5, fill: ink.white, stroke: ink.subject, strokeWidth: 1.5 }],
        pixel("x"),
        pixel("y"),
      ),
      ...markLayer([{ x: (starts[1] ?? 0) + 5, y: 8, shape: "circle", radius: 4, fill: ink.subject }], pixel("x"), pixel("y")),
    ],
  };
}
