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

export type ReconcileInput = {
  sources: readonly SourceDocument[];
  documents: readonly DocumentRow[];
  observations: readonly Observation[];
  actions: readonly Action[];
  official: readonly SeriesRow[];
  targets: readonly SeriesRow[];
  indicators: readonly Indicator[];
  acknowledgements: readonly Acknowledgement[];
  reportDate: string;
};

/**
 * Reads every document as a sceptical analyst would. One row a defect, most serious first; a clean
 * document has none. An acknowledged finding stays, with its note, and comes back as new when the
 * figures it stated change, because its id is made from them.
 */
export function reconcile(input: ReconcileInput): Finding[] {
  const rows = new Map(input.documents.map((row) => [row.document, row]));
  const readings = input.sources.map((source) => readDocument(source, rows.get(source.document) ?? null));
  const found = checks.flatMap((check, order) => check.find({ ...input, readings }).map((finding) => ({ finding, order })));
  const byDocument = Map.groupBy(input.observations, (row) => row.document);
  const once = withoutRepeats(found).map(({ finding, order }) => ({
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
  return acknowledge(sorted, input.acknowledgements);
}

type Found = { finding: Finding; order: number };

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
