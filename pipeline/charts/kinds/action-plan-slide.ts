import { textWidth } from "../../core/fonts.ts";
import { vegaSlide, type Line } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { wrapText } from "../layout/wrap.ts";
import { boxLayer, lineLayer, markLayer, pixel, type Mark, type Word } from "../render/layers.ts";
import { ink, ratings, slide } from "../theme.ts";
import type { PlanAction, PlanModel, PlanRow, Rating } from "./action-plan.ts";
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
  const layout = layOut(model);
  const { left, top, bottom, end } = layout;
  const tiers = [keyTier(model, layout), columnTier(model, layout), pastTier(model, layout), ...rowTiers(model, layout)];
  const words = [...layout.frame.words, ...tiers.flatMap((tier) => tier.words)];
  const topLine: Line = { x: slide.left, x2: slide.right, y: top, y2: top, stroke: ink.grid, strokeWidth: 1.5 };
  return vegaSlide(
    model.words.alt,
    [
      ...boxLayer(end > left ? [{ x: left, x2: end, y: top - 124, y2: bottom, fill: ink.tint }] : []),
      ...lineLayer([
        ...tiers.flatMap(({ skips = [] }) => skips),
        topLine,
        ...tiers.flatMap(({ lines = [] }) => lines),
        ...(model.metOn === "" ? [] : [{ x: end, x2: end, y: top - 124, y2: bottom, stroke: ink.subject, strokeWidth: 4 }]),
      ]),
      ...markLayer(
        tiers.flatMap(({ dots = [] }) => dots),
        pixel("x"),
        pixel("y"),
      ),
    ],
    words.filter(({ text }) => text !== ""),
  );
}

type Dot = Mark & { x: number; y: number; action: string };
/** What a part of the slide adds to it. */
type Tier = { words: Word[]; skips?: Line[]; lines?: Line[]; dots?: Dot[] };
type Layout = ReturnType<typeof layOut>;

/** Room of a rating in the key, beside its words. */
const keyRoom = 62;
const keyWidthOf = ({ word, count }: PlanModel["key"][number]): number => textWidth(`${word} ${count}`, 24, "Semibold");

/** Columns from the room beside the key, rows from their lines of actions, pressed together where they are too many. */
function layOut(model: PlanModel) {
  const { columns, rows, abreast, key } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const left = Math.max(640, slide.left + key.reduce((sum, one) => sum + keyRoom + keyWidthOf(one), 0) + 6);
  const width = (slide.right - left) / columns.length;
  const x = (i: number): number => left + i * width;
  const top = frame.top + 142;
  const foot = frame.bottom - 84;
  const stacks = rows.map((row) => linesOf(row, abreast));
  const line = Math.min(41, (foot - top - rows.length * 12) / stacks.reduce((sum, n) => sum + n, 0));
  const heights = stacks.map((n) => Math.min(n * line + Math.max(12, line * 0.5), Math.max(64, n * line + 12)));
  const total = heights.reduce((sum, n) => sum + n, 0);
  const scale = Math.min(1, (foot - top) / total);
  const past = columns.filter((column) => column.past).length;
  return {
    frame,
    left,
    width,
    x,
    top,
    bottom: top + total * scale,
    /** Height of a line of actions, before it is pressed together by `scale`. */
    line,
    scale,
    heights: heights.map((height) => height * scale),
    past,
    /** Where the columns end that are past their date. */
    end: x(past),
  };
}

/** The shape of a rating, and the letter on it. */
function ratingMark({ key }: PlanModel, rating: Rating, x: number, y: number, action: string, shrink = 1): { words: Word[]; dots: Dot[] } {
  const { mark, letter: own, ink: fill, weight } = marks[rating];
  const letter = rating === "amber" ? (key.find((one) => one.rating === "amber")?.word ?? "Amber").slice(0, 1) : own;
  return {
    dots: [{ ...mark, radius: mark.radius * shrink, x, y: rating === "amber" ? y - 3 : y, action }],
    words: letter === "" ? [] : [{ x, y: y + (rating === "amber" ? 12 : 8.5), text: letter, size: 24, weight, fill, anchor: "middle" }],
  };
}

function keyTier(model: PlanModel, { top }: Layout): Tier {
  let at: number = slide.left;
  const parts = model.key.map((one) => {
    const { words, dots } = ratingMark(model, one.rating, at + 19, top - 32, "key");
    const name: Word = {
      x: at + 44,
      y: top - 24,
      text: `${one.word} ${one.count}`,
      size: 24,
      weight: one.count > 0 ? 600 : 400,
      fill: ink.strong,
    };
    at += keyRoom + keyWidthOf(one);
    return { words: [...words, name], dots };
  });
  return { words: parts.flatMap(({ words }) => words), dots: parts.flatMap(({ dots }) => dots) };
}

