import { textWidth } from "../../core/fonts.ts";
import { cellRef } from "../../model/comparison.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { wrapText } from "../layout/wrap.ts";
import type { Mark, Pen, Word } from "../render/layers.ts";
import { drawPlot, type PlotSpec } from "../render/plot.ts";
import { plotBoxes, plotDots, plotLines, plotWords } from "../render/plot-marks.ts";
import { restedLabels } from "../rested.ts";
import { ink, slide } from "../theme.ts";
import { themeGroup } from "./scorecard-theme.ts";
import type { ScorecardModel, ScorecardRow } from "./scorecard.ts";

/** The axis runs this many half-widths of the middle half to each side; beyond stands an arrowhead. */
const reach = 3.7;
/** Names the band that holds half of the neighbours. */
export const middleHalf = "Middle half";
const size = 26;
const radius = { subject: 14, mean: 10.5, england: 9, neighbour: 6.3 };

type Dot = Mark & { x: number; y: number; place: string };

/** One row a measure on a shared axis, better to the right; figures and verdict beside it. The heads carry the marks, so they are the key. */
export async function scorecardSlide(model: ScorecardModel): Promise<Drawing> {
  const { rows } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const themes = rows.map((row, i) => i > 0 && themeGroup(row) !== themeGroup(rows[i - 1]));
  const breaks = themes.filter(Boolean).length;
  const headBottom = frame.top + 132;
  const space = frame.bottom - 38 - headBottom - 28;
  const pitch = Math.min(66, space / (rows.length - 1 + 0.42 * breaks + 0.55));
  const ys: number[] = [];
  rows.forEach((_, i) => ys.push((ys[i - 1] ?? headBottom + 28 - pitch) + pitch * (themes[i] ? 1.42 : 1)));
  const foot = (ys.at(-1) ?? headBottom) + pitch * 0.55;

  const columns = { subject: 1316, mean: 1482, england: 1612, verdict: 1664 };
  const nameWidth = Math.max(...rows.map((row) => textWidth(row.name, size) + (row.aside === "" ? 0 : textWidth(row.aside, 24) + 14)));
  const left = Math.max(slide.left + nameWidth + 30, 440);
  const right = columns.subject - 130;
  const unit = (right - left) / (2 * reach);
  const centre = (left + right) / 2;
  const x = (at: number): number => centre + at * unit;

  const words: Word[] = [...frame.words, ...headWords(model, columns, { headBottom, x, left, unit })];
  const lines: ({ x: number; y: number; x2: number; y2: number } & Pen)[] = [];
  const dots: Dot[] = keyMarks(columns, headBottom, wrapText(model.authority, 24, "Semibold", 170).length);
  rows.forEach((row, i) => {
    const y = ys[i] ?? 0;
    if (themes[i]) {
      const between = ((ys[i - 1] ?? 0) + y) / 2;
      lines.push({ x: slide.left, x2: slide.right, y: between, y2: between, stroke: "#B8B8B8", strokeWidth: 2 });
    }
    lines.push({ x: left, x2: right, y, y2: y, stroke: ink.grid, strokeWidth: 1.5 });
    const cell = (column: "value" | "neighbour_mean" | "england_value" | "denominator"): string[] => [
      cellRef(row.comparison.comparison_id, [column]),
    ];
    const base = y + size * 0.34;
    words.push({ x: slide.left, y: base, text: row.name, size, fill: ink.text });
    if (row.aside !== "")
      words.push({
        x: slide.left + textWidth(row.name, size) + 13,
        y: base,
        text: row.aside,
        size: 24,
        fill: ink.quiet,
        rests: cell("denominator"),
      });
    words.push({
      x: columns.subject,
      y: base,
      text: row.shown.subject,
      size,
      weight: 700,
      fill: ink.subject,
      anchor: "end",
      rests: cell("value"),
    });
    words.push({ x: columns.mean, y: base, text: row.shown.mean, size, fill: ink.meanText, anchor: "end", rests: cell("neighbour_mean") });
    words.push({
      x: columns.england,
      y: base,
      text: row.shown.england,
      size,
      fill: ink.englandText,
      anchor: "end",
      rests: cell("england_value"),
    });
    addVerdict(row, y, columns.verdict, words, dots, lines);
    if (row.level) words.push({ x: right, y: y - 8, text: "all equal", size: 24, fill: ink.quiet, anchor: "end" });
    const placed = placeDots(row, y, pitch, x, { left, right });
    dots.push(...placed.dots);
    lines.push(...placed.stems);
  });
  lines.push({ x: x(0), x2: x(0), y: headBottom, y2: foot, stroke: ink.rule, strokeWidth: 2 });

  const spec: PlotSpec = {
    library: "@observablehq/plot",
    description: model.words.alt,
    width: slide.width,
    height: slide.height,
    x: { domain: [0, slide.width], range: [0, slide.width] },
    marks: [
      ...plotBoxes([{ x: x(-1), x2: x(1), y: headBottom, y2: foot, fill: ink.tint }]),
      ...plotLines([...lines.filter((line) => line.stroke === ink.rule), ...lines.filter((line) => line.stroke !== ink.rule)]),
      ...plotDots(dots),
      ...plotWords(words),
    ],
  };
  return { list: await drawPlot(spec), spec, labels: restedLabels(words) };
}

