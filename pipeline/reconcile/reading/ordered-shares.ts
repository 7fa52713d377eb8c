import { isSingle, type TextFigure } from "./figure.ts";
import { figureAt, type Sentence } from "./reading.ts";
import { pattern } from "../vocabulary/patterns.ts";

const inOrder = pattern`
  \b(?:respectively|in (?:the )?(?:that|this|same|turn|order given|order named|order)(?: order)?|(?:in|as|or|that is,?) (?:percentages|shares|proportions|per ?cent)|
  the (?:percentages|shares|proportions) (?:are|were|being))\b`;
/** Percentages with nothing between them. */
const listed = /(?:\{P\d+\}(?:,? and |, |; |\/)){2,}\{P\d+\}/u;
/** Shares of one whole make about 100; rates of so many groups make more. */
const most = 150;

/** "1,705 for nothing, 1,338 for a plan and 1,014 for other support; in percentages, 42.0%, 33.0% and 25.0% in that order". */
export function orderedPairs(sentence: Sentence, highest = most): { count: TextFigure; percent: TextFigure; sentence: Sentence }[] {
  const list = inOrder.test(sentence.text) ? listed.exec(sentence.skeleton) : null;
  if (!list) return [];
  const percents = [...list[0].matchAll(/\{P(\d+)\}/gu)].map((match) => figureAt(sentence, match[1]!));
  const before = sentence.skeleton.slice(0, list.index);
  const counts = [...before.matchAll(/\{C(\d+)\}/gu)].map((match) => figureAt(sentence, match[1]!));
  // The number that all of them are of may open the sentence.
  const own = counts.length === percents.length + 1 ? counts.slice(1) : counts;
  const sum = percents.reduce((made, { value }) => made + value, 0);
  if (own.length !== percents.length || sum > highest || /\{[PX]/u.test(before) || !own.every(isSingle)) return [];
  return own.map((count, at) => ({ count, percent: percents[at]!, sentence }));
}
