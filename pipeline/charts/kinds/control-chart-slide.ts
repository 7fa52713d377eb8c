import { textWidth } from "../../core/fonts.ts";
import { vegaSlide } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { position } from "../layout/axis.ts";
import { placeLabel, sampleLine, type Obstacles } from "../layout/labels.ts";
import { spreadLabels } from "../layout/spread.ts";
import { lineLayer, markLayer, scaled, type Word } from "../render/layers.ts";
import { ink, slide } from "../theme.ts";
import type { ControlModel } from "./control-chart.ts";
import { everyFew } from "./trend-years.ts";

/** The points in order, their mean and limits named at the right; points beyond common variation are diamonds with their figure. */
export function controlChartSlide(model: ControlModel): Drawing {
  const { points, axis } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const ends = [
    { text: `Upper limit ${model.shown.high}`, value: model.high, weight: 400 as const },
    { text: `Mean ${model.shown.mean}`, value: model.mean, weight: 600 as const },
    { text: `Lower limit ${model.shown.low}`, value: model.low, weight: 400 as const },
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
  const words: Word[] = [...frame.words];
  for (const tick of model.ticks)
    words.push({ x: left - 16, y: y(tick.value) + 8, text: tick.shown, size: 24, fill: ink.quiet, anchor: "end" });
  const named = everyFew(model.periods, x, 24, 26);
  for (const period of named) words.push({ x: x(period.when), y: axisAt, text: period.label, size: 24, fill: ink.quiet, anchor: "middle" });
  const heights = spreadLabels(
    ends.map(({ value }) => y(value)),
    38,
    top - 19,
    bottom + 19,
  );
  ends.forEach(({ text, weight }, i) => words.push({ x: right + 58, y: (heights[i] ?? 0) + 9, text, size: 26, weight, fill: ink.strong }));
  const lines = [
    ...model.ticks.map((tick) => ({ x: left, x2: right, y: y(tick.value), y2: y(tick.value), stroke: ink.grid, strokeWidth: 1.5 })),
    ...named.map(({ when }) => ({ x: x(when), x2: x(when), y: bottom, y2: bottom + 8, stroke: ink.rule, strokeWidth: 2 })),
    ...ends.map(({ value }, i) => ({
      x: left,
      x2: right,
      y: y(value),
      y2: y(value),
      stroke: ink.quiet,
      strokeWidth: i === 1 ? 3 : 2.5,
      strokeDash: i === 1 ? [] : [14, 9],
    })),
    ...ends.map(({ value }, i) => ({
      x: right + 6,
      x2: right + 50,
      y: y(value),
      y2: heights[i] ?? 0,
      stroke: ink.quiet,
      strokeWidth: 1.8,
    })),
  ];
  const at = points.map((p) => ({ x: x(p.when), y: y(p.value) }));
  const obstacles: Obstacles = {
    frame: { x0: left, x1: right, y0: top - 26, y1: bottom },
    boxes: [],
    points: [
      ...sampleLine(at),
      ...ends.flatMap(({ value }) =>
        sampleLine(
          [
            { x: left, y: y(value) },
            { x: right, y: y(value) },
          ],
          12,
        ),
      ),
    ],
  };
  points.forEach((p, i) => {
    const here = at[i];
    if (!here || (p.signal === "" && i !== points.length - 1)) return;
    const place = placeLabel(here, textWidth(p.shown, 28, "Bold") + 8, 23, 17, obstacles, p.value >= model.mean ? "above" : "below");
    if (place)
      words.push({
        x: place.x,
        y: place.y + 9,
        text: p.shown,
        size: 28,
        weight: 700,
        fill: ink.subject,
        anchor: "middle",
        halo: 7,
        rests: [p.rests],
      });
  });
  const across = scaled("when", span, left, right);
  const up = scaled("value", [axis.low, axis.high], bottom, top);
  return vegaSlide(
    model.words.alt,
    [
      ...lineLayer(lines),
      {
        data: { values: points.map(({ when, period, value }) => ({ when, period, value })) },
        mark: { type: "line", opacity: 1, stroke: ink.subject, strokeWidth: 5, strokeJoin: "round" },
        encoding: { x: across, y: up },
      },
      ...markLayer(
        points.map((p) => ({
          when: p.when,
          period: p.period,
          value: p.value,
          signal: p.signal,
          shape: p.signal === "" ? "circle" : "diamond",
          radius: p.signal === "" ? 9 : 15,
          fill: p.signal === "" ? ink.subject : ink.white,
          stroke: p.signal === "" ? ink.white : ink.subject,
          strokeWidth: p.signal === "" ? 2 : 4.5,
        })),
        across,
        up,
      ),
    ],
    words,
  );
}
