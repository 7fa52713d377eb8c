import type { Observation } from "../model/observation.ts";
import type { Source } from "../model/source.ts";
import type { Span } from "./span.ts";

type DocumentEvidence = {
  readonly number: string;
  readonly quote: string;
  readonly document: string;
  readonly place: string;
  readonly rests: readonly string[];
};
type SourceEvidence = { readonly number: string; readonly source: Source };

/** What of a document is cited: its words, where they stand, and the rows read from them. */
type Quotation = { readonly document: string; readonly quote: string; readonly place: string; readonly rests: readonly string[] };

/** The place of an observation in words: "paragraph 92", "page 4, table 2". */
export function placeOf(observation: Pick<Observation, "page" | "paragraph" | "table">): string {
  const paragraph = /^\d+(?:\.\d+)*$/.test(observation.paragraph) ? `paragraph ${observation.paragraph}` : observation.paragraph;
  return [observation.page === null ? "" : `page ${observation.page}`, paragraph, observation.table]
    .filter((part) => part !== "")
    .join(", ");
}

/** What a register held at a moment. Two with one `key` hold the same. */
export type EvidenceSnapshot = {
  readonly quotes: readonly (readonly [string, { number: string; quotation: Quotation; rests: readonly string[] }])[];
  readonly cited: readonly (readonly [string, SourceEvidence])[];
  readonly key: string;
};

/**
 * Gives E numbers to words of documents and S numbers to publications in the order in which they are
 * first cited. Figures read from the same words share a number.
 */
export class EvidenceRegister {
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #quotes = new Map<string, { number: string; quotation: Quotation; rests: Set<string> }>();
  readonly #cited = new Map<string, SourceEvidence>();

  readonly #listed: boolean;

  /** `listed` says whether the pack prints its evidence; without a list, nothing gets a number. */
  constructor(sources: readonly Source[], listed: boolean) {
    this.#listed = listed;
    this.#sources = new Map(sources.map((source) => [source.source, source]));
  }

  quotation(quotation: Quotation): string {
    if (!this.#listed) return "";
    const key = `${quotation.document}\n${quotation.quote}\n${quotation.quote === "" ? quotation.place : ""}`;
    const known = this.#quotes.get(key);
    if (known) {
      for (const id of quotation.rests) known.rests.add(id);
      return known.number;
    }
    const number = `E${this.#quotes.size + 1}`;
    this.#quotes.set(key, { number, quotation, rests: new Set(quotation.rests) });
    return number;
  }

  /** How much has been cited so far, to go back to when a page is composed again or left out. */
  mark(): { quotes: number; sources: number } {
    return { quotes: this.#quotes.size, sources: this.#cited.size };
  }

  rollBack(to: { quotes: number; sources: number }): void {
    for (const key of [...this.#quotes.keys()].slice(to.quotes)) this.#quotes.delete(key);
    for (const key of [...this.#cited.keys()].slice(to.sources)) this.#cited.delete(key);
  }

  /** Everything cited so far, as it stands, to come back to or to compare with. */
  snapshot(): EvidenceSnapshot {
    const quotes = [...this.#quotes].map(([key, entry]) => [key, { ...entry, rests: [...entry.rests] }] as const);
    return {
      quotes,
      cited: [...this.#cited],
      key: JSON.stringify([quotes.map(([key, { rests }]) => [key, rests]), [...this.#cited.keys()]]),
    };
  }

  restore({ quotes, cited }: EvidenceSnapshot): void {
    this.#quotes.clear();
    for (const [key, entry] of quotes) this.#quotes.set(key, { ...entry, rests: new Set(entry.rests) });
    this.#cited.clear();
    for (const [id, entry] of cited) this.#cited.set(id, entry);
  }

  observation(observation: Observation): string {
    return this.quotation({
      document: observation.document,
      quote: observation.quote,
      place: placeOf(observation),
      rests: [observation.observation_id],
    });
  }

  /** The number of a publication; "" for a source that is not in the table of sources. */
  source(id: string): string {
    const known = this.#cited.get(id);
    if (known) return known.number;
    const source = this.#sources.get(id);
    if (!source || !this.#listed) return "";
    const number = `S${this.#cited.size + 1}`;
    this.#cited.set(id, { number, source });
    return number;
  }

  documents(): DocumentEvidence[] {
    return [...this.#quotes.values()].map(({ number, quotation, rests }) => ({ ...quotation, number, rests: [...rests] }));
  }

  sources(): SourceEvidence[] {
    return [...this.#cited.values()];
  }
}

/** The id of an entry of the pack's own list of evidence. */
export const evidenceRef = (number: string): string => `evidence:${number}`;
export const evidenceAnchor = (number: string): string => `evidence-${number}`;

/** " [E1, S2]" with its leading space and a link for each number; [] when there is none, or the pack has no list of evidence. */
export function citation(numbers: readonly string[], look: Partial<Span> = {}): Span[] {
  const given = [...new Set(numbers)]
    .filter((number) => number !== "")
    .sort((a, b) => (a[0] === b[0] ? Number(a.slice(1)) - Number(b.slice(1)) : a < b ? -1 : 1));
  if (given.length === 0) return [];
  const spans: Span[] = [{ ...look, text: " [" }];
  given.forEach((number, at) => {
    if (at > 0) spans.push({ ...look, text: ", " });
    spans.push({
      ...look,
      text: number,
      rests: [evidenceRef(number)],
      link: { to: evidenceAnchor(number), description: `Evidence ${number}` },
    });
  });
  spans.push({ ...look, text: "]" });
  return spans;
}
