import type { Reading, Sentence } from "../../reading/reading.ts";
import type { Beside, Level } from "../../reading/rows-beside.ts";
import { goodSide, isAlike, ownLevelsIn, referencesIn, type Placed } from "../../reading/standing.ts";
import { numberOf, upToTwelve } from "../../vocabulary/number-words.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { standings, type Standing } from "../../vocabulary/standings.ts";

// Claims on several measures at once, and the sentences before them that tell of as many.

/** What a sentence says of several measures at once: of how many it is true, of how many in all, and to what they stand so. */
export type Quantified = { many: number | "all" | "none"; of: number | null; standing: Standing; who: "goal" | string; word: string };

const things =
  "(?:measures?|targets?|standards?|indicators?|goals?|milestones?|thresholds?|limits?|ambitions?|rates|figures|shares|percentages|rows|results|counts)";
const howMany = pattern`
  \b(?:(?<all>both|all|every|each(?: one)?)|(?<none>none|neither|no)|(?:(?:only|just) )?(?<many>${upToTwelve}|\d{1,2}))
  (?:(?: (?:out )?of)?(?: (?:the|our|its|these|those|their))?(?: (?<of>${upToTwelve}|\d{1,2}))?)(?: (?!(?:of|the|and|or|to|per|than|is|are|was|were)\b)[a-z-]+){0,2}? ${things}\b`;

const missed = wordings`
  missed|miss|misses|breached|not (?:been |be |yet )?(?:met|achieved|reached|hit|kept)|(?:did|do|does|have|has|had) not (?:meet|met|reach(?:ed)?|achieved?|hit)|
  fail(?:s|ed)? to (?:meet|reach|achieve|hit)|f(?:ell|all|alls|alling) short of|off target|worse than (?:its |their |the )?(?:target|goal|standard)s?`;
const met = wordings`
  met|meets?|achieved|reached|hit|beat|beaten|on target|kept|exceed(?:s|ed)?|surpass(?:es|ed)?|
  better than (?:its |their |the )?(?:target|goal|standard|benchmark|limit)s?|(?:at|on) or (?:above|better than) (?:its |their |the )?(?:target|goal|standard)s?`;
/** What is claimed of some months, of another time, or of what may be. */
const isElse = wordings`
  if|would|should|will|may|might|could|must|to (?:meet|reach|achieve|hit)|whether|aim|aims|last|previous|next|until|once|by (?:march|april|june|september|december|20\d\d)|
  quarters?|months?|half|nearly|almost|improved?|improving|worse(?:ned)?(?! than)|fell(?! short)|rose|set|agreed|new|changed|at least|more than|up to`;

const valueOf = (word: string | undefined): number | null => (word === undefined ? null : (numberOf(word) ?? Number(word)));

/** Where the claim on so many ends: "two were below target and one was on target". */
const ends = pattern`[;:.]| (?:but|while|whereas|though|although)\b|,? and (?:(?:only|just|the) )?(?:${upToTwelve}|\d+|other|others|rest|remaining)\b`;
const goal = "(?:its |their |the )?(?:target|goal|standard|benchmark|limit)s?";
/** The verdicts that a claim on several goals can hold, one of which it has to. */
const verdicts: readonly (readonly [Standing, RegExp])[] = [
  ["missed", missed],
  ["met", met],
  ["below", wordings`(?:below|under) ${goal}`],
  ["above", wordings`(?:above|over) ${goal}`],
];

/** "Two of the three targets were met", "no target was missed", "ahead of the region on both measures"; null where a sentence says no such thing. */
export function quantifiedIn(sentence: string): Quantified | null {
  const match = howMany.exec(sentence);
  if (!match?.groups) return null;
  const behind = match.index + match[0].length;
  const end = ends.exec(sentence.slice(behind));
  const text = end ? sentence.slice(0, behind + end.index) : sentence;
  if (isElse.test(text.replace(match[0], " "))) return null;
  const { all, none, many, of } = match.groups;
  const [whole, part] = [valueOf(of), valueOf(many)];
  const count: Quantified["many"] | null = none !== undefined ? "none" : all !== undefined ? "all" : part;
  if (count === null) return null;
  const total = /^(?:both|neither)$/iu.test(all ?? none ?? "") ? 2 : whole;
  const named = whoIn(text);
  const told = { many: count, of: total };
  if (named.length === 1) {
    const claim = standings.find(({ standing, words }) => ["above", "below", "better", "worse"].includes(standing) && words.test(text));
    const word = claim?.words.exec(text)?.[0];
    // Those beside whom it is claimed stand behind the words: "ahead of the region on both measures".
    const isBeside = word !== undefined && whoIn(text.slice(text.indexOf(word) + word.length)).length === 1;
    return claim && isBeside && !/\bnot\b/iu.test(text)
      ? { ...told, standing: claim.standing, who: named[0] ?? "", word: `${match[0]} … ${word}` }
      : null;
  }
  if (named.length > 1) return null;
  const plain = text.replace(new RegExp(missed.source, "giu"), " ");
  const said = verdicts.filter(([standing, words]) => words.test(standing === "missed" ? text : plain));
  const [one] = said;
  if (!one || said.length > 1) return null;
  return { ...told, standing: one[0], who: "goal", word: `${match[0]} … ${one[1].exec(text)?.[0] ?? ""}` };
}

/** "Reviews (target 95%): 92%. Visits (target 90%): 94%. Both targets were met": the sentences right before that each tell one level and its goal. */
export function toldBefore(reading: Reading, sentence: Sentence, who: Quantified["who"]): Beside[] {
  const at = reading.sentences.indexOf(sentence);
  const told: Beside[] = [];
  for (const one of reading.sentences.slice(0, Math.max(0, at)).reverse()) {
    const [goal, ...goals] = referencesIn(one).filter(({ kind }) => (kind === "goal") === (who === "goal"));
    if (who !== "goal" && !whoIn(one.text).includes(who)) break;
    const [own, ...more] = ownLevelsIn(one).filter((each) => goal !== undefined && isAlike(each, goal));
    if (!goal || !own || goals.length + more.length > 0 || sentence.block.index - one.block.index > farthest) break;
    const level = ({ value, measure, figure }: Placed): Level => ({
      value,
      text: figure.text,
      unit: measure === "percent" ? "percent" : measure === "gbp" ? "gbp" : "count",
    });
    const { text: raw, place } = one;
    told.push({ name: "", raw, place, own: level(own), other: level(goal), isGoal: who === "goal", good: goodSide(reading, own, goal) });
  }
  return told.reverse();
}
/** How many blocks before the claim such sentences may stand. */
const farthest = 6;
