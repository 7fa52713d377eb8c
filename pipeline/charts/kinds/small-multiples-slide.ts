import { textWidth } from "../../core/fonts.ts";
import { cellRef } from "../../model/comparison.ts";
import { vegaSlide } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { position } from "../layout/axis.ts";
import { placeInside, sampleLine, type Obstacles, type Point } from "../layout/labels.ts";
import { lineLayer, markLayer, pixel, type Layer, type Mark, type Word } from "../render/layers.ts";
import { ink, lineOf, slide } from "../theme.ts";
import { labelSubject } from "./small-multiples-label.ts";
import type { MultiplesModel } from "./small-multiples.ts";
import { nameOfYear, type TrendPoint } from "./trend-points.ts";

type Cell = { left: number; right: number; top: number; bottom: number; title: number };
type Path = { line: string; place: string; x: number; y: number; period: string; value: number };

/** Four by three panels on one axis: the subject first and again, thin, in every other; mean and England in the last. */
export function smallMultiplesSlide(model: MultiplesModel): Drawing {
  const { panels, axis } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const subject = panels[0];
  const tickWidth = Math.max(...model.ticks.map((tick) => textWidth(tick.shown, 24)));
  const lastWidth = Math.max(...panels.map((panel) => textWidth(panel.last, 28, "Bold")));
  const start = slide.left + tickWidth + 16;
  const column = (slide.right - start + 34) / 4;
  const titles = panels.map((panel) => nameLines(panel.name, column - 28));
  // A name on two lines over the first row needs the room of one more line.
  const head = frame.top + 56 + (titles.slice(0, 4).some((lines) => lines.length > 1) ? 16 : 0);
  const row = (frame.bottom - 50 - head + 20) / 3;
  const cell = (i: number): Cell => {
    const left = start + (i % 4) * column;
    const title = head + Math.floor(i / 4) * row;
    return { left, right: left + column - lastWidth - 62, title, top: title + 40, bottom: title + row - 66 };
  };
  const span = model.span[1] - model.span[0];
  const xIn =
    ({ left, right }: Cell) =>
    (when: number): number =>
      left + 6 + ((when - model.span[0]) / span) * (right - left - 18);
  const yIn =
    ({ top, bottom }: Cell) =>
    (value: number): number =>
      position(axis, value, bottom, top);

  const words: Word[] = [...frame.words];
  const grid: Parameters<typeof lineLayer>[0][number][] = [];
  const thin: Path[] = [];
  const grey: Path[] = [];
  const own: Path[] = [];
  const mean: Path[] = [];
  const england: Path[] = [];
  const dots: (Mark & { x: number; y: number; place: string })[] = [];
  const trace = (points: readonly TrendPoint[], at: Cell, i: number, place: string): Path[] =>
    points.map((p) => ({ line: `${i}-${p.part}`, place, x: xIn(at)(p.when), y: yIn(at)(p.value), period: p.period, value: p.value }));

  const cells = panels.length + 1;
  const lastRow = Math.floor((cells - 1) / 4);
  const ticks = legible(model.ticks, cell(0));
  for (let i = 0; i < cells; i += 1) {
    const at = cell(i);
    for (const tick of ticks) {
      const y = yIn(at)(tick.value);
      grid.push({ x: at.left, x2: at.right, y, y2: y, stroke: ink.grid, strokeWidth: 1.5 });
      if (i % 4 === 0) words.push({ x: start - 16, y: y + 8, text: tick.shown, size: 24, fill: ink.quiet, anchor: "end" });
    }
    if (Math.floor(i / 4) === lastRow || i + 4 >= cells) {
      const [first, last] = model.ends.map(({ period, comparison_id }) => ({
        y: at.bottom + 40,
        text: nameOfYear(period),
        size: 24,
        fill: ink.quiet,
        rests: [cellRef(comparison_id, ["value"])],
      }));
      if (first && last) words.push({ x: at.left, ...first }, { x: at.right + 6, ...last, anchor: "end" });
    }
    if (i > 0 && subject) thin.push(...trace(subject.points, at, i, subject.name));
  }
  panels.forEach((panel, i) => {
    const at = cell(i);
    titles[i]?.forEach((text, line, all) => {
      words.push({
        x: at.left,
        y: at.title + (all.length === 1 ? 0 : line * 28 - 16),
        text,
        size: 26,
        weight: 600,
        fill: panel.subject ? ink.subject : ink.text,
      });
    });
    (panel.subject ? own : grey).push(...trace(panel.points, at, i, panel.name));
    const last = panel.points.at(-1);
    const y = last ? yIn(at)(last.value) : (at.top + at.bottom) / 2;
    const current = last !== undefined && last.when === model.span[1];
    const style = panel.subject
      ? { size: 28, weight: 700 as const, fill: ink.subject }
      : { size: 26, weight: 600 as const, fill: ink.text };
    words.push({ x: at.right + 10, y: y + 9, text: panel.last, rests: panel.rests, ...style });
    if (last && current)
      dots.push({
        x: xIn(at)(last.when),
        y,
        place: panel.name,
        shape: "circle",
        radius: panel.subject ? 12 : 9,
        fill: panel.subject ? ink.subject : ink.neighbour,
        stroke: ink.white,
        strokeWidth: 2,
      });
  });

  const compared = cell(panels.length);
  mean.push(...trace(model.mean, compared, panels.length, "Neighbour mean"));
  england.push(...trace(model.england, compared, panels.length, "England"));
  nameComparators(model, compared, [...thin.filter((p) => p.line.startsWith(`${panels.length}-`)), ...mean, ...england], words);
  if (subject)
    labelSubject(
      model,
      { ...cell(0), title: cell(0).title + (titles[0]?.length === 1 ? 0 : 16) },
      { x: xIn(cell(0)), y: yIn(cell(0)) },
      polylines(own).flatMap((line) => sampleLine(line, 4)),
      words,
      dots,
    );

  const path = (values: readonly Path[], mark: Layer): Layer[] =>
    values.length === 0
      ? []
      : [
          {
            data: { values },
            mark: { type: "line", opacity: 1, strokeJoin: "round", ...mark },
            encoding: { x: pixel("x"), y: pixel("y"), detail: { field: "line", type: "nominal" } },
          },
        ];
  return vegaSlide(
    model.words.alt,
    [
      ...lineLayer(grid),
      ...path(thin, { stroke: ink.subject, strokeWidth: 2 }),
      ...path(grey, { stroke: ink.neighbour, strokeWidth: lineOf.neighbour.width }),
      ...path(own, { stroke: ink.subject, strokeWidth: lineOf.subject.width }),
      ...path(mean, { stroke: ink.mean, strokeWidth: lineOf.mean.width }),
      ...path(england, { stroke: ink.england, strokeWidth: lineOf.england.width, strokeDash: lineOf.england.dash, strokeCap: "round" }),
      ...markLayer(dots, pixel("x"), pixel("y")),
    ],
    words,
  );
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

/** Lines of a panel as polylines of pixels, one for each unbroken part. */
const polylines = (paths: readonly Path[]): Point[][] =>
  [...new Set(paths.map((p) => p.line))].map((line) => paths.filter((p) => p.line === line));

/** The words for mean and England stand where their panel is emptiest; in a panel full of lines they stand over it as its name. */
function nameComparators(model: MultiplesModel, at: Cell, paths: readonly Path[], words: Word[]): void {
  const obstacles: Obstacles = {
    frame: { x0: at.left, x1: slide.right + 4, y0: at.title + 10, y1: at.bottom + 8 },
    boxes: [],
    points: polylines(paths).flatMap((line) => sampleLine(line, 4)),
  };
  const last = model.rows.at(-1);
  const latest = (column: "england_value" | "neighbour_mean"): string[] => (last ? [cellRef(last.comparison_id, [column])] : []);
  const names = [
    ...(model.lastEngland === ""
      ? []
      : [{ text: `England (dotted) ${model.lastEngland}`, fill: ink.englandText, rests: latest("england_value") }]),
    ...(model.lastMean === "" ? [] : [{ text: `Neighbour mean ${model.lastMean}`, fill: ink.meanText, rests: latest("neighbour_mean") }]),
  ];
  const width = Math.max(0, ...names.map(({ text }) => textWidth(text, 24, "Semibold"))) + 8;
  const together = placeInside(width, 30 * names.length + 2, () => true, obstacles, 6);
  if (together || names.length === 0)
    words.push({ x: at.left, y: at.title, text: "For comparison", size: 26, weight: 600, fill: ink.text });
  names.forEach(({ text, fill, rests }, i) => {
    const place = together
      ? { x: together.x - width / 2 + 4, y: together.y + (i - (names.length - 1) / 2) * 31 + 8 }
      : { x: at.left, y: at.title + (i - names.length + 1) * 29 };
    words.push({ ...place, text, size: 24, weight: 600, fill, halo: 6, rests });
  });
}
