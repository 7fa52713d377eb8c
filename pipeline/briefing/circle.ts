import type { PathCommand } from "./ink.ts";

/** How far the handles of four curves stand from their ends, in radii, for the curves to make a circle. */
const handle = 0.5523;

/** A circle as the outline that a PDF can paint, which knows curves and no arcs. */
export function circle(x: number, y: number, r: number): PathCommand[] {
  const k = handle * r;
  return [
    ["M", x + r, y],
    ["C", x + r, y + k, x + k, y + r, x, y + r],
    ["C", x - k, y + r, x - r, y + k, x - r, y],
    ["C", x - r, y - k, x - k, y - r, x, y - r],
    ["C", x + k, y - r, x + r, y - k, x + r, y],
    ["Z"],
  ];
}
