import { textWidth } from "../../core/fonts.ts";
import { periodName } from "../../words/terms.ts";
import type { PackDrawing } from "../kind.ts";
import { position } from "../layout/axis.ts";
import { lineLayer, markLayer, pixel, scaled, specOf, wordLayers, type Word } from "../render/layers.ts";
import { drawVegaLite } from "../render/vega.ts";
import { restedLabels } from "../rested.ts";
import type { Line } from "../slide-drawing.ts";
import { ink, markInk, pack, packInk, packLineOf } from "../theme.ts";
import type { Comparator, ComparisonModel } from "./neighbour-comparison.ts";

const size = pack.size;
const rowHeight = 18;
const firstRow = 63;
const longestLeft = 165;
/** A mark's words stand this far from its line. */
const reach = 7;

type Label = Comparator & { x: number; text: string; y: number; left: boolean };

/**
 * One row an authority: name, interval and dot, value, counts, interval in figures; the authority
 * between two rules. Comparators are lines, named above with a leader each.
 */
export function comparisonPack(model: ComparisonModel): PackDrawing {
  const layout = layOut(model);
  const labels = comparatorLabels(model.comparators, layout.x, layout.valueRight - layout.valueWidth - 10);
  const words = [...memberWords(model, layout), ...axisWords(model, layout), ...labels.map((label) => labelWord(label, model))].filter(
    ({ text }) => text !== "",
  );
  const { left, right } = layout;
  const { axis } = model;
  const width = pack.width;
  const height = layout.foot + 22;
  const spec = specOf(width, height, model.words.alt, [
    ...lineLayer([...gridRules(model, layout), ...labelRules(labels, layout), ...intervalRules(model, layout)]),
    ...markLayer(memberDots(model), scaled("value", [axis.low, axis.high], left, right), pixel("y")),
    ...wordLayers(words),
  ]);
  return {
    width,
    height,
    list: drawVegaLite(spec),
    note: model.words.notes.join(" "),
    ticks: model.ticks.map((tick) => tick.shown),
    labels: restedLabels(words),
  };
}

type Layout = ReturnType<typeof layOut>;

/** Columns from the widths of what stands in them. */
function layOut(model: ComparisonModel) {
  const { members, axis } = model;
  const left = Math.max(130, widest(members.map((m) => m.name)) + 18);
  const intervals = members.map((m) => m.interval);
  // A long name takes the plot's room: then the interval is drawn but not spelt out.
  const intervalWidth =
    left <= longestLeft && intervals.some((text) => text !== "") ? Math.max(widest(intervals), textWidth("interval", size)) + 14 : 0;
  const countsRight = pack.width - intervalWidth;
  const countHead = model.countHead.toLowerCase();
  const countsWidth = model.hasCounts ? Math.max(widest(members.map((m) => m.counts)), textWidth(countHead, size)) + 14 : 0;
  const valueRight = countsRight - countsWidth;
  const valueHead = shortPeriod(model.row.period);
  const valueWidth = Math.max(widest(members.map((m) => m.shown)), textWidth(valueHead, size));
  const right = valueRight - valueWidth - 22;
  const x = (value: number): number => position(axis, value, left, right);
  const foot = rowY(members.length - 1) + 11;
  return { left, right, foot, valueHead, valueRight, valueWidth, countHead, countsRight, spellsIntervals: intervalWidth > 0, x };
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => textWidth(text, size, "Semibold")));
const rowY = (i: number): number => firstRow + i * rowHeight;
const word = (x: number, y: number, text: string, fill: string, rest: Partial<Word> = {}): Word => ({ x, y, text, size, fill, ...rest });

function memberWords({ members, hasCounts }: ComparisonModel, layout: Layout): Word[] {
  const { valueHead, valueRight, countHead, countsRight, spellsIntervals } = layout;
  const head = (right: number, text: string): Word => word(right, 44, text, packInk.quiet, { anchor: "end" });
  return [
    head(valueRight, valueHead),
    ...(hasCounts ? [head(countsRight, countHead)] : []),
    ...(spellsIntervals ? [head(pack.width, "interval")] : []),
    ...members.flatMap((m, i) => {
      const y = rowY(i) + 4.2;
      const style = { weight: m.subject ? (600 as const) : (400 as const) };
      const fill = m.subject ? ink.subject : packInk.text;
      return [
        word(0, y, m.name, fill, style),
        word(valueRight, y, m.shown, fill, { ...style, anchor: "end", rests: m.rests.shown }),
        word(countsRight, y, m.counts, fill, { ...style, anchor: "end", rests: m.rests.counts }),
        ...(spellsIntervals ? [word(pack.width, y, m.interval, fill, { ...style, anchor: "end", rests: m.rests.interval })] : []),
      ];
    }),
  ];
}