/** Heads and counts of the columns; two short strokes through the foot where months are left out. */
function columnTier({ columns, rows }: PlanModel, { x, width, top, bottom }: Layout): Tier {
  return {
    words: [
      ...columns.flatMap((column, i): Word[] => {
        const centre = x(i) + width / 2;
        const rests = rows.flatMap(({ cells }) => cells[i] ?? []).map((action) => action.rests);
        return [
          { x: centre, y: top - 54, text: column.heads[0], size: 26, weight: 600, fill: ink.strong, anchor: "middle" },
          { x: centre, y: top - 24, text: column.heads[1], size: 24, fill: ink.quiet, anchor: "middle", rests },
          { x: centre, y: bottom + 40, text: String(column.count), size: 26, weight: 700, fill: ink.text, anchor: "middle", rests },
        ];
      }),
      { x: slide.left, y: bottom + 40, text: "Actions due", size: 26, weight: 600, fill: ink.text },
    ],
    skips: columns.flatMap((column, i) =>
      column.skipBefore
        ? [-3, 4].map((dx) => ({ x: x(i) + dx - 5, x2: x(i) + dx + 5, y: bottom + 9, y2: bottom - 9, stroke: ink.rule, strokeWidth: 2 }))
        : [],
    ),
  };
}

/** Names the tinted columns, and the day of the meeting beside its line, on the other side where nearly all is past. */
function pastTier({ metOn }: PlanModel, { left, width, past, end, top }: Layout): Tier {
  const isBeyond = end + 14 + textWidth(metOn, 24, "Semibold") > slide.right;
  const y = top - 92;
  return {
    words: [
      ...(past > 0
        ? [
            {
              x: left + (past * width) / 2,
              y,
              text: past * width > 190 ? "Past their date" : "Past",
              size: 24,
              weight: 600 as const,
              fill: ink.text,
              anchor: "middle" as const,
            },
          ]
        : []),
      {
        x: end + (isBeyond ? -14 : 14),
        y,
        text: metOn,
        size: 24,
        weight: 600,
        fill: ink.subject,
        anchor: isBeyond ? "end" : "start",
      },
    ],
  };
}

function rowTiers(model: PlanModel, layout: Layout): Tier[] {
  let y = layout.top;
  return model.rows.map((row, i) => {
    const height = layout.heights[i] ?? 0;
    const middle = y + height / 2;
    y += height;
    const isLast = i === model.rows.length - 1;
    const parts = row.cells.flatMap((cell, column) => cellParts(model, cell, column, middle, layout));
    return {
      words: [...recommendationWords(row, middle, height, layout), ...parts.flatMap(({ words }) => words)],
      dots: parts.flatMap(({ dots }) => dots),
      lines: [{ x: slide.left, x2: slide.right, y, y2: y, stroke: isLast ? ink.rule : ink.grid, strokeWidth: isLast ? 2 : 1.5 }],
    };
  });
}

function recommendationWords({ number, text, cells }: PlanRow, middle: number, height: number, { left }: Layout): Word[] {
  const indent = slide.left + 34;
  const said = cutLines(text, left - indent - 24, Math.max(1, Math.floor((height - 6) / 32)));
  const rests = cells
    .flat()
    .slice(0, 1)
    .map((action) => action.rests);
  return [
    { x: slide.left, y: middle + 9, text: number, size: 26, weight: 700, fill: ink.subject, rests },
    ...said.map((line, n) => ({ x: indent, y: middle + 9 + (n - (said.length - 1) / 2) * 32, text: line, size: 26, fill: ink.text })),
  ];
}

/** The actions of a cell, so many abreast, centred on the row. */
function cellParts(model: PlanModel, cell: readonly PlanAction[], column: number, middle: number, { x, width, line, scale }: Layout) {
  const { abreast } = model;
  const beside = Math.min(abreast, cell.length);
  return cell.map((action, n) => {
    const y = middle + (Math.floor(n / abreast) - (Math.ceil(cell.length / abreast) - 1) / 2) * line * scale;
    const start = x(column) + (width / beside) * ((n % abreast) + 0.5) - (20 + textWidth(action.id, 26)) / 2;
    // In tight rows marks give way a little, so that none touches the next.
    const { words, dots } = ratingMark(model, action.rating, start, y, action.id, Math.min(1, (line * scale) / 40));
    const id: Word = {
      x: start + 30,
      y: y + 9,
      text: action.id,
      size: 26,
      weight: action.overdue || action.rating !== "none" ? 700 : 400,
      fill: ink.text,
      rests: [action.rests],
    };
    return { words: [...words, id], dots };
  });
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
