import { readDecade, readFraction, readNumberWords } from "./number-words.ts";
import { asPercent, type Figure, type Measure } from "./figure.ts";
import { qualifierBefore } from "./qualifiers.ts";
import { isDash, tokenise, touches, type Token } from "./tokens.ts";

type Amount = { value: number; next: number; form: Figure["form"]; measure: Measure };

const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 };
const durations: Readonly<Record<string, Measure>> = {
  day: "days",
  days: "days",
  week: "weeks",
  weeks: "weeks",
  month: "months",
  months: "months",
  year: "years",
  years: "years",
};

const groups = new Set(["cohort", "total", "group", "population", "possible", "sample"]);

function readDigits(tokens: readonly Token[], at: number): Amount | null {
  const pound = tokens[at]?.text === "£";
  const token = tokens[pound ? at + 1 : at];
  if (token?.kind !== "number") return null;
  let value = Number(token.text.replaceAll(",", ""));
  let next = (pound ? at + 1 : at) + 1;
  if (pound) {
    // Misprints of money: "£5000,00" for a point, "£8, 200, .00" with stray spaces.
    const [comma, tail] = [tokens[next], tokens[next + 1]];
    if (comma?.text === "," && tail?.kind === "number" && /^\d{3}$/.test(tail.text)) {
      value = value * 1000 + Number(tail.text);
      next += 2;
    } else if (touches(token, comma) && comma?.text === "," && touches(comma, tail) && /^00$/.test(tail?.text ?? "")) next += 2;
  }
  const scale = scales[tokens[next]?.lower ?? ""];
  if (scale !== undefined && (pound || (tokens[next]?.text.length ?? 0) > 2)) {
    value *= scale;
    next++;
  }
  return { value, next, form: "digits", measure: pound ? "gbp" : "number" };
}

function readAmount(tokens: readonly Token[], at: number): Amount | null {
  const digits = readDigits(tokens, at);
  if (digits) return digits;
  const fraction = readFraction(tokens, at);
  if (fraction) return { value: asPercent(fraction.value), next: fraction.next, form: "fraction", measure: "percent" };
  const words = readNumberWords(tokens, at);
  return words && { ...words, form: "word", measure: "number" };
}

/** The measure that the words after a number give it, and the token after them. */
function readMeasure(tokens: readonly Token[], at: number): { measure: Measure; next: number } | null {
  const word = (k: number): string => tokens[at + k]?.lower ?? "";
  if (word(0) === "%" || word(0) === "percent") return { measure: word(1).startsWith("point") ? "points" : "percent", next: at + 1 };
  const perCent = word(0) === "per" ? 1 : isDash(tokens[at]) && word(1) === "per" ? 2 : 0;
  if (perCent && word(perCent) === "cent") return { measure: "percent", next: at + perCent + 1 };
  if (word(0) === "percentage" && word(1).startsWith("point")) return { measure: "points", next: at + 2 };
  const per = word(0) === "children" ? 1 : 0;
  if (word(per) === "per" && /^10,?000$/.test(word(per + 1))) return { measure: "rate_per_10k", next: at + per + 2 };
  const afterDash = isDash(tokens[at]) ? 1 : word(0) === "working" || word(0) === "calendar" || word(0) === "school" ? 1 : 0;
  const duration = durations[word(afterDash)];
  if (duration) return { measure: duration, next: at + afterDash + 1 };
  if (word(0) === "times") return { measure: "times", next: at + 1 };
  return null;
}

const joinsRange = (tokens: readonly Token[], amount: Amount, start: number): boolean => {
  const joint = tokens[amount.next];
  return joint?.lower === "to" || isDash(joint) || (joint?.lower === "and" && tokens[start - 1]?.lower === "between");
};

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

