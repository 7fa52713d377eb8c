import { patternOf } from "../../core/patterns.ts";
import type { Figure } from "../grammar/figure.ts";
import type { PeriodMention } from "../grammar/periods.ts";
import { isBracketed } from "./match-near.ts";
import { noLevel } from "./no-level.ts";
import type { Reading } from "./reading.ts";
import type { ReadSentence } from "./read-sentence.ts";

const leaving = patternOf("")`
  \b(?:compared|against|than|rising|rose|falling|fell|but|while|whilst|whereas|although|since|increase|decrease|reduction)\b|
  \b(?:from|to|up|down|as)\s*$|[;:]`;

// "66% in 2013/14, and this has risen to 70%": what has become of it is of the present.
const hasChanged = patternOf("")`
  \b(?:has|have) (?:since |now |further |\w+ly )*(?:risen|increased|fallen|reduced|decreased|improved|dropped|declined|
  deteriorated|grown) (?:\w+ly |further )?to (?:only |just )?$`;

const setAgainst = patternOf("")`
  \b(?:compared|comparison|similar|reduction|decrease|increase|improvement|in line|same|lower|higher|better|worse|fewer|more|
  less|(?:up|down)(?! to\b))(?: slightly)? (?:to|with|on|than|as|from)(?: (?:the )?(?:same (?:period|point|time) (?:in|of)|
  that (?:in|of)|levels? (?:in|of)))? ?(?:the )?$`;
/** "in comparison to the same period in 2022/23": the time of another figure, whether it is given or not. */
export const isSetAgainst = (sentence: ReadSentence, { start }: PeriodMention): boolean => setAgainst.test(sentence.lower.slice(0, start));
const resumes = /^(?:,| [-–—]| and\b| at $)/;

const lengthOnly = /^(?:in|during|over|within|for) (?:the )?(?:last|past|previous|preceding) (?:\w+ )?(?:months|year)$/;

/**
 * The time of every figure of a sentence: the one named after it, otherwise the last one named before
 * it that no earlier figure has taken. Null where the sentence names none; "" where it names one that
 * cannot be placed. A figure in brackets after another has the other's time.
 */
