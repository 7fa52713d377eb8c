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

/** "166 of 174" is a figure still, "2 at 0%" is words. */
const hasWords = (text: string): boolean => /[a-z]{2}/i.test(text.replace(/\bof\b/g, ""));

/** A figure in the row of a place, with the name of the place: "Bexley 90%". Others as they are. */
function withPlace(label: DrawText, labels: readonly DrawText[], places: ReadonlySet<string>): string {
  const text = plain(label.text);
  // Two counts are told apart by themselves.
  if (/[a-z]{2}/i.test(text) || !/\d/.test(text)) return text;
  const before = labels.filter((one) => Math.abs(one.y - label.y) < 1 && one.x < label.x && places.has(plain(one.text))).sort((a, b) => b.x - a.x)[0];
  return before ? `${plain(before.text)} ${text}` : text;
}

/**
 * Everything that a chart says: title, subtitle, notes, source and description whole, then the labels of the
 * drawing. Words that the drawing breaks into lines are not told twice. `places` are the names that rows of a drawing
 * may start with.
 */
export function slideTexts({ row, list }: Pick<DrawnChart, "row" | "list">, places: ReadonlySet<string>): SlideText[] {
  const whole = [row.title, row.subtitle, row.notes, row.alt, row.source].map(plain);
  const words = whole.map((text, at): SlideText => ({ text, part: at === whole.length - 1 ? "source" : "figures" }));
  const drawn = labelsOf(list);
  const labels = drawn.flatMap((item): SlideText[] => {
    const text = plain(item.text);
    if (item.fill === ink.quiet && loneNumber.test(text)) return [{ text, part: "scale" }];
    return hasWords(text) && whole.some((one) => one.includes(text)) ? [] : [{ text: withPlace(item, drawn, places), part: "figures" }];
  });
  return [...words, ...labels].filter(({ text }) => text !== "");
}
