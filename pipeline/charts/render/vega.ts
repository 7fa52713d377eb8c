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
    initialize(
      element: null,
      width: number,
      height: number,
      origin: [number, number],
      scale: number,
      options: { externalContext: object },
    ): this;
    render(scene: unknown): this;
  }
}

/** A Vega-Lite specification as plain JSON. */
export type Spec = Readonly<Record<string, unknown>>;

// Without a canvas Vega takes text to be nearly twice as wide as it is.
vega.textMetrics.width = (item, text) => textWidth(text, item.fontSize ?? 11, faceOf[(item.fontWeight ?? 400) as Weight] ?? "Regular");

const config = { font: fontFamily, view: { stroke: null }, aria: false };

/** A specification without its numbers: rows become named tables, limits of scales become parameters. */
type Template = { spec: Spec; tables: Readonly<Record<string, readonly object[]>>; numbers: Readonly<Record<string, number>> };
type Scale = { domain?: unknown; range?: unknown };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Takes the rows and the limits of scales out of a specification, so that charts of one structure share
 * one compiled view, which costs several times as much as drawing.
 */
function templateOf(spec: Spec): Template {
  const tables: Record<string, readonly object[]> = {};
  const numbers: Record<string, number> = {};
  const parameter = (value: number): { expr: string } => {
    const name = `n${Object.keys(numbers).length}`;
    numbers[name] = value;
    return { expr: name };
  };
  // Layers share the scale of a channel: equal limits must have equal parameters, or they would differ.
  const scales = new Map<string, Readonly<Record<string, unknown>>>();
  const scaleOf = (scale: Scale): Readonly<Record<string, unknown>> => {
    const { domain, range, ...rest } = scale;
    const key = JSON.stringify([domain, range]);
    const known = scales.get(key);
    if (known) return { ...rest, ...known };
    if (!isPair(domain) || !isPair(range)) return scale as Readonly<Record<string, unknown>>;
    const [domainMin, domainMax] = domain.map(parameter);
    const [rangeMin, rangeMax] = range.map(parameter);
    const limits = { domainMin, domainMax, rangeMin, rangeMax };
    scales.set(key, limits);
    return { ...rest, ...limits };
  };
  const channelOf = (channel: unknown): unknown =>
    isObject(channel) && isObject(channel["scale"]) ? { ...channel, scale: scaleOf(channel["scale"]) } : channel;
  const layerOf = (layer: Readonly<Record<string, unknown>>, i: number): object => {
    const data = layer["data"];
    const name = `rows${i}`;
    if (isObject(data) && Array.isArray(data["values"])) tables[name] = data["values"] as object[];
    const encoding = isObject(layer["encoding"])
      ? Object.fromEntries(Object.entries(layer["encoding"]).map(([key, channel]) => [key, channelOf(channel)]))
      : {};
    return { ...layer, data: { name }, encoding };
  };
  const layer = (spec["layer"] as Readonly<Record<string, unknown>>[]).map(layerOf);
  const params = Object.keys(numbers).map((name) => ({ name, value: 0 }));
  return { spec: { ...spec, description: "", params, layer }, tables, numbers };
}

const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((n) => typeof n === "number");

const views = new Map<string, vega.View>();

/** The view of a specification without its numbers: compiled and set up once, then fed anew for each chart. */
function viewOf(key: string, spec: Spec): vega.View {
  let view = views.get(key);
  if (!view) {
    const runtime = vega.parse(compile({ ...spec, config } as unknown as TopLevelSpec, { logger: quiet }).spec);
    view = new vega.View(runtime, { renderer: "none", logger: quiet });
    views.set(key, view);
  }
  return view;
}

/** Runs a specification of fixed size, and records what its renderer draws. Same list every time. */
export function drawVegaLite(spec: Spec & { width: number; height: number }): DrawList {
  vega.resetSVGDefIds();
  const template = templateOf(spec);
  const key = JSON.stringify(template.spec);
  const view = viewOf(key, template.spec);
  try {
    for (const [name, value] of Object.entries(template.numbers)) view.signal(name, value);
    // Vega marks the rows that it takes in, so it gets rows of its own.
    for (const [name, rows] of Object.entries(template.tables))
      view.data(
        name,
        rows.map((row) => ({ ...row })),
      );
    view.run();
  } catch (error) {
    // One that failed may hold half of its rows; the next chart starts from a clean one.
    views.delete(key);
    throw error;
  }
  const recorder = new DrawRecorder();
  const renderer = new vega.CanvasRenderer(null);
  renderer.initialize(null, spec.width, spec.height, [0, 0], 1, { externalContext: recorder });
  renderer.render((view.scenegraph() as unknown as { root: unknown }).root);
  return { width: spec.width, height: spec.height, items: recorder.items };
}

const failing = (...messages: readonly unknown[]): never => {
  throw new Error(`A chart specification is wrong: ${messages.map(String).join(" ")}`);
};
/** A warning is a mistake in a declaration, so it fails; the rest is silence. */
const quiet = { level: () => quiet, error: failing, warn: failing, info: () => quiet, debug: () => quiet };