function axisWords({ ticks }: ComparisonModel, { x, foot }: Layout): Word[] {
  const labels = ticks.map((tick) => ({ x: x(tick.value), text: tick.shown }));
  return thinned(labels, size).map((tick) => word(tick.x, foot + 16, tick.text, packInk.quiet, { anchor: "middle" }));
}

function labelWord({ x, y, text, left, name, rests }: Label, { row }: ComparisonModel): Word {
  // A mean of fewer than ten says of how many, which is another column.
  const columns = /\d/.test(name) ? row.comparison_id : rests;
  return word(x + (left ? -reach : reach), y + 4, text, packInk.text, { anchor: left ? "end" : "start", rests: [columns] });
}

/** Upright lines at the ticks, and the two rules around the authority's own row. */
function gridRules({ members, ticks }: ComparisonModel, { x, foot }: Layout): Line[] {
  const own = rowY(members.findIndex((m) => m.subject));
  const around = members.length > 1 ? [own - rowHeight / 2, own + rowHeight / 2] : [];
  return [
    ...ticks.map(({ value }) => ({ x: x(value), x2: x(value), y: firstRow - 11, y2: foot, stroke: ink.grid, strokeWidth: 0.75 })),
    ...around.map((y) => ({ x: 0, x2: pack.width, y, y2: y, stroke: ink.subject, strokeWidth: 1 })),
  ];
}

/** The lines of the comparators, then what leads from each to its words. */
function labelRules(labels: readonly Label[], { foot }: Layout): Line[] {
  return [
    ...labels.map((l) => ({
      x: l.x,
      x2: l.x,
      y: l.y,
      y2: foot,
      stroke: markInk[l.place],
      strokeWidth: packLineOf[l.place].width,
      strokeDash: packLineOf[l.place].dash,
    })),
    ...labels.map((l) => ({
      x: l.x + (l.left ? -reach + 3 : reach - 3),
      x2: l.x,
      y: l.y,
      y2: l.y,
      stroke: markInk[l.place],
      strokeWidth: 1,
    })),
  ];
}

/** Each interval in a white casing, with a stroke across either end. */
function intervalRules({ members }: ComparisonModel, { x }: Layout): Line[] {
  return members.flatMap((m, i) => {
    if (m.low === null || m.high === null) return [];
    const stroke = m.subject ? ink.subject : packInk.bar;
    const bar = { y: rowY(i), y2: rowY(i), x: x(m.low), x2: x(m.high) };
    return [
      { ...bar, stroke: ink.white, strokeWidth: m.subject ? 5 : 3.6 },
      { ...bar, stroke, strokeWidth: m.subject ? 2.6 : 1.4 },
      ...[m.low, m.high].map((end) => ({
        x: x(end),
        x2: x(end),
        y: rowY(i) - 3.5,
        y2: rowY(i) + 3.5,
        stroke,
        strokeWidth: m.subject ? 1.8 : 1.2,
      })),
    ];
  });
}

function memberDots({ members }: ComparisonModel) {
  const own = { shape: "circle", radius: 5.4, fill: ink.subject, stroke: ink.white, strokeWidth: 1 };
  const other = { shape: "circle", radius: 4, fill: ink.white, stroke: packInk.quiet, strokeWidth: 1.5 };
  return members.flatMap((m, i) =>
    m.value === null ? [] : [{ authority: m.name, value: m.value, y: rowY(i), ...(m.subject ? own : other) }],
  );
}

/** "2024/25", or "Sep 2025" for a day. */
function shortPeriod(period: string): string {
  const day = /^\d{1,2} ([A-Z][a-z]{2})[a-z]* (\d{4})$/.exec(periodName(period));
  return day ? `${day[1]} ${day[2]}` : periodName(period);
}

/** Every label, or every other one where they would touch. */
function thinned<T extends { x: number; text: string }>(labels: readonly T[], size: number): T[] {
  const tight = labels.some((label, i) => {
    const next = labels[i + 1];
    return next !== undefined && Math.abs(next.x - label.x) < (textWidth(label.text, size) + textWidth(next.text, size)) / 2 + 6;
  });
  return tight && labels.length > 2
    ? thinned(
        labels.filter((_, i) => i % 2 === 0),
        size,
      )
    : [...labels];
}

/** Labels on steps above the plot: to the left of their lines, lowest value lowest; to the right where the left has no room. */
function comparatorLabels(comparators: readonly Comparator[], x: (value: number) => number, limit: number): Label[] {
  const named = comparators.map((c) => ({
    ...c,
    x: x(c.value),
    text: `${c.place === "mean" ? c.name.replace("Neighbour mean", "Neighbours’ mean") : c.name} ${c.shown}`,
  }));
  const left =
    named.every((c) => c.x - reach - textWidth(c.text, pack.size) >= 0) ||
    named.some((c) => c.x + reach + textWidth(c.text, pack.size) > limit);
  const sorted = [...named].sort((a, b) => (left ? a.x - b.x : b.x - a.x));
  return sorted.map((c, i) => ({ ...c, left, y: 40 - i * 16 }));
}
