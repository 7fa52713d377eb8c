import type { Finding } from "../../../model/finding.ts";
import type { Compared, Side } from "../../reading/compared-sides.ts";
import { isTime } from "../../reading/compared-levels.ts";
import { someOfAll, someOfSame, sortOf } from "../../reading/of-whom.ts";
import type { Reading } from "../../reading/reading.ts";
import { areUnlike, formatStretch, stretchOf, type Stretch } from "../../vocabulary/milestones.ts";
import { stemsOf } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ranges } from "../../vocabulary/populations.ts";
import { setAgainst } from "./set-against.ts";

/** Words that say which of the two is good. */
const verdict = wordings`better|worse|ahead of|behind|outperform\w*|compares? (?:\w+ )?(?:well|favourably|poorly|badly|unfavourably)|do(?:es)? (?:very |rather )?(?:well|badly)`;
/** Words that take up what the sentence before told. */
const takesUp = wordings`
  (?:the|that|this|its|their|our|national|regional|comparable|equivalent) (?:national |regional |comparable |equivalent )?(?:figure|share|rate|proportion|average|percentage|mean|median)|
  this|that|it|they|do|does|did|one|so`;
/** "The national figure is": the same of others, without a word that judges. */
const sameFigure = wordings`(?:the|our) (?:(?:national|regional|comparable|equivalent|corresponding|same) )*(?:figure|share|rate|proportion|percentage) (?:is|was|stood|stands)`;

/** A "standard" may be one that children are to meet. */
const toReach = wordings`targets?|goals?|ambitions?|expect\w*|aims?|aimed|limit|threshold`;

/** Whether the words tell the one figure to be that of others, or what the other should be. */
function isSetBeside({ first, second, inOne, quote }: Compared): boolean {
  const isTarget = [first, second].some(({ figure }) => figure.role === "target") && toReach.test(quote);
  if (!isTarget && first.others.join() === second.others.join()) return false;
  if (inOne) return true;
  const [previous = "", sentence = ""] = [first.words.find((words) => words.endsWith(first.after)), second.words[0]];
  const [told, here] = [stemsOf(previous), stemsOf(sentence)];
  return takesUp.test(sentence) || [...here].some((word) => told.has(word));
}

/** "For other children in the area", "of all children in the county": those beside whom the council's own are set. */
const otherPeople = wordings`
  (?:for|of|by|among|that) (?:other|most other|all (?=(?:\w+ ){1,2}in the)) ?(?:children|young people|pupils|famil(?:y|ies)|parents|patients|carers|people|adults)`;
const isOfOtherPeople = ({ first, second, inOne }: Compared): boolean =>
  inOne && otherPeople.test(second.words[0] ?? "") && !otherPeople.test(first.words[0] ?? "");

const unlikeGroup = "they are not of the same group";

/** "15% of children leaving care, more than the 3% of all children in care across the region": each of another group. */
export function unlikeSorts(reading: Reading, pair: Compared): Finding[] {
  const { first, second, quote, concluded } = pair;
  if (!concluded && !sameFigure.test(quote)) return [];
  const beside = isSetBeside(pair);
  for (const range of ranges) {
    if (!beside && !(range.isStaff && verdict.test(quote))) continue;
    const [a, b] = [sortOf(first, range), sortOf(second, range)];
    if (a !== null && b !== null && a !== b) return setAgainst(reading, pair, { kind: "definition", a, b, why: unlikeGroup });
  }
  const [a, b] = (beside ? (someOfAll(first, second) ?? someOfSame(first, second)) : null) ?? [];
  return a === undefined || b === undefined ? [] : setAgainst(reading, pair, { kind: "definition", a, b, why: unlikeGroup });
}

const stretchTold = ({ words, after }: Side): Stretch | null => stretchOf(words.find((text) => text.endsWith(after)) ?? "");

/** "Six weeks from referral to first appointment, shorter than the eleven to treatment in the next trust". */
export function unlikeSpans(reading: Reading, pair: Compared): Finding[] {
  const { first, second, concluded } = pair;
  if (!concluded || !isTime(first.figure) || !(isSetBeside(pair) || isOfOtherPeople(pair))) return [];
  const [a, b] = [stretchTold(first), stretchTold(second)];
  if (a === null || b === null || !areUnlike(a, b)) return [];
  return setAgainst(reading, pair, {
    kind: "definition",
    a: formatStretch(a, b),
    b: formatStretch(b, a),
    why: "they are not counted from and to the same point",
  });
}
