import { furnitureKey } from "./join-sentences.ts";
import { joinTexts, lookOf, type BodyStyle, type Look, type PdfPage, type PdfText } from "./pdf-page.ts";
import { isPageNumber } from "./text-signs.ts";

/** Texts of a line that stand close together: a sentence, or a cell of a table. */
export type Segment = { texts: PdfText[]; text: string; left: number; right: number };
export type PdfLine = { page: number; y: number; left: number; right: number; size: number; look: Look; segments: Segment[] };

/** Texts that stand on one base line, give or take raised marks; top of the page first. */
function gatherLines(texts: readonly PdfText[]): PdfText[][] {
  const shown = texts.filter((text) => text.text.trim() !== "" && text.size > 0);
  const sorted = [...shown].sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: { y: number; size: number; texts: PdfText[] }[] = [];
  for (const text of sorted) {
    const line = lines.at(-1);
    const size = Math.max(line?.size ?? 0, text.size);
    // A raised mark stands higher than the letters of its line do among themselves.
    const marked = line !== undefined && Math.min(line.size, text.size) < size * 0.8;
    if (line && line.y - text.y < size * (marked ? 0.6 : 0.45)) {
      line.texts.push(text);
      // The base line is that of the large text, not of a raised mark before it.
      if (text.size > line.size) [line.y, line.size] = [text.y, text.size];
    } else lines.push({ y: text.y, size: text.size, texts: [text] });
  }
  return lines.map((line) => line.texts.sort((a, b) => a.x - b.x));
}

function splitSegments(texts: readonly PdfText[]): Segment[] {
  const segments: PdfText[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const text of texts) {
    const gap = text.x - right;
    const current = segments.at(-1);
    const size = Math.max(text.size, current?.at(-1)?.size ?? 0);
    if (!current || gap > size * 1.4) segments.push([{ ...text, eol: false }]);
    else {
      if (gap > size * 0.15) current.push({ ...text, text: " ", width: 0, eol: false });
      current.push({ ...text, eol: false });
    }
    right = Math.max(right, text.x + text.width);
  }
  return segments.map((parts) => ({
    texts: parts,
    text: joinTexts(parts),
    left: parts[0]?.x ?? 0,
    right: parts.reduce((most, part) => Math.max(most, part.x + part.width), 0),
  }));
}

const marker = /^(?:[^\sA-Za-z0-9£(“"'‘]{1,2}|o|\(?\d{1,3}(?:\.\d{1,2})*[.)]|\d{1,3}(?:\.\d{1,2})+|\(?[a-z][.)])$/;

/** A bullet or a number and the words after it are one segment, however far apart they stand. */
function joinMarkers(segments: readonly Segment[]): Segment[] {
  const [first, second, ...rest] = segments;
  const start = first?.texts[0];
  if (!first || !second || !start || !marker.test(first.text) || second.left - first.left > 60) return [...segments];
  const space: PdfText = { ...start, text: " ", width: 0, eol: false };
  const texts = [...first.texts, space, ...second.texts];
  return [{ texts, text: joinTexts(texts), left: first.left, right: second.right }, ...rest];
}

function linesOf(page: PdfPage, body: BodyStyle): PdfLine[] {
  return gatherLines(page.texts).map((texts) => {
    const segments = joinMarkers(splitSegments(texts));
    return {
      page: page.number,
      y: texts.reduce((most, text) => (text.size >= (texts[0]?.size ?? 0) ? Math.min(most, text.y) : most), Number.POSITIVE_INFINITY),
      left: segments[0]?.left ?? 0,
      right: segments.at(-1)?.right ?? 0,
      size: texts.reduce((most, text) => Math.max(most, text.size), 0),
      look: lookOf(texts, body),
      segments,
    };
  });
}

const edge = 3;
export const lineText = (line: PdfLine): string => line.segments.map((segment) => segment.text).join(" ");

/** Lines of each page without what repeats at the top or the foot of the pages, and without page numbers. */
export function pageLines(pages: readonly PdfPage[], body: BodyStyle): PdfLine[][] {
  const all = pages.map((page) => linesOf(page, body));
  const edges = (lines: readonly PdfLine[]): PdfLine[] => [...new Set([...lines.slice(0, edge), ...lines.slice(-edge)])];
  const seen = new Map<string, number>();
  for (const lines of all) {
    for (const key of new Set(edges(lines).map((line) => furnitureKey(lineText(line))))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const often = Math.max(2, Math.min(4, Math.ceil(pages.length / 3)));
  return all.map((lines, index) => {
    const height = pages[index]?.height ?? 0;
    const dropped = new Set(
      edges(lines).filter((line) => {
        const text = lineText(line);
        const margin = line.y < height * 0.1 || line.y > height * 0.9;
        return margin && (isPageNumber(text) || (seen.get(furnitureKey(text)) ?? 0) >= often);
      }),
    );
    return lines.filter((line) => !dropped.has(line));
  });
}
