import type { Mark, Pen } from "../render/layers.ts";
import { ink } from "../theme.ts";
import type { ScorecardRow } from "./scorecard.ts";

/** The axis runs this many half-widths of the middle half to each side; beyond stands an arrowhead. */
export const reach = 3.7;
export const radius = { subject: 14, mean: 10.5, england: 9, neighbour: 6.3 };

export type Dot = Mark & { x: number; y: number; place: string };
export type Stroke = { x: number; y: number; x2: number; y2: number } & Pen;

/**
 * Subject and mean on the line, England hanging under it, neighbours stepping up or down until nothing
 * hides anything. What lies beyond the axis becomes an arrowhead at its end, one for each.
 */
export function placeDots(
  row: ScorecardRow,
  y: number,
  pitch: number,
  x: (at: number) => number,
  edge: { left: number; right: number },
): { dots: Dot[]; stems: Stroke[] } {
  const dots: Dot[] = [];
  const stems: Stroke[] = [];
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
