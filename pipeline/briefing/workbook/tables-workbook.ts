import { authoritySlug } from "../../model/authority.ts";
import type { Comparison } from "../../model/comparison.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Slice } from "../../model/tables.ts";
import { comparisonSheet, sourcesOf } from "./comparison-sheet.ts";
import { documentSheet, findingSheet } from "./document-sheets.ts";
import { frontSheets } from "./front-sheets.ts";
import { sourcedCells, type SourcedCell } from "./identified.ts";
import { renderXlsx, type Worksheet } from "./render-xlsx.ts";
import { actionSheet, neighbourSheet, ownSheet } from "./slice-sheets.ts";

const ends = (a: Comparison, b: Comparison): number => (a.period_end < b.period_end ? -1 : a.period_end > b.period_end ? 1 : 0);

/** One authority's figures for reuse: cover, contents, notes, then a table a sheet. */
export async function renderTablesWorkbook(
  slice: Slice,
  indicators: readonly Indicator[],
  options: { date: string; internal: boolean },
): Promise<{ fileName: string; bytes: Uint8Array; cells: SourcedCell[] }> {
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const findIndicator = (id: string): Indicator | undefined => byId.get(id);
  const order = new Map(indicators.map((one, at) => [one.id, at]));
  const place = (row: Comparison): number => order.get(row.indicator) ?? 0;
  const own = slice.comparisons
    .filter((row) => row.authority_code === slice.authority.authority_code)
    .sort((a, b) => place(a) - place(b) || (a.breakdown < b.breakdown ? -1 : a.breakdown > b.breakdown ? 1 : 0) || ends(a, b));
  const latest = own.filter((row, at) => own[at + 1]?.indicator !== row.indicator || own[at + 1]?.breakdown !== row.breakdown);
  const name = slice.authority.authority;
  const tables: Worksheet[] = [
    comparisonSheet(
      {
        name: "Latest",
        title: `${name}, latest figure for each measure against its statistical neighbours, region and England`,
        table: "latest_figures",
      },
      latest,
      findIndicator,
    ),
    comparisonSheet(
      {
        name: "All_years",
        title: `${name}, every year for each measure against its statistical neighbours, region and England`,
        table: "all_years",
      },
      own,
      findIndicator,
    ),
    neighbourSheet(slice, latest, findIndicator),
    ownSheet(slice, findIndicator),
    documentSheet(slice, findIndicator),
    findingSheet(slice),
    actionSheet(slice),
  ]
    .filter((sheet) => (sheet.table?.rows.length ?? 0) > 0)
    .map((sheet, at) => ({ ...sheet, name: `${at + 1}_${sheet.name}`, title: `Table ${at + 1}: ${sheet.title}` }));
  const used = new Set(own.flatMap(sourcesOf));
  const front = frontSheets(
    tables,
    slice.sources.filter(({ source }) => used.has(source)),
    { name, neighbourModel: slice.neighbourModel, ...options },
  );
  const bytes = await renderXlsx([...front, ...tables], { title: `${name}: figures`, author: "panelpack", date: options.date });
  return { fileName: `${authoritySlug(name)}-tables-${options.date}.xlsx`, bytes, cells: tables.flatMap(sourcedCells) };
}
