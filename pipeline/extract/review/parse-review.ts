import { parseCsv, parseNumber, withoutApostrophe, type CsvProblem, type CsvRow } from "../../core/csv.ts";
import type { Finding } from "../../model/finding.ts";
import { parsePeriod } from "../../model/period.ts";
import { reviewFinding } from "./review-finding.ts";
import { decisions, type FindingReview, type ObservationReview, type Review } from "./review.ts";

const units: readonly string[] = ["percent", "count", "rate_per_10k", "score", "grade", "cases", "days", "weeks", "months", "gbp", "text"];
const empties = "none";

/** A row with a decision: its cells by column, and the faults that its parsers find in it. */
type ReviewRow = {
  readonly cell: (column: string) => string;
  readonly fault: (column: string, message: string) => void;
  readonly isSound: () => boolean;
};
type Signature = Pick<Review, "who" | "when" | "note">;

/**
 * Reads a file of data/review. One with a column observation_id holds decisions on observations; one
 * with finding_id, acknowledgements of findings. An empty cell leaves a value as it was read and "none"
 * empties it. A row with a fault is left out and reported by file, line and column.
 */
export function parseReview(name: string, content: string): { reviews: Review[]; findings: Finding[] } {
  const table = parseCsv(content);
  const about = kindOf(table.header);
  const faults: CsvProblem[] = [...table.problems, ...headerFaults(table.header, about)];
  const reviews: Review[] = [];
  const isUsable = faults.every((fault) => fault.line !== 1);
  for (const row of isUsable ? table.rows : []) {
    const found: CsvProblem[] = [];
    const read: ReviewRow = {
      cell: (column) => plainCell(row, table.header.indexOf(column)),
      fault: (column, message) => void found.push({ line: row.line, column, message }),
      isSound: () => found.length === 0,
    };
    if (row.cells.every((one) => one === "") || read.cell("decision") === "") continue;
    const signature = parseSignature(read);
    const review = about === "finding" ? parseAcknowledgement(read) : parseDecision(read);
    if (review && read.isSound()) reviews.push({ ...review, ...signature, place: `${name}, line ${row.line}` });
    faults.push(...found);
  }
  const findings = faults.map(({ line, column, message }) => {
    const place = column === "" ? `line ${line}` : `line ${line}, column ${column}`;
    const consequence = `The ${line === 1 || table.isBroken ? "file" : "row"} was not used.`;
    return reviewFinding("error", name, place, `${name}, ${place}: ${message}. ${consequence}`);
  });
  return { reviews, findings };
}

/** What the rows of a file decide on; null where no column says. */
const kindOf = (header: readonly string[]): Review["kind"] | null =>
  header.includes("observation_id") ? "observation" : header.includes("finding_id") ? "finding" : null;

function headerFaults(header: readonly string[], about: Review["kind"] | null): CsvProblem[] {
  // Without a header there is a fault already.
  if (header.length === 0) return [];
  if (about === null) {
    const message = "expected a column finding_id, for findings that are known, or observation_id, for decisions on figures; found neither";
    return [{ line: 1, column: "", message }];
  }
  const wanted = about === "finding" ? ["finding_id", "decision", "note", "who", "when"] : ["observation_id", "decision", "who", "when"];
  return wanted.filter((column) => !header.includes(column)).map((column) => ({ line: 1, column, message: "the column is missing" }));
}

function parseSignature({ cell, fault }: ReviewRow): Signature {
  const when = cell("when");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(when) || !parsePeriod(when)) fault("when", `expected a date such as 2025-03-31, found "${when}"`);
  if (cell("who") === "") fault("who", "expected the name of the person who decided, found nothing");
  return { who: cell("who"), when, note: cell("note") };
}

function parseAcknowledgement({ cell, fault }: ReviewRow): Omit<FindingReview, keyof Signature | "place"> {
  if (cell("decision") !== "acknowledge") fault("decision", `expected acknowledge, found "${cell("decision")}"`);
  if (cell("finding_id") === "") fault("finding_id", "expected the id of a finding, found nothing");
  if (cell("note") === "") fault("note", "expected the reason why the finding may stand, found nothing");
  return { kind: "finding", finding_id: cell("finding_id"), document: cell("document") };
}

function parseDecision(row: ReviewRow): Omit<ObservationReview, keyof Signature | "place"> | null {
  const { cell, fault, isSound } = row;
  const decision = decisions.find((one) => one === cell("decision"));
  if (!decision) fault("decision", `expected one of ${decisions.join(", ")}, found "${cell("decision")}"`);
  if (cell("observation_id") === "" && cell("document") === "")
    fault("observation_id", "expected an observation id, or the document and quote it stands for, found nothing");
  const to = parseValues(row);
  if (decision === "correct" && isSound() && Object.keys(to).length === 0)
    fault("value", "expected at least one corrected cell (value, unit, period, subject or breakdown), found none");
  return !decision
    ? null
    : {
        kind: "observation",
        observation_id: cell("observation_id"),
        document: cell("document"),
        indicator: cell("indicator"),
        decision,
        to,
        quote: cell("quote"),
      };
}

function parseValues({ cell, fault }: ReviewRow): ObservationReview["to"] {
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
