import type { Block } from "../model/document.ts";
import { finishBlocks } from "./draft.ts";
import { joinSentences } from "./join-sentences.ts";
import { labelStrays } from "./label-strays.ts";
import { demoteEmptyHeadings, nestHeadings } from "./nest-headings.ts";
import { draftLines } from "./text-drafts.ts";
import { splitLines, type Line } from "./text-lines.ts";

export type TextContent = { blocks: Block[]; pages: number | null; blankPages: number[] };

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
