import type { Action } from "../model/action.ts";
import type { DocumentRow, SourceDocument } from "../model/document.ts";
import { severities, type Finding } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Observation } from "../model/observation.ts";
import type { SeriesRow } from "../model/series.ts";
import { compareCells } from "../core/sort.ts";
import { acknowledge } from "../extract/review/acknowledge.ts";
import { checks } from "../reconcile/checks.ts";
import { nameMeasure } from "../reconcile/name-measure.ts";
import { readDocument } from "../reconcile/reading/reading.ts";

/** A person's note that a finding is known, from data/review. */
export type Acknowledgement = { finding_id: string; note: string; when: string };

export type DocumentInput = {
  source: SourceDocument;
  row: DocumentRow;
  /** Observations and actions of this document alone. */
  observations: readonly Observation[];
  actions: readonly Action[];
  indicators: readonly Indicator[];
};

/** A finding and the place of its check among all checks, in which findings of one severity are told. */
export type Found = { finding: Finding; order: number };

type ReconcileInput = {
  /** What the checks of each document found, in the order of the documents. */
  found: readonly Found[];
  documents: readonly DocumentRow[];
  observations: readonly Observation[];
  official: readonly SeriesRow[];
  targets: readonly SeriesRow[];
  indicators: readonly Indicator[];
  acknowledgements: readonly Acknowledgement[];
};

/** Reads one document as a sceptical analyst would, and finds what can be seen to be wrong in it alone. */
export function checkDocument({ source, row, ...rows }: DocumentInput): Found[] {
  const reading = readDocument(source, row);
  return checks.flatMap((check, order) =>
    check.scope === "document" ? check.find(reading, rows).map((finding) => ({ finding, order })) : [],
  );
}

/**
 * Sets the documents against each other and against the official figures, and puts what was found in order: one row
 * a defect, most serious first; clean documents have none. An acknowledged finding stays, with its note, and comes
 * back as new when the figures it stated change, because its id is made from them.
 */
export function reconcile({ found, acknowledgements, ...rows }: ReconcileInput): Finding[] {
  const across = checks.flatMap((check, order) =>
    check.scope === "across documents" ? check.find(rows).map((finding) => ({ finding, order })) : [],
  );
  const byDocument = Map.groupBy(rows.observations, (row) => row.document);
  const once = withoutRepeats([...found, ...across].sort((a, b) => a.order - b.order)).map(({ finding, order }) => ({
    finding: nameMeasure(finding, byDocument.get(finding.document) ?? []),
    order,
  }));
  const sorted = once
    .sort(
      (a, b) =>
        severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
        a.order - b.order ||
        compareCells(a.finding.document, b.finding.document) ||
        placeNumber(a.finding.place) - placeNumber(b.finding.place) ||
        compareCells(a.finding.finding_id, b.finding.finding_id),
    )
    .map(({ finding }) => finding);
  return acknowledge(sorted, acknowledgements);
}

/** Two checks can come upon one conflict: the first of the same document and figures stays. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ finding }) => {
    const figures = (finding.stated.match(/\d[\d.,]*/g) ?? []).sort().join(" ");
    const keys = [finding.finding_id, ...(finding.kind === "conflict" && figures !== "" ? [`${finding.document}\u001f${figures}`] : [])];
    const known = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !known;
  });
}

/** The line or page that a place names, so that findings of a document stand in reading order. */
const placeNumber = (place: string): number => Number(/(?:line|page|block) (\d+)/.exec(place)?.[1] ?? 0);
