import { contentWords, stem, wordSet } from "../vocabulary/names.ts";
import type { Compared, Side } from "./compared-sides.ts";

// Whether two amounts of two times are of one thing: "14 households were approved. Last year the panel heard 31 cases" are not.

/** Words that any sentence on an amount may have: when it was, who tells it, and how. */
const common = wordSet(
  `the and for was were had has have been that this with from our its their there than but who which last first second third fourth half quarter year years month months
   week weeks term april may june july august september october november december january february march whole full same previous before earlier since over
   during between council panel team service borough county city authority more fewer less only just about some all number numbers total figure compared against so far now then
   rose fell risen fallen came come made took taken saw seen held spent cost costs paid also again well within into out back down`,
);
const named = (text: string): Set<string> => new Set(contentWords(text, common).map(stem));

/** What stands right behind an amount, when that is what it counts. */
const nounBehind =
  /^ ((?!(?:in|last|this|over|for|during|by|at|of|on|from|to|across|between|were|was|did|had|have|has|so|and|but|more|fewer|less|who|which|that|a|an|the|had|came|took|when|nationally|the|per|each|altogether|overall|before|after|then|made|seen|held|taken|begun|given|left|[a-z]+ed)\b)(?:[\p{L}’'-]+ ?){1,3})/u;
/** "£96,000 on a new database". */
const purpose = /^ (?:on|for|to) (?:an? |the |its |our )?((?:[\p{L}’'-]+ ?){1,4})/u;
/** "The year before, 9.8% of all contacts were": the rest is what the sentence before said. */
const endsOpen = /\b(?:were|was|did|had|have|do|are)\W*$/iu;
/** What takes up the thing told before: "it was", "England’s figure was", "there were", "the total for 2020/21", "140 did". */
const takesUp =
  /\b(?:it|that|this|they|we|there|those|ones|the (?:(?:full|whole|final|equivalent|comparable|corresponding)[- ]?(?:year )?)?(?:total|figure|number|bill|cost|count|sum|amount|tally)|\p{L}+['’]s? (?:(?:own|equivalent|comparable|corresponding) )?(?:figure|rate|share|average|percentage|proportion|total|number))\b/iu;

/** Where the words of the second begin anew, behind a full stop or a semicolon. */
const beginsAnew = ({ second, inOne }: Compared): boolean => !inOne || /^\s*;/u.test(second.words[0] ?? "");

/** "Compared with the 2,454 received in 2014/15": the words themselves set the two beside each other. */
const setsBeside = /^\W*(?:compared|set|put|against|down|up)\b/iu;

export function areOfOneThing(pair: Compared): boolean {
  if (!beginsAnew(pair) || setsBeside.test(pair.second.words[0] ?? "")) return true;
  const { first, second } = pair;
  const [own, other] = [wordsOf(first), second.words[0] ?? ""];
  const head = other.slice(0, Math.max(0, other.length - second.after.length - second.figure.text.length));
  if (second.figure.measure === "percent") return takesUp.test(head) || endsOpen.test(other) || shares(named(other), named(own));
  const noun = (nounBehind.exec(second.after) ?? purpose.exec(second.after))?.[1] ?? "";
  const told = named(own);
  if (noun !== "") return shares(named(noun), told) || (named(noun).size === 0 && takesUp.test(other));
  return takesUp.test(head) || named(head).size === 0 || shares(named(other), told);
}
const shares = (some: ReadonlySet<string>, told: ReadonlySet<string>): boolean => [...some].some((word) => told.has(word));
const wordsOf = ({ words }: Side): string => words.slice(0, 2).join(" ");