function headWords(
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

type Columns = { subject: number; mean: number; england: number; verdict: number };

/** Each head wears its mark above its first line. */
function keyMarks(columns: Columns, headBottom: number, nameLines: number): Dot[] {
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

function addVerdict(
  row: ScorecardRow,
  y: number,
  x: number,
  words: Word[],
  dots: Dot[],
  lines: ({ x: number; y: number; x2: number; y2: number } & Pen)[],
): void {
  const strong = row.verdict === "better" || row.verdict === "worse";
  const text = row.verdict.slice(0, 1).toUpperCase() + row.verdict.slice(1);
  words.push({
    x: x + 30,
    y: y + size * 0.34,
    text,
    size,
    weight: strong ? 600 : 400,
    fill: row.verdict.startsWith("not") ? ink.quiet : ink.text,
  });
  if (strong)
    dots.push({ x: x + 9, y, shape: row.verdict === "better" ? "arrow-right" : "arrow-left", radius: 9, fill: ink.text, place: "verdict" });
  if (row.verdict === "similar")
    for (const dy of [-4, 4]) lines.push({ x, x2: x + 18, y: y + dy, y2: y + dy, stroke: ink.text, strokeWidth: 2.5 });
}

/**
 * Subject and mean on the line, England hanging under it, neighbours stepping up or down until nothing
 * hides anything. What lies beyond the axis becomes an arrowhead at its end, one for each.
 */
function placeDots(
  row: ScorecardRow,
  y: number,
  pitch: number,
  x: (at: number) => number,
  edge: { left: number; right: number },
): { dots: Dot[]; stems: ({ x: number; y: number; x2: number; y2: number } & Pen)[] } {
  const dots: Dot[] = [];
  const stems: ({ x: number; y: number; x2: number; y2: number } & Pen)[] = [];
  const taken: { x: number; y: number; r: number }[] = [];
  const room = Math.max(pitch / 2 - 3, 13);
  const beyond = { left: 0, right: 0 };
  const free = (px: number, py: number, r: number): boolean => taken.every((one) => Math.hypot(one.x - px, one.y - py) >= one.r + r - 0.5);
  const put = (px: number, r: number, offsets: readonly number[]): number => {
    const offset = offsets.find((dy) => free(px, y + dy, r)) ?? offsets.at(-1) ?? 0;
    taken.push({ x: px, y: y + offset, r });
    return y + offset;
  };
  const outside = (at: number): "left" | "right" | null => (at < -reach ? "left" : at > reach ? "right" : null);
  const arrow = (side: "left" | "right", r: number, fill: string, place: string): void => {
    const px = side === "left" ? edge.left + r + beyond.left : edge.right - r - beyond.right;
    beyond[side] += 2 * r + 5;
    taken.push({ x: px, y, r });
    dots.push({ x: px, y, shape: side === "left" ? "arrow-left" : "arrow-right", radius: r, fill, place });
  };
  const { subject, mean, england } = row;
  if (subject) {
    const side = outside(subject.at);
    if (side) arrow(side, 11, ink.subject, subject.name);
    else
      dots.push({
        x: x(subject.at),
        y: put(x(subject.at), radius.subject, [0]),
        shape: "circle",
        radius: radius.subject,
        fill: ink.subject,
        stroke: ink.white,
        strokeWidth: 2,
        place: subject.name,
      });
  }
  if (mean) {
    const side = outside(mean.at);
    const clear = radius.subject + radius.mean;
    if (side) arrow(side, 9, ink.mean, mean.name);
    else
      dots.push({
        x: x(mean.at),
        y: put(x(mean.at), radius.mean - 1, [0, -clear + 6, -clear]),
        shape: "diamond",
        radius: radius.mean,
        fill: ink.mean,
        stroke: ink.white,
        strokeWidth: 1.5,
        place: mean.name,
      });
  }
  if (england) {
    const side = outside(england.at);
    const below = Math.min(room, 15);
    if (side) arrow(side, 8, ink.england, england.name);
    else {
      const px = x(england.at);
      if (taken.every((one) => Math.abs(one.x - px) > one.r + 1))
        stems.push({ x: px, x2: px, y, y2: y + below, stroke: ink.england, strokeWidth: 2.5 });
      dots.push({
        x: px,
        y: put(px, radius.england - 1, [below, below + 3]),
        shape: "triangle-up",
        radius: radius.england,
        fill: ink.england,
        stroke: ink.white,
        strokeWidth: 1.2,
        place: england.name,
      });
    }
  }
  // Where many are equal and the row is full above and below, the rest stand close beside.
  const beside = [0, -7, 7, -13.5, 13.5, -20.5, 20.5, -27, 27];
  const steps = [0, -14, 14, -18, 18, -21.5, 21.5, -25, 25, -28, 28].filter((dy) => Math.abs(dy) <= room);
  for (const one of row.neighbours) {
    const side = outside(one.at);
    if (side) arrow(side, 7, ink.neighbour, one.name);
    else {
      const px = x(one.at) + (beside.find((dx) => steps.some((dy) => free(x(one.at) + dx, y + dy, radius.neighbour + 0.6))) ?? 0);
      dots.push({
        x: px,
        y: put(px, radius.neighbour + 0.6, steps),
        shape: "circle",
        radius: radius.neighbour,
        fill: ink.neighbour,
        stroke: ink.white,
        strokeWidth: 1,
        place: one.name,
      });
    }
  }
  return { dots, stems };
}