export function assignPeriods(sentence: ReadSentence, readings: readonly Reading[]): (string | null)[] {
  const { figures } = sentence;
  const periods = usable(sentence);
  const only = periods.length === 1 ? periods[0] : undefined;
  // "5 applications were agreed, a total of £6,610 to date": the whole sentence counts from the beginning.
  if (only?.period === "" && /\bto date\.?$/.test(sentence.lower)) return figures.map(() => "");
  // "an increase of 14% since 31 March, when the figure was 238": the time is that of the level.
  const changes = noLevel(sentence);
  // "three or more placements in the year to March was 8%": a number in words that counts nothing takes no time.
  const counted = new Set(readings.map((reading) => reading.figure));
  const idle = (index: number): boolean => figures[index]!.form === "word" && !counted.has(index);
  const taken = new Set<PeriodMention>();
  const after: (PeriodMention | null)[] = figures.map((_figure, index) => {
    const mention =
      isWhole(sentence, index) || changes.has(index) || idle(index)
        ? null
        : (beside(sentence, periods, index) ?? named(sentence, periods, index));
    if (mention) taken.add(mention);
    return mention;
  });
  return figures.map((figure, index) => {
    const own =
      after[index] ??
      (isWhole(sentence, index) ? named(sentence, periods, index) : null) ??
      listPeriod(sentence, after, index) ??
      (isTwin(sentence, index) ? after[index - 1] : null);
    // "At 31 March 2015, 10% had three moves in the previous 12 months": the months belong to the measure.
    const opened =
      own && lengthOnly.test(sentence.lower.slice(own.start, own.end))
        ? periods.findLast((p) => p.end <= figure.start && !p.relative && p.period !== "" && p.start >= (figures[index - 1]?.end ?? 0))
        : undefined;
    if (own) return (opened ?? own).period;
    if (index > 0 && hasChanged.test(sentence.lower.slice(figures[index - 1]!.end, figure.markStart))) return null;
    const nearest = periods.findLast((p) => p.end <= figure.start);
    const before = periods.findLast((p) => p.end <= figure.start && !taken.has(p));
    // "none since 2010, 14% in 2013/14, worse than the national 4.1%": a time passed over for a later one is past.
    if (before && nearest !== before && sentence.figures[index - 1] && nearest!.start >= sentence.figures[index - 1]!.end) return null;
    // "1,340 reviews in 2014/15, of which 95% were on time"
    if (
      !before &&
      index > 0 &&
      /\bof (?:which|whom|these|those)\b|,? (?:which (?:is|was|represents|equates to)|representing|equating to) $/.test(
        sentence.lower.slice(figures[index - 1]!.end, figure.markStart),
      )
    )
      return after[index - 1]?.period ?? null;
    // "had improved compared to the previous year - 80.2%": the figure is not of the year that it is set against.
    if (!before || (isSetAgainst(sentence, before) && resumes.test(sentence.lower.slice(before.end, figure.markStart)))) return null;
    // "9 more than at the end of June (363) and a rate of 81": the time before a bracket is the bracket's alone.
    // So is one inside it: "44 (2014/15: 52), and the average time was 461 days".
    const inside = sentence.lower[before.start - 1] === "(" && !sentence.lower.slice(before.end, figure.end).includes(")");
    if (inside || /^ \($/.test(sentence.lower.slice(before.end, figure.markStart))) taken.add(before);
    // "In the past year this has fallen from 74% to 63%": the second is the present figure.
    const fromTo = index > 0 && /\bto (?:\w+ ){0,2}$/.test(sentence.lower.slice(figures[index - 1]!.end, figure.markStart));
    return before.period === "" && fromTo && before.end <= figures[index - 1]!.start ? "at inspection" : before.period;
  });
}

/** "1 April 2021 596 children": a day or month right before the figure is its own, whatever follows. */
function beside(sentence: ReadSentence, periods: readonly PeriodMention[], index: number): PeriodMention | null {
  const [figure, previous] = [sentence.figures[index]!, sentence.figures[index - 1]];
  return (
    periods.find(
      (p) =>
        !p.relative &&
        p.period !== "" &&
        p.start >= (previous?.end ?? 0) &&
        p.end <= figure.markStart &&
        sentence.lower.slice(p.end, figure.markStart) === " ",
    ) ?? null
  );
}

/** "Of the 34 children who came into care in 2014/15, 12": the time is that of the part as much as of the whole. */
const isWhole = (sentence: ReadSentence, index: number): boolean =>
  /(?:^|[,;] |\bthat )of (?:the |its |their |these |all )*$/.test(sentence.lower.slice(0, sentence.figures[index]!.markStart));

/** "88%, 79% and 85% the year before": what is said after the last holds for all. */
function listPeriod(sentence: ReadSentence, after: readonly (PeriodMention | null)[], index: number): PeriodMention | null {
  let last = index;
  // "(94%), dental checks (91%) and immunisations (96%) in 2013-14": brackets in a row are a list too.
  while (last + 1 < sentence.figures.length && goesOnTo(sentence, last)) last++;
  return last > index ? (after[last] ?? null) : null;
}

// "45% of girls and 50% of boys": no verb parts them.
const andAnother =
  /^ (?:of|for|in|among) (?:(?!\b(?:is|are|was|were|be|been|had|have|has|will|did)\b)[^;:.,()]){0,40}(?:,| and|, and) (?:only |just )?$/;

function goesOnTo({ figures, lower }: ReadSentence, index: number): boolean {
  const [figure, next] = [figures[index]!, figures[index + 1]!];
  const between = lower.slice(figure.end, next.markStart);
  return (
    /^\)?(?:,| and|, and) $|^\)(?:,| and|, and) [^();:.]{0,50}\($/.test(between) ||
    (figure.measure === next.measure && andAnother.test(between))
  );
}

