import { textWidth } from "../../core/fonts.ts";
import type { PackDrawing } from "../kind.ts";
import { lineLayer, markLayer, pixel, specOf, wordLayers, type Mark, type Word } from "../render/layers.ts";
import { drawVegaLite } from "../render/vega.ts";
import { ink, pack, packInk } from "../theme.ts";
import type { ScorecardModel, ScorecardRow } from "./scorecard.ts";

const left = 196;
const right = 424;
const first = 52;
const rowHeight = 16.8;

/** Every ranked measure as a strip from the weakest of the eleven to the strongest, best rank first: polarity disappears. */
export function rankStrip({ authority, ranked }: ScorecardModel): PackDrawing | null {
  if (ranked.length === 0) return null;
  const rows = [...ranked].sort((a, b) => (a.comparison.rank ?? 0) - (b.comparison.rank ?? 0) || (a.comparison.rank_tied ?? 0) - (b.comparison.rank_tied ?? 0));
  const size = pack.size;
  const words: Word[] = [];
  const marks: (Mark & { x: number; y: number; place: string })[] = [];
  const lines: Parameters<typeof lineLayer>[0][number][] = [];
  let at = 0;
  const key = (text: string, weight: 400 | 600, fill: string): number => {
    const start = at;
    words.push({ x: start + 16, y: 12, text, size, weight, fill });
    at += 16 + textWidth(text, size, weight === 600 ? "Semibold" : "Regular") + 20;
    return start + 6;
  };
  marks.push({ x: key(authority, 600, ink.subject), y: 8, shape: "circle", radius: 5.2, fill: ink.subject, place: "key" });
  marks.push({ x: key("a statistical neighbour", 400, packInk.text), y: 8, shape: "circle", radius: 3.8, fill: ink.white, stroke: packInk.quiet, strokeWidth: 1.2, place: "key" });
  const bar = key("neighbours’ mean", 400, packInk.text);
  lines.push({ x: bar, x2: bar, y: 2, y2: 14, stroke: ink.mean, strokeWidth: 3 });
  const most = Math.max(...rows.map(({ comparison }) => comparison.rank_of ?? 0));
  words.push({ x: left, y: 34, text: `weakest of the ${most}`, size, fill: packInk.quiet });
  words.push({ x: right, y: 34, text: "strongest", size, fill: packInk.quiet, anchor: "end" });
  words.push({ x: pack.width, y: 34, text: "rank", size, fill: packInk.quiet, anchor: "end" });
  rows.forEach((row, i) => {
    const y = first + i * rowHeight;
    const x = placeOn(row);
    words.push({ x: 0, y: y + 4.2, text: row.name, size, fill: packInk.text });
    words.push({ x: pack.width, y: y + 4.2, text: row.rank, size, weight: 600, fill: ink.subject, anchor: "end" });
    lines.push({ x: left, x2: right, y, y2: y, stroke: ink.grid, strokeWidth: 0.75 });
    if (row.mean) lines.push({ x: x(row.mean.value), x2: x(row.mean.value), y: y - 6, y2: y + 6, stroke: ink.mean, strokeWidth: 3 });
    for (const one of row.neighbours) marks.push({ x: x(one.value), y, shape: "circle", radius: 3.8, fill: ink.white, stroke: packInk.quiet, strokeWidth: 1.2, place: one.name });
    if (row.subject) marks.push({ x: x(row.subject.value), y, shape: "circle", radius: 5.2, fill: ink.subject, stroke: ink.white, strokeWidth: 0.8, place: row.subject.name });
  });
  const height = first + rows.length * rowHeight - 8;
  const spec = specOf(pack.width, height, "", [...lineLayer(lines), ...markLayer(marks, pixel("x"), pixel("y")), ...wordLayers(words)]);
  return { width: pack.width, height, list: drawVegaLite(spec), note: "" };
}

/** From the weakest of the eleven to the strongest; in the middle when all are equal. */
function placeOn({ comparison, neighbours, subject }: ScorecardRow): (value: number) => number {
  const values = [...neighbours, ...(subject ? [subject] : [])].map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => {
    if (high === low) return (left + right) / 2;
    const share = (value - low) / (high - low);
    return left + (right - left) * (comparison.polarity === "low" ? 1 - share : share);
  };
}
