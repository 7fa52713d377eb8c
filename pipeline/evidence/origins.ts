import type { Action } from "../model/action.ts";
import { parseCellRef } from "../model/comparison.ts";
import { documentRef } from "../model/document.ts";
import type { SeriesRow } from "../model/series.ts";
import { placeOfColumn } from "./figures/comparison-columns.ts";
import { cellOrigin, comparisonOrigin, otherPlaceOrigin } from "./figures/comparison-figures.ts";
import { controlOrigin } from "./figures/control-figures.ts";
import { everyoneOrigin } from "./figures/everyone-figures.ts";
import { origin, type Origin } from "./figures/figure.ts";
import {
  actionOrigin,
  documentOrigin,
  findingOrigin,
  indicatorOrigin,
  observationOrigin,
  seriesOrigin,
  sourceOrigin,
  targetOrigin,
} from "./figures/row-figures.ts";
import { tallyOrigin, type RestedRows } from "./figures/tallies.ts";
import { indicatorRef, type EvidenceIndex, type EvidenceTables } from "./tables.ts";

/** What the ids of a text lead to. */
type Reached = {
  readonly origins: Map<string, Origin>;
  readonly rows: { -readonly [K in keyof RestedRows]: RestedRows[K] extends readonly (infer R)[] ? R[] : RestedRows[K] };
};

const known = new WeakMap<EvidenceTables, Map<string, Origin>>();

/** The origin of a row is made once: many texts rest on the same rows. */
function once({ tables }: EvidenceIndex, id: string, make: () => Origin): Origin {
  const made = known.get(tables) ?? new Map<string, Origin>();
  known.set(tables, made);
  const before = made.get(id);
  if (before !== undefined) return before;
  const fresh = make();
  made.set(id, fresh);
  return fresh;
}

/** Adds what an id is and what it leans on: a row with its indicator and its document, a chart with the rows that it draws. */
function reach(index: EvidenceIndex, id: string, reached: Reached, chartOf = ""): void {
  const { origins, rows } = reached;
  if (id === "" || origins.has(id)) return;
  const add = (make: () => Origin, ...others: readonly string[]): void => {
    origins.set(id, once(index, id, make));
    for (const other of others) reach(index, other, reached, chartOf);
  };
  const cell = parseCellRef(id);
  const cellOf = cell && index.comparisons.get(cell.id);
  if (cell && cellOf) return add(() => cellOrigin(cellOf, id, cell.columns));
  const comparison = index.comparisons.get(id);
  if (comparison) {
    if (chartOf !== "" && comparison.authority !== chartOf) {
      const key = `${id} on a chart`;
      origins.set(
        id,
        once(index, key, () => otherPlaceOrigin(comparison)),
      );
      return;
    }
    rows.comparisons.push(comparison);
    return add(
      () => comparisonOrigin(comparison, index.groupSize(comparison.neighbour_model, comparison.authority_code)),
      indicatorRef(comparison.indicator),
    );
  }
  const observation = index.observations.get(id);
  if (observation) {
    rows.observations.push(observation);
    return add(() => observationOrigin(observation), indicatorRef(observation.indicator), documentRef(observation.document));
  }
  const chart = index.charts.get(id);
  if (chart) {
    origins.set(
      id,
      once(index, id, () => origin(id, {})),
    );
    for (const other of [...chart.rests_on.split(" "), ...(chart.indicator === "" ? [] : [indicatorRef(chart.indicator)])])
      reach(index, other, reached, chart.authority);
    return;
  }
  const series = index.series.get(id);
  if (series) {
    rows.series.push(series);
    return add(() => seriesOrigin(series), indicatorRef(series.indicator), ...(series.origin === "document" ? [series.source_line] : []));
  }
  const finding = index.findings.get(id);
  if (finding) {
    rows.findings.push(finding);
    return add(
      () => findingOrigin(finding),
      documentRef(finding.document),
      indicatorRef(finding.indicator),
      ...finding.observations.split(" "),
    );
  }
  const action = index.actions.get(id);
  if (action) {
    rows.actions.push(action);
    rows.planDate = planDate(index, action);
    return add(() => actionOrigin(action), documentRef(action.document));
  }
  const target = index.targets.get(id);
  if (target)
    return add(() => targetOrigin(target), indicatorRef(target.indicator), ...(target.origin === "document" ? [target.source_line] : []));
  const document = index.documents.get(id);
  if (document) {
    rows.documents.push(document);
    return add(() => documentOrigin(id, document));
  }
  const everyone = index.everyone(id);
  if (everyone.length > 0) return add(() => everyoneOrigin(id, everyone));
  const source = index.sources.get(id);
  if (source) return add(() => sourceOrigin(id, source));
  const indicator = index.indicators.get(id);
  if (indicator) return add(() => indicatorOrigin(id, indicator));
  const declared = index.declared.get(id);
  if (declared) origins.set(id, origin(id, { texts: declared.texts, isStanding: declared.isStanding ?? false }));
}

/** The day on which a pack judges a plan: that of the papers which print it. */
function planDate(index: EvidenceIndex, action: Action): string {
  const document = index.documents.get(documentRef(action.document));
  return document?.published || document?.event_end || "";
}

/** Everything that a text which rests on these ids can print: the rows, what they lean on, and what is counted over them. */
export function originsOf(index: EvidenceIndex, ids: readonly string[]): Origin[] {
  const reached: Reached = {
    origins: new Map(),
    rows: { comparisons: [], observations: [], findings: [], actions: [], series: [], documents: [], planDate: "" },
  };
  for (const id of ids) reach(index, id, reached);
  const { planDate: _, ...rows } = reached.rows;
  const counted = Object.values(rows).some((some) => some.length > 0) ? [tallyOrigin(reached.rows)] : [];
  return [...reached.origins.values(), ...counted, ...controlOf(index, reached.rows.series)];
}

/** The place whose figure a cell prints; null for an id that is no cell of a comparison. */
export function placeOfCell(index: EvidenceIndex, id: string): string | null {
  const cell = parseCellRef(id);
  const row = cell && index.comparisons.get(cell.id);
  return row ? placeOfColumn(row, cell.columns[0] ?? "") : null;
}

/** The limits of one measure's own months or quarters. */
function controlOf(index: EvidenceIndex, [first, ...others]: readonly SeriesRow[]): Origin[] {
  const indicator = first && index.indicators.get(indicatorRef(first.indicator));
  const isOne = others.every(({ indicator: id, breakdown }) => id === first?.indicator && breakdown === first.breakdown);
  return first && indicator && isOne ? controlOrigin([first, ...others], indicator.range) : [];
}
