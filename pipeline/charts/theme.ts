import type { Weight } from "./render/draw-list.ts";

/** Colours of places and of everything that is not a place. Words have darker inks than marks. */
export const ink = {
  text: "#0B0C0C",
  strong: "#3D3D3D",
  quiet: "#595959",
  subject: "#12436D",
  mean: "#28A197",
  meanText: "#17706A",
  range: "#E3F1EF",
  region: "#801650",
  england: "#F46A25",
  englandText: "#B4450A",
  neighbour: "#6B6B6B",
  other: "#949494",
  rule: "#8A8A8A",
  grid: "#D9D9D9",
  tint: "#EEF1F4",
  white: "#FFFFFF",
} as const;

/** Parts of a whole: a family of two blues, the rest in one grey. */
export const parts = { family: ["#12436D", "#2073BC"], rest: "#5F6670" } as const;

/** Ratings of an action plan, each with a letter and a shape as well. */
export const ratings = { red: "#D4351C", amber: "#FFB11A", green: "#00703C" } as const;

/** How the line of a place is drawn on a slide. */
export const lineOf = {
  subject: { width: 7, dash: [] },
  mean: { width: 4.5, dash: [] },
  region: { width: 3, dash: [16, 9] },
  england: { width: 3.5, dash: [2, 9] },
  neighbour: { width: 5, dash: [] },
} as const satisfies Record<string, { width: number; dash: readonly number[] }>;

export type Place = "subject" | "mean" | "region" | "england";

export const markInk: Record<Place, string> = { subject: ink.subject, mean: ink.mean, region: ink.region, england: ink.england };
export const wordInk: Record<Place, string> = { subject: ink.subject, mean: ink.meanText, region: ink.region, england: ink.englandText };

/** Radius of a mark's circle; the other shapes are sized to look as large. */
export type Shape = "circle" | "diamond" | "square" | "triangle-up";
export const shapeOf: Record<Place, Shape> = { subject: "circle", mean: "diamond", region: "square", england: "triangle-up" };

/** A slide: 1920 by 1080 pixels. */
export const slide = {
  width: 1920,
  height: 1080,
  left: 72,
  right: 1848,
  headline: { y: 94, size: 52, line: 60, weight: 600 as Weight },
  subtitle: { size: 30, line: 38, below: 50 },
  notes: { y: 1046, size: 24, line: 32 },
  name: 27,
  value: 27,
  axis: 24,
} as const;

/** A chart on an A4 page: points, 12 point throughout. */
export const pack = { width: 493, size: 12, axis: 12, line: 15 } as const;

/** Inks of the pack, where grey is the second voice and dark blue the authority's. */
export const packInk = { text: "#1A1A1A", quiet: "#595959", bar: "#767676", band: "#E4E7EA", bandEdge: "#A9AFB5" } as const;

/** Lines of places in the pack: three dashes and a solid, so that grey print keeps them apart. */
export const packLineOf = {
  subject: { width: 2.6, dash: [] },
  mean: { width: 2, dash: [6, 3] },
  region: { width: 1.4, dash: [6, 2, 1.4, 2] },
  england: { width: 1.6, dash: [1.6, 2.2] },
} as const satisfies Record<Place, { width: number; dash: readonly number[] }>;
