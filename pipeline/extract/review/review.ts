import { defineTable, integer, number, text, type RowOf } from "../../core/table-schema.ts";
import { parseCsv, parseNumber, withoutApostrophe, type CsvRow } from "../../core/csv.ts";
import type { Finding } from "../../model/finding.ts";
import { leastConfidence, type Observation } from "../../model/observation.ts";
import { parsePeriod } from "../../model/period.ts";
import { reviewFinding } from "./review-finding.ts";

const decisions = ["accept", "correct", "reject"] as const;
export type Decision = (typeof decisions)[number];

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

const units: readonly string[] = ["percent", "count", "rate_per_10k", "score", "grade", "cases", "days", "weeks", "months", "gbp", "text"];
const empties = "none";

/**
 * Reads a file of data/review. One with a column observation_id holds decisions on observations; one
 * with finding_id, acknowledgements of findings. An empty cell leaves a value as it was read and "none"
 * empties it. A row with a fault is left out and reported by file, line and column.
 */
export function parseReview(name: string, content: string): { reviews: Review[]; findings: Finding[] } {
  const table = parseCsv(content);
  const faults: { line: number; column: string; message: string }[] = [...table.problems];
  const reviews: Review[] = [];
  const about = table.header.includes("observation_id") ? "observation" : table.header.includes("finding_id") ? "finding" : null;
  const wanted = about === "finding" ? ["finding_id", "decision", "note", "who", "when"] : ["observation_id", "decision", "who", "when"];
  if (table.header.length > 0 && about === null) {
    faults.push({
      line: 1,
      column: "",
      message: "expected a column finding_id, for findings that are known, or observation_id, for decisions on figures; found neither",
    });
  } else if (table.header.length > 0) {
    for (const column of wanted.filter((one) => !table.header.includes(one)))
      faults.push({ line: 1, column, message: "the column is missing" });
  }
  const whole = faults.every((fault) => fault.line !== 1);
  for (const row of whole ? table.rows : []) {
    const cell = (column: string): string => plainCell(row, table.header.indexOf(column));
    if (row.cells.every((one) => one === "") || cell("decision") === "") continue;
    const fault = (column: string, message: string): void => void faults.push({ line: row.line, column, message });
    const before = faults.length;
    const when = cell("when");
    if (!/^\d{4}-\d{2}-\d{2}$/.test(when) || !parsePeriod(when)) fault("when", `expected a date such as 2025-03-31, found "${when}"`);
    if (cell("who") === "") fault("who", "expected the name of the person who decided, found nothing");
    const shared = { who: cell("who"), when, note: cell("note"), place: `${name}, line ${row.line}` };
    if (about === "finding") {
      if (cell("decision") !== "acknowledge") fault("decision", `expected acknowledge, found "${cell("decision")}"`);
      if (cell("finding_id") === "") fault("finding_id", "expected the id of a finding, found nothing");
      if (cell("note") === "") fault("note", "expected the reason why the finding may stand, found nothing");
      if (faults.length === before)
        reviews.push({ kind: "finding", finding_id: cell("finding_id"), document: cell("document"), ...shared });
      continue;
    }
    const decision = decisions.find((one) => one === cell("decision"));
    if (!decision) fault("decision", `expected one of ${decisions.join(", ")}, found "${cell("decision")}"`);
    if (cell("observation_id") === "" && cell("document") === "")
      fault("observation_id", "expected an observation id, or the document and quote it stands for, found nothing");
    const to = readValues(cell, fault);
    if (decision === "correct" && faults.length === before && Object.keys(to).length === 0)
      fault("value", "expected at least one corrected cell (value, unit, period, subject or breakdown), found none");
    if (decision && faults.length === before) {
      reviews.push({
        kind: "observation",
        observation_id: cell("observation_id"),
        document: cell("document"),
        indicator: cell("indicator"),
        decision,
        to,
        quote: cell("quote"),
        ...shared,
      });
    }
  }
  const findings = faults.map(({ line, column, message }) => {
    const place = column === "" ? `line ${line}` : `line ${line}, column ${column}`;
    const consequence = `The ${line === 1 || table.isBroken ? "file" : "row"} was not used.`;
    return reviewFinding("error", name, place, `${name}, ${place}: ${message}. ${consequence}`);
  });
  return { reviews, findings };
}

function readValues(cell: (column: string) => string, fault: (column: string, message: string) => void): ObservationReview["to"] {
  const to: ObservationReview["to"] = {};
  for (const column of ["value", "value_high"] as const) {
    const given = cell(column);
    const parsed = given === empties ? null : parseNumber(given);
    if (given !== "" && given !== empties && parsed === null) fault(column, `expected a number, found "${given}"`);
    else if (given !== "") to[column] = parsed;
  }
  for (const column of ["unit", "period", "subject", "breakdown"] as const) {
    const given = cell(column);
    if (given === "") continue;
    const value = given === empties ? "" : given;
    if (column === "unit" && !units.includes(value)) fault(column, `expected one of ${units.join(", ")}, found "${given}"`);
    else if (column === "period" && value !== "" && value !== "at inspection" && !parsePeriod(value)) {
      fault(column, `expected a period such as 2016/17, at 2017-03-31 or at inspection, found "${given}"`);
    } else to[column] = value;
  }
  return to;
}

/** A cell as typed: the apostrophe that keeps a spreadsheet from running it as a formula is taken off. */
const plainCell = (row: CsvRow, at: number): string => (at < 0 ? "" : withoutApostrophe(row.cells[at] ?? ""));

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

export type ToReview = RowOf<typeof toReview>;

/** Observations under 0.5 that nobody has decided, decision cells empty. Derived ones follow from others and are left out. */
export function observationsToReview(observations: readonly Observation[]): ToReview[] {
  return observations
    .filter((one) => one.review === "" && one.method !== "derived" && one.confidence !== null && one.confidence < leastConfidence)
    .map(
      ({
        observation_id,
        document,
        indicator,
        value,
        value_high,
        unit,
        period,
        subject,
        breakdown,
        confidence,
        page,
        paragraph,
        table,
        row,
        column,
        quote,
      }) => ({
        observation_id,
        document,
        indicator,
        decision: "",
        value,
        value_high,
        unit,
        period,
        subject,
        breakdown,
        who: "",
        when: "",
        note: "",
        confidence,
        page,
        paragraph,
        table,
        row,
        column,
        quote,
      }),
    );
}
