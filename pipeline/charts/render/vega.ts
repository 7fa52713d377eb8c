import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { textWidth, fontFamily } from "../../core/fonts.ts";
import type { DrawList, Weight } from "./draw-list.ts";
import { faceOf } from "./outlines.ts";
import { DrawRecorder } from "./recorder.ts";

declare module "vega" {
  /** Exported by vega-scenegraph, but missing from the published types. */
  export const textMetrics: { width: (item: { fontSize?: number; fontWeight?: number }, text: string) => number };
  export class CanvasRenderer {
    constructor(loader: unknown);
    initialize(element: null, width: number, height: number, origin: [number, number], scale: number, options: { externalContext: object }): this;
    render(scene: unknown): this;
  }
}

/** A Vega-Lite specification as plain JSON. */
export type Spec = Readonly<Record<string, unknown>>;

// Without a canvas Vega takes text to be nearly twice as wide as it is.
vega.textMetrics.width = (item, text) =>
  textWidth(text, item.fontSize ?? 11, faceOf[(item.fontWeight ?? 400) as Weight] ?? "Regular");

const config = { font: fontFamily, view: { stroke: null } };

/** Compiles and runs a specification of fixed size, and records what its renderer draws. Same list every time. */
export function drawVegaLite(spec: Spec & { width: number; height: number }): DrawList {
  vega.resetSVGDefIds();
  const { spec: compiled } = compile({ ...spec, config } as unknown as TopLevelSpec, { logger: quiet });
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger: quiet });
  view.run();
  const recorder = new DrawRecorder();
  const renderer = new vega.CanvasRenderer(vega.loader());
  renderer.initialize(null, spec.width, spec.height, [0, 0], 1, { externalContext: recorder });
  renderer.render((view.scenegraph() as unknown as { root: unknown }).root);
  view.finalize();
  return { width: spec.width, height: spec.height, items: recorder.items };
}

const failing = (...messages: readonly unknown[]): never => {
  throw new Error(`A chart specification is wrong: ${messages.map(String).join(" ")}`);
};
/** A warning is a mistake in a declaration, so it fails; the rest is silence. */
const quiet = { level: () => quiet, error: failing, warn: failing, info: () => quiet, debug: () => quiet };
