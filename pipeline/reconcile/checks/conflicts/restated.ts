import type { Finding } from "../../../model/finding.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { fitsShare } from "../../numbers/shares.ts";
import { perDocument } from "../../check.ts";
import { twoValues } from "../../finding-row.ts";
import { isOfEarlier } from "../../reading/earlier.ts";
import { digitsOf, type TextFigure } from "../../reading/figure.ts";
import { measuredIn, type Measured } from "../../reading/measured.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { endOf, timesIn, wordsOf } from "../../reading/tellings.ts";
import { mayBeOfOneAge } from "../../vocabulary/ages.ts";
import { stem, wordSet } from "../../vocabulary/names.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { ofThem, someOf } from "../../vocabulary/restrictions.ts";
import { narrower } from "../../vocabulary/telling-words.ts";
import { topicOf } from "../../vocabulary/topics.ts";

/** Words by which one of two tellings may say more than the other: that it was done, in time, and of whom all of them are. */
const neutral = wordSet(
  `due eligible entitled required held hold complete completed finish timely current review reviewed reviews late later within working
   calendar day days week weeks month months year years six ten five twelve twenty time last previous preceding seen see met done
   answer given carried looked after care child children young people more while rest whom had have has been which one its his her
   count counting counted continuous continuously leavers leaver offered offer held subject plan percentage target outside inside
   aged chaired recorded missing school age statutory home headline key message say says press release note`,
  stem,
);
const timely = wordings`timely|within|in time|on time|late|later|timescales?|punctual\w*|up[- ]to[- ]date|current|reviewed|last|previous|preceding|days`;
const limits = /\b(\d+|five|ten|fifteen|twenty) (?:working |calendar )?(days?|weeks?|months?)\b/giu;

/** Links between what a figure is of and the figure, or its end; what stands behind it may tell no more. */
const link = pattern`(?:\b(?:stood|stands?|was|were|is|are|came|comes|remain(?:s|ed)|reached|at|be) (?:at |to )?|[:,–-] ?|\()$`;
const end =
  /^\)?(?:[.;]|$|, (?:as|and) the (?:detail|section|table)|,? (?:and|while) (?:its|the|this|that|it) [^\d;]*[.]?$| (?:(?:at|in|on|for) )?(?:the (?:end|year|period|quarter))?)/iu;
const mostWords = 12;
/** A share of fewer is told by its count. */
const fewest = 5;
const ofSome = wordings`${someOf}|${ofThem}|target|planned|goal|expect\w*|aims?|should|judged|rated|good|poor|persistent\w*|severe\w*`;
const aged = /\b(?:aged?|ages) (?:between |from )?\w+ (?:to|and|or|-|–) \w+\b/giu;

/** "The risk register rests on the same position, namely that": what leads into the statement says nothing of it. */
const leadIn =
  /^.*\b(?:namely|notes?|says?|said|states?|stating|shows?|reports?|reported|recalls?|is|assumes?|assumption|position|basis|fact) that\b/iu;
const withoutLead = (one: Measured): Measured => {
  const told = one.told.replace(leadIn, " ");
  return told === one.told ? one : { ...one, told, said: wordsOf(told) };
};

/** "Dental checks at 31 March stood at 61%": one share, what it is of, and nothing else. */
function isPlain({ sentence, figure, said, told }: Measured): boolean {
  const { text } = sentence;
  const levels = sentence.figures.filter((one) => one.measure !== "number" || one.decimals > 0).filter((one) => !one.isLimit);
  return (
    levels.length === 1 &&
    sentence.subjects.length === 0 &&
    said.size > 0 &&
    said.size <= mostWords &&
    link.test(text.slice(0, figure.start)) &&
    end.test(text.slice(figure.end)) &&
    !narrower.test(told) &&
    !ofSome.test(told.replace(aged, " "))
  );
}

