import { scaleRef } from "../briefing/drawing.ts";
import { scales } from "../briefing/own-sources.ts";
import { renderTablesWorkbook } from "../briefing/workbook/tables-workbook.ts";
import type { DrawnChart } from "../charts/draw-charts.ts";
import { slideTexts, type SlideText } from "../charts/slide-texts.ts";
import { unsourcedCells } from "../evidence/cells.ts";
import { nameOfOwn } from "../evidence/declared.ts";
import { neighbourMean } from "../evidence/figures/comparison-columns.ts";
import { placeOfCell } from "../evidence/origins.ts";
import { withDeclared, type EvidenceIndex } from "../evidence/tables.ts";
import { unsourcedNumbers } from "../evidence/trace.ts";
import { indicators as declared } from "../indicators/all.ts";
import type { Indicator } from "../model/indicator.ts";
import { sourceRef } from "../model/source.ts";
import type { Slice } from "../model/tables.ts";
import { unsourcedFigures } from "./chart-figures.ts";
import { evidenceOf, SourceError, type Placed } from "./sources.ts";

type Checked = Pick<DrawnChart, "row" | "list" | "labels" | "standing" | "figures">;

/** What all charts of an authority are walked with: its rows, and the names that rows of drawings may start with. */
type Known = { readonly index: EvidenceIndex; readonly places: ReadonlySet<string> };

/** Numbers of a slide, and of the words that go with it, that none of the rows which it draws holds. A label of one row must be a figure of that row. */
function unsourcedOnChart(chart: Checked, { index, places }: Known): Placed[] {
  const { chart_id, kind } = chart.row;
  const [scale, ofKind] = [scaleRef(chart_id), `kind:${kind}`];
  const restsOf: Readonly<Record<SlideText["part"], readonly string[]>> = {
    scale: [scale, ofKind],
    figures: [chart_id, ofKind],
    source: [chart_id, ...publicationsOf(chart, index)],
  };
  const texts = slideTexts(chart, places);
  const printed = texts.map(({ text, part, rests }) => ({ text, page: 0, restsOn: rests ?? restsOf[part] }));
  const ticks = alongScale(chart, texts);
  const own = [
    { id: scale, name: nameOfOwn(scale) ?? "", texts: ticks },
    {
      id: ofKind,
      name: nameOfOwn(ofKind) ?? "",
      texts: [...chart.standing, ...lowestOf(ticks).map((tick) => `Axis starts at ${tick}.`)],
      isStanding: true,
    },
  ];
  const misplaced = texts.flatMap(({ text, place, rests }) =>
    place !== "" && rests?.some((id) => (placeOfCell(index, id) ?? place) !== place) ? [{ text, number: text, restsOn: rests }] : [],
  );
  return [...misplaced, ...unsourcedNumbers(printed, withDeclared(index, own))].map(({ text, number, restsOn }) => ({
    where: `chart ${chart_id}`,
    text,
    number,
    restsOn,
  }));
}

/** The lowest tick of each scale that is not of time: of percentages and of other numbers. */
function lowestOf(ticks: readonly string[]): string[] {
  const values = ticks.filter((tick) => !/^(?:[A-Z]|(?:19|20)\d{2}(?:\/|$))/.test(tick));
  const size = (tick: string): number => Number(tick.replace(/[£,%]/g, "").replace("−", "-"));
  return [...Map.groupBy(values, (tick) => tick.endsWith("%")).values()].map((scale) =>
    scale.reduce((low, tick) => (size(tick) < size(low) ? tick : low)),
  );
}

/** The publications that a chart's rows come from, with the list of neighbours. */
function publicationsOf({ row: { rests_on } }: Checked, { comparisons }: EvidenceIndex): string[] {
  const rows = rests_on.split(" ").flatMap((id) => comparisons.get(id) ?? []);
  return [
    ...new Set(rows.flatMap(({ source, neighbour_model }) => [...source.split(";").map((id) => id.trim()), `dfe-sn-${neighbour_model}`])),
  ].map(sourceRef);
}

/** Numbers that stand along a scale in even steps. Limits of bands stand there too, in their own colour, where they fall on it. */
function alongScale({ row, standing }: Checked, texts: readonly SlideText[]): string[] {
  const restsOn = [scaleRef(row.chart_id)];
  const ticks = texts.flatMap(({ text, part }) => (part === "scale" ? [{ text, page: 0, restsOn }] : []));
  const limits = standing.filter((text) => /^\d+$/.test(text)).map((text) => ({ text, page: 0, restsOn }));
  return [[], limits, ...limits.map((limit) => [limit])].flatMap((more) => scales([...ticks, ...more]).flatMap((one) => one.texts));
}

/** Throws a SourceError where a chart prints a number that cannot be walked back to a row. `charts` are those drawn from the slice. */
export function requireSources(slice: Slice, charts: readonly Checked[], indicators: readonly Indicator[] = declared): void {
  const index = evidenceOf(slice, charts, indicators);
  const known: Known = {
    index,
    places: new Set([...slice.comparisons.flatMap(({ authority, region }) => [authority, region]), "England", neighbourMean]),
  };
  const unsourced = charts.flatMap((chart) => [...unsourcedOnChart(chart, known), ...unsourcedFigures(chart, index)]);
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
