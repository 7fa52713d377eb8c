import { textWidth } from "../../core/fonts.ts";
import { cellRef } from "../../model/comparison.ts";
import { vegaSlide } from "../slide-drawing.ts";
import type { Drawing } from "../kind.ts";
import { lineLayer, markLayer, pixel, scaled, type Layer, type Word } from "../render/layers.ts";
import { ink, lineOf, markInk, shapeOf, slide, wordInk } from "../theme.ts";
import { layOut, size, type Layout } from "./neighbour-comparison-layout.ts";
import type { ComparisonModel, ShownMember } from "./neighbour-comparison.ts";

const meanings: Readonly<Record<string, string>> = {
  c: "withheld to protect confidentiality",
  k: "rounds to zero, but is not zero",
  low: "rounds to zero, but is not zero",
  u: "unreliable, so not shown",
  x: "not available",
  z: "does not apply",
};

/** How far the baseline of a row's words stands below its middle. */
const baseline = size * 0.34;

/** A table with a plot in the middle: names, dots with intervals, shares, counts; comparators below with their verdicts. */
export function comparisonSlide(model: ComparisonModel): Drawing {
  const layout = layOut(model);
  const words = [
    ...headWords(model, layout),
    ...memberWords(model, layout),
    ...comparatorWords(model, layout),
    ...axisWords(model, layout),
  ].filter(({ text }) => text !== "");
  return vegaSlide(model.words.alt, figureLayers(model, layout), [...layout.frame.words, ...words]);
}

/** A word in the size of the rows, unless `rest` says otherwise. */
const word = (x: number, y: number, text: string, fill: string, rest: Partial<Word> = {}): Word => ({ x, y, text, size, fill, ...rest });
const small = { size: 24, weight: 600 } as const;

function headWords(model: ComparisonModel, { head, valueRight, countHead }: Layout): Word[] {
  return [
    word(slide.left, head, model.rank === "" ? model.order : `${model.order}:`, ink.quiet, { size: 24 }),
    word(slide.left + textWidth(`${model.order}: `, 24) + 2, head, model.rank, ink.subject, {
      ...small,
      rests: [cellRef(model.row.comparison_id, ["rank", "rank_of", "rank_tied"])],
    }),
    word(valueRight, head, model.valueHead, ink.strong, { ...small, anchor: "end" }),
    word(slide.right, head, countHead, ink.strong, { ...small, anchor: "end" }),
  ];
}

function memberWords(model: ComparisonModel, layout: Layout): Word[] {
  return model.members.flatMap((member, i) => {
    const y = layout.rowY(i) + baseline;
    const weight = member.subject ? 700 : 400;
    const fill = member.subject ? ink.subject : ink.text;
    return [
      word(slide.left, y, member.name, fill, { weight }),
      word(layout.valueRight, y, member.shown, fill, { weight, anchor: "end", rests: member.rests.shown }),
      word(slide.right, y, member.counts, fill, { weight, anchor: "end", rests: member.rests.counts }),
      ...(member.value === null ? whyMissing(member, y, model, layout) : []),
    ];
  });
}

/** Why a row has no dot, where no line of a comparator runs through the words. */
function whyMissing({ symbol, subject }: ShownMember, y: number, { comparators }: ComparisonModel, { x, left, right }: Layout): Word[] {
  const note = meanings[symbol] ?? "no figure published";
  const mark = symbol === "" ? "" : `[${symbol}]`;
  const lead = mark === "" ? 0 : textWidth(mark, 24, "Semibold") + 9;
  const at = freeGap(
    lead + textWidth(note, 24),
    comparators.map((c) => x(c.value)),
    left,
    right,
  );
  return [
    word(at, y, mark, subject ? ink.subject : ink.text, { ...small, halo: 6 }),
    word(at + lead, y, note, subject ? ink.subject : ink.quiet, { size: 24, halo: 6 }),
  ];
}

function comparatorWords({ members, comparators }: ComparisonModel, { rowY, comparatorY, valueRight, verdictHead }: Layout): Word[] {
  if (comparators.length === 0) return [];
  const head = (rowY(members.length - 1) + comparatorY(0)) / 2 + 14;
  return [
    word(slide.left, head, "Compared with", ink.strong, small),
    word(slide.right, head, verdictHead, ink.strong, { ...small, anchor: "end" }),
    ...comparators.flatMap((comparator, i) => {
      const y = comparatorY(i) + baseline;
      const fill = wordInk[comparator.place];
      return [
        word(slide.left, y, comparator.name, fill, { weight: 600 }),
        word(valueRight, y, comparator.shown, fill, { weight: 600, anchor: "end", rests: [comparator.rests] }),
        word(slide.right, y, comparator.verdict, ink.text, { weight: 600, anchor: "end" }),
      ];
    }),
  ];
}

