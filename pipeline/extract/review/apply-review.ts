import type { Finding } from "../../model/finding.ts";
import type { Observation } from "../../model/observation.ts";
import { parsePeriod } from "../../model/period.ts";
import { reviewFinding } from "./review-finding.ts";
import type { ObservationReview, Review } from "./review.ts";

/**
 * Observations with the decisions that were taken on them; rows are neither added nor removed. Accepted
 * and corrected ones are certain (confidence 1), rejected ones stay in the table and out of charts.
 * A decision is found by observation id, or, when that has gone, by document, indicator and words.
 * Of several decisions on one observation the latest holds.
 */
export function applyReview(observations: readonly Observation[], reviews: readonly Review[]): Observation[] {
  const decided = matchReviews(observations, reviews);
  return observations.map((observation, at) => {
    const review = decided.get(at);
    return review ? decide(observation, review) : observation;
  });
}

/** One warning for each decision that no observation answers to any more, so that none is lost in silence. */
export function unmatchedReviews(observations: readonly Observation[], reviews: readonly Review[]): Finding[] {
  const documents = new Set(observations.map((observation) => observation.document));
  const found = new Set<Review>(reviews.filter((review) => review.kind === "observation" && findObservation(observations, review) >= 0));
  return reviews
    .filter(
      (review): review is ObservationReview =>
        review.kind === "observation" && !found.has(review) && (review.document === "" || documents.has(review.document)),
    )
    .map((review) => {
      const what = review.observation_id || review.quote;
      const message = `${review.place}: no observation answers to this decision any more (${what}). Decide again, or delete the row.`;
      return { ...reviewFinding("warning", review.document, review.place, message), indicator: review.indicator, quote: review.quote };
    });
}

function matchReviews(observations: readonly Observation[], reviews: readonly Review[]): Map<number, ObservationReview> {
  const decided = new Map<number, ObservationReview>();
  for (const review of reviews) {
    if (review.kind !== "observation") continue;
    const at = findObservation(observations, review);
    const earlier = decided.get(at);
    if (at >= 0 && (!earlier || review.when >= earlier.when)) decided.set(at, review);
  }
  return decided;
}

const fold = (words: string): string => words.replace(/\s+/g, " ").trim();

/** Index of the observation that a decision is about; -1 when none, or when several fit equally well. */
function findObservation(observations: readonly Observation[], review: ObservationReview): number {
  const byId = observations.findIndex((one) => review.observation_id !== "" && one.observation_id === review.observation_id);
  if (byId >= 0) return byId;
  // Without words of the document the rest would fit too many.
  if (review.document === "" || review.quote === "") return -1;
  const scored = observations.flatMap((one, at) => {
    if (one.document !== review.document || fold(one.quote) !== fold(review.quote)) return [];
    if (review.indicator !== "" && one.indicator !== review.indicator) return [];
    const agreed = Object.entries(review.to).filter(([column, value]) => one[column as keyof typeof review.to] === value).length;
    // Only a correction may differ in what it states.
    return review.decision !== "correct" && agreed < Object.keys(review.to).length ? [] : [{ at, agreed }];
  });
  const best = scored.reduce((most, one) => Math.max(most, one.agreed), -1);
  const first = scored.filter((one) => one.agreed === best);
  return first.length === 1 ? first[0]!.at : -1;
}

function decide(observation: Observation, review: ObservationReview): Observation {
  if (review.decision === "reject") return { ...observation, review: "rejected" };
  if (review.decision === "accept") return { ...observation, confidence: 1, review: "accepted" };
  const changed: Observation = { ...observation, ...review.to, confidence: 1, review: "corrected" };
  if (changed.period === observation.period) return changed;
  const span = parsePeriod(changed.period);
  return { ...changed, period_start: span?.start ?? "", period_end: span?.end ?? "" };
}
