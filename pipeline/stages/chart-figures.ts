import type { DrawnChart } from "../charts/draw-charts.ts";
import { rowsOf, stands, unsourcedCells, type Cell, type UnsourcedCell } from "../evidence/cells.ts";
import { indicatorRef, type EvidenceIndex } from "../evidence/tables.ts";
import { hasNumbers } from "../evidence/trace.ts";
import { parseCellRef } from "../model/comparison.ts";

/** Whole rows: the name of a measure or of a place stands in other columns than the figure beside it. */
const wholeRows = (ids: readonly string[]): string[] => ids.map((id) => parseCellRef(id)?.id ?? id);

/**
 * Cells of a chart's CSV whose number is not that figure of the rows which their line names, names of other places than
 * those rows are of, and numbers in words that neither they nor the measure hold. Most cells stand in their row as they
 * are; places on the drawing are no figures.
 */
export function unsourcedFigures({ row: chart, figures }: Pick<DrawnChart, "row" | "figures">, index: EvidenceIndex): UnsourcedCell[] {
  return figures.rows.flatMap(({ cells, rests, of = {} }, at) => {
    const found = rowsOf(index, rests);
    const place = String(cells["place"] ?? "");
    const where = (column: string): string => `${chart.csv}, row ${at + 1}, ${column}`;
    // "Neighbour mean, 8 of 10" opens with the name.
    const misplaced =
      place === "" || found.length === 0 || found.some((one) => place.startsWith(one.place))
        ? []
        : [{ where: where("place"), text: place, number: place, restsOn: rests }];
    const left = figures.columns.flatMap((column): Cell[] => {
      const value = cells[column] ?? null;
      const source = of[column];
      if (value === null || source === null || (typeof value === "string" && !hasNumbers(value))) return [];
      const cell = { value, figure: source?.figure ?? "", column };
      if (stands(source?.rests ? rowsOf(index, source.rests) : found, cell)) return [];
      const indicator = typeof cells["indicator"] === "string" ? cells["indicator"] : chart.indicator;
      // A column of the rows themselves holds that cell or none of them does.
      const words = found.some(({ row }) => column in row)
        ? []
        : [...wholeRows(rests), ...(indicator === "" ? [] : [indicatorRef(indicator)])];
      return [{ ...cell, where: where(column), restsOn: source?.rests ?? (typeof value === "number" ? rests : words) }];
    });
    return [...misplaced, ...unsourcedCells(left, index)];
  });
}
