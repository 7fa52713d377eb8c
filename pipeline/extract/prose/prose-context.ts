import type { DocumentDates } from "../grammar/periods.ts";

/** What the engine is told of the document. */
export type ProseContext = {
  dates: DocumentDates;
  /** Region of the authority, for "the regional average"; "" when unknown. */
  region: string;
  /** Period of a figure in the present tense with no date near: "at inspection" or "". */
  present: string;
  /** Name of the authority, to tell its children from another's; "" when unknown. */
  authority: string;
};
