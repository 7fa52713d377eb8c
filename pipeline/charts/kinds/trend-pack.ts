import { textWidth } from "../../core/fonts.ts";
import { formatInUnit } from "../../words/format.ts";
import { axisNote } from "../../words/notes.ts";
import type { PackDrawing } from "../kind.ts";
import { axisOver } from "../layout/axis.ts";
import { placeLabelNear, type Obstacles } from "../layout/labels.ts";
import { specOf, wordLayers, type Word } from "../render/layers.ts";
import { drawVegaLite } from "../render/vega.ts";
import { restedLabels } from "../rested.ts";
import { ink, pack, packInk, packLineOf } from "../theme.ts";
import type { TrendModel } from "./trend-model.ts";
import { nameEnds } from "./trend-pack-ends.ts";
import { nameOrigins } from "./trend-pack-key.ts";
import { endsInTime, inkOf, plotOf, plotRules, trendLayers, type Plot, type Rule, type TrendLook } from "./trend-plot.ts";
import { isPeak, type TrendLine, type TrendPoint } from "./trend-points.ts";
import { everyFew } from "./trend-years.ts";

const size = pack.size;

const look: TrendLook = {
  lineOf: packLineOf,
  casing: 1.6,
  range: packInk.band,
  rangeEdge: { stroke: packInk.bandEdge, strokeWidth: 0.75 },
  quotedLine: { strokeWidth: 1, strokeDash: [3, 2] },
  quotedMark: { shape: "diamond", radius: 5, strokeWidth: 1.5 },
  ownMark: { radius: 4, lastRadius: 4, strokeWidth: 1.2 },
};

/** The trend in a page's width: the region stays in the table, so that at most three lines run here. */
export function trendPack(model: TrendModel, height = 246): PackDrawing {
  const { subject, range, quoted } = model;
  const others = model.others.filter((line) => line.place !== "region");
  const lines: TrendLine[] = [subject, ...others];
  const values = [...lines, ...quoted].flatMap((l) => l.points.map((p) => p.value)).concat(range.flatMap((r) => [r.low, r.high]));
  const axis = axisOver(values, {
    range: model.measure.indicator.range,
    most: height > 200 ? 6 : 4,
    smallest: model.measure.indicator.unit === "percent" ? 1 : 0.5,
  });
  const ticks = axis.ticks.map((value) => ({
    value,
    shown: formatInUnit(value, model.measure.indicator.unit, Number.isInteger(axis.step) ? 0 : 1),
  }));
  const [first, last] = endsInTime(lines, model);
  const start = first - Math.max((last - first) * 0.03, 0.2);
  const plot = plotOf([start, last], axis, {
    left: Math.max(36, 5 + Math.max(...ticks.map(({ shown }) => textWidth(shown, size)))),
    right: 343,
    top: quoted.length > 0 ? 26 : 8,
    bottom: height - 24,
  });
  const { x, y, left } = plot;

  const words: Word[] = ticks.map(({ value, shown }) => ({
    x: left - 5,
    y: y(value) + 4,
    size,
    fill: packInk.quiet,
    anchor: "end" as const,
    text: shown,
  }));
  const years = everyFew(
    model.years.filter(({ when }) => when >= start),
    x,
    size,
    10,
  );
  for (const year of years) words.push({ x: x(year.when), y: height - 7, text: year.label, size, fill: packInk.quiet, anchor: "middle" });
  const rules = plotRules(
    plot,
    { ticks: axis.ticks, years, breaks: model.breaks },
    {
      tick: () => ({ stroke: ink.grid, strokeWidth: 0.75 }),
      year: { stroke: packInk.quiet, strokeWidth: 1 },
      yearLength: 4,
      break: { stroke: packInk.quiet, strokeWidth: 1, strokeDash: [1.5, 3] },
    },
  );
  const key = quoted.length > 0 ? nameOrigins(model, plot, words) : { rules: [], marks: [] };
  const leaders = nameEnds(lines, model, plot, words);
  addFigures(model, lines, plot, key.rules, words);

  const spec = specOf(pack.width, height, model.words.alt, [
    ...trendLayers({ subject, others, quoted, range }, plot, look, { rules: [...rules, ...key.rules], leaders }),
    ...key.marks,
    ...wordLayers(words),
  ]);
  return {
    width: pack.width,
    height,
    list: drawVegaLite(spec),
    note: packNote(model, axis.low),
    ticks: [...ticks.map(({ shown }) => shown), ...years.map(({ label }) => label)],
    labels: restedLabels(words),
  };
}

/** The figures at points that carry one, each where it covers least, and the symbols of years without one. */
function addFigures(model: TrendModel, lines: readonly TrendLine[], plot: Plot, divides: readonly Rule[], words: Word[]): void {
  const { x, left, right, top, bottom, at } = plot;
  const { subject, quoted } = model;
  const obstacles: Obstacles = {
    frame: { x0: left, x1: right + 8, y0: Math.max(top - 12, 2), y1: bottom },
    boxes: [
      ...words
        .filter((word) => word.x < right && word.y < top)
        .map((w) => ({ x0: w.x - 4, x1: w.x + textWidth(w.text, size, "Semibold") + 4, y0: w.y - 11, y1: w.y + 4 })),
      ...divides.map((rule) => ({ x0: rule.x - 1, x1: rule.x + 1, y0: 0, y1: bottom })),
    ],
    points: inkOf(lines, model, plot, { subject: 4.5, quoted: 4.5 }, 3),
  };
  const say = (point: TrendPoint, above: boolean, own: boolean): void => {
    const face = own ? "Semibold" : "Regular";
    const place = placeLabelNear(
      at(point),
      textWidth(point.shown, size, face) + 4,
      11,
      [6.5, 10, 14],
      obstacles,
      above ? "above" : "below",
    );
    if (place)
      words.push({
        x: place.x,
        y: place.y + 4,
        text: point.shown,
        size,
        weight: own ? 600 : 400,
        fill: own ? ink.subject : packInk.text,
        anchor: "middle",
        halo: 3.5,
        rests: [point.rests],
      });
  };
  for (const point of model.labelled) say(point, isPeak(subject.points, point), true);
  for (const { points } of quoted)
    for (const point of new Set([points[0], points.at(-1)])) if (point) say(point, isPeak(points, point), false);
  for (const gone of model.withheld)
    words.push({
      x: x(gone.when),
      y: bottom - 6,
      text: `[${gone.symbol}]`,
      size,
      fill: ink.subject,
      weight: 600,
      anchor: "middle",
      halo: 3.5,
    });
}

/** The page's chart has its own axis, so what the words say of the slide's is said anew. */
function packNote(model: TrendModel, low: number): string {
  const { indicator } = model.measure;
  const ofSlide = model.words.notes.filter((text) => /^Axis starts at/.test(text));
  const ofPage = axisNote(low, indicator);
  const odd = model.quoted.flatMap(({ points }) => points.flatMap(({ shown, note }) => (note === "" ? [] : [`${shown}: ${note}.`])));
  return [...(ofPage === null ? [] : [ofPage]), ...odd, ...model.words.notes.filter((text) => !ofSlide.includes(text))].join(" ");
}
