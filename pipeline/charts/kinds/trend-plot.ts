import { position, type Axis } from "../layout/axis.ts";
import { sampleLine, type Point } from "../layout/labels.ts";
import { lineLayer, markLayer, scaled, type Channel, type Layer, type Pen } from "../render/layers.ts";
import { ink, markInk, type Place } from "../theme.ts";
import type { TrendModel } from "./trend-model.ts";
import { partsOf, type TrendLine, type TrendPoint } from "./trend-points.ts";

/** What a trend draws alike on a slide and on a page: the look of either says how wide, long and dark. */

type Edges = { left: number; right: number; top: number; bottom: number };

/** The frame of the lines in pixels, with the places of years and values in it. */
export type Plot = Edges & {
  x: (when: number) => number;
  y: (value: number) => number;
  at: (point: { when: number; value: number }) => Point;
  across: Channel;
  up: (field: string) => Channel;
};

export function plotOf(span: readonly [number, number], axis: Axis, edges: Edges): Plot {
  const { left, right, top, bottom } = edges;
  const x = (when: number): number => left + ((when - span[0]) / (span[1] - span[0])) * (right - left);
  const y = (value: number): number => position(axis, value, bottom, top);
  return {
    ...edges,
    x,
    y,
    at: (point) => ({ x: x(point.when), y: y(point.value) }),
    across: scaled("when", span, left, right),
    up: (field) => scaled(field, [axis.low, axis.high], bottom, top),
  };
}

/** The first and the last year-end that has anything to draw. */
export function endsInTime(lines: readonly TrendLine[], { withheld, quoted, range }: TrendModel): [number, number] {
  const whens = [...lines, ...quoted]
    .flatMap(({ points }) => points.map((p) => p.when))
    .concat([...withheld, ...range].map(({ when }) => when));
  return [Math.min(...whens), Math.max(...whens)];
}

/** The last point of each line, and what stands for its figure: the subject's may be missing in the last period. */
export function lastPoints(
  lines: readonly TrendLine[],
  { subject, lastMissing }: TrendModel,
): { line: TrendLine; point: TrendPoint; own: boolean; shown: string }[] {
  return lines.flatMap((line) => {
    const point = line.points.at(-1);
    const own = line === subject;
    return point ? [{ line, point, own, shown: (own && lastMissing) || point.shown }] : [];
  });
}

export type Rule = { x: number; x2: number; y: number; y2: number } & Pen;

/** Gridlines at the ticks, ticks under the years, dotted lines before the first year of a new definition. */
export function plotRules(
  { x, y, left, right, top, bottom }: Plot,
  drawn: { ticks: readonly number[]; years: TrendModel["years"]; breaks: TrendModel["breaks"] },
  pens: { tick: (value: number) => Pen; year: Pen; yearLength: number; break: Pen },
): Rule[] {
  return [
    ...drawn.ticks.map((tick) => ({ x: left, x2: right, y: y(tick), y2: y(tick), ...pens.tick(tick) })),
    ...drawn.years.map(({ when }) => ({ x: x(when), x2: x(when), y: bottom, y2: bottom + pens.yearLength, ...pens.year })),
    ...drawn.breaks.map(({ when }) => ({ x: x(when - 0.5), x2: x(when - 0.5), y: top, y2: bottom, ...pens.break })),
  ];
}

/** Points round a mark, so that words keep off it. */
const ring = (p: Point, r: number): Point[] => [
  p,
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((k) => ({ x: p.x + r * Math.cos((k * Math.PI) / 4), y: p.y + r * Math.sin((k * Math.PI) / 4) })),
];

/** Points on every line and round every mark that words keep off; `radii` are those of the marks with their margin. */
export function inkOf(
  lines: readonly TrendLine[],
  { subject, quoted }: TrendModel,
  { at }: Plot,
  radii: { subject: number; quoted: number },
  every?: number,
): Point[] {
  return [
    ...[...lines, ...quoted].flatMap(({ points }) => partsOf(points).flatMap((part) => sampleLine(part.map(at), every))),
    ...subject.points.flatMap((p) => ring(at(p), radii.subject)),
    ...quoted.flatMap(({ points }) => points.flatMap((p) => ring(at(p), radii.quoted))),
  ];
}

