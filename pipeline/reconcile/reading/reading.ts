import { findFigures } from "../../extract/grammar/numbers.ts";
import type { Figure } from "../../extract/grammar/figure.ts";
import { findPeriods, type DocumentDates, type PeriodMention } from "../../extract/grammar/periods.ts";
import { splitSentences } from "../../extract/grammar/sentences.ts";
import { findSubjects, type SubjectMention } from "../../extract/grammar/subjects.ts";
import type { Block, DocumentRow, SourceDocument } from "../../model/document.ts";
import { readFigures, type TextFigure } from "./figure.ts";
import { readGrid, type Grid } from "./grid.ts";
import { findMasks } from "./masks.ts";
import { wentVerbs } from "../vocabulary/change.ts";
import { pattern } from "../vocabulary/patterns.ts";
import { decimalsOf } from "../numbers/rounding.ts";

/** A sentence with everything the checks ask of it, found once. */
export type Sentence = {
  text: string;
  /** Position among the sentences of its block, from 0. */
  number: number;
  block: Block;
  place: string;
  figures: readonly TextFigure[];
  periods: readonly PeriodMention[];
  /** The times that it names by their dates, each once. */
  times: readonly string[];
  subjects: readonly SubjectMention[];
  /** The text with each figure as {C0}, {P1} …: C count, S n of N, P percent, X points, M money, R rate, D duration or another number that tells of a kind. */
  skeleton: string;
};

/** A document as the checks see it. */
export type Reading = {
  source: SourceDocument;
  row: DocumentRow | null;
  dates: DocumentDates;
  /** Sentences of each block that is prose, in order. */
  passages: readonly (readonly Sentence[])[];
  sentences: readonly Sentence[];
  grids: readonly Grid[];
};

