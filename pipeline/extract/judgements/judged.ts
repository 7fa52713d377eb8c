import type { Block } from "../../model/document.ts";

/** A grade that a document gives to an area, before anything is known of which inspection gave it. */
export type Judged = {
  /** Index of the block in which it starts. */
  block: number;
  /** The area as printed, without numbering and grade. */
  area: string;
  grade: 1 | 2 | 3 | 4;
  /** Verbatim words of the document but for white space. */
  quote: string;
  /** Row and column of a table; "" elsewhere. */
  row: string;
  column: string;
  table: string;
  page: number | null;
  /** How it is stated: a list, table or heading states it; a sentence may restate it. */
  form: "listing" | "sentence";
  /** Words near it that may date the inspection; "" when it is of this document's own inspection. */
  dated: string;
  subject: string;
};

/** A judgement that starts in a block, with what all forms share. */
export function judgedIn(block: Block, fields: Pick<Judged, "area" | "grade" | "quote"> & Partial<Judged>): Judged {
  return {
    block: block.index,
    row: "",
    column: "",
    table: block.table ? block.table.caption || `Table ${block.table.number}` : "",
    page: block.page,
    form: "listing",
    dated: "",
    subject: "local",
    ...fields,
  };
}

/** The name of an area as printed, without numbers before it, marks of formatting and signs at its ends. */
export function tidyArea(text: string): string {
  return text
    .replace(/[*_|]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:[-•◼▪●]\s*)?(?:\d+(?:\.\d+)*[.)]?\s+)?/, "")
    .replace(/[\s:–—-]+$/, "")
    .trim();
}
