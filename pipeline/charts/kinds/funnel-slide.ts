import { textWidth } from "../../core/fonts.ts";
import { formatCount } from "../../words/format.ts";
import { baseOf } from "../../words/terms.ts";
import { vegaSlide, type Line } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { position } from "../layout/axis.ts";
import { sampleLine, type Box, type Point } from "../layout/labels.ts";
import { lineLayer, markLayer, pixel, scaled, type Channel, type Layer, type Mark, type Word } from "../render/layers.ts";
import { ink, slide } from "../theme.ts";
import { keyOf, nameDot, nameLimits, type Dot } from "./funnel-labels.ts";
import type { FunnelModel, FunnelPoint } from "./funnel.ts";

export const cohortTicks = [10, 25, 50, 100, 250, 500, 1000, 1500, 2000, 3000];

/** Percentage against the number counted, with limits around England; small authorities get room by a square root. */
export function funnelSlide(model: FunnelModel): Drawing {
  const layout = layOut(model);
  const { left, right, top, bottom, x, y } = layout;
  const words: Word[] = [...layout.frame.words, ...tickWords(model, layout)];
  const lines: Line[] = [];
  addCohorts(model, layout, words, lines);
  nameLimits(model, { right, y, top, bottom }, words, lines);
  const dots = model.points.map((point) => ({ at: { x: x(point.cohort), y: y(point.value) }, point }));
  const taken: Box[] = [];
  const area: Box = { x0: left + 4, x1: right - 4, y0: top - 14, y1: bottom - 4 };
  const ofRole = (role: FunnelPoint["role"]): Dot[] => dots.filter(({ point }) => point.role === role);
  for (const dot of [...ofRole("subject").slice(0, 1), ...ofRole("neighbour")]) nameDot(dot, dots, { area, taken }, words, lines);
  const keys = keyOf({ area, taken, dots: [...dots.map((dot) => dot.at), ...pointsOfLimits(model, layout)] }, words);
  const england: Line = {
    x: left,
    x2: right,
    y: y(model.england),
    y2: y(model.england),
    stroke: ink.england,
    strokeWidth: 4,
    strokeDash: [2, 9],
    strokeCap: "round",
  };
  return vegaSlide(
    model.words.alt,
    [
      ...lineLayer(model.ticks.map(({ value }) => ({ x: left, x2: right, y: y(value), y2: y(value), stroke: ink.grid, strokeWidth: 1.5 }))),
      ...limitLayers(model, layout),
      ...lineLayer([england, ...lines]),
      ...markLayer(
        model.points.map((p) => ({ place: p.name, cohort: p.cohort, value: p.value, shape: "circle", ...dotStyles[p.role] })),
        layout.across,
        layout.up("value"),
      ),
      ...markLayer(keys, pixel("x"), pixel("y")),
    ],
    words,
  );
}

type Layout = ReturnType<typeof layOut>;

const dotStyles: Readonly<Record<FunnelPoint["role"], Omit<Mark, "shape">>> = {
  subject: { radius: 14, fill: ink.subject, stroke: ink.white, strokeWidth: 2 },
  neighbour: { radius: 9.5, fill: ink.neighbour, stroke: ink.white, strokeWidth: 1.5 },
  other: { radius: 8, fill: ink.white, stroke: ink.other, strokeWidth: 2.4 },
};

function layOut(model: FunnelModel) {
  const { axis, cohorts } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const left = slide.left + 16 + Math.max(...model.ticks.map((tick) => textWidth(tick.shown, 24)));
  const right = 1648;
  const top = frame.top + 54;
  const bottom = frame.bottom - 110;
  const [from, to] = cohorts.map(Math.sqrt) as [number, number];
  const across: Channel = {
    field: "cohort",
    type: "quantitative",
    axis: null,
    scale: { type: "sqrt", domain: cohorts, range: [left, right], nice: false, zero: false },
  };
  return {
    frame,
    left,
    right,
    top,
    bottom,
    x: (cohort: number): number => left + ((Math.sqrt(cohort) - from) / (to - from)) * (right - left),
    y: (value: number): number => position(axis, value, bottom, top),
    across,
    up: (field: string): Channel => scaled(field, [axis.low, axis.high], bottom, top),
  };
}

const tickWords = ({ ticks }: FunnelModel, { left, y }: Layout): Word[] =>
  ticks.map((tick) => ({ x: left - 16, y: y(tick.value) + 8, text: tick.shown, size: 24, fill: ink.quiet, anchor: "end" }));

/** The numbers counted below the plot, those left out that would touch the one before. */
function addCohorts({ measure, cohorts }: FunnelModel, { left, right, bottom, x }: Layout, words: Word[], lines: Line[]): void {
  let edge = -Infinity;
  for (const tick of cohortTicks.filter((n) => n >= cohorts[0] && n <= cohorts[1])) {
    const half = textWidth(formatCount(tick), 24) / 2;
    if (x(tick) - half < edge + 20) continue;
    edge = x(tick) + half;
    words.push({ x: x(tick), y: bottom + 40, text: formatCount(tick), size: 24, fill: ink.quiet, anchor: "middle" });
    lines.push({ x: x(tick), x2: x(tick), y: bottom, y2: bottom + 8, stroke: ink.rule, strokeWidth: 2 });
  }
  const base = baseOf(measure.indicator, measure.breakdown);
  words.push({ x: (left + right) / 2, y: bottom + 74, text: `Number of ${base} counted`, size: 24, fill: ink.strong, anchor: "middle" });
}

type LimitField = "low95" | "high95" | "low998" | "high998";
const dashes: Readonly<Record<LimitField, readonly number[]>> = { low95: [9, 7], high95: [9, 7], low998: [], high998: [] };
const limitFields = Object.keys(dashes) as LimitField[];

/** What of a limit the axis reaches. */
const within = ({ limits, axis }: FunnelModel, field: LimitField) =>
  limits.filter((limit) => limit[field] >= axis.low && limit[field] <= axis.high);

const pointsOfLimits = (model: FunnelModel, { x, y }: Layout): Point[] =>
  limitFields.flatMap((field) =>
    sampleLine(
      within(model, field).map((limit) => ({ x: x(limit.cohort), y: y(limit[field]) })),
      8,
    ),
  );

const limitLayers = (model: FunnelModel, { across, up }: Layout): Layer[] =>
  limitFields.map((field) => ({
    data: {
      values: within(model, field)
        .filter((limit) => limit[field] > 0 && limit[field] < 100)
        .map((limit) => ({ cohort: limit.cohort, [field]: limit[field] })),
    },
    mark: { type: "line", opacity: 1, stroke: ink.rule, strokeWidth: 2.2, strokeDash: dashes[field] },
    encoding: { x: across, y: up(field) },
  }));
