import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { contentWords, root, stem, wordSet } from "../../vocabulary/names.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { before, notYet } from "../../vocabulary/restrictions.ts";
import { everyOne, holds, isOpen } from "./all-and-some.ts";

/** What some are told to lack. */
const lacks = wordings`
  no|not|none|without|lack(?:s|ed|ing)?|waiting|awaiting|missing|missed|yet to|still to|unallocated|unvisited|unseen|unassessed|outstanding`;
const atThatTime = pattern`\b(?:on|at) (?:the|this|that) (?:same |very )?(?:day|date|time|point)\b|\bat the time\b`;
const earlier = wordings`${before}|${notYet}|earlier|previous\w*|before|until|since|during|longer|more than|had been|other than|at some point|at first|initially|once`;
/** Words of the one who counts, and of those who are counted in every report. */
const neutral = wordSet(
  `the and for with that this them they who were was are had has have been being did does done its our their there those child children young person
   people pupils leavers carer carers case cases family families staff worker workers record records recorded still yet any one same day named`,
);
const rootsOf = (text: string): string[] =>
  contentWords(text.replace(atThatTime, " ").replace(new RegExp(lacks.source, "giu"), " "), neutral).map((word) =>
    root(stem(word.replace(/e$/u, ""))),
  );

/** The number of those who are told to lack something. */
function lackingIn(sentence: Sentence): TextFigure | null {
  const [count, ...more] = sentence.figures;
  if (!count || more.length > 0 || count.measure !== "number" || count.form === "fraction" || count.valueHigh !== null || count.value <= 0)
    return null;
  return lacks.test(sentence.text.replace(/\b(?:not only|no (?:more|fewer|less) than)\b/giu, "")) ? count : null;
}

/** "For the 9 that were not, the reason was recorded", "Four were not": of those who are said to be all. */
const rest =
  /^(?:(?:for|of|in|among|with) )?(?:all of |each of )?(?:the )?(?:other |remaining )?\{C(\d+)\} (?:(?:that|who|which) )?(?:were|was|had|did|have|has|are|is) not\b(?=[,.;:]| (?:were|was|had|have|the|because|owing|due))/iu;
function restOf(next: Sentence): TextFigure | null {
  const [, name] = rest.exec(next.skeleton) ?? [];
  return name === undefined ? null : (next.figures[Number(name)] ?? null);
}

/** "All children had a social worker. Eleven children were without a social worker": what all had, some lack, in the same words. */
function report(reading: Reading, sentence: Sentence, next: Sentence | undefined): Finding[] {
  const { text } = sentence;
  if (!next || !everyOne.test(text) || !holds.test(text) || isOpen.test(text)) return [];
  const left = restOf(next);
  const isOfAll =
    left !== null && left.value > 0 && sentence.figures.every(({ measure, value }) => measure !== "number" || value > left.value);
  if (left && isOfAll && !earlier.test(next.text)) return found(reading, sentence, next, left);
  const count = lackingIn(next);
  if (!count || sentence.figures.length > 0 || earlier.test(next.text) || next.times.some((time) => !sentence.times.includes(time)))
    return [];
  const [said, told] = [new Set(rootsOf(text)), rootsOf(next.skeleton)];
  if (told.length === 0 || !told.every((word) => said.has(word))) return [];
  return found(reading, sentence, next, count);
}

const found = (reading: Reading, sentence: Sentence, next: Sentence, count: TextFigure): Finding[] =>
  oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `"${sentence.text}"; ${count.text}`,
    quote: `${sentence.text} ${next.text}`,
    place: sentence.place,
    heading: `"${sentence.text.split(" ").slice(0, 4).join(" ")} …", then ${count.text} without`,
    message: `The text says "${sentence.text}", and then counts ${count.text} of whom it does not hold: "${next.text}"`,
  });

export const allAndWithout = perSentence("conflict", "What is said of all beside a number who lack it", (reading, sentence, passage) =>
  report(reading, sentence, passage[sentence.number + 1]),
);
