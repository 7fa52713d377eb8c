import type { SourceTableRow } from "../model/document.ts";
import { fold, partsIfSeveral } from "./draft.ts";
import { htmlParts } from "./html-cells.ts";
import type { Line } from "./text-lines.ts";

/** Wider tables are left ragged, so that one enormous row cannot swell the others. */
const mostColumns = 200;

type TextTable = { rows: SourceTableRow[]; end: number };

const isPiped = (line: Line): boolean => /^\s*\|/.test(line.text) && line.text.indexOf("|", line.text.indexOf("|") + 1) > 0;
const isParted = (line: Line): boolean =>
  line.kind !== "blank" && line.kind !== "heading" && line.kind !== "bullet" && / \| /.test(line.whole) && !isPiped(line);
const partsOf = (line: Line | undefined): number => (line && isParted(line) ? pipedCells(line.whole).length : 0);
/** Cells set apart by pipes without a frame: two lines at least, of as many cells, since one alone is often a heading. */
const opensParted = (lines: readonly Line[], start: number): boolean => {
  const width = partsOf(lines[start]);
  return width > 1 && width === partsOf(isRuled(lines[start + 1]) ? lines[start + 2] : lines[start + 1]);
};
const isRuled = (line: Line | undefined): boolean =>
  line !== undefined && /^[\s:|+-]*-[\s:|+-]*$/.test(line.whole) && line.whole.includes("|");
const isTabbed = (line: Line): boolean => line.kind !== "blank" && /[^\t ][ ]*\t|^\t+ *[^\t ]/.test(line.whole);
const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^\s*:?-{1,}:?\s*$/.test(cell));

function row(cells: readonly string[], line: Line): SourceTableRow {
  const parts = cells.map((cell) => htmlParts(cell));
  return {
    cells: parts.map((part) => part.join(" ")),
    raw: fold(line.whole),
    line: line.line,
    page: line.page,
    ...partsIfSeveral(parts),
  };
}

function pipedCells(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replace(/\\\|/g, "|"));
}

/** Drops rows without any text; rows that lack cells at their end are filled up. */
function tidy(rows: readonly SourceTableRow[]): SourceTableRow[] {
  const filled = rows.filter((r) => r.cells.some((cell) => cell !== ""));
  const width = filled.reduce((most, r) => Math.max(most, r.cells.length), 0);
  if (width > mostColumns) return filled;
  return filled.map((r) => {
    const missing = Array.from({ length: width - r.cells.length }, () => "");
    return missing.length === 0 ? r : { ...r, cells: [...r.cells, ...missing] };
  });
}

/**
 * The table that starts at a line, or null: rows between pipes, with or without a frame, or cells between tabs. A line of a
 * tabbed table that broke inside a cell goes on with that cell.
 */
export function readTextTable(lines: readonly Line[], start: number): TextTable | null {
  const first = lines[start];
  if (!first) return null;
  const test = isPiped(first)
    ? isPiped
    : isTabbed(first)
      ? isTabbed
      : opensParted(lines, start)
        ? (line: Line): boolean => isParted(line) || isRuled(line)
        : null;
  if (!test) return null;
  const rows: SourceTableRow[] = [];
  let end = start;
  for (let line = lines[end]; line && test(line); line = lines[++end]) {
    const cells = test === isTabbed ? line.whole.split("\t") : pipedCells(test === isPiped ? line.text : line.whole);
    if (test !== isTabbed && isRule(cells)) continue;
    rows.push(row(cells, line));
  }
  const kept = tidy(rows);
  return kept.length > 0 ? { rows: kept, end } : null;
}