/** The name of the mean over its line, clear of the words before it, and the ticks below the plot. */
function axisWords(model: ComparisonModel, { head, foot, left, right, x }: Layout): Word[] {
  const mean = model.comparators.find((c) => c.place === "mean");
  const half = textWidth("Neighbour mean", 24, "Semibold") / 2;
  const from = Math.max(left - 30, slide.left + textWidth(`${model.order}: ${model.rank}`, 24, "Semibold") + 24) + half;
  return [
    ...(mean
      ? [word(Math.max(from, Math.min(x(mean.value), right - half)), head, "Neighbour mean", ink.meanText, { ...small, anchor: "middle" })]
      : []),
    ...model.ticks.map((tick) => word(x(tick.value), foot + 32, tick.shown, ink.quiet, { size: 24, anchor: "middle" })),
  ];
}

/** Grid, lines of the comparators, intervals in a white casing, then the dots and the comparators' own marks. */
function figureLayers({ members, comparators, axis, ticks }: ComparisonModel, layout: Layout): Layer[] {
  const { left, right, top, foot, rowY, comparatorY, x, hidden } = layout;
  const grid = lineLayer(
    ticks.map((tick) => ({ x: x(tick.value), x2: x(tick.value), y: top, y2: foot, stroke: ink.grid, strokeWidth: 1.5 })),
  );
  const lines = comparators
    .map((comparator, i) => ({ comparator, y: comparatorY(i) }))
    .filter(({ comparator }) => !hidden.has(comparator.place))
    .map(({ comparator, y }) => ({
      x: x(comparator.value),
      x2: x(comparator.value),
      y: top,
      y2: y,
      stroke: markInk[comparator.place],
      strokeWidth: lineOf[comparator.place].width,
      strokeDash: lineOf[comparator.place].dash,
      strokeCap: comparator.place === "england" ? "round" : "butt",
    }));
  const intervals = members.flatMap((m, i) =>
    m.low === null || m.high === null ? [] : [{ authority: m.name, low: m.low, high: m.high, y: rowY(i), subject: m.subject }],
  );
  const across = scaled("low", [axis.low, axis.high], left, right);
  const bar = (widen: number, colour: boolean): Layer => ({
    data: { values: intervals },
    mark: {
      type: "rule",
      opacity: 1,
      stroke: colour ? { expr: `datum.subject ? '${ink.subject}' : '${ink.neighbour}'` } : ink.white,
      strokeWidth: { expr: `(datum.subject ? 10 : 5) + ${widen}` },
    },
    encoding: { x: across, x2: { field: "high" }, y: pixel("y") },
  });
  const dots = members.flatMap((m, i) =>
    m.value === null
      ? []
      : [
          {
            authority: m.name,
            value: m.value,
            numerator: m.numerator,
            denominator: m.denominator,
            y: rowY(i),
            shape: "circle",
            radius: m.subject ? 14.5 : 10,
            fill: m.subject ? ink.subject : ink.neighbour,
            stroke: ink.white,
            strokeWidth: m.subject ? 3 : 2,
          },
        ],
  );
  const marks = comparators.map((c, i) => ({
    authority: c.name,
    value: c.value,
    y: comparatorY(i),
    shape: shapeOf[c.place],
    radius: c.place === "region" ? 10 : 12.5,
    fill: markInk[c.place],
    stroke: ink.white,
    strokeWidth: 1.5,
  }));
  const value = scaled("value", [axis.low, axis.high], left, right);
  return [
    ...grid,
    ...lineLayer(lines),
    ...(intervals.length > 0 ? [bar(4, false), bar(0, true)] : []),
    ...markLayer([...dots, ...marks], value, pixel("y")),
  ];
}

/** Left edge for words in the first gap between lines that holds them, else after the last line. */
function freeGap(width: number, lines: readonly number[], left: number, right: number): number {
  const edges = [left - 6, ...[...lines].sort((a, b) => a - b), right + 20];
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const from = (edges[i] ?? left) + 20;
    if ((edges[i + 1] ?? right) - 12 - from >= width) return from;
  }
  return left;
}