/** A share with the counts that make it: the section that tells of it in full. */
type Section = {
  one: Measured;
  words: ReadonlySet<string>;
  /** What its heading says of it, or the label that its paragraph begins with. */
  named: ReadonlySet<string>;
  around: ReadonlySet<string>;
  times: readonly string[];
  before: Sentence | undefined;
};

/** A sentence of a few words alone heads its paragraph. */
const longestLabel = 40;

const numbersOf = ({ figures }: Sentence): number[] =>
  figures.flatMap(({ measure, value, numerator, denominator, decimals }) =>
    denominator !== null ? [numerator ?? 0, denominator] : measure === "number" && decimals === 0 ? [value] : [],
  );
const makeShare = (numbers: readonly number[], percent: TextFigure): boolean =>
  numbers.some((of) => of >= fewest && numbers.some((count) => count < of && fitsShare(count, of, percent)));

/**
 * Two numbers of the sentence, or of that and the one before, make the share. "157 of 171 were (92%). In December it was 91%":
 * counts that have a share of their own in their sentence make no other in the next.
 */
function isCounted(passage: readonly Sentence[], at: number, percent: TextFigure): boolean {
  const [own, before] = [numbersOf(passage[at]!), passage[at - 1]];
  const isTaken = before?.figures.some((one) => one.measure === "percent" && makeShare(numbersOf(before), one)) ?? false;
  return makeShare(before && !isTaken ? [...numbersOf(before), ...own] : own, percent);
}

function sectionsIn(reading: Reading): Section[] {
  return reading.passages.flatMap((passage) => {
    return passage.flatMap((sentence, at): Section[] => {
      const measured = measuredIn(sentence);
      return measured
        .filter(({ figure }) => isCounted(passage, at, figure) && !isOfEarlier(sentence, figure))
        .map((found) => {
          const before = passage[at - 1];
          // "In 2016 91 of 115 had one (79.1%); in 2017 it was 87 of 123, or 70.7%": of the same as the figure before it.
          const same =
            found.said.size === 0 && /\bit (?:was|is|stood)\b/iu.test(found.told) ? measured[measured.indexOf(found) - 1] : undefined;
          const one = same ? { ...found, said: same.said, told: same.told } : found;
          const own = one.told.replace(/, (?:within|outside|inside|above|below|against|which|up|down|an?|but) .*$/iu, "");
          const around = wordsOf(`${before?.text ?? ""} ${sentence.block.headings.at(-1) ?? ""} ${sentence.text}`);
          const times = one.times.length > 0 ? one.times : before ? timesIn(before, 0, before.text.length) : [];
          const label = before && before.figures.length === 0 && before.text.length < longestLabel ? before.text : "";
          const named = wordsOf(`${sentence.block.headings.at(-1) ?? ""} ${label}`);
          return { one, words: wordsOf(own), named, around, times, before };
        });
    });
  });
}

const limitsOf = (text: string): string[] => [...text.matchAll(limits)].map(([, many, unit]) => `${many} ${unit}`.toLowerCase());

/** The average of many, beside which some are counted by theirs. */
const averaged = wordings`attendance|absence|turnover|vacanc(?:y|ies)`;

/** Both tell of one thing at one time: what one says and the other does not narrows nothing. */
function areOfOne(summary: Measured, section: Section): boolean {
  const { one, words, around, times } = section;
  const [time, ...more] = summary.times;
  if (more.length > 0 || (time !== undefined && !times.some((each) => endOf(each) === endOf(time)))) return false;
  if (time === undefined && averaged.test(summary.told)) return false;
  if (!mayBeOfOneAge(summary.sentence.text, one.sentence.text)) return false;
  const context = `${section.before?.text ?? ""} ${one.sentence.text}`;
  const [topic, theirs] = [topicOf(summary.sentence.text), topicOf(one.sentence.text) ?? topicOf(context)];
  if (topic && theirs && topic.name !== theirs.name) return false;
  const shared = [...summary.said].filter((word) => words.has(word));
  const named = [...summary.said].filter((word) => (words.has(word) || section.named.has(word)) && !neutral.has(word));
  const isTopic = (topic ?? theirs) !== null && topic?.name !== "completion on time";
  const isNamed = named.length > 1 || (named.length === 1 && (isTopic || shared.length > 2));
  const [mine, other] = [limitsOf(summary.sentence.text), limitsOf(context)];
  return (
    isNamed &&
    [...summary.said].every((word) => around.has(word) || neutral.has(word)) &&
    [...words].every((word) => summary.said.has(word) || neutral.has(word)) &&
    (!timely.test(summary.told) || timely.test(one.told)) &&
    (other.length === 0 ? limitsOf(summary.told).length === 0 : mine.every((limit) => other.includes(limit))) &&
    !ofSome.test(
      one.told
        .replace(aged, " ")
        .replace(/,? of wh(?:om|ich)\b/giu, "")
        .replace(/, (?:within|outside) the target.*$/iu, ""),
    )
  );
}

