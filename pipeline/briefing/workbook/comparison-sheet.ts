import type { Comparison } from "../../model/comparison.ts";
import { sourceRef } from "../../model/source.ts";
import { figureCells, figureColumns, measureCells, measuredRows, orNone, overTable, spaced, type FindIndicator } from "./cells.ts";
import { identified } from "./identified.ts";
import type { WorkbookCell, Worksheet } from "./render-xlsx.ts";

/** A count that its source does not give with the figure: the figure's own symbol where that is withheld, else not available. */
const absentCount = ({ value, symbol }: Comparison): WorkbookCell => (value === null && symbol !== "" ? `[${symbol}]` : "[x]");
/** What is worked out from a figure does not apply where there is none. */
const workedOut = (result: number | null, { value }: Comparison): WorkbookCell => result ?? (value === null ? "[z]" : "[x]");

/** A table of comparisons, a row a measure and period, with the region named in its column. */
export function comparisonSheet(
  { name, title, table }: { name: string; title: string; table: string },
  rows: readonly Comparison[],
  findIndicator: FindIndicator,
): Worksheet {
  const region = rows.find((row) => row.region !== "")?.region ?? "";
  return {
    name,
    title,
    lines: overTable("Symbols in square brackets are explained in the Notes worksheet."),
    table: identified({
      name: table,
      columns: [
        { head: "Measure", width: 44 },
        { head: "Unit", width: 14, isOwn: true },
        { head: "Period", width: 18 },
        ...figureColumns,
        { head: "95% interval, low", width: 14, format: "0.0", figure: "the lower end of its interval" },
        { head: "95% interval, high", width: 14, format: "0.0", figure: "the upper end of its interval" },
        { head: "Change on the year before", width: 14, format: "0.0", figure: "its change" },
        { head: "Change, verdict", width: 18 },
        { head: "Neighbours’ mean", width: 14, format: "0.0", figure: "the neighbours’ mean" },
        { head: "Neighbours’ median", width: 14, format: "0.0", figure: "the neighbours’ median" },
        { head: "Neighbours with a value", width: 14, figure: "neighbours with a value" },
        { head: "Against neighbours, verdict", width: 18 },
        { head: region === "" ? "Region" : `Region: ${region}`, width: 14, figure: "the region’s value" },
        { head: "England", width: 12, figure: "England’s value" },
        { head: "Against England, verdict", width: 18 },
        { head: "Rank", width: 9, figure: "its rank" },
        { head: "Rank of", width: 9, figure: "how many are ranked" },
        { head: "Trend, verdict", width: 18 },
        { head: "Source", width: 32 },
      ],
      rows: measuredRows(rows, findIndicator, (row, indicator) => ({
        rests: [row.comparison_id, ...sourcesOf(row).map(sourceRef)],
        cells: [
          ...measureCells(row, indicator),
          ...figureCells(row, absentCount),
          workedOut(row.ci_low, row),
          workedOut(row.ci_high, row),
          workedOut(row.change, row),
          spaced(row.change_verdict),
          orNone(row.neighbour_mean),
          orNone(row.neighbour_median),
          orNone(row.neighbours_with_value),
          spaced(row.neighbour_verdict),
          orNone(row.region_value),
          orNone(row.england_value),
          spaced(row.england_verdict),
          row.rank ?? "[z]",
          row.rank_of ?? "[z]",
          spaced(row.trend_verdict),
          row.source,
        ],
      })),
    }),
  };
}

/** The ids of the publications that a comparison comes from. */
export const sourcesOf = ({ source }: Comparison): string[] => source.split(";").map((id) => id.trim());
