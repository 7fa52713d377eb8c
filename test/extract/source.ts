import type { Block, DocumentRow, SourceDocument } from "../../pipeline/model/document.ts";
import { readText } from "../../pipeline/readers/text.ts";

const empty = { document: "report.pdf", format: "pdf" as const, pages: null, sha256: "", title: "", blankPages: [] };

/** A document whose blocks are exactly these paragraphs, as a PDF reader may leave them. */
export function fromParagraphs(paragraphs: readonly string[]): SourceDocument {
  const blocks = paragraphs.map((text, index): Block => ({
    index,
    kind: "paragraph",
    level: 0,
    label: "",
    text,
    page: 1,
    line: null,
    headings: [],
    table: null,
  }));
  return { ...empty, blocks };
}

/** A document with one table, its rows as cells; raw rows are the cells joined by tabs. */
export function fromRows(caption: string, rows: readonly (readonly string[])[], above: readonly string[] = []): SourceDocument {
  const source = fromParagraphs([...above, rows.map((cells) => cells.join("\t")).join("\n")]);
  const block = source.blocks.at(-1)!;
  block.kind = "table";
  block.table = { number: 1, caption, rows: rows.map((cells) => ({ cells: [...cells], raw: cells.join("\t"), line: null, page: 1 })) };
  return source;
}

export function fromText(text: string): SourceDocument {
  return { ...empty, format: "txt", blocks: readText(text, false).blocks };
}

export function rowOf(fields: Partial<DocumentRow> = {}): DocumentRow {
  return {
    document: "report.pdf",
    title: "",
    kind: "inspection report",
    publisher: "Ofsted",
    authority_code: "E06000099",
    authority: "Barset",
    region: "",
    published: "2015-06-30",
    event_start: "2015-05-11",
    event_end: "2015-06-04",
    pages: 40,
    sha256: "",
    ...fields,
  };
}
