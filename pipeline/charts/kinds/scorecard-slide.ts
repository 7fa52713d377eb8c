import { textWidth } from "../../core/fonts.ts";
import { cellRef } from "../../model/comparison.ts";
import { plotSlide, type Line } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { wrapText } from "../layout/wrap.ts";
import type { Word } from "../render/layers.ts";
import { plotBoxes, plotDots, plotLines } from "../render/plot-marks.ts";
import { ink, slide } from "../theme.ts";
import { placeDots, reach, type Dot } from "./scorecard-dots.ts";
import { headWords, keyMarks } from "./scorecard-heads.ts";
import { themeGroup } from "./scorecard-theme.ts";
import type { ScorecardModel, ScorecardRow } from "./scorecard.ts";

const size = 26;

/** One row a measure on a shared axis, better to the right; figures and verdict beside it. The heads carry the marks, so they are the key. */
export function scorecardSlide(model: ScorecardModel): Promise<Drawing> {
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
  const lines: Line[] = [];
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

  return plotSlide(
    model.words.alt,
    [
      ...plotBoxes([{ x: x(-1), x2: x(1), y: headBottom, y2: foot, fill: ink.tint }]),
      ...plotLines([...lines.filter((line) => line.stroke === ink.rule), ...lines.filter((line) => line.stroke !== ink.rule)]),
      ...plotDots(dots),
    ],
    words,
  );
}

function addVerdict(row: ScorecardRow, y: number, x: number, words: Word[], dots: Dot[], lines: Line[]): void {
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
