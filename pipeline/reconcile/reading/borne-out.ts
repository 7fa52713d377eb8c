import { ofOneTime } from "../vocabulary/claim-limits.ts";
import { wordings } from "../vocabulary/patterns.ts";
import { before, ofOthers, ofThem, someOf } from "../vocabulary/restrictions.ts";
import { goals } from "../vocabulary/goals.ts";
import { isPraise } from "../vocabulary/standings.ts";
import { topicOf } from "../vocabulary/topics.ts";
import { isOfEarlier } from "./earlier.ts";
import type { Sentence } from "./reading.ts";
import { ownLevelsIn, referencesIn } from "./standing.ts";

// Claims whose figure stands in the sentence behind them.

/** Both are of no time, or the second of that of the first. */
const isOfNow = (sentence: Sentence, next: Sentence): boolean =>
  sentence.periods.length === 0 || (sentence.periods.length === 1 && !sentence.periods[0]?.relative && next.periods.length === 0);

/** "Timeliness exceeds our target. In 2012/13 it was 88.6%, against a target of 95%": both figures follow a claim that has none. */
function bothFollow(sentence: Sentence, next: Sentence): boolean {
  const [topic, told] = [topicOf(sentence.text), topicOf(next.text)];
  return (
    sentence.figures.length === 0 &&
    isOfNow(sentence, next) &&
    !ofOneTime.test(sentence.text) &&
    (goals.test(sentence.text) || isPraise.test(sentence.text)) &&
    topic !== null &&
    (told === null || told.name === topic.name || told.name === "completion on time") &&
    next.figures.filter(({ measure, role }) => measure === "percent" && role !== "target").length === 1 &&
    referencesIn(next).filter(({ kind }) => kind === "goal").length === 1
  );
}

/** "In the twelve months to 30 September 2020", "at the end of December": when, before what is told. */
const when =
  /^(?:(?:in|at|over|for|during|on|by|across) (?:[^\s,.;]+ ){0,8}(?:(?:19|20)\d{2}(?:[/–-]\d{2,4})?|years?|quarter|half|half-year|months?|january|february|march|april|may|june|july|august|september|october|november|december),? )?/iu;
/** What it tells is of the thing that the sentence before spoke of. */
const pointsBack =
  /^(?:it|they|this|the (?:\w+ ){0,2}(?:rate|share|figure|result|average|number|proportion|percentage|outturn|level|total))\b/iu;
/** What it tells is of some, of others, of another time, or is set against what was said. */
const isElse = wordings`
  ${someOf}|${ofThem}|${ofOthers}|${before}|earlier|before|until|since|but|however|though|although|except|only|newly|district|home|service|
  school|forecast|expected|will|would|should|one of|some of|most of|longest|highest|lowest|best|worst|month`;

/** "Turnover remains within the ceiling of 14%. In the year it was 18.4%": the goal stands with the claim, the one figure behind it. */
function figureFollows(sentence: Sentence, next: Sentence): boolean {
  const [goal, ...more] = referencesIn(sentence).filter(({ kind }) => kind === "goal");
  if (!goal || more.length > 0 || ownLevelsIn(sentence).length > 0 || sentence.periods.length > 0) return false;
  const [own, ...others] = ownLevelsIn(next).filter(({ measure }) => measure === goal.measure);
  if (!own || others.length > 0 || isOfEarlier(next, own.figure) || referencesIn(next).length > 0) return false;
  const told = next.text.replace(when, "").slice(0, Math.max(1, own.figure.end - (when.exec(next.text)?.[0].length ?? 0)) + 60);
  const topic = topicOf(sentence.text);
  const isSame = topic !== null && topicOf(next.text)?.name === topic.name;
  return (pointsBack.test(told) || isSame) && !isElse.test(told);
}

/** Whether the sentence behind a claim tells the figure that it is made of. */
export const isBorneOut = (sentence: Sentence, next: Sentence): boolean => bothFollow(sentence, next) || figureFollows(sentence, next);
