import type { Action } from "../model/action.ts";
import type { DocumentRow } from "../model/document.ts";
import type { Finding, FindingKind } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Observation } from "../model/observation.ts";
import type { SeriesRow } from "../model/series.ts";
import type { Grid } from "./reading/grid.ts";
import type { Reading, Sentence } from "./reading/reading.ts";

/** What was taken from one document, for the checks of that document. */
export type DocumentRows = {
  observations: readonly Observation[];
  actions: readonly Action[];
  indicators: readonly Indicator[];
};

/** What a check across documents may look at: the rows that other stages made of all of them. */
export type AllRows = {
  documents: readonly DocumentRow[];
  observations: readonly Observation[];
  official: readonly SeriesRow[];
  targets: readonly SeriesRow[];
  indicators: readonly Indicator[];
};

/** One way in which a document can be wrong. A clean document gives no finding. */
type CheckOf<Scope extends string, Inputs extends readonly unknown[]> = {
  readonly scope: Scope;
  readonly kind: FindingKind;
  readonly title: string;
  find(...inputs: Inputs): Finding[];
};
export type DocumentCheck = CheckOf<"document", [reading: Reading, rows: DocumentRows]>;
export type AcrossCheck = CheckOf<"across documents", [rows: AllRows]>;
export type Check = DocumentCheck | AcrossCheck;

/** A check that looks at one document at a time: it is done again only where that document changed. */
export const perDocument = (kind: FindingKind, title: string, find: DocumentCheck["find"]): DocumentCheck => ({
  scope: "document",
  kind,
  title,
  find,
});

/** A check that sets the figures of documents against each other, or against those of other sources. */
export const acrossDocuments = (kind: FindingKind, title: string, find: AcrossCheck["find"]): AcrossCheck => ({
  scope: "across documents",
  kind,
  title,
  find,
});

/** A check that looks at one sentence at a time; `passage` holds the sentences of its paragraph. */
export const perSentence = (
  kind: FindingKind,
  title: string,
  find: (reading: Reading, sentence: Sentence, passage: readonly Sentence[]) => Finding[],
): DocumentCheck =>
  perDocument(kind, title, (reading) =>
    reading.passages.flatMap((passage) => passage.flatMap((sentence) => find(reading, sentence, passage))),
  );

/** A check that looks at one table at a time. */
export const perTable = (kind: FindingKind, title: string, find: (reading: Reading, grid: Grid) => Finding[]): DocumentCheck =>
  perDocument(kind, title, (reading) => reading.grids.flatMap((grid) => find(reading, grid)));
