import { fold } from "./draft.ts";

/** A piece of text on a page; lengths are points from the bottom left-hand corner. */
export type PdfText = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  /** Name that the library gives the font: equal for equal fonts of a document. */
  font: string;
  /** True when the line ends after it. */
  eol: boolean;
  /** Id of the marked content it stands in; "" outside the structure tree. */
  id: string;
  artifact: boolean;
};
export type PdfNode = { role: string; id: string; children: PdfNode[] };
export type PdfPage = { number: number; width: number; height: number; texts: PdfText[]; tree: PdfNode | null };

/** Size and font of most of the text: what headings stand out from. */
export type BodyStyle = { size: number; font: string };

const key = (text: PdfText): string => `${Math.round(text.size * 2) / 2} ${text.font}`;

function mostOf(counts: ReadonlyMap<string, number>): string {
  let best = "";
  let most = -1;
  for (const [name, count] of counts) if (count > most) [best, most] = [name, count];
  return best;
}

export function bodyStyle(pages: readonly PdfPage[]): BodyStyle {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const text of page.texts) {
      if (!text.artifact) counts.set(key(text), (counts.get(key(text)) ?? 0) + text.text.trim().length);
    }
  }
  const [size = "0", font = ""] = mostOf(counts).split(" ");
  return { size: Number(size), font };
}

/** How a run of texts looks: its main size, and whether all of it stands out from the body by its font. */
export type Look = { size: number; strong: boolean };

export function lookOf(texts: readonly PdfText[], body: BodyStyle): Look {
  const sizes = new Map<string, number>();
  let strong = true;
  for (const text of texts) {
    const length = text.text.trim().length;
    if (length === 0) continue;
    const size = String(Math.round(text.size * 2) / 2);
    sizes.set(size, (sizes.get(size) ?? 0) + length);
    if (text.font === body.font && /[A-Za-z0-9]/.test(text.text)) strong = false;
  }
  return { size: Number(mostOf(sizes)), strong };
}

/** A raised small number after a word refers to a footnote and is no part of the sentence. */
function isFootnoteMark(text: PdfText, before: PdfText | undefined): boolean {
  if (!before || before.size === 0 || !/^\s*\d{1,2}(?:,\s?\d{1,2})?\s*$/.test(text.text)) return false;
  return text.size < before.size * 0.8 && text.y > before.y + before.size * 0.1 && text.y < before.y + before.size;
}

/** Text of a run: lines joined, footnote marks left out, words broken at a hyphen put together again. */
export function joinTexts(texts: readonly PdfText[]): string {
  let joined = "";
  let before: PdfText | undefined;
  for (const text of texts) {
    if (isFootnoteMark(text, before)) continue;
    if (text.text.trim() !== "") before = text;
    joined += text.text;
    if (text.eol) joined += "\n";
  }
  return fold(
    joined
      .replace(/\u00ad\s*\n?/g, "")
      .replace(/([A-Za-z]-)[ ]?\n(?!(?:and|or|to)\b)(?=[a-z])/g, "$1")
      .replace(/(\d[–-])\n(?=\d)/g, "$1"),
  );
}