/** How lines and marks look; radii and widths in the units of the drawing. */
export type TrendLook = {
  lineOf: Record<Place, { width: number; dash: readonly number[] }>;
  /** What a line's white casing is wider than it. */
  casing: number;
  capOf?: (place: Place) => "round" | "butt";
  range: string;
  /** The lines along the range's edges; absent where it has none. */
  rangeEdge?: Pen;
  quotedLine: { strokeWidth: number; strokeDash: readonly number[] };
  quotedMark: { shape: string; radius: number; strokeWidth: number };
  ownMark: { radius: number; lastRadius: number; strokeWidth: number };
  /** The mark at the end of another place's line; absent where it has none. */
  endMark?: (place: Place) => { shape: string; radius: number; strokeWidth: number };
};

/**
 * A trend from the range at the back to the subject's own points at the front. Lines run within unbroken
 * stretches only; figures of documents are hollow marks on a dashed line of their own.
 */
export function trendLayers(
  { subject, others, quoted, range }: Pick<TrendModel, "subject" | "others" | "quoted" | "range">,
  { across, up }: Plot,
  look: TrendLook,
  between: { rules: readonly Rule[]; leaders: readonly Layer[] },
): Layer[] {
  const detail = { field: "part", type: "nominal" };
  const path = (points: readonly TrendPoint[], mark: Layer): Layer[] =>
    points.length < 2
      ? []
      : [
          {
            data: { values: points.map(({ when, period, value, part }) => ({ when, period, value, part })) },
            mark: { type: "line", opacity: 1, strokeJoin: "round", ...mark },
            encoding: { x: across, y: up("value"), detail },
          },
        ];
  const cased = ({ place, points }: TrendLine): Layer[] => {
    const { width, dash } = look.lineOf[place];
    const pen = { stroke: markInk[place], strokeWidth: width, strokeDash: dash };
    return [
      ...path(points, { stroke: ink.white, strokeWidth: width + look.casing }),
      ...path(points, look.capOf ? { ...pen, strokeCap: look.capOf(place) } : pen),
    ];
  };
  const edges = look.rangeEdge ? ["low", "high"] : [];
  const band =
    range.length < 2
      ? []
      : [
          {
            data: { values: range },
            mark: { type: "area", fill: look.range, opacity: 1 },
            encoding: { x: across, y: up("low"), y2: { field: "high" }, detail },
          },
          ...edges.map((edge) => ({
            data: { values: range },
            mark: { type: "line", opacity: 1, ...look.rangeEdge },
            encoding: { x: across, y: up(edge), detail },
          })),
        ];
  const quotedMarks = quoted.flatMap(({ document, points }) =>
    points.map(({ when, period, value }) => ({
      when,
      period,
      value,
      document,
      shape: look.quotedMark.shape,
      radius: look.quotedMark.radius,
      fill: ink.white,
      stroke: ink.subject,
      strokeWidth: look.quotedMark.strokeWidth,
    })),
  );
  const endMarks = others.flatMap(({ place, name, points }) =>
    points.slice(-1).flatMap(({ when, value }) => {
      const mark = look.endMark?.(place);
      if (!mark) return [];
      const { shape, radius, strokeWidth } = mark;
      return [{ when, value, place: name, shape, radius, fill: markInk[place], stroke: ink.white, strokeWidth }];
    }),
  );
  const ownMarks = subject.points.map((point) => ({
    when: point.when,
    period: point.period,
    value: point.value,
    shape: "circle",
    radius: point === subject.points.at(-1) ? look.ownMark.lastRadius : look.ownMark.radius,
    fill: ink.subject,
    stroke: ink.white,
    strokeWidth: look.ownMark.strokeWidth,
  }));
  return [
    ...band,
    ...lineLayer(between.rules),
    ...others.flatMap(cased),
    ...quoted.flatMap(({ points }) => path(points, { stroke: ink.subject, ...look.quotedLine })),
    ...cased(subject),
    ...between.leaders,
    ...markLayer(quotedMarks, across, up("value")),
    ...markLayer(endMarks, across, up("value")),
    ...markLayer(ownMarks, across, up("value")),
  ];
}
