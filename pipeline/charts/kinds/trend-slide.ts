import { textWidth } from "../../core/fonts.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { position } from "../layout/axis.ts";
import { placeInside, placeLabel, sampleLine, type Obstacles, type Point } from "../layout/labels.ts";
import { spreadLabels } from "../layout/spread.ts";
import { boxLayer, lineLayer, markLayer, scaled, specOf, wordLayers, type Channel, type Layer, type Word } from "../render/layers.ts";
import { drawVegaLite } from "../render/vega.ts";
import { restedLabels } from "../rested.ts";
import { ink, lineOf, markInk, shapeOf, slide, wordInk } from "../theme.ts";
import type { TrendLine, TrendModel, TrendPoint } from "./trend-model.ts";
import { addBands, addRail, boxOf, nameBreak, nameRange, type Bands } from "./trend-furniture.ts";

/** One plot; above it a rail that tells sources apart; words at the right end of each line, none in a legend. */
export function trendSlide(model: TrendModel, bands: Bands | null = null): Drawing {
  const { subject, others, axis, range, quoted } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const lines: TrendLine[] = [subject, ...others];
  const ends = lines.flatMap((line) => {
    const point = line.points.at(-1);
    const missing = line === subject ? model.lastMissing : "";
    return point
      ? [
          {
            line,
            point,
            text: `${line.name} ${missing || point.shown}`,
            size: line === subject ? 28 : 26,
            weight: line === subject ? (700 as const) : (600 as const),
          },
        ]
      : [];
  });
  const labelLeft = slide.right - Math.max(...ends.map((end) => textWidth(end.text, end.size, end.line === subject ? "Bold" : "Semibold")));
  const left = bands ? 372 : slide.left + 16 + Math.max(...model.ticks.map((tick) => textWidth(tick.shown, slide.axis)));
  const right = Math.min(labelLeft - 66, 1466);
  const top = frame.top + (quoted.length > 0 && !bands ? 96 : 62);
  const countsAt = model.counts.length > 0 ? frame.bottom - 46 : null;
  const axisAt = countsAt === null ? frame.bottom - 46 : countsAt - 35;
  const bottom = axisAt - 36;
  const whens = [...lines.flatMap((l) => l.points), ...model.withheld, ...quoted.flatMap((q) => q.points), ...range].map((p) => p.when);
  const first = Math.min(...whens, model.years[0]?.when ?? Infinity);
  const last = Math.max(...whens);
  const inset = last - first < 0.5 ? 0.5 : (last - first) * 0.03;
  const span: readonly [number, number] = [
    first - inset - (model.counts.length > 0 ? (last - first) * 0.035 : 0),
    last === first ? last + 0.5 : last,
  ];
  const x = (when: number): number => left + ((when - span[0]) / (span[1] - span[0])) * (right - left);
  const y = (value: number): number => position(axis, value, bottom, top);
  const at = (p: { when: number; value: number }): Point => ({ x: x(p.when), y: y(p.value) });
  const words: Word[] = [...frame.words];
  const furniture = [
    ...model.ticks.map((tick) => ({
      x: left,
      x2: right,
      y: y(tick.value),
      y2: y(tick.value),
      stroke: bands?.limits.includes(tick.value) ? ink.rule : ink.grid,
      strokeWidth: bands?.limits.includes(tick.value) ? 2.5 : 1.5,
    })),
    ...model.years.map(({ when }) => ({ x: x(when), x2: x(when), y: bottom, y2: bottom + 8, stroke: ink.rule, strokeWidth: 2 })),
    ...model.breaks.map(({ when }) => ({
      x: x(when - 0.5),
      x2: x(when - 0.5),
      y: top,
      y2: bottom,
      stroke: ink.rule,
      strokeWidth: 2,
      strokeDash: [3, 7],
    })),
  ];
  for (const tick of model.ticks) {
    const limit = bands?.limits.includes(tick.value) ?? false;
    words.push({
      x: left - 16,
      y: y(tick.value) + 8,
      text: tick.shown,
      size: slide.axis,
      fill: limit ? ink.text : ink.quiet,
      weight: limit ? 600 : 400,
      anchor: "end",
    });
  }
  for (const year of everyFew(model.years, x, slide.axis, 26))
    words.push({ x: x(year.when), y: axisAt, text: year.label, size: slide.axis, fill: ink.quiet, anchor: "middle", rests: year.rests });
  if (countsAt !== null && fits(model.counts, x)) {
    const head = model.measure.indicator.people === "children" ? "Children" : "People";
    words.push({ x: slide.left, y: countsAt, text: head, size: slide.axis, fill: ink.strong, weight: 600 });
    for (const count of model.counts)
      words.push({
        x: x(count.when),
        y: countsAt,
        text: count.text,
        size: slide.axis,
        fill: ink.subject,
        weight: 600,
        anchor: "middle",
        rests: [count.rests],
      });
  }
  if (bands) addBands(bands, model, words, furniture, { left, right, y, top, bottom });
  if (quoted.length > 0 && !bands) addRail(model, words, furniture, { x, y: top - 34, right: slide.right });

  // Labels of lines stand at the right, pushed apart, the subject's at its own height.
  const heights = spreadLabels(
    ends.map(({ point }) => y(point.value)),
    38,
    top - 19,
    bottom + 19,
    ends.map(({ line }) => line === subject && subject.points.at(-1)?.when === last),
  );
  const leaders = ends.map(({ line, point, text, size, weight }, i): { stroke: string; points: Point[] } => {
    const height = heights[i] ?? 0;
    const from = { x: Math.min(x(point.when) + 18, right + 18), y: y(point.value) };
    words.push({ x: right + 66, y: height + size * 0.32, text, size, weight, fill: wordInk[line.place], rests: [point.rests] });
    if (line === subject && model.lastMissing !== "") return { stroke: ink.white, points: [] };
    return { stroke: markInk[line.place], points: [from, { x: right + 34, y: height }, { x: right + 58, y: height }] };
  });

  const obstacles: Obstacles = {
    frame: { x0: left, x1: right + 14, y0: top - 30, y1: bottom },
    boxes: words
      .slice(frame.words.length)
      .filter((w) => w.x < right)
      .map((w) => boxOf(w)),
    points: [
      ...[...lines, ...quoted].flatMap(({ points }) => partsOf(points).flatMap((part) => sampleLine(part.map(at)))),
      ...subject.points.flatMap((p) => ring(at(p), 12)),
      ...quoted.flatMap((q) => q.points.flatMap((p) => ring(at(p), 13))),
    ],
  };
  /** A figure, and below it a line that says more; without that line where both have no room. */
  const say = (
    point: TrendPoint,
    above: boolean,
    away = 17,
    more = "",
    size: 28 | 24 = 28,
    rests: readonly string[] = [point.rests],
  ): void => {
    const lines = [
      { text: point.shown, size, weight: 700 as const },
      ...(more === "" ? [] : [{ text: more, size: 24, weight: 400 as const }]),
    ];
    const height = lines.length === 1 ? 23 : 50;
    const place = placeLabel(
      at(point),
      Math.max(...lines.map((line) => textWidth(line.text, line.size, "Bold"))) + 8,
      height,
      away,
      obstacles,
      above ? "above" : "below",
    );
    // Words at a side of their point are flush with that side, those over or under it are centred.
    const { x0 = 0, x1 = 0 } = place?.box ?? {};
    const side =
      x0 > at(point).x - 1
        ? { x: x0 + 4, anchor: "start" as const }
        : x1 < at(point).x + 1
          ? { x: x1 - 4, anchor: "end" as const }
          : { x: place?.x ?? 0, anchor: "middle" as const };
    if (place)
      lines.forEach((line, i) =>
        words.push({ y: place.y + 9 + (i - (lines.length - 1) / 2) * 29, fill: ink.subject, halo: 7, rests, ...side, ...line }),
      );
    else if (more !== "") say(point, above, away);
  };
  for (const point of model.labelled) say(point, isPeak(subject.points, point));
  for (const { points, name } of quoted) {
    // A year that a document and the statistics put differently carries both figures, once.
    const differs = points.findLast((point) => officialAt(subject, point) !== null);
    const official = differs && officialAt(subject, differs);
    if (differs && official)
      say({ ...differs, shown: `${name} ${differs.shown}` }, isPeak(points, differs), 19, `official figure ${official.shown}`, 24, [
        differs.rests,
        official.rests,
      ]);
    for (const point of new Set([points[0], ...points.filter(({ note }) => note !== ""), points.at(-1)])) {
      if (point && point !== differs) say(point, isPeak(points, point), 19, point.note);
    }
  }
  for (const gone of model.withheld) {
    const text = `[${gone.symbol}] ${gone.symbol === "c" ? "withheld" : "no figure"}`;
    const width = textWidth(text, 24, "Semibold") + 16;
    const column = {
      ...obstacles.frame,
      y0: top + 6,
      x0: Math.max(left, Math.min(x(gone.when) - width / 2 - 2, right - width - 4)),
      x1: Math.min(right + 14, Math.max(x(gone.when) + width / 2 + 2, left + width + 4)),
    };
    const place = placeInside(width, 30, () => true, { ...obstacles, frame: column }, 8);
    if (place) words.push({ x: place.x, y: place.y + 8, text, size: 24, fill: ink.subject, anchor: "middle", weight: 600, halo: 7 });
  }
  for (const gap of model.empty) {
    const parts = gap.text.split(/ (?=for )/);
    const width = Math.max(...parts.map((t) => textWidth(t, 24))) + 16;
    const free = { ...obstacles.frame, x0: x(gap.from) + 14, x1: x(gap.to) - 14, y0: top };
    const place = placeInside(width, 68, () => true, { ...obstacles, frame: free });
    if (place)
      parts.forEach((text, i) =>
        words.push({ x: place.x, y: place.y - 8 + i * 32, text, size: 24, fill: ink.quiet, anchor: "middle", halo: 7 }),
      );
  }
  if (model.breaks.length > 0) for (const { when } of model.breaks) nameBreak(when, words, obstacles, { x, top });
  if (range.length > 1) leaders.push(...nameRange(model, words, obstacles, { x, y, right, top, bottom, taken: heights }));

  const across = scaled("when", span, left, right);
  const up = (field: string): Channel => scaled(field, [axis.low, axis.high], bottom, top);
  const path = (points: readonly TrendPoint[], mark: Layer): Layer[] =>
    points.length < 2
      ? []
      : [
          {
            data: { values: points.map(({ when, period, value, part }) => ({ when, period, value, part })) },
            mark: { type: "line", opacity: 1, strokeJoin: "round", ...mark },
            encoding: { x: across, y: up("value"), detail: { field: "part", type: "nominal" } },
          },
        ];
  const cased = (line: TrendLine): Layer[] => {
    const { width, dash } = lineOf[line.place];
    return [
      ...path(line.points, { stroke: ink.white, strokeWidth: width + 3 }),
      ...path(line.points, {
        stroke: markInk[line.place],
        strokeWidth: width,
        strokeDash: dash,
        strokeCap: line.place === "england" ? "round" : "butt",
      }),
    ];
  };
  const spec = specOf(slide.width, slide.height, model.words.alt, [
    ...(bands
      ? boxLayer([
          { x: left, x2: right, y: y(Math.min(bands.limits[1], axis.high)), y2: y(Math.max(bands.limits[0], axis.low)), fill: ink.tint },
        ])
      : []),
    ...(range.length > 1
      ? [
          {
            data: { values: range },
            mark: { type: "area", fill: ink.range, opacity: 1 },
            encoding: { x: across, y: up("low"), y2: { field: "high" }, detail: { field: "part", type: "nominal" } },
          },
        ]
      : []),
    ...lineLayer(furniture),
    ...others.flatMap(cased),
    ...quoted.flatMap((q) => path(q.points, { stroke: ink.subject, strokeWidth: 4.5, strokeDash: [12, 10] })),
    ...cased(subject),
    ...leaders.flatMap(({ stroke, points }) =>
      lineLayer(
        points.slice(0, -1).map((p, i) => ({ ...p, x2: points[i + 1]?.x ?? p.x, y2: points[i + 1]?.y ?? p.y, stroke, strokeWidth: 2 })),
      ),
    ),
    ...markLayer(
      quoted.flatMap((q) =>
        q.points.map((p) => ({
          when: p.when,
          period: p.period,
          value: p.value,
          document: q.document,
          shape: "circle",
          radius: 10.5,
          fill: ink.white,
          stroke: ink.subject,
          strokeWidth: 4.5,
        })),
      ),
      across,
      up("value"),
    ),
    ...markLayer(
      others.flatMap((o) =>
        o.points.slice(-1).map((p) => ({
          when: p.when,
          value: p.value,
          place: o.name,
          shape: shapeOf[o.place],
          radius: o.place === "region" ? 8 : 10,
          fill: markInk[o.place],
          stroke: ink.white,
          strokeWidth: 2,
        })),
      ),
      across,
      up("value"),
    ),
    ...markLayer(
      subject.points.map((p) => ({
        when: p.when,
        period: p.period,
        value: p.value,
        shape: "circle",
        radius: p === subject.points.at(-1) ? 14 : 10,
        fill: ink.subject,
        stroke: ink.white,
        strokeWidth: 2.5,
      })),
      across,
      up("value"),
    ),
    ...wordLayers(words),
  ]);
  return { list: drawVegaLite(spec), spec, labels: restedLabels(words) };
}