export function placeOf(block: Block): string {
  const parts = [
    block.page === null ? "" : `page ${block.page}`,
    block.label === "" ? "" : `paragraph ${block.label.replace(/\.$/, "")}`,
    block.line === null ? "" : `line ${block.line}`,
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(", ") : `block ${block.index + 1}`;
}

/** Whether a table and a paragraph stand near enough to speak of one thing. */
export const isNear = (a: { block: Block }, b: { block: Block }, reach: number): boolean =>
  Math.abs(a.block.index - b.block.index) <= reach;

const codes: Readonly<Record<Figure["measure"], string>> = {
  number: "C",
  percent: "P",
  points: "X",
  rate_per_10k: "R",
  gbp: "M",
  days: "D",
  weeks: "D",
  months: "D",
  years: "D",
  times: "D",
};

const codeOf = (figure: Figure): string =>
  figure.denominator !== null && figure.form !== "fraction"
    ? "S"
    : figure.valueHigh !== null || figure.form === "fraction"
      ? "Z"
      : codes[figure.measure];

export function readSentence(text: string, block: Block, number: number, dates: DocumentDates): Sentence {
  const periods = findPeriods(text, dates);
  const found = findFigures(text, [
    ...periods.filter((p) =>
      /\d|quarter (?:one|two|three|four)|\b(?:two|three|four|five|six|nine|twelve) (?:months|years|quarters|terms)/i.test(
        text.slice(p.start, p.end),
      ),
    ),
    ...findMasks(text),
  ]);
  const subjects = findSubjects(text);
  const printed = found
    .filter((figure) => !isPronoun(text, figure) && !isStretch(text, figure) && !isInName(text, figure))
    .map((figure) => ofEveryOne(text, figure))
    .flatMap((figure) => splitChange(text, figure))
    .map((figure) => {
      const words = text.slice(figure.start, figure.end);
      return {
        ...figure,
        ...(lacksSign(words, figure, text.slice(figure.end)) ? { measure: "number" as const } : {}),
        text: words,
        decimals: decimalsOf(words),
      };
    });
  const exact = printed.map((figure, at) =>
    isFarFrom(text, printed[at - 1], figure) ? { ...figure, qualifier: "exact" as const } : figure,
  );
  const figures = readFigures({ text, figures: exact, periods, subjects });
  let skeleton = "";
  let at = 0;
  figures.forEach((figure, index) => {
    const code = tellsKind(text, figure, figures[index - 1], figures[index + 1]) ? "D" : codeOf(figure);
    skeleton += `${unbraced(text.slice(at, figure.start))}{${code}${index}}`;
    at = figure.end;
  });
  skeleton += unbraced(text.slice(at));
  return {
    text,
    number,
    block,
    place: placeOf(block),
    figures,
    periods,
    subjects,
    times: [...new Set(periods.filter((one) => !one.relative).map((one) => one.period))],
    skeleton: skeleton.replace(openedByPronoun, "$&,"),
  };
}

/** "Of these 67 were girls" reads as "Of these, 67 were girls": the number is of them, and what follows is not of the 67. */
const openedByPronoun =
  /^(?:of|out of|among|amongst|from) (?:(?:them|whom|which)(?= \{C)|(?:these|those)(?= \{C\d+\}(?: (?!(?:who|that|which|whose|with|aged)\b)[\p{L}’'-]+){0,2}? (?:were|was|are|is|had|have|has|did|do|could|would|went|came|took|left|lived?|stayed|got|chose|became|began|fell|remained|returned|needed)\b))/iu;

/** "Up 371 or 10.5%", "3,402, 87.4% in time": the sign belongs to the second number alone. */
const lacksSign = (printed: string, figure: Figure, after: string): boolean =>
  figure.measure === "percent" &&
  figure.form === "digits" &&
  figure.valueHigh === null &&
  !/%|per ?cent/iu.test(printed) &&
  (figure.value > 100 || (decimalsOf(printed) === 0 && besideShare.test(after)));
/** "10 or 10.5%", "58, 60.4% of the cohort", "near: 77, 51.0%;": a number and its share. */
const besideShare = pattern`
  ^(?: or \d+\.\d+ ?(?:%|per ?cent)|, \d+\.\d+ ?(?:%|per ?cent)(?: of (?:the|all|our|them|these|those)\b|[;)]|\.?$|\. ))`;

/** "199 were for one reason (90.5%)", "5 had at least three (10.4%)": the share is of those counted before, of whom the small number tells the kind. */
const tellsKind = (text: string, figure: Figure, before: Figure | undefined, after: Figure | undefined): boolean =>
  figure.measure === "number" &&
  figure.denominator === null &&
  before?.measure === "number" &&
  before.denominator === null &&
  before.value > figure.value &&
  // "35 in twenty (92%)": within how many days, whose name stands only once.
  (figure.value <= most || /^ (?:with)?in $/iu.test(text.slice(before.end, figure.markStart))) &&
  after?.measure === "percent" &&
  kindOf.test(text.slice(before.end, figure.markStart)) &&
  /^[^.;:,()]{0,60} ?\($/u.test(text.slice(figure.end, after.start));
const kindOf =
  /^(?! (?:of|and|or)\b)(?:(?! and )[^.;:,()]){0,50} (?:for|with|in|under|had|have|has|having|need(?:ed|ing)?|took|made|attended|through)(?: only| just)? $/iu;
/** Needs, moves, visits of one child. */
const most = 12;

/** "£504 more than £3,460": the words part two amounts, and the second is no less exact for them. */
const isFarFrom = (text: string, before: Figure | undefined, figure: Figure): boolean =>
  before?.measure === "gbp" &&
  figure.measure === "gbp" &&
  figure.valueHigh === null &&
  / (?:more|less|higher|lower) than $/u.test(text.slice(before.end, figure.start)) &&
  text.slice(before.end, figure.start).length < 15;

/** "131 received one in time": the word stands for a thing, not for a number. */
const isPronoun = (text: string, figure: Figure): boolean =>
  figure.form === "word" &&
  figure.value === 1 &&
  figure.denominator === null &&
  // "More than one category", "at least one visit": it says of what kind those are that another number counts.
  ((figure.measure === "number" && ["over", "at_least"].includes(figure.qualifier)) ||
    /\b(?:received|had|have|having|has|got|without|need(?:ed)?|offered|given|this|that|any|every|each|another|which|no)\s+$/iu.test(
      text.slice(0, figure.start),
    ) ||
    // "Within 12 months of an earlier one", "than the last one": a thing of the kind that was named.
    (/\b(?:an?|the|their|its|our)\s+(?:\p{L}+er|previous|last|new|first|second|former|same|similar|recent|further|final)\s+$/iu.test(
      text.slice(0, figure.start),
    ) &&
      /^\s*(?:[.,;()]|$)/u.test(text.slice(figure.end))));

/** "Two-parent families", "a three-bedroom house": what kind of thing it is. */
const isInName = (text: string, { measure, form, end }: Figure): boolean =>
  measure === "number" && form === "word" && /^-(?!old)\p{Ll}/u.test(text.slice(end));

/** "Every one of the three" counts three, and not one of them. */
function ofEveryOne(text: string, figure: Figure): Figure {
  if (figure.numerator !== 1 || figure.denominator === null || !/\b(?:every|each|any) $/iu.test(text.slice(0, figure.start))) return figure;
  const start = figure.end - (/\S+$/u.exec(text.slice(figure.start, figure.end))?.[0].length ?? 0);
  return { ...figure, start, markStart: start, value: figure.denominator, numerator: null, denominator: null };
}

/** "The half-year to September", "half-term": a name for a stretch of time, not a fraction. */
const isStretch = (text: string, figure: Figure): boolean =>
  (figure.form === "fraction" &&
    (figure.measure !== "percent" ||
      /^[ -]?(?:year|month|week|term|day|hour|time|way)/iu.test(text.slice(figure.end)) ||
      mixed.test(text.slice(0, figure.start)))) ||
  // "The same six months a year earlier".
  (["weeks", "months", "years"].includes(figure.measure) && /\bsame $/iu.test(text.slice(0, figure.start))) ||
  /^(?:half|quarter)[- ](?:year|term|day|hour|time|way)/iu.test(text.slice(figure.start, figure.end));
/** "Two and a half": the end of a mixed number. */
const mixed = /\b(?:\d+|one|an?|two|three|four|five|six|seven|eight|nine|ten|twelve)[ -]and[ -]$/iu;

/** Braces name figures in a skeleton, so those of the text become brackets. */
const unbraced = (text: string): string => text.replaceAll("{", "(").replaceAll("}", ")");

/** "By 13.2% to 82.8%", "climbed 5.0% to 26.0%" are a change and a level, not a range. */
const changeFirst = pattern`\b(?:by\s+(?:\w+\s)?|(?:${wentVerbs}) (?:a further |another )?)$`;
function splitChange(text: string, figure: Figure): Figure[] {
  const joint = / to /u.exec(text.slice(figure.start, figure.end));
  if (figure.valueHigh === null || !joint || !changeFirst.test(text.slice(0, figure.start))) return [figure];
  const at = figure.start + joint.index;
  const one = { ...figure, valueHigh: null, qualifier: "exact" as const };
  const points = /\bpoints?$/iu.test(text.slice(figure.start, at));
  return [
    { ...one, end: at, measure: points ? "points" : figure.measure },
    { ...one, start: at + joint[0].length, value: figure.valueHigh },
  ];
}

export function readDocument(source: SourceDocument, row: DocumentRow | null): Reading {
  const dates: DocumentDates = {
    published: row?.published ?? "",
    event_start: row?.event_start ?? "",
    event_end: row?.event_end ?? "",
  };
  const passages = source.blocks
    .filter((block) => block.table === null)
    .map((block) =>
      splitSentences(block.text).map((span, number) => readSentence(block.text.slice(span.start, span.end), block, number, dates)),
    );
  const grids = source.blocks.filter((block) => block.table !== null).map((block) => readGrid(block));
  return { source, row, dates, passages, sentences: passages.flat(), grids };
}

/** Pairs read already, by their first sentence: several checks ask for the same pair. */
const pairs = new WeakMap<Sentence, Map<Sentence, Sentence>>();

/** Two sentences of a passage read as one, for statements that a full stop parts. Costly: look for the words of a claim first. */
export function joinSentences(reading: Reading, first: Sentence, second: Sentence): Sentence {
  const known = pairs.get(first) ?? new Map<Sentence, Sentence>();
  const joined = known.get(second) ?? readSentence(`${first.text} ${second.text}`, first.block, first.number, reading.dates);
  pairs.set(first, known.set(second, joined));
  return joined;
}

/** The figure behind a name in a skeleton, such as "P1" or "1". */
export function figureAt(sentence: Sentence, name: string): TextFigure {
  const figure = sentence.figures[Number(name.replace(/^\D+/, ""))];
  if (!figure) throw new Error(`No figure ${name} in "${sentence.text}"`);
  return figure;
}
