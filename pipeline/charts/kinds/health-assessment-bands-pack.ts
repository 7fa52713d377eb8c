import { textWidth } from "../../core/fonts.ts";
import { formatInUnit } from "../../words/format.ts";
import type { PackDrawing } from "../kind.ts";
import { boxLayer, lineLayer, specOf, wordLayers, type Word } from "../render/layers.ts";
import { drawVegaLite } from "../render/vega.ts";
import { restedLabels } from "../rested.ts";
import { ink, pack, packInk } from "../theme.ts";
import type { BandsModel } from "./health-assessment-bands.ts";
import { statutoryDays } from "./statutory-days.ts";

const top = 24;
const bottom = 42;

/**
 * One bar of all children: in time, in the next band, later or never. Where the printed percentage
 * counts more, a bracket above shows what it counts.
 */
export function bandsPack(model: BandsModel): PackDrawing {
  const { bands, none, total, contradicted } = model;
  const size = pack.size;
  const width = pack.width;
  const inTime = bands.filter((band) => band.inTime).reduce((sum, band) => sum + band.count, 0);
  const next = bands.find((band) => band.inTime === false);
  const rest = total - inTime - (next?.count ?? 0);
  const x = (count: number): number => (count / total) * width;
  const edges = [0, x(inTime), x(inTime + (next?.count ?? 0)), width];
  const words: Word[] = [];
  const boxes = [
    { x: 0, x2: (edges[1] ?? 0) - 0.6, y: top, y2: bottom, fill: ink.subject },
    ...[1, 2].flatMap((i) => {
      const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0];
      return to - from > 1
        ? [{ x: from + 0.8, x2: to - 0.6, y: top + 0.6, y2: bottom - 0.6, fill: ink.white, stroke: packInk.text, strokeWidth: 1.2 }]
        : [];
    }),
  ];
  const inside = (text: string, from: number, to: number, fill: string, look: Partial<Word> = {}): void => {
    if (textWidth(text, size, "Semibold") + 8 > to - from) return;
    words.push({
      x: look.anchor === "start" ? from + 7 : (from + to) / 2,
      y: (top + bottom) / 2 + 4.2,
      text,
      size,
      weight: 600,
      fill,
      anchor: "middle",
      ...look,
    });
  };
  inside(`${inTime} within ${statutoryDays} working days`, 0, edges[1] ?? 0, ink.white, { anchor: "start" });
  if (next) inside(String(next.count), edges[1] ?? 0, edges[2] ?? 0, packInk.text, { rests: [next.rests] });
  inside(String(rest), edges[2] ?? 0, width, packInk.text);
  const lines: Parameters<typeof lineLayer>[0][number][] = [
    { x: 0, x2: edges[1] ?? 0, y: bottom + 4.5, y2: bottom + 4.5, stroke: ink.subject, strokeWidth: 1.4 },
  ];
  const own = `in time: ${inTime} of ${total}, which is ${formatInUnit((100 * inTime) / total, "percent", 1)}`;
  words.push({ x: 0, y: bottom + 19, text: own, size, weight: 600, fill: ink.subject });
  const ownEnd = textWidth(own, size, "Semibold") + 16;
  if (next && next.count > 0) {
    const text = `${next.short} days`;
    const at = Math.max(ownEnd, Math.min((edges[1] ?? 0) + 1, width - textWidth(text, size)));
    words.push({ x: at, y: bottom + 15, text, size, fill: packInk.text });
  }
  if (rest > 0) {
    const text = none && none.count > 0 ? "later, or no assessment" : "later";
    const middle = ((edges[2] ?? 0) + width) / 2;
    words.push({ x: width, y: bottom + 31, text, size, fill: packInk.text, anchor: "end" });
    if (!next || middle > Math.max(ownEnd, edges[1] ?? 0) + textWidth(`${next.short} days`, size) + 6)
      lines.push({ x: middle, x2: middle, y: bottom + 2, y2: bottom + 20, stroke: packInk.text, strokeWidth: 0.8 });
  }
  if (contradicted) {
    const end = x(contradicted.numerator);
    const stroke = { stroke: packInk.text, strokeWidth: 1 };
    lines.push(
      { x: 0.5, x2: end, y: 16.5, y2: 16.5, ...stroke },
      { x: 0.5, x2: 0.5, y: 16.5, y2: 21, ...stroke },
      { x: end, x2: end, y: 16.5, y2: 21, ...stroke },
    );
    words.push({
      x: end - 2,
      y: 11,
      text: `printed as ${formatInUnit(contradicted.printed, "percent", 1)}: ${contradicted.numerator} of ${total}`,
      size,
      fill: packInk.text,
      anchor: "end",
    });
  }
  const height = 78;
  const spec = specOf(width, height, model.words.alt, [...boxLayer(boxes), ...lineLayer(lines), ...wordLayers(words)]);
  return { width, height, list: drawVegaLite(spec), note: model.words.notes.join(" "), labels: restedLabels(words) };
}
