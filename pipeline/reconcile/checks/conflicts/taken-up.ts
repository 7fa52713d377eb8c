import type { Finding } from "../../../model/finding.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { digitsOf, type TextFigure } from "../../reading/figure.ts";
import { heardIn } from "../../reading/heard.ts";
import { measuredIn } from "../../reading/measured.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { takesUp } from "../../vocabulary/measure-nouns.ts";
import { comparator } from "../../vocabulary/comparison-words.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { notAll, someOf } from "../../vocabulary/restrictions.ts";

/** Further apart than this, in points or in proportion, two values are of two things. */
const [farthestPoints, farthest] = [20, 1.6];

/** "A turnover of", "This rate of", "With vacancies at": what the words before a figure take up, and whether they point at it. */
const opening =
  /^(?:(?:with|given|at) )?(?:(this|that|the|such an?|these|an?) )?([\p{L}-]+(?: [\p{L}-]+){0,3}?) (?:of|at) (?:just |only |almost |nearly |around |about )?$/iu;
const points = wordings`this|that|such an?|these|the`;
/** What is said of it right behind: no more words that tell whose it is. */
const saidOf =
  /^,? (?:is|was|leaves|left|means|meant|remains|reflects|shows|suggests|puts|places|makes|compares|follows|owes|gives|keeps|represents|the|there|which)\b/iu;
const notOfNow = wordings`
  would|could|might|should|may|if|any|were to|target|aims?|goal|usual(?:ly)?|typical(?:ly)?|normal(?:ly)?|thought|considered|regarded|seen as|recommended|
  ideal(?:ly)?|healthy|safe|maximum|minimum|most that|forecast|projected|planned|last|previous|earlier|before|ago|then|had been|recorded|found|elsewhere|
  (?:is|was) (?:expected|required|wanted|needed|asked for|set|allowed|agreed|due|common|rare|for|of|that of|among (?!the)|what is|in (?!keeping|line))|
  ${someOf}|${notAll}`;
/** Others are named only to set it beside theirs. */
const besideOthers =
  /\b(?:than|close to|near(?:er)? to|similar to|that of|those of|among the|one of the|above|below|in line with|ahead of|behind|as in|level with)\b[^.;]*$/iu;

const isOfOthers = (text: string): boolean => {
  const at = text.search(comparator);
  return at >= 0 && !besideOthers.test(text.slice(0, at));
};

const isFar = (a: TextFigure, b: TextFigure): boolean => {
  const [low, high] = [a.value, b.value].sort((x, y) => x - y) as [number, number];
  return high > farthest * low || (a.measure === "percent" && high - low > farthestPoints);
};

/** "In the year 14.3% of social workers left. A turnover of 11.3% is what the strategy assumed": taken up with another value. */
function report(reading: Reading, passage: readonly Sentence[], sentence: Sentence): Finding[] {
  const previous = passage[sentence.number - 1];
  const figure = sentence.figures[0];
  if (
    !previous ||
    !figure ||
    figure.form !== "digits" ||
    figure.role !== "level" ||
    figure.qualifier === "over" ||
    figure.qualifier === "under"
  )
    return [];
  const [, article = "", noun = ""] = opening.exec(sentence.text.slice(0, figure.start)) ?? [];
  const [told, ...more] = measuredIn(previous);
  if (noun === "" || !told || more.length > 0 || told.figure.measure !== figure.measure) return [];
  const isPointedAt = /^th(?:is|at)$/iu.test(article);
  // A round number may be one that is held to be usual.
  if (figure.decimals === 0 && !points.test(article)) return [];
  if (figure.decimals !== told.figure.decimals || figure.valueHigh !== null || figure.denominator !== null) return [];
  const heading = sentence.block.headings.at(-1) ?? "";
  const rest = sentence.text.slice(figure.end);
  if (
    !takesUp(noun, `${heading} ${previous.text}`) ||
    !saidOf.test(rest) ||
    notOfNow.test(sentence.text.slice(0, figure.end)) ||
    (!isPointedAt && notOfNow.test(rest.split(/,| and | but /u)[0] ?? ""))
  )
    return [];
  if (
    (sentence.periods.length > 0 && !isPointedAt) ||
    comparator.test(previous.text) ||
    isOfOthers(sentence.text) ||
    isFar(told.figure, figure)
  )
    return [];
  const isPrinted = [previous, sentence].some(
    ({ figures }) => figures.filter((one) => one.value === figure.value || one.value === told.figure.value).length > 1,
  );
  if (agreePrinted(digitsOf(told.figure), digitsOf(figure)) || isPrinted || heardIn(reading, sentence).has(figure.value)) return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `${told.figure.text}; ${figure.text}`,
    place: sentence.place,
    quote: `${previous.text} ${sentence.text}`,
    heading: `${told.figure.text} in one sentence, ${figure.text} in the next`,
    message: `One sentence gives ${told.figure.text}, the next takes it up as ${figure.text}.`,
  });
}

export const takenUp = perSentence(
  "conflict",
  "A figure that the next sentence takes up with another value",
  (reading, sentence, passage) => report(reading, passage, sentence),
);
