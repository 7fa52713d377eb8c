import { isGluedToWord, readAmount, readMeasure, type Amount } from "./amounts.ts";
import { figureOf, type FigureRead } from "./figure-read.ts";
import type { Figure } from "./figure.ts";
import { readDecade } from "./number-words.ts";
import { qualifierBefore } from "./qualifiers.ts";
import { readQuantifier, readShare } from "./shares.ts";
import { isDash, tokenise, type Token } from "./tokens.ts";

/**
 * Every number of a text that could be a figure, in order of place. Numbers inside the spans of
 * `masked` (dates, ages, references) are passed over. Linear in the length of the text.
 */
export function findFigures(text: string, masked: readonly { start: number; end: number }[] = []): Figure[] {
  const tokens = tokenise(text);
  const figures: Figure[] = [];
  const spans = merged(masked);
  let span = 0;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    while (span < spans.length && spans[span]!.end <= token.start) span++;
    if (span < spans.length && spans[span]!.start < token.end) {
      at++;
      continue;
    }
    const read = readFigure(tokens, at, spans[span]?.start ?? Infinity);
    if (read) figures.push(read.figure);
    at = read ? read.next : at + 1;
  }
  return shareMeasures(text, figures);
}

/** "42 against 41 per 10,000", "65 and 67%": figures joined like that share the measure of the last. */
function shareMeasures(text: string, figures: readonly Figure[]): Figure[] {
  const shared = [...figures];
  for (let k = shared.length - 2; k >= 0; k--) {
    const [figure, next] = [shared[k]!, shared[k + 1]!];
    if (figure.measure !== "number" || figure.denominator !== null || !["percent", "rate_per_10k"].includes(next.measure)) continue;
    // "A reduction of 13, just under 10%", "an increase of 31, or 5.3%" says one thing in two ways.
    const qualified = next.markStart !== next.start && /^, $/.test(text.slice(figure.end, next.markStart));
    if (
      !qualified &&
      /^(?:,? (?:and|against|compared (?:with|to)|to|versus|rising to|falling to) | or |, )$/.test(text.slice(figure.end, next.markStart))
    )
      shared[k] = { ...figure, measure: next.measure };
  }
  return shared;
}

/** Spans in order, overlapping ones joined, so that one walk passes them all. */
function merged(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined[joined.length - 1];
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ start: span.start, end: span.end });
  }
  return joined;
}

function readFigure(tokens: readonly Token[], at: number, limit: number): FigureRead | null {
  const whole = readQuantifier(tokens, at) ?? readTens(tokens, at);
  if (whole) return whole;
  const first = readAmount(tokens, at);
  if (!first || isGluedToWord(tokens, at, first)) return null;
  const { qualifier, words } = qualifierBefore(tokens, at);
  const { value, measure, form } = first;
  const stated = { value, measure, form, qualifier, markStart: tokens[at - words]!.start };
  const share = readShare(tokens, first, limit);
  if (share) return figureOf(tokens, at, share.next, { ...stated, ...share.figure });
  const measured = readMeasure(tokens, first.next);
  const range = readRange(tokens, at, first, measured, limit);
  if (range) return figureOf(tokens, at, range.next, { ...stated, ...range.figure });
  return figureOf(tokens, at, measured?.next ?? first.next, { ...stated, measure: measured?.measure ?? measure });
}

/** "The low seventies": a range in one word. */
function readTens(tokens: readonly Token[], at: number): FigureRead | null {
  const decade = readDecade(tokens, at);
  return (
    decade &&
    figureOf(tokens, at, decade.next, { value: decade.low, valueHigh: decade.high, measure: "number", qualifier: "range", form: "word" })
  );
}

/** "between 77% and 89%", "15 to 23 cases", "5-11". */
function readRange(
  tokens: readonly Token[],
  at: number,
  first: Amount,
  measured: ReturnType<typeof readMeasure>,
  limit: number,
): { next: number; figure: Partial<Figure> } | null {
  const joint = measured?.next ?? first.next;
  if (!isJoint(tokens, joint, at) || tellsChange(tokens, joint, at)) return null;
  const second = readAmount(tokens, joint + 1);
  if (!second || second.value <= first.value || tokens[joint + 1]!.start >= limit || isGluedToWord(tokens, joint + 1, second)) return null;
  const secondMeasure = readMeasure(tokens, second.next);
  if (measured !== null && secondMeasure?.measure !== measured.measure) return null;
  return {
    next: secondMeasure?.next ?? second.next,
    figure: {
      valueHigh: second.value,
      measure: secondMeasure?.measure ?? second.measure,
      qualifier: "range",
      ...(tokens[at - 1]?.lower === "between" ? { markStart: tokens[at - 1]!.start } : {}),
    },
  };
}

const isJoint = (tokens: readonly Token[], joint: number, start: number): boolean =>
  tokens[joint]?.lower === "to" || isDash(tokens[joint]) || (tokens[joint]?.lower === "and" && tokens[start - 1]?.lower === "between");

/** "From 12 to 15" and "rose by 3 to 9" tell of a change, "ranging from 12 to 15" of a range. */
const tellsChange = (tokens: readonly Token[], joint: number, start: number): boolean =>
  ["from", "by"].includes(tokens[start - 1]?.lower ?? "") &&
  !/^(?:rang|vary|vari)/.test(tokens[start - 2]?.lower ?? "") &&
  !isDash(tokens[joint]);

/** A whole cell or phrase as one figure: "57.5%", "(289)", "£4,500.00", "1,234"; null when it says anything else. */
export function parseFigure(cell: string): Figure | null {
  const bare = cell
    .trim()
    .replace(/^\((.*)\)$/, "$1")
    .trim();
  const figure = findFigures(bare)[0];
  if (!figure) return null;
  const rest = (bare.slice(0, figure.markStart) + bare.slice(figure.end)).trim();
  return rest === "" ? figure : null;
}
