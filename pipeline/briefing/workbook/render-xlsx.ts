import { writeXlsx, type CellStyle, type WriteSheet } from "hucre/xlsx";

export type WorkbookCell = string | number | null;
/** `figure` names the figure of its row that every number of the column is; `isOwn` marks numbers that only the workbook gives. */
export type WorkbookColumn = {
  readonly head: string;
  readonly width: number;
  readonly format?: string;
  readonly figure?: string;
  readonly isOwn?: boolean;
};
/** The ids that a row rests on, its own first; none for notes. */
export type WorkbookRow = { readonly rests: readonly string[]; readonly cells: readonly WorkbookCell[] };
/** One worksheet that follows the Analysis Function's guidance: a title, lines of notes, then one table or none. */
export type Worksheet = {
  readonly name: string;
  readonly title: string;
  /** Below the title, a line a row; "#Sheet!A1|words" is a link inside the workbook. */
  readonly lines: readonly string[];
  readonly table: { readonly name: string; readonly columns: readonly WorkbookColumn[]; readonly rows: readonly WorkbookRow[] } | null;
};

const title: CellStyle = { font: { name: "Arial", size: 16, bold: true } };
const body: CellStyle = { font: { name: "Arial", size: 12 }, alignment: { vertical: "top", wrapText: false } };
const head: CellStyle = { font: { name: "Arial", size: 12, bold: true }, alignment: { vertical: "top", wrapText: true } };
const cell: CellStyle = { font: { name: "Arial", size: 12 }, alignment: { vertical: "top", wrapText: true } };
const link = /^#([^|]+)\|(.*)$/;

function writeSheet(sheet: Worksheet): WriteSheet {
  const { table } = sheet;
  const rows: WorkbookCell[][] = [[sheet.title], ...sheet.lines.map((line) => [link.exec(line)?.[2] ?? line])];
  const cells: NonNullable<WriteSheet["cells"]> = new Map([["0,0", { style: title }]]);
  sheet.lines.forEach((line, at) => {
    const location = link.exec(line)?.[1];
    cells.set(`${at + 1},0`, { style: body, ...(location && { hyperlink: { target: "", location } }) });
  });
  const first = rows.length;
  if (table) {
    rows.push(
      table.columns.map((column) => column.head),
      ...table.rows.map(({ cells: row }) => [...row]),
    );
    table.columns.forEach((column, at) => {
      cells.set(`${first},${at}`, { style: head });
      for (let row = 0; row < table.rows.length; row++) {
        const number = typeof table.rows[row]?.cells[at] === "number";
        cells.set(`${first + 1 + row},${at}`, {
          style: {
            ...cell,
            ...(number && column.format && { numFmt: column.format }),
            alignment: { vertical: "top", wrapText: true, horizontal: number ? "right" : "left" },
          },
        });
      }
    });
  }
  const lastColumn = String.fromCharCode(64 + (table?.columns.length ?? 1));
  return {
    name: sheet.name,
    rows,
    cells,
    columns: (table?.columns ?? [{ width: 100 }]).map(({ width }) => ({ width })),
    ...(table &&
      table.rows.length > 0 && {
        tables: [
          {
            name: table.name,
            range: `A${first + 1}:${lastColumn}${first + 1 + table.rows.length}`,
            columns: table.columns.map((column) => ({ name: column.head })),
            style: "TableStyleLight1",
            showRowStripes: false,
            showAutoFilter: false,
          },
        ],
      }),
    view: { showGridLines: true },
  };
}

/** The bytes of an accessible workbook; the same sheets and date give the same bytes. */
export async function renderXlsx(
  sheets: readonly Worksheet[],
  properties: { title: string; author: string; date: string },
): Promise<Uint8Array> {
  const at = new Date(`${properties.date}T00:00:00Z`);
  return writeXlsx({
    sheets: sheets.map(writeSheet),
    properties: { title: properties.title, creator: properties.author, lastModifiedBy: properties.author, created: at, modified: at },
    defaultFont: { name: "Arial", size: 12 },
  });
}
