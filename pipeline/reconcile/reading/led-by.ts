import { judges } from "../vocabulary/comparison-words.ts";
import { kinds, levelsOf } from "./compared-levels.ts";
import type { Sentence } from "./reading.ts";
import { othersIn } from "./whom.ts";

/** How far back the figure may stand that a sentence on others is set against, when none of its kind stands between. */
const farthestBack = 4;
/** "I turn to caseloads.", "A word about visits.": what follows is of something else. */
export const turnsTo =
  /^(?:next\b|the next\b|turning|i (?:now )?turn|that brings|a word (?:about|on)|as to|as for|on (?:the|a) (?:other|different))|, the position is as follows/iu;

/** The sentence whose figure is set against that of others here: the one before, or the nearest with a level of the kind. */
export function ledBy(passage: readonly Sentence[], at: number): Sentence | undefined {
  const [sentence, previous] = [passage[at], passage[at - 1]];
  if (!sentence || !previous || othersIn(sentence.text).length === 0 || !judges.test(sentence.text)) return previous;
  const kind = kinds.find((one) => one !== "count" && levelsOf(sentence, one).length === 1);
  const [level] = kind === undefined ? [] : levelsOf(sentence, kind);
  if (kind === undefined || !level || turnsTo.test(sentence.text)) return previous;
  for (const one of passage.slice(Math.max(0, at - farthestBack), at).reverse()) {
    if (levelsOf(one, kind).length > 0) return othersIn(one.text).length === 0 ? one : previous;
    if (turnsTo.test(one.text)) return previous;
  }
  return previous;
}
