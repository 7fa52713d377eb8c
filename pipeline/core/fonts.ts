import { fileURLToPath } from "node:url";
import { openSync, type Font } from "fontkit";

/** The cuts of Source Sans 3 that charts and packs use: static TTF, the only form that resvg and pdfkit both draw. */
export const fontWeights = ["regular", "semibold", "bold"] as const;
export type FontWeight = (typeof fontWeights)[number];

export const fontFamily = "Source Sans 3";

const names: Readonly<Record<FontWeight, string>> = { regular: "Regular", semibold: "Semibold", bold: "Bold" };

/** Path of the TTF of a cut. */
export function fontPath(weight: FontWeight): string {
  return fileURLToPath(import.meta.resolve(`source-sans/TTF/SourceSans3-${names[weight]}.ttf`));
}

const faces = new Map<FontWeight, Font>();

/** The opened font of a cut. One object per cut and process: opening it anew costs 8 ms a page. */
export function fontFace(weight: FontWeight): Font {
  const known = faces.get(weight);
  if (known) return known;
  const opened = openSync(fontPath(weight));
  if (!("layout" in opened)) throw new Error(`${fontPath(weight)} holds several fonts; one was expected`);
  faces.set(weight, opened);
  return opened;
}

const advances: Readonly<Record<FontWeight, Map<string, number>>> = { regular: new Map(), semibold: new Map(), bold: new Map() };

/** Advance of one word in thousandths of the size; kerning inside it counts. */
function wordAdvance(word: string, weight: FontWeight): number {
  const cache = advances[weight];
  const known = cache.get(word);
  if (known !== undefined) return known;
  const face = fontFace(weight);
  const advance = (face.layout(word).positions.reduce((sum, position) => sum + position.xAdvance, 0) * 1000) / face.unitsPerEm;
  cache.set(word, advance);
  return advance;
}

/**
 * Width of a line of text at a size, in the unit of the size. It is measured word by word, each with
 * the space after it, which is also how pdfkit sets text, so that what is measured is what is drawn.
 */
export function textWidth(text: string, size: number, weight: FontWeight = "regular"): number {
  let sum = 0;
  for (const word of text.match(/[^ ]* |[^ ]+$/g) ?? []) sum += wordAdvance(word, weight);
  return (sum * size) / 1000;
}
