import type { Mark, Pen, Word } from "./layers.ts";
import type { PlotMark } from "./plot.ts";

/** The same pieces as for Vega-Lite, as marks of Plot. Across, they stand on the x scale; down, on pixels. */

function groups<T>(rows: readonly T[], key: (row: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return [...found.values()];
}

/** Plot sets words by their lower edge, 0.29 of the size below the baseline. */
export function plotWords(words: readonly Word[]): PlotMark[] {
  return groups(words, ({ size, weight = 400, anchor = "start", fill, halo = 0 }) => [size, weight, anchor, fill, halo].join("|")).map(
    (rows) => {
      const { size, weight = 400, anchor = "start", fill, halo = 0 } = rows[0] as Word;
      return {
        mark: "text",
        data: rows.map(({ x, y, text }) => ({ x, y, text })),
        options: {
          x: "x",
          y: "y",
          text: "text",
          fontSize: size,
          fontWeight: weight,
          fill,
          textAnchor: anchor,
          lineAnchor: "bottom",
          ...(halo > 0 && { stroke: "white", strokeWidth: halo }),
        },
      };
    },
  );
}

export function plotLines(lines: readonly ({ x: number; y: number; x2: number; y2: number } & Pen)[]): PlotMark[] {
  return groups(lines, ({ stroke, strokeWidth, strokeDash = [], strokeCap = "butt" }) =>
    [stroke, strokeWidth, strokeDash.join(" "), strokeCap].join("|"),
  ).map((rows) => {
    const { stroke, strokeWidth, strokeDash = [], strokeCap = "butt" } = rows[0] as Pen;
    return {
      mark: "link",
      data: rows.map(({ x, y, x2, y2 }) => ({ x, y, x2, y2 })),
      options: {
        x1: "x",
        y1: "y",
        x2: "x2",
        y2: "y2",
        stroke,
        strokeWidth,
        strokeLinecap: strokeCap,
        ...(strokeDash.length > 0 && { strokeDasharray: strokeDash.join(" ") }),
      },
    };
  });
}

export function plotBoxes(
  boxes: readonly { x: number; y: number; x2: number; y2: number; fill: string; stroke?: string; strokeWidth?: number }[],
): PlotMark[] {
  return groups(boxes, ({ fill, stroke = "none", strokeWidth = 0 }) => [fill, stroke, strokeWidth].join("|")).map((rows) => {
    const { fill, stroke = "none", strokeWidth = 0 } = rows[0] as { fill: string; stroke?: string; strokeWidth?: number };
    return {
      mark: "rect",
      data: rows.map(({ x, y, x2, y2 }) => ({ x, y, x2, y2 })),
      options: { x1: "x", y1: "y", x2: "x2", y2: "y2", fill, stroke, strokeWidth },
    };
  });
}

/** Plot's symbol and how its radius (of the circle of equal area) follows from half the width of the shape. */
const symbols: Readonly<Record<string, { symbol: string; unit: number; rotate?: number }>> = {
  circle: { symbol: "circle", unit: 1 },
  diamond: { symbol: "diamond2", unit: 1.11 },
  square: { symbol: "square", unit: 0.886 },
  "triangle-up": { symbol: "triangle", unit: 1.347 },
  "arrow-left": { symbol: "triangle", unit: 1.347, rotate: -90 },
  "arrow-right": { symbol: "triangle", unit: 1.347, rotate: 90 },
};

type Dot = Mark & { x: number; y: number } & Readonly<Record<string, unknown>>;

const looksOf = ({ shape, radius, fill, stroke, strokeWidth }: Dot): string => [shape, radius, fill, stroke, strokeWidth].join("|");

/** Marks that follow each other and look alike, as one run: how they are painted over each other stays as given. */
function runs(marks: readonly Dot[]): Dot[][] {
  const found: Dot[][] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    if (last?.[0] && looksOf(last[0]) === looksOf(mark)) last.push(mark);
    else found.push([mark]);
  }
  return found;
}

/**
 * Marks of any shape, in the order given. Rows keep whatever else they carry, so that the data can be read; the
 * looks that a run of them shares are set once, since jsdom takes long over every attribute.
 */
export function plotDots(marks: readonly Dot[]): PlotMark[] {
  return runs(marks).map((run) => {
    const { shape, radius, fill, stroke = "none", strokeWidth = 0 } = run[0] as Dot;
    const { symbol, unit, rotate = 0 } = symbols[shape] ?? { symbol: "circle", unit: 1 };
    return {
      mark: "dot",
      data: run.map(({ shape: _shape, radius: _radius, fill: _fill, stroke: _stroke, strokeWidth: _width, ...rest }) => rest),
      options: { x: "x", y: "y", r: radius / unit, symbol, rotate, fill, stroke, strokeWidth, sort: null },
    };
  });
}
