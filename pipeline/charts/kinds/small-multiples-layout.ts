import { textWidth } from "../../core/fonts.ts";
import { slideFrame } from "../frame.ts";
import { position } from "../layout/axis.ts";
import { slide } from "../theme.ts";
import type { MultiplesModel } from "./small-multiples.ts";
import type { TrendPoint } from "./trend-points.ts";

/** Panels in a row. */
export const across = 4;

/** Where a panel stands; `title` is the baseline of its name. */
export type Cell = { left: number; right: number; top: number; bottom: number; title: number };
/** A point of the line of a place in a panel. */
export type Path = { line: string; place: string; x: number; y: number; period: string; value: number };

export type Layout = ReturnType<typeof layOut>;

/** Panels in columns as wide as their last figures allow, in rows as high as their names do. */
export function layOut(model: MultiplesModel) {
  const { panels, axis } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const tickWidth = Math.max(...model.ticks.map((tick) => textWidth(tick.shown, 24)));
  const lastWidth = Math.max(...panels.map((panel) => textWidth(panel.last, 28, "Bold")));
  const start = slide.left + tickWidth + 16;
  const column = (slide.right - start + 34) / across;
  const titles = panels.map((panel) => nameLines(panel.name, column - 28));
  // A name on two lines over the first row needs the room of one more line.
  const head = frame.top + 56 + (titles.slice(0, across).some((lines) => lines.length > 1) ? 16 : 0);
  const row = (frame.bottom - 50 - head + 20) / 3;
  const cell = (i: number): Cell => {
    const left = start + (i % across) * column;
    const title = head + Math.floor(i / across) * row;
    return { left, right: left + column - lastWidth - 62, title, top: title + 40, bottom: title + row - 66 };
  };
  const [from, to] = model.span;
  const xIn =
    ({ left, right }: Cell) =>
    (when: number): number =>
      left + 6 + ((when - from) / (to - from)) * (right - left - 18);
  const yIn =
    ({ top, bottom }: Cell) =>
    (value: number): number =>
      position(axis, value, bottom, top);
  // One more for mean and England.
  const cells = Array.from({ length: panels.length + 1 }, (_, i) => cell(i));
  return { frame, titles, start, cell, cells, ticks: legible(model.ticks, cell(0)), xIn, yIn };
}

/** The line of a place in the panel of that number. */
export function traceIn({ cell, xIn, yIn }: Layout, i: number, points: readonly TrendPoint[], place: string): Path[] {
  const at = cell(i);
  return points.map((p) => ({ line: `${i}-${p.part}`, place, x: xIn(at)(p.when), y: yIn(at)(p.value), period: p.period, value: p.value }));
}

/** The ticks that a panel has the height for: every one, or every second, third … from the lowest. */
function legible<T>(ticks: readonly T[], { top, bottom }: Cell): T[] {
  const step = Math.max(1, Math.ceil((30 * (ticks.length - 1)) / (bottom - top)));
  return ticks.filter((_, i) => i % step === 0);
}

/** A name over its panel, on two lines as even as they can be where one would reach the next panel. */
function nameLines(name: string, width: number): string[] {
  const measure = (text: string): number => textWidth(text, 26, "Semibold");
  if (measure(name) <= width) return [name];
  const words = name.split(" ");
  const cuts = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(" "), words.slice(at + 1).join(" ")]);
  const longest = (lines: readonly string[]): number => Math.max(...lines.map(measure));
  return cuts.sort((a, b) => longest(a) - longest(b))[0] ?? [name];
}
