import { textWidth } from "../../core/fonts.ts";
import { placeInside, type Box, type Obstacles, type Point } from "../layout/labels.ts";
import type { Word } from "../render/layers.ts";
import { ink, slide } from "../theme.ts";
import type { TrendModel } from "./trend-model.ts";
import type { Plot, Rule } from "./trend-plot.ts";

/** What stands round the lines of a trend: the rail of sources, the names of range, break and score ranges. */

/** Limits that part an axis into named ranges, lowest first. */
export type Bands = { limits: readonly [number, number]; names: readonly { name: string; range: string }[] };

/** A bent line that ties words to what they name. */
export type Leader = { stroke: string; points: Point[] };

/** The room that words take, with a margin. */
export function boxOf({ x, y, text, size, weight = 400, anchor = "start" }: Word): Box {
  const width = textWidth(text, size, weight === 700 ? "Bold" : weight === 600 ? "Semibold" : "Regular");
  const x0 = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  return { x0: x0 - 6, x1: x0 + width + 6, y0: y - size * 0.78, y1: y + size * 0.24 };
}

/** Brackets over the stretches of documents and official statistics, each named. */
export function addRail(
  { quoted, subject, years }: TrendModel,
  words: Word[],
  rules: Rule[],
  { x, y, right }: { x: (when: number) => number; y: number; right: number },
): void {
  const year = (years.at(-1)?.when ?? 1) - (years.at(-2)?.when ?? 0);
  const stretches = [
    ...quoted.map((q) => ({ name: q.name, points: q.points })),
    { name: "Official statistics", points: subject.points },
  ].map(({ name, points }) => {
    const whens = points.map((p) => p.when);
    const one = points.length === 1;
    const pad = one ? year / 2 : year * 0.15;
    return { name, from: x(Math.min(...whens) - pad), to: x(Math.max(...whens) + (one ? 0.02 : Math.min(pad, 0.12))) };
  });
  const merged: typeof stretches = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const before = merged.at(-1);
    if (before && before.name === stretch.name && stretch.from < before.to + 30) before.to = Math.max(before.to, stretch.to);
    else merged.push({ ...stretch });
  }
  let edge = -Infinity;
  for (const { name, from, to } of merged) {
    const width = textWidth(name, 24);
    const centre = Math.min(
      Math.max((from + to) / 2, edge + 24 + width / 2, from + width / 2 > to ? from + width / 2 : -Infinity),
      right - width / 2,
    );
    edge = centre + width / 2;
    words.push({ x: centre, y: y - 14, text: name, size: 24, fill: ink.strong, anchor: "middle" });
    const stroke = { stroke: ink.strong, strokeWidth: 2 };
    rules.push(
      { x: from, x2: to, y, y2: y, ...stroke },
      { x: from, x2: from, y: y - 1, y2: y + 9, ...stroke },
      { x: to, x2: to, y: y - 1, y2: y + 9, ...stroke },
    );
  }
}

/**
 * The range is named once: on one line where there is most room inside it, else on two, else at the
 * right end below or above the labels of the lines. Gives the leader that ties the last to the range.
 */
