import { isSingle } from "../figure.ts";
import { figureAt, type Sentence } from "../reading.ts";
import { closesItems, labelled } from "./labels.ts";
import {
  allButAll,
  asked,
  build,
  comesNear,
  countsFrom,
  leavesOut,
  nearness,
  opensItems,
  saysWhole,
  subsetFits,
  type Count,
  type PartsList,
} from "./parts-list.ts";
import { commonBases, type CountedShare } from "../../numbers/shares.ts";
import { wordings } from "../../vocabulary/patterns.ts";

/** Words of comparison or overlap: numbers beside them are no parts of one group. */
const apart = wordings`
  also|both|more than one|several|as well|at least|another|compared|against|target|last (?:year|quarter|month)|previous
  (?:ly)?|earlier|than|(?<!\bma(?:de|kes?|king) )up|down|rose|risen|fell|fallen|increas\w*|decreas\w*|reduc\w*|
  from (?:\{|the)|since|including|includes?|average|mean|each|every|per|capacity|can|could|up to|
  sample\w*|survey\w*|overlap\w*|twice|respectively|then|rate|score|cost\w*|limit|maximum|minimum|longest|shortest|oldest|
  youngest|hours?|times|followed|later|next|meanwhile|instead`;
/** Beside these two numbers make up a third by chance. */
const apartOfTwo = wordings`over|under|aged|within|weeks?|days?|months?|years?|places? of|moved?`;
const verb = wordings`
  is|are|was|were|has|have|had|went|came|left|took|received|lived?|remain\w*|did|do|got|made|needed|wanted|
  attended|completed|moved|joined|started|ended|became|stayed|returned`;
