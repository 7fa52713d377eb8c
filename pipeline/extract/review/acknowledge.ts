import type { Finding } from "../../model/finding.ts";
import { reviewFinding } from "./review-finding.ts";
import type { FindingReview, Review } from "./review.ts";

/** Acknowledgements of findings among the decisions. */
export function findingReviews(reviews: readonly Review[]): FindingReview[] {
  return reviews.filter((review) => review.kind === "finding");
}

/** The findings with the notes of those that a person knows of; of several on one the latest holds. None is left out. */
export function acknowledge(
  findings: readonly Finding[],
  reviews: readonly Pick<FindingReview, "finding_id" | "note" | "when">[],
): Finding[] {
  const latest = new Map<string, { note: string; when: string }>();
  for (const { finding_id, note, when } of reviews) {
    const before = latest.get(finding_id);
    if (!before || when >= before.when) latest.set(finding_id, { note, when });
  }
  return findings.map((finding) => ({ ...finding, acknowledged: latest.get(finding.finding_id)?.note ?? finding.acknowledged }));
}

/**
 * One warning for each acknowledgement that no finding answers to: its figures or its place have changed, so that
 * it stands as new, or it is gone. Those that name a document which was not read say nothing of this run.
 */
export function unmatchedAcknowledgements(
  findings: readonly Finding[],
  reviews: readonly FindingReview[],
  documents: ReadonlySet<string>,
): Finding[] {
  const known = new Set(findings.map(({ finding_id }) => finding_id));
  return reviews
    .filter(({ finding_id, document }) => !known.has(finding_id) && (document === "" || documents.has(document)))
    .map((review) => {
      const message = `${review.place}: no finding has the id ${review.finding_id} any more. If its figures or its place have changed, it stands in findings.csv as new: acknowledge it again, or delete the row.`;
      return { ...reviewFinding("warning", review.document, review.place, message), stated: review.finding_id };
    });
}
