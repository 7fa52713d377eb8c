/**
 * A drawing as flat data: paths and words in the order in which they are painted. Every output (SVG,
 * PNG, PDF) is made from the same list, so they cannot differ.
 *
 * Units are those of the frame (pixels of a slide, points of a page); y runs down from the top.
 */
export type DrawPath = {
  kind: "path";
  /** SVG path data with the absolute commands M, L, C and Z only. */
  d: string;
  fill: string;
  stroke: string;
  strokeWidth: number;
  dash: readonly number[];
  cap: "butt" | "round" | "square";
  join: "miter" | "round" | "bevel";
};

export type Weight = 400 | 600 | 700;
export type Anchor = "start" | "middle" | "end";

export type DrawText = {
  kind: "text";
  /** Where the anchor stands on the baseline. */
  x: number;
  y: number;
  text: string;
  size: number;
  weight: Weight;
  fill: string;
  anchor: Anchor;
};

export type DrawItem = DrawPath | DrawText;

export type DrawList = { width: number; height: number; items: readonly DrawItem[] };

/** "", ".01" to ".99", without trailing zeros. */
const fractions = Array.from({ length: 100 }, (_, n) => String(n / 100).slice(1));

/** At most two decimals, without trailing zeros. By whole numbers, which are written several times faster than fractions. */
export function coordinate(n: number): string {
  const hundredths = Math.round(Math.abs(n) * 100);
  if (!(hundredths < 2 ** 31)) return String(n);
  const rest = hundredths % 100;
  const sign = n < 0 && hundredths !== 0 ? "-" : "";
  return `${sign}${(hundredths - rest) / 100}${fractions[rest]}`;
}
