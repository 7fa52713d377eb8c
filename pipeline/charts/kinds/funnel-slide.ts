import { textWidth } from "../../core/fonts.ts";
import { formatCount } from "../../words/format.ts";
import { baseOf } from "../../words/terms.ts";
import { cellRef } from "../../model/comparison.ts";
import { vegaSlide, type Line } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { position } from "../layout/axis.ts";
import { sampleLine, type Box, type Point } from "../layout/labels.ts";
import { lineLayer, markLayer, pixel, scaled, type Channel, type Layer, type Word } from "../render/layers.ts";
import { ink, slide } from "../theme.ts";
import { findPlace, keyOf, nameLimits } from "./funnel-labels.ts";
import type { FunnelModel, FunnelPoint } from "./funnel.ts";

export const cohortTicks = [10, 25, 50, 100, 250, 500, 1000, 1500, 2000, 3000];

/** Percentage against the number counted, with limits around England; small authorities get room by a square root. */
export function funnelSlide(model: FunnelModel): Drawing {
  const { axis, limits, points, england, cohorts } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const left = slide.left + 16 + Math.max(...model.ticks.map((tick) => textWidth(tick.shown, 24)));
  const right = 1648;
  const top = frame.top + 54;
  const bottom = frame.bottom - 110;
  const [from, to] = cohorts.map(Math.sqrt) as [number, number];
  const x = (cohort: number): number => left + ((Math.sqrt(cohort) - from) / (to - from)) * (right - left);
  const y = (value: number): number => position(axis, value, bottom, top);
  const words: Word[] = [...frame.words];
  const lines: Line[] = model.ticks.map((tick) => ({
    x: left,
    x2: right,
    y: y(tick.value),
    y2: y(tick.value),
    stroke: ink.grid,
    strokeWidth: 1.5,
  }));
  for (const tick of model.ticks)
    words.push({ x: left - 16, y: y(tick.value) + 8, text: tick.shown, size: 24, fill: ink.quiet, anchor: "end" });
  let edge = -Infinity;
  for (const tick of cohortTicks.filter((n) => n >= cohorts[0] && n <= cohorts[1])) {
    const half = textWidth(formatCount(tick), 24) / 2;
    if (x(tick) - half < edge + 20) continue;
    edge = x(tick) + half;
    words.push({ x: x(tick), y: bottom + 40, text: formatCount(tick), size: 24, fill: ink.quiet, anchor: "middle" });
    lines.push({ x: x(tick), x2: x(tick), y: bottom, y2: bottom + 8, stroke: ink.rule, strokeWidth: 2 });
  }
  const base = baseOf(model.measure.indicator, model.measure.breakdown);
  words.push({ x: (left + right) / 2, y: bottom + 74, text: `Number of ${base} counted`, size: 24, fill: ink.strong, anchor: "middle" });

  nameLimits(model, { right, y, top, bottom }, words, lines);
  const dots = points.map((p) => ({ at: { x: x(p.cohort), y: y(p.value) }, point: p }));
  const taken: Box[] = [];
  const subject = dots.find(({ point }) => point.role === "subject");
  const area: Box = { x0: left + 4, x1: right - 4, y0: top - 14, y1: bottom - 4 };
  const label = ({ at, point }: { at: Point; point: FunnelPoint }): void => {
    const own = point.role === "subject";
    const text = own ? `${point.name} ${point.shown}` : point.name;
    const size = own ? 28 : 24;
    const found = findPlace(
      at,
      textWidth(text, size, own ? "Bold" : "Regular"),
      size * 0.86,
      dots.map((dot) => ({ ...dot.at, clear: dot.point.role === "subject" ? 16 : 11 })),
      taken,
      area,
      own,
    );
    if (!found) return;
    taken.push(found.box);
    words.push({
      x: found.x,
      y: found.y + size * 0.33,
      text,
      size,
      weight: own ? 700 : 400,
      fill: own ? ink.subject : ink.text,
      anchor: "middle",
      halo: 6,
      rests: [cellRef(point.comparison, ["value"])],
    });
    if (found.leader) lines.push({ x: at.x, y: at.y, ...found.leader, stroke: own ? ink.subject : ink.rule, strokeWidth: own ? 2.5 : 1.8 });
  };
  if (subject) label(subject);
  for (const dot of dots) if (dot.point.role === "neighbour") label(dot);
  const curves = (["low95", "high95", "low998", "high998"] as const).flatMap((field) =>
    sampleLine(
      limits
        .filter((limit) => limit[field] >= axis.low && limit[field] <= axis.high)
        .map((limit) => ({ x: x(limit.cohort), y: y(limit[field]) })),
      8,
    ),
  );
  const keys = keyOf({ area, taken, dots: [...dots.map((dot) => dot.at), ...curves] }, words);

  const across: Channel = {
    field: "cohort",
    type: "quantitative",
    axis: null,
    scale: { type: "sqrt", domain: cohorts, range: [left, right], nice: false, zero: false },
  };
  const up = (field: string): Channel => scaled(field, [axis.low, axis.high], bottom, top);
  const curve = (field: keyof FunnelModel["limits"][number], dash: readonly number[]): Layer => ({
    data: {
      values: limits
        .filter((limit) => limit[field] >= axis.low && limit[field] <= axis.high && limit[field] > 0 && limit[field] < 100)
        .map((limit) => ({ cohort: limit.cohort, [field]: limit[field] })),
    },
    mark: { type: "line", opacity: 1, stroke: ink.rule, strokeWidth: 2.2, strokeDash: dash },
    encoding: { x: across, y: up(field) },
  });
  const style = (p: FunnelPoint): { radius: number; fill: string; stroke: string; strokeWidth: number } =>
    p.role === "subject"
      ? { radius: 14, fill: ink.subject, stroke: ink.white, strokeWidth: 2 }
      : p.role === "neighbour"
        ? { radius: 9.5, fill: ink.neighbour, stroke: ink.white, strokeWidth: 1.5 }
        : { radius: 8, fill: ink.white, stroke: ink.other, strokeWidth: 2.4 };
  return vegaSlide(
    model.words.alt,
    [
      ...lineLayer(lines.filter((line) => line.stroke === ink.grid)),
      curve("low95", [9, 7]),
      curve("high95", [9, 7]),
      curve("low998", []),
      curve("high998", []),
      ...lineLayer([
        { x: left, x2: right, y: y(england), y2: y(england), stroke: ink.england, strokeWidth: 4, strokeDash: [2, 9], strokeCap: "round" },
        ...lines.filter((line) => line.stroke !== ink.grid),
      ]),
      ...markLayer(
        points.map((p) => ({ place: p.name, cohort: p.cohort, value: p.value, shape: "circle", ...style(p) })),
        across,
        up("value"),
      ),
      ...markLayer(keys, pixel("x"), pixel("y")),
    ],
    words,
  );
}
