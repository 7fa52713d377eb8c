import type { Observation } from "../../model/observation.ts";

export const decisions = ["accept", "correct", "reject"] as const;
type Decision = (typeof decisions)[number];

/** What a person decided of one observation. A null field says nothing; "" or null inside `to` empties the cell. */
export type ObservationReview = {
  kind: "observation";
  observation_id: string;
  document: string;
  indicator: string;
  decision: Decision;
  /** The cells that were filled in: for a correction the new values, otherwise those of the observation meant. */
  to: Partial<Pick<Observation, "value" | "value_high" | "unit" | "period" | "subject" | "breakdown">>;
  /** Words of the document, to find the observation again when its id has gone. */
  quote: string;
  who: string;
  when: string;
  note: string;
  place: string;
};
/** A finding that somebody has seen and explained. `document` is "" where the row does not name it. */
export type FindingReview = {
  kind: "finding";
  finding_id: string;
  document: string;
  note: string;
  who: string;
  when: string;
  place: string;
};
export type Review = ObservationReview | FindingReview;
