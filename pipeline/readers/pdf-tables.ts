import type { SourceTableRow } from "../model/document.ts";
import { addAll, partsIfSeveral, tableDraft } from "./draft.ts";
import type { Styled } from "./pdf-headings.ts";
import { endsSentence, isGrade } from "./text-signs.ts";

/** Cells of a row, each with the blocks that stand in it. */
export type TaggedRow = Styled[][];

const longestSpanningRow = 400;
const longestHeadingCell = 40;

const filledCells = (row: TaggedRow): number => row.filter((cell) => cell.length > 0).length;
const textOf = (cell: readonly Styled[]): string => cell.map(withLabel).join(" ");
const withLabel = (d: Styled): string => (d.label === "" ? d.text : `${d.label}${/\./.test(d.label) ? "" : "."} ${d.text}`);

/** A number or a bullet in a cell of its own before a paragraph: a table that only lays out a list. */
function isLayoutRow(row: TaggedRow): boolean {
  const filled = row.filter((cell) => cell.length > 0);
  const [first, second] = filled;
  if (filled.length <= 1) return true;
  if (filled.length > 2 || !first || !second) return false;
  const text = textOf(second);
  return /^(?:\d{1,3}[.)]?|[^A-Za-z0-9]{1,2})$/.test(textOf(first)) && (text.length > 25 || endsSentence(text));
}

function flatten(row: TaggedRow): Styled[] {
  const filled = row.filter((cell) => cell.length > 0);
  const [first, second] = filled;
  if (!first) return [];
  const start = second?.[0];
  if (!second || !start) return first;
  const label = textOf(first).replace(/[.)]$/, "");
  const numbered = /^\d/.test(label);
  const opened: Styled = numbered ? { ...start, label, kind: "paragraph", level: 0 } : { ...start, kind: "list_item", level: 1 };
  return [opened, ...second.slice(1)];
}

function tableRow(row: TaggedRow, page: number): SourceTableRow {
  const cells = row.map(textOf);
  const parts = row.map((cell) => (cell.length > 0 ? cell.map(withLabel) : [""]));
  return { cells, raw: cells.filter((cell) => cell !== "").join(" "), line: null, page, ...partsIfSeveral(parts) };
}

/**
 * A table that only names a part of the report and its judgement heads that part: one row, or one
 * below the headings "Key judgement" and "Judgement grade".
 */
export function isGradedHeading(rows: readonly SourceTableRow[]): boolean {
  const [first = "", second = "", ...rest] = rows.at(-1)?.cells.filter((cell) => cell !== "") ?? [];
  const headed = rows.length === 1 || (rows.length === 2 && /^(?:key )?judgement/i.test(rows[0]?.cells[0] ?? ""));
  return headed && rest.length === 0 && first.length > 10 && first.length < 160 && isGrade(second);
}

/**
 * Tells tables from layout. Rows with one filled cell at the edges of a table are text (reports of
 * 2017 wrap whole pages in a table); between rows of several cells a short one is a heading within
 * the table and stays.
 */
export function splitTable(rows: readonly TaggedRow[], page: number): Styled[] {
  const found: Styled[] = [];
  const isText = (index: number): boolean => {
    const row = rows[index];
    if (!row) return true;
    if (!isLayoutRow(row)) return false;
    if (filledCells(row) > 1) return true;
    const inside = rows.slice(0, index).some((r) => !isLayoutRow(r)) && rows.slice(index + 1).some((r) => !isLayoutRow(r));
    const length = textOf(row.find((cell) => cell.length > 0) ?? []).length;
    const outsideFirst = row[0]?.length === 0 && (row.length > 2 || length < longestHeadingCell);
    return !(inside || outsideFirst) || length > longestSpanningRow;
  };
  let table: SourceTableRow[] = [];
  let opening: Styled | undefined;
  const flush = (): void => {
    if (opening && isGradedHeading(table)) found.push({ ...opening, kind: "heading", level: 0, graded: true });
    if (table.length > 0) found.push({ ...tableDraft(table, { page }), size: 0, strong: false, tagged: false });
    table = [];
  };
  for (const [index, row] of rows.entries()) {
    if (isText(index)) {
      flush();
      addAll(found, flatten(row));
    } else {
      opening = row.find((cell) => cell.length > 0)?.[0];
      table.push(tableRow(row, page));
    }
  }
  flush();
  return found;
}
