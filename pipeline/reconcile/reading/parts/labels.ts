import type { Sentence } from "../reading.ts";
import type { Count } from "./parts-list.ts";

/** What a count counts may stand on either side of it: "boys 318, girls 270" or "318 boys, 270 girls". */
export type Labelled = { count: Count; before: string; behind: string };

const separator = /[,;:.()]|\b(?:and|but|while|whereas)\b| [-–—] /giu;

/** The words on either side of each count, as far as a stop, "and" or another number. */
export function labelled({ skeleton }: Sentence, counts: readonly Count[]): Labelled[] {
  return counts.map((count) => {
    // "Calls (402)": the bracket belongs to the count.
    const before = skeleton.slice(skeleton.lastIndexOf("}", count.at) + 1, count.at).replace(/ \($/u, "");
    const [, behind = ""] = /^\{[A-Z]\d+\}([^{}]*)/u.exec(skeleton.slice(count.at)) ?? [];
    const stops = [...before.matchAll(separator)].at(-1);
    return {
      count,
      before: before.slice(stops ? stops.index + stops[0].length : 0).trim(),
      behind: behind.slice(0, behind.search(separator) === -1 ? behind.length : behind.search(separator)).trim(),
    };
  });
}

/** "Foster carers had 180 children, homes 34 and relatives 51": the first count alone may be told with its noun. */
const few = /^(?: [\p{L}’'-]+){0,3}(?:[,;]| and\b)/u;

/** "Under-fives 78, primary pupils 204 and teenagers 130": each count closes its item, whose name stands before it. */
export function closesItems(sentence: Sentence, parts: readonly Count[]): boolean {
  const rest = parts.map(({ at, inBrackets }) =>
    sentence.skeleton.slice(at).replace(inBrackets ? /^\{[A-Z]\d+\}\)?/u : /^\{[A-Z]\d+\}/u, ""),
  );
  return (
    rest.slice(0, -1).every((words, at) => (at === 0 ? few : /^(?:[,;]| and\b)/u).test(words)) &&
    (parts.at(-1)?.inBrackets || /^(?:[.;):,]|$| [–-] )/u.test(rest.at(-1) ?? "")) &&
    labelled(sentence, parts).every(({ before }) => /\p{L}/u.test(before))
  );
}
