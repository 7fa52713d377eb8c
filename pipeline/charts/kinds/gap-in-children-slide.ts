import { textWidth } from "../../core/fonts.ts";
import { cellRef } from "../../model/comparison.ts";
import { plotSlide } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { plotBoxes, plotLines } from "../render/plot-marks.ts";
import type { Word } from "../render/layers.ts";
import { ink, slide } from "../theme.ts";
import type { GapModel, GapRow } from "./gap-in-children.ts";

const size = 27;
/** Wider space after each ten blocks. */
const tenGap = 8;
type Box = { x: number; y: number; x2: number; y2: number; fill: string; stroke?: string; strokeWidth?: number };

/** The mean as an upright line; one block a child (or ten) to the left where short of it, to the right where ahead. */
export function gapSlide(model: GapModel): Promise<Drawing> {
  const { rows, perBlock } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const widest = (texts: readonly string[], face: "Regular" | "Semibold" | "Bold" = "Regular", px = size): number =>
    Math.max(0, ...texts.map((text) => textWidth(text, px, face)));
  const behind = Math.max(0, ...rows.map(({ gap }) => -gap));
  const ahead = Math.max(0, ...rows.map(({ gap }) => gap));
  const meanWidth = Math.max(widest(rows.map((row) => row.atMean)), textWidth("At the mean", 24, "Semibold"));
  const nowRight = slide.right - meanWidth - 62;
  const nowWidth = Math.max(
    widest(
      rows.map((row) => row.now),
      "Semibold",
    ),
    textWidth("Number now", 24, "Semibold"),
  );
  const left = slide.left + widest(rows.map((row) => row.name)) + 44;
  const right = nowRight - nowWidth - 46;
  const room = (side: -1 | 1): number =>
    widest(
      rows.filter(({ gap }) => Math.sign(gap) === side || (gap === 0 && side === 1)).map((row) => row.label),
      "Bold",
    ) + 30;
  const [before, after] = [behind > 0 ? room(-1) : 0, room(1)];
  const tens = perBlock === 1 ? tenGap * (Math.floor(Math.max(behind - 1, 0) / 10) + Math.floor(Math.max(ahead - 1, 0) / 10)) : 0;
  const unit = Math.min(28, (right - left - before - after - 16 - tens) / Math.max(behind + ahead, 1));
  const along = (count: number): number => count * unit + (perBlock === 1 ? tenGap * Math.floor(Math.max(count - 1, 0) / 10) : 0);
  const mean = left + before + along(behind) + 8;

  const top = frame.top + 108;
  const foot = frame.bottom - 40;
  const pitch = Math.min(76, (foot - top) / rows.length);
  const half = Math.min(22, pitch * 0.36);
  const end = top + rows.length * pitch;
  const words: Word[] = [...frame.words];
  const boxes: Box[] = [];
  const head = { size: 24, weight: 600 as const };
  const name = "Neighbour mean";
  const nameHalf = textWidth(name, 24, "Semibold") / 2;
  const nameX = Math.min(Math.max(mean, slide.left + nameHalf), right - nameHalf);
  words.push({
    x: behind > 0 ? nameX : mean - 2,
    y: top - 56,
    text: name,
    fill: ink.meanText,
    anchor: behind > 0 ? "middle" : "start",
    ...head,
  });
  if (behind > 0) words.push({ x: mean - 18, y: top - 20, text: "short of it", size: 24, fill: ink.strong, anchor: "end" });
  if (ahead > 0) words.push({ x: mean + 18, y: top - 20, text: "ahead of it", size: 24, fill: ink.strong });
  words.push(
    { x: nowRight, y: top - 20, text: "Number now", fill: ink.strong, anchor: "end", ...head },
    { x: slide.right, y: top - 20, text: "At the mean", fill: ink.strong, anchor: "end", ...head },
  );
  rows.forEach((row, i) => {
    const y = top + (i + 0.5) * pitch;
    const base = y + size * 0.34;
    const { comparison_id: id } = row.comparison;
    words.push({ x: slide.left, y: base, text: row.name, size, fill: ink.text });
    words.push({
      x: nowRight,
      y: base,
      text: row.now,
      size,
      weight: 600,
      fill: ink.text,
      anchor: "end",
      rests: [cellRef(id, ["numerator", "denominator"])],
    });
    words.push({ x: slide.right, y: base, text: row.atMean, size, fill: ink.strong, anchor: "end", rests: [id] });
    boxes.push(...blocksOf(row, { y, half, mean, unit, perBlock, along }));
    const side = row.gap < 0 ? -1 : 1;
    const gap = row.gap === 0 ? 16 : along(Math.abs(row.gap)) + 24;
    words.push({
      x: mean + side * gap,
      y: base,
      text: row.label,
      size,
      weight: row.sure && row.gap !== 0 ? 700 : 400,
      fill: ink.subject,
      anchor: side < 0 ? "end" : "start",
      rests: [id],
    });
  });
  return plotSlide(
    model.words.alt,
    [...plotLines([{ x: mean, x2: mean, y: top - 6, y2: end, stroke: ink.mean, strokeWidth: 5 }]), ...plotBoxes(boxes)],
    words,
  );
}

/** One block a child, a wider gap after each ten; or one block for each ten and a narrower one for the rest. */
function blocksOf(
  row: GapRow,
  at: { y: number; half: number; mean: number; unit: number; perBlock: 1 | 10; along: (count: number) => number },
): Box[] {
  const side = row.gap < 0 ? -1 : 1;
  const gap = Math.min(at.unit * (at.perBlock === 1 ? 0.24 : 0.5), 5);
  // A block of one child in ten is narrow: a thinner outline still shows that it is hollow.
  const width = at.unit * (at.perBlock === 1 ? 1 : Math.min(Math.abs(row.gap), 10)) - gap;
  const pen = width < 9 ? 1.2 : 2.5;
  const paint = row.sure ? { fill: ink.subject } : { fill: ink.white, stroke: ink.subject, strokeWidth: pen };
  const inset = row.sure ? 0 : pen / 2;
  const count = Math.abs(row.gap);
  return Array.from({ length: Math.ceil(count / at.perBlock) }, (_, i) => {
    const from = i * at.perBlock;
    const to = Math.min(count, from + at.perBlock);
    const end = at.along(to);
    const [a, b] = [at.mean + side * (9 + end - (to - from) * at.unit), at.mean + side * (9 + end - gap)];
    return { x: Math.min(a, b) + inset, x2: Math.max(a, b) - inset, y: at.y - at.half + inset, y2: at.y + at.half - inset, ...paint };
  });
}