function readFigure(tokens: readonly Token[], at: number, limit: number): { figure: Figure; next: number } | null {
  const whole = readQuantifier(tokens, at);
  if (whole) return whole;
  const decade = readDecade(tokens, at);
  if (decade) {
    const place = { start: tokens[at]!.start, end: tokens[decade.next - 1]!.end, markStart: tokens[at]!.start };
    return {
      next: decade.next,
      figure: {
        ...place,
        value: decade.low,
        valueHigh: decade.high,
        measure: "number",
        qualifier: "range",
        numerator: null,
        denominator: null,
        form: "word",
      },
    };
  }
  const first = readAmount(tokens, at);
  if (!first || gluedToWord(tokens, at, first)) return null;
  const { qualifier, words } = qualifierBefore(tokens, at);
  const build = (next: number, rest: Partial<Figure>): { figure: Figure; next: number } => ({
    next,
    figure: {
      start: tokens[at]!.start,
      end: tokens[next - 1]!.end,
      markStart: tokens[at - words]!.start,
      value: first.value,
      valueHigh: null,
      measure: first.measure,
      qualifier,
      numerator: null,
      denominator: null,
      form: first.form,
      ...rest,
    },
  });
  const share = readShare(tokens, first, limit);
  if (share) return build(share.next, share.figure);
  const measured = readMeasure(tokens, first.next);
  const afterFirst = measured?.next ?? first.next;
  // "between 77% and 89%", "15 to 23 cases", "5-11".
  const joint = { ...first, next: afterFirst };
  if (
    joinsRange(tokens, joint, at) &&
    (!["from", "by"].includes(tokens[at - 1]?.lower ?? "") ||
      /^(?:rang|vary|vari)/.test(tokens[at - 2]?.lower ?? "") ||
      isDash(tokens[afterFirst]))
  ) {
    const second = readAmount(tokens, afterFirst + 1);
    const alike = measured === null || readMeasure(tokens, second?.next ?? 0)?.measure === measured.measure;
    if (
      second &&
      alike &&
      tokens[afterFirst + 1]!.start < limit &&
      second.value > first.value &&
      !gluedToWord(tokens, afterFirst + 1, second)
    ) {
      const secondMeasure = readMeasure(tokens, second.next);
      const measure = secondMeasure?.measure ?? measured?.measure ?? second.measure;
      return build(secondMeasure?.next ?? second.next, {
        valueHigh: second.value,
        measure,
        qualifier: "range",
        ...(tokens[at - 1]?.lower === "between" ? { markStart: tokens[at - 1]!.start } : {}),
      });
    }
  }
  return build(afterFirst, { measure: measured?.measure ?? first.measure });
}

/** "4 of the 54", "70 out of 92", "one in three". */
function readShare(tokens: readonly Token[], first: Amount, limit: number): { next: number; figure: Partial<Figure> } | null {
  if (first.measure !== "number" || !Number.isInteger(first.value)) return null;
  const word = (k: number): string => tokens[first.next + k]?.lower ?? "";
  let skip = 0;
  if (word(0) === "of" && ["the", "our", "its", "their"].includes(word(1))) skip = 2;
  else if (word(0) === "of" || word(0) === "in") skip = 1;
  else if (word(0) === "out" && word(1) === "of") skip = ["the", "every", "all", "our", "its", "their"].includes(word(2)) ? 3 : 2;
  // "70 children out of a cohort of 92"
  const people = ["children", "people", "plans", "cases", "leavers", "reviews"].includes(word(0))
    ? 1
    : word(0) === "young" || word(0) === "care"
      ? 2
      : 0;
  if (skip === 0 && word(people) === "out" && word(people + 1) === "of") skip = people + 2;
  if (skip > 0 && word(skip) === "a" && groups.has(word(skip + 1)) && word(skip + 2) === "of") skip += 3;
  if (skip === 0 || (tokens[first.next + skip]?.start ?? Infinity) >= limit) return null;
  const whole = readAmount(tokens, first.next + skip);
  if (!whole || whole.measure !== "number" || whole.value < first.value || whole.value === 0) return null;
  if (readMeasure(tokens, whole.next)) return null;
  const pair = { numerator: first.value, denominator: whole.value };
  // "one in three" is a share; "in 2015" after a number never is.
  if (word(0) === "in") {
    return whole.value <= 100 && first.value < whole.value
      ? { next: whole.next, figure: { ...pair, value: asPercent(first.value / whole.value), measure: "percent", form: "fraction" } }
      : null;
  }
  // "nine out of 10" is a way to say 90%.
  if (whole.value === 10)
    return { next: whole.next, figure: { ...pair, value: asPercent(first.value / 10), measure: "percent", form: "fraction" } };
  return { next: whole.next, figure: pair };
}

/** "all bar three", "all but two": the exceptions are known, the whole is not. */
function readQuantifier(tokens: readonly Token[], at: number): { figure: Figure; next: number } | null {
  if (tokens[at]?.lower !== "all" || !["bar", "but"].includes(tokens[at + 1]?.lower ?? "")) return null;
  const exceptions = readAmount(tokens, at + 2);
  if (!exceptions || exceptions.measure !== "number") return null;
  return {
    next: exceptions.next,
    figure: {
      start: tokens[at]!.start,
      end: tokens[exceptions.next - 1]!.end,
      markStart: tokens[at]!.start,
      value: exceptions.value,
      valueHigh: null,
      measure: "number",
      qualifier: "exact",
      numerator: null,
      denominator: null,
      form: "quantifier",
    },
  };
}

/** "A2", "MK42", "4b", "1st": letters and digits in one word are names, not figures; nor is the ".00" of a misprint. */
function gluedToWord(tokens: readonly Token[], at: number, amount: Amount): boolean {
  if (amount.form !== "digits") return false;
  const [before, after] = [tokens[at - 1], tokens[amount.next]];
  if (touches(before, tokens[at]) && (before?.kind === "word" || before?.text === ".")) return true;
  return touches(tokens[amount.next - 1], after) && after?.kind === "word";
}

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
