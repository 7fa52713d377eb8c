import type { DrawItem, DrawList } from "../../pipeline/charts/render/draw-list.ts";
import { ink, packInk } from "../../pipeline/charts/theme.ts";

/** How colours look to others, and which colours of a drawing have to be told apart. */

type Triple = readonly [number, number, number];
const multiply = (rows: readonly Triple[], [r, g, b]: Triple): Triple => {
  const [x = 0, y = 0, z = 0] = rows.map((row) => row[0] * r + row[1] * g + row[2] * b);
  return [x, y, z];
};

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear sRGB; the last is print without colour. */
export const visions: Readonly<Record<string, readonly Triple[]>> = {
  "full colour": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  greyscale: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

const linear = (hex: string): Triple => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const channel = parseInt(hex.slice(i, i + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
};

/** CIE L*a*b* (D65) of linear sRGB. */
function lab(rgb: Triple): Triple {
  const [x, y, z] = multiply(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ],
    rgb,
  );
  const f = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const [fx, fy, fz] = [f(x / 0.9505), f(y), f(z / 1.089)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** Distance of two colours in L*a*b* as a vision has them; about 2 is the least that can be seen side by side. */
export function distance(a: string, b: string, vision: string): number {
  const seen = (hex: string): Triple => {
    const [r, g, b2] = multiply(visions[vision] ?? [], linear(hex)).map((n) => Math.min(Math.max(n, 0), 1));
    return lab([r ?? 0, g ?? 0, b2 ?? 0]);
  };
  const [p, q] = [seen(a), seen(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/** Marks this far apart in small shapes and thin lines are told apart without looking twice. */
export const apart = 15;

const furniture = new Set<string>([
  ink.white,
  ink.grid,
  ink.rule,
  ink.quiet,
  ink.strong,
  ink.tint,
  ink.range,
  packInk.band,
  packInk.bandEdge,
  "#B8B8B8",
]);

/** A mark's colour and its form: a line by dash and width, a shape by its outline and whether it is hollow. */
function markOf(item: DrawItem, thin: number): { colour: string; form: string } | null {
  if (item.kind !== "path") return null;
  const numbers = (item.d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  if (item.fill === "none") {
    // Thin straight strokes are leaders, which end in words.
    if (numbers.length === 4 && item.dash.length === 0 && item.strokeWidth <= thin) return null;
    return { colour: item.stroke, form: `line of ${item.strokeWidth}, ${item.dash.join(" ") || "solid"}` };
  }
  const hollow = item.fill.toUpperCase() === ink.white && item.stroke !== "none";
  const [xs, ys] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)];
  const scale = (values: readonly number[], n: number): number =>
    Math.round((2 * (n - Math.min(...values))) / Math.max(Math.max(...values) - Math.min(...values), 1e-9));
  const outline = item.d.replace(/[^MLCZ]/g, "").includes("C")
    ? "round"
    : [...new Set(xs.map((x, i) => `${scale(xs, x)},${scale(ys, ys[i] ?? 0)}`))].sort().join(" ");
  return { colour: hollow ? item.stroke : item.fill, form: `${hollow ? "hollow " : ""}${outline}` };
}

/** Pairs of colours that share a form and look alike in some vision; straight strokes up to `thin` are leaders. Empty when all holds. */
export function alikeIn(list: DrawList, thin: number): string[] {
  const marks = [...marksOf(list, thin)];
  return marks.flatMap(([a, forms], i) =>
    marks.slice(i + 1).flatMap(([b, others]) => {
      const shared = [...forms].filter((form) => others.has(form));
      return Object.keys(visions)
        .filter((vision) => shared.length > 0 && distance(a, b, vision) < apart)
        .map((vision) => `${a} and ${b} (${shared.join("; ")}) in ${vision}`);
    }),
  );
}

/** The colours of a drawing that mean something, each with its forms. */
function marksOf(list: DrawList, thin: number): Map<string, Set<string>> {
  const marks = new Map<string, Set<string>>();
  for (const item of list.items) {
    const mark = markOf(item, thin);
    if (mark === null || furniture.has(mark.colour.toUpperCase()) || !mark.colour.startsWith("#")) continue;
    marks.set(mark.colour, (marks.get(mark.colour) ?? new Set<string>()).add(mark.form));
  }
  return marks;
}
