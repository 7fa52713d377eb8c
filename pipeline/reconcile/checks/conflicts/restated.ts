import type { Finding } from "../../../model/finding.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { fitsShare } from "../../numbers/shares.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
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
const limits = /\b(\d+|five|ten|fifteen|twenty) (?:working |calendar )?(days?|weeks?)\b/giu;

/** Links between what a figure is of and the figure, or its end; what stands behind it may tell no more. */
const link = pattern`(?:\b(?:stood|stands?|was|were|is|are|came|comes|remain(?:s|ed)|reached|at|be) (?:at |to )?|[:,–-] ?|\()$`;
const end = /^\)?(?:[.;]|$|, (?:as|and) the (?:detail|section|table)| (?:(?:at|in|on|for) )?(?:the (?:end|year|period|quarter))?)/iu;
const mostWords = 12;
/** A share of fewer is told by its count. */
const fewest = 5;
const ofSome = wordings`${someOf}|${ofThem}|target|planned|goal|expect\w*|aims?|should|judged|rated`;
const aged = /\b(?:aged?|ages) (?:between |from )?\w+ (?:to|and|or|-|–) \w+\b/giu;

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
  around: ReadonlySet<string>;
  times: readonly string[];
  before: Sentence | undefined;
};

/** Two numbers of the sentence, or of that and the one before, make the share. */
function isCounted(passage: readonly Sentence[], at: number, percent: TextFigure): boolean {
  const numbers = passage
    .slice(Math.max(0, at - 1), at + 1)
    .flatMap(({ figures }) =>
      figures.flatMap(({ measure, value, numerator, denominator, decimals }) =>
        denominator !== null ? [numerator ?? 0, denominator] : measure === "number" && decimals === 0 ? [value] : [],
      ),
    );
  return numbers.some((of) => of >= fewest && numbers.some((count) => count < of && fitsShare(count, of, percent)));
}

function sectionsIn(reading: Reading): Section[] {
  return reading.passages.flatMap((passage) => {
    return passage.flatMap((sentence, at): Section[] =>
      measuredIn(sentence)
        .filter(({ figure }) => isCounted(passage, at, figure) && !isOfEarlier(sentence, figure))
        .map((one) => {
          const before = passage[at - 1];
          const own = one.told.replace(/, (?:within|outside|inside|above|below|against|which|up|down|an?|but) .*$/iu, "");
          const around = wordsOf(`${before?.text ?? ""} ${sentence.block.headings.at(-1) ?? ""} ${sentence.text}`);
          const times = one.times.length > 0 ? one.times : before ? timesIn(before, 0, before.text.length) : [];
          return { one, words: wordsOf(own), around, times, before };
        }),
    );
  });
}

const limitsOf = (text: string): string[] => [...text.matchAll(limits)].map(([, many, unit]) => `${many} ${unit}`.toLowerCase());

/** Both tell of one thing at one time: what one says and the other does not narrows nothing. */
function areOfOne(summary: Measured, section: Section): boolean {
  const { one, words, around, times } = section;
  const time = summary.times[0];
  if (summary.times.length !== 1 || time === undefined || !times.some((each) => endOf(each) === endOf(time))) return false;
  if (!mayBeOfOneAge(summary.sentence.text, one.sentence.text)) return false;
  const context = `${section.before?.text ?? ""} ${one.sentence.text}`;
  const [topic, theirs] = [topicOf(summary.sentence.text), topicOf(one.sentence.text) ?? topicOf(context)];
  if (topic && theirs && topic.name !== theirs.name) return false;
  const shared = [...summary.said].filter((word) => words.has(word));
  const named = shared.filter((word) => !neutral.has(word));
  const isTopic = (topic ?? theirs) !== null && topic?.name !== "completion on time";
  const isNamed = named.length > 1 || (named.length === 1 && (isTopic || shared.length > 2));
  const [mine, other] = [limitsOf(summary.told), limitsOf(context)];
  return (
    isNamed &&
    [...summary.said].every((word) => around.has(word) || neutral.has(word)) &&
    [...words].every((word) => summary.said.has(word) || neutral.has(word)) &&
    (!timely.test(summary.told) || timely.test(one.told)) &&
    mine.every((limit) => other.includes(limit)) &&
    !ofSome.test(
      one.told
        .replace(aged, " ")
        .replace(/,? of wh(?:om|ich)\b/giu, "")
        .replace(/, (?:within|outside) the target.*$/iu, ""),
    )
  );
}

/** The value of a summary is told of the same measure somewhere, by the text or a table. */
const isTold = (reading: Reading, { figure, sentence }: Measured): boolean =>
  reading.sentences.some(
    (one) =>
      one !== sentence &&
      one.figures.some(({ value, measure, role }) => value === figure.value && measure === "percent" && role !== "target") &&
      topicOf(one.text)?.name === topicOf(sentence.text)?.name,
  ) || reading.grids.some(({ rows }) => rows.some(({ cells }) => cells.some(({ value }) => value === figure.value)));

/** "Members will note that pathway plans stood at 96%" beside a section that counts 92 of 133, or 69%: what a summary says is not what its section says. */
function report(reading: Reading): Finding[] {
  const summaries = reading.sentences.flatMap(measuredIn).filter((one) => one.figure.measure === "percent" && isPlain(one));
  if (summaries.length === 0) return [];
  const sections = sectionsIn(reading);
  return summaries.flatMap((summary): Finding[] => {
    const found = sections.filter((section) => section.one.sentence !== summary.sentence && areOfOne(summary, section));
    const [first] = found;
    if (!first || new Set(found.map(({ one }) => one.figure.value)).size > 1 || isTold(reading, summary)) return [];
    const { figure, sentence } = first.one;
    if (agreePrinted(digitsOf(figure), digitsOf(summary.figure))) return [];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${figure.text}; ${summary.figure.text}`,
      place: `${sentence.place}; ${summary.sentence.place}`,
      quote: `${sentence.text} / ${summary.sentence.text}`,
      heading: `${figure.text} in one place, ${summary.figure.text} in another`,
      message: `${sentence.place} counts ${figure.text}, ${summary.sentence.place} says ${summary.figure.text} of the same.`,
    });
  });
}

export const restated = perDocument("conflict", "A share that a summary gives with another value than the section on it", report);
