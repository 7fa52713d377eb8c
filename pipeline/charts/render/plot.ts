import type { DrawList } from "./draw-list.ts";
import { walkSvg, type SvgElement } from "./svg-walk.ts";

/** One mark: the name of a Plot function, its rows, and options that name columns of the rows. */
export type PlotMark = {
  mark: "dot" | "link" | "rect" | "text";
  data: readonly Readonly<Record<string, unknown>>[];
  options: Readonly<Record<string, unknown>>;
};

/** A Plot chart as plain JSON: everything is at pixels, except what stands on the declared x scale. */
export type PlotSpec = {
  library: "@observablehq/plot";
  description: string;
  width: number;
  height: number;
  x: { domain: readonly [number, number]; range: readonly [number, number] };
  marks: readonly PlotMark[];
};

type Library = { plot: (options: object) => unknown } & Record<PlotMark["mark"], (data: unknown, options: object) => unknown>;
type Opened = { plot: Library; document: unknown };
let opened: Promise<Opened> | null = null;

/** jsdom takes long to import, so it is loaded only for the first Plot chart, once a process, or when a caller has time to spare. */
export const openPlot = (): Promise<Opened> => (opened ??= load());

async function load(): Promise<Opened> {
  const [{ JSDOM }, plot] = await Promise.all([import("jsdom"), import("@observablehq/plot")]);
  return { plot: plot as unknown as Library, document: new JSDOM("").window.document };
}

/** Draws a chart with Plot and records what its SVG paints. */
export async function drawPlot({ width, height, x, marks }: PlotSpec): Promise<DrawList> {
  const { plot, document } = await openPlot();
  const svg = plot.plot({
    document,
    width,
    height,
    margin: 0,
    x: { ...x, type: "linear", axis: null },
    y: { type: "identity", axis: null },
    r: { type: "identity" },
    marks: marks.map(({ mark, data, options }) => plot[mark](data, options)),
  });
  return { width, height, items: walkSvg(svg as SvgElement) };
}
