import { textWidth } from "../../core/fonts.ts";
import { vegaSlide, type Line } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { position } from "../layout/axis.ts";
import { placeLabel, sampleLine, type Obstacles, type Point } from "../layout/labels.ts";
import { spreadLabels } from "../layout/spread.ts";
import { lineLayer, markLayer, scaled, type Word } from "../render/layers.ts";
import { ink, slide } from "../theme.ts";
import type { ControlModel } from "./control-chart.ts";
import { everyFew } from "./trend-years.ts";

/** The points in order, their mean and limits named at the right; points beyond common variation are diamonds with their figure. */
export function controlChartSlide(model: ControlModel): Drawing {
  const layout = layOut(model);
  const { left, right, top, bottom, span } = layout;
  const { axis } = model;
  const across = scaled("when", span, left, right);
  const up = scaled("value", [axis.low, axis.high], bottom, top);
  return vegaSlide(
    model.words.alt,
    [
      ...lineLayer(linesOf(model, layout)),
      {
        data: { values: model.points.map(({ when, period, value }) => ({ when, period, value })) },
        mark: { type: "line", opacity: 1, stroke: ink.subject, strokeWidth: 5, strokeJoin: "round" },
        encoding: { x: across, y: up },
      },
      ...markLayer(model.points.map(markOf), across, up),
    ],
    [...layout.frame.words, ...axisWords(model, layout), ...figureWords(model, layout)],
  );
}

type Layout = ReturnType<typeof layOut>;

function layOut(model: ControlModel) {
  const { points, axis, shown } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const ends = [
    { text: `Upper limit ${shown.high}`, value: model.high, weight: 400 as const, pen: limitPen },
    { text: `Mean ${shown.mean}`, value: model.mean, weight: 600 as const, pen: meanPen },
    { text: `Lower limit ${shown.low}`, value: model.low, weight: 400 as const, pen: limitPen },
  ];
  const left = slide.left + 16 + Math.max(...model.ticks.map((tick) => textWidth(tick.shown, 24)));
  const right = slide.right - Math.max(...ends.map(({ text }) => textWidth(text, 26, "Semibold"))) - 66;
  const top = frame.top + 62;
  const axisAt = frame.bottom - 46;
  const bottom = axisAt - 36;
  const first = points[0]?.when ?? 0;
  const last = points.at(-1)?.when ?? 1;
  const span: readonly [number, number] = [first - (last - first) * 0.04, last + (last - first) * 0.01];
  const x = (when: number): number => left + ((when - span[0]) / (span[1] - span[0])) * (right - left);
  const y = (value: number): number => position(axis, value, bottom, top);
  const heights = spreadLabels(
    ends.map(({ value }) => y(value)),
    38,
    top - 19,
    bottom + 19,
  );
  return {
    frame,
    /** Mean and limits, and the heights of their names. */
    ends: ends.map((end, i) => ({ ...end, height: heights[i] ?? 0 })),
    named: everyFew(model.periods, x, 24, 26),
    left,
    right,
    top,
    bottom,
    axisAt,
    span,
    x,
    y,
  };
}

const meanPen = { stroke: ink.quiet, strokeWidth: 3, strokeDash: [] };
const limitPen = { stroke: ink.quiet, strokeWidth: 2.5, strokeDash: [14, 9] };

function axisWords({ ticks }: ControlModel, { ends, named, left, right, axisAt, x, y }: Layout): Word[] {
  return [
    ...ticks.map((tick) => ({
      x: left - 16,
      y: y(tick.value) + 8,
      text: tick.shown,
      size: 24,
      fill: ink.quiet,
      anchor: "end" as const,
    })),
    ...named.map(({ when, label }) => ({ x: x(when), y: axisAt, text: label, size: 24, fill: ink.quiet, anchor: "middle" as const })),
    ...ends.map(({ text, weight, height }) => ({ x: right + 58, y: height + 9, text, size: 26, weight, fill: ink.strong })),
  ];
}

/** Grid and ticks, mean and limits, and what leads from them to their names. */
function linesOf({ ticks }: ControlModel, { ends, named, left, right, bottom, x, y }: Layout): Line[] {
  return [
    ...ticks.map(({ value }) => ({ x: left, x2: right, y: y(value), y2: y(value), stroke: ink.grid, strokeWidth: 1.5 })),
    ...named.map(({ when }) => ({ x: x(when), x2: x(when), y: bottom, y2: bottom + 8, stroke: ink.rule, strokeWidth: 2 })),
    ...ends.map(({ value, pen }) => ({ x: left, x2: right, y: y(value), y2: y(value), ...pen })),
    ...ends.map(({ value, height }) => ({ x: right + 6, x2: right + 50, y: y(value), y2: height, stroke: ink.quiet, strokeWidth: 1.8 })),
  ];
}

/** The figures of the last point and of those with a signal, clear of the lines. */
function figureWords({ points, mean }: ControlModel, { ends, left, right, top, bottom, x, y }: Layout): Word[] {
  const at = points.map((p) => ({ x: x(p.when), y: y(p.value) }));
  const along = (value: number): Point[] => [
    { x: left, y: y(value) },
    { x: right, y: y(value) },
  ];
  const obstacles: Obstacles = {
    frame: { x0: left, x1: right, y0: top - 26, y1: bottom },
    boxes: [],
    points: [...sampleLine(at), ...ends.flatMap(({ value }) => sampleLine(along(value), 12))],
  };
  return points.flatMap((p, i): Word[] => {
    const here = at[i];
    if (!here || (p.signal === "" && i !== points.length - 1)) return [];
    const place = placeLabel(here, textWidth(p.shown, 28, "Bold") + 8, 23, 17, obstacles, p.value >= mean ? "above" : "below");
    return !place
      ? []
      : [
          {
            x: place.x,
            y: place.y + 9,
            text: p.shown,
            size: 28,
            weight: 700,
            fill: ink.subject,
            anchor: "middle",
            halo: 7,
            rests: [p.rests],
          },
        ];
  });
}

function markOf({ when, period, value, signal }: ControlModel["points"][number]) {
  const look =
    signal === ""
      ? { shape: "circle", radius: 9, fill: ink.subject, stroke: ink.white, strokeWidth: 2 }
      : { shape: "diamond", radius: 15, fill: ink.white, stroke: ink.subject, strokeWidth: 4.5 };
  return { when, period, value, signal, ...look };
}