const isTwin = (sentence: ReadSentence, index: number): boolean => {
  const [previous, figure] = [sentence.figures[index - 1], sentence.figures[index]];
  // "91.3% (90.8% in 2021/22)" and "33 (2021: 27)" are figures of two times, not one said twice.
  const inside = (p: PeriodMention): boolean =>
    previous !== undefined &&
    figure !== undefined &&
    p.start > sentence.lower.indexOf("(", previous.end) &&
    p.start >= previous.end &&
    (p.end <= figure.start || !sentence.lower.slice(figure.end, p.end).includes(")"));
  if (previous?.measure === figure?.measure && sentence.periods.some(inside)) return false;
  return (
    previous !== undefined &&
    figure !== undefined &&
    isBracketed(sentence.lower, figure) &&
    /^[^()]{0,60}\((?!(?:up |down |an? \w+ )?from |compared|against|previously|it was|was )[^()]{0,25}$/.test(
      sentence.lower.slice(previous.end, figure.markStart),
    )
  );
};

const happened =
  /\b(?:completed|published|presented|undertaken|launched|introduced|appointed|agreed|approved|revised|inspected|commissioned)\s*$/;

/**
 * "until the end of March 2020" says how long something lasts, not when a figure was; "the audit was completed
 * in August; 88% have a plan" says when something else happened.
 */
const usable = (sentence: ReadSentence): PeriodMention[] =>
  sentence.periods.filter((p) => {
    const lead = sentence.lower.slice(Math.max(0, p.start - 20), p.start);
    // "12% had not been reviewed in the last six months": how recent is part of what is measured.
    if (lengthOnly.test(sentence.lower.slice(p.start, p.end)) && /\b(?:reviewed|updated|visited)\s*$/.test(lead)) return false;
    return !/\b(?:until|till|before|prior to)(?: the)?\s*$/.test(lead) && !(sentence.lower[p.end] === ";" && happened.test(lead));
  });

/** "17% within 20 days in 2015/16": how long something takes ends no figure's reach. */
const isDuration = (figure: Figure | undefined): boolean =>
  figure !== undefined && ["days", "weeks", "months", "years", "times"].includes(figure.measure);

/** A bare number in words before any break of the sentence. */
function inSameBreath(sentence: ReadSentence, from: { end: number }, index: number): boolean {
  const word = sentence.figures[index];
  return (
    word !== undefined && word.form === "word" && word.measure !== "percent" && !/[,;]/.test(sentence.lower.slice(from.end, word.markStart))
  );
}

function named(sentence: ReadSentence, periods: readonly PeriodMention[], index: number): PeriodMention | null {
  const figure = sentence.figures[index]!;
  let limit = index + 1;
  while (limit < sentence.figures.length && isTwin(sentence, limit)) limit++;
  // "61% in the first two quarters of 2015/16": a number in words ends no figure's reach.
  while (
    isDuration(sentence.figures[limit]) ||
    ((figure.form !== "word" || figure.measure === "percent") && inSameBreath(sentence, figure, limit))
  )
    limit++;
  const next = sentence.figures[limit];
  const mention = periods.find((p) => p.start >= figure.end && p.end <= (next?.markStart ?? Infinity));
  if (!mention) return null;
  const between = sentence.lower.slice(figure.end, mention.start);
  // "8%, lower than the previous year (11%)": what is compared with has the time.
  if (
    between.length > 130 ||
    leaving.test(between) ||
    /^(?:than|from)\b/.test(sentence.lower.slice(mention.start)) ||
    /^ targets?\b/.test(sentence.lower.slice(mention.end))
  )
    return null;
  // "…, when in 2015, 60% were": words right before the next figure speak of that one.
  const ahead = next ? sentence.lower.slice(mention.end, next.markStart) : null;
  // "81% of children (2018: 76%)": the time opens a bracket with a figure of its own.
  if (ahead !== null && /\($/.test(between) && /^:? ?$/.test(ahead)) return null;
  const behindFar = /(?:[,;(]|\band|\bwhen|\bwhile)\s*(?:(?:in|during|at|by|for|on|since)\s*)?$/.test(between);
  if (ahead !== null && behindFar && /^,?(?: when)?(?: there)?(?: was| were| are| is| it was| had)?(?: only)? ?\(?$/.test(ahead))
    return null;
  return mention;
}
