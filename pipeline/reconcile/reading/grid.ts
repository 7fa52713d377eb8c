import { findFigures, parseFigure } from "../../extract/grammar/numbers.ts";
import { parsePeriodText } from "../../extract/grammar/periods.ts";
import type { Block } from "../../model/document.ts";
import { decimalsOf } from "../numbers/rounding.ts";
import { parseBand } from "./band.ts";

export type CellUnit = "count" | "percent" | "gbp";

/** A cell of the body. `value` is null for words, symbols and blanks. */
export type Cell = {
  text: string;
  value: number | null;
  unit: CellUnit;
  decimals: number;
  /** "90 out of 116", or the two counts of "90/116". */
  share: { of: number; count: number } | null;
  /** The percentage of "96 (80.0%)", beside the count in `value`. */
  percent: { value: number; decimals: number } | null;
};

export type GridRow = { label: string; cells: Cell[]; raw: string; line: number | null; page: number | null };

/** A table with its headers told from its body. Column 0 holds the row labels. */
export type Grid = {
  block: Block;
  caption: string;
  /** Header rows as printed. */
  headers: readonly (readonly string[])[];
  /** One label a column, its header rows joined; "" for column 0 when nothing stands there. */
  columns: readonly string[];
  rows: readonly GridRow[];
};

/** "2023", "2023/24 %", "2024 (of 96)": a year with what stands under it is a heading still. */
const isYear = (text: string): boolean =>
  /^(?:at |% )?(?:19|20)\d{2}(?:[/–-]\d{2,4})?(?: ?\(?(?:%|per cent|£|(?:of|n ?=) ?\d[\d,]*)\)?)?$/iu.test(text.trim());

