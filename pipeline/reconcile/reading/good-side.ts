import type { Polarity } from "../../model/comparison.ts";
import { highIsGood, lowIsGood, polarityOf } from "../vocabulary/word-claims.ts";
import { pattern } from "../vocabulary/patterns.ts";
import { topicOf } from "../vocabulary/topics.ts";
import type { Reading, Sentence } from "./reading.ts";

/** "Performance improved", "it got worse": what is told of has its name in the words before. */
const unnamed = pattern`
  ^\W*(?:(?:overall|again|here|however|this year|over the year|since then),? )?(?:performance|results?|outcomes?|timeliness|progress|
  (?:the|our|this|that|these|its) (?:overall |local |own |council['’]s )?(?:position|picture|figures?|rates?|results?|shares?|measure|outcomes?|
  outturn|trend|performance|percentage|proportion|number|average|level)(?! of\b)|it|this|that|these|things|we|(?:an?|the) (?:clear |slight |small |big |
  marked )?(?:improvement|deterioration|worsening)(?! (?:in|of|to)\b)|improv\w+|worsen\w+|deteriorat\w+|there (?:has been|was|is))\b`;

/** What a paragraph of several measures has come to speak of. */
const topicUpTo = (passage: readonly Sentence[], sentence: Sentence): string | undefined =>
  passage
    .slice(0, passage.indexOf(sentence) + 1)
    .map(({ text }) => topicOf(text)?.name)
    .findLast((name) => name !== undefined && !/^completion on time$/u.test(name));

/** The words of a passage, or those under the same heading, that say outright on which side its figures are good. */
function saidOutright(reading: Reading, sentence: Sentence): Polarity {
  const passage = reading.sentences.filter(({ block }) => block === sentence.block);
  const topic = topicUpTo(passage, sentence);
  const isNear = (one: Sentence): boolean => {
    const theirs = topicUpTo(passage, one);
    return topic === undefined || theirs === undefined || topic === theirs;
  };
  const said = passage
    .filter(isNear)
    .flatMap(({ text }): Polarity[] => [
      ...(lowIsGood.test(text) ? ["low" as const] : []),
      ...(highIsGood.test(text) ? ["high" as const] : []),
    ]);
  const [side] = said;
  return side !== undefined && said.every((one) => one === side) ? side : "none";
}

/** A line of its own above a paragraph: "Reviews held on time". */
const longest = 90;
const isLabel = (before: Sentence, sentence: Sentence): boolean =>
  before.block.index === sentence.block.index - 1 && before.figures.length === 0 && before.block.text.length < longest;

/** "The score rose from 13.2 to 14.6. It improved from 71% to 80%": of two things. */
const isOfOneMeasure = (before: Sentence, sentence: Sentence): boolean =>
  before.figures.length === 0 ||
  before.figures.some(({ measure }) => sentence.figures.length === 0 || sentence.figures.some((figure) => figure.measure === measure));

/** The side on which the figures of a sentence are good: as its passage says outright, by its own words, or by those that name what it tells of. */
export function sideOf(reading: Reading, sentence: Sentence, words: string, percent: number | null): Polarity {
  const said = saidOutright(reading, sentence);
  if (said !== "none") return said;
  const own = polarityOf(words, percent);
  if (own !== "none" || !unnamed.test(sentence.text)) return own;
  const before = reading.sentences[reading.sentences.indexOf(sentence) - 1];
  const isLead = before !== undefined && (before.block === sentence.block ? isOfOneMeasure(before, sentence) : isLabel(before, sentence));
  const leads = [isLead ? before.text : "", sentence.block.headings.at(-1) ?? ""];
  return leads.map((text) => polarityOf(`${text} ${words}`, percent)).find((side) => side !== "none") ?? "none";
}
