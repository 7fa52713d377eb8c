import type { Mark } from "../render/layers.ts";
import type { Line } from "../slide-drawing.ts";
import { ink } from "../theme.ts";
import type { ScorecardRow, Standing } from "./scorecard.ts";

/** The axis runs this many half-widths of the middle half to each side; beyond stands an arrowhead. */
export const reach = 3.7;
export const radius = { subject: 14, mean: 10.5, england: 9, neighbour: 6.3 };

export type Dot = Mark & { x: number; y: number; place: string };
type Spot = { x: number; y: number };

/** A mark on the axis, and the size of the arrowhead that stands for it beyond. */
type Look = { shape: string; radius: number; arrow: number; fill: string; strokeWidth: number };
const looks: Readonly<Record<keyof typeof radius, Look>> = {
  subject: { shape: "circle", radius: radius.subject, arrow: 11, fill: ink.subject, strokeWidth: 2 },
  mean: { shape: "diamond", radius: radius.mean, arrow: 9, fill: ink.mean, strokeWidth: 1.5 },
  england: { shape: "triangle-up", radius: radius.england, arrow: 8, fill: ink.england, strokeWidth: 1.2 },
  neighbour: { shape: "circle", radius: radius.neighbour, arrow: 7, fill: ink.neighbour, strokeWidth: 1 },
};

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
): { dots: Dot[]; stems: Line[] } {
  const dots: Dot[] = [];
  const stems: Line[] = [];
  const taken: { x: number; y: number; r: number }[] = [];
  const room = Math.max(pitch / 2 - 3, 13);
  const beyond = { left: 0, right: 0 };
  const free = (px: number, py: number, r: number): boolean => taken.every((one) => Math.hypot(one.x - px, one.y - py) >= one.r + r - 0.5);
  const put = (px: number, r: number, offsets: readonly number[]): Spot => {
    const spot = { x: px, y: y + (offsets.find((dy) => free(px, y + dy, r)) ?? offsets.at(-1) ?? 0) };
    taken.push({ ...spot, r });
    return spot;
  };
  /** Draws the mark where `spot` finds room for it, or the arrowhead of one that the axis does not reach. */
  const draw = ({ at, name: place }: Standing, { shape, radius, arrow, fill, strokeWidth }: Look, spot: (px: number) => Spot): void => {
    if (at < -reach || at > reach) {
      const side = at < 0 ? "left" : "right";
      const px = side === "left" ? edge.left + arrow + beyond.left : edge.right - arrow - beyond.right;
      beyond[side] += 2 * arrow + 5;
      taken.push({ x: px, y, r: arrow });
      dots.push({ x: px, y, shape: `arrow-${side}`, radius: arrow, fill, place });
    } else dots.push({ ...spot(x(at)), shape, radius, fill, stroke: ink.white, strokeWidth, place });
  };
  const { subject, mean, england } = row;
  if (subject) draw(subject, looks.subject, (px) => put(px, radius.subject, [0]));
  if (mean) {
    const clear = radius.subject + radius.mean;
    draw(mean, looks.mean, (px) => put(px, radius.mean - 1, [0, -clear + 6, -clear]));
  }
  if (england) {
    const below = Math.min(room, 15);
    draw(england, looks.england, (px) => {
      if (taken.every((one) => Math.abs(one.x - px) > one.r + 1))
        stems.push({ x: px, x2: px, y, y2: y + below, stroke: ink.england, strokeWidth: 2.5 });
      return put(px, radius.england - 1, [below, below + 3]);
    });
  }
  // Where many are equal and the row is full above and below, the rest stand close beside.
  const beside = [0, -7, 7, -13.5, 13.5, -20.5, 20.5, -27, 27];
  const steps = [0, -14, 14, -18, 18, -21.5, 21.5, -25, 25, -28, 28].filter((dy) => Math.abs(dy) <= room);
  const r = radius.neighbour + 0.6;
  for (const neighbour of row.neighbours)
    draw(neighbour, looks.neighbour, (middle) => {
      const px = middle + (beside.find((dx) => steps.some((dy) => free(middle + dx, y + dy, r))) ?? 0);
      return put(px, r, steps);
    });
  return { dots, stems };
}
