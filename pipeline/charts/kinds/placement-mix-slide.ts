import { textWidth } from "../../core/fonts.ts";
import { formatInUnit } from "../../words/format.ts";
import { vegaSlide, type Line } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { lineLayer, pixel, scaled, type Word } from "../render/layers.ts";
import { ink, parts as paints, slide } from "../theme.ts";
import type { MixModel, MixYear } from "./placement-mix.ts";

const narrow = 70;

/** One full-width bar a year, newest last; thin lines join the same part across years; a bracket sums the family of the headline. */
export function placementMixSlide(model: MixModel): Drawing {
  const layout = layOut(model);
  const { left, right, top, x, bars } = layout;
  const first = bars[0] ?? [];
  const familyEnd = x(Math.max(0, ...first.filter(({ family }) => family).map(({ end }) => end)));
  const family: Line = { x: left, x2: familyEnd, y: top - 92, y2: top - 92, stroke: ink.subject, strokeWidth: 4 };
  const words: Word[] = [
    ...layout.frame.words,
    ...model.years.flatMap((year, k) => [
      ...yearWords(year, k, model, layout),
      ...(bars[k] ?? []).flatMap((bar) => barWords(bar, year, layout)),
    ]),
    { x: left, y: top - 106, text: `Foster care: ${sharesOfFamily(model).join(", ")}`, size: 28, weight: 700, fill: ink.subject },
  ];
  nameParts(model, first, { x, top, right }, words);
  return vegaSlide(
    model.words.alt,
    [
      {
        data: { values: bars.flat().map(({ rests: _, family: __, ...bar }) => bar) },
        mark: { type: "rect", fill: { expr: "datum.fill" }, stroke: "#FFFFFF", strokeWidth: 4, opacity: 1 },
        encoding: { x: scaled("start", [0, 1], left, right), x2: { field: "end" }, y: pixel("y"), y2: { field: "y2" } },
      },
      ...lineLayer([...bars.flatMap((_, k) => barLines(k, layout)), family]),
    ],
    words,
  );
}

type Layout = ReturnType<typeof layOut>;
/** A part of a year; `start` and `end` are shares of the whole. */
type Bar = {
  year: string;
  part: string;
  count: number;
  start: number;
  end: number;
  y: number;
  y2: number;
  fill: string;
  family: boolean;
  rests: readonly string[];
};

function layOut(model: MixModel) {
  const { years } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const left =
    slide.left +
    Math.max(178, ...years.flatMap((year) => [textWidth(year.label, 30, "Bold") + 30, textWidth(`${year.total} children`, 26) + 30]));
  const right = slide.right;
  const top = frame.top + 196;
  const foot = frame.bottom - 62;
  const pitch = Math.min(204, (foot - top + 60) / years.length);
  const height = Math.min(146, pitch * 0.715);
  const yearY = (k: number): number => top + k * pitch;
  const bars = years.map((year, k) => barsOf(model, year, yearY(k), height));
  return { frame, left, right, top, height, yearY, bars, x: (share: number): number => left + share * (right - left) };
}

function barsOf({ parts }: MixModel, year: MixYear, y: number, height: number): Bar[] {
  const fills = fillsOf(parts);
  let start = 0;
  return parts.map(({ name, family }, i) => {
    const count = year.counts[i] ?? 0;
    const from = start;
    start += count / year.total;
    return {
      year: year.label,
      part: name,
      count,
      start: from,
      end: start,
      y,
      y2: y + height,
      fill: fills[i] ?? paints.rest,
      family,
      rests: year.restsOfPart[i] ?? [],
    };
  });
}

/** The blues for the family of the headline, one grey for the rest. */
const fillsOf = (parts: MixModel["parts"]): string[] =>
  parts.map(({ family }, i) => (family ? (paints.family[parts.slice(0, i).filter((p) => p.family).length] ?? paints.rest) : paints.rest));

