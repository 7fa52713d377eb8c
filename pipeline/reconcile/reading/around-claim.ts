import { lead } from "../vocabulary/claim-limits.ts";
import { carriesOn } from "../vocabulary/comparison-words.ts";
import { whoIn } from "../vocabulary/others.ts";
import { pattern } from "../vocabulary/patterns.ts";
import { goalNoun } from "../vocabulary/goals.ts";
import { isBorneOut } from "./borne-out.ts";
import { turnsTo } from "./led-by.ts";
import type { Reading, Sentence } from "./reading.ts";
import { ownLevelsIn, referencesIn } from "./standing.ts";

// Where the figures that a claim is made of may stand: in its sentence, before it, or behind it.

/** The sentences that a claim may lean on, nearest first; those in which only its own figure may stand; and its paragraph. */
export type Around = { window: readonly Sentence[]; farther: readonly Sentence[]; passage: readonly Sentence[] };

/** How many sentences before a claim its figures may stand. */
const reach = 2;
/** How many sentences farther back the figure of "That is a lower rate than England's" may stand, when none of its measure is nearer. */
const farthestOwn = 2;
const pointsBack = /^(?:this|that|it)\b(?! (?:year|quarter|month|term)\b)/iu;
function fartherBack(passage: readonly Sentence[], sentence: Sentence): readonly Sentence[] {
  if (!pointsBack.test(sentence.text)) return [];
  const back = passage
    .slice(0, sentence.number)
    .slice(-(reach + farthestOwn))
    .reverse();
  const turn = back.findIndex(({ text }) => turnsTo.test(text));
  return back.slice(reach, turn === -1 ? back.length : turn);
}

/** "Reviews are timely: 79.2% were in time. The target is 95%.": the next sentence tells the goal and nothing else. */
const goalAlone = new RegExp(
  `^(?:the|our|its) (?:[a-z]+ ){0,2}${goalNoun}(?: for (?:the|this) year)? (?:is|was|remains|stands at|stood at) \\{[PRCD]\\d+\\}[^\\p{L}\\d]*$`,
  "iu",
);

/** "- Replies are prompt: the standard of 90% was met": an item that judges what the one before it tells, by a goal of its own. */
const judgesBefore = pattern`
  ^(?:[\p{L}’' -]{2,40} (?:is|are|was|were) (?:[a-z]+ly )?(?:prompt|timely|punctual|on time|in time|strong|good|excellent)(?:[:;,]| [–-]) )?
  (?:(?:so|and|therefore),? )?(?:the|our|its|this|that|we)\b(?:(?! (?:for|on|in|among)\b)[^.;:]){0,50}$`;
const isJudgement = (sentence: Sentence): boolean => {
  const goals = referencesIn(sentence).filter(({ kind }) => kind === "goal");
  const [goal] = goals;
  return (
    goal !== undefined &&
    goals.length === 1 &&
    sentence.periods.length === 0 &&
    ownLevelsIn(sentence).length === 0 &&
    judgesBefore.test(sentence.text.slice(0, goal.figure.start))
  );
};

/** "- At 10%, England did better": an item that goes on from the one before it. */
function itemBefore({ passages }: Reading, sentence: Sentence): readonly Sentence[] {
  const { block, text } = sentence;
  if (block.kind !== "list_item" || (!carriesOn.test(text) && whoIn(text).length === 0 && !isJudgement(sentence))) return [];
  const before = passages.find(([first]) => first?.block.index === block.index - 1);
  return before?.[0]?.block.kind === "list_item" ? before : [];
}

/** "The target of 90% was therefore met" in a paragraph of its own: drawn from the one or two right before it. */
const drawn = /\b(?:therefore|thus|hence|consequently|accordingly)\b/iu;
/** A longer sentence says more than that. */
const longestDrawn = 14;
function paragraphsBefore({ sentences }: Reading, sentence: Sentence, passage: readonly Sentence[]): readonly Sentence[] {
  if (passage.length > 1 || !drawn.test(sentence.text) || sentence.text.split(" ").length > longestDrawn) return [];
  const at = sentences.indexOf(sentence);
  return sentences
    .slice(Math.max(0, at - reach), Math.max(0, at))
    .filter((one, place, all) => one.block.kind !== "heading" && sentence.block.index - one.block.index <= all.length - place);
}

export function aroundClaim(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Around {
  const next = passage[sentence.number + 1];
  const window =
    next !== undefined && isBorneOut(sentence, next)
      ? [sentence, next]
      : [
          sentence,
          ...(sentence.number > 0
            ? passage.slice(0, sentence.number)
            : [...itemBefore(reading, sentence), ...paragraphsBefore(reading, sentence, passage)]
          )
            .slice(-reach)
            .reverse(),
          ...(next && (lead.test(next.text) || goalAlone.test(next.skeleton)) ? [next] : []),
        ];
  return { window, farther: fartherBack(passage, sentence), passage };
}
