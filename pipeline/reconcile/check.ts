import type { Action } from "../model/action.ts";
import type { Finding, FindingKind } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Observation } from "../model/observation.ts";
import type { SeriesRow } from "../model/series.ts";
import type { Grid } from "./reading/grid.ts";
import type { Reading, Sentence } from "./reading/reading.ts";

/** What a check may look at: every document as read, and the rows that other stages made of them. */
export type CheckInput = {
  readings: readonly Reading[];
  observations: readonly Observation[];
  actions: readonly Action[];
  official: readonly SeriesRow[];
  targets: readonly SeriesRow[];
  indicators: readonly Indicator[];
};

/** One way in which a document can be wrong. A clean document gives no finding. */
export type Check = {
  readonly kind: FindingKind;
  readonly title: string;
  find(input: CheckInput): Finding[];
};

/** A check that looks at one document at a time. */
export const perDocument = (kind: FindingKind, title: string, find: (reading: Reading, input: CheckInput) => Finding[]): Check => ({
  kind,
  title,
  find: (input) => input.readings.flatMap((reading) => find(reading, input)),
});

/** A check that looks at one sentence at a time; `passage` holds the sentences of its paragraph. */
export const perSentence = (
  kind: FindingKind,
  title: string,
  find: (reading: Reading, sentence: Sentence, passage: readonly Sentence[]) => Finding[],
): Check =>
  perDocument(kind, title, (reading) =>
    reading.passages.flatMap((passage) => passage.flatMap((sentence) => find(reading, sentence, passage))),
  );

/** A check that looks at one table at a time. */
export const perTable = (kind: FindingKind, title: string, find: (reading: Reading, grid: Grid) => Finding[]): Check =>
  perDocument(kind, title, (reading) => reading.grids.flatMap((grid) => find(reading, grid)));
