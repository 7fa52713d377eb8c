import { shortId } from "../core/hash.ts";
import type { DocumentRow } from "../model/document.ts";
import type { Finding, FindingKind, Severity } from "../model/finding.ts";
import { roundTo } from "./numbers/rounding.ts";
import type { Reading } from "./reading/reading.ts";

export type FindingDraft = {
  kind: FindingKind;
  severity: Severity;
  message: string;
  /** At most 70 characters. */
  heading: string;
  stated: string;
  expected?: string;
  quote: string;
  place: string;
  indicator?: string;
  observations?: readonly string[];
};

const longestHeading = 70;

/** Cuts at a word, since a heading that ends inside a number would state another one. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${cut.slice(0, cut.lastIndexOf(" ")).replace(/[,;:. ]+$/, "")}…`;
}

/** Readers find a numbered paragraph by its number; the line of the file is for the place column. A sentence starts with a capital. */
const worded = (message: string): string => {
  const plain = message.replace(/(paragraph [^\s,;]+), line \d+/g, "$1");
  return plain.replace(/^\p{Ll}|(?<=[.?!] )(?:paragraph|page|line|table)\b/gu, (start) => `${start[0]!.toUpperCase()}${start.slice(1)}`);
};

/** The document that a finding is of: a reading has all that is needed. */
type Owner = { source: Pick<Reading["source"], "document">; row: Pick<DocumentRow, "authority"> | null };

/** The owner of what was found without reading the document. */
export const ownerOf = (row: DocumentRow): Owner => ({ source: row, row });

/** The id holds the stated figures and the place, so that an acknowledged finding comes back when they change. */
export function findingRow(reading: Owner, draft: FindingDraft): Finding {
  const { document } = reading.source;
  const indicator = draft.indicator ?? "";
  return {
    finding_id: shortId("finding", draft.kind, document, indicator, draft.place, draft.stated, draft.expected ?? ""),
    kind: draft.kind,
    severity: draft.severity,
    document,
    authority: reading.row?.authority ?? "",
    indicator,
    message: worded(draft.message),
    stated: draft.stated,
    expected: draft.expected ?? "",
    quote: draft.quote,
    place: draft.place,
    heading: shorten(draft.heading, longestHeading),
    observations: (draft.observations ?? []).join(" "),
    acknowledged: "",
  };
}

/** The finding of a check that has just one to report. */
export const oneFinding = (reading: Owner, draft: FindingDraft): Finding[] => [findingRow(reading, draft)];

/** Where a document gives a value, in which words. */
type Told = { figure: { text: string }; sentence: { place: string; text: string } };

/** One thing that a document tells with two values. */
export const twoValues = (reading: Reading, first: Told, again: Told, message: string): Finding[] =>
  oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `${first.figure.text}; ${again.figure.text}`,
    place: `${first.sentence.place}; ${again.sentence.place}`,
    quote: `${first.sentence.text} / ${again.sentence.text}`,
    heading: `${first.figure.text} in one place, ${again.figure.text} in another`,
    message,
  });

/** A percentage that is not the share of the counts it is told of. `expected` is that share, as it should have been printed. */
export const misprintedShare = (
  reading: Reading,
  {
    count,
    of,
    ...draft
  }: Pick<FindingDraft, "stated" | "message" | "quote" | "place"> & { count: number | string; of: number | string; expected: string },
): Finding[] =>
  oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    heading: `${draft.stated} printed, but ${count} of ${of} is ${draft.expected}`,
    ...draft,
  });

/** An average as it should have been printed: whole where it is, with one decimal at least otherwise. */
export const printAverage = (exact: number, beside: { decimals: number }): string =>
  roundTo(exact, Math.max(Number.isInteger(exact) ? 0 : 1, beside.decimals));

/** An average that is not that of what it is told of. `of` says what: "785 over 128"; `expected` is the average, as it should have been printed. */
export const misprintedAverage = (
  reading: Reading,
  { of, note = "", ...draft }: Pick<FindingDraft, "stated" | "quote" | "place"> & { of: string; expected: string; note?: string },
): Finding[] =>
  oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    heading: `Average ${draft.stated} printed; ${of} is ${draft.expected}`,
    message: `${note === "" ? "" : `${note}: `}${of} is ${draft.expected}, but ${draft.stated} is printed.`,
    ...draft,
  });
