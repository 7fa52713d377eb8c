import { remembered } from "../core/remembered.ts";
import { roundHalfAwayFromZero } from "../measures/rounding.ts";
import type { Figure, Origin, Role } from "./figures/figure.ts";
import type { Place } from "./place.ts";
import { plainWords, printedNumbers, timesIn, type PrintedNumber } from "./printed-numbers.ts";

/** A fraction in words lies within one and a half points of the figure; the figure itself may be rounded by half a point. */
const nearFraction = 2;

/** A value printed without a measure may be of any; one printed with a measure only of that. A bare list of numbers ("86 to 97") leaves out the percent signs. */
function sameMeasure({ number: printed, isBare }: Place, { measure }: { readonly measure: Figure["measure"] }): boolean {
  if (measure === "place") return printed.measure === "number" && isBare;
  if (measure === "years") return printed.measure === "years";
  if (printed.measure === "number" || printed.measure === "times") return measure !== "percent" || isBare;
  // "15 months" counts them; days and weeks are never counted over rows.
  if (measure === "number") return printed.measure === "months" || printed.measure === "years";
  return printed.measure === measure;
}

function sameSign(printed: PrintedNumber, value: number): boolean {
  return printed.sign === 0 || value === 0 || Math.sign(value) === printed.sign;
}

/** Rounded as it is printed, halves away from zero. Sizes are compared: "fell by 3" prints a change of −3. */
const sameValue = (printed: PrintedNumber, value: number, said = printed.value): boolean =>
  // Rounding moves a value by half at most: most figures are told apart before it.
  Math.abs(Math.abs(value) - Math.abs(said)) < 0.6 &&
  Math.abs(roundHalfAwayFromZero(Math.abs(value), printed.decimals) - Math.abs(said)) < 1e-9;

type ReadText = {
  readonly plain: string;
  readonly lower: string;
  readonly numbers: readonly PrintedNumber[];
  readonly times: ReadonlySet<string>;
};
const read = new WeakMap<Origin, readonly ReadText[]>();

const readText = remembered((text): ReadText => {
  const plain = plainWords(text);
  return { plain, lower: plain.toLowerCase(), numbers: printedNumbers(plain), times: new Set(timesIn(plain)) };
});

/** A row's words with their numbers, read once: many texts of a pack rest on the same rows, and many rows say the same. */
function readTexts(from: Origin): readonly ReadText[] {
  const known = read.get(from);
  if (known) return known;
  const texts = from.texts.map(readText);
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

const atEnds = new Set(['"', "'", " ", ".", ";", ",", ":", "…"]);

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

/** Whether a standing phrase covers the number where it is printed; a phrase without words must be the whole text. */
export function inStanding({ number, text }: Place, from: Origin): boolean {
  return (
    from.isStanding &&
    readTexts(from).some(({ plain }) => {
      if (!/\p{L}/u.test(plain)) return plain === text;
      for (let at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1))
        if (at <= number.start && at + plain.length >= number.end) return true;
      return false;
    })
  );
}

const lastWord = /([\p{L}\d.]+)\P{L}*$/u;
const nextWord = /^\P{L}*?([\p{L}\d.]+)/u;
const wordBefore = (text: string, at: number): string => (lastWord.exec(text.slice(0, at))?.[1] ?? "").toLowerCase();
const wordAfter = (text: string, at: number): string => (nextWord.exec(text.slice(at))?.[1] ?? "").toLowerCase();

/** "age" and "aged" are one word here. */
const sameWord = (a: string, b: string): boolean => a === b || (Math.min(a.length, b.length) > 2 && (a.startsWith(b) || b.startsWith(a)));

/** Whether a number stands beside the same word in both: the "three" of "three or more" is not that of "three measures". Its unit is such a word. */
function besideSameWord(printed: PrintedNumber, text: string, other: PrintedNumber, source: string): boolean {
  if (printed.measure === other.measure && unitsInWords.has(printed.measure)) return true;
  const [before, after] = [wordBefore(text, printed.start), wordAfter(text, printed.end)];
  const [sourceBefore, sourceAfter] = [wordBefore(source, other.start), wordAfter(source, other.end)];
  // Two numbers are told apart by themselves.
  const isAlone = (sourceBefore === "" && sourceAfter === "") || (before === "" && after === "" && printed.of !== null);
  return isAlone || (before !== "" && sameWord(before, sourceBefore)) || (after !== "" && sameWord(after, sourceAfter));
}

const unitsInWords: ReadonlySet<string> = new Set(["days", "weeks", "months", "years"]);

function inTexts({ number: printed, text }: Place, from: Origin): boolean {
  return readTexts(from).some(({ plain, numbers }) => {
    if (printed.kind === "name") return holds(plain, printed.text);
    return numbers.some(
      (one) =>
        one.kind === printed.kind &&
        one.value === printed.value &&
        one.of === printed.of &&
        (one.measure === printed.measure || printed.measure === "number" || (one.measure === "number" && printed.measure !== "percent")) &&
        besideSameWord(printed, text, one, plain),
    );
  });
}

