import { textWidth } from "../../core/fonts.ts";
import { vegaSlide, type Line } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { wrapText } from "../layout/wrap.ts";
import { boxLayer, lineLayer, markLayer, pixel, type Mark, type Word } from "../render/layers.ts";
import { ink, ratings, slide } from "../theme.ts";
import type { PlanModel, Rating } from "./action-plan.ts";
import { linesOf } from "./action-plan-rows.ts";

const marks: Record<Rating, { mark: Mark; letter: string; ink: string; weight: 600 | 700 }> = {
  red: { mark: { shape: "diamond", radius: 19, fill: ratings.red }, letter: "R", ink: ink.white, weight: 700 },
  amber: {
    mark: { shape: "triangle-up", radius: 22, fill: ratings.amber, stroke: ink.text, strokeWidth: 2.5 },
    letter: "",
    ink: ink.text,
    weight: 700,
  },
  green: { mark: { shape: "circle", radius: 16, fill: ratings.green }, letter: "G", ink: ink.white, weight: 700 },
  other: {
    mark: { shape: "square", radius: 14, fill: ink.white, stroke: ink.quiet, strokeWidth: 3 },
    letter: "",
    ink: ink.text,
    weight: 600,
  },
  none: {
    mark: { shape: "circle", radius: 11.5, fill: ink.white, stroke: ink.quiet, strokeWidth: 3 },
    letter: "",
    ink: ink.text,
    weight: 600,
  },
};

