import { figureAt, type Sentence } from "../reading.ts";
import { saidAlike } from "./in-sequence.ts";
import {
  asked,
  build,
  comesNear,
  countsFrom,
  leavesOut,
  leftOut,
  mayOverlap,
  nearness,
  opensItems,
  totalsBefore,
  type Count,
  type PartsList,
} from "./parts-list.ts";
import { pattern } from "../../vocabulary/patterns.ts";

export const verb = pattern`
  \b(?:compris(?:e|es|ed|ing)(?: of)?|(?:is |are |was |were )?made up (?:of|by)|consist(?:s|ed|ing)? of|
  composed of|(?:is |are |was |were )?(?:split|divided|broken down|separated|sorted|grouped) (?:between|among|across|into|as|as follows)|
  (?:splits?|divides?|sorts?) (?:into|as|between|among|across)|
  (?:breaks?|broke) down (?:into|as|as follows|between)|(?:divides?|separates?|falls?|fell) into|
  (?:is|are|was|were) the sum of|namely|
  includ(?:es?|ed|ing))\b:?`;
/** A dash opens a list when a count follows it. */
const dash = / [-–—] (?=\{[CM]\d+\})/u;
/** "The 133 outcomes for the year were 45 substantiated, 36 …", "considered 52 cases, approving 31, deferring 12 and …". */
const wereSo =
  /(?<=^(?:the |all |all the |these |those |our |its |last year’s |this year’s )(?:[\p{L}’'-]+ ){0,2}\{C\d+\} [^{}.;:,()]{3,60}) (?:were|are) (?=\{C\d+\} (?!more|fewer|less|higher|lower|up|down|above|below))/iu;
const doing =
  /(?<=^[^{}.;:]*\b(?:\p{L}+ed|saw|heard|dealt with|took|made|had|held|got) \{C\d+\} [^{}.;:,()]{3,40}), (?=[\p{L}-]+ing \{C\d+\}(?:[^{}.;,]*, [\p{L}-]+ing \{C\d+\})+[^{}.;,]*,? and [\p{L}-]+ing \{C\d+\}[^{}]*$)/iu;
/** "Total spend was £840,000, being £510,000 on staff, …". */
const being = /, (?:being|that is,?|namely,?) (?=\{[CM]\d+\})/u;
const openers = [/:\s/u, dash, being, wereSo, doing];
/** A sum further from the number before than this is of something else. */
const farthest = 0.5;
const stopOfItems = pattern`
  \b(?:of whom|of which|such as|compared|up from|down from|an increase|a decrease|a rise|a fall|against|
  representing|followed|whilst|while|although|which is|this is)\b|\. `;
const stop = new RegExp(`${stopOfItems.source}|;`, stopOfItems.flags);

/** "22 have a plan and 25 are in nursery": one child may be both, unlike those who went home and those who were adopted. */
const has = /\{C\d+\} (?:\p{L}+ )?(?:have|has|had)\b/iu;

const isPronoun = (text: string): boolean =>
  /^(?:they|these|this|it|their|its|the (?:total|figure|cohort|group|number)(?: (?:is|was))?|those)\s*(?:\w+\s){0,2}$/iu.test(
    text.trim() + " ",
  );

/** A colon, dash or bracket between a number and the next: it counts those that follow. */
const countsParts = ({ skeleton }: Sentence, [first, second]: readonly Count[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  (/[:(]| [-–—] /u.test(skeleton.slice(first.at, second.at)) || groups.test(skeleton.slice(first.at, second.at)));
/** "Two groups, 14 in the north", not "two managers, 14 workers". */
const groups = pattern`
  \b(?:groups|kinds|types|sorts|teams|parts|homes|houses|categories|bands|sites|areas|districts|localities|services|routes|forms|classes|
  sections|stages|tiers|units|strands|schools|offices|hubs|halves|cohorts), $`;

/** "80 at home, 30 of them with an agreement, and 40 …": some of those just counted. */
const ofThem = /^\{[CM]\d+\} of (?:them|these|those|whom|which)\b/iu;

/** "211 looked-after children. They comprise 49 …, 135 … and 27 …", and "split between", "made up of". */
export function comprising(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = verb.exec(sentence.skeleton);
  if (!match) return [];
  const after = match.index + match[0].length;
  // Behind a colon a semicolon parts the items and does not end them.
  const behind = sentence.skeleton.slice(after);
  const tail = (/^[^;]*:/u.test(behind) ? stopOfItems : stop).exec(behind);
  const end = tail ? after + tail.index : sentence.skeleton.length;
  const leaves = /^includ/iu.test(match[0]);
  const money = /\{M\d+\}/.test(sentence.skeleton.slice(after, end));
  const before = countsFrom(sentence, 0, match.index, money ? "M" : "C").filter((count) => !count.inBrackets);
  const lead = sentence.skeleton.slice(0, match.index);
  if (mayOverlap.test(sentence.skeleton)) return [];
  const totals = before.length > 0 ? [...before].reverse() : isPronoun(lead) ? totalsBefore(passage, sentence) : [];
  const counts = countsFrom(sentence, after, end, money ? "M" : "C").filter(({ at }) => !ofThem.test(sentence.skeleton.slice(at)));
  const open = counts.filter((count) => !count.inBrackets);
  // "They divide into retirement (30), adoption (22) and ill health (12)".
  const listed = open.length === 0 && counts.length > 2 ? counts : open;
  // "Divided into two teams: 20 in the north and 16 in the south": the first number counts the parts.
  // "38 posts, made up of three managers, 21 social workers, …": the number is a part where it makes up the whole with the rest.
  const sumOf = (parts: readonly Count[]): number => parts.reduce((made, part) => made + part.figure.value, 0);
  const own =
    listed.length > 2 &&
    listed[0]?.figure.value === listed.length - 1 &&
    countsParts(sentence, listed) &&
    !totals.some(({ figure }) => figure.value === sumOf(listed))
      ? listed.slice(1)
      : listed;
  const lastPart = own.at(-1);
  const aside = counts.filter((count) => count.inBrackets && lastPart && count.at > lastPart.at);
  const sum = sumOf(own);
  // Work divided between so many workers, an average of so much, has no parts.
  const last = own.at(-1)?.figure.value ?? 0;
  const isFar = totals.every(({ figure }) => Math.abs(sum - figure.value) > farthest * figure.value && sum - last !== figure.value);
  if (totals.length === 0 || own.length < 2 || (isFar && !leaves)) return [];
  return [build(passage, sentence, totals, own, aside.length === 1 && listed === open ? aside : [], !leaves, true)];
}

/** "Breakdown of 84 complaints: 40 upheld, 22 …": a list after a colon that comes near the one number before it. */
export function afterColon(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = openers.map((opener) => opener.exec(sentence.skeleton)).find((found) => found !== null);
  const isSoft = match !== undefined && !match[0].startsWith(":");
  const isDoing = match?.[0] === ", ";
  if (
    !match ||
    (dash.test(match[0] + sentence.skeleton.slice(match.index + match[0].length)) &&
      / [-–—] /u.test(sentence.skeleton.slice(match.index + match[0].length))) ||
    asked.test(sentence.text) ||
    leavesOut(sentence)
  )
    return [];
  for (const code of ["C", "M"]) {
    const listed = countsFrom(sentence, 0, match.index, code);
    const length = countsFrom(sentence, match.index, sentence.skeleton.length, code).filter((count) => !count.inBrackets).length;
    // "They came from four groups: …" counts the parts themselves; the total stands before.
    const counted = listed.length === 1 && listed[0]?.figure.value === length && /^(?:they|these|this|those)\b/iu.test(sentence.text);
    // "The 563 are shared by three teams: …": one of the two numbers before the colon counts the parts.
    const wholes = listed.length === 2 ? listed.filter(({ figure }) => figure.value !== length) : listed;
    const totals = counted ? totalsBefore(passage, sentence).slice(0, 1) : wholes;
    const parts = countsFrom(sentence, match.index, sentence.skeleton.length, code).filter((count) => !count.inBrackets);
    const total = totals[0]?.figure.value ?? 0;
    if (
      totals.length !== 1 ||
      parts.length < (isSoft ? 3 : 2) ||
      (total <= 8 && code === "C") ||
      !comesNear(sentence, parts, total) ||
      (isSoft && !isDoing && !opensItems(sentence, parts)) ||
      (has.test(sentence.skeleton.slice(match.index)) && !saidAlike(sentence, parts)) ||
      sentence.skeleton.slice(match.index).includes("{P")
    )
      continue;
    // What was done with some leaves others with whom it was not.
    return [build(passage, sentence, totals, parts, [], !isDoing)];
  }
  return [];
}

const hadOne =
  /^\{C\d+\} (?:[a-z-]+ ){0,2}?(?:had|have|took|received|got|wanted|needed|chose|used|asked for) [^{}.;]*, \{C\d+\} (?:an?|the|some|no)\b/iu;

/** "31 places, 18 internal and 15 external": parts told apart by a word or two, with no noun of their own. */
export function apposed(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const tag =
    "(?!(?:aged?|with|who|had|have|were|was|are|is|in|of|more|fewer|years?|months?|weeks?|days?|times?)\\b)[a-z’'-]+(?: [a-z’'-]+){0,2}";
  // "64 families, 16 in spring, 18 in summer and 32 in winter": one preposition for all of them.
  const alike = "(?:in|at|by|from|on|under) [a-z’' -]{2,30}";
  const match =
    new RegExp(
      `\\{C(\\d+)\\} [a-z’' -]{3,40}(?:,|:| \\(| –| -) ((?:\\{C\\d+\\} ${tag}, ){0,4}\\{C\\d+\\} ${tag},? and \\{C\\d+\\} ${tag})(?=[,.;)]|$)`,
      "iu",
    ).exec(sentence.skeleton) ??
    new RegExp(
      `\\{C(\\d+)\\} [a-z’' -]{3,40}(?:,|:| \\(| –| -) ((?:\\{C\\d+\\} ${alike}, ){1,5}\\{C\\d+\\} ${alike},? and \\{C\\d+\\} ${alike})(?=[.;)]|$)`,
      "iu",
    ).exec(sentence.skeleton);
  // After a colon or another count the first number is a part itself.
  if (!match || leavesOut(sentence) || asked.test(sentence.text) || /[:(;]\s*$|\{[A-Z]\d+\}/u.test(sentence.skeleton.slice(0, match.index)))
    return [];
  // "By type, 40 had therapy, 33 an assessment and 8 equipment": the first is a part like the rest.
  if (/^by [a-z -]{3,30},? $/iu.test(sentence.skeleton.slice(0, match.index)) || hadOne.test(sentence.skeleton.slice(match.index)))
    return [];
  const total = { figure: figureAt(sentence, match[1]!), inBrackets: false, at: match.index };
  const parts = [...(match[2] ?? "").matchAll(/\{C(\d+)\}/g)].map((part) => ({
    figure: figureAt(sentence, part[1]!),
    inBrackets: false,
    at: match.index,
  }));
  const sum = parts.reduce((made, part) => made + part.figure.value, 0);
  // "96 plans were for neglect, 61 for emotional abuse and 29 …": the first is told like the rest, and so is one of them.
  const own = sentence.skeleton.slice(total.at, sentence.skeleton.indexOf("{", total.at + 1));
  const [, joint] = /^\{C\d+\} (for|in|by|from|with|at|on|to|under|of)\b/iu.exec(match[2] ?? "") ?? [];
  if (joint !== undefined && new RegExp(`\\b${joint}\\b`, "iu").test(own)) return [];
  if (total.figure.value < 10 || Math.abs(sum - total.figure.value) > nearness * total.figure.value) return [];
  return [build(passage, sentence, [total], parts, [], true)];
}

/** "A total of 128 referrals were made, 57 by schools, 41 by …": parts that one preposition tells apart. */
export function byOnePreposition(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = /^(?:a total of|in total,?|in all,?) \{C(\d+)\}[^{}]*,/iu.exec(sentence.skeleton);
  if (!match || asked.test(sentence.text) || leftOut.test(sentence.text)) return [];
  const parts = [...sentence.skeleton.slice(match[0].length - 1).matchAll(/\{C(\d+)\} (by|from) /giu)];
  const counts = countsFrom(sentence, match[0].length - 1, sentence.skeleton.length);
  if (parts.length < 3 || parts.length !== counts.length || new Set(parts.map((part) => part[2]?.toLowerCase())).size > 1) return [];
  const total = { figure: figureAt(sentence, match[1]!), inBrackets: false, at: 0 };
  const sum = counts.reduce((made, part) => made + part.figure.value, 0);
  return Math.abs(sum - total.figure.value) <= nearness * total.figure.value ? [build(passage, sentence, [total], counts, [], true)] : [];
}