/** The only figures that a number can be, for the words round it; null where they do not tell. */
export function namesFor(place: Place, from: Origin): readonly string[] | null {
  const { number, isBare, counts } = place;
  if (number.kind === "place") return from.roles.find((role) => fits(place, role))?.names ?? null;
  // "The same placement for two years in 2024/25": years that the measure has in its name are no figure of it.
  if (number.kind !== "amount" || isBare || (number.measure === "years" && !/-year\b/.test(number.text))) return null;
  const share = counts && from.shares.find(({ first, second }) => first === counts.first && second === counts.second);
  if (share?.value !== undefined) return [share.value];
  return from.roles.find((role) => fits(place, role))?.names ?? null;
}

function fits({ number, around, fits: known }: Place, role: Role): boolean {
  const before = known.get(role);
  if (before !== undefined) return before;
  const fresh =
    (number.kind === "place" ? role.measure === "place" : role.measure === undefined || role.measure === number.measure) &&
    role.near.test(around);
  known.set(role, fresh);
  return fresh;
}

/** Names of the counts that a row holds of a value. */
export const countsNamed = (value: number, { figures }: Origin): string[] =>
  figures.filter((one) => one.measure === "number" && one.value === value).map(({ name }) => name);

/** Whether a row can speak of a time: for its own period or the one before. */
export const speaksOf = (time: string, { periods }: Origin): boolean =>
  periods !== null && (periods.now.has(time) || periods.before.has(time));

const isBefore = (columns: readonly string[] = []): boolean => columns.some((column) => column.startsWith("previous_"));

const timeOf = ({ time, opening }: Place): string => (time === "" ? opening : time);

/** Of a row's own period only its own figures are printed, of the period before only those; a sentence that opens with a period may look back. */
function ofTime(figure: Figure, place: Place, from: Origin): boolean {
  const time = timeOf(place);
  if (from.periods === null || !speaksOf(time, from)) return true;
  return isBefore(figure.columns) ? place.time === "" || from.periods.before.has(time) : from.periods.now.has(time);
}

function amountOf(place: Place, from: Origin): string | null {
  const { number: printed, around, isBare } = place;
  if (printed.kind === "range")
    return (
      from.ranges.find((one) => sameMeasure(place, one) && sameValue(printed, one.first) && sameValue(printed, one.second, printed.of ?? 0))
        ?.name ?? null
    );
  const names = namesFor(place, from);
  const isMeant = ({ name, near, columns, isNamed = false }: Figure): boolean =>
    names === null
      ? near === undefined ||
        (isBare && !isNamed) ||
        near.test(around) ||
        (isBefore(columns) && (from.periods?.before.has(timeOf(place)) ?? false))
      : names.includes(name);
  return (
    from.figures.find(
      (one) =>
        sameValue(printed, one.value) &&
        sameMeasure(place, one) &&
        sameSign(printed, one.value) &&
        ofTime(one, place, from) &&
        isMeant(one),
    )?.name ?? null
  );
}

const isOfModel = ({ number, text }: Place): boolean => text.startsWith(" model", number.end);

function placeIn(place: Place, from: Origin): string | null {
  const names = namesFor(place, from);
  return (
    from.figures.find((one) => one.measure === "place" && one.value === place.number.value && (names?.includes(one.name) ?? true))?.name ??
    null
  );
}

/** The name of the figure of a row that a printed number is; null when the row does not hold it. */
export function figureOf(place: Place, from: Origin): string | null {
  if (from.isStanding) return null;
  const { number: printed } = place;
  const words = (): string | null => (inTexts(place, from) ? "its words" : null);
  switch (printed.kind) {
    case "time":
      // "2025 model" names a list of neighbours.
      return from.times.has(printed.time) && !isOfModel(place)
        ? "its period"
        : readTexts(from).some(({ times }) => times.has(printed.time))
          ? "its words"
          : null;
    case "place":
      return placeIn(place, from) ?? words();
    case "share":
      return from.shares.find((one) => one.first === printed.value && one.second === printed.of)?.name ?? words();
    case "part":
      // "Five of ten" reads as a way to say 50%, but is two counts.
      if (/\d of \d|^\w+ of (?:the )?\w+$/.test(printed.text))
        return (
          from.shares.find((one) => one.second === printed.of && one.first === Math.round((printed.value * one.second) / 100))?.name ??
          words()
        );
      return from.figures.find((one) => one.measure === "percent" && Math.abs(one.value - printed.value) <= nearFraction)?.name ?? words();
    case "name":
      return words();
    default:
      return amountOf(place, from) ?? words();
  }
}
