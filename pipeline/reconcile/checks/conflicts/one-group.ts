import { monthSource } from "../../../extract/grammar/calendar.ts";
import { clauseOf } from "../../reading/figure.ts";
import type { Reading } from "../../reading/reading.ts";
import { endOf, isTimed, wordsOf, type Counted } from "../../reading/tellings.ts";
import { areSame, isWithin, stem, wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofStay } from "../../vocabulary/restrictions.ts";
import { moved, narrower, plainly, studied } from "../../vocabulary/telling-words.ts";
import { isByAct, isByVerb, wordsAround } from "./by-act.ts";
import { isBack, isBehind, isNext, isOpenedBy, isPointedAt } from "./points-back.ts";

/** Further apart than this, near or far from each other in the text, two numbers are of two things. */
const [farthestNear, farthestFar] = [1.4, 1.6];
/** The same, where each of them names the same time itself. */
const farthestTimed = 2;
/** A table whose total is further from the number may leave some out. */
const farthestOfTable = 1.12;
const [fewest, fewestPointed] = [5, 3];
/** Fewer words of its own leave open whether a mention far away is of the same. */
const fewestWords = 3;

/** Those looked after for a year or more are some of those looked after: only where both are told so are the two one group. */
const stayed = wordings`${ofStay}`;
const isStay = ({ sentence, figure, told, definite }: Counted): boolean =>
  stayed.test(definite ? told : (sentence.text.slice(figure.end).split(/[,.;:(]/u)[0] ?? ""));
/** "The 12 full-time advisers" are some of 14 advisers, unless those are told to be full-time too. */
const isFullTime = ({ sentence, figure, end }: Counted): boolean =>
  /\b(?:full|part)[- ]time\b/iu.test(sentence.text.slice(figure.end, end));

/** "14 orders were made. The 18 children concerned": one order may be for several children. */
const isOfOrders = (one: Counted, other: Counted): boolean =>
  other.definite &&
  other.states.size === 0 &&
  other.value > one.value &&
  /^ (?:[\p{L}-]+ ){0,3}orders\b/iu.test(one.sentence.text.slice(one.figure.end, one.end));

/** "161 children with a protection plan", then "all 180 plans open on that day": one for each of them. */
const isOfTheirPlans = (one: Counted, other: Counted): boolean =>
  other.definite &&
  other.noun === "plan" &&
  ofThatDay.test(other.sentence.text.slice(other.figure.end)) &&
  one.noun === "child" &&
  one.states.has("a protection plan") &&
  one.states.size === 1;

/** Plans made, ended or open for long are others. */
const ofThatDay =
  /^ plans(?: (?:then )?(?:open|in force|in place|current|live|active))?(?: (?:on|at) (?:that|the same) (?:day|date|time))?(?=[.,;:]| (?:were|are|was|had|have|and)\b)/iu;

/** Times that a mention names, or its paragraph where it names none. */
const timesOf = (reading: Reading, { sentence, times }: Counted): readonly string[] =>
  times.length > 0
    ? times
    : [...new Set((reading.passages.find((passage) => passage.includes(sentence)) ?? []).flatMap((one) => one.times))];
const shareTime = (a: readonly string[], b: readonly string[]): boolean => a.some((time) => b.some((one) => endOf(one) === endOf(time)));
/** Its sentence only tells how many there are. */
const isPlain = ({ sentence, figure }: Counted): boolean =>
  plainly.test(clauseOf(sentence, figure)) || plainly.test(sentence.text.slice(0, figure.start));

/** "The 181 care leavers", then "116 care leavers were in work": more is told of those named again, so that they are some. */
const isWhole = (one: Counted, other: Counted): boolean =>
  other.definite || (isWithin(other.said, one.words) && other.grid === null) || one.grid !== null;
const isThen = ({ figure }: Counted): boolean => figure.when === "then" && figure.role === "level";

/** What money has been found for is no plan any more. */
const agreed =
  /\b(?:agreed|approved|provided|included|found|set aside|made|funded) (?:in|by|from|through) (?:the|this|last|that) (?:[\w/’']+ )?budget\b|\bbudget(?= (?:provides|pays|allows|covers) )/giu;

/** "532 children spent some time in care during the year": everybody whom a stretch of time saw, and not those of a day. */
const inAStretch =
  /^[^.;:]*\b(?:(?:for )?(?:some|any|part) (?:time|of the (?:year|period|time))|at (?:some|any|one) (?:time|point|stage)|passed through)\b/iu;

/** A number that is to come, of others, of some or of those alone who were studied is of no group told of elsewhere. */
const isOfOthers = ({ sentence, figure, told, definite }: Counted): boolean =>
  studied.test(sentence.text.slice(0, figure.start)) ||
  inAStretch.test(sentence.text.slice(figure.end)) ||
  (definite ? figure.role === "target" : figure.role !== "level") ||
  narrower.test(told.replace(agreed, " "));

/** "174 allegations reached the officer; all 199 allegations were looked at": a sentence of two that name one thing. */
function isAfterBreak(one: Counted, other: Counted): boolean {
  const between = one.sentence.text.slice(one.figure.end, other.figure.start);
  return other.words.size === 0 && /; [^;\d]*\ball (?:of )?(?:the |our )?$/u.test(between) && !moved.test(between);
}

const day = new RegExp(`\\b\\d{1,2} (?:${monthSource})\\b`, "giu");
/** Every day and year that a table names is named by the other too, and neither speaks of some alone. */
function areOfOneDay(...both: readonly Counted[]): boolean {
  const [a, b] = both.map(({ grid, sentence, times }) => {
    const text = [sentence.text, grid?.caption ?? "", ...(grid?.headers.flat() ?? [])].join(" ");
    return { days: new Set(text.toLowerCase().match(day)), times, text };
  });
  return (
    a !== undefined &&
    b !== undefined &&
    areSame(a.days, b.days) &&
    (a.times.length === 0) === (b.times.length === 0) &&
    !partial.test(`${a.text} ${b.text}`)
  );
}
const partial = wordings`
  those (?:who|that|which|whose)|only|some of|excluding|left out|led to|of (?:these|whom|which)|whose|not all|capacity|since`;

/** A row of a table and a number of the text that say the same of one time. */
const isOfRow = (one: Counted, other: Counted): boolean =>
  isTimed(one, other) && areSame(one.states, other.states) && areSame(one.said, other.said) && one.value !== other.value;

/** "35 notified in the year", then "the 28 known at its end"; "34 taken on last year", then "the 61 now with us": those of a stretch, and of its last day. */
const isOfItsEnd = (one: Counted, other: Counted): boolean =>
  one.times.length === 1 &&
  !one.times[0]!.startsWith("at ") &&
  (other.times.length === 1 ? other.times[0]!.startsWith("at ") : other.figure.when === "now");

/** Each names the same time, and says the same of the same. */
function isSaidTwice(one: Counted, other: Counted): boolean {
  if (isTimed(one, other)) return areSame(one.said, other.said) || (isPlain(one) && isPlain(other) && areSame(one.words, other.words));
  return one.states.size > 0 && areSame(one.said, other.said) && one.times.length + other.times.length === 0;
}

const pointsBack = /([\p{L}’'-]+) (?:concerned|involved|affected|in question)\b/iu;
const backWords = wordSet("concerned involved affected question", stem);
/** What a mention says of them, without a word that only points back to those of the same name: "the 23 children concerned". */
function ownWords(one: Counted, other: Counted): ReadonlySet<string> {
  const behind = ({ sentence, figure }: Counted): string => sentence.text.slice(figure.end, figure.end + nameLength).toLowerCase();
  const noun = pointsBack.exec(behind(other))?.[1];
  return noun !== undefined &&
    behind(one)
      .split(/[^\p{L}’'-]+/u)
      .includes(noun)
    ? new Set([...other.words].filter((word) => !backWords.has(word)))
    : other.words;
}
/** How long the words for what a number counts may be. */
const nameLength = 60;

/**
 * Two numbers that can be of no two groups: "54 children were adopted last year" and "all 45 of the children adopted last year", or
 * one statement made twice. Each is of all that the other is of, at one time.
 */
export function areOfOne(reading: Reading, one: Counted, other: Counted): boolean {
  if (other.noun === "") return isBack(reading, one, other);
  const byVerb = isByVerb(one, other);
  const byAct = byVerb || isByAct(reading, one, other);
  if ((one.noun !== other.noun && !byAct && !isOfTheirPlans(one, other)) || (one.sentence === other.sentence && !isAfterBreak(one, other)))
    return false;
  if (isStay(one) !== isStay(other) || (isFullTime(other) && !isFullTime(one)) || isOfOrders(one, other)) return false;
  // "The survey" restricts neither where both are of it.
  if (isOfOthers(other) && !(byVerb && other.figure.role === "level")) return false;
  // The act right behind those who underwent it is of them all, whoever they are: "15 newly qualified workers were appointed. The 18 appointments".
  if (isOfOthers(one) && !((byAct && !isTimed(one, other)) || isBehind(reading, one, other))) return false;
  const [low, high] = [one.value, other.value].sort((a, b) => a - b) as [number, number];
  const [a, b] = [timesOf(reading, one), timesOf(reading, other)];
  if (one.isRow || (other.isRow && !byAct))
    return !one.isRow && one.noun === other.noun && low >= fewest && high <= farthestFar * low && isOfRow(one, other);
  if ((one.grid || other.grid) && !byAct && (high > farthestOfTable * low || !areOfOneDay(one, other))) return false;
  const pointed = isPointedAt(reading, other, one);
  const isOpening = isOpenedBy(reading, other, one);
  if (low < (pointed ? fewestPointed : fewest) || (!isOpening && a.length > 0 && b.length > 0 && !shareTime(a, b))) return false;
  const timed = isTimed(one, other);
  if (!timed && isThen(one) !== isThen(other)) return false;
  if (byAct) return high <= farthestFar * low;
  const isSame = areSame(one.states, other.states);
  if (low >= 2 * fewest && isSame && high <= (timed ? farthestTimed : farthestFar) * low) {
    if (!one.definite && !other.definite) return isSaidTwice(one, other);
    if (other.states.size + other.words.size > 0 && areSame(one.words, other.words) && a.length + b.length > 0 && isWhole(one, other))
      return true;
  }
  if (!other.definite) return false;
  if (
    isSame &&
    high <= farthestFar * low &&
    (timed || other.words.size >= fewestWords) &&
    isWithin(other.words, wordsOf(one.sentence.text)) &&
    isWithin(one.words, other.words)
  )
    return true;
  return (
    high <= (pointed ? farthestTimed : farthestNear) * low &&
    isWithin(ownWords(one, other), wordsAround(one)) &&
    (!one.definite || areSame(one.words, ownWords(one, other))) &&
    !isOfItsEnd(one, other) &&
    (other.states.size === 0 || isSame || (pointed && isWithin(other.states, one.states))) &&
    isNext(reading, other, one)
  );
}