/** The official figure of the same year as a printed one, where it is another; null otherwise. */
function officialAt(subject: TrendLine, point: TrendPoint): TrendPoint | null {
  const same = subject.points.find(({ when }) => Math.abs(when - point.when) < 0.05);
  return same && same.value !== point.value ? same : null;
}

const partsOf = (points: readonly TrendPoint[]): TrendPoint[][] =>
  [...new Set(points.map((p) => p.part))].map((part) => points.filter((p) => p.part === part));
/** Points round a mark, so that words keep off it. */
export const ring = (p: Point, r: number): Point[] => [
  p,
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((k) => ({ x: p.x + r * Math.cos((k * Math.PI) / 4), y: p.y + r * Math.sin((k * Math.PI) / 4) })),
];

/** True where the figure is no lower than the middle of those beside it. */
export function isPeak(points: readonly { value: number }[], point: { value: number }): boolean {
  const i = points.findIndex((p) => p === point);
  const beside = [points[i - 1], points[i + 1]].filter((p) => p !== undefined).map((p) => p.value);
  return beside.length === 0 || point.value >= beside.reduce((sum, n) => sum + n, 0) / beside.length;
}

/** The last year and every second, third … before it, as many as stand apart. */
export function everyFew<Year extends { when: number; label: string }>(
  years: readonly Year[],
  x: (when: number) => number,
  size: number,
  apart: number,
): Year[] {
  for (let step = 1; step < Math.max(years.length, 2); step += 1) {
    const kept = years.filter((_, i) => (years.length - 1 - i) % step === 0);
    const tight = kept.some((year, i) => {
      const next = kept[i + 1];
      return next !== undefined && x(next.when) - x(year.when) < (textWidth(year.label, size) + textWidth(next.label, size)) / 2 + apart;
    });
    if (!tight) return kept;
  }
  return years.slice(-1);
}

function fits(counts: readonly { when: number; text: string }[], x: (when: number) => number): boolean {
  return counts.every((count, i) => {
    const next = counts[i + 1];
    return !next || x(next.when) - x(count.when) > (textWidth(count.text, 24, "Semibold") + textWidth(next.text, 24, "Semibold")) / 2 + 12;
  });
}