const ofKnown =
  /\b(?:where|whose|leaving out|excluding|not counting|without|apart from|among those)\b[^.;]*\b(?:known|recorded|stated|given|unknown|missing|blank)/iu;
const ofEvery = wordings`all|every|as an? (?:share|percentage|proportion) of|counting|including`;
/** "As a share of all 157 it is 25%" beside "where the reason is known, 27% (40 of 148)": two bases, each said. */
function isOnAnotherBase({ sentence, figure }: Measured, one: Measured): boolean {
  const counts = one.sentence.figures.flatMap(({ numerator, denominator, value, measure, decimals }) =>
    denominator !== null ? [numerator ?? 0] : measure === "number" && decimals === 0 ? [value] : [],
  );
  const bases = sentence.figures.filter(({ measure, value }) => measure === "number" && value >= fewest).map(({ value }) => value);
  return (
    bases.some((of) => counts.some((count) => count < of && fitsShare(count, of, figure))) ||
    (ofKnown.test(one.sentence.text) && ofEvery.test(sentence.text))
  );
}

/** The value of a summary is told of the same measure somewhere, by the text or a table; of one that names no time, told at all. */
const isTold = (reading: Reading, { figure, sentence, times }: Measured): boolean =>
  reading.sentences.some(
    (one) =>
      one !== sentence &&
      one.figures.some(({ value, measure, role }) => value === figure.value && measure === "percent" && role !== "target") &&
      (times.length === 0 || topicOf(one.text)?.name === topicOf(sentence.text)?.name),
  ) || reading.grids.some(({ rows }) => rows.some(({ cells }) => cells.some(({ value }) => value === figure.value)));

/** "Members will note that pathway plans stood at 96%" beside a section that counts 92 of 133, or 69%: what a summary says is not what its section says. */
function report(reading: Reading): Finding[] {
  const summaries = reading.sentences
    .flatMap(measuredIn)
    .map(withoutLead)
    .filter((one) => one.figure.measure === "percent" && isPlain(one))
    // One that names no time and counts for itself is of others, or of another time, as likely as not.
    .filter(({ times, sentence, figure }) => times.length > 0 || !isCounted([sentence], 0, figure));
  if (summaries.length === 0) return [];
  const sections = sectionsIn(reading);
  return summaries.flatMap((summary): Finding[] => {
    const found = sections.filter(
      (section) =>
        section.one.sentence !== summary.sentence &&
        areOfOne(summary, section) &&
        !isOnAnotherBase(summary, section.one) &&
        !isOnAnotherBase(section.one, summary),
    );
    const [first] = found;
    if (!first || new Set(found.map(({ one }) => one.figure.value)).size > 1 || isTold(reading, summary)) return [];
    const { figure, sentence } = first.one;
    if (agreePrinted(digitsOf(figure), digitsOf(summary.figure))) return [];
    return twoValues(
      reading,
      first.one,
      summary,
      `${sentence.place} counts ${figure.text}, ${summary.sentence.place} says ${summary.figure.text} of the same.`,
    );
  });
}

export const restated = perDocument("conflict", "A share that a summary gives with another value than the section on it", report);
