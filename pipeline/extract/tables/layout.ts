import type { SourceTable, SourceTableRow } from "../../model/document.ts";
import { isPeriodCell, readCell } from "./cells.ts";

/** One stretch of a table under one heading: most tables have one, some start again with other columns. */
export type TablePart = {
  /** For each column, its headings from the top one down, as printed; [] for a column without. */
  heads: string[][];
  /** First column that holds values; those before it hold the row headings. */
  firstValue: number;
  rows: PartRow[];
};
export type PartRow = {
  /** Row heading as printed; "" when there is none. */
  head: string;
  /** The cells that make up the heading: "Immunisations", "England". */
  labels: string[];
  /** A line across the table above this row that holds for it; "" when none. */
  section: string;
  cells: string[];
  source: SourceTableRow;
};

/**
 * A second header row may hold cells only for the columns that a cell above it spans, as where the others
 * are joined down both rows: its cells are then put under those spans.
 */
function underSpans(above: readonly string[] | undefined, cells: string[]): string[] {
  if (!above || cells.length >= above.length || cells.includes("")) return cells;
  const spanned = above.flatMap((cell, column) => (column > 0 && (cell === "" || above[column + 1] === "") ? [column] : []));
  if (spanned.length !== cells.length) return cells;
  return above.map((_, column) => (spanned.includes(column) ? (cells[spanned.indexOf(column)] ?? "") : ""));
}

/** "Within 20 working days" over a column is what it counts; below the header it is a value. */
const timeLimit = /^(?:under|within|over|less than|more than) \d+ (?:(?:working|calendar|school) )?(?:days?|weeks?|months?)$/i;

type Kind = "blank" | "section" | "head" | "body";

/** Finds header rows (one or several, repeated, spanning), lines across the table, and row headings. */
export function layOut(table: SourceTable): TablePart[] {
  const parts: TablePart[] = [];
  let heads: string[][] = [];
  let body: { source: SourceTableRow; cells: string[]; section: string }[] = [];
  let section = "";
  const close = (): void => {
    const part = finishPart(heads, body);
    if (part) parts.push(part);
    body = [];
  };
  for (const source of table.rows) {
    const cells = source.cells.map((cell) =>
      cell
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    );
    const kind = kindOf(cells, heads.length > 0 || body.length > 0, body.length > 0);
    if (kind === "blank") continue;
    if (kind === "section") {
      section = cells.find((cell) => cell !== "") ?? "";
      continue;
    }
    if (kind === "body") {
      body.push({ source, cells, section });
      continue;
    }
    // A header printed again on the next page changes nothing; another one begins another part.
    if (body.length > 0) {
      if (heads.some((head) => head.join("|") === cells.join("|"))) continue;
      close();
      heads = [];
      section = "";
    }
    heads.push(underSpans(heads.at(-1), cells));
  }
  close();
  return parts;
}

function kindOf(cells: readonly string[], started: boolean, inBody: boolean): Kind {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0) return "blank";
  const rest = cells.slice(1).filter((cell) => cell !== "");
  const readings = rest.map(readCell);
  const values = rest.filter((cell, k) => readings[k]!.kind === "figures" && !isPeriodCell(cell) && (inBody || !timeLimit.test(cell)));
  if (values.length > 0) return "body";
  if (filled.length === 1) {
    // Alone in its row: a line across the table, unless it is a first heading over the others.
    return started && cells[0] !== "" ? "section" : cells[0] !== "" && cells.length > 1 ? "section" : "head";
  }
  if (rest.some((cell) => isPeriodCell(cell) || /\p{L}/u.test(cell) || cell === "%" || cell === "£")) {
    // Signs for "no value" between words are a row of the body that has nothing to say.
    const missing = readings.filter((reading, k) => reading.kind === "none" && rest[k] !== "").length;
    return missing > 0 && missing >= rest.length - missing && !rest.some(isPeriodCell) ? "body" : "head";
  }
  return readings.every((reading) => reading.kind === "none") ? "body" : "head";
}

function finishPart(
  heads: readonly string[][],
  body: readonly { source: SourceTableRow; cells: string[]; section: string }[],
): TablePart | null {
  if (body.length === 0) return null;
  const width = [...body.map((row) => row.cells), ...heads].reduce((most, cells) => Math.max(most, cells.length), 0);
  let firstValue = width;
  for (let column = 1; column < width && firstValue === width; column++) {
    const readings = body
      .map((row) => row.cells[column] ?? "")
      .filter((cell) => cell !== "")
      .map(readCell);
    if (
      readings.length > 0 &&
      readings.filter((reading) => reading.kind !== "words").length * 2 >= readings.length &&
      !isLabel(heads, column)
    )
      firstValue = column;
  }
  if (firstValue === width) return null;
  return {
    heads: Array.from({ length: width }, (_, column) => headsOf(heads, column, firstValue)),
    firstValue,
    rows: body.map(({ source, cells, section }) => {
      const labels = labelsOf(cells.slice(0, firstValue));
      return { source, cells, section, labels, head: labels.join(" ") };
    }),
  };
}

/** The cells of a row heading that say what is counted: not its code ("CP12"), and not which way is good. */
function labelsOf(cells: readonly string[]): string[] {
  const printed = cells.filter((cell) => /\p{L}|\d/u.test(cell));
  const said = printed.filter(
    (cell, k) =>
      (k > 0 || (/\p{L}{2}/u.test(cell) && !/^(?!NI)[A-Z]{1,5}[ ./-]?\d{1,3}(?:\.\d{1,2})?[a-z]?$/.test(cell))) &&
      !(k > 0 && /^(?:low(?:er)?|high(?:er)?|bigger|smaller|up|down)(?: is (?:better|good))?$/i.test(cell)),
  );
  return printed.length === 1 || said.length === 0 ? printed : said;
}

/** "Item", "Ref", "No." alone over a column: numbers of rows, not figures. Under a year "No." is a count. */
function isLabel(heads: readonly string[][], column: number): boolean {
  const over = headsOf(heads, column, 1);
  return over.length === 1 && /^(?:item|ref(?:erence)?|no\.?|#|page(?: nos?\.?| numbers?)?|date|year end(?:ing)?)$/i.test(over[0] ?? "");
}

/** Headings over a column, top first. In all but the last header row an empty cell is under the one to its left. */
function headsOf(heads: readonly string[][], column: number, firstValue: number): string[] {
  const found: string[] = [];
  for (const [k, row] of heads.entries()) {
    let at = column;
    const spans = k < heads.length - 1;
    while (spans && at > firstValue && (row[at] ?? "") === "" && column >= firstValue) at--;
    const head = row[at] ?? "";
    if (head !== "" && found.at(-1) !== head) found.push(head);
  }
  return found;
}
