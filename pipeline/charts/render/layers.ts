import type { Anchor, Weight } from "./draw-list.ts";
import type { Spec } from "./vega.ts";

/**
 * Pieces of a Vega-Lite specification. Every chart is one layered view of fixed size: figures stand on
 * declared scales, words and furniture at pixels that the model has measured.
 */
export type Layer = Readonly<Record<string, unknown>>;
export type Channel = Readonly<Record<string, unknown>>;
export type Datum = Readonly<Record<string, unknown>>;

/** A channel that is a pixel already. */
export const pixel = (field: string): Channel => ({ field, type: "quantitative", scale: null, axis: null });

/** A value laid out on pixels `from` to `to`. */
export const scaled = (field: string, domain: readonly [number, number], from: number, to: number): Channel => ({
  field,
  type: "quantitative",
  scale: { domain, range: [from, to], nice: false, zero: false },
  axis: null,
});

export type Word = {
  x: number;
  y: number;
  text: string;
  size: number;
  fill: string;
  weight?: Weight;
  anchor?: Anchor;
  /** Width of a white casing, for words on a tint or across a line. */
  halo?: number;
  /** Ids of the rows whose figures it prints, where it does not print any of the chart's. */
  rests?: readonly string[];
};

const aligns: Record<Anchor, string> = { start: "left", middle: "center", end: "right" };
const of = (field: string): Channel => ({ expr: `datum.${field}` });

function wordLayer(words: readonly Word[], paint: Layer): Layer {
  return {
    data: { values: words.map(({ weight = 400, anchor = "start", rests: _, ...word }) => ({ ...word, weight, align: aligns[anchor] })) },
    mark: { type: "text", baseline: "alphabetic", align: of("align"), fontSize: of("size"), fontWeight: of("weight"), ...paint },
    encoding: { x: pixel("x"), y: pixel("y"), text: { field: "text", type: "nominal" } },
  };
}

/** Words at measured places; those with a halo wear a white casing below. */
export function wordLayers(words: readonly Word[]): Layer[] {
  const cased = words.filter((word) => word.halo);
  const casing = { fill: null, stroke: "#FFFFFF", strokeWidth: of("halo"), strokeJoin: "round" };
  return [...(cased.length > 0 ? [wordLayer(cased, casing)] : []), ...(words.length > 0 ? [wordLayer(words, { fill: of("fill") })] : [])];
}

export type Pen = { stroke: string; strokeWidth: number; strokeDash?: readonly number[]; strokeCap?: string };

/** Straight lines from (x, y) to (x2, y2), each with its own pen. */
export function lineLayer(lines: readonly ({ x: number; y: number; x2: number; y2: number } & Pen)[]): Layer[] {
  if (lines.length === 0) return [];
  return [
    {
      data: { values: lines.map((line) => ({ strokeDash: [], strokeCap: "butt", ...line })) },
      mark: {
        type: "rule",
        stroke: of("stroke"),
        strokeWidth: of("strokeWidth"),
        strokeDash: of("strokeDash"),
        strokeCap: of("strokeCap"),
        opacity: 1,
      },
      encoding: { x: pixel("x"), y: pixel("y"), x2: { field: "x2" }, y2: { field: "y2" } },
    },
  ];
}

/** Filled boxes from (x, y) to (x2, y2), with an outline where `stroke` is given. */
export function boxLayer(
  boxes: readonly { x: number; y: number; x2: number; y2: number; fill: string; stroke?: string; strokeWidth?: number }[],
): Layer[] {
  if (boxes.length === 0) return [];
  return [
    {
      data: { values: boxes.map((box) => ({ stroke: "transparent", strokeWidth: 0, ...box })) },
      mark: { type: "rect", fill: of("fill"), stroke: of("stroke"), strokeWidth: of("strokeWidth"), opacity: 1 },
      encoding: { x: pixel("x"), y: pixel("y"), x2: { field: "x2" }, y2: { field: "y2" } },
    },
  ];
}

export type Mark = { shape: string; radius: number; fill: string; stroke?: string; strokeWidth?: number };

/** Marks at the places that two channels name. `radius` is half the width of the shape. */
export function markLayer(marks: readonly (Datum & Mark)[], x: Channel, y: Channel): Layer[] {
  if (marks.length === 0) return [];
  return [
    {
      data: { values: marks.map(({ radius, ...mark }) => ({ stroke: "#FFFFFF", strokeWidth: 0, ...mark, size: (2 * radius) ** 2 })) },
      mark: {
        type: "point",
        filled: true,
        opacity: 1,
        shape: of("shape"),
        size: of("size"),
        fill: of("fill"),
        stroke: of("stroke"),
        strokeWidth: of("strokeWidth"),
      },
      encoding: { x, y },
    },
  ];
}

export type SizedSpec = Spec & { width: number; height: number };

/** A whole specification; the description is the alternative text. */
export function specOf(width: number, height: number, description: string, layer: readonly Layer[]): SizedSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    width,
    height,
    padding: 0,
    autosize: "none",
    background: "#FFFFFF",
    layer,
  };
}
