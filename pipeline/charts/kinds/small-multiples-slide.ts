import { textWidth } from "../../core/fonts.ts";
import { cellRef } from "../../model/comparison.ts";
import { vegaSlide, type Line } from "../slide-drawing.ts";
import type { Drawing } from "../kind.ts";
import { placeInside, sampleLine, type Obstacles, type Point } from "../layout/labels.ts";
import { lineLayer, markLayer, pixel, type Layer, type Mark, type Word } from "../render/layers.ts";
import { ink, lineOf, slide } from "../theme.ts";
import { across, layOut, traceIn, type Cell, type Layout, type Path } from "./small-multiples-layout.ts";
import { labelSubject } from "./small-multiples-label.ts";
import type { MultiplesModel } from "./small-multiples.ts";
import { nameOfYear } from "./trend-points.ts";

/** Four by three panels on one axis: the subject first and again, thin, in every other; mean and England in the last. */
export function smallMultiplesSlide(model: MultiplesModel): Drawing {
  const layout = layOut(model);
  const { panels } = model;
  const { cell } = layout;
  const compared = panels.length;
  const traces = panels.map((panel, i) => ({ own: panel.subject, paths: traceIn(layout, i, panel.points, panel.name) }));
  const own = traces.flatMap((trace) => (trace.own ? trace.paths : []));
  const [subject] = panels;
  const thin = subject ? Array.from({ length: compared }, (_, i) => traceIn(layout, i + 1, subject.points, subject.name)) : [];
  const mean = traceIn(layout, compared, model.mean, "Neighbour mean");
  const england = traceIn(layout, compared, model.england, "England");

  const words: Word[] = [...layout.frame.words, ...axisWords(model, layout), ...panels.flatMap((_, i) => panelWords(model, i, layout))];
  nameComparators(model, cell(compared), [...(thin.at(-1) ?? []), ...mean, ...england], words);
  const dots = lastDots(model, layout);
  if (subject)
    labelSubject(
      model,
      { ...cell(0), title: cell(0).title + (layout.titles[0]?.length === 1 ? 0 : 16) },
      { x: layout.xIn(cell(0)), y: layout.yIn(cell(0)) },
      polylines(own).flatMap((line) => sampleLine(line, 4)),
      words,
      dots,
    );
  return vegaSlide(
    model.words.alt,
    [
      ...lineLayer(gridLines(layout)),
      ...pathLayer(thin.flat(), { stroke: ink.subject, strokeWidth: 2 }),
      ...pathLayer(
        traces.flatMap((trace) => (trace.own ? [] : trace.paths)),
        { stroke: ink.neighbour, strokeWidth: lineOf.neighbour.width },
      ),
      ...pathLayer(own, { stroke: ink.subject, strokeWidth: lineOf.subject.width }),
      ...pathLayer(mean, { stroke: ink.mean, strokeWidth: lineOf.mean.width }),
      ...pathLayer(england, {
        stroke: ink.england,
        strokeWidth: lineOf.england.width,
        strokeDash: lineOf.england.dash,
        strokeCap: "round",
      }),
      ...markLayer(dots, pixel("x"), pixel("y")),
    ],
    words,
  );
}

const gridLines = ({ cells, ticks, yIn }: Layout): Line[] =>
  cells.flatMap((at) =>
    ticks.map((tick) => {
      const y = yIn(at)(tick.value);
      return { x: at.left, x2: at.right, y, y2: y, stroke: ink.grid, strokeWidth: 1.5 };
    }),
  );

/** Ticks beside the first panel of each row, years below the last panel of each column. */
function axisWords({ ends }: MultiplesModel, { cells, ticks, start, yIn }: Layout): Word[] {
  const lastRow = Math.floor((cells.length - 1) / across);
  return cells.flatMap((at, i): Word[] => {
    const [first, last] = ends.map(({ period, comparison_id }) => ({
      y: at.bottom + 40,
      text: nameOfYear(period),
      size: 24,
      fill: ink.quiet,
      rests: [cellRef(comparison_id, ["value"])],
    }));
    const isLowest = Math.floor(i / across) === lastRow || i + across >= cells.length;
    return [
      ...(i % across === 0 ? ticks : []).map((tick) => ({
        x: start - 16,
        y: yIn(at)(tick.value) + 8,
        text: tick.shown,
        size: 24,
        fill: ink.quiet,
        anchor: "end" as const,
      })),
      ...(isLowest && first && last
        ? [
            { x: at.left, ...first },
            { x: at.right + 6, ...last, anchor: "end" as const },
          ]
        : []),
    ];
  });
}

/** The name over a panel, and its last figure beside its line, or in the middle where it has none. */
function panelWords({ panels }: MultiplesModel, i: number, { cell, titles, yIn }: Layout): Word[] {
  const panel = panels[i];
  if (!panel) return [];
  const at = cell(i);
  const names = titles[i] ?? [];
  const last = panel.points.at(-1);
  const style = panel.subject ? { size: 28, weight: 700 as const, fill: ink.subject } : { size: 26, weight: 600 as const, fill: ink.text };
  return [
    ...names.map((text, line) => ({
      x: at.left,
      y: at.title + (names.length === 1 ? 0 : line * 28 - 16),
      text,
      size: 26,
      weight: 600 as const,
      fill: panel.subject ? ink.subject : ink.text,
    })),
    {
      x: at.right + 10,
      y: (last ? yIn(at)(last.value) : (at.top + at.bottom) / 2) + 9,
      text: panel.last,
      rests: panel.rests,
      ...style,
    },
  ];
}

/** A dot where a line reaches the newest year. */
function lastDots({ panels, span }: MultiplesModel, { cell, xIn, yIn }: Layout): (Mark & { x: number; y: number; place: string })[] {
  return panels.flatMap((panel, i) => {
    const last = panel.points.at(-1);
    return !last || last.when !== span[1]
      ? []
      : [
          {
            x: xIn(cell(i))(last.when),
            y: yIn(cell(i))(last.value),
            place: panel.name,
            shape: "circle",
            radius: panel.subject ? 12 : 9,
            fill: panel.subject ? ink.subject : ink.neighbour,
            stroke: ink.white,
            strokeWidth: 2,
          },
        ];
  });
}

const pathLayer = (values: readonly Path[], mark: Layer): Layer[] =>
  values.length === 0
    ? []
    : [
        {
          data: { values },
          mark: { type: "line", opacity: 1, strokeJoin: "round", ...mark },
          encoding: { x: pixel("x"), y: pixel("y"), detail: { field: "line", type: "nominal" } },
        },
      ];

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
