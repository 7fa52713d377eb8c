import type { SourceTableRow } from "../model/document.ts";
import { fold } from "./draft.ts";
import { lineText, type PdfLine, type Segment } from "./pdf-lines.ts";

type Column = { left: number; right: number };

const overlap = (a: Column, b: Column): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);

/** Columns of the line with most segments, widened by the segments of the others that fall in one alone. */
function columnsOf(lines: readonly PdfLine[]): Column[] {
  const widest = lines.reduce((most, line) => (line.segments.length > most.segments.length ? line : most));
  const columns = widest.segments.map(({ left, right }) => ({ left, right }));
  for (const line of lines) {
    for (const segment of line.segments) {
      const touched = columns.filter((column) => overlap(column, segment) > 0);
      const [only] = touched;
      if (touched.length === 1 && only) {
        only.left = Math.min(only.left, segment.left);
        only.right = Math.max(only.right, segment.right);
      }
    }
  }
  return columns;
}

function columnOf(segment: Segment, columns: readonly Column[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [index, column] of columns.entries()) {
    const shared = overlap(column, segment);
    if (shared > most) [best, most] = [index, shared];
  }
  return best;
}

/** Whether two lines of several segments stand in the same columns. */
export function alignWith(a: PdfLine, b: PdfLine): boolean {
  const shared = b.segments.filter((segment) => a.segments.some((other) => Math.abs(other.left - segment.left) < 8 || Math.abs(other.right - segment.right) < 8 || overlap(other, segment) > 4));
  return shared.length >= Math.min(2, a.segments.length, b.segments.length);
}

/**
 * Rows of a table from its lines. A line close below another that fills no first column goes on
 * with the cells above it.
 */
export function gridRows(lines: readonly PdfLine[], leading: number): SourceTableRow[] {
  const columns = columnsOf(lines);
  const rows: { cells: string[]; raw: string[]; page: number; y: number }[] = [];
  for (const line of lines) {
    const cells = columns.map(() => "");
    for (const segment of line.segments) {
      const at = columnOf(segment, columns);
      cells[at] = fold(`${cells[at] ?? ""} ${segment.text}`);
    }
    const last = rows.at(-1);
    const close = last !== undefined && last.page === line.page && last.y - line.y < leading * 1.25;
    if (last && close && (cells[0] === "" || cells.filter((cell) => cell !== "").length === 1)) {
      last.cells = last.cells.map((cell, i) => fold(`${cell} ${cells[i] ?? ""}`));
      last.raw.push(lineText(line));
      last.y = line.y;
    } else rows.push({ cells, raw: [lineText(line)], page: line.page, y: line.y });
  }
  return rows.map(({ cells, raw, page }) => ({ cells, raw: fold(raw.join(" ")), line: null, page }));
}
