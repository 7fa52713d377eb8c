import { drawMark, markAdvance, markRise, type MarkName } from "../marks.ts";
import { moveInk, moveMarks, piece, rule, type Box, type Ink, type Mark, type Piece, type Tag } from "../ink.ts";
import type { Span } from "../span.ts";
import { baselineIn, ink, page, type as roles, type TextStyle } from "../style.ts";
import { breakLines, setLines, widthOf } from "./lines.ts";

/** One line or paragraph of a cell, or a small picture. */
export type CellPart =
  | {
      readonly spans: readonly Span[];
      readonly style: TextStyle;
      /** Drawn before the first line; the text moves right of it. */
      readonly mark?: MarkName;
      /** Hangs to the right of right-aligned figures: the "=" of a tied rank. */
      readonly hang?: string;
    }
  | {
      readonly picture: readonly Ink[];
      readonly width: number;
      readonly height: number;
      readonly alt: string;
      readonly rests: readonly string[];
    };
export type Cell = readonly CellPart[];

export type Column = {
  readonly head: string;
  readonly width: number;
  readonly align: "left" | "right";
  /** Space at the left of the column that its text leaves free. */
  readonly gap?: number;
  /** The column's cells name their row. */
  readonly names?: boolean;
};
export type Row =
  | { readonly kind: "row"; readonly cells: readonly Cell[] }
  /** A heading across the table, with words in grey after it. */
  | { readonly kind: "group"; readonly title: string; readonly remark: string; readonly rests: readonly string[] };

export type Table = {
  readonly key: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly headStyle?: TextStyle;
  readonly padding?: number;
  /** Room that text columns keep free at their right; 8 unless the columns' widths already do. */
  readonly gutter?: number;
  readonly before?: number;
};

type SetCell = { readonly marks: Mark[]; readonly height: number };

const partWidth = (column: Column, gutter = 0): number => column.width - (column.gap ?? 0) - (column.align === "left" ? gutter : 0);

function setCell(cell: Cell, column: Column, x: number, path: readonly Tag[], gutter: number): SetCell {
  const marks: Mark[] = [];
  let y = 0;
  const left = x + (column.gap ?? 0);
  const several = cell.length > 1;
  cell.forEach((part, at) => {
    if ("picture" in part) {
      const box: Box = { x: x + column.width - part.width, y: y + 1, width: part.width, height: part.height };
      const tag: Tag = { key: `${path.at(-1)?.key ?? ""}/figure`, tag: "Figure", alt: part.alt, rests: part.rests, box };
      marks.push({ path: [...path, tag], inks: part.picture.map((one) => moveInk(one, box.x, box.y)) });
      y += part.height + 2;
      return;
    }
    const { style } = part;
    const inset = part.mark ? markAdvance : 0;
    const width = partWidth(column, gutter) - inset - (part.hang === undefined ? 0 : 7);
    const lines = breakLines(part.spans, width, style);
    if (part.mark) marks.push({ path: [], inks: drawMark(part.mark, left + 5.5, y + baselineIn(style) - markRise) });
    const place = { x: left + inset, y, width, align: column.align };
    const inside: readonly Tag[] = several ? [...path, { key: `${path.at(-1)?.key ?? ""}/p${at}`, tag: "P" }] : path;
    marks.push(...setLines(lines, place, style, inside));
    if (part.hang) {
      const width = widthOf(part.hang, style);
      const text = {
        kind: "text" as const,
        x: left + partWidth(column) - 7,
        y: y + baselineIn(style),
        width,
        text: part.hang,
        size: style.size,
        weight: style.weight,
        colour: style.colour,
        tracking: 0,
        rests: [],
      };
      marks.push({ path: inside, inks: [text] });
    }
    y += lines.length * style.line;
  });
  return { marks, height: y };
}