/** "£000", "£’000s": what a column is printed in, not the amount of nothing. */
const inThousands = /^£ ?['’]?000s?$/iu;

/** True for a cell that can only be a value, so that its row is no header. */
function isValue(text: string): boolean {
  const plain = text.trim();
  if (plain === "" || isYear(plain) || inThousands.test(plain)) return false;
  if (/^(?:n\/?a|[-–—*]|nil|c|x|z|low)$/i.test(plain)) return true;
  if (parseFigure(plain)) return true;
  return /^\d/.test(plain) && parsePeriodText(plain) === null && findFigures(plain).length > 0 && !/[A-Za-z]{4,}/.test(plain);
}

/** "Accommodation, 18, 19, 20, All": a row whose word stands over values names its columns, though numbers are among the names. */
function isNamed(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  const isWord = (cell: string): boolean => cell !== "" && !isValue(cell) && /^(?:\p{L}[\p{L} ]*|%|£)$/u.test(cell);
  const areBands = (cells: readonly string[]): boolean => cells.filter((cell) => parseBand(cell) !== null && /\D/u.test(cell)).length > 1;
  // "Area, 0–4, 5–9, 10–15" over counts.
  if (isWord(first[0] ?? "") && areBands(first.slice(1)) && below.length > 1 && !below.some((cells) => areBands(cells.slice(1))))
    return true;
  return (
    isWord(first[0] ?? "") &&
    first.some((cell, at) => at > 0 && isWord(cell) && below.length > 1 && below.every((cells) => isValue(cells[at] ?? "")))
  );
}

function countHeaders(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((cells) => cells.slice(1).some(isValue));
  if (first === -1) return Math.min(1, rows.length);
  if (first === 0) return isNamed(rows[0] ?? [], rows.slice(1)) ? 1 : 0;
  // A row with a label and nothing else is a heading inside the body, not a header.
  let headers = first;
  while (headers > 1 && rows[headers - 1]!.slice(1).every((cell) => cell.trim() === "")) headers--;
  return headers;
}

/** Labels of a header row, blanks under a spanning label filled from the left when another row follows. */
function spread(labels: readonly string[], width: number, fill: boolean): string[] {
  const out: string[] = [];
  for (let column = 0; column < width; column++) {
    const own = (labels[column] ?? "").trim();
    out.push(own === "" && fill && column > 1 ? (out[column - 1] ?? "") : own);
  }
  return out;
}

/** A heading of a stretch of time: "Q1", "March", "2021/22". */
export const isTime = (text: string): boolean =>
  /^(?:q(?:uarter)? ?[1-4]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\b/iu.test(text) ||
  parsePeriodText(text) !== null;

/** Headings that start over the labels because the corner was left out ("April, May, June" over four cells) move one to the right. */
function underCorner(labels: readonly string[], body: readonly (readonly string[])[], width: number): readonly string[] {
  const short = (labels[width - 1] ?? "") === "" && isTime(labels[0] ?? "");
  return short && body.some((cells) => isValue(cells[width - 1] ?? "")) && !body.some((cells) => isValue(cells[0] ?? ""))
    ? ["", ...labels.slice(0, width - 1)]
    : labels;
}

/** "(150)" under "Over (under) £000": accounts print what is below nothing in brackets. */
const inBrackets = /^\(£?[\d,.]+(?:m|k)?\)$/iu;
const ofAccounts = /£|\b(?:over|under|variance|variation|surplus|deficit|net|balance)\b/iu;

/** "52 (68.4%)": a count with its share in brackets. */
const countAndShare = /^([\d,]+) ?\(([\d.]+) ?%\)$/;

function readCell(text: string, header: string, label: string): Cell {
  const plain = text.replace(/\s+/g, " ").trim();
  const cell: Cell = { text: plain, value: null, unit: "count", decimals: 0, share: null, percent: null };
  const figure = /^[-–—]$/.test(plain) ? null : parseFigure(plain.replace(/^[+\-−–] ?(?=[\d£])/u, ""));
  const slash = /^(\d+) ?\/ ?(\d+)$/.exec(plain);
  if (slash && Number(slash[2]) >= Number(slash[1])) return { ...cell, share: { count: Number(slash[1]), of: Number(slash[2]) } };
  if (figure?.denominator != null && figure.numerator !== null) {
    return { ...cell, share: { count: figure.numerator, of: figure.denominator } };
  }
  if (figure && figure.valueHigh === null && figure.form === "digits" && figure.qualifier === "exact") {
    const asShare = figure.measure === "number" && /%|per ?cent/i.test(header) && !/number|count|change/i.test(header);
    const rowShare = figure.measure === "number" && /^%|%$|\(%\)|per ?cent/i.test(label);
    const negative = /^[-−–]/.test(plain) || (inBrackets.test(plain) && ofAccounts.test(header)) ? -1 : 1;
    const unit: CellUnit | null =
      figure.measure === "percent" || asShare || rowShare
        ? "percent"
        : figure.measure === "gbp"
          ? "gbp"
          : figure.measure === "number"
            ? "count"
            : null;
    return unit ? { ...cell, value: figure.value * negative, unit, decimals: decimalsOf(plain) } : cell;
  }
  const pair = countAndShare.exec(plain);
  if (pair) {
    return { ...cell, value: Number(pair[1]!.replaceAll(",", "")), percent: { value: Number(pair[2]), decimals: decimalsOf(pair[2]!) } };
  }
  return cell;
}

export function readGrid(block: Block): Grid {
  const table = block.table;
  if (!table) throw new Error("A grid is read from a block that holds a table");
  const printed = table.rows.map((row) => row.cells.map((cell) => cell.replace(/\s+/g, " ").trim()));
  const headerCount = countHeaders(printed);
  const [only, ...others] = printed.slice(headerCount);
  // "Plans due, Completed, % on time" over one row of numbers: nothing there is a label.
  const isBare = headerCount > 0 && only !== undefined && others.length === 0 && isValue(only[0] ?? "");
  const rows = isBare ? printed.map((cells) => ["", ...cells]) : printed;
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const headers = rows.slice(0, headerCount).map((labels) => underCorner(labels, rows.slice(headerCount), width));
  const spreads = headers.map((labels, level) => spread(labels, width, level < headerCount - 1));
  const columns = Array.from({ length: width }, (_, column) =>
    [...new Set(spreads.map((labels) => labels[column] ?? "").filter((label) => label !== ""))].join(" "),
  );
  // "Occasions (%)" over "52 (68.4%)" and a bare 81: the unit belongs to the bracket, so that the 81 is a count.
  const headed = columns.map((name, column) =>
    rows.slice(headerCount).some((cells) => countAndShare.test(cells[column] ?? "")) ? "" : name,
  );
  const body = table.rows.slice(headerCount).map((row, index): GridRow => {
    const cells = rows[headerCount + index] ?? [];
    const label = cells[0] ?? "";
    return {
      label,
      cells: Array.from({ length: width }, (_, column) => readCell(column === 0 ? "" : (cells[column] ?? ""), headed[column] ?? "", label)),
      raw: row.raw,
      line: row.line,
      page: row.page,
    };
  });
  return { block, caption: table.caption, headers, columns, rows: body };
}

export function placeOfRow(grid: Grid, row: GridRow | null, column = ""): string {
  const line = row?.line ?? grid.block.line;
  const page = row?.page ?? grid.block.page;
  return [
    page === null ? "" : `page ${page}`,
    line === null ? "" : `line ${line}`,
    `table "${grid.caption === "" ? (grid.block.table?.number ?? "") : grid.caption}"`,
    row === null || row.label === "" ? "" : `row "${row.label}"`,
    column === "" ? "" : `column "${column}"`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}
