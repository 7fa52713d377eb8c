import { textWidth } from "../../core/fonts.ts";
import { vegaSlide } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import type { Obstacles, Point } from "../layout/labels.ts";
import { spreadLabels } from "../layout/spread.ts";
import { boxLayer, lineLayer, type Word } from "../render/layers.ts";
import { ink, lineOf, markInk, shapeOf, slide, wordInk } from "../theme.ts";
import { addAxes } from "./trend-axes.ts";
import { addFigures, nameEmptyYears, nameWithheld } from "./trend-figures.ts";
import { addBands, addRail, boxOf, nameBreak, nameRange, type Bands, type Leader } from "./trend-furniture.ts";
import type { TrendModel } from "./trend-model.ts";
import { endsInTime, inkOf, lastPoints, plotOf, plotRules, trendLayers, type TrendLook } from "./trend-plot.ts";
import type { TrendLine } from "./trend-points.ts";

const look: TrendLook = {
  lineOf,
  casing: 3,
  capOf: (place) => (place === "england" ? "round" : "butt"),
  range: ink.range,
  quotedLine: { strokeWidth: 4.5, strokeDash: [12, 10] },
  quotedMark: { shape: "circle", radius: 10.5, strokeWidth: 4.5 },
  ownMark: { radius: 10, lastRadius: 14, strokeWidth: 2.5 },
  endMark: (place) => ({ shape: shapeOf[place], radius: place === "region" ? 8 : 10, strokeWidth: 2 }),
};

/** One plot; above it a rail that tells sources apart; words at the right end of each line, none in a legend. */
export function trendSlide(model: TrendModel, bands: Bands | null = null): Drawing {
  const { subject, others, axis, range, quoted } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const lines: TrendLine[] = [subject, ...others];
  const ends = lastPoints(lines, model).map(({ line, point, own, shown }) => ({
    line,
    point,
    own,
    text: `${line.name} ${shown}`,
    size: own ? 28 : 26,
    weight: own ? (700 as const) : (600 as const),
  }));
  const labelLeft = slide.right - Math.max(...ends.map(({ text, size, own }) => textWidth(text, size, own ? "Bold" : "Semibold")));
  const countsAt = model.counts.length > 0 ? frame.bottom - 46 : null;
  const axisAt = countsAt === null ? frame.bottom - 46 : countsAt - 35;
  const edges = {
    left: bands ? 372 : slide.left + 16 + Math.max(...model.ticks.map((tick) => textWidth(tick.shown, slide.axis))),
    right: Math.min(labelLeft - 66, 1466),
    top: frame.top + (quoted.length > 0 && !bands ? 96 : 62),
    bottom: axisAt - 36,
  };
  const [firstDrawn, last] = endsInTime(lines, model);
  const first = Math.min(firstDrawn, model.years[0]?.when ?? Infinity);
  const inset = last - first < 0.5 ? 0.5 : (last - first) * 0.03;
  const plot = plotOf(
    [first - inset - (model.counts.length > 0 ? (last - first) * 0.035 : 0), last === first ? last + 0.5 : last],
    axis,
    edges,
  );
  const { x, y, left, right, top, bottom } = plot;

  const words: Word[] = [...frame.words];
  const limits: readonly number[] = bands?.limits ?? [];
  const rules = plotRules(
    plot,
    { ticks: model.ticks.map(({ value }) => value), years: model.years, breaks: model.breaks },
    {
      tick: (value) => (limits.includes(value) ? { stroke: ink.rule, strokeWidth: 2.5 } : { stroke: ink.grid, strokeWidth: 1.5 }),
      year: { stroke: ink.rule, strokeWidth: 2 },
      yearLength: 8,
      break: { stroke: ink.rule, strokeWidth: 2, strokeDash: [3, 7] },
    },
  );
  addAxes(model, plot, words, { limits, axisAt, countsAt });
  if (bands) addBands(bands, model, words, rules, plot);
  if (quoted.length > 0 && !bands) addRail(model, words, rules, { x, y: top - 34, right: slide.right });

  // Labels of lines stand at the right, pushed apart, the subject's at its own height.
  const heights = spreadLabels(
    ends.map(({ point }) => y(point.value)),
    38,
    top - 19,
    bottom + 19,
    ends.map(({ own, point }) => own && point.when === last),
  );
  const leaders = ends.flatMap(({ line, point, own, text, size, weight }, i): Leader[] => {
    const height = heights[i] ?? 0;
    const from: Point = { x: Math.min(x(point.when) + 18, right + 18), y: y(point.value) };
    words.push({ x: right + 66, y: height + size * 0.32, text, size, weight, fill: wordInk[line.place], rests: [point.rests] });
    if (own && model.lastMissing !== "") return [];
    return [{ stroke: markInk[line.place], points: [from, { x: right + 34, y: height }, { x: right + 58, y: height }] }];
  });

  const obstacles: Obstacles = {
    frame: { x0: left, x1: right + 14, y0: top - 30, y1: bottom },
    boxes: words
      .slice(frame.words.length)
      .filter((w) => w.x < right)
      .map((w) => boxOf(w)),
    points: inkOf(lines, model, plot, { subject: 12, quoted: 13 }),
  };
  addFigures(model, plot, words, obstacles);
  nameWithheld(model, plot, words, obstacles);
  nameEmptyYears(model, plot, words, obstacles);
  for (const { when } of model.breaks) nameBreak(when, words, obstacles, plot);
  if (range.length > 1) leaders.push(...nameRange(model, words, obstacles, plot, heights));

  const borderline = bands && {
    x: left,
    x2: right,
    y: y(Math.min(bands.limits[1], axis.high)),
    y2: y(Math.max(bands.limits[0], axis.low)),
    fill: ink.tint,
  };
  return vegaSlide(
    model.words.alt,
    [
      ...boxLayer(borderline ? [borderline] : []),
      ...trendLayers(model, plot, look, {
        rules,
        leaders: leaders.flatMap(({ stroke, points }) =>
          lineLayer(
            points.slice(0, -1).map((p, i) => ({ ...p, x2: points[i + 1]?.x ?? p.x, y2: points[i + 1]?.y ?? p.y, stroke, strokeWidth: 2 })),
          ),
        ),
      }),
    ],
    words,
  );
}
