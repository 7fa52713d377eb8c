import type { SourceTableRow } from "../model/document.ts";
import { fold } from "./draft.ts";
import { lineText, type PdfLine, type Segment } from "./pdf-lines.ts";

type Column = { left: number; right: number };

const overlap = (a: Column, b: Column): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);

/** Bands that no text of the lines crosses. */
function bandsOf(lines: readonly PdfLine[]): Column[] {
  const segments = lines.flatMap((line) => line.segments).sort((a, b) => a.left - b.left);
  const bands: Column[] = [];
  for (const { left, right } of segments) {
    const last = bands.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else bands.push({ left, right });
  }
  return bands;
}

/**
 * Bands of the lines, or where a heading over several columns hides some, the columns of the line with
 * most segments, widened by the segments of the others that fall in one alone.
 */
function columnsOf(lines: readonly PdfLine[]): Column[] {
  const widest = lines.reduce((most, line) => (line.segments.length > most.segments.length ? line : most));
  const bands = bandsOf(lines);
  if (bands.length >= widest.segments.length) return bands;
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
  const shared = b.segments.filter((segment) =>
    a.segments.some(
      (other) => Math.abs(other.left - segment.left) < 8 || Math.abs(other.right - segment.right) < 8 || overlap(other, segment) > 4,
    ),
  );
  return shared.length >= Math.min(2, a.segments.length, b.segments.length);
}

/** Lines closer than a line's height that stand side by side: cells centred against each other. */
export function interleaves(above: PdfLine, line: PdfLine, leading: number): boolean {
  const [small, large] = [Math.min(above.size, line.size), Math.max(above.size, line.size)];
  return small > large * 0.8 && above.y - line.y < leading * 0.8 && (above.right <= line.left || line.right <= above.left);
}

type Cell = { column: number; top: number; foot: number; texts: string[]; page: number };

/** Cells of a table whose cells are centred: lines of a column closer than a row make a cell, cells at one height a row. */
function centredRows(lines: readonly PdfLine[], leading: number): SourceTableRow[] {
  const columns = columnsOf(lines);
  const cells: Cell[] = [];
  const open = new Map<number, Cell>();
  for (const line of lines) {
    for (const segment of line.segments) {
      const column = columnOf(segment, columns);
      const cell = open.get(column);
      if (cell && cell.foot - line.y < leading * 1.2) {
        cell.texts.push(segment.text);
        cell.foot = line.y;
      } else {
        const started: Cell = { column, top: line.y, foot: line.y, texts: [segment.text], page: line.page };
        open.set(column, started);
        cells.push(started);
      }
    }
  }
  const middle = (cell: Cell): number => (cell.top + cell.foot) / 2;
  const rows: Cell[][] = [];
  for (const cell of cells.sort((a, b) => middle(b) - middle(a) || a.column - b.column)) {
    const row = rows.at(-1);
    const beside = row?.every((other) => other.column !== cell.column && Math.abs(middle(other) - middle(cell)) < leading * 0.8);
    if (row && beside) row.push(cell);
    else rows.push([cell]);
  }
  return rows.map((row) => {
    const texts = columns.map((_, column) => fold(row.find((cell) => cell.column === column)?.texts.join(" ") ?? ""));
    return { cells: texts, raw: fold(texts.join(" ")), line: null, page: row[0]?.page ?? null };
  });
}

/**
 * Rows of a table from its lines. A line close below another that fills no first column goes on
 * with the cells above it.
 */
export function gridRows(lines: readonly PdfLine[], leading: number): SourceTableRow[] {
  const above = (i: number): PdfLine | undefined => lines[i - 1];
  if (lines.some((line, i) => interleaves(above(i) ?? line, line, leading))) return centredRows(lines, leading);
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
    const inSmall = cells.every((cell) => cell === "" || /^[a-z]/.test(cell));
    if (last && close && (inSmall || cells[0] === "" || cells.filter((cell) => cell !== "").length === 1)) {
      last.cells = last.cells.map((cell, i) => fold(`${cell} ${cells[i] ?? ""}`));
      last.raw.push(lineText(line));
      last.y = line.y;
    } else rows.push({ cells, raw: [lineText(line)], page: line.page, y: line.y });
  }
  return rows.map(({ cells, raw, page }) => ({ cells, raw: fold(raw.join(" ")), line: null, page }));
}
