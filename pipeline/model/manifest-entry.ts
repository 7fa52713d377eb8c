/** What a person states of a document in the manifest beside it; "" leaves a field to the document's own text. */
export type ManifestEntry = {
  document: string;
  title: string;
  publisher: string;
  kind: "" | "inspection report" | "focused visit" | "panel papers" | "council report" | "other";
  authority: string;
  published: string;
  event_start: string;
  event_end: string;
  licence: string;
  source: string;
  sha256: string;
};
