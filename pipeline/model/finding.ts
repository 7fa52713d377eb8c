import { defineTable, oneOf, text, type RowOf } from "../core/table-schema.ts";

const findingKinds = [
  "arithmetic",
  "total",
  "label",
  "conflict",
  "period",
  "definition",
  "unit",
  "official_difference",
  "plausibility",
  "document",
  "data",
] as const;
export type FindingKind = (typeof findingKinds)[number];
export const severities = ["error", "warning", "note"] as const;
export type Severity = (typeof severities)[number];

/** Something a careful reader should know before relying on a figure or a file. */
export const findings = defineTable({
  name: "findings",
  description: "Defects found in documents and data, each with its reason",
  key: ["finding_id"],
  fields: {
    finding_id: text("Stable id: made from kind, document, indicator, place and what was stated, never from the wording"),
    kind: oneOf(findingKinds, "What sort of defect; document and data are files that could not be used in full"),
    severity: oneOf(severities, "error: do not rely on it; warning: check; note: know"),
    document: text("File name; empty when it is not about one file"),
    authority: text("Name of the authority"),
    indicator: text("Indicator id; empty when it is not about one indicator"),
    message: text("One or two plain sentences: what is wrong, what it should be, the likely cause"),
    stated: text("What was printed"),
    expected: text("What it should be, when that is known"),
    quote: text("Words of the document"),
    place: text("Page, paragraph, table cell or file line"),
    heading: text("A line of at most 70 characters for the pack"),
    observations: text("Ids of the observations it rests on, separated by spaces"),
    acknowledged: text("Note from data/review; empty when nobody has acknowledged it"),
  },
});
export type Finding = RowOf<typeof findings>;

/** A row with every column, empty where nothing is said. */
export function findingRow(said: Pick<Finding, "finding_id" | "kind" | "severity" | "message"> & Partial<Finding>): Finding {
  return {
    document: "",
    authority: "",
    indicator: "",
    stated: "",
    expected: "",
    quote: "",
    place: "",
    heading: "",
    observations: "",
    acknowledged: "",
    ...said,
  };
}

/** What of a message tells one finding from another: its figures and quoted words. The rest may be reworded without a new id. */
export const figuresOf = (message: string): string => (message.match(/"[^"]*"|\d(?:[\d.,:/-]*\d)?/g) ?? []).join(" ");
