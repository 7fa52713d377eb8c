import { withoutSpaces } from "../core/hash.ts";
import { date, defineTable, integer, text, type RowOf } from "../core/table-schema.ts";

/** What is known of a document as a whole. */
export const documents = defineTable({
  name: "documents",
  description: "Documents that were read",
  key: ["document"],
  fields: {
    document: text("File name, which identifies the document"),
    title: text("Title as printed"),
    kind: text("inspection report, focused visit, panel papers, council report or other"),
    publisher: text("Publisher"),
    authority_code: text("ONS code of the authority it is about; empty when none was found"),
    authority: text("Name of that authority"),
    region: text("Region in which it lies, as the register names it; empty when unknown"),
    published: date("Date of publication (of the meeting, for papers); empty when not found"),
    event_start: date("First day of the inspection, visit or period reported on"),
    event_end: date("Last day of the same"),
    pages: integer("Pages, where the format has pages"),
    sha256: text("SHA-256 of the file"),
  },
});
export type DocumentRow = RowOf<typeof documents>;

/** The id by which other tables name a document where its name may hold spaces. */
export const documentRef = (document: string): string => withoutSpaces(`document:${document}`);

/** One table of a document. Cells are plain text; row and column numbers count from 1, header rows first. */
export type SourceTable = {
  /** Position among the document's tables, from 1. */
  number: number;
  /** The caption or the nearest heading or line above that names it; "" when none. */
  caption: string;
  rows: SourceTableRow[];
};
export type SourceTableRow = {
  cells: string[];
  /** The row as it stands in the file (white space folded), for quotes. */
  raw: string;
  line: number | null;
  page: number | null;
  /** Paragraphs of each cell, where the format tells them apart; joined by spaces they are the cells. */
  parts?: string[][];
};

export type Block = {
  /** Position in the document, from 0. */
  index: number;
  kind: "heading" | "paragraph" | "list_item" | "table";
  /** 1 to 6 for headings, nesting depth from 1 for list items, 0 otherwise. */
  level: number;
  /** Number printed before the paragraph ("92", "4.1"); "" when none. Not part of text, unless it landed inside it. */
  label: string;
  /** White space folded to single spaces; for a table, its raw rows joined by line feeds. */
  text: string;
  page: number | null;
  /** Line of the file on which it starts, from 1, for text formats. */
  line: number | null;
  /** Texts of the headings above it, outermost first. */
  headings: string[];
  table: SourceTable | null;
};

/** Formats of documents that can be read, each by its usual extension. */
export type Format = "txt" | "md" | "html" | "docx" | "pdf";

/** A document after reading: the same shape whatever the format. */
export type SourceDocument = {
  /** File name with its extension. */
  document: string;
  format: Format;
  pages: number | null;
  sha256: string;
  /** Bookkeeping of the file itself (PDF Info title, HTML title); "" when none. */
  title: string;
  blocks: Block[];
  /** Pages with no text at all, so that someone may try OCR. */
  blankPages: number[];
};