function setHead(table: Table, path: readonly Tag[], style: TextStyle): { marks: Mark[]; height: number } {
  const row: readonly Tag[] = [...path, { key: `${table.key}/head`, tag: "THead" }, { key: `${table.key}/head/row`, tag: "TR" }];
  const set = table.columns.map((column, at) => ({
    column,
    lines: column.head
      .split("\n")
      .flatMap((text) => breakLines([{ text }], partWidth(column) + (column.align === "left" ? 4 : at === 0 ? 0 : -3), style)),
    tag: { key: `${table.key}/head/${at}`, tag: "TH", scope: "Column" } satisfies Tag,
  }));
  const deepest = Math.max(...set.map(({ lines }) => lines.length));
  let x: number = page.left;
  const marks: Mark[] = [];
  for (const { column, lines, tag } of set) {
    const y = (deepest - lines.length) * style.line;
    const cell = setLines(lines, { x: x + (column.gap ?? 0), y, width: partWidth(column), align: column.align }, style, [...row, tag]);
    // A column without a printed head still has an element, so that every row has as many cells.
    marks.push(...(cell.length > 0 ? cell : [{ path: [...row, tag], inks: [] }]));
    x += column.width;
  }
  const height = deepest * style.line + 4;
  marks.push(rule(page.left, page.left + tableWidth(table), height - 0.5, 1, ink.text));
  return { marks, height };
}

const tableWidth = (table: Table): number => table.columns.reduce((sum, column) => sum + column.width, 0);

/**
 * Rows as pieces that never split. The head goes with the first row and is drawn again on every page
 * that the table goes on to; a group row stays with what follows it.
 */
export function layTable(table: Table, outer: readonly Tag[]): Piece[] {
  const path: readonly Tag[] = [...outer, { key: table.key, tag: "Table" }];
  const padding = table.padding ?? 3;
  const head = setHead(table, path, table.headStyle ?? roles.head);
  const width = tableWidth(table);
  const body: readonly Tag[] = [...path, { key: `${table.key}/body`, tag: "TBody" }];
  const pieces: Piece[] = [piece({ height: head.height, marks: head.marks, before: table.before ?? 0, keepWithNext: true })];
  table.rows.forEach((row, index) => {
    const key = `${table.key}/${index}`;
    const rowPath: readonly Tag[] = [...body, { key, tag: "TR" }];
    if (row.kind === "group") {
      const tag: Tag = { key: `${key}/group`, tag: "TH", scope: "Column", columnSpan: table.columns.length };
      const spans: Span[] = [
        { text: row.title, weight: "Semibold", colour: ink.blue, rests: row.rests },
        ...(row.remark ? [{ text: ` ${row.remark}`, colour: ink.grey, size: 10, rests: row.rests }] : []),
      ];
      const lines = breakLines(spans, width, roles.cell);
      const height = 5.5 + lines.length * roles.cell.line + 2;
      const marks = [
        ...setLines(lines, { x: page.left, y: 5.5 }, roles.cell, [...rowPath, tag]),
        rule(page.left, page.left + width, height, 0.5, ink.rule),
      ];
      pieces.push(piece({ height, marks, keepWithNext: true, head }));
      return;
    }
    let x: number = page.left;
    let tallest = 0;
    const marks: Mark[] = [];
    table.columns.forEach((column, at) => {
      const cellTag: Tag = column.names ? { key: `${key}/${at}`, tag: "TH", scope: "Row" } : { key: `${key}/${at}`, tag: "TD" };
      const set = setCell(row.cells[at] ?? [], column, x, [...rowPath, cellTag], at === table.columns.length - 1 ? 0 : (table.gutter ?? 8));
      const placed = set.marks.length > 0 ? set.marks : [{ path: [...rowPath, cellTag], inks: [] }];
      marks.push(...moveMarks(placed, 0, padding));
      tallest = Math.max(tallest, set.height);
      x += column.width;
    });
    const height = tallest + padding * 2;
    marks.push(rule(page.left, page.left + width, height, 0.5, ink.row));
    const first = index === 0 || table.rows[index - 1]?.kind === "group";
    const followed = table.rows[index + 1]?.kind === "row";
    // Neither a table nor a group goes on to a sheet with one row alone.
    const beforeLast = followed && table.rows[index + 2]?.kind !== "row";
    pieces.push(piece({ height, marks, keepWithNext: (first && followed) || beforeLast, head }));
  });
  return pieces;
}
