import type { Drawing } from "./kind.ts";
import { specOf, wordLayers, type Layer, type Pen, type Word } from "./render/layers.ts";
import { drawPlot, type PlotMark } from "./render/plot.ts";
import { plotWords } from "./render/plot-marks.ts";
import { drawVegaLite } from "./render/vega.ts";
import { restedLabels } from "./rested.ts";
import { slide } from "./theme.ts";

/** A straight line of a drawing, in its own units. */
export type Line = { x: number; y: number; x2: number; y2: number } & Pen;

/** A slide drawn with Vega-Lite: its layers from the back to the front, then the words. */
export function vegaSlide(alt: string, layers: readonly Layer[], words: readonly Word[]): Drawing {
  const spec = specOf(slide.width, slide.height, alt, [...layers, ...wordLayers(words)]);
  return { list: drawVegaLite(spec), spec, labels: restedLabels(words) };
}

/** A slide drawn with Plot, in the same order. */
export async function plotSlide(alt: string, marks: readonly PlotMark[], words: readonly Word[]): Promise<Drawing> {
  const spec = {
    library: "@observablehq/plot" as const,
    description: alt,
    width: slide.width,
    height: slide.height,
    x: { domain: [0, slide.width] as const, range: [0, slide.width] as const },
    marks: [...marks, ...plotWords(words)],
  };
  return { list: await drawPlot(spec), spec, labels: restedLabels(words) };
}
