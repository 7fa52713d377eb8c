import { textWidth } from "../../core/fonts.ts";
import { cellRef } from "../../model/comparison.ts";
import { overlaps, placeInside, type Box, type Obstacles, type Point } from "../layout/labels.ts";
import { spreadLabels } from "../layout/spread.ts";
import type { Word } from "../render/layers.ts";
import type { Line } from "../slide-drawing.ts";
import { ink } from "../theme.ts";
import type { FunnelModel, FunnelPoint } from "./funnel.ts";

/** Where the words of a funnel stand: limits and England at the right, authorities near their dots, the key in the emptiest place. */

/** Names of the upper limits and of England stand at the right, tied to their lines. */
export function nameLimits(
  { row, limits, england, englandShown, axis }: FunnelModel,
  at: { right: number; y: (value: number) => number; top: number; bottom: number },
  words: Word[],
  lines: Line[],
): void {
  const last = limits.at(-1);
  if (!last) return;
  const names = [
    {
      text: "99.8% limits",
      value: Math.min(last.high998, axis.high),
      fill: ink.strong,
      stroke: ink.rule as string,
      weight: 400 as const,
      rests: [],
    },
    {
      text: "95% limits",
      value: Math.min(last.high95, axis.high),
      fill: ink.strong,
      stroke: ink.rule as string,
      weight: 400 as const,
      rests: [],
    },
    {
      text: `England ${englandShown}`,
      value: england,
      fill: ink.englandText,
      stroke: ink.england as string,
      weight: 600 as const,
      rests: [cellRef(row.comparison_id, ["england_value"])],
    },
  ];
  const heights = spreadLabels(
    names.map(({ value }) => at.y(value)),
    35,
    at.top - 17,
    at.bottom + 17,
  );
  names.forEach(({ text, value, fill, stroke, weight, rests }, i) => {
    const height = heights[i] ?? 0;
    lines.push(
      { x: at.right + 8, y: at.y(value), x2: at.right + 34, y2: height, stroke, strokeWidth: 2 },
      { x: at.right + 34, y: height, x2: at.right + 48, y2: height, stroke, strokeWidth: 2 },
    );
    words.push({ x: at.right + 56, y: height + 8, text, size: 24, weight, fill, rests });
  });
}

/** An authority and where it is drawn. */
export type Dot = { at: Point; point: FunnelPoint };

/** The name of an authority by its dot, or led to it, where there is a free place; the box of the words is taken then. */
export function nameDot(
  { at, point }: Dot,
  dots: readonly Dot[],
  { area, taken }: { area: Box; taken: Box[] },
  words: Word[],
  lines: Line[],
): void {
  const own = point.role === "subject";
  const text = own ? `${point.name} ${point.shown}` : point.name;
  const size = own ? 28 : 24;
  const found = findPlace(
    at,
    textWidth(text, size, own ? "Bold" : "Regular"),
    size * 0.86,
    dots.map((dot) => ({ ...dot.at, clear: dot.point.role === "subject" ? 16 : 11 })),
    taken,
    area,
    own,
  );
  if (!found) return;
  taken.push(found.box);
  words.push({
    x: found.x,
    y: found.y + size * 0.33,
    text,
    size,
    weight: own ? 700 : 400,
    fill: own ? ink.subject : ink.text,
    anchor: "middle",
    halo: 6,
    rests: [cellRef(point.comparison, ["value"])],
  });
  if (found.leader) lines.push({ x: at.x, y: at.y, ...found.leader, stroke: own ? ink.subject : ink.rule, strokeWidth: own ? 2.5 : 1.8 });
}

type LabelPlace = Point & { box: Box; leader: { x2: number; y2: number } | null };

/**
 * Words near a point at rising distances in 24 directions: over limits if need be, never over other words
 * nor over an authority; but words that have to stand take the place that covers fewest.
 */
function findPlace(
  at: Point,
  width: number,
  height: number,
  dots: readonly (Point & { clear: number })[],
  taken: readonly Box[],
  area: Box,
  must: boolean,
): LabelPlace | null {
  const inside = (box: Box): boolean =>
    box.x0 >= area.x0 && box.x1 <= area.x1 && box.y0 >= area.y0 && box.y1 <= area.y1 && taken.every((other) => !overlaps(box, other));
  const covered = (box: Box): number =>
    dots.filter(({ x, y, clear }) => x >= box.x0 - clear && x <= box.x1 + clear && y >= box.y0 - clear && y <= box.y1 + clear).length;
  let least: { place: LabelPlace; dots: number } | null = null;
  for (const away of [18, 26, 36, 50, 70, 95, 125, 160, 200, 250, 320, 400]) {
    for (let k = 0; k < 24; k += 1) {
      const angle = (Math.floor((k + 1) / 2) * (k % 2 === 0 ? 1 : -1) * Math.PI) / 12;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const x = at.x + dx * away + (dx * width) / 2;
      const y = at.y + dy * away + (dy * height) / 2;
      const box = { x0: x - width / 2 - 3, x1: x + width / 2 + 3, y0: y - height / 2, y1: y + height / 2 };
      if (!inside(box)) continue;
      const leader =
        away <= 22 ? null : { x2: Math.min(Math.max(at.x, box.x0 + 2), box.x1 - 2), y2: Math.min(Math.max(at.y, box.y0 + 2), box.y1 - 2) };
      const place = { x, y, box, leader };
      const dotsUnder = covered(box);
      if (dotsUnder === 0) return place;
      if (!least || dotsUnder < least.dots) least = { place, dots: dotsUnder };
    }
  }
  return must ? (least?.place ?? null) : null;
}

/** Rings and filled dots are explained once, where the plot is emptiest. */
export function keyOf(
  { area, taken, dots }: { area: Box; taken: Box[]; dots: readonly Point[] },
  words: Word[],
): { x: number; y: number; shape: string; radius: number; fill: string; stroke: string; strokeWidth: number }[] {
  const texts = ["one authority", "one of the ten neighbours"];
  const width = 34 + Math.max(...texts.map((text) => textWidth(text, 24)));
  const obstacles: Obstacles = { frame: area, boxes: taken, points: dots };
  const place = placeInside(width + 16, 84, () => true, obstacles, 16);
  if (!place) return [];
  const left = place.x - width / 2;
  texts.forEach((text, i) => words.push({ x: left + 34, y: place.y - 12 + i * 38, text, size: 24, fill: ink.strong, halo: 6 }));
  return [
    { x: left + 12, y: place.y - 20, shape: "circle", radius: 8, fill: ink.white, stroke: ink.other, strokeWidth: 2.4 },
    { x: left + 12, y: place.y + 18, shape: "circle", radius: 9.5, fill: ink.neighbour, stroke: ink.white, strokeWidth: 1.5 },
  ];
}
