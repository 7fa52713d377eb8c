import type { ChartData, Measure } from "./data.ts";
import type { DrawList } from "./render/draw-list.ts";
import type { RestedLabel } from "./rested.ts";
import type { ChartWords } from "../words/chart-words.ts";

/** What one rendering of a chart gives: its drawing, the specification that an analyst can restyle, and its labels that print the figures of certain rows. */
export type Drawing = { list: DrawList; spec: Readonly<Record<string, unknown>>; labels: readonly RestedLabel[] };

/** What a cell is, where the name of its column does not say so: a figure by its name in the chain, and the rows it comes from if they are others than its line's. Null for a place on the drawing, which is no figure. */
type CellSource = { readonly figure: string; readonly rests?: readonly string[] } | null;

/** A line of a chart's CSV with the ids of the rows that it comes from. */
export type TableLine = {
  readonly cells: Readonly<Record<string, string | number | null>>;
  readonly rests: readonly string[];
  readonly of?: Readonly<Record<string, CellSource>>;
};

/** The figures of a chart, as they stand in its CSV before the ids of each line. */
export type Table = { columns: readonly string[]; rows: readonly TableLine[] };

export type PackDrawing = {
  width: number;
  height: number;
  list: DrawList;
  note: string;
  /** What stands along its scale; absent without one. */ ticks?: readonly string[];
  labels: readonly RestedLabel[];
};

/**
 * A kind of chart. `models` decides everything that is drawn, from rows alone: one model for each chart
 * that this authority gets. The rest turns a model into words, a table and drawings.
 */
export type ChartKind<Model> = {
  readonly id: string;
  models(data: ChartData): readonly Model[];
  /** The measure that a model is about; null for charts of several. */
  measure(model: Model): Measure | null;
  /** Tells two charts of one kind and measure apart, such as two action plans; absent where there is only one. */
  part?(model: Model): string;
  words(model: Model): ChartWords;
  source(model: Model): string;
  table(model: Model): Table;
  slide(model: Model): Promise<Drawing> | Drawing;
  /** Words with numbers that stand on charts of the kind whatever the figures are, such as the bounds of bands. */
  readonly standing?: readonly string[];
  /** The drawing for a page of a pack; absent for kinds that are slides only. */
  pack?(model: Model): PackDrawing;
  /** The same at the height that a second chart on a page has; absent where a kind has one size. */
  supporting?(model: Model): PackDrawing;
};

/** A kind whose model type no longer matters to the caller. */
export type DrawableKind = {
  readonly id: string;
  readonly inPacks: boolean;
  draw<T>(data: ChartData, use: <Model>(kind: ChartKind<Model>, model: Model) => T): T[];
};

export function defineKind<Model>(kind: ChartKind<Model>): DrawableKind & { readonly kind: ChartKind<Model> } {
  return { id: kind.id, kind, inPacks: kind.pack !== undefined, draw: (data, use) => kind.models(data).map((model) => use(kind, model)) };
}
