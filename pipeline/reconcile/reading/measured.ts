import type { Span } from "../../extract/grammar/sentences.ts";
import { falls, rises } from "../vocabulary/change.ts";
import { isSingle, type TextFigure } from "./figure.ts";
import type { Sentence } from "./reading.ts";
import { statementOf } from "./statement.ts";
import { bare, timesIn, wordsOf } from "./tellings.ts";
import { stem, wordSet } from "../vocabulary/names.ts";
import { namedAlike } from "../vocabulary/telling-words.ts";
import { pattern, wordings } from "../vocabulary/patterns.ts";
import { longTerm } from "../vocabulary/restrictions.ts";

/** A share, an average or a sum of money with what its sentence tells that it is of. */
export type Measured = {
  figure: TextFigure;
  sentence: Sentence;
  /** All that is told of it, but for words that say no more than that it is so much. */
  said: ReadonlySet<string>;
  times: readonly string[];
  /** What it is to be done within, where that is told: "15 working days"; "" where it is only told to be in time, or is of something else. */
  limit: string;
  /** The words themselves, as far as they are told of it. */
  told: string;
};

/** Behind a figure, what these words open is told of another one, or of how it came about. */
const turns =
  /[;:]|, (?:is|was|are|were|has|had|have)\b| (?:reflect(?:s|ed|ing)?|owes?|means|suggests?|shows|(?:is|was|are|were) (?:due|explained|credited|attributed|discussed|welcomed|put down|noted))\b|,? (?:and(?! (?:over|above|under|older|upwards?|younger)\b)|but|while|whereas|compared (?:with|to)|compares with|against|which|who|with \d)\b|, (?:an?|as|so|up|down|measured|defined|counted|though|although|because|giving|making|or|most|more|fewer|[\p{L}]+ing|one|two|three|four|five|six|seven|eight|nine|ten)\b/giu;
/** Before it, these end what is told of another one. */
const opens = /; |, (?:and|but|while|whereas) | and (?=[^,;]*$)/giu;
/** "The figure of 94.2% for visits made on time was discussed with managers": the verb tells of what was done with it. */
const named = /\b(?:the|this|that|our) (?:overall )?(?:figure|rate|share|proportion|percentage|score|average|result|level)s? of $/iu;
const verb = / (?:was|were|is|are|has|had|have|will)\b/iu;
/** What a definition says narrows nothing. */
const defined = new RegExp(
  `${longTerm.source}|, (?:meaning|that is,?|defined as|which means) [^,.;:]*(?=,)|,? (?:whether |either )?in person,? [^.;()]*(?:advocate|writing|letter|form|video|phone|screen)|\\([^()]*\\)|\\b(?:for )?pupils of (?:statutory|compulsory) school age\\b|\\bplacement (?=stability)|\\bdue\\b|\\bpupils?\\b`,
  "giu",
);
const average = wordings`average|mean|median|caseload|score`;
/** "An average caseload of 15", "caseloads averaged 16": a whole number that is an average by the words right before it. */
const wholeAverage = pattern`
  \b(?:(?:average|mean|median) (?:[\p{L}-]+ ){0,5}?(?:of|was|is|at|to|stood at|reached)|(?:caseloads?|scores?) (?:of|was|were|is|are|averaged|stood at|at)) $`;
const isWholeAverage = ({ text }: Sentence, { start, end }: TextFigure): boolean =>
  wholeAverage.test(text.slice(0, start)) && /^(?: cases\b|(?! \p{L}+s\b))/iu.test(text.slice(end));
/** "Within 15 working days": in time, by the limit that is told. */
const within =
  /\b(?:with)?in(?:side)? (\w+ (?:working |calendar |school )?(?:hours|days|weeks|months))(?: of (?:the |a |an )?(?:request|referral|strategy (?:discussion|meeting)|entering care|coming into care|becoming looked after))?\b/iu;
/** An average is of how long something lasts, whatever word says so. */
const lengths = wordSet("average averaged mean length duration lasted lasting lasts took take takes taken long time", stem);