export function nameRange(
  model: TrendModel,
  words: Word[],
  obstacles: Obstacles,
  { x, y, right, top, bottom }: Plot,
  taken: readonly number[],
): Leader[] {
  const halves = model.having[0] === 10 ? ["Range of the", "ten neighbours"] : ["Range of neighbours", "with a figure"];
  const edges = model.range.map((r) => ({ x: x(r.when), low: y(r.low), high: y(r.high), part: r.part }));
  const within = (px: number, y0: number, y1: number): boolean =>
    edges.some((a, i) => {
      const b = edges[i + 1];
      if (!b || a.part !== b.part || px < a.x || px > b.x) return false;
      const t = (px - a.x) / (b.x - a.x);
      return y0 >= a.high + t * (b.high - a.high) && y1 <= a.low + t * (b.low - a.low);
    });
  const area = ({ x0, x1, y0, y1 }: Box): boolean =>
    [0, 0.25, 0.5, 0.75, 1].every((t) => within(x0 + t * (x1 - x0), y0, y1)) &&
    edges.every((e) => e.x < x0 || e.x > x1 || (y0 >= e.high && y1 <= e.low));
  for (const lines of [[halves.join(" ")], halves]) {
    const width = Math.max(...lines.map((text) => textWidth(text, 24))) + 12;
    const place = placeInside(width, 30 * lines.length, area, obstacles, 16);
    if (!place) continue;
    lines.forEach((text, i) =>
      words.push({ x: place.x, y: place.y + 8 + (i - (lines.length - 1) / 2) * 30, text, size: 24, fill: ink.meanText, anchor: "middle" }),
    );
    return [];
  }
  const last = edges.at(-1);
  if (!last) return [];
  const below = Math.max(...taken) + 62;
  const middle = below + 30 <= bottom + 19 ? below : Math.max(Math.min(...taken) - 62, top);
  halves.forEach((text, i) => words.push({ x: right + 66, y: middle + 8 + (i - 0.5) * 30, text, size: 24, fill: ink.meanText }));
  return [
    {
      stroke: ink.rule,
      points: [
        { x: last.x + 6, y: Math.min(Math.max(middle, last.high + 2), last.low - 2) },
        { x: right + 34, y: middle - 8 },
        { x: right + 58, y: middle - 8 },
      ],
    },
  ];
}

export function nameBreak(when: number, words: Word[], obstacles: Obstacles, { x, top }: Plot): void {
  const text = "New definition";
  const width = textWidth(text, 24) + 12;
  const place =
    placeInside(
      width,
      30,
      () => true,
      { ...obstacles, frame: { ...obstacles.frame, x0: x(when - 0.5) + 8, x1: x(when - 0.5) + 8 + width + 4, y0: top } },
      8,
    ) ??
    placeInside(
      width,
      30,
      () => true,
      { ...obstacles, frame: { ...obstacles.frame, x0: x(when - 0.5) - width - 12, x1: x(when - 0.5) - 6, y0: top } },
      8,
    );
  if (place) words.push({ x: place.x, y: place.y + 8, text, size: 24, fill: ink.strong, anchor: "middle", halo: 6 });
}

/** The ranges of a child's own score, named at the left of the axis. */
export function addBands(
  { limits, names }: Bands,
  { axis, ticks }: TrendModel,
  words: Word[],
  rules: Rule[],
  { left, right, y, top, bottom }: Plot,
): void {
  const edges = [axis.low, ...limits, axis.high];
  names.forEach(({ name, range }, i) => {
    const [from, to] = [Math.max(edges[i] ?? 0, axis.low), Math.min(edges[i + 1] ?? 0, axis.high)];
    if (to - from <= 0) return;
    const middle = Math.max(Math.min((y(from) + y(to)) / 2, bottom - 16), top + 16);
    words.push({ x: slide.left, y: middle - 8, text: name, size: 24, weight: 600, fill: ink.strong });
    words.push({ x: slide.left, y: middle + 24, text: range, size: 24, fill: ink.quiet });
  });
  for (const limit of limits)
    if (limit >= axis.low && limit <= axis.high) {
      // A coarse axis may have no tick at a limit: the limit still gets its line and its figure.
      if (!ticks.some(({ value }) => value === limit)) {
        rules.push({ x: left, x2: right, y: y(limit), y2: y(limit), stroke: ink.rule, strokeWidth: 2.5 });
        words.push({ x: left - 16, y: y(limit) + 8, text: String(limit), size: 24, weight: 600, fill: ink.text, anchor: "end" });
      }
      rules.push({ x: slide.left, x2: left - 58, y: y(limit), y2: y(limit), stroke: ink.rule, strokeWidth: 2.5 });
    }
}
