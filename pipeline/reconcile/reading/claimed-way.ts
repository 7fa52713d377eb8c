import type { Polarity } from "../../model/comparison.ts";
import { changes } from "../vocabulary/word-claims.ts";
import { pattern, wordings } from "../vocabulary/patterns.ts";

// What a sentence claims of several figures over time: which way they go, and whether at each step.

export const every = pattern`
  \b(?:(?:in|during|over|at|for) )?(?:each|every)(?: single)? (?:quarter|month|year|term|one of the|of (?:the|these|those) (?:\w+ )?(?:quarters|months|years|terms|periods))\b|
  \b(?:quarter|month|year|term)[- ](?:on|by|after)[- ](?:quarter|month|year|term)\b|\bevery time\b|
  \bwithout a break\b|\bin (?:both|all) (?:\w+ )?(?:quarters|months|years|terms)\b`;
export const denied = wordings`
  not|no longer|although|but|except|apart from|until|however|should|will|would|must|aim|target|expected|if|
  than (?:in )?(?:england|neighbours|others)`;
/** "Even though the number in care grew": told of something else than the claim. */
const aside = /,? \b(?:even though|though|although|despite|while|whilst|whereas|as the number)\b[^.;]*/giu;

/** Which way a claim says that its figures go: +1 up, -1 down; null when it says nothing, several things, or good and bad of what has no good side. */
export function directionOf(sentence: string, good: Polarity): { way: 1 | -1; word: string } | null {
  const text = sentence.replace(aside, "");
  const said = Object.entries(changes).flatMap(([kind, pattern]) => {
    const word = pattern.exec(text)?.[0];
    return word === undefined ? [] : [{ kind, word }];
  });
  const [one] = said;
  if (!one || said.length > 1) return null;
  if (one.kind === "rising") return { way: 1, word: one.word };
  if (one.kind === "falling") return { way: -1, word: one.word };
  return good === "none" ? null : { way: (good === "high") === (one.kind === "improving") ? 1 : -1, word: one.word };
}
