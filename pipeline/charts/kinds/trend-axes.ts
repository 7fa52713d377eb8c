import { textWidth } from "../../core/fonts.ts";
import type { Word } from "../render/layers.ts";
import { ink, slide } from "../theme.ts";
import type { TrendModel } from "./trend-model.ts";
import type { Plot } from "./trend-plot.ts";
import { everyFew } from "./trend-years.ts";

/** The words along a slide's trend: values at the left, years below, and below these the counts where they fit. */
export function addAxes(
  model: TrendModel,
  { x, y, left }: Plot,
  words: Word[],
  { limits, axisAt, countsAt }: { limits: readonly number[]; axisAt: number; countsAt: number | null },
): void {
  for (const tick of model.ticks) {
    const limit = limits.includes(tick.value);
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
}

function fits(counts: readonly { when: number; text: string }[], x: (when: number) => number): boolean {
  return counts.every((count, i) => {
    const next = counts[i + 1];
    return !next || x(next.when) - x(count.when) > (textWidth(count.text, 24, "Semibold") + textWidth(next.text, 24, "Semibold")) / 2 + 12;
  });
}
