import { defineTable, integer, number, text, type RowOf } from "../../core/table-schema.ts";
import { leastConfidence, type Observation } from "../../model/observation.ts";

/** Ambiguous observations, in the columns of a review file: a row is copied there, decided and signed. */
export const toReview = defineTable({
  name: "to_review",
  description: "Observations that a person should accept, correct or reject in a file of data/review before charts use them",
  key: ["document", "observation_id"],
  fields: {
    observation_id: text("Id of the observation"),
    document: text("File name of the document"),
    indicator: text("Indicator id as read"),
    decision: text("For the person: accept, correct or reject"),
    value: number("Value as read"),
    value_high: number("Upper end of a range, as read"),
    unit: text("Unit as read"),
    period: text("Period as read"),
    subject: text("Subject as read"),
    breakdown: text("Part of the whole, as read"),
    who: text("For the person: who decided"),
    when: text("For the person: date of the decision, such as 2025-03-31"),
    note: text("For the person: why"),
    confidence: number("0 to 1"),
    page: integer("Page of the document, where the format has pages"),
    paragraph: text("Paragraph number or place in words"),
    table: text("Caption of the table"),
    row: text("Row heading"),
    column: text("Column heading"),
    quote: text("The words of the document"),
  },
});

type ToReview = RowOf<typeof toReview>;

/** Observations under 0.5 that nobody has decided, decision cells empty. Derived ones follow from others and are left out. */
export function observationsToReview(observations: readonly Observation[]): ToReview[] {
  return observations
    .filter((one) => one.review === "" && one.method !== "derived" && one.confidence !== null && one.confidence < leastConfidence)
    .map((one) => ({ ...one, decision: "", who: "", when: "", note: "" }));
}
