import type { TextFigure } from "../figure.ts";
import { figureAt, type Sentence } from "../reading.ts";
import { unitOf } from "../../numbers/money.ts";
import { closesItems } from "./labels.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** A total and the parts that a passage gives for it. */
export type PartsList = {
  /** The total first; others that the words before could mean. */
  totals: readonly number[];
  values: readonly number[];
  isMoney: boolean;
  /** How far a total and parts of which one is printed less exactly than the other may be apart: "£1.32m: £292k, £856k and £170k". */
  slack: number;
  /** Counts in brackets behind the last part ("two were unborn"). */
  aside: readonly number[];
  /** False for "of which" and "including": the parts may leave some out. */
  exhaustive: boolean;
  /** The total or a part is qualified ("about 140"). */
  roughly: boolean;
  /** Percentages "of these" follow, whose base the brackets leave open. */
  basis: boolean;
  sentence: Sentence;
  words: string;
  /** Counts of the sentence after, one of which may be the missing part ("Six were unborn"). */
  after: readonly number[];
};

/** How near the sum of a list after a colon has to come to the number before it to be its parts. */
export const nearness = 0.15;
/** Two numbers make up a third by chance more easily than three do. */
const nearOfTwo = 0.1;
const nearWhenOpened = 0.25;
/** A list that says nothing of leaving any out hardly leaves so few. */
export const allButAll = 0.05;
/** Of eleven, nine. */
const fewest = 2;
/** Words that say that the list leaves some out. */
export const leftOut =
  /\b(?:others?|the rest|(?:the )?remain(?:der|ing)|mainly|mostly|such as|among them|for example|at least|(?:for|in|of|under|to) (?:both|more than one|two or more|several))\b|\bsome (?:for|in|of|under|to)\b/iu;