/** "31 of which went to early help": those that follow may leave some out. */
const some = /\bof (?:whom|which|these|them|those)\b/iu;
/** What parts a total from its parts; after a comma alone it may be the first of them. */
const opens = /[:;(–—]| - |, being\b|,? (?:with|of (?:whom|which|these|them|those))\b/u;
/** "99 had not started school, 122 were of primary age and 104 of secondary age": everybody is in one of these, however it is said. */
const phases = [
  wordings`not (?:yet )?(?:started|begun|at|in|reached|old enough for) school|(?:under|below) school[- ]age|too young for school|pre-?school|early years|nursery`,
  wordings`primary|infant|junior`,
  wordings`secondary|senior`,
  wordings`post-?16|sixth[- ]form|college|left school|over school[- ]age|above school[- ]age`,
];
/** A list of the schools they attend may leave special ones out; one of their ages does not. */
const byAge = /\bage[ds]?\b|-aged?\b/iu;
function inPhases(sentence: Sentence, parts: readonly Count[], isShort: boolean): boolean {
  if (isShort && !byAge.test(sentence.text)) return false;
  const told = labelled(sentence, parts).map(({ before, behind }) => {
    const [here, there] = [before, behind].map((words) => phases.filter((phase) => phase.test(words)));
    const found = (there ?? []).length > 0 ? there : here;
    return found?.length === 1 ? found[0] : undefined;
  });
  return parts.length > 2 && told.every((phase) => phase !== undefined) && new Set(told).size === parts.length;
}

/** "In the year" says when all of them were counted. */
const when = /\b(?:in|for|during|over|across) the (?:year|quarter|month|half-year|period|week)\b/giu;
/** Two numbers make up a third by chance more easily than three do. */
const nearOfTwo = 0.1;
const least = 8;

/** The words that a count of the list stands before, up to the next figure or stop or the reason why. */
const wordsAfter = (sentence: Sentence, count: Count): string =>
  /^[^{}.;:]*?(?= (?:because|when|where|since|after|who|that|which|as)\b|[{}.;:]|$)/u.exec(
    sentence.skeleton.slice(count.at).replace(/^\{[A-Z]\d+\}/u, ""),
  )?.[0] ?? "";
/** The same preposition stands right behind each count. */
function sharesJoint(sentence: Sentence, counts: readonly Count[]): boolean {
  const [first, ...rest] = counts.map((count) =>
    /^ (for|in|by|from|with|at|on|to|under|of|without)\b/iu.exec(wordsAfter(sentence, count))?.[1]?.toLowerCase(),
  );
  return first !== undefined && rest.every((one) => one === first);
}
const auxiliary = wordings`is|are|was|were|has|have|had`;
const isPlural: Readonly<Record<string, string>> = { is: "are", was: "were", has: "have" };

/** Parts said alike: after the first, each leaves out its verb or repeats that of the first, or all are counted behind one preposition. */
export function saidAlike(sentence: Sentence, parts: readonly Count[]): boolean {
  const items = labelled(sentence, parts);
  const [joint, ...joints] = items.map(({ before }) => /(?:^|\s)(in|for|by|at|to|with)$/iu.exec(before)?.[1]?.toLowerCase());
  if (joint !== undefined && joints.every((one) => one === joint)) return true;
  const verbs = parts
    .map((part, at) => (closesItems(sentence, parts) ? auxiliary.exec(items[at]!.before) : verb.exec(wordsAfter(sentence, part))))
    .map((word) => word?.[0].toLowerCase() ?? "")
    .map((word) => isPlural[word] ?? word);
  return verbs.slice(1).every((word) => word === "" || word === verbs[0]);
}

/** "60 came on Saturday (38%), 25 of whom were new (42%), and 44 on Tuesday (28%)": the last is a share of the same whole as the first, and the second of the first. */
function isMixed(sentence: Sentence, total: Count, parts: readonly Count[]): boolean {
  const shareOf = ({ figure, at }: Count): CountedShare[] => {
    const name = /^\{C\d+\}[^{}.;()]{0,100}\(\{P(\d+)\}\)/u.exec(sentence.skeleton.slice(at))?.[1];
    return name === undefined ? [] : [{ count: figure.value, percent: figureAt(sentence, name) }];
  };
  const [own] = shareOf(total);
  const beside = parts.flatMap(shareOf).filter((share) => own && commonBases([own, share], widest * own.count).length > 0);
  return beside.length > 0 && beside.length < parts.length;
}
/** How many times a count its base may be. */
const widest = 200;

/** "Opened the year with 160 households. It approved 14 and lost 20, and closed with 154": what came and went between two levels. */
const opensOrCloses = /\b(?:opened|began|begun|started|closed|ended|finished)\b[^.;]{0,40}\b(?:with|on|at) (?:just |only )?\{C/iu;
const isFlow = (whole: number, [a, b, last]: readonly number[]): boolean =>
  a !== undefined && b !== undefined && last !== undefined && Math.abs(last - whole) === Math.abs(a - b);

/** "And nine were in other settings": nobody is left out. */
const endsWithOthers = (sentence: Sentence, parts: readonly Count[]): boolean => {
  const last = parts.at(-1);
  return (
    last !== undefined &&
    /\b(?:others?|elsewhere)\b/iu.test(
      labelled(sentence, [last])
        .map(({ before, behind }) => `${before} ${behind}`)
        .join(" "),
    )
  );
};

const isPart = ({ figure }: Count): boolean =>
  isSingle(figure) && Number.isInteger(figure.value) && figure.qualifier === "exact" && figure.role === "level";

/** "Fourteen of the 20 homes were good, four required improvement and three were inadequate": the first part with the number of all. */
function fromShare(passage: readonly Sentence[], sentence: Sentence, counts: readonly Count[]): PartsList | null {
  const [share, ...more] = sentence.figures;
  if (share?.denominator == null || share.numerator === null || !/^\{S0\} [\p{L}’'-]+/u.test(sentence.skeleton)) return null;
  const isList =
    counts.length > 1 && counts.length === more.length && counts.every(isPart) && share.role === "level" && share.form !== "fraction";
  const whole: Count = { figure: { ...share, value: share.denominator, numerator: null, denominator: null }, inBrackets: false, at: 0 };
  const first: Count = { figure: { ...share, value: share.numerator, numerator: null, denominator: null }, inBrackets: false, at: 0 };
  const parts = [first, ...counts];
  const sum = parts.reduce((made, { figure }) => made + figure.value, 0);
  // What is told of some of them may be told of the others too, unless all are told alike.
  const isAlike = opensItems(sentence, parts) && saidAlike(sentence, parts) && verb.test(wordsAfter(sentence, first));
  const isNear = whole.figure.value >= least && sum > whole.figure.value && sum <= (1 + nearOfShare) * whole.figure.value;
  const isOther = subsetFits(
    parts.map(({ figure }) => figure.value),
    whole.figure.value,
  );
  return isList && isAlike && isNear && !isOther ? build(passage, sentence, [whole], parts, [], true) : null;
}
const nearOfShare = 0.25;

/**
 * "There are 88 children in the arena; 41 are in pre-proceedings and 49 in proceedings": a number and right after it
 * others that come near it, said alike, in a sentence that tells of nothing else.
 */
export function inSequence(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  if (
    sentence.figures.length < 2 ||
    asked.test(sentence.text) ||
    leavesOut(sentence) ||
    apart.test(sentence.skeleton.replace(when, "")) ||
    opensOrCloses.test(`${passage[sentence.number - 1]?.skeleton ?? ""} ${sentence.skeleton}`) ||
    sentence.periods.length > 1
  )
    return [];
  const counts = countsFrom(sentence, 0, sentence.skeleton.length);
  const shared = fromShare(passage, sentence, counts);
  if (shared || /\{[^CP]\d+\}/u.test(sentence.skeleton)) return shared ? [shared] : [];
  const before = passage[sentence.number - 1];
  const alone = before ? countsFrom(before, 0, before.skeleton.length) : [];
  // The number stands first in this sentence, or alone in the one before.
  const [first, ...rest] = counts;
  const readings: { total: Count; parts: readonly Count[]; open: boolean }[] = [];
  if (first) readings.push({ total: first, parts: rest, open: false });
  // "The three homes have 17 beds (Oak House 6, The Elms 5, Riverside 5)".
  const inside = counts.filter(({ inBrackets }) => inBrackets);
  const outside = counts.filter((count) => !count.inBrackets && count.at < (inside[0]?.at ?? 0));
  if (outside.length > 0 && inside.length > 2 && inside.length + outside.length === counts.length)
    readings.push({ total: outside.at(-1)!, parts: inside, open: false });
  if (
    before &&
    alone[0] &&
    alone.length === 1 &&
    before.figures.length === 1 &&
    !apart.test(before.skeleton.replace(when, "")) &&
    !asked.test(before.text)
  )
    readings.push({ total: alone[0], parts: counts, open: true });
  // "Two homes have 11 beds between them. Ash has six and Birch five": the first number counts the parts.
  if (before && alone.length === 2 && alone[0]?.figure.value === counts.length && before.figures.length === 2 && !asked.test(before.text))
    readings.push({ total: alone[1]!, parts: counts, open: true });
  return readings
    .flatMap(({ total, parts, open }): PartsList[] => {
      const whole = total.figure.value;
      const values = parts.map((part) => part.figure.value);
      const sum = values.reduce((made, value) => made + value, 0);
      if (
        parts.length < 2 ||
        (parts.length === 2 && apartOfTwo.test(sentence.skeleton.replace(when, ""))) ||
        whole < least ||
        total.inBrackets ||
        (values.length === 3 && isFlow(whole, values)) ||
        !isPart(total) ||
        !parts.every(isPart) ||
        values.some((value) => value >= whole)
      )
        return [];
      const isNear =
        parts.length === 2 ? Math.abs(sum - whole) <= (sum > whole ? 2 : 1) * nearOfTwo * whole : comesNear(sentence, parts, whole);
      // "Of 190, 80 had debt (42.1%), 60 housing needs (31.6%) …": shares that may overlap.
      if (sentence.skeleton.includes("{P") && Math.abs(sum - whole) > nearness * whole) return [];
      // "128 with the council's own carers, 56 with others and 69 with relatives": the first is told like the rest, and so is one of them.
      if (!open && sum !== whole && sharesJoint(sentence, [total, ...parts])) return [];
      const isClose = parts.length > 2 && Math.abs(sum - whole) <= allButAll * whole;
      if (
        !isNear ||
        !(saidAlike(sentence, parts) || inPhases(sentence, parts, sum < whole)) ||
        (sum !== whole && subsetFits(values, whole))
      )
        return [];
      // In a sentence of its own a list that falls short may leave the smallest groups out; it cannot hold more than all.
      const namesAll = parts.length > 2 && closesItems(sentence, parts) && !verb.test(sentence.text);
      if (open && sum < whole && !namesAll && !isClose && !/^(?:these|they|this)\b/iu.test(sentence.text)) return [];
      const between = sentence.skeleton.slice(total.at, parts[0]?.at).replace(/\(\{P\d+\}\)/gu, "");
      if (!open && !(opens.test(between) || (parts[0] && some.test(wordsAfter(sentence, parts[0]))))) return [];
      if (new Set(parts.map((part) => part.inBrackets)).size > 1 || isMixed(sentence, total, parts)) return [];
      const isWhole = !some.test(sentence.text) || endsWithOthers(sentence, parts) || saysWhole(passage[sentence.number + 1], parts);
      return [build(passage, sentence, [total], parts, [], isWhole)];
    })
    .slice(0, 1);
}