/** What a sentence tells of one of its figures: all of it where it has no other of the kind, else the clause. */
function spanOf(sentence: Sentence, figure: TextFigure): { start: number; end: number } {
  const { text, figures } = sentence;
  const inside = [...figures, ...sentence.periods];
  const alike = figures.filter(
    (one) => one !== figure && one.measure === figure.measure && (figure.measure !== "number" || one.decimals > 0),
  );
  const free = (at: number): boolean => !inside.some((one) => at >= one.start && at < one.end);
  const last = alike.findLast((one) => one.end <= figure.start)?.end ?? 0;
  const breaks = [...text.slice(0, figure.start).matchAll(opens)].filter(({ index }) => free(index) && index >= last);
  const from = alike.length > 0 || / and /u.test(text) ? (breaks.map((one) => one.index + one[0].length).at(-1) ?? last) : 0;
  const isNamed = named.test(text.slice(0, figure.start));
  const ends = [...text.slice(figure.end).matchAll(isNamed ? new RegExp(verb.source, "giu") : turns)]
    .map((one) => figure.end + one.index)
    .filter(free);
  const next = alike.find((one) => one.start >= figure.end)?.start ?? text.length;
  const statement = statementOf(sentence, figure);
  const span = {
    start: Math.max(from, statement?.start ?? 0),
    end: Math.min(ends[0] ?? text.length, next, statement?.end ?? text.length),
  };
  // "…, that is 92.9%": nothing of its own, so that all before it is told of it.
  return wordsOf(bare(sentence, span.start, span.end)).size > 0 || alike.length > 0 ? span : { ...span, start: 0 };
}

const changing = pattern`,? (?:${rises}|${falls}|changed|moved|went (?:up|down)|improved|declined)\b.*$`;
/** "The share of plans in place dropped from 97.4% last year to 92.1% at 31 March": what stands before the change is of both. */
function endOfChange({ text, figures }: Sentence, figure: TextFigure): { name: Span; start: number } | null {
  const from = figures.findLast((one) => one.end <= figure.start && one.measure === figure.measure);
  if (!from || !/\bto $/u.test(text.slice(from.end, figure.start)) || !/\bfrom $/u.test(text.slice(0, from.start))) return null;
  const change = changing.exec(text.slice(0, from.start));
  return change ? { name: { start: 0, end: change.index }, start: from.end } : null;
}

/** What is told to be in time is told to be done, and an average to be one. */
function plainly(words: Set<string>, isAverage: boolean): Set<string> {
  if (words.has("timel")) words.delete("finish");
  return isAverage ? new Set([...words].filter((word) => !lengths.has(word))) : words;
}

/** Every level of a sentence that is no number of people or things. */
export function measuredIn(sentence: Sentence): Measured[] {
  // Text that goes on from the line or page before does not say what it is of.
  if (/^\p{Ll}/u.test(sentence.text)) return [];
  return sentence.figures.flatMap((figure): Measured[] => {
    const isLength = ["days", "weeks", "months"].includes(figure.measure) && !figure.isLimit;
    const isNumber = figure.measure === "number" && (figure.decimals > 0 || isWholeAverage(sentence, figure));
    const isAverage = (isLength || isNumber) && average.test(sentence.text);
    if ((!["percent", "gbp"].includes(figure.measure) && !isAverage) || !isSingle(figure)) return [];
    if (figure.form !== "digits" || figure.qualifier !== "exact" || figure.role !== "level" || figure.when === "then") return [];
    const plain = namedAlike(sentence.text).replace(defined, (words) => " ".repeat(words.length));
    const change = endOfChange({ ...sentence, text: plain }, figure);
    const span = spanOf({ ...sentence, text: plain }, figure);
    const { start, end } = change?.name ?? span;
    const own = change ? timesIn(sentence, figure.start, span.end + 1) : timesIn(sentence, start, end + 1);
    const limit = within.exec(plain.slice(start, end));
    const named = (limit ? plain.replace(limit[0], "timely".padEnd(limit[0].length)) : plain).replace(figure.text, (own) =>
      " ".repeat(own.length),
    );
    const figures = sentence.figures.filter((one) => named.slice(one.start, one.end) === one.text);
    const text = bare({ ...sentence, text: named, figures }, start, end);
    return [
      {
        figure,
        sentence,
        said: plainly(wordsOf(text), isAverage),
        limit: limit?.[1]?.toLowerCase() ?? "",
        times: own.length > 0 ? own : timesIn(sentence, 0, sentence.text.length),
        told: text,
      },
    ];
  });
}
