import { textWidth } from "../../core/fonts.ts";
import { formatInUnit } from "../../words/format.ts";
import { vegaSlide, type Line } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { lineLayer, pixel, scaled, type Word } from "../render/layers.ts";
import { ink, parts as paints, slide } from "../theme.ts";
import type { MixModel } from "./placement-mix.ts";

const narrow = 70;

/** One full-width bar a year, newest last; thin lines join the same part across years; a bracket sums the family of the headline. */
export function placementMixSlide(model: MixModel): Drawing {
  const { parts, years } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const left =
    slide.left +
    Math.max(178, ...years.flatMap((year) => [textWidth(year.label, 30, "Bold") + 30, textWidth(`${year.total} children`, 26) + 30]));
  const right = slide.right;
  const x = (share: number): number => left + share * (right - left);
  const top = frame.top + 196;
  const foot = frame.bottom - 62;
  const pitch = Math.min(204, (foot - top + 60) / years.length);
  const height = Math.min(146, pitch * 0.715);
  const words: Word[] = [...frame.words];
  const lines: Line[] = [];
  const fillOf = (i: number): string =>
    parts[i]?.family ? (paints.family[parts.slice(0, i).filter((p) => p.family).length] ?? paints.rest) : paints.rest;
  const bars = years.flatMap((year, k) => {
    let start = 0;
    return parts.map((part, i) => {
      const count = year.counts[i] ?? 0;
      const from = start;
      start += count / year.total;
      return {
        year: year.label,
        part: part.name,
        count,
        start: from,
        end: start,
        y: top + k * pitch,
        y2: top + k * pitch + height,
        fill: fillOf(i),
      };
    });
  });
  years.forEach((year, k) => {
    const y = top + k * pitch;
    words.push({ x: slide.left, y: y + height / 2 - 6, text: year.label, size: 30, weight: 700, fill: ink.text });
    words.push({
      x: slide.left,
      y: y + height / 2 + 30,
      text: `${year.total} ${model.people}`,
      size: 26,
      fill: ink.strong,
      rests: year.rests,
    });
    for (const bar of bars.filter((one) => one.year === year.label)) {
      const middle = (x(bar.start) + x(bar.end)) / 2;
      const rests = year.restsOfPart[parts.findIndex(({ name }) => name === bar.part)] ?? [];
      const share = formatInUnit(100 * (bar.end - bar.start), "percent", 1);
      if (x(bar.end) - x(bar.start) >= Math.max(narrow, textWidth(share, 26) + 12)) {
        words.push({
          x: middle,
          y: y + height / 2 - 4,
          text: String(bar.count),
          size: 34,
          weight: 700,
          fill: ink.white,
          anchor: "middle",
          rests,
        });
        words.push({ x: middle, y: y + height / 2 + 34, text: share, size: 26, fill: ink.white, anchor: "middle", rests: year.rests });
      } else if (bar.count > 0) {
        words.push({
          x: middle,
          y: y + height + 32,
          text: String(bar.count),
          size: 26,
          weight: 600,
          fill: ink.strong,
          anchor: "middle",
          rests,
        });
        lines.push({ x: middle, x2: middle, y: y + height + 2, y2: y + height + 12, stroke: ink.rule, strokeWidth: 2 });
      }
      const next = bars.find((one) => one.part === bar.part && one.y > bar.y);
      if (next && bar.end < 0.999)
        lines.push({ x: x(bar.end), x2: x(next.end), y: y + height + 4, y2: next.y - 4, stroke: ink.rule, strokeWidth: 1.5 });
    }
  });
  const family = bars.filter((bar, i) => bar.year === years[0]?.label && parts[i]?.family);
  const familyEnd = x(Math.max(0, ...family.map((bar) => bar.end)));
  const sums = years.map((year) => {
    const count = parts.reduce((sum, part, i) => sum + (part.family ? (year.counts[i] ?? 0) : 0), 0);
    return `${formatInUnit((100 * count) / year.total, "percent", 1)} in ${year.label}`;
  });
  lines.push({ x: left, x2: familyEnd, y: top - 92, y2: top - 92, stroke: ink.subject, strokeWidth: 4 });
  words.push({ x: left, y: top - 106, text: `Foster care: ${sums.join(", ")}`, size: 28, weight: 700, fill: ink.subject });
  nameParts(model, bars, { x, top, right, fillOf }, words);

  return vegaSlide(
    model.words.alt,
    [
      {
        data: { values: bars },
        mark: { type: "rect", fill: { expr: "datum.fill" }, stroke: "#FFFFFF", strokeWidth: 4, opacity: 1 },
        encoding: { x: scaled("start", [0, 1], left, right), x2: { field: "end" }, y: pixel("y"), y2: { field: "y2" } },
      },
      ...lineLayer(lines),
    ],
    words,
  );
}

/** Names stand over the first bar, pushed apart; a family's in its own colour. */
function nameParts(
  model: MixModel,
  bars: readonly { year: string; start: number; end: number }[],
  at: { x: (share: number) => number; top: number; right: number; fillOf: (i: number) => string },
  words: Word[],
): void {
  const first = bars.filter((bar) => bar.year === model.years[0]?.label);
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
        words.push({ x: start, y: at.top - 18 - (1 - k) * 32, text, size: 24, weight: 600, fill: part.family ? at.fillOf(i) : ink.strong });
    });
  }
}
