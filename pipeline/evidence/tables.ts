import { actionRef, type Action } from "../model/action.ts";
import type { ChartRow } from "../model/chart.ts";
import { everyoneRef, type Comparison } from "../model/comparison.ts";
import { documentRef, type DocumentRow } from "../model/document.ts";
import type { Finding } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Neighbour } from "../model/neighbour.ts";
import type { Observation } from "../model/observation.ts";
import type { SeriesRow } from "../model/series.ts";
import { sourceRef, type Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";
import type { Target } from "../model/target.ts";

/**
 * A source that is no row of a table: standing words of a template or of the program, what the run was given, or
 * the pack itself, whose pages, lists and scales have numbers too.
 */
export type Declared = {
  readonly id: string;
  readonly name: string;
  readonly texts: readonly string[];
  /** True where its numbers are printed with its words or not at all. */
  readonly isStanding?: boolean;
};

/** The tables that a printed number is walked back through. */
export type EvidenceTables = {
  statements: readonly Statement[];
  charts: readonly ChartRow[];
  comparisons: readonly Comparison[];
  series: readonly SeriesRow[];
  observations: readonly Observation[];
  findings: readonly Finding[];
  actions: readonly Action[];
  targets: readonly Target[];
  documents: readonly DocumentRow[];
  neighbours: readonly Neighbour[];
  sources: readonly Source[];
  indicators: readonly Indicator[];
  declared: readonly Declared[];
  /** The input files of the run with their hashes, where its list of them is at hand. */
  files?: readonly { readonly name: string; readonly sha256: string }[];
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
  targets: ReadonlyMap<string, Target>;
  documents: ReadonlyMap<string, DocumentRow>;
  sources: ReadonlyMap<string, Source>;
  indicators: ReadonlyMap<string, Indicator>;
  declared: ReadonlyMap<string, Declared>;
  /** All places at a point, by its id. */
  everyone(ref: string): readonly Comparison[];
  official(code: string, indicator: string, breakdown: string, periodEnd: string): SeriesRow | undefined;
  /** How many neighbours a model names for an authority; null where the tables do not say. */
  groupSize(model: string, code: string): number | null;
};

/** Ids of what has no id column of its own. */
export const indicatorRef = (id: string): string => `indicator:${id}`;

export function indexTables(tables: EvidenceTables): EvidenceIndex {
  const by = <R>(rows: readonly R[], key: (row: R) => string): Map<string, R> => new Map(rows.map((row) => [key(row), row]));
  const point = (code: string, indicator: string, breakdown: string, end: string): string =>
    [code, indicator, breakdown, end].join("\u001f");
  const official = by(
    tables.series.filter((row) => row.origin === "official"),
    (row) => point(row.authority_code, row.indicator, row.breakdown, row.period_end),
  );
  let points: Map<string, Comparison[]> | null = null;
  return {
    tables,
    statements: by(tables.statements, (row) => row.statement_id),
    charts: by(tables.charts, (row) => row.chart_id),
    comparisons: by(tables.comparisons, (row) => row.comparison_id),
    series: by(tables.series, (row) => row.series_id),
    observations: by(tables.observations, (row) => row.observation_id),
    findings: by(tables.findings, (row) => row.finding_id),
    actions: by(tables.actions, actionRef),
    targets: by(tables.targets, (row) => row.target_id),
    documents: by(tables.documents, (row) => documentRef(row.document)),
    sources: by(tables.sources, (row) => sourceRef(row.source)),
    indicators: by(tables.indicators, (row) => indicatorRef(row.id)),
    declared: by(tables.declared, (row) => row.id),
    everyone: (ref) => (points ??= Map.groupBy(tables.comparisons, everyoneRef)).get(ref) ?? [],
    official: (...at) => official.get(point(...at)),
    groupSize: (model, code) => tables.neighbours.filter((row) => row.model === model && row.authority_code === code).length || null,
  };
}

/** The same tables with further sources that are no rows. */
export const withDeclared = (index: EvidenceIndex, declared: readonly Declared[]): EvidenceIndex => ({
  ...index,
  declared: new Map([...index.declared, ...declared.map((one) => [one.id, one] as const)]),
});

/** Every id that can be explained. */
export function knownIds(index: EvidenceIndex): string[] {
  const { statements, charts, comparisons, series, observations, findings, actions, targets, documents, sources, indicators, declared } =
    index;
  return [
    statements,
    charts,
    comparisons,
    series,
    observations,
    findings,
    actions,
    targets,
    documents,
    sources,
    indicators,
    declared,
  ].flatMap((rows) => [...rows.keys()]);
}
