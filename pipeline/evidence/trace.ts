import type { Origin } from "./figures/figure.ts";
import { columnBefore, countsNamed, figureOf, speaksOf, standsIn, timeAfter } from "./match-number.ts";
import { originsOf } from "./origins.ts";
import { plainWords, printedNumbers, type PrintedNumber } from "./printed-numbers.ts";
import type { EvidenceIndex } from "./tables.ts";

/** A text as a pack prints it, or says it to those who listen, with the ids that it rests on. */
export type PrintedText = { readonly text: string; readonly page: number; readonly restsOn: readonly string[] };
/** Where one printed number comes from; `figure` is null for a number without a source. */
export type Traced = { readonly number: string; readonly id: string; readonly figure: string | null };
export type Unsourced = { readonly page: number; readonly text: string; readonly number: string; readonly restsOn: readonly string[] };

const asPrinted = "words as they stand";

/** The sentence that a number stands in. A point inside a number or a bracket ends none. */
function sentenceAround(text: string, { start, end }: PrintedNumber): string {
  const before = [...text.slice(0, start).matchAll(/[.?!]["')]? (?=["'“(]?[A-Z[])/g)].at(-1);
  const after = /[.?!](?=["')]? ["'“(]?[A-Z[]|["')]?$)/.exec(text.slice(end));
  return text.slice(before ? before.index + before[0].length : 0, after ? end + after.index : text.length);
}

/** After the name of a place, or of England, only its own figures will do; before "in 2017/18", only those of that year. */
function meant(number: PrintedNumber, text: string, origins: readonly Origin[]): readonly Origin[] {
  const named = origins.filter((from) => columnBefore(number, text, from) !== null);
  const among = named.length > 0 ? named : origins;
  const time = timeAfter(number, text);
  const dated = time === "" ? [] : among.filter((from) => speaksOf(time, from));
  return dated.length > 0 ? dated : among;
}

/** "8 to 10 of ten": the least and the most of one count over several rows. */
function acrossRows(number: PrintedNumber, origins: readonly Origin[]): { id: string; figure: string | null } {
  if (number.kind !== "range" || number.measure !== "number") return { id: "", figure: null };
  const [low, high] = [number.value, number.of ?? 0].map((value) => origins.flatMap((from) => countsNamed(value, from).map((name) => ({ name, id: from.id }))));
  const common = low?.find(({ name }) => high?.some((other) => other.name === name));
  return common ? { id: common.id, figure: `${common.name}, over its rows` } : { id: "", figure: null };
}

/** Every number of a text with the row that it comes from and the figure that it is there. */
export function traceNumbers(text: string, origins: readonly Origin[]): Traced[] {
  const plain = plainWords(text);
  const numbers = printedNumbers(plain);
  if (numbers.length === 0) return [];
  const whole = origins.find((one) => standsIn(plain, one));
  if (whole) return numbers.map((number) => ({ number: number.text, id: whole.id, figure: asPrinted }));
  return numbers.map((number): Traced => {
    for (const from of meant(number, plain, origins)) {
      const figure = figureOf(number, plain, from);
      if (figure !== null) return { number: number.text, id: from.id, figure };
    }
    const own = origins.find((one) => standsIn(sentenceAround(plain, number), one));
    if (own) return { number: number.text, id: own.id, figure: asPrinted };
    return { number: number.text, ...acrossRows(number, origins) };
  });
}

/** Whether a text prints a number, in digits or words. */
export const hasNumbers = (text: string): boolean => printedNumbers(plainWords(text)).length > 0;

/**
 * The numbers of printed texts that none of the rows which they rest on holds, nor any standing text: numbers
 * without a source. Empty when every number can be walked back.
 */
export function unsourcedNumbers(printed: readonly PrintedText[], index: EvidenceIndex): Unsourced[] {
  const origins = new Map<string, Origin[]>();
  return printed.flatMap(({ text, page, restsOn }) => {
    const key = restsOn.join(" ");
    const from = origins.get(key) ?? originsOf(index, restsOn);
    origins.set(key, from);
    return traceNumbers(text, from).filter(({ figure }) => figure === null).map(({ number }) => ({ page, text: plainWords(text), number, restsOn }));
  });
}
