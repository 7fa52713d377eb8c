import { fitsShare } from "../numbers/shares.ts";
import { figureAt, type Sentence } from "./reading.ts";
import { within, type StatedShare } from "./stated-share.ts";
import { pattern, wordings } from "../vocabulary/patterns.ts";
import { before, ofOthers, someOf } from "../vocabulary/restrictions.ts";

/** Words with which a sentence turns what the one before counts into a percentage. */
export const saysShare = pattern`
  ^(?:this|that|which|these|it) (?:is|was|represents?|represented|equates?(?: to)?|equated|equals?|amounts?|
  gives?|means?|makes?|corresponds)\b|^at \d`;

/** "Of 164 reviews, 140 were on time; the proportion was 85.4%": of the same, unless others or another time are named. */
const openedAndNamed = pattern`
  ^(?:of|out of)(?: (?:the|these|our|all|a total of))* (?:\w+ ){0,2}?\{C(\d+)\}[^{}]*\{C(\d+)\}(?:[^{}]|\{D\d+\})*?
  \bthe (?:(?:overall|resulting|corresponding) )?(?:rate|proportion|percentage|share|figure) (?:is|was|came to|comes to|stood at|works out at)
  (?: (?:therefore|thus|then|just|only))? \{P(\d+)\}[^{}]*$`;
const ofAnotherGroup = wordings`${before}|${ofOthers}|${someOf}|targets?|average`;

/** "Of 148 children, 131 had one in time, giving a rate of 88.5%." */
export function openedAndClosed(sentence: Sentence): StatedShare[] {
  const match =
    (ofAnotherGroup.test(sentence.text) ? null : openedAndNamed.exec(sentence.skeleton)) ??
    /^(?:(?:of|out of)(?: (?:the|these|our|all|a total of))* (?:\w+ ){0,2}?|(?:of|for) [^{}]{0,90}\(n ?= ?)\{C(\d+)\}(?:[^{}]|\{D\d+\})*\{C(\d+)\}(?:[^{}]|\{D\d+\})*?(?:, or|giving|equating to|which is|which equates to|that is|representing|equivalent to|i\.e\.,?|making|(?:a|an) (?:[\w-]+ ){0,2}(?:rate|proportion|percentage|share) of|[–-]|,(?= \{P\d+\}(?:[.;)]|$))) (?:(?:a|an) (?:[\w-]+ ){0,2}(?:rate|proportion|percentage|share) of )?\{P(\d+)\}/iu.exec(
      sentence.skeleton,
    );
  if (!match) return [];
  const [of, count] = [figureAt(sentence, match[1]!).value, figureAt(sentence, match[2]!).value];
  return count <= of ? [within(sentence, { count, of }, figureAt(sentence, match[3]!), true)] : [];
}

/** "Out of 219, 131 were good. That is 59.8%." */
export function saidAfter(sentence: Sentence, next: Sentence | undefined): StatedShare[] {
  const match = /^(?:of|out of)(?: (?:the|these|our|all|a total of))* (?:\w+ ){0,2}?\{C(\d+)\}[^{}]*\{C(\d+)\}[^{}]*$/iu.exec(
    sentence.skeleton,
  );
  const percent = next && saysShare.test(next.text) ? next.figures[0] : undefined;
  if (!match || !next || percent?.measure !== "percent" || percent.role !== "level") return [];
  const [of, count] = [figureAt(sentence, match[1]!).value, figureAt(sentence, match[2]!).value];
  return count <= of ? [{ ...within(next, { count, of }, percent, true), words: `${sentence.text} ${next.text}` }] : [];
}

/** "201 children had seen one. That is 81.0% of the 248 in care": the whole stands behind the percentage. */
const ofWhole = pattern`
  ^(?:that|this|it|they|these|the figure|the number) (?:is|was|are|were|represents?|represented|equals|equates? to|makes?|amounts? to|means|corresponds to)
  (?: just| only)? \{P(\d+)\} of (?:the|all|our)(?: [\p{L}’'-]+){0,4}? \{C(\d+)\}`;
export function ofWholeAfter(before: Sentence | undefined, sentence: Sentence): StatedShare[] {
  const match = ofWhole.exec(sentence.skeleton);
  const [count, ...more] = before?.figures.filter((figure) => figure.measure === "number") ?? [];
  const of = match ? figureAt(sentence, match[2]!) : null;
  if (!before || !match || !of || !count || more.length > 0 || count.denominator !== null || count.value > of.value) return [];
  if (count.qualifier !== "exact" || count.role !== "level") return [];
  const share = within(sentence, { count: count.value, of: of.value }, figureAt(sentence, match[1]!), true);
  return [{ ...share, words: `${before.text} ${sentence.text}` }];
}

/** "Numbered 56 (49 boys and 7 girls), 19.3% of the 378 children": what stands in brackets parts the count. */
const partedBefore = pattern`
  \{C(?<count>\d+)\}(?: (?:[^{}.;(),]|\{[DZ]\d+\}){0,90}?)? ?\((?<parts>[^{}()]*\{C\d+\}[^()]*)\)(?:,(?: or| which is| that is)?| [–-]) \{P(?<percent>\d+)\} of (?:the|all|our|all the)(?: [\p{L}’'-]+){0,4}? \{C(?<of>\d+)\}`;
export function partedAndClosed(sentence: Sentence): StatedShare[] {
  const groups = partedBefore.exec(sentence.skeleton)?.groups;
  if (!groups) return [];
  const [count, of, percent] = ["count", "of", "percent"].map((name) => figureAt(sentence, groups[name] ?? ""));
  const parts = [...(groups["parts"] ?? "").matchAll(/\{C(\d+)\}/gu)].map(([, name]) => figureAt(sentence, name!).value);
  // "In all 120 were seen (98 in time), 81.7% of the 120": the share of what the brackets count.
  if (!count || !of || !percent || count.value > of.value || parts.some((part) => fitsShare(part, of.value, percent))) return [];
  return [within(sentence, { count: count.value, of: of.value }, percent, count.role === "level" && of.role === "level")];
}
