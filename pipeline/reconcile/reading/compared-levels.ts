import { whoIn } from "../vocabulary/others.ts";
import { monthsIn, stretchesIn } from "../vocabulary/stretches.ts";
import type { TextFigure } from "./figure.ts";
import type { Sentence } from "./reading.ts";

// Which figures of a sentence tell how much there is or was of one kind, so that two of them may be set against each other.

export type Kind = "percent" | "rate" | "time" | "score" | "money" | "count";

/** Counts are looked at last: a share stands beside the counts it is made of. */
export const kinds: readonly Kind[] = ["percent", "rate", "score", "time", "money", "count"];

/** "7.4 per 1,000 children". */
const perMany = /^ (?:(?!(?:and|or|but|in|of|at|by)\b)[a-z-]+ ){0,4}?(?:in care )?(?:per|(?:for|in|to) every) (10{0,2},000|10{2,5}\b)/iu;
/** "The council's rate of 53.0" beside one with its unit. */
const rateOf = /\brate(?: in [\d/–-]+)?(?: (?:of|was|is|at|stood at)|,)? $/iu;
/** "Lower than the region (", "against that of England, ": others named behind the words that set them beside something. */
const othersBefore = (before: string): boolean =>
  whoIn(/\b(?:than|against|compared (?:with|to)|below|above)\b((?:(?!\d)[^.;])*)$/iu.exec(before)?.[1] ?? "").length > 0;
/** "The average of 12 adopters", not "that of England, which was 80 in 2015". */
const isOfNoun = /^ (?!(?:in|for|at|on|across|among) )\p{L}/u;
export const isTime = ({ measure }: TextFigure): boolean => ["weeks", "days", "months", "years"].includes(measure);

function kindOf(sentence: Sentence, figure: TextFigure): Kind | null {
  const { measure, decimals, role, end } = figure;
  if (measure === "percent") return "percent";
  if (measure === "rate_per_10k") return "rate";
  if (measure === "gbp") return "money";
  if (isTime(figure)) return "time";
  if (measure !== "number") return null;
  if (perMany.test(sentence.text.slice(end))) return "rate";
  const isRated = sentence.figures.some(
    (other) => other !== figure && (other.measure === "rate_per_10k" || perMany.test(sentence.text.slice(other.end))),
  );
  const before = sentence.text.slice(0, figure.start);
  if (isRated && decimals > 0 && rateOf.test(before)) return "rate";
  // "388 per 100,000 in 2018/19, lower than the region (421 in 2014/15)": the unit stands once.
  if (isRated && othersBefore(before) && /^ ?(?:[).,;]|in \d|at \d|on \d|for \d)/u.test(sentence.text.slice(end))) return "rate";
  if (decimals > 0) return "score";
  if (role !== "comparator" || isOfNoun.test(sentence.text.slice(end))) return "count";
  // "71 per 10,000 … that of England, which was 80": the unit stands once.
  if (isRated) return "rate";
  return sentence.figures.some((other) => isTime(other) && other.role === "level") ? "time" : "count";
}

/** "Grade 5", "Year 11", "aged 17": numbers that name something. */
const named = /\b(?:grades?|years?|stages?|aged?|ages|age of|table|paragraph|section) (?:\w+ (?:to|and|or|[-–]) )?$/iu;
const highestName = 25;
/** "The same nine months" is when, not how long. */
const stretch = /\b(?:same|last|first|past|these|those|next|previous|following|over the|in the|for the) $/iu;
/** "The legal limit is 26 weeks" is no figure of anybody. */
const legal = /\b(?:limit|statutory|guideline|standard|target)\b[^.;]{0,40}$/iu;
/** "By 33 days" tells apart. */
const apart = /\bby (?:(?:just|only|some|about) )?$/iu;
/** "A plan was held by 26.4% of pupils": of those who did it. */
const isDoneBy = ({ measure }: TextFigure, after: string): boolean => measure === "percent" && /^ of (?:the |our |all )?\p{L}/u.test(after);
/** "560 per 10,000 children, or 56 per 1,000": the same in other words. */
const inOtherWords = /\b(?:or|that is|equivalent to)(?: about| some)? $/iu;
const inAddition = /^ (?:(?:\p{L}+ )?more|further|additional|others?)\b(?! than)/iu;
/** "Half of the children were placed within 300 days": the limit is their median. */
const isMedian = (before: string): boolean =>
  /\bhalf of (?:(?:our|the|all|its|these) )?(?!\d)[^.;]{0,40}\b(?:within|(?:over|done|finished|ended|completed|closed) in|in (?:under|less than)|inside) $/iu.test(
    before,
  );

/** "Assessed in 17 weeks on average": no limit. */
const isMean = /^,? on average\b/iu;

/** Whether a figure tells how much there is or was: not how much it changed, is to be, or is at least. */
function isLevel(sentence: Sentence, figure: TextFigure, at: number): boolean {
  const [before, after] = [sentence.text.slice(0, figure.start), sentence.text.slice(figure.end)];
  if (figure.valueHigh !== null || figure.denominator !== null || figure.form === "fraction") return false;
  // "A six-month total", "two-year stability".
  if (isTime(figure) && figure.text.includes("-")) return false;
  if (figure.role === "change" || figure.role === "target" || (apart.test(before) && !isDoneBy(figure, after))) return false;
  if ((figure.isLimit || !["exact", "approx", "almost"].includes(figure.qualifier)) && !isMedian(before) && !isMean.test(after))
    return false;
  if (figure.value <= highestName && named.test(before)) return false;
  if (kindOf(sentence, figure) === "time" && (stretch.test(before) || legal.test(before))) return false;
  if (inAddition.test(after)) return false;
  if (at > 0 && perMany.test(after) && inOtherWords.test(before)) return false;
  // "An increase of 6 (11.5%)": the share is of the change.
  const previous = sentence.figures[at - 1];
  return !(previous?.role === "change" && /^ ?(?:\(|or )$/u.test(sentence.text.slice(previous.end, figure.start)));
}

export const levelsOf = (sentence: Sentence, kind: Kind): TextFigure[] =>
  sentence.figures.filter((figure, at) => kindOf(sentence, figure) === kind && isLevel(sentence, figure, at));

/** Figures so far apart are of two things, whatever the words between them. */
const farthest = 4;
/** What three months bring is farther from what a year does. */
const farthestOfQuarter = 7;
/** Whether two figures may be of one thing, as far as `text` tells of their times. */
export function isNear(a: number, b: number, text = ""): boolean {
  const [least, most] = [Math.min(a, b), Math.max(a, b)];
  return most <= farthest * least || (most <= farthestOfQuarter * least && stretchesIn(text).some((told) => monthsIn(told) === 3));
}
/** Whether the words behind a figure make it a rate of so many people. */
export const isRateBy = (after: string): boolean => perMany.test(after);
/** A rate per 10,000, of however many it is printed. */
export function sizeOf({ text }: Sentence, { value, end }: TextFigure): number {
  const [, many] = perMany.exec(text.slice(end)) ?? [];
  return many === undefined ? value : (value * 10000) / Number(many.replace(",", ""));
}
