import { roundHalfAwayFromZero } from "../measures/rounding.ts";
import type { Figure, Origin } from "./figures/figure.ts";
import { plainWords, printedNumbers, timesIn, timeOf, type PrintedNumber } from "./printed-numbers.ts";

/** A fraction in words lies within one and a half points of the figure; the figure itself may be rounded by half a point. */
const nearFraction = 2;

/** A value printed without a measure may be of any; one printed with a measure only of that. A bare list of numbers ("86 to 97") leaves out the percent signs. */
function sameMeasure(printed: PrintedNumber, { measure }: { readonly measure: Figure["measure"] }, isBare: boolean): boolean {
  if (measure === "place") return printed.measure === "number" && isBare;
  if (printed.measure === "number" || printed.measure === "times") return measure !== "percent" || isBare;
  if (measure === "number") return ["days", "weeks", "months", "years"].includes(printed.measure);
  return printed.measure === measure;
}

function sameSign(printed: PrintedNumber, value: number): boolean {
  return printed.sign === 0 || value === 0 || Math.sign(value) === printed.sign;
}

/** Rounded as it is printed, halves away from zero. Sizes are compared: "fell by 3" prints a change of −3. */
const sameValue = (printed: PrintedNumber, value: number, said = printed.value): boolean =>
  // Rounding moves a value by half at most: most figures are told apart before it.
  Math.abs(Math.abs(value) - Math.abs(said)) < 0.6 && Math.abs(roundHalfAwayFromZero(Math.abs(value), printed.decimals) - Math.abs(said)) < 1e-9;

type ReadText = { readonly plain: string; readonly lower: string; readonly numbers: readonly PrintedNumber[]; readonly times: ReadonlySet<string> };
const read = new WeakMap<Origin, readonly ReadText[]>();

/** A row's words with their numbers, read once: many texts of a pack rest on the same rows. */
function readTexts(from: Origin): readonly ReadText[] {
  const known = read.get(from);
  if (known) return known;
  const texts = from.texts.map((text) => {
    const plain = plainWords(text);
    return { plain, lower: plain.toLowerCase(), numbers: printedNumbers(plain), times: new Set(timesIn(plain)) };
  });
  read.set(from, texts);
  return texts;
}

const letter = /[\p{L}\d]/u;

/** Whether words hold other words whole: "15" is not in "115". */
function holds(whole: string, part: string): boolean {
  if (part === "") return false;
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const [before, after] = [whole[at - 1] ?? " ", whole[at + part.length] ?? " "];
    const cut = (letter.test(part[0] ?? "") && letter.test(before)) || (letter.test(part.at(-1) ?? "") && letter.test(after));
    if (!cut) return true;
  }
  return false;
}

const atEnds = new Set(["\"", "'", " ", ".", ";", ",", ":", "…"]);

/** The words without the marks round them. */
function bareWords(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && atEnds.has(text[start] ?? "")) start++;
  while (end > start && atEnds.has(text[end - 1] ?? "")) end--;
  return text.slice(start, end).toLowerCase();
}

/** Words of this length at least are told apart by themselves; a bare number stands in too many texts. */
const fewestSigns = 12;

/** Whether the words stand in a row's own words as they are, but for capitals, marks at the ends and a cut with "…". */
export function standsIn(text: string, from: Origin): boolean {
  const words = bareWords(text);
  return words.length >= fewestSigns && readTexts(from).some(({ lower }) => lower.length >= words.length && holds(lower, words));
}

function inTexts(printed: PrintedNumber, from: Origin): boolean {
  return readTexts(from).some(({ plain, numbers }) => {
    if (printed.kind === "name") return holds(plain, printed.text);
    return numbers.some((one) =>
      one.kind === printed.kind && one.value === printed.value && one.of === printed.of
      && (one.measure === printed.measure || one.measure === "number" || printed.measure === "number"));
  });
}

/** The column that a figure must be of because of the name before it: "England (84%)" prints no neighbours' mean. Null without such a name. */
export const columnBefore = (printed: PrintedNumber, text: string, from: Origin): string | null =>
  printed.kind === "amount" ? from.roles.find(({ words }) => words.test(text.slice(0, printed.start)))?.column ?? null : null;

/** Names of the counts that a row holds of a value. */
export const countsNamed = (value: number, { figures }: Origin): string[] =>
  figures.filter((one) => one.measure === "number" && one.value === value).map(({ name }) => name);

const periodWords = /^ (?:in|at) ([^,.;:()]+)/;

/** The time that follows an amount as its own: "92% in 2017/18". "" without one. */
export function timeAfter(printed: PrintedNumber, text: string): string {
  const after = printed.kind === "amount" ? periodWords.exec(text.slice(printed.end))?.[1] : undefined;
  return after === undefined ? "" : (timesIn(after)[0] ?? "");
}

/** Whether a row can speak of a time: for its own period or the one before. */
export const speaksOf = (time: string, { periods }: Origin): boolean => periods !== null && (periods.now.has(time) || periods.before.has(time));

/** Of a row's own period only its own figures are printed, of the period before only those. */
function ofTime(figure: Figure, time: string, { periods }: Origin): boolean {
  if (time === "" || periods === null) return true;
  const isBefore = (figure.columns ?? []).some((column) => column.startsWith("previous_"));
  return (isBefore ? periods.before : periods.now).has(time) || !(periods.now.has(time) || periods.before.has(time));
}

function amountOf(printed: PrintedNumber, text: string, from: Origin): string | null {
  const isBare = !/[a-z]{2}/i.test(text.replace(/\bto\b|\bjoint\b/g, "").replace(/\d(?:st|nd|rd|th)\b/g, ""));
  const after = text.slice(printed.end);
  const column = columnBefore(printed, text, from);
  const time = timeAfter(printed, text);
  const found = printed.kind === "range"
    ? from.ranges.find((one) => sameMeasure(printed, one, isBare) && sameValue(printed, one.first) && sameValue(printed, one.second, printed.of ?? 0))
    : from.figures.find((one) =>
      (column === null || (one.columns ?? []).includes(column)) && ofTime(one, time, from) && sameMeasure(printed, one, isBare) && sameValue(printed, one.value)
      && sameSign(printed, one.value) && (one.before === undefined || one.before.test(after)));
  return found?.name ?? null;
}

/** The name of the figure of a row that a printed number is; null when the row does not hold it. */
export function figureOf(printed: PrintedNumber, text: string, from: Origin): string | null {
  const words = (): string | null => (inTexts(printed, from) ? "its words" : null);
  switch (printed.kind) {
    case "time":
      return from.times.has(timeOf(printed)) ? "its period" : readTexts(from).some(({ times }) => times.has(timeOf(printed))) ? "its words" : null;
    case "place":
      return from.figures.find((one) => one.measure === "place" && one.value === printed.value)?.name ?? words();
    case "share":
      return from.shares.find((one) => one.first === printed.value && one.second === printed.of)?.name ?? words();
    case "part":
      return from.figures.find((one) => one.measure === "percent" && Math.abs(one.value - printed.value) <= nearFraction)?.name
        // "8 of 10" reads as a way to say 80%, but may be two counts.
        ?? from.shares.find((one) => one.second === printed.of && one.first === Math.round((printed.value * one.second) / 100))?.name ?? words();
    case "name":
      return words();
    default:
      return amountOf(printed, text, from) ?? words();
  }
}