/** Recommendations down, months across; each action a shape and its number; what was due before the paper is tinted. */
export function actionPlanSlide(model: PlanModel): Drawing {
  const { columns, rows, abreast } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const words: Word[] = [...frame.words];
  const lines: Line[] = [];
  const dots: (Mark & { x: number; y: number; action: string })[] = [];
  const amberWord = model.key.find(({ rating }) => rating === "amber")?.word ?? "Amber";
  const letterOf = (rating: Rating): string => (rating === "amber" ? amberWord.slice(0, 1) : marks[rating].letter);
  const keyWidth = model.key.reduce((sum, { word, count }) => sum + 62 + textWidth(`${word} ${count}`, 24, "Semibold"), 0);
  const left = Math.max(640, slide.left + keyWidth + 6);
  const width = (slide.right - left) / columns.length;
  const x = (i: number): number => left + i * width;
  const top = frame.top + 142;
  const foot = frame.bottom - 84;
  const stacks = rows.map((row) => linesOf(row, abreast));
  const line = Math.min(41, (foot - top - rows.length * 12) / stacks.reduce((sum, n) => sum + n, 0));
  const heights = stacks.map((n) => Math.min(n * line + Math.max(12, line * 0.5), Math.max(64, n * line + 12)));
  const scale = Math.min(1, (foot - top) / heights.reduce((sum, n) => sum + n, 0));
  const bottom = top + heights.reduce((sum, n) => sum + n, 0) * scale;

  const place = (rating: Rating, px: number, y: number, action: string): void => {
    const { mark, ink: fill, weight } = marks[rating];
    // In tight rows marks give way a little, so that none touches the next.
    dots.push({
      ...mark,
      radius: action === "key" ? mark.radius : mark.radius * Math.min(1, (line * scale) / 40),
      x: px,
      y: rating === "amber" ? y - 3 : y,
      action,
    });
    const letter = letterOf(rating);
    if (letter !== "")
      words.push({ x: px, y: y + (rating === "amber" ? 12 : 8.5), text: letter, size: 24, weight, fill, anchor: "middle" });
  };
  let at: number = slide.left;
  for (const { rating, word, count } of model.key) {
    place(rating, at + 19, top - 32, "key");
    words.push({ x: at + 44, y: top - 24, text: `${word} ${count}`, size: 24, weight: count > 0 ? 600 : 400, fill: ink.strong });
    at += 62 + textWidth(`${word} ${count}`, 24, "Semibold");
  }
  columns.forEach((column, i) => {
    const centre = x(i) + width / 2;
    const rests = rows.flatMap(({ cells }) => cells[i] ?? []).map((action) => action.rests);
    words.push({ x: centre, y: top - 54, text: column.heads[0], size: 26, weight: 600, fill: ink.strong, anchor: "middle" });
    words.push({ x: centre, y: top - 24, text: column.heads[1], size: 24, fill: ink.quiet, anchor: "middle", rests });
    words.push({ x: centre, y: bottom + 40, text: String(column.count), size: 26, weight: 700, fill: ink.text, anchor: "middle", rests });
    if (column.skipBefore)
      for (const dx of [-3, 4])
        lines.push({ x: x(i) + dx - 5, x2: x(i) + dx + 5, y: bottom + 9, y2: bottom - 9, stroke: ink.rule, strokeWidth: 2 });
  });
  words.push({ x: slide.left, y: bottom + 40, text: "Actions due", size: 26, weight: 600, fill: ink.text });
  const past = columns.filter((column) => column.past).length;
  if (past > 0)
    words.push({
      x: left + (past * width) / 2,
      y: top - 92,
      text: past * width > 190 ? "Past their date" : "Past",
      size: 24,
      weight: 600,
      fill: ink.text,
      anchor: "middle",
    });
  // Beside its line, on the other side where nearly all is past.
  const beyond = x(past) + 14 + textWidth(model.metOn, 24, "Semibold") > slide.right;
  if (model.metOn !== "")
    words.push({
      x: x(past) + (beyond ? -14 : 14),
      y: top - 92,
      text: model.metOn,
      size: 24,
      weight: 600,
      fill: ink.subject,
      anchor: beyond ? "end" : "start",
    });
  lines.push({ x: slide.left, x2: slide.right, y: top, y2: top, stroke: ink.grid, strokeWidth: 1.5 });
  let y = top;
  rows.forEach((row, i) => {
    const height = (heights[i] ?? 0) * scale;
    const middle = y + height / 2;
    const indent = slide.left + 34;
    words.push({
      x: slide.left,
      y: middle + 9,
      text: row.number,
      size: 26,
      weight: 700,
      fill: ink.subject,
      rests: row.cells
        .flat()
        .slice(0, 1)
        .map((action) => action.rests),
    });
    const said = cutLines(row.text, left - indent - 24, Math.max(1, Math.floor((height - 6) / 32)));
    said.forEach((text, n) => words.push({ x: indent, y: middle + 9 + (n - (said.length - 1) / 2) * 32, text, size: 26, fill: ink.text }));
    row.cells.forEach((cell, k) =>
      cell.forEach((action, n) => {
        const beside = Math.min(abreast, cell.length);
        const cy = middle + (Math.floor(n / abreast) - (Math.ceil(cell.length / abreast) - 1) / 2) * line * scale;
        const start = x(k) + (width / beside) * ((n % abreast) + 0.5) - (20 + textWidth(action.id, 26)) / 2;
        place(action.rating, start, cy, action.id);
        words.push({
          x: start + 30,
          y: cy + 9,
          text: action.id,
          size: 26,
          weight: action.overdue || action.rating !== "none" ? 700 : 400,
          fill: ink.text,
          rests: [action.rests],
        });
      }),
    );
    y += height;
    lines.push({
      x: slide.left,
      x2: slide.right,
      y,
      y2: y,
      stroke: i === rows.length - 1 ? ink.rule : ink.grid,
      strokeWidth: i === rows.length - 1 ? 2 : 1.5,
    });
  });
  const tint = past > 0 ? boxLayer([{ x: left, x2: x(past), y: top - 124, y2: bottom, fill: ink.tint }]) : [];
  if (model.metOn !== "") lines.push({ x: x(past), x2: x(past), y: top - 124, y2: bottom, stroke: ink.subject, strokeWidth: 4 });
  return vegaSlide(
    model.words.alt,
    [...tint, ...lineLayer(lines), ...markLayer(dots, pixel("x"), pixel("y"))],
    words.filter(({ text }) => text !== ""),
  );
}

/** A text on at most so many lines, the last cut where it has more. */
export function cutLines(text: string, width: number, most: number): string[] {
  const lines = wrapText(text, 26, "Regular", width);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), cutAtWord(lines.slice(most - 1).join(" "), width)];
}

/** As many whole words as fit, then an ellipsis. */
function cutAtWord(text: string, width: number): string {
  if (textWidth(text, 26) <= width) return text;
  const words = text.split(" ");
  while (words.length > 1 && textWidth(`${words.join(" ")}…`, 26) > width) words.pop();
  return `${words.join(" ").replace(/[,;:]$/, "")}…`;
}
