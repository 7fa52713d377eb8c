import { textWidth } from "../../core/fonts.ts";
import type { PackDrawing } from "../kind.ts";
import { axisOver, position } from "../layout/axis.ts";
import { placeLabelNear, sampleLine, type Obstacles, type Point } from "../layout/labels.ts";
import { spreadLabels } from "../layout/spread.ts";
import { wrapText } from "../layout/wrap.ts";
import {
  lineLayer,
  markLayer,
  pixel,
  scaled,
  specOf,
  wordLayers,
  type Channel,
  type Layer,
  type Pen,
  type Word,
} from "../render/layers.ts";
import { drawVegaLite } from "../render/vega.ts";
import { restedLabels } from "../rested.ts";
import { formatInUnit } from "../../words/format.ts";
import { axisNote } from "../../words/notes.ts";
import { ink, markInk, pack, packInk, packLineOf } from "../theme.ts";
import type { TrendLine, TrendModel, TrendPoint } from "./trend-model.ts";
import { everyFew, isPeak, ring } from "./trend-slide.ts";

const right = 343;
const labelLeft = 358;
const size = pack.size;

/** The trend in a page's width: the region stays in the table, so that at most three lines run here. */
export function trendPack(model: TrendModel, height = 246): PackDrawing {
  const { subject, range, quoted } = model;
  const others = model.others.filter((line) => line.place !== "region");
  const top = quoted.length > 0 ? 26 : 8;
  const bottom = height - 24;
  const lines: TrendLine[] = [subject, ...others];
  const values = [...lines, ...quoted].flatMap((l) => l.points.map((p) => p.value)).concat(range.flatMap((r) => [r.low, r.high]));
  const axis = axisOver(values, {
    range: model.measure.indicator.range,
    most: height > 200 ? 6 : 4,
    smallest: model.measure.indicator.unit === "percent" ? 1 : 0.5,
  });
  const tickText = (tick: number): string => formatInUnit(tick, model.measure.indicator.unit, Number.isInteger(axis.step) ? 0 : 1);
  const left = Math.max(36, 5 + Math.max(...axis.ticks.map((tick) => textWidth(tickText(tick), size))));
  const whens = [...lines, ...quoted]
    .flatMap((l) => l.points.map((p) => p.when))
    .concat(
      range.map((r) => r.when),
      model.withheld.map((w) => w.when),
    );
  const first = Math.min(...whens);
  const last = Math.max(...whens);
  const span: readonly [number, number] = [first - Math.max((last - first) * 0.03, 0.2), last];
  const x = (when: number): number => left + ((when - span[0]) / (span[1] - span[0])) * (right - left);
  const y = (value: number): number => position(axis, value, bottom, top);
  const at = (p: { when: number; value: number }): Point => ({ x: x(p.when), y: y(p.value) });

  const words: Word[] = axis.ticks.map((tick) => ({
    x: left - 5,
    y: y(tick) + 4,
    size,
    fill: packInk.quiet,
    anchor: "end" as const,
    text: tickText(tick),
  }));
  const years = everyFew(
    model.years.filter(({ when }) => when >= span[0]),
    x,
    size,
    10,
  );
  for (const year of years) words.push({ x: x(year.when), y: height - 7, text: year.label, size, fill: packInk.quiet, anchor: "middle" });
  const rules = [
    ...axis.ticks.map((tick) => ({ x: left, x2: right, y: y(tick), y2: y(tick), stroke: ink.grid, strokeWidth: 0.75 })),
    ...years.map(({ when }) => ({ x: x(when), x2: x(when), y: bottom, y2: bottom + 4, stroke: packInk.quiet, strokeWidth: 1 })),
    ...model.breaks.map(({ when }) => ({
      x: x(when - 0.5),
      x2: x(when - 0.5),
      y: top,
      y2: bottom,
      stroke: packInk.quiet,
      strokeWidth: 1,
      strokeDash: [1.5, 3],
    })),
  ];
  const key = quoted.length > 0 ? divide(model, words, x, left, bottom) : { rules: [], marks: [] };

  const ends = lines.flatMap((line) => {
    const point = line.points.at(-1);
    if (!point) return [];
    const own = line === subject;
    const shown = own && model.lastMissing !== "" ? model.lastMissing : point.shown;
    const name = `${line.place === "mean" ? "Neighbours’ mean" : line.name} ${shown}`;
    return [{ line, point, own, texts: wrapText(name, size, own ? "Semibold" : "Regular", pack.width - labelLeft) }];
  });
  const lastBand = range.at(-1);
  const bandText = lastBand
    ? [model.having[0] === 10 ? "Range of the" : "Range of", model.having[0] === 10 ? "ten neighbours" : "neighbours"]
    : [];
  const wanted = [
    ...ends.map(({ point }) => y(point.value)),
    ...(lastBand
      ? [
          bandAim(
            lastBand,
            ends.map(({ point }) => point.value),
            y,
          ),
        ]
      : []),
  ];
  const heights = spreadLabels(
    wanted,
    [...ends.map(({ texts }) => 1.5 + 14 * texts.length), ...(lastBand ? [31] : [])],
    top - 8,
    bottom + 8,
    ends.map(({ own }) => own),
  );
  const leaders: ({ x: number; y: number; x2: number; y2: number } & Pen)[] = [];
  const elbow = (from: Point, to: number, stroke: string): void => {
    leaders.push(
      { ...from, x2: right + 9, y2: to, stroke, strokeWidth: 1 },
      { x: right + 9, y: to, x2: labelLeft - 3, y2: to, stroke, strokeWidth: 1 },
    );
  };
  const block = (texts: readonly string[], middle: number, look: Pick<Word, "fill" | "weight" | "rests">): void =>
    texts.forEach((text, i) => {
      words.push({ x: labelLeft, y: middle + 4.2 + (i - (texts.length - 1) / 2) * 14, text, size, ...look });
    });
  ends.forEach(({ line, point, own, texts }, i) => {
    const middle = heights[i] ?? 0;
    block(texts, middle, { fill: own ? ink.subject : packInk.text, weight: own ? 600 : 400, rests: [point.rests] });
    if (!own || model.lastMissing === "")
      elbow({ x: Math.min(x(point.when) + 5, right + 2), y: y(point.value) }, middle - ((texts.length - 1) / 2) * 14, markInk[line.place]);
  });
  if (lastBand) {
    const middle = heights.at(-1) ?? 0;
    block(bandText, middle, { fill: packInk.text, weight: 400 });
    const inBand = Math.max(y(lastBand.high) + 1, Math.min(y(lastBand.low) - 1, middle - 7));
    elbow({ x: x(lastBand.when), y: inBand }, middle - 7, packInk.bandEdge);
  }

  const obstacles: Obstacles = {
    frame: { x0: left, x1: right + 8, y0: Math.max(top - 12, 2), y1: bottom },
    boxes: words
      .filter((word) => word.x < right && word.y < top)
      .map((w) => ({ x0: w.x - 4, x1: w.x + textWidth(w.text, size, "Semibold") + 4, y0: w.y - 11, y1: w.y + 4 })),
    points: [
      ...[...lines, ...quoted].flatMap(({ points }) =>
        [...new Set(points.map((p) => p.part))].flatMap((part) => sampleLine(points.filter((p) => p.part === part).map(at), 3)),
      ),
      ...[subject, ...quoted].flatMap(({ points }) => points.flatMap((p) => ring(at(p), 4.5))),
    ],
  };
  for (const rule of key.rules) obstacles.boxes.push({ x0: rule.x - 1, x1: rule.x + 1, y0: 0, y1: bottom });
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

  const across = scaled("when", span, left, right);
  const up = (field: string): Channel => scaled(field, [axis.low, axis.high], bottom, top);
  const encoding = (field = "value"): Layer => ({ x: across, y: up(field), detail: { field: "part", type: "nominal" } });
  const path = (points: readonly TrendPoint[], mark: Layer): Layer[] =>
    points.length < 2
      ? []
      : [
          {
            data: { values: points.map(({ when, period, value, part }) => ({ when, period, value, part })) },
            mark: { type: "line", opacity: 1, strokeJoin: "round", ...mark },
            encoding: encoding(),
          },
        ];
  const drawn = (line: TrendLine): Layer[] => {
    const { width, dash } = packLineOf[line.place];
    return [
      ...path(line.points, { stroke: ink.white, strokeWidth: width + 1.6 }),
      ...path(line.points, { stroke: markInk[line.place], strokeWidth: width, strokeDash: dash }),
    ];
  };
  const edge = (field: string): Layer => ({
    data: { values: range },
    mark: { type: "line", opacity: 1, stroke: packInk.bandEdge, strokeWidth: 0.75 },
    encoding: encoding(field),
  });
  const spec = specOf(pack.width, height, model.words.alt, [
    ...(range.length > 1
      ? [
          {
            data: { values: range },
            mark: { type: "area", fill: packInk.band, opacity: 1 },
            encoding: { ...encoding("low"), y2: { field: "high" } },
          },
          edge("low"),
          edge("high"),
        ]
      : []),
    ...lineLayer([...rules, ...key.rules]),
    ...others.flatMap(drawn),
    ...quoted.flatMap((q) => path(q.points, { stroke: ink.subject, strokeWidth: 1, strokeDash: [3, 2] })),
    ...drawn(subject),
    ...lineLayer(leaders),
    ...markLayer(
      quoted.flatMap((q) =>
        q.points.map((p) => ({
          when: p.when,
          value: p.value,
          period: p.period,
          shape: "diamond",
          radius: 5,
          fill: ink.white,
          stroke: ink.subject,
          strokeWidth: 1.5,
        })),
      ),
      across,
      up("value"),
    ),
    ...markLayer(
      subject.points.map((p) => ({
        when: p.when,
        value: p.value,
        period: p.period,
        shape: "circle",
        radius: 4,
        fill: ink.subject,
        stroke: ink.white,
        strokeWidth: 1.2,
      })),
      across,
      up("value"),
    ),
    ...key.marks,
    ...wordLayers(words),
  ]);
  return {
    width: pack.width,
    height,
    list: drawVegaLite(spec),
    note: packNote(model, axis.low),
    ticks: [...axis.ticks.map(tickText), ...years.map(({ label }) => label)],
    labels: restedLabels(words),
  };
}

