import type { DrawnChart } from "./draw-charts.ts";
import type { DrawList, DrawText } from "./render/draw-list.ts";
import { ink } from "./theme.ts";

/** A text of a slide, or said in its place: words and labels of figures, the line of sources, or what stands along a scale. */
export type SlideText = { readonly text: string; readonly part: "figures" | "source" | "scale" };

const loneNumber = /^[−£]?[\d,]+(?:\.\d+)?%?$|^(?:[A-Z][a-z]{2,8} )?(?:19|20)\d{2}(?:\/\d{2})?$/;
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Lines of one label stand closer than most rows of a table do; a line with a number is whole. */
const closest = 1.2;

/** The labels of a drawing, those that are broken into lines whole again: "North" over "Lincolnshire 20.9" is no figure of Lincolnshire. */
function labelsOf({ items }: DrawList): DrawText[] {
  const labels: DrawText[] = [];
  let line: DrawText | null = null;
  for (const item of items) {
    if (item.kind !== "text") continue;
    const last = labels.at(-1);
    const goesOn = last && line && !/\d/.test(line.text) && item.x === line.x && item.fill === line.fill && item.size === line.size && item.anchor === line.anchor && item.y > line.y && item.y - line.y <= closest * item.size;
    if (goesOn) labels[labels.length - 1] = { ...last, text: `${last.text} ${item.text}` };
    else labels.push(item);
    line = item;
  }
  return labels;
}

/**
 * Everything that a chart says: title, subtitle, notes, source and description whole, then the labels of the
 * drawing. Words that the drawing breaks into lines are not told twice.
 */
export function slideTexts({ row, list }: Pick<DrawnChart, "row" | "list">): SlideText[] {
  const whole = [row.title, row.subtitle, row.notes, row.alt, row.source].map(plain);
  const words = whole.map((text, at): SlideText => ({ text, part: at === whole.length - 1 ? "source" : "figures" }));
  const labels = labelsOf(list).flatMap((item): SlideText[] => {
    const text = plain(item.text);
    if (item.fill === ink.quiet && loneNumber.test(text)) return [{ text, part: "scale" }];
    return whole.some((one) => one.includes(text)) ? [] : [{ text, part: "figures" }];
  });
  return [...words, ...labels].filter(({ text }) => text !== "");
}
