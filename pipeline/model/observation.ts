import { date, defineTable, integer, number, oneOf, text, type RowOf } from "../core/table-schema.ts";

const qualifiers = ["exact", "approx", "almost", "over", "under", "at_least", "at_most", "range"] as const;
export type Qualifier = (typeof qualifiers)[number];

/** One figure, or one statement without a figure, that a document makes. */
export const observations = defineTable({
  name: "observations",
  description: "Figures and statements read from documents, each with its words and its place",
  key: ["document", "observation_id"],
  fields: {
    observation_id: text("Stable id: made from document, place, indicator, subject, period, breakdown and value"),
    document: text("File name of the document"),
    authority_code: text("ONS code of the authority the document is about"),
    authority: text("Name of that authority"),
    indicator: text("Indicator id"),
    breakdown: text("Part of the whole that the figure is for (age, area judged, band); empty for the whole"),
    subject: text("local, england, statistical_neighbours, region:NAME, target, general_population or other:WHO"),
    value: number("Value in the unit; null for statements in words"),
    value_high: number("Upper end when the document gives a range"),
    unit: text("percent, count, rate_per_10k, score, grade, cases, days, weeks, months, gbp or text"),
    qualifier: oneOf(qualifiers, "How exactly the document states it"),
    numerator: number("Count, when the document gives one beside a percentage"),
    denominator: number("Base of the percentage, when the document gives one"),
    period: text("Period as in EXTRACTION: 2016/17, 2016/17 Q1, at 2017-03-31, 2017, 2017-01..2017-12, at inspection or empty"),
    period_start: date("First day of the period; empty when unknown"),
    period_end: date("Last day of the period; empty when unknown"),
    method: oneOf(["table", "prose", "derived"], "Where it was read, or that it was worked out from a stated figure"),
    page: integer("Page of the document, from 1, where the format has pages"),
    paragraph: text("Printed paragraph number, or the place in words"),
    table: text("Caption of the table, or its position"),
    row: text("Row heading"),
    column: text("Column heading"),
    quote: text("The words of the document that state it, verbatim but for white space"),
    confidence: number("0 to 1; under 0.5 is kept out of charts and listed for a person to confirm"),
    review: oneOf(["", "accepted", "corrected", "rejected"], "What a person decided in data/review"),
  },
});
export type Observation = RowOf<typeof observations>;

/** Observations of a lower confidence wait for a person: no chart, comparison or question uses them. */
export const leastConfidence = 0.5;

/** Whether a figure may be used: a person accepted or corrected it, or nobody has looked and its reading is sure enough. */
export const isUsable = ({ review, confidence }: Pick<Observation, "review" | "confidence">): boolean =>
  review !== "rejected" && (review !== "" || (confidence ?? 0) >= leastConfidence);
