import { textWidth } from "../../core/fonts.ts";
import { wrapText } from "../layout/wrap.ts";
import type { Word } from "../render/layers.ts";
import { ink, slide } from "../theme.ts";
import { radius, type Dot } from "./scorecard-dots.ts";
import type { ScorecardModel } from "./scorecard.ts";

/** Names the band that holds half of the neighbours. */
export const middleHalf = "Middle half";

/** Where the columns of figures end and that of verdicts starts. */
type Columns = { subject: number; mean: number; england: number; verdict: number };

/** The heads of columns and zones, and the key to the neighbours' marks. */
export function headWords(
  { authority, againstEngland }: ScorecardModel,
  columns: Columns,
  at: { headBottom: number; x: (at: number) => number; left: number; unit: number },
): Word[] {
  const bottom = at.headBottom - 12;
  const style = { size: 24, weight: 600 as const };
  const stacked = (x: number, lines: readonly string[], fill: string, anchor: "start" | "end"): Word[] =>
    lines.map((text, i) => ({ x, y: bottom - (lines.length - 1 - i) * 28, text, fill, anchor, ...style }));
  const zone = { y: bottom, size: 24, fill: ink.strong };
  const half = Math.max(at.unit, textWidth(middleHalf, 24) / 2) + 12;
  return [
    ...stacked(columns.subject, wrapText(authority, 24, "Semibold", 170), ink.subject, "end"),
    ...stacked(columns.mean, ["Neighbour", "mean"], ink.meanText, "end"),
    ...stacked(columns.england, ["England"], ink.englandText, "end"),
    ...stacked(columns.verdict, ["Against the", "neighbour mean"], ink.strong, "start"),
    {
      x: at.x(0),
      y: bottom - 34,
      text: againstEngland ? "Among England’s authorities" : "Among the ten neighbours",
      fill: ink.strong,
      anchor: "middle",
      ...style,
    },
    { ...zone, x: at.x(0), text: middleHalf, anchor: "middle" },
    { ...zone, x: at.x(0) - half, text: againstEngland ? "Worst quarter" : "Worse", anchor: "end" },
    { ...zone, x: at.x(0) + half, text: againstEngland ? "Best quarter" : "Better" },
    { x: slide.left + 22, y: bottom, text: "One neighbour", size: 24, fill: ink.strong },
    { x: slide.left + 22 + textWidth("One neighbour", 24) + 54, y: bottom, text: "Off the scale", size: 24, fill: ink.strong },
  ];
}

/** Each head wears its mark above its first line. */
export function keyMarks(columns: Columns, headBottom: number, nameLines: number): Dot[] {
  const top = (lines: number): number => headBottom - 12 - 28 * lines - 12;
  const low = headBottom - 20;
  const end = slide.left + 22 + textWidth("One neighbour", 24) + 40;
  return [
    { x: columns.subject - 12, y: top(nameLines), shape: "circle", radius: 11, fill: ink.subject, place: "key" },
    { x: columns.mean - 11, y: top(2), shape: "diamond", radius: radius.mean, fill: ink.mean, place: "key" },
    { x: columns.england - 11, y: top(1), shape: "triangle-up", radius: radius.england, fill: ink.england, place: "key" },
    { x: slide.left + 8, y: low, shape: "circle", radius: radius.neighbour, fill: ink.neighbour, place: "key" },
    { x: end, y: low, shape: "arrow-left", radius: 7, fill: ink.neighbour, place: "key" },
  ];
}
