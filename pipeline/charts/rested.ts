import type { Word } from "./render/layers.ts";

/** Where a label stands on a drawing, and the ids of the rows whose figures it prints. */
export type RestedLabel = { readonly x: number; readonly y: number; readonly rests: readonly string[] };

/** Words of a drawing that print the figures of certain rows of its chart, and no others. */
export const restedLabels = (words: readonly Word[]): RestedLabel[] =>
  words.flatMap(({ x, y, text, rests = [] }) => (text === "" || rests.length === 0 ? [] : [{ x, y, rests }]));

/** Libraries may set words a little off the place that they were given; labels stand further apart. */
const near = 1;

/**
 * The rows that a label rests on, by its place on the drawing: whatever it says there has to be theirs. Null where it
 * may print any figure of its chart.
 */
export const restsAt = (labels: readonly RestedLabel[], { x, y }: { readonly x: number; readonly y: number }): readonly string[] | null =>
  labels.find((one) => Math.abs(one.x - x) < near && Math.abs(one.y - y) < near)?.rests ?? null;
