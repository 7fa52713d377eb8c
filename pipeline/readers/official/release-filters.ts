import { foldFilter } from "./release-cells.ts";

/** A cell of one row, by column; "" for a column that the file lacks. */
export type Cell = (column: string) => string;

export type Filters = {
  cellsOf(cells: readonly string[]): Cell;
  /** Whether a row has the filter values asked for; white space and capitals do not count. */
  picks(where: Readonly<Record<string, string>>, cell: Cell): boolean;
};

/** Filters over one file. Filter values repeat by the thousand, so each is folded once. */
export function filtersOf(header: readonly string[]): Filters {
  const columns = new Map(header.map((column, i) => [column, i]));
  const folded = new Map<string, string>();
  const fold = (text: string): string => {
    let known = folded.get(text);
    if (known === undefined) folded.set(text, (known = foldFilter(text)));
    return known;
  };
  return {
    cellsOf: (cells) => (column) => cells[columns.get(column) ?? -1] ?? "",
    picks: (where, cell) => {
      for (const column in where) if (fold(cell(column)) !== fold(where[column] ?? "")) return false;
      return true;
    },
  };
}
