import type { SeriesRow } from "../../model/series.ts";
import type { Slice } from "../../model/tables.ts";
import { actionRef } from "../../model/action.ts";
import { sourceRef } from "../../model/source.ts";
import { figureCells, figureColumns, measureCells, measuredRows, overTable, type FindIndicator } from "./cells.ts";
import { identified } from "./identified.ts";
import type { WorkbookCell, Worksheet } from "./render-xlsx.ts";

/** A count that a row does not hold is withheld where the row is marked as that, else not available. */
const absentCount = ({ symbol }: SeriesRow): WorkbookCell => (symbol === "c" ? "[c]" : "[x]");

type Newest = { readonly indicator: string; readonly breakdown: string; readonly period_end: string };

/** The figures behind the newest comparison of each measure: the authority, its neighbours by closeness, region and England. */
export function neighbourSheet(slice: Slice, latest: readonly Newest[], findIndicator: FindIndicator): Worksheet {
  const { authority, group } = slice;
  const official = Map.groupBy(
    slice.series.filter((row) => row.origin === "official"),
    (row) => [row.indicator, row.breakdown, row.period_end].join("|"),
  );
  const kinds = new Map<string, string>([
    [authority.authority_code, "This authority"],
    ...group.map((one, at): [string, string] => [one.authority_code, `Neighbour ${at + 1}`]),
    [authority.region_code, "Region"],
  ]);
  const places = [...kinds.keys()];
  const order = (row: SeriesRow): number => (row.level === "country" ? places.length : places.indexOf(row.authority_code));
  const placed = ({ indicator, breakdown, period_end }: Newest): SeriesRow[] =>
    (official.get([indicator, breakdown, period_end].join("|")) ?? [])
      .filter((row) => row.level === "country" || kinds.has(row.authority_code))
      .sort((a, b) => order(a) - order(b));
  return {
    name: "Neighbours",
    title: `${authority.authority} and its statistical neighbours, region and England, newest official figure for each measure`,
    lines: overTable("Neighbour 1 is the closest. Symbols in square brackets are explained in the Notes worksheet."),
    table: identified({
      name: "neighbour_figures",
      columns: [
        { head: "Measure", width: 44 },
        { head: "Unit", width: 14, isOwn: true },
        { head: "Period", width: 18 },
        { head: "Place", width: 32 },
        { head: "Kind of place", width: 16, isOwn: true },
        ...figureColumns,
        { head: "Source", width: 32 },
      ],
      rows: measuredRows(latest.flatMap(placed), findIndicator, (row, indicator) => ({
        rests: [row.series_id, sourceRef(row.source)],
        cells: [
          ...measureCells(row, indicator),
          row.authority,
          row.level === "country" ? "Country" : (kinds.get(row.authority_code) ?? "[x]"),
          ...figureCells(row, absentCount),
          row.source,
        ],
      })),
    }),
  };
}

/** The authority's own figures, which nobody has published yet. Withheld ones stand as [c]. */
export function ownSheet(slice: Slice, findIndicator: FindIndicator): Worksheet {
  return {
    name: "Own_figures",
    title: `${slice.authority.authority}, own figures, provisional`,
    lines: overTable("Small counts are withheld as [c], explained in the Notes worksheet, unless the cover says otherwise."),
    table: identified({
      name: "own_figures",
      columns: [
        { head: "Measure", width: 44 },
        { head: "Unit", width: 14, isOwn: true },
        { head: "Period", width: 22 },
        ...figureColumns,
        { head: "File and line", width: 32 },
      ],
      rows: measuredRows(
        slice.series.filter((row) => row.origin === "local" && row.authority_code === slice.authority.authority_code),
        findIndicator,
        (row, indicator) => ({
          rests: [row.series_id],
          cells: [...measureCells(row, indicator), ...figureCells(row, absentCount), row.source_line],
        }),
      ),
    }),
  };
}

/** Actions of the action plans that its documents print. */
export function actionSheet(slice: Slice): Worksheet {
  const told = (text: string): string => text || "[x]";
  return {
    name: "Actions",
    title: `Actions of action plans in documents about ${slice.authority.authority}`,
    lines: overTable("Words are those of the documents; names of people are removed."),
    table: identified({
      name: "actions",
      columns: [
        { head: "Plan", width: 36 },
        { head: "Number", width: 10 },
        { head: "Recommendation", width: 60 },
        { head: "Action", width: 80 },
        { head: "Outcome", width: 60 },
        { head: "Due", width: 14 },
        { head: "Lead", width: 30 },
        { head: "Progress", width: 60 },
        { head: "Rating", width: 12 },
        { head: "Document", width: 36 },
      ],
      rows: slice.actions.map((one) => ({
        rests: [actionRef(one)],
        cells: [
          told(one.plan),
          told(one.action_id),
          told(one.recommendation),
          told(one.action),
          told(one.outcome),
          told(one.due || one.timescale),
          told(one.lead),
          told(one.progress),
          told(one.rag),
          one.document,
        ],
      })),
    }),
  };
}
