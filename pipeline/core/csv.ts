import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { byKey } from "./sort.ts";
import type { Field, Fields, RowOf, TableSchema } from "./table-schema.ts";

/** A defect of a CSV file at its place. Lines count from 1, the header included; column is "" for a whole line. */
export type CsvProblem = { line: number; column: string; message: string };
export type CsvRow = { line: number; cells: string[] };
/** Cells as they stand, trimmed; every row has as many cells as the header. Rows that had not are problems. */
export type CsvTable = {
  header: string[];
  rows: CsvRow[];
  problems: CsvProblem[];
  /** True where no row could be told from the next. */ isBroken: boolean;
};

/** Reads CSV with a header. A byte-order mark, CRLF and blank lines are accepted. Never throws. */
export function parseCsv(text: string): CsvTable {
  const problems: CsvProblem[] = [];
  const table: CsvTable = { header: [], rows: [], problems, isBroken: false };
  type Read = { record: string[]; info: { lines: number } };
  let read: Read[];
  try {
    read = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Read[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error["lines"] === "number" ? error["lines"] : 1;
    problems.push({ line, column: "", message: csvFault(error) });
    // The header alone still says what the file was meant to be.
    table.header = headerOf(text);
    table.isBroken = true;
    return table;
  }
  const [head, ...body] = read;
  if (!head) {
    problems.push({ line: 1, column: "", message: "the file is empty; expected a header line" });
    return table;
  }
  table.header = head.record;
  for (const { record, info } of body) {
    if (record.length !== head.record.length) {
      const message = `expected ${head.record.length} cells, found ${record.length}`;
      problems.push({ line: info.lines, column: "", message });
    } else table.rows.push({ line: info.lines, cells: record });
  }
  return table;
}

function headerOf(text: string): string[] {
  const [first = ""] = text.replace(/^\ufeff/, "").split(/\r?\n/, 1);
  return first.includes('"') ? [] : first.split(",").map((cell) => cell.trim());
}

function csvFault(error: CsvError): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return "a quotation mark is opened and never closed: the file may be cut off";
  if (error.code === "INVALID_OPENING_QUOTE" || error.code === "CSV_INVALID_CLOSING_QUOTE") {
    return "a quotation mark stands inside a cell that is not quoted";
  }
  return "the line cannot be read as CSV";
}

/** A plain decimal number, with optional sign and thousands left out; null for anything else. */
export function parseNumber(text: string): number | null {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

/**
 * Reads rows of a schema from CSV. Columns of the schema that the file lacks are problems unless
 * `optional` names them (they then stand at "" or null). Extra columns are ignored. A row with a bad
 * cell is left out and reported. The second result holds the line of each row.
 */
export function parseTable<F extends Fields>(
  schema: TableSchema<F>,
  text: string,
  optional: readonly (keyof F & string)[] = [],
): { rows: RowOf<TableSchema<F>>[]; lines: number[]; problems: CsvProblem[] } {
  const { header, rows: raw, problems } = parseCsv(text);
  const rows: RowOf<TableSchema<F>>[] = [];
  const lines: number[] = [];
  if (header.length === 0) return { rows, lines, problems };
  const columns = Object.entries(schema.fields).map(([name, field]) => ({ name, field, at: header.indexOf(name) }));
  const missing = columns.filter((c) => c.at < 0 && !optional.includes(c.name));
  for (const { name } of missing) problems.push({ line: 1, column: name, message: "the column is missing" });
  if (missing.length > 0) return { rows, lines, problems };
  for (const { line, cells } of raw) {
    const row: Record<string, string | number | null> = {};
    let good = true;
    for (const { name, field, at } of columns) {
      const cell = at < 0 ? "" : (cells[at] ?? "");
      const value = parseCell(field, cell);
      if (value === undefined) {
        good = false;
        problems.push({ line, column: name, message: `expected ${expectation(field)}, found "${cell}"` });
      } else row[name] = value;
    }
    // The loop above filled every field of the schema with a cell of its type.
    if (good) {
      rows.push(row as RowOf<TableSchema<F>>);
      lines.push(line);
    }
  }
  return { rows, lines, problems };
}

function parseCell(field: Field<unknown>, cell: string): string | number | null | undefined {
  if (field.type === "number" || field.type === "integer") {
    if (cell === "") return null;
    const value = parseNumber(cell);
    return value === null || (field.type === "integer" && !Number.isInteger(value)) ? undefined : value;
  }
  if (field.values && !field.values.includes(cell)) return undefined;
  if (field.type === "date" && cell !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(cell)) return undefined;
  return cell;
}

function expectation(field: Field<unknown>): string {
  if (field.values) return `one of ${field.values.map((value) => value || "(empty)").join(", ")}`;
  return { string: "text", number: "a number", integer: "a whole number", date: "a date such as 2025-03-31" }[field.type];
}

/**
 * Writes rows of a schema as CSV: header, LF, UTF-8, sorted by the schema's key by code unit, numbers in
 * their shortest form, "" for null, and text that a spreadsheet would run made harmless by an apostrophe
 * before it, which reading does not take off again. The rows given are not changed.
 */
export function formatTable<F extends Fields>(schema: TableSchema<F>, rows: readonly RowOf<TableSchema<F>>[]): string {
  return formatCsv(Object.keys(schema.fields), byKey(rows, schema.key));
}

/** The lines of a table without its header, sorted by its key: a part of a table that is too long to hold as rows. */
export function formatTableLines<F extends Fields>(schema: TableSchema<F>, rows: readonly RowOf<TableSchema<F>>[]): string {
  const columns = Object.keys(schema.fields);
  const records = byKey(rows, schema.key).map((row) =>
    columns.map((column) => formatCell((row as Readonly<Record<string, unknown>>)[column])),
  );
  return records.length === 0 ? "" : stringify(records, { record_delimiter: "\n" });
}

/** Writes rows as CSV in the order given, for files that no schema describes (a chart's data). */
export function formatCsv<R extends Readonly<Record<string, unknown>>>(columns: readonly (keyof R & string)[], rows: readonly R[]): string {
  const records = rows.map((row) => columns.map((column) => formatCell(row[column])));
  return stringify([[...columns], ...records], { record_delimiter: "\n" });
}

function formatCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return formatPlainNumber(value);
  const text = String(value);
  // A spreadsheet would run such a cell as a formula; an apostrophe makes it text again.
  return /^[=+\-@\t\r]/.test(text) && parseNumber(text) === null ? `'${text}` : text;
}

/** A cell as it was before formatCsv or a spreadsheet put the apostrophe before it. */
export const withoutApostrophe = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, "");

/** Shortest decimal form that reads back to the same number, never with an exponent; "" for what is not finite. */
export function formatPlainNumber(value: number): string {
  if (!Number.isFinite(value)) return "";
  const shortest = String(value === 0 ? 0 : value);
  if (!shortest.includes("e")) return shortest;
  const [digits = "", power = "0"] = shortest.split("e");
  const [whole = "", fraction = ""] = digits.replace("-", "").split(".");
  const sign = value < 0 ? "-" : "";
  const shift = Number(power);
  return shift < 0 ? `${sign}0.${"0".repeat(-shift - 1)}${whole}${fraction}` : `${sign}${whole}${fraction.padEnd(shift, "0")}`;
}
