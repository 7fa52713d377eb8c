import type { Observation } from "../../model/observation.ts";

/** What prose says, before the document adds its place and its name. */
export type Fact = Pick<
  Observation,
  | "indicator"
  | "breakdown"
  | "subject"
  | "value"
  | "value_high"
  | "unit"
  | "qualifier"
  | "numerator"
  | "denominator"
  | "period"
  | "method"
  | "quote"
  | "confidence"
>;