const sharesOfFamily = ({ parts, years }: MixModel): string[] =>
  years.map((year) => {
    const count = parts.reduce((sum, part, i) => sum + (part.family ? (year.counts[i] ?? 0) : 0), 0);
    return `${formatInUnit((100 * count) / year.total, "percent", 1)} in ${year.label}`;
  });

const yearWords = (year: MixYear, k: number, { people }: MixModel, { yearY, height }: Layout): Word[] => [
  { x: slide.left, y: yearY(k) + height / 2 - 6, text: year.label, size: 30, weight: 700, fill: ink.text },
  { x: slide.left, y: yearY(k) + height / 2 + 30, text: `${year.total} ${people}`, size: 26, fill: ink.strong, rests: year.rests },
];

const shareOf = ({ start, end }: Bar): string => formatInUnit(100 * (end - start), "percent", 1);
const holdsWords = (bar: Bar, { x }: Layout): boolean => x(bar.end) - x(bar.start) >= Math.max(narrow, textWidth(shareOf(bar), 26) + 12);
const middleOf = ({ start, end }: Bar, { x }: Layout): number => (x(start) + x(end)) / 2;

/** Count and share in a bar that holds them, the count alone below one that does not. */
function barWords(bar: Bar, year: MixYear, layout: Layout): Word[] {
  const { y, count, rests } = bar;
  const { height } = layout;
  const x = middleOf(bar, layout);
  if (holdsWords(bar, layout))
    return [
      { x, y: y + height / 2 - 4, text: String(count), size: 34, weight: 700, fill: ink.white, anchor: "middle", rests },
      { x, y: y + height / 2 + 34, text: shareOf(bar), size: 26, fill: ink.white, anchor: "middle", rests: year.rests },
    ];
  return count === 0
    ? []
    : [{ x, y: y + height + 32, text: String(count), size: 26, weight: 600, fill: ink.strong, anchor: "middle", rests }];
}

/** What leads from a narrow bar to its count, and what joins a part to itself a year later. */
function barLines(k: number, layout: Layout): Line[] {
  const { bars, height, x } = layout;
  return (bars[k] ?? []).flatMap((bar, i): Line[] => {
    const middle = middleOf(bar, layout);
    const { y } = bar;
    const next = bars[k + 1]?.[i];
    return [
      ...(bar.count > 0 && !holdsWords(bar, layout)
        ? [{ x: middle, x2: middle, y: y + height + 2, y2: y + height + 12, stroke: ink.rule, strokeWidth: 2 }]
        : []),
      ...(next && bar.end < 0.999
        ? [{ x: x(bar.end), x2: x(next.end), y: y + height + 4, y2: next.y - 4, stroke: ink.rule, strokeWidth: 1.5 }]
        : []),
    ];
  });
}

/** Names stand over the first bar, pushed apart; a family's in its own colour. */
function nameParts(
  model: MixModel,
  first: readonly { start: number; end: number; fill: string }[],
  at: { x: (share: number) => number; top: number; right: number },
  words: Word[],
): void {
  let edge = -Infinity;
  const placed = model.parts.map((part, i) => {
    const width = Math.max(...part.head.map((text) => textWidth(text, 24, "Semibold")));
    const from = at.x(first[i]?.start ?? 0);
    const middle = (from + at.x(first[i]?.end ?? 0)) / 2;
    const start = Math.max(edge + 22, part.family ? from : middle - width / 2);
    edge = start + width;
    return { part, start, width, i };
  });
  let limit: number = at.right;
  for (const one of placed.reverse()) {
    one.start = Math.min(one.start, limit - one.width);
    limit = one.start - 22;
  }
  for (const { part, start, i } of placed) {
    part.head.forEach((text, k) => {
      if (text !== "")
        words.push({
          x: start,
          y: at.top - 18 - (1 - k) * 32,
          text,
          size: 24,
          weight: 600,
          fill: part.family ? (first[i]?.fill ?? ink.strong) : ink.strong,
        });
    });
  }
}
