import type { Reading } from "../../reading/reading.ts";
import { isTimed, wordsOf, type Counted } from "../../reading/tellings.ts";
import { isWithin } from "../../vocabulary/names.ts";
import { isNext } from "./points-back.ts";

// Those who underwent or did an act, and the act by its noun.

/** Fewer words leave open what was answered. */
const fewestSaid = 3;

/** The words by which a statement and the heading over it name what is told of. */
export const wordsAround = ({ said, sentence, noun }: Counted): Set<string> =>
  new Set([...said, noun, ...wordsOf(sentence.text), ...wordsOf(sentence.block.headings.at(-1) ?? "")]);

/**
 * "20 schools were inspected", then "each of the 16 inspections": those who underwent an act, and the act by its noun. Where it can
 * be done to one of them twice, only fewer acts than those who underwent it are a slip, unless "these" points back.
 */
export function isByAct(reading: Reading, one: Counted, other: Counted): boolean {
  const { act } = other;
  if (!act || one.act?.name === act.name || !one.acts.some(({ name }) => name === act.name)) return false;
  if (!isWithin(other.words, wordsAround(one)) || one.definite) return false;
  const pointed = /\b(?:these|those) $/iu.test(other.sentence.text.slice(0, other.figure.start));
  if (!act.isOnce && other.value > one.value && !pointed) return false;
  return isTimed(one, other) || ((other.definite || other.isRow) && isNext(reading, other, one));
}

/** "The survey drew 86 replies", then "the survey, to which 98 households replied": the act by its noun, and those who did it. */
export const isByVerb = (one: Counted, other: Counted): boolean =>
  one.act !== null &&
  one.act.isOnce &&
  other.act === null &&
  !other.isRow &&
  other.said.size >= fewestSaid &&
  other.acts.some(({ name }) => name === one.act?.name) &&
  wordsAround(one).has(other.noun) &&
  isWithin(wordsOf(other.told.replace(new RegExp(one.act.words.source, "giu"), " ")), wordsAround(one)) &&
  one.times.length + other.times.length === 0;
