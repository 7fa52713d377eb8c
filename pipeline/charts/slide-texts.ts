import type { DrawnChart } from "./draw-charts.ts";
import { ink } from "./theme.ts";

/** A text of a slide, or said in its place: words and labels of figures, the line of sources, or what stands along a scale. */
export type SlideText = { readonly text: string; readonly part: "figures" | "source" | "scale" };

const loneNumber = /^[−£]?[\d,]+(?:\.\d+)?%?$|^(?:[A-Z][a-z]{2,8} )?(?:19|20)\d{2}(?:\/\d{2})?$/;
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/**
 * Everything that a chart says: title, subtitle, notes, source and description whole, then the labels of the
 * drawing. Words that the drawing breaks into lines are not told twice.
 */
export function slideTexts({ row, list }: Pick<DrawnChart, "row" | "list">): SlideText[] {
  const whole = [row.title, row.subtitle, row.notes, row.alt, row.source].map(plain);
  const words = whole.map((text, at): SlideText => ({ text, part: at === whole.length - 1 ? "source" : "figures" }));
  const labels = list.items.flatMap((item): SlideText[] => {
    if (item.kind !== "text") return [];
    const text = plain(item.text);
    if (item.fill === ink.quiet && loneNumber.test(text)) return [{ text, part: "scale" }];
    return whole.some((one) => one.includes(text)) ? [] : [{ text, part: "figures" }];
  });
  return [...words, ...labels].filter(({ text }) => text !== "");
}
