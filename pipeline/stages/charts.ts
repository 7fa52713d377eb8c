import { scaleRef } from "../briefing/drawing.ts";
import { scales } from "../briefing/own-sources.ts";
import { renderTablesWorkbook } from "../briefing/workbook/tables-workbook.ts";
import type { DrawnChart } from "../charts/draw-charts.ts";
import { slideTexts } from "../charts/slide-texts.ts";
import { unsourcedCells } from "../evidence/cells.ts";
import { nameOfOwn } from "../evidence/declared.ts";
import { withDeclared, type EvidenceIndex } from "../evidence/tables.ts";
import { unsourcedNumbers } from "../evidence/trace.ts";
import { indicators as declared } from "../indicators/all.ts";
import type { Indicator } from "../model/indicator.ts";
import { sourceRef } from "../model/source.ts";
import type { Slice } from "../model/tables.ts";
import { evidenceOf, SourceError, type Placed } from "./sources.ts";

type Checked = Pick<DrawnChart, "row" | "list" | "standing">;

/** Numbers of slides, and of the words that go with them, that none of the rows which their charts draw holds. */
function unsourcedOnCharts(charts: readonly Checked[], index: EvidenceIndex): Placed[] {
  const publications = index.tables.sources.map(({ source }) => sourceRef(source));
  const places = new Set([...index.tables.comparisons.flatMap(({ authority, region }) => [authority, region]), "England", "Neighbour mean"]);
  return charts.flatMap((chart) => {
    const { chart_id, kind } = chart.row;
    const ofKind = `kind:${kind}`;
    const along = [scaleRef(chart_id)];
    const printed = slideTexts(chart, places).map(({ text, part }) => ({ text, page: 0, restsOn: part === "scale" ? [...along, ofKind] : [chart_id, ...along, ofKind, ...(part === "source" ? publications : [])] }));
    // Limits of bands stand along the scale too, in their own colour, where they fall on it.
    const limits = chart.standing.map((text) => ({ text, page: 0, restsOn: along }));
    const labels = [[], limits, ...limits.map((limit) => [limit])].flatMap((more) => scales([...printed, ...more]).flatMap(({ texts }) => texts));
    const own = [{ id: scaleRef(chart_id), name: nameOfOwn(scaleRef(chart_id)) ?? "", texts: labels }, { id: ofKind, name: nameOfOwn(ofKind) ?? "", texts: chart.standing, isStanding: true }];
    return unsourcedNumbers(printed, withDeclared(index, own)).map(({ text, number, restsOn }) => ({ where: `chart ${chart_id}`, text, number, restsOn }));
  });
}

/** Throws a SourceError where a chart prints a number that cannot be walked back to a row. `charts` are those drawn from the slice. */
export function requireSources(slice: Slice, charts: readonly Checked[], indicators: readonly Indicator[] = declared): void {
  const unsourced = unsourcedOnCharts(charts, evidenceOf(slice, charts, indicators));
  if (unsourced.length > 0) throw new SourceError(unsourced);
}

/** One authority's figures as a workbook for reuse, beside its charts. Throws a SourceError as charts do. */
export async function renderTables(
  slice: Slice,
  charts: readonly Checked[],
  options: { date: string; internal: boolean },
  indicators: readonly Indicator[] = declared,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { fileName, bytes, cells } = await renderTablesWorkbook(slice, indicators, options);
  const unsourced = unsourcedCells(cells, evidenceOf(slice, charts, indicators));
  if (unsourced.length > 0) throw new SourceError(unsourced);
  return { fileName, bytes };
}
