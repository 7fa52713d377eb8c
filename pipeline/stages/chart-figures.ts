import type { DrawnChart } from "../charts/draw-charts.ts";
import { rowsOf, stands, unsourcedCells, type Cell, type UnsourcedCell } from "../evidence/cells.ts";
import { indicatorRef, type EvidenceIndex } from "../evidence/tables.ts";
import { hasNumbers } from "../evidence/trace.ts";
import { parseCellRef } from "../model/comparison.ts";

/** Whole rows: the name of a measure or of a place stands in other columns than the figure beside it. */
const wholeRows = (ids: readonly string[]): string[] => ids.map((id) => parseCellRef(id)?.id ?? id);

/**
 * Cells of a chart's CSV whose number is not that figure of the rows which their line names, and numbers in words that
 * neither they nor the measure nor `publications` hold. Most cells stand in their row as they are; places on the
 * drawing are no figures.
 */
export function unsourcedFigures({ row: chart, figures }: Pick<DrawnChart, "row" | "figures">, publications: readonly string[], index: EvidenceIndex): UnsourcedCell[] {
  const left = figures.rows.flatMap(({ cells, rests, of = {} }, at) => {
    const found = rowsOf(index, rests);
    return figures.columns.flatMap((column): Cell[] => {
      const value = cells[column] ?? null;
      const source = of[column];
      if (value === null || source === null || (typeof value === "string" && !hasNumbers(value))) return [];
      const cell = { value, figure: source?.figure ?? "", column };
      if (stands(source?.rests ? rowsOf(index, source.rests) : found, cell)) return [];
      const indicator = typeof cells["indicator"] === "string" ? cells["indicator"] : chart.indicator;
      const words = [...wholeRows(rests), ...(indicator === "" ? [] : [indicatorRef(indicator)]), ...publications];
      return [{ ...cell, where: `${chart.csv}, row ${at + 1}, ${column}`, restsOn: source?.rests ?? (typeof value === "number" ? rests : words) }];
    });
  });
  return unsourcedCells(left, index);
}
