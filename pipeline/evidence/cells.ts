import { parseCellRef } from "../model/comparison.ts";
import { columnsByName, placeOfColumn } from "./figures/comparison-columns.ts";
import type { Origin } from "./figures/figure.ts";
import { originsOf } from "./origins.ts";
import type { EvidenceIndex } from "./tables.ts";
import { hasNumbers, traceNumbers } from "./trace.ts";

/**
 * One cell of a workbook or of a chart's CSV: its value as stored, the name of the figure that it must be ("" for
 * words and where the column says it), and the rows it rests on.
 */
export type Cell = {
  readonly where: string;
  readonly value: string | number;
  readonly figure: string;
  readonly restsOn: readonly string[];
  /** Its column, where that has the name of a column of its rows. */ readonly column?: string;
};
export type UnsourcedCell = { readonly where: string; readonly text: string; readonly number: string; readonly restsOn: readonly string[] };

/** A row of figures, the only column of it that its id names, if it names one, and whose figure that is. */
type Found = { readonly row: Readonly<Record<string, string | number | null>>; readonly only: string | null; readonly place: string };

/** The rows of ids that are rows of figures. */
export function rowsOf(index: EvidenceIndex, ids: readonly string[]): Found[] {
  return ids.flatMap((id): Found[] => {
    const cell = parseCellRef(id);
    const comparison = index.comparisons.get(cell?.id ?? id);
    const row = comparison ?? index.series.get(id) ?? index.observations.get(id);
    const only = cell?.columns.length === 1 ? (cell.columns[0] ?? null) : null;
    return row ? [{ row, only, place: comparison ? placeOfColumn(comparison, only ?? "value") : row.authority }] : [];
  });
}

const shareOfCounts = "its counts as a percentage";

/** Whether a row has that value as it is, in the column of the figure or else in the one of that name. */
export function stands(rows: readonly Found[], { value, figure, column = "" }: Pick<Cell, "value" | "figure" | "column">): boolean {
  const named = figure === "" ? column : (columnsByName.get(figure) ?? "");
  return rows.some(({ row, only }) => {
    if (figure === shareOfCounts)
      return row["numerator"] != null && value === (100 * Number(row["numerator"])) / Number(row["denominator"]);
    if (column === "place") return row["authority"] === value;
    // "value" is whatever single column the line is of.
    return row[named === "value" && only !== null ? only : named] === value;
  });
}

/** Cells whose number is not that figure of their row, and numbers in words that their row does not hold. */
export function unsourcedCells(cells: readonly Cell[], index: EvidenceIndex): UnsourcedCell[] {
  const known = new Map<string, Origin[]>();
  const originsFor = (ids: readonly string[]): Origin[] => {
    const key = ids.join(" ");
    const before = known.get(key) ?? originsOf(index, ids);
    known.set(key, before);
    return before;
  };
  return cells.flatMap((cell) => {
    const { where, value, figure, restsOn } = cell;
    if ((typeof value === "string" && !hasNumbers(value)) || stands(rowsOf(index, restsOn), cell)) return [];
    const origins = originsFor(restsOn);
    const numbers =
      typeof value === "string"
        ? traceNumbers(value, origins)
            .filter((one) => one.figure === null)
            .map(({ number }) => number)
        : origins.some(({ figures }) => figures.some((one) => one.name === figure && one.value === Math.abs(value)))
          ? []
          : [String(value)];
    return numbers.map((number) => ({ where, text: String(value), number, restsOn }));
  });
}
