import type { SourceTableRow } from "../model/document.ts";
import { addAll, draft, tableDraft } from "./draft.ts";
import { alignWith, gridRows, interleaves } from "./pdf-grid.ts";
import { isGradedHeading } from "./pdf-tables.ts";
import { styledDraft, type Styled } from "./pdf-headings.ts";
import { lineText, pageLines, type PdfLine } from "./pdf-lines.ts";
import { joinTexts, lookOf, type BodyStyle, type PdfPage, type PdfText } from "./pdf-page.ts";

/** Distance between the base lines of body text: the commonest below two lines' worth. */
function usualLeading(pages: readonly (readonly PdfLine[])[], body: BodyStyle): number {
  const counts = new Map<number, number>();
  for (const lines of pages) {
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      const gap = next ? Math.round((line.y - next.y) * 2) / 2 : 0;
      if (gap > 0 && gap < body.size * 2.2) counts.set(gap, (counts.get(gap) ?? 0) + 1);
    }
  }
  let best = body.size * 1.25;
  let most = 1;
  for (const [gap, count] of counts) if (count > most) [best, most] = [gap, count];
  return best;
}

const startsItem = (line: PdfLine): boolean =>
  /^(?:[•◦▪▫■□◼◻●○‣–—─➢✓\uf0b7\uf0a7\uf0d8]\s|\(?\d{1,3}(?:\.\d{1,2})*[.)]\s|\d{1,2}\.\d{1,2}\s|\(?[a-z][.)]\s)/.test(lineText(line));

/** End of the table that starts at a line, or the line itself when none does. */
function tableEnd(lines: readonly PdfLine[], start: number, leading: number): number {
  const beside = (i: number): boolean => {
    const [above, line] = [lines[i - 1], lines[i]];
    return above !== undefined && line !== undefined && i > start && interleaves(above, line, leading);
  };
  const first = lines[start];
  if (!first || (first.segments.length < 2 && !beside(start + 1))) return start;
  let end = start + 1;
  let multi = 1;
  let anchor = first;
  for (let line = lines[end]; line; line = lines[++end]) {
    const above = lines[end - 1];
    if (!above || above.y - line.y > leading * 3) break;
    if (line.segments.length >= 2) {
      if (anchor.segments.length >= 2 && !alignWith(anchor, line)) break;
      multi++;
      anchor = line;
    } else if (beside(end) || beside(end + 1)) multi++;
    else {
      const below = lines[end + 1];
      const inside = below !== undefined && below.segments.length >= 2 && alignWith(anchor, below);
      const wraps = above.y - line.y < leading * 1.25 && (line.segments[0]?.text.length ?? 0) < 60 && line.left >= anchor.left - 4;
      if (startsItem(line) || !(wraps && (inside || anchor.segments.some((s) => Math.abs(s.left - line.left) < 6)))) break;
    }
  }
  return multi >= 2 ? end : start;
}

/** Whether a line goes on with the paragraph of the line above it. */
function goesOn(above: PdfLine, line: PdfLine, leading: number, pageRight: number): boolean {
  // A figure that the wrap put first looks like a number, but stands below the words before it.
  const wrapped = Math.abs(above.left - line.left) < 2 && /^[(\d]/.test(lineText(line)) && !/[.:;!?]$/.test(lineText(above));
  if (startsItem(line) && !wrapped) return false;
  const gap = above.y - line.y;
  if (gap <= 0 || gap > Math.max(leading, line.size * 1.1) * 1.35) return false;
  if (Math.abs(above.look.size - line.look.size) > 1 || above.look.strong !== line.look.strong) return false;
  const room = pageRight - above.right;
  const firstWord = (line.segments[0]?.text.split(" ", 1)[0]?.length ?? 0) * line.size * 0.55;
  return room < firstWord + line.size * 3 || /^[a-z]/.test(lineText(line));
}

/** Heading of a part of the report that a table names with its judgement. */
function partHeading(rows: readonly SourceTableRow[], line: PdfLine): Styled {
  const text = rows.at(-1)?.cells.find((cell) => cell !== "") ?? "";
  return {
    ...draft({ kind: "heading", text, page: line.page }),
    size: line.look.size,
    strong: line.look.strong,
    tagged: false,
    graded: true,
  };
}

/** Drafts of each page from the size, weight and position of its text. */
export function layoutDrafts(pages: readonly PdfPage[], body: BodyStyle): Styled[][] {
  const all = pageLines(pages, body);
  const leading = usualLeading(all, body);
  const rights = all
    .flat()
    .filter((line) => line.segments.length === 1)
    .map((line) => line.right)
    .sort((a, b) => a - b);
  const pageRight = rights[Math.floor(rights.length * 0.95)] ?? 0;
  return all.map((lines) => {
    const drafts: Styled[] = [];
    for (let i = 0; i < lines.length;) {
      const end = tableEnd(lines, i, leading);
      const first = lines[i];
      if (!first) break;
      if (end > i) {
        const rows = gridRows(lines.slice(i, end), leading);
        if (isGradedHeading(rows)) drafts.push(partHeading(rows, lines[end - 1] ?? first));
        drafts.push({ ...tableDraft(rows, { page: first.page }), size: 0, strong: false, tagged: false });
        i = end;
        continue;
      }
      const texts: PdfText[] = lineTexts(first);
      for (i++; i < lines.length; i++) {
        const above = lines[i - 1];
        const line = lines[i];
        if (!above || !line || tableEnd(lines, i, leading) > i || !goesOn(above, line, leading, pageRight)) break;
        addAll(texts, lineTexts(line));
      }
      const text = joinTexts(texts);
      if (text !== "") drafts.push(styledDraft(text, lookOf(texts, body), { kind: "paragraph", level: 0, page: first.page }, body));
    }
    return drafts;
  });
}

/** Texts of a line with the end of the line marked. */
function lineTexts(line: PdfLine): PdfText[] {
  const texts = line.segments.flatMap((segment, i) =>
    i > 0 && segment.texts[0] ? [{ ...segment.texts[0], text: " ", width: 0 }, ...segment.texts] : segment.texts,
  );
  return texts.map((text, i) => (i === texts.length - 1 ? { ...text, eol: true } : text));
}