/** Where the range's own label aims: the middle of the larger part of the range that no line ends in. */
function bandAim({ low, high }: { low: number; high: number }, values: readonly number[], y: (value: number) => number): number {
  const edges = [low, ...values.filter((v) => v > low && v < high).sort((a, b) => a - b), high];
  let best = [low, high] as readonly [number, number];
  let room = -1;
  edges.forEach((from, i) => {
    const to = edges[i + 1];
    if (to !== undefined && to - from > room) [best, room] = [[from, to], to - from];
  });
  return (y(best[0]) + y(best[1])) / 2 + 7;
}

/** "Quoted in documents" and "Official statistics", on either side of a dotted line where they do not overlap in time. */
function divide(
  { quoted, subject }: TrendModel,
  words: Word[],
  x: (when: number) => number,
  left: number,
  bottom: number,
): { rules: ({ x: number; y: number; x2: number; y2: number } & Pen)[]; marks: Layer[] } {
  const lastQuoted = Math.max(...quoted.flatMap((q) => q.points.map((p) => p.when)));
  const firstOfficial = subject.points[0]?.when ?? lastQuoted;
  const parted = lastQuoted < firstOfficial;
  const texts = ["Quoted in documents", "Official statistics"] as const;
  const widths = texts.map((text) => textWidth(text, size) + 14);
  const edge = parted ? x((lastQuoted + firstOfficial) / 2) : left + (widths[0] ?? 0) + 10;
  const starts = [Math.max(left, edge - 8 - (widths[0] ?? 0)), 0];
  starts[1] = Math.max(edge + 9, (starts[0] ?? 0) + (widths[0] ?? 0) + 14);
  texts.forEach((text, i) => words.push({ x: (starts[i] ?? 0) + 14, y: 12, text, size, fill: packInk.text }));
  return {
    rules: parted ? [{ x: edge, x2: edge, y: 2, y2: bottom, stroke: packInk.quiet, strokeWidth: 1, strokeDash: [2, 2.5] }] : [],
    marks: [
      ...markLayer(
        [{ x: (starts[0] ?? 0) + 5, y: 8, shape: "diamond", radius: 5, fill: ink.white, stroke: ink.subject, strokeWidth: 1.5 }],
        pixel("x"),
        pixel("y"),
      ),
      ...markLayer([{ x: (starts[1] ?? 0) + 5, y: 8, shape: "circle", radius: 4, fill: ink.subject }], pixel("x"), pixel("y")),
    ],
  };
}

/** The page's chart has its own axis, so what the words say of the slide's is said anew. */
function packNote(model: TrendModel, low: number): string {
  const { indicator } = model.measure;
  const ofSlide = model.words.notes.filter((text) => /^Axis starts at/.test(text));
  const ofPage = axisNote(low, indicator);
  const odd = model.quoted.flatMap(({ points }) => points.flatMap(({ shown, note }) => (note === "" ? [] : [`${shown}: ${note}.`])));
  return [...(ofPage === null ? [] : [ofPage]), ...odd, ...model.words.notes.filter((text) => !ofSlide.includes(text))].join(" ");
}
