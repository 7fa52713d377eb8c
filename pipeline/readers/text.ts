import type { Block } from "../model/document.ts";
import { readAlignedTable } from "./aligned-tables.ts";
import { draft, finishBlocks, fold, isCaption, tableDraft, type Draft } from "./draft.ts";
import { joinSentences } from "./join-sentences.ts";
import { demoteEmptyHeadings, nestHeadings } from "./nest-headings.ts";
import { endsSentence, isBlankPageNote, isField, isGrade, looksLikeHeading, startsLower, wantsMore } from "./text-signs.ts";
import { labelStrays } from "./label-strays.ts";
import { splitLines, withoutEmphasis, type Line } from "./text-lines.ts";
import { readTextTable } from "./text-tables.ts";

export type TextContent = { blocks: Block[]; pages: number | null; blankPages: number[] };

/** Length that lines were wrapped at, from lines that another follows at once; Infinity when they were not. */
function wrapWidth(lines: readonly Line[]): number {
  const lengths: number[] = [];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (line.kind !== "blank" && next?.kind === "plain" && !line.whole.includes("\t")) lengths.push(line.whole.length);
  }
  lengths.sort((a, b) => a - b);
  const long = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  return lengths.length >= 3 && long >= 40 && long <= 160 ? long : Number.POSITIVE_INFINITY;
}

/** Whether a plain line goes on with the line directly above it. */
function goesOn(text: string, lastLine: string, line: Line, width: number): boolean {
  if (startsLower(line.text.trimStart()) || wantsMore(text)) return true;
  if (isField(line.text.trim()) || isGrade(line.text.trim()) || isCaption(line.text.trim())) return false;
  const firstWord = line.text.trimStart().split(" ", 1)[0]?.length ?? 0;
  const full = lastLine.length + firstWord + 1 > width - 6;
  return full && (!endsSentence(text) || lastLine.length > width * 0.75) && !text.endsWith(":");
}

/** Depth of a heading below all those that the file marks. */
const deepest = 6;

/**
 * Level of the heading that a line is: 1 or 2 when it is underlined, the deepest when all of it is
 * bold in a file that marks its headings, 0 when it only looks like one; null when it is none.
 */
function headingLevel(lines: readonly Line[], index: number, marked: boolean): number | null {
  const line = lines[index];
  if (!line || line.kind !== "plain" || !looksLikeHeading(fold(withoutEmphasis(line.text)))) return null;
  const above = lines[index - 1];
  const below = lines[index + 1];
  if (above && above.kind !== "blank" && above.kind !== "rule") return null;
  if (below?.kind === "rule") return below.text.trimStart().startsWith("=") ? 1 : 2;
  if (below && below.kind !== "blank") return null;
  const bold = /^\s*\*\*[^*]+\*\*\s*$/.test(line.text);
  return marked ? (bold ? deepest : null) : 0;
}

/** Blocks as the lines show them, before sentences are joined across pages. */
function draftLines(lines: readonly Line[], marked: boolean): Draft[] {
  const width = wrapWidth(lines);
  const drafts: Draft[] = [];
  let pieces: string[] = [];
  let lastLine = "";
  let apart = true;
  const flush = (): void => {
    const last = drafts.at(-1);
    if (last && pieces.length > 0) last.text = fold(withoutEmphasis(pieces.join(" ")));
    pieces = [];
  };
  const open = (fields: Draft, line: Line): void => {
    flush();
    drafts.push(fields);
    pieces = [line.text];
    lastLine = line.whole;
    apart = false;
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    const at = { line: line.line, page: line.page, apart };
    if (line.kind === "blank" || line.kind === "rule") {
      flush();
      apart = true;
      continue;
    }
    const table = line.kind === "heading" ? null : (readTextTable(lines, i) ?? readAlignedTable(lines, i));
    if (table) {
      flush();
      drafts.push(tableDraft(table.rows, { apart }));
      i = table.end - 1;
      apart = true;
      continue;
    }
    const text = fold(withoutEmphasis(line.text));
    if (text === "" || isBlankPageNote(text)) continue;
    if (line.kind === "heading") {
      open(draft({ ...at, kind: "heading", level: line.level, label: line.label, text }), line);
      apart = true;
      flush();
    } else if (line.kind === "numbered" && line.level > 1) {
      open(draft({ ...at, kind: "list_item", level: line.level, label: line.label, text }), line);
    } else if (line.kind === "numbered") {
      const kind = /^[a-z]+$/.test(line.label) ? "list_item" : "paragraph";
      open(draft({ ...at, kind, level: kind === "list_item" ? 1 : 0, label: line.label, text }), line);
    } else if (line.kind === "bullet") {
      open(draft({ ...at, kind: "list_item", level: line.level, text }), line);
    } else if (headingLevel(lines, i, marked) !== null && !isCaption(text)) {
      open(draft({ ...at, kind: "heading", level: headingLevel(lines, i, marked) ?? 0, text }), line);
    } else if (pieces.length > 0 && !apart && goesOn(fold(pieces.at(-1) ?? ""), lastLine, line, width)) {
      pieces.push(line.text);
      lastLine = line.whole;
    } else open(draft({ ...at, kind: "paragraph", text }), line);
  }
  flush();
  return drafts.filter((d) => d.text !== "");
}

/**
 * Blocks of a text file or a markdown file. Pages are known only where form feeds mark them.
 * Linear in the length of the text.
 */
export function readText(text: string, markdown: boolean): TextContent {
  const lines = splitLines(text);
  const marked = markdown || lines.filter((line) => line.kind === "heading" && line.level > 0).length >= 2;
  const drafts = labelStrays(joinSentences(draftLines(lines, marked)));
  const blocks = finishBlocks(nestHeadings(demoteEmptyHeadings(drafts)));
  const pages = lines.reduce<number | null>((most, line) => line.page ?? most, null);
  return { blocks, pages, blankPages: blankPages(lines, pages) };
}

function blankPages(lines: readonly Line[], pages: number | null): number[] {
  if (pages === null) return [];
  const filled = new Set(lines.filter((line) => line.kind !== "blank").map((line) => line.page));
  return Array.from({ length: pages }, (_, i) => i + 1).filter((page) => !filled.has(page));
}
