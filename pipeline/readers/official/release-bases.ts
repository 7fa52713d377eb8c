import type { CsvProblem, CsvTable } from "../../core/csv.ts";
import type { OfficialSource } from "../../model/indicator.ts";
import type { Cell, Filters } from "./release-filters.ts";
import { parseFigure } from "./release-cells.ts";
import type { Feed } from "./release-columns.ts";

/** Cells of the separate rows that hold denominators ("Total all ages"), by row and place. */
export type Bases = {
  /** The base of a row that a source picked; null where the file gives none. */
  of(source: OfficialSource, cell: Cell): number | null;
  /** Rows that a source needs and that the file has for no place at all, such as "Total all ages". */
  absent(source: OfficialSource): string | null;
};

/** Where a row stands, as the file prints it. */
const rowPlace = (cell: Cell): string =>
  [cell("time_period"), cell("geographic_level"), cell("region_code"), cell("old_la_code"), cell("new_la_code")].join("|");

const baseKey = (column: string, where: Readonly<Record<string, string>>): string => JSON.stringify([column, where]);

/** Looks a whole file through for the denominators that its sources name. Two rows for one base are a problem. */
export function readBases(table: CsvTable, feeds: readonly Feed[], { cellsOf, picks }: Filters, problems: CsvProblem[]): Bases {
  const wanted = new Map<
    string,
    { column: string; where: Readonly<Record<string, string>>; values: Map<string, { value: number | null; line: number }> }
  >();
  for (const {
    source: { denominator },
  } of feeds) {
    if (!denominator || typeof denominator === "string") continue;
    const { column, where } = denominator;
    wanted.set(baseKey(column, where), { column, where, values: new Map() });
  }
  for (const { line, cells } of table.rows) {
    const cell = cellsOf(cells);
    for (const { column, where, values } of wanted.values()) {
      if (!picks(where, cell)) continue;
      const place = rowPlace(cell);
      const earlier = values.get(place);
      const figure = parseFigure(cell(column));
      if (earlier) problems.push({ line, column: "", message: `the same base stands on line ${earlier.line}` });
      else if (!figure) problems.push({ line, column, message: `expected a number or a symbol, found "${cell(column)}"` });
      else values.set(place, { value: figure.value, line });
    }
  }
  const find = ({ denominator }: OfficialSource) =>
    denominator && typeof denominator !== "string" ? wanted.get(baseKey(denominator.column, denominator.where)) : undefined;
  return {
    of: (source, cell) => find(source)?.values.get(rowPlace(cell))?.value ?? null,
    absent: (source) => {
      const base = find(source);
      return base && base.values.size === 0 ? Object.values(base.where).join(", ") : null;
    },
  };
}
