import { actionRef, type Action } from "../model/action.ts";
import type { ChartRow } from "../model/chart.ts";
import type { Comparison } from "../model/comparison.ts";
import type { DocumentRow } from "../model/document.ts";
import type { Finding } from "../model/finding.ts";
import type { Neighbour } from "../model/neighbour.ts";
import type { Observation } from "../model/observation.ts";
import type { SeriesRow } from "../model/series.ts";
import type { Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";

/** The tables that a printed number is walked back through. */
export type EvidenceTables = {
  statements: readonly Statement[];
  charts: readonly ChartRow[];
  comparisons: readonly Comparison[];
  series: readonly SeriesRow[];
  observations: readonly Observation[];
  findings: readonly Finding[];
  actions: readonly Action[];
  documents: readonly DocumentRow[];
  neighbours: readonly Neighbour[];
  sources: readonly Source[];
};

/** Rows by their ids, and series by what they are of. */
export type EvidenceIndex = {
  tables: EvidenceTables;
  statements: ReadonlyMap<string, Statement>;
  charts: ReadonlyMap<string, ChartRow>;
  comparisons: ReadonlyMap<string, Comparison>;
  series: ReadonlyMap<string, SeriesRow>;
  observations: ReadonlyMap<string, Observation>;
  findings: ReadonlyMap<string, Finding>;
  actions: ReadonlyMap<string, Action>;
  documents: ReadonlyMap<string, DocumentRow>;
  sources: ReadonlyMap<string, Source>;
  official(code: string, indicator: string, breakdown: string, periodEnd: string): SeriesRow | undefined;
};

export function indexTables(tables: EvidenceTables): EvidenceIndex {
  const by = <R>(rows: readonly R[], key: (row: R) => string): Map<string, R> => new Map(rows.map((row) => [key(row), row]));
  const point = (code: string, indicator: string, breakdown: string, end: string): string => [code, indicator, breakdown, end].join("\u001f");
  const official = by(tables.series.filter((row) => row.origin === "official"), (row) => point(row.authority_code, row.indicator, row.breakdown, row.period_end));
  return {
    tables,
    statements: by(tables.statements, (row) => row.statement_id),
    charts: by(tables.charts, (row) => row.chart_id),
    comparisons: by(tables.comparisons, (row) => row.comparison_id),
    series: by(tables.series, (row) => row.series_id),
    observations: by(tables.observations, (row) => row.observation_id),
    findings: by(tables.findings, (row) => row.finding_id),
    actions: by(tables.actions, actionRef),
    documents: by(tables.documents, (row) => row.document),
    sources: by(tables.sources, (row) => row.source),
    official: (...at) => official.get(point(...at)),
  };
}

/** Every id that can be explained. */
export function knownIds(index: EvidenceIndex): string[] {
  const { statements, charts, comparisons, series, observations, findings, actions } = index;
  return [statements, charts, comparisons, series, observations, findings, actions].flatMap((rows) => [...rows.keys()]);
}
