import { findAges, findReferences } from "../grammar/distractors.ts";
import type { Figure } from "../grammar/figure.ts";
import { findFigures } from "../grammar/numbers.ts";
import { findPeriods, type DocumentDates, type PeriodMention } from "../grammar/periods.ts";
import type { Span } from "../grammar/sentences.ts";
import { findSubjects, type SubjectMention } from "../grammar/subjects.ts";

/** A sentence with everything in it that the grammar knows, before any of it is understood. */
export type ReadSentence = {
  /** As printed. */
  text: string;
  /** Same length: lower case, straight quotes, one kind of hyphen. */
  lower: string;
  figures: Figure[];
  periods: PeriodMention[];
  subjects: SubjectMention[];
  ages: Span[];
  marked: MarkedText;
  /** Figures that are the whole of which the one before is a part: "44 (9.7%) out of the 454 care leavers". */
  bases: Set<number>;
};

/**
 * The sentence with signs for what was recognised: "#" a figure with its qualifier, "@" a time, "~" an
 * age, "$" another subject. Statements are matched on it, whatever numbers they hold.
 */
type MarkedText = {
  text: string;
  /** Where the sign of each figure stands in `text`. */
  figureAt: number[];
};

/** Lower case with plain quotes and hyphens, character for character, so that places stay the same. */
export function plainText(text: string): string {
  const lower = text.toLowerCase();
  const same =
    lower.length === text.length ? lower : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
  return same
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/[#@~$\u00a0]/g, " ");
}

const durations = new Set(["days", "weeks", "months", "years", "times", "points"]);
const isDuration = (figure: Figure): boolean => durations.has(figure.measure);

export function readSentence(text: string, dates: DocumentDates, region: string): ReadSentence {
  const lower = plainText(text);
  const ages = findAges(lower);
  const periods = findPeriods(lower, dates);
  const datedSpans = periods.filter((p) => /\d/.test(text.slice(p.start, p.end)) || p.relative);
  const figures = findFigures(lower, [...ages, ...datedSpans, ...findReferences(lower)]);
  const subjects = findSubjects(text, region);
  figures.forEach((figure, k) => {
    if (isRate(lower, figures, k)) figures[k] = { ...figure, measure: "rate_per_10k" };
  });
  // "nearly three quarters (73%)": the bracket says exactly what the fraction says in round terms.
  const exact = figures.filter((figure, k) => !saidExactly(lower, figure, figures[k + 1]));
  figures.splice(0, figures.length, ...exact);
  const bases = new Set<number>();
  return {
    text,
    lower,
    figures: joinBases(lower, figures, bases),
    periods,
    subjects,
    ages,
    marked: mark(lower, figures, periods, ages, subjects),
    bases,
  };
}

function saidExactly(lower: string, fraction: Figure, next: Figure | undefined): boolean {
  if (fraction.form !== "fraction" || next?.measure !== "percent" || Math.abs(next.value - fraction.value) > 15) return false;
  const gap = lower.slice(fraction.end, next.markStart);
  // "Nine out of ten have a plan and almost all (98%) …" goes on to something else.
  if (
    fraction.denominator !== null &&
    /,| but | and (?:almost |nearly |virtually )?(?:all|most|half|some|few|many|only|just|over|under|about|another)\b/.test(gap)
  )
    return false;
  return /^[^;.]{0,120}\($/.test(gap) && lower[next.end] === ")";
}

/** A bare number that is a rate: "the rate per 10,000 is 62", "a rate of 38 per 10,000, below England's 42.9". */
function isRate(lower: string, figures: readonly Figure[], k: number): boolean {
  const figure = figures[k]!;
  if (
    figure.measure !== "number" ||
    figure.form !== "digits" ||
    /^ (?:children|young|care|plans|cases|looked)/.test(lower.slice(figure.end))
  )
    return false;
  const [previous, next] = [figures[k - 1], figures[k + 1]];
  if (next?.measure === "rate_per_10k" && /^ \([^)]{0,20}$/.test(lower.slice(figure.end, next.markStart))) return false;
  if (previous?.measure === "rate_per_10k")
    return /\b(?:rate|rates|average|figure|compared|than|below|above|neighbours|authorities|comparators|councils|from|to|and|nationally|regionally|england)\b/.test(
      lower.slice(previous.end, figure.markStart),
    );
  return /\brates?\b[^.;]{0,80}\bper 10,?000\b[^.;]{0,60}$/.test(lower.slice(0, figure.markStart)) && previous === undefined;
}

const ofWhole =
  /^(?: (?:children|young people|care leavers|reviews|plans))? (?:out )?of (?:the |our |its |their |all |a total of |these )*$/;

/** Gives "44 (9.7%) out of the 454" its whole, as "44 out of 454" has it already. */
function joinBases(lower: string, figures: readonly Figure[], bases: Set<number>): Figure[] {
  return figures.map((figure, k) => {
    const inner = figures[k + 1];
    if (figure.denominator !== null || !inner) return figure;
    // "97% of its 143 care leavers"
    if (
      figure.measure === "percent" &&
      inner.measure === "number" &&
      ofWhole.test(lower.slice(figure.end, inner.markStart)) &&
      figure.form !== "fraction"
    ) {
      bases.add(k + 1);
      return { ...figure, denominator: inner.value };
    }
    if (figure.measure !== "number") return figure;
    const bracket =
      /^(?: (?:children|young people|care leavers|plans|reviews))? \((?:or )?$/.test(lower.slice(figure.end, inner.markStart)) &&
      lower[inner.end] === ")";
    const whole = bracket ? figures[k + 2] : inner;
    const gap = whole ? lower.slice(bracket ? inner.end + 1 : figure.end, whole.markStart) : "";
    if (!whole || whole.measure !== "number" || whole.value < figure.value || !ofWhole.test(gap)) return figure;
    bases.add(bracket ? k + 2 : k + 1);
    return { ...figure, numerator: figure.value, denominator: whole.value };
  });
}

type Sign = Span & { sign: string; figure: number };

function mark(
  lower: string,
  figures: readonly Figure[],
  periods: readonly PeriodMention[],
  ages: readonly Span[],
  subjects: readonly Span[],
): MarkedText {
  const signs: Sign[] = [
    ...figures.flatMap((f, figure) => (isDuration(f) ? [] : [{ start: f.markStart, end: f.end, sign: "#", figure }])),
    ...periods.flatMap((p) => periodSign(lower, p)),
    ...ages.map((a) => ({ start: a.start, end: a.end, sign: "~", figure: -1 })),
    ...subjects.map((s) => ({ start: s.start, end: s.end, sign: "$", figure: -1 })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const figureAt: number[] = figures.map(() => -1);
  let [text, from] = ["", 0];
  for (const sign of signs) {
    if (sign.start < from) continue;
    text += lower.slice(from, sign.start);
    if (sign.figure >= 0) figureAt[sign.figure] = text.length;
    text += sign.sign;
    from = sign.end;
  }
  return { text: text + lower.slice(from), figureAt };
}

// "currently" says when but stands inside the statement, which reads the same without it; words such as
// "had been" are part of the statement.
function periodSign(lower: string, period: PeriodMention): Sign[] {
  const words = lower.slice(period.start, period.end);
  if (period.period === "") return [];
  if (!/^(?:now|currently|at present)$/.test(words)) return [{ start: period.start, end: period.end, sign: "@", figure: -1 }];
  const space = lower[period.end] === " " ? 1 : 0;
  return [{ start: period.start, end: period.end + space, sign: "", figure: -1 }];
}

/** A stretch of the sentence as plain text with "@" for its times and "$" for its subjects, figures left as they are. */
export function signed(sentence: ReadSentence, from: number, to: number): string {
  const signs = [
    ...sentence.periods.flatMap((p) => (p.period === "" ? [] : [{ start: p.start, end: p.end, sign: "@" }])),
    ...sentence.subjects.map((s) => ({ start: s.start, end: s.end, sign: "$" })),
  ]
    .filter((s) => s.start >= from && s.end <= to)
    .sort((a, b) => a.start - b.start);
  let [text, at] = ["", from];
  for (const sign of signs) {
    if (sign.start < at) continue;
    text += sentence.lower.slice(at, sign.start) + sign.sign;
    at = sign.end;
  }
  return text + sentence.lower.slice(at, to);
}

/** What stands directly after a place, as `signed` gives it. */
export const signedTail = (sentence: ReadSentence, from: number): string =>
  signed(sentence, from, Math.min(sentence.lower.length, from + 90));
