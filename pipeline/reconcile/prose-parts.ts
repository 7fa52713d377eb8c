import { figureAt, type Sentence, type TextFigure } from "./reading.ts";

/** A total and the parts that a passage gives for it. */
export type PartsList = {
  /** The total first; others that the words before could mean. */
  totals: readonly number[];
  values: readonly number[];
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

const verb = /\b(?:compris(?:e|es|ed|ing)(?: of)?|(?:is |are |was |were )?made up (?:of|by)|consist(?:s|ed|ing)? of|composed of|(?:is |are |was |were )?(?:split|divided|broken down) (?:between|into|as|as follows)|namely|includ(?:es?|ed|ing))\b:?/iu;
const colon = /:\s/u;
/** How near the sum of a list after a colon has to come to the number before it to be its parts. */
const nearness = 0.15;
/** Words that say that the list leaves some out. */
const leftOut = /\b(?:others?|the rest|(?:the )?remain(?:der|ing)|mainly|mostly|such as|among them|for example|at least)\b/iu;
const asked = /\b(?:survey\w*|respon\w+|said|felt|told|asked|questions?|themes?|priorities|areas|reasons?)\b/iu;
const stop = /\b(?:of whom|of which|such as|compared|up from|down from|an increase|a decrease|a rise|a fall|against|representing|followed|whilst|while|although|which is|this is)\b|;|\. /iu;
const male = /\b(?:males?|boys?|young men|men)\b/iu;
const female = /\b(?:females?|girls?|young women|women)\b/iu;
const unsexed = /\b(?:unborn|unknown|not (?:yet )?(?:known|recorded|stated)|indeterminate|non-binary|other|another|gender|expected)\b/iu;
const remainder = /\b(?:the )?(?:remaining|remainder|rest|other|others)\b(?: of (?:the|them))?/iu;

type Count = { figure: TextFigure; inBrackets: boolean; at: number };

/** Counts of a skeleton from a place on, in order; those in brackets told apart. */
function countsFrom(sentence: Sentence, from: number, to: number, code = "C"): Count[] {
  const out: Count[] = [];
  let depth = 0;
  for (const match of sentence.skeleton.matchAll(/[()]|\{([A-Z])(\d+)\}/g)) {
    if (match[0] === "(") depth++;
    else if (match[0] === ")") depth = Math.max(0, depth - 1);
    else if (match[1] === code && match.index >= from && match.index < to) out.push({ figure: figureAt(sentence, match[2]!), inBrackets: depth > 0, at: match.index });
  }
  return out;
}

const isPronoun = (text: string): boolean => /^(?:they|these|this|it|the (?:total|figure|cohort|group|number)(?: (?:is|was))?|those)\s*(?:\w+\s){0,2}$/iu.test(text.trim() + " ");

/** Counts that the last sentence before with any count can mean, its first first. */
function totalsBefore(passage: readonly Sentence[], sentence: Sentence): Count[] {
  for (let number = sentence.number - 1; number >= 0; number--) {
    const before = passage[number];
    const counts = before ? countsFrom(before, 0, before.skeleton.length).filter((count) => !count.inBrackets) : [];
    if (counts.length > 0) return counts;
  }
  return [];
}

function comprising(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = verb.exec(sentence.skeleton);
  if (!match) return [];
  const after = match.index + match[0].length;
  const tail = stop.exec(sentence.skeleton.slice(after));
  const end = tail ? after + tail.index : sentence.skeleton.length;
  const open = /^includ/iu.test(match[0]);
  const money = /\{M\d+\}/.test(sentence.skeleton.slice(after, end));
  const before = countsFrom(sentence, 0, match.index, money ? "M" : "C").filter((count) => !count.inBrackets);
  const lead = sentence.skeleton.slice(0, match.index);
  const totals = before.length > 0 ? [...before].reverse() : isPronoun(lead) ? totalsBefore(passage, sentence) : [];
  const counts = countsFrom(sentence, after, end, money ? "M" : "C");
  // Percentages or rates among the parts say that something else is listed.
  const own = counts.filter((count) => !count.inBrackets);
  const lastPart = own.at(-1);
  const aside = counts.filter((count) => count.inBrackets && lastPart && count.at > lastPart.at);
  if (totals.length === 0 || own.length < 2) return [];
  return [build(passage, sentence, totals, own, aside.length === 1 ? aside : [], !open, true)];
}

/** "Breakdown of 84 complaints: 40 upheld, 22 …": a list after a colon that comes near the one number before it. */
function afterColon(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = colon.exec(sentence.skeleton);
  if (!match || asked.test(sentence.text) || leftOut.test(sentence.text)) return [];
  for (const code of ["C", "M"]) {
    const listed = countsFrom(sentence, 0, match.index, code);
    const length = countsFrom(sentence, match.index, sentence.skeleton.length, code).filter((count) => !count.inBrackets).length;
    // "They came from four groups: …" counts the parts themselves; the total stands before.
    const counted = listed.length === 1 && listed[0]?.figure.value === length && /^(?:they|these|this|those)\b/iu.test(sentence.text);
    const totals = counted ? totalsBefore(passage, sentence).slice(0, 1) : listed;
    const parts = countsFrom(sentence, match.index, sentence.skeleton.length, code).filter((count) => !count.inBrackets);
    const total = totals[0]?.figure.value ?? 0;
    const sum = parts.reduce((made, part) => made + part.figure.value, 0);
    if (totals.length !== 1 || parts.length < 2 || total <= 8 && code === "C" || Math.abs(sum - total) > (parts.length === 2 ? 0.1 : nearness) * total || sentence.skeleton.slice(match.index).includes("{P")) continue;
    return [build(passage, sentence, totals, parts, [], true)];
  }
  return [];
}

/** "31 places, 18 internal and 15 external": parts told apart by a word or two, with no noun of their own. */
function apposed(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const tag = "(?!(?:aged?|with|who|had|have|were|was|are|is|in|of|more|fewer|years?|months?|weeks?|days?|times?)\\b)[a-z’'-]+(?: [a-z’'-]+){0,2}";
  const match = new RegExp(`\\{C(\\d+)\\} [a-z’' -]{3,40}(?:,|:| \\(| –| -) ((?:\\{C\\d+\\} ${tag}, ){0,4}\\{C\\d+\\} ${tag},? and \\{C\\d+\\} ${tag})(?=[,.;)]|$)`, "iu").exec(sentence.skeleton);
  // After a colon or another count the first number is a part itself.
  if (!match || leftOut.test(sentence.text) || asked.test(sentence.text) || /[:(;]\s*$|\{[A-Z]\d+\}/u.test(sentence.skeleton.slice(0, match.index))) return [];
  const total = { figure: figureAt(sentence, match[1]!), inBrackets: false, at: match.index };
  const parts = [...(match[2] ?? "").matchAll(/\{C(\d+)\}/g)].map((part) => ({ figure: figureAt(sentence, part[1]!), inBrackets: false, at: match.index }));
  const sum = parts.reduce((made, part) => made + part.figure.value, 0);
  if (total.figure.value < 10 || Math.abs(sum - total.figure.value) > nearness * total.figure.value) return [];
  return [build(passage, sentence, [total], parts, [], true)];
}

/** "Counsel £312,450, experts £98,120 and court fees £141,075, which together make £551,645". */
function together(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = /(?:\b(?:in total|in all|altogether|together|combined|which together (?:make|makes|come to|cost)|making),?(?: that is| this is)? ?)\{([CM])(\d+)\}(?! (?:of|out)\b)/iu.exec(sentence.skeleton);
  if (!match || leftOut.test(sentence.text) || verb.test(sentence.skeleton)) return [];
  const parts = countsFrom(sentence, 0, match.index, match[1]).filter((count) => !count.inBrackets);
  const total = { figure: figureAt(sentence, match[2]!), inBrackets: false, at: match.index };
  const sum = parts.reduce((made, part) => made + part.figure.value, 0);
  if (parts.length < 2 || Math.abs(sum - total.figure.value) > nearness * total.figure.value) return [];
  return [build(passage, sentence, [total], parts, [], true)];
}

const rest = /\b(?:remain\w*|rest|others?|unborn|not (?:yet )?(?:known|recorded|stated)|unknown|difference|further|another|left out|excluded|also)\b/iu;

/** Counts of the sentence after; where the list is sure to be one of parts, only those of a sentence that tells of the rest. */
const countsAfter = (passage: readonly Sentence[], sentence: Sentence, sure = false): number[] => {
  const next = passage[sentence.number + 1];
  return next && (!sure || rest.test(next.text)) ? countsFrom(next, 0, next.skeleton.length).map((count) => count.figure.value) : [];
};

function build(passage: readonly Sentence[], sentence: Sentence, totals: readonly Count[], parts: readonly Count[], aside: readonly Count[], exhaustive: boolean, sure = false): PartsList {
  const next = passage[sentence.number + 1];
  const basis = next !== undefined && /\bof (?:these|those|the) (?:children|young people)\b|\bof (?:these|them)\b/iu.test(next.text) && next.figures.some((f) => f.measure === "percent");
  const roughly = [...totals.slice(0, 1), ...parts].some((count) => count.figure.qualifier !== "exact");
  const first = passage[Math.max(0, sentence.number - 2)] ?? sentence;
  const startsHere = countsFrom(sentence, 0, sentence.skeleton.length).includes(totals[0]!) || totals.every((t) => sentence.figures.includes(t.figure));
  const words = startsHere ? sentence.text : passage.slice(first.number, sentence.number + 1).map((s) => s.text).join(" ");
  return {
    totals: totals.map((count) => count.figure.value), values: parts.map((count) => count.figure.value),
    aside: aside.map((count) => count.figure.value), exhaustive, roughly, basis, sentence, words,
    after: countsAfter(passage, sentence, sure),
  };
}

/** "A total of 128 referrals were made, 57 by schools, 41 by …": parts that one preposition tells apart. */
function byOnePreposition(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = /^(?:a total of|in total,?|in all,?) \{C(\d+)\}[^{}]*,/iu.exec(sentence.skeleton);
  if (!match || asked.test(sentence.text) || leftOut.test(sentence.text)) return [];
  const parts = [...sentence.skeleton.slice(match[0].length - 1).matchAll(/\{C(\d+)\} (by|from) /giu)];
  const counts = countsFrom(sentence, match[0].length - 1, sentence.skeleton.length);
  if (parts.length < 3 || parts.length !== counts.length || new Set(parts.map((part) => part[2]?.toLowerCase())).size > 1) return [];
  const total = { figure: figureAt(sentence, match[1]!), inBrackets: false, at: 0 };
  const sum = counts.reduce((made, part) => made + part.figure.value, 0);
  return Math.abs(sum - total.figure.value) <= nearness * total.figure.value ? [build(passage, sentence, [total], counts, [], true)] : [];
}

/** The words that a count counts: up to the next figure, bracket or stop. */
const nounAfter = (sentence: Sentence, count: Count): string => {
  const rest = sentence.skeleton.slice(count.at).replace(/^\{[A-Z]\d+\}/, "");
  return /^[^{}.;()]*/.exec(rest)?.[0] ?? "";
};

/** "101 females and 108 males", with the unborn or unknown told with them or in brackets. */
function bySex(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  if (!male.test(sentence.text) || !female.test(sentence.text)) return [];
  const counts = countsFrom(sentence, 0, sentence.skeleton.length);
  const own = counts.map((count) => ({ count, noun: nounAfter(sentence, count).slice(0, 40) }));
  const nearest = (pattern: RegExp): Count | undefined => {
    const near = own.filter(({ noun }) => pattern.test(noun)).sort((a, b) => a.noun.search(pattern) - b.noun.search(pattern));
    return near[0]?.count;
  };
  const [boys, girls] = [nearest(male), nearest(female)];
  if (!boys || !girls || boys === girls) return [];
  const edge = Math.max(boys.at, girls.at);
  const others = own.filter(({ count, noun }) => count !== boys && count !== girls && count.at > Math.min(boys.at, girls.at) && unsexed.test(noun)).map(({ count }) => count);
  const totalsHere = counts.filter((count) => count.at < Math.min(boys.at, girls.at));
  const totals = totalsHere.length > 0 ? [...totalsHere].reverse() : /^(?:these|they|of these|of them|this|there (?:are|were))\b/iu.test(sentence.text) || sentence.skeleton.indexOf("{") < 12
    ? totalsBefore(passage, sentence) : [];
  if (totals.length === 0) return [];
  const outside = others.filter((count) => !count.inBrackets);
  const inside = others.filter((count) => count.inBrackets && count.at > edge);
  const sum = boys.figure.value + girls.figure.value;
  // Another group than the total names: half the total at least has to be told apart by sex.
  if (sum < 0.5 * (totals[0]?.figure.value ?? 0)) return [];
  // A list of parts stands before: the total is that of the list, not its first number.
  if (totalsHere.length === 0 && totals.length > 2 && sum > 1.5 * (totals[0]?.figure.value ?? 0)) return [];
  return [build(passage, sentence, totals, [boys, girls, ...outside].sort((a, b) => a.at - b.at), inside, true)];
}

/** "Of the 120, 80 are fostered, 30 … and the remaining 12 …". */
function withRemainder(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const rest = new RegExp(`${remainder.source} \\{C(\\d+)\\}|\\{C(\\d+)\\}(?: \\w+){0,2} (?:remaining|remain|others?\\b)`, "iu").exec(sentence.skeleton);
  if (!rest) return [];
  const opening = /^(?:of|out of|from|among|amongst)(?: (?:the|these|those|our|all|a total of))* (?:\w+ ){0,2}?\{C(\d+)\}/iu.exec(sentence.skeleton);
  const back = /^(?:of (?:these|those|them|whom|which))\b/iu.test(sentence.skeleton);
  const listed = /\bremaining \{C/u.test(sentence.skeleton) && !/\bof wh(?:om|ich)\b/iu.test(sentence.text) && /^\{C\d+\}/u.test(sentence.skeleton) && passage[sentence.number - 1]?.figures.filter((figure) => figure.measure === "number").length === 1;
  if (!opening && !back && !listed) return [];
  const counts = countsFrom(sentence, opening ? opening[0].length : 0, rest.index + rest[0].length).filter((count) => !count.inBrackets);
  const totals = opening ? [{ figure: figureAt(sentence, opening[1]!), inBrackets: false, at: 0 }] : totalsBefore(passage, sentence);
  return totals.length > 0 && counts.length > 1 ? [build(passage, sentence, totals, counts, [], true)] : [];
}

/** "96 primary, 33 secondary and 7 special schools, a total of 140" and "a total staff group of 26". */
function totalled(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = /(?:,| –| -|\(|:| giving| making) ?(?:giving |making |or |which (?:gives|makes) |in all,? )?a (?:combined |grand |overall )?total(?: [a-z]+){0,3} of \{C(\d+)\}/iu.exec(sentence.skeleton);
  if (!match || verb.test(sentence.skeleton.slice(match.index))) return [];
  const included = /including (?:the )?\{C(\d+)\}/iu.exec(sentence.skeleton.slice(match.index));
  const parts = countsFrom(sentence, 0, match.index).filter((count) => !count.inBrackets);
  if (included) parts.push({ figure: figureAt(sentence, included[1]!), inBrackets: false, at: match.index });
  const total = { figure: figureAt(sentence, match[1]!), inBrackets: false, at: match.index };
  return parts.length > 1 ? [build(passage, sentence, [total], parts, [], true, true)] : [];
}

/** Every total of a passage whose parts are listed; one list a sentence, the surest wording first. */
export function partsIn(passage: readonly Sentence[]): PartsList[] {
  return passage.flatMap((sentence) => {
    for (const find of [comprising, totalled, bySex, withRemainder, afterColon, byOnePreposition, together, apposed]) {
      const found = find(passage, sentence);
      if (found.length > 0) return found;
    }
    return [];
  });
}
