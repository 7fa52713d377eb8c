import type { Indicator } from "../../model/indicator.ts";
import type { Span } from "../grammar/sentences.ts";
import { carryOver, measureRates, type Carried } from "./carry-over.ts";
import type { CompiledPhrases } from "./compile-phrases.ts";
import { findMentions, type Mention } from "./find-mentions.ts";
import { matchChains } from "./match-chains.ts";
import { matchFrames } from "./match-frames.ts";
import { matchGroups } from "./match-groups.ts";
import { matchNear } from "./match-near.ts";
import { topics, type Memory } from "./memory.ts";
import { noLevel } from "./no-level.ts";
import { plainText, type ReadSentence } from "./read-sentence.ts";
import type { Reading } from "./reading.ts";

/** What is known of a sentence before its figures are understood. */
export type Known = {
  compiled: readonly CompiledPhrases[];
  declared: readonly Indicator[];
  clauses: readonly Span[];
  mentions: readonly Mention[];
  subjects: readonly string[];
  around: string;
};

const ofHeading = /^(?:overall )?(?:performance|compliance|completion|take[- ]?up|uptake|coverage)(?: rates?)?\b/;

/** What the heading names, for a paragraph that opens with how it went: nothing nearer says what is counted. */
const underHeading = (sentence: ReadSentence, memory: Memory): readonly Carried[] =>
  ofHeading.test(sentence.marked.text) ? memory.headed() : [];

/**
 * What each figure of a sentence counts, surest ground first: whole statements, then names beside the
 * figure, then figures that lean on others, then what the sentence before spoke of.
 */
export function understand(
  sentence: ReadSentence,
  memory: Memory,
  { compiled, declared, clauses, mentions, subjects, around }: Known,
): Reading[] {
  const out = noLevel(sentence);
  const levels = (readings: readonly Reading[]): Reading[] => readings.filter((r) => !out.has(r.figure));
  const readings = levels(matchFrames(sentence, around, compiled));
  const beside = { mentions, declared, subjects, changes: out };
  const taken = (): Set<number> => new Set([...readings.map((r) => r.figure), ...out]);
  readings.push(...levels(matchGroups(sentence, mentions, taken())));
  readings.push(...levels(matchNear(sentence, mentions, clauses, taken(), subjects)));
  readings.push(...levels(matchChains(sentence, readings, beside)));
  // A sentence without figures is read for its names only now that one may lean on it.
  const before = memory.unread === "" ? memory.carried : topics(findMentions(plainText(memory.unread), around, compiled));
  measureRates(sentence, taken(), memory.carried, subjects);
  const carried = levels(
    carryOver(
      sentence,
      taken(),
      mentions,
      before.length > 0 ? before : memory.carried.length > 0 ? memory.carried : underHeading(sentence, memory),
      declared,
    ),
  );
  memory.unread = "";
  if (carried.length > 0) {
    readings.push(...carried);
    readings.push(...levels(matchChains(sentence, readings, beside)));
  }
  return readings;
}
