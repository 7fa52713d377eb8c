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

/** Size and fonts of most of the text: what headings stand out from. */
export type BodyStyle = { size: number; fonts: ReadonlySet<string> };

const key = (text: PdfText): string => `${Math.round(text.size * 2) / 2} ${text.font}`;

function mostOf(counts: ReadonlyMap<string, number>): string {
  let best = "";
  let most = -1;
  for (const [name, count] of counts) if (count > most) [best, most] = [name, count];
  return best;
}

/**
 * Fonts that go on with a sentence of the body font: inside a word, or with a small letter on the next
 * line. Word writes whole lines that hold a curly apostrophe in a twin of the body font, which is not bold.
 */
function twinsOf(body: string, pages: readonly PdfPage[]): string[] {
  const joins = new Map<string, number>();
  for (const page of pages) {
    let before: PdfText | undefined;
    let broken = false;
    for (const text of page.texts) {
      if (text.text === "" || text.artifact) {
        broken ||= text.eol;
        continue;
      }
      const near =
        before && before.font !== text.font && Math.abs(before.size - text.size) < 0.5 && (before.font === body || text.font === body);
      if (near && before) {
        const inWord = !broken && /[A-Za-z’]$/.test(before.text) && /^[A-Za-z’]/.test(text.text);
        const nextLine = broken && before.text.length > 30 && /[A-Za-z,]\s*$/.test(before.text) && /^[a-z]/.test(text.text);
        const other = before.font === body ? text.font : before.font;
        if (inWord || nextLine) joins.set(other, (joins.get(other) ?? 0) + 1);
      }
      before = text;
      broken = text.eol;
    }
  }
  return [...joins].filter(([, count]) => count >= 2).map(([font]) => font);
}

export function bodyStyle(pages: readonly PdfPage[]): BodyStyle {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const text of page.texts) {
      if (!text.artifact) counts.set(key(text), (counts.get(key(text)) ?? 0) + text.text.trim().length);
    }
  }
  const [size = "0", font = ""] = mostOf(counts).split(" ");
  return { size: Number(size), fonts: new Set([font, ...twinsOf(font, pages)]) };
}

/** How a run of texts looks: its main size, and whether all of it stands out from the body by its font. */
export type Look = { size: number; strong: boolean };

export function lookOf(texts: readonly PdfText[], body: BodyStyle): Look {
  const sizes = new Map<string, number>();
  const largest = texts.reduce((most, text) => (text.text.trim() === "" ? most : Math.max(most, text.size)), 0);
  let strong = true;
  for (const text of texts) {
    const length = text.text.trim().length;
    // Raised marks say nothing about the look of their line.
    if (length === 0 || text.size < largest * 0.8) continue;
    const size = String(Math.round(text.size * 2) / 2);
    sizes.set(size, (sizes.get(size) ?? 0) + length);
    if (body.fonts.has(text.font) && /[A-Za-z0-9]/.test(text.text)) strong = false;
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
