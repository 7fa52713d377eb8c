import { shortId } from "../core/hash.ts";

/** One or more sentences of a pack or chart, with the ids of the rows that they rest on. */
export type Sentence = { readonly id: string; readonly text: string; readonly restsOn: readonly string[] };

/** The id follows from the text and what it rests on, so the same words from the same rows have the same id. */
export function sentence(text: string, restsOn: readonly string[]): Sentence {
  const rests = [...new Set(restsOn.filter((id) => id !== ""))];
  return { id: shortId("w", text, ...rests), text, restsOn: rests };
}

/** Sentences set one after another, resting on all that they rest on; absent ones are left out. */
export function joinSentences(parts: readonly (Sentence | null)[]): Sentence {
  const present = parts.filter((part) => part !== null);
  return sentence(
    present.map((part) => part.text).join(" "),
    present.flatMap((part) => part.restsOn),
  );
}
