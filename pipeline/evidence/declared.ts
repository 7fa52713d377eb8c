import { withoutSpaces } from "../core/hash.ts";
import { glossary, methodParagraphs } from "../words/glossary.ts";
import { standing, standingRef } from "../words/standing.ts";
import type { Declared } from "./tables.ts";

const terms = (list: readonly { readonly term: string; readonly meaning: string }[]): string[] =>
  list.flatMap(({ term, meaning }) => [term, meaning]);

/** Standing words of the program: its method, its glossary and the notes that never change. */
export const standingWords: readonly Declared[] = [
  { id: standingRef("method"), name: "the method, standing words of the program", texts: terms(methodParagraphs), isStanding: true },
  { id: standingRef("glossary"), name: "the glossary, standing words of the program", texts: terms(glossary), isStanding: true },
  ...Object.entries(standing).map(([name, text]) => ({
    id: `words:${name}`,
    name: "standing words of the program",
    texts: [text],
    isStanding: true,
  })),
];

const own: Readonly<Record<string, (rest: string) => string>> = {
  template: (id) => `standing words of the template ${id}`,
  target: (rest) => `a target that the template ${rest.split(":")[0] ?? ""} sets`,
  page: (anchor) => `the page of “${anchor}”, counted in the pack`,
  evidence: (number) => `entry ${number} of the pack's list of evidence`,
  row: (number) => `row ${number} of its table`,
  scale: () => "the scale of the drawing",
  kind: (kind) => `standing words of charts of the kind ${kind}`,
  given: (gap) => `what the run was given: ${gap.replaceAll("_", " ")}`,
};

/** The name of a source that only the pack itself holds, from its id; null for other ids. */
export function nameOfOwn(id: string): string | null {
  const [, kind = "", rest = ""] = /^([a-z]+):(.+)$/.exec(id) ?? [];
  return own[kind]?.(rest) ?? null;
}

/** What a template says itself: its headings and paragraphs. Marks of emphasis are not printed. */
export const templateWords = (id: string, file: string, text: string): Declared => ({
  id: withoutSpaces(`template:${id}`),
  name: `standing words of the template ${file}`,
  texts: [text.replaceAll("**", "")],
});