/** "And 26 in other arrangements": others with a number of their own are a part like the rest. */
const countedOthers = /\{C\d+\} (?:(?! and\b)[^{}.;,]){0,40}?\bothers?\b|\bothers?(?: [\p{L}’-]+){0,3}:? \(?\{C\d+\}/giu;
/** Whether the list of a sentence leaves some of its parts unnumbered. */
export const leavesOut = (sentence: Sentence): boolean =>
  mayOverlap.test(sentence.skeleton) || leftOut.test(sentence.skeleton.replaceAll(countedOthers, ""));
/** "Subjects raised by the 77 carers included schooling (45)", "the 77 carers raised subjects including", "56 had a speech need": each may have several. */
export const mayOverlap = pattern`
  ^\W*(?:(?:the|main|most|common|other|their|our) )*[a-z-]{3,}s (?:[a-z]+ ){0,3}?(?:by|of|for|from|among|amongst|to|with|in|behind)
  (?: (?:the|our|all|these|those))* \{C\d+\}[^{}.;:]*\binclud|
  \b(?:subjects|topics|issues|matters|themes|reasons|needs|concerns|factors|worries|questions|requests|problems|difficulties|ideas|
  suggestions|interests|activities|hobbies|languages|skills|goals|wishes|strengths|barriers|causes)(?: [\p{L}’'-]+){0,4},? includ|
  \{C\d+\} (?:(?:children|young people|pupils) )?(?:had|have|with) (?:an? )?(?!no\b)[^{}.;:]{0,50}\b(?:needs?|diagnos[ie]s|conditions?|disabilit(?:y|ies)|difficult(?:y|ies))\b`;
/** Words of a survey, of a list of topics ("a concern for 51") or of dangers, of which a child may face several: their counts overlap. */
export const asked = pattern`
  \b(?:survey\w*|respon\w+|said|felt|told|asked|questions?|themes?|priorities|areas|(?<!\bno )reasons?|
  (?:was|were|is|are|being) (?:an? )?(?:[a-z-]+ ){0,2}(?:concern|worry|risk|factor|issue|feature|difficulty|problem)s? (?:for|in|with|among|to)|
  (?:concerns?|worr(?:y|ies)|risks?|fears?|signs|indicators) (?:about|of|over|around|from) [^.;\{\}]{2,60} (?:was|were|affected) (?:\w+ )?(?:for|in|with|among))\b`;

export type Count = { figure: TextFigure; inBrackets: boolean; at: number };

/** Counts of a skeleton from a place on, in order; those in brackets told apart. */
export function countsFrom(sentence: Sentence, from: number, to: number, code = "C"): Count[] {
  const out: Count[] = [];
  let depth = 0;
  for (const match of sentence.skeleton.matchAll(/[()]|\{([A-Z])(\d+)\}/g)) {
    if (match[0] === "(") depth++;
    else if (match[0] === ")") depth = Math.max(0, depth - 1);
    else if (match[1] === code && match.index >= from && match.index < to)
      out.push({ figure: figureAt(sentence, match[2]!), inBrackets: depth > 0, at: match.index });
  }
  return out;
}

/** A subset of the numbers makes up the total, so that the rest is something else. */
export function subsetFits(values: readonly number[], total: number): boolean {
  if (values.length > 10) return true;
  for (let mask = 1; mask < 2 ** values.length; mask++) {
    const sum = values.reduce((made, value, at) => made + ((mask >> at) % 2 === 1 ? value : 0), 0);
    if (sum === total) return true;
  }
  return false;
}

/** Each part after the first opens an item of the list: nothing is counted within another. */
export const opensItems = (sentence: Sentence, parts: readonly Count[]): boolean =>
  parts.slice(1).every(({ at }) => /(?:[,;] |,? and | & )(?:the (?:other|remaining) )?$/u.test(sentence.skeleton.slice(0, at)));
/** Each part opens or closes an item: nothing is counted within another. */
export const partsItems = (sentence: Sentence, parts: readonly Count[]): boolean =>
  opensItems(sentence, parts) || closesItems(sentence, parts);

/**
 * Whether a list of parts comes near enough to a number to be meant as its parts. A list whose every item opens with its
 * count may be further off: it holds more than all there are, or leaves out one or two of a few.
 */
export function comesNear(sentence: Sentence, parts: readonly Count[], total: number): boolean {
  const values = parts.map(({ figure }) => figure.value);
  const sum = values.reduce((made, value) => made + value, 0);
  const off = Math.abs(sum - total);
  if (parts.length < 3) return off <= nearOfTwo * total;
  if (off <= nearness * total) return true;
  // "51 mainstream, 27 with relatives and 12 for short breaks" of 78: the last of them is too many.
  const isAllButLast =
    sum - (values.at(-1) ?? 0) === total &&
    parts.slice(1, -1).every(({ at }) => /[,;] $/u.test(sentence.skeleton.slice(0, at))) &&
    !/\b(?:more|further|others?|also|were|was|are|is|have|had|has|being)\b/iu.test(sentence.skeleton.slice(parts.at(-1)?.at));
  return (
    partsItems(sentence, parts) && (isAllButLast || !subsetFits(values, total)) && off <= (sum > total ? nearWhenOpened * total : fewest)
  );
}

/** Counts that the last sentence before with any count can mean, its first first. */
export function totalsBefore(passage: readonly Sentence[], sentence: Sentence): Count[] {
  for (let number = sentence.number - 1; number >= 0; number--) {
    const before = passage[number];
    const counts = before ? countsFrom(before, 0, before.skeleton.length).filter((count) => !count.inBrackets) : [];
    if (counts.length > 0) return counts;
  }
  return [];
}

const rest = wordings`
  remain\w*|rest|others?|unborn|not (?:yet )?(?:known|recorded|stated)|unknown|difference|further|another|left out|
  excluded|also`;

/** Counts of the sentence after; where the list is sure to be one of parts, only those of a sentence that tells of the rest. */
const countsAfter = (passage: readonly Sentence[], sentence: Sentence, sure = false): number[] => {
  const next = passage[sentence.number + 1];
  return next && (!sure || rest.test(next.text)) ? countsFrom(next, 0, next.skeleton.length).map((count) => count.figure.value) : [];
};

/** Counts of the sentence behind the list: "109 females and 115 males; seven were unborn". */
const countsBehind = (sentence: Sentence, listed: readonly Count[]): number[] => {
  const end = Math.max(...listed.map(({ figure }) => figure.end));
  return countsFrom(sentence, 0, sentence.skeleton.length)
    .filter(({ figure }) => figure.start >= end)
    .map(({ figure }) => figure.value);
};

const inOneGroup =
  /\b(?:each|every|no|none)\b[^.;]{0,50}\b(?:one|a single|more than one|two) (?:of (?:these|them) )?(?:groups?|kinds?|types?|categor(?:y|ies)|of (?:these|them))\b|\bcounted (?:only )?once\b/iu;
/** "The three kinds of carer are supported by one team", "Each household belongs to one group only": the words beside a list of parts say that it is whole. */
export const saysWhole = (beside: Sentence | undefined, parts: readonly Count[]): boolean =>
  beside !== undefined &&
  (inOneGroup.test(beside.text) ||
    [
      ...beside.skeleton.matchAll(
        /\b(?:the|all|these|those) \{C(\d+)\} (?:groups?|kinds?|types?|sorts?|categories|forms|strands|headings)\b/giu,
      ),
    ].some(([, name]) => figureAt(beside, name!).value === parts.length));

/** Half a unit of all that is summed up where money is printed in two units; none where all is printed alike. */
function slackOfSum([total]: readonly Count[], parts: readonly Count[]): number {
  if (total?.figure.measure !== "gbp" || parts.some(({ figure }) => figure.measure !== "gbp")) return 0;
  const [whole, units] = [unitOf(total.figure), parts.map(({ figure }) => unitOf(figure))];
  return units.every((unit) => unit === whole) ? 0 : (whole + units.reduce((sum, unit) => sum + unit, 0)) / 2;
}

/** The list with what else of its passage bears on it. `sure`: the wording leaves no doubt that these are the parts. */
export function build(
  passage: readonly Sentence[],
  sentence: Sentence,
  totals: readonly Count[],
  parts: readonly Count[],
  aside: readonly Count[],
  exhaustive: boolean,
  sure = false,
): PartsList {
  const next = passage[sentence.number + 1];
  const basis =
    next !== undefined &&
    /\bof (?:these|those|the) (?:children|young people)\b|\bof (?:these|them)\b/iu.test(next.text) &&
    next.figures.some((f) => f.measure === "percent");
  const roughly = [...totals.slice(0, 1), ...parts].some((count) => count.figure.qualifier !== "exact");
  const first = passage[Math.max(0, sentence.number - 2)] ?? sentence;
  const startsHere =
    countsFrom(sentence, 0, sentence.skeleton.length).includes(totals[0]!) || totals.every((t) => sentence.figures.includes(t.figure));
  const words = startsHere
    ? sentence.text
    : passage
        .slice(first.number, sentence.number + 1)
        .map((s) => s.text)
        .join(" ");
  return {
    totals: totals.map((count) => count.figure.value),
    values: parts.map((count) => count.figure.value),
    isMoney: parts.some(({ figure }) => figure.measure === "gbp"),
    slack: slackOfSum(totals, parts),
    aside: aside.map((count) => count.figure.value),
    exhaustive,
    roughly,
    basis,
    sentence,
    words,
    after: [
      ...countsBehind(sentence, [...parts, ...totals.filter(({ figure }) => sentence.figures.includes(figure))]),
      ...countsAfter(passage, sentence, sure),
    ],
  };
}
