import type { Qualifier } from "../../model/observation.ts";
import type { Token } from "./tokens.ts";

// Longest first: the words that stand directly before a figure.
const before: readonly (readonly [words: string, qualifier: Qualifier])[] = [
  ["no fewer than", "at_least"],
  ["no less than", "at_least"],
  ["not less than", "at_least"],
  ["a minimum of", "at_least"],
  ["at least", "at_least"],
  ["no more than", "at_most"],
  ["not more than", "at_most"],
  ["a maximum of", "at_most"],
  ["at most", "at_most"],
  ["up to", "at_most"],
  ["as many as", "at_most"],
  ["a little more than", "over"],
  ["slightly more than", "over"],
  ["just more than", "over"],
  ["more than", "over"],
  ["greater than", "over"],
  ["higher than", "over"],
  ["in excess of", "over"],
  ["just over", "over"],
  ["slightly over", "over"],
  ["well over", "over"],
  ["just above", "over"],
  ["over", "over"],
  ["above", "over"],
  ["exceeding", "over"],
  ["a little less than", "under"],
  ["slightly less than", "under"],
  ["less than", "under"],
  ["fewer than", "under"],
  ["lower than", "under"],
  ["just below", "under"],
  ["just under", "under"],
  ["slightly under", "under"],
  ["well under", "under"],
  ["under", "under"],
  ["below", "under"],
  ["in the region of", "approx"],
  ["approximately", "approx"],
  ["approx", "approx"],
  ["around", "approx"],
  ["about", "approx"],
  ["roughly", "approx"],
  ["circa", "approx"],
  ["some", "approx"],
  ["very nearly", "almost"],
  ["close to", "almost"],
  ["almost", "almost"],
  ["nearly", "almost"],
  ["within", "at_most"],
];
const split = before.map(([words, qualifier]) => ({ words: words.split(" "), qualifier }));
const sums: ReadonlySet<string | undefined> = new Set(["add", "adds", "added", "adding"]);
const lastWords = new Set(split.map(({ words }) => words[words.length - 1]));

/** The qualifier that ends just before token `at` ("just under a third" read at "a") and how many tokens it takes. */
export function qualifierBefore(tokens: readonly Token[], at: number): { qualifier: Qualifier; words: number } {
  // "Their scores add up to 3,721" states the sum itself.
  const isSum = tokens[at - 1]?.lower === "to" && tokens[at - 2]?.lower === "up" && sums.has(tokens[at - 3]?.lower);
  if (isSum || !lastWords.has(tokens[at - 1]?.lower)) return { qualifier: "exact", words: 0 };
  for (const { words, qualifier } of split) {
    if (words.every((word, k) => tokens[at - words.length + k]?.lower === word)) return { qualifier, words: words.length };
  }
  return { qualifier: "exact", words: 0 };
}
