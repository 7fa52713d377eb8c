import type { Block, SourceTable, SourceTableRow } from "../model/document.ts";

/** A block as a reader of one format finds it, before sentences are joined and headings are nested. */
export type Draft = {
  kind: Block["kind"];
  /** As in Block; 0 for a heading whose depth the format does not say. */
  level: number;
  label: string;
  text: string;
  page: number | null;
  line: number | null;
  rows: SourceTableRow[] | null;
  /** Caption that the format itself gives; "" when the lines above must tell. */
  caption: string;
  /** True when a blank line or the edge of a page stands before it. */
  apart: boolean;
};

type DraftFields = Partial<Draft> & Pick<Draft, "kind" | "text">;

export function draft(fields: DraftFields): Draft {
  return { level: 0, label: "", page: null, line: null, rows: null, caption: "", apart: true, ...fields };
}

export function tableDraft(rows: SourceTableRow[], fields: Partial<Draft> = {}): Draft {
  const first = rows[0];
  return draft({
    page: first?.page ?? null,
    line: first?.line ?? null,
    ...fields,
    kind: "table",
    text: rows.map((row) => row.raw).join("\n"),
    rows,
  });
}

/** Adds items to a list one by one: a spread of a hundred thousand arguments overflows the stack. */
export function addAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}

/** Paragraphs of the cells of a row, where some cell has several; nothing otherwise, to save memory. */
export function partsIfSeveral(parts: string[][]): { parts?: string[][] } {
  return parts.some((cell) => cell.length > 1) ? { parts } : {};
}

export const fold = (text: string): string => text.replace(/\s+/g, " ").trim();

const captionStart = /^(?:table|figure|chart|graph|appendix|annex)\s+[0-9A-Z][0-9A-Za-z.]*\s*(?:[:.–-]|$)/i;
const longestCaption = 160;

/** "Table 2: Performance data" and the like. */
export const isCaption = (text: string): boolean => text.length <= longestCaption && captionStart.test(text);

/** Numbers the blocks and the tables, sets the path of headings of each and the caption of each table. */
export function finishBlocks(drafts: readonly Draft[]): Block[] {
  const blocks: Block[] = [];
  const path: { level: number; text: string }[] = [];
  let tables = 0;
  let above = "";
  for (const [index, d] of drafts.entries()) {
    if (d.kind === "heading") while ((path.at(-1)?.level ?? 0) >= d.level) path.pop();
    const headings = path.map((heading) => heading.text);
    let table: SourceTable | null = null;
    if (d.rows) {
      table = { number: ++tables, caption: d.caption || above || (headings.at(-1) ?? ""), rows: d.rows };
    } else if (isCaption(d.text) || (d.text.length <= longestCaption && drafts[index + 1]?.rows)) {
      above = d.text;
    } else above = "";
    blocks.push({
      index,
      kind: d.kind,
      level: d.level,
      label: d.label,
      text: d.text,
      page: d.page,
      line: d.line,
      headings,
      table,
    });
    if (d.kind === "heading") path.push({ level: d.level, text: d.text });
  }
  return blocks;
}
