import type { SourceTableRow } from "../model/document.ts";
import { fold } from "./draft.ts";
import type { Line } from "./text-lines.ts";

type Columns = { start: number; end: number }[];

const longestLine = 400;
const mostLines = 400;
const gap = /\S {2,}\S/;

const isCandidate = (line: Line | undefined): line is Line =>
  line !== undefined &&
  line.kind !== "blank" &&
  line.kind !== "heading" &&
  line.kind !== "bullet" &&
  line.whole.length <= longestLine &&
  !line.whole.includes("\t");

/** Stretches of positions where some line has text. */
function columnsOf(filled: readonly boolean[]): Columns {
  const columns: Columns = [];
  let inside = false;
  for (const [at, on] of filled.entries()) {
    const last = columns.at(-1);
    if (on && inside && last) last.end = at + 1;
    else if (on) columns.push({ start: at, end: at + 1 });
    inside = on;
  }
  return columns;
}

/** Adds the positions where a line has text; a single space between words is text, two or more are a gap. */
function fill(filled: boolean[], whole: string): void {
  for (let at = 0; at < whole.length; at++) {
    const single = at > 0 && whole[at] === " " && whole[at - 1] !== " " && at + 1 < whole.length && whole[at + 1] !== " ";
    filled[at] = filled[at] === true || whole[at] !== " " || single;
  }
}

const cellsOf = (line: Line, columns: Columns): string[] => columns.map(({ start, end }) => fold(line.whole.slice(start, end)));
const filledOf = (cells: readonly string[]): number => cells.filter((cell) => cell !== "").length;

/** A line of strokes under each heading: it parts the rows and says nothing. */
const isRuled = (cells: readonly string[]): boolean =>
  filledOf(cells) > 1 && cells.every((cell) => cell === "" || /^[-=_–—─]{3,}$/u.test(cell));

/** A line that goes on with a cell of the row above: one cell, in lower case. */
function isWrapped(cells: readonly string[]): boolean {
  return filledOf(cells) === 1 && /^[a-z(]/.test(cells.find((cell) => cell !== "") ?? "");
}

/**
 * The table of cells set apart by runs of spaces that starts at a line, or null: at least two lines
 * share a gap of two columns or more from top to bottom, and most have text on both sides of it.
 */
export function readAlignedTable(lines: readonly Line[], start: number): { rows: SourceTableRow[]; end: number } | null {
  const first = lines[start];
  if (!isCandidate(first) || !gap.test(first.whole.trim())) return null;
  const filled: boolean[] = [];
  let columns: Columns = [];
  let end = start;
  let spaced = 0;
  for (let line = lines[end]; isCandidate(line) && end - start < mostLines; line = lines[++end]) {
    // Prose with a stray double space is given up early, so that no line is looked at hundreds of times.
    if (gap.test(line.whole.trim())) spaced++;
    if (spaced * 2 < end - start) break;
    const trial = filled.slice();
    fill(trial, line.whole.trimEnd());
    const now = columnsOf(trial);
    if (now.length < 2) break;
    filled.splice(0, filled.length, ...trial);
    columns = now;
  }
  const taken = lines.slice(start, end);
  const grid = taken.map((line) => cellsOf(line, columns));
  const broad = grid.filter((cells) => filledOf(cells) >= 2).length;
  if (end - start < 2 || broad < 2 || broad < taken.length * 0.6) return null;
  const rows: SourceTableRow[] = [];
  for (const [i, cells] of grid.entries()) {
    const line = taken[i];
    const last = rows.at(-1);
    if (!line) continue;
    if (isRuled(cells)) continue;
    const raw = fold(line.whole);
    if (last && isWrapped(cells)) {
      last.cells = last.cells.map((cell, k) => fold(`${cell} ${cells[k] ?? ""}`));
      last.raw = `${last.raw} ${raw}`;
    } else rows.push({ cells, raw, line: line.line, page: line.page });
  }
  return rows.length < 2 ? null : { rows, end };
}
