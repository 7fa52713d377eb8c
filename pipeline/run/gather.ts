import { findingReviews } from "../extract/review/acknowledge.ts";
import { applyReview, unmatchedReviews } from "../extract/review/apply-review.ts";
import { parseReview } from "../extract/review/parse-review.ts";
import type { FindingReview, Review } from "../extract/review/review.ts";
import { decodeLoosely } from "../readers/decode-text.ts";
import type { Handle } from "../core/steps.ts";
import type { Action } from "../model/action.ts";
import type { DocumentRow } from "../model/document.ts";
import type { Finding } from "../model/finding.ts";
import type { Observation } from "../model/observation.ts";
import type { Context } from "./context.ts";
import type { ExtractHandles, ReadHandles } from "./documents.ts";
import type { FiguresOutput } from "./tasks/ingest-figures.ts";

/** What ingest and extract left, in memory. */
export type Gathered = {
  figures: FiguresOutput;
  documents: DocumentRow[];
  /** Names of people in any of the documents. */
  people: string[];
  observations: Observation[];
  actions: Action[];
  acknowledgements: FindingReview[];
  findings: Finding[];
};

/** `release` lets go of what was loaded; whoever asks again loads it anew. */
export type Gatherer = { get(): Promise<Gathered>; release(): void };

/** Loads what ingest and extract left and applies the reviews, once, and only when a stage needs it. */
export function gatherer(
  context: Context,
  figures: Handle<FiguresOutput>,
  read: ReadHandles,
  extracted: ExtractHandles,
  manifestFindings: readonly Finding[],
): Gatherer {
  let gathered: Promise<Gathered> | null = null;
  const gather = async (): Promise<Gathered> => {
    const value: Gathered = {
      figures: await figures.value(),
      documents: [],
      people: [],
      observations: [],
      actions: [],
      acknowledgements: [],
      findings: [...context.unread, ...manifestFindings],
    };
    value.findings.push(...value.figures.findings);
    for (const { handle } of read) {
      const { row, people, findings } = await handle.value();
      if (row) value.documents.push(row);
      value.people.push(...people);
      value.findings.push(...findings);
    }
    for (const { handle } of extracted) {
      const { observations, actions, findings } = await handle.value();
      value.observations.push(...observations);
      value.actions.push(...actions);
      value.findings.push(...findings);
    }
    const reviews: Review[] = [];
    for (const file of context.inputs.filter((input) => input.kind === "review")) {
      const parsed = parseReview(file.name, decodeLoosely(await context.effects.readFile(file.path)));
      reviews.push(...parsed.reviews);
      value.findings.push(...parsed.findings);
    }
    value.findings.push(...unmatchedReviews(value.observations, reviews));
    value.observations = applyReview(value.observations, reviews);
    value.acknowledgements = findingReviews(reviews);
    return value;
  };
  return { get: () => (gathered ??= gather()), release: () => void (gathered = null) };
}
