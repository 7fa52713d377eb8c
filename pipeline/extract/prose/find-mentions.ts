import { mayMatch } from "../../core/pattern-stems.ts";
import type { CompiledPhrases } from "./compile-phrases.ts";

/** A stretch of a sentence that names an indicator. */
export type Mention = { start: number; end: number; phrases: CompiledPhrases };

/**
 * Every name of an indicator in a sentence, in order of place. `around` is what the sentence carries on
 * from (headings, the sentence before), where words that must also stand may be found. A name inside a
 * longer name of another indicator is dropped: "health assessments" in "initial health assessments".
 */
export function findMentions(lower: string, around: string, declared: readonly CompiledPhrases[]): Mention[] {
  const found: Mention[] = [];
  for (const phrases of declared) {
    if (!phrases.any || !mayMatch(phrases.stems, lower)) continue;
    for (const match of lower.matchAll(phrases.any)) {
      if (match[0] === "") continue;
      if (phrases.also.length > 0 && !phrases.also.every((also) => also.test(lower) || also.test(around))) break;
      if (phrases.beside.some((beside) => !beside.test(lower))) break;
      if (phrases.never && phrases.never.test(match[0])) continue;
      found.push({ start: match.index, end: match.index + match[0].length, phrases });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(
    (mention) =>
      !found.some((other) => other !== mention && other.phrases.indicator !== mention.phrases.indicator && covers(other, mention)),
  );
}

const covers = (outer: Mention, inner: Mention): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
