import { lineLayer, type Layer, type Word } from "../render/layers.ts";
import type { Point } from "../layout/labels.ts";
import { spreadLabels } from "../layout/spread.ts";
import { wrapText } from "../layout/wrap.ts";
import { ink, markInk, pack, packInk } from "../theme.ts";
import type { TrendModel } from "./trend-model.ts";
import { lastPoints, type Plot, type Rule } from "./trend-plot.ts";
import type { TrendLine } from "./trend-points.ts";

const labelLeft = 358;
const size = pack.size;

/** Names lines and range at the right of a page's trend, pushed apart, each tied to its end by a bent line. */
export function nameEnds(lines: readonly TrendLine[], model: TrendModel, { x, y, right, top, bottom }: Plot, words: Word[]): Layer[] {
  const ends = lastPoints(lines, model).map(({ line, point, own, shown }) => {
    const name = `${line.place === "mean" ? "Neighbours’ mean" : line.name} ${shown}`;
    return { line, point, own, texts: wrapText(name, size, own ? "Semibold" : "Regular", pack.width - labelLeft) };
  });
  const range = model.range.at(-1);
  const values = ends.map(({ point }) => point.value);
  const heights = spreadLabels(
    [...values.map(y), ...(range ? [rangeAim(range, values, y)] : [])],
    [...ends.map(({ texts }) => 1.5 + 14 * texts.length), ...(range ? [31] : [])],
    top - 8,
    bottom + 8,
    ends.map(({ own }) => own),
  );
  const leaders: Rule[] = [];
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
  if (range) {
    const middle = heights.at(-1) ?? 0;
    const texts = model.having[0] === 10 ? ["Range of the", "ten neighbours"] : ["Range of", "neighbours"];
    block(texts, middle, { fill: packInk.text, weight: 400 });
    const inRange = Math.max(y(range.high) + 1, Math.min(y(range.low) - 1, middle - 7));
    elbow({ x: x(range.when), y: inRange }, middle - 7, packInk.bandEdge);
  }
  return lineLayer(leaders);
}

/** Where the range's own label aims: the middle of the larger part of the range that no line ends in. */
function rangeAim({ low, high }: { low: number; high: number }, values: readonly number[], y: (value: number) => number): number {
  const edges = [low, ...values.filter((v) => v > low && v < high).sort((a, b) => a - b), high];
  let best = [low, high] as readonly [number, number];
  let room = -1;
  edges.forEach((from, i) => {
    const to = edges[i + 1];
    if (to !== undefined && to - from > room) [best, room] = [[from, to], to - from];
  });
  return (y(best[0]) + y(best[1])) / 2 + 7;
}
