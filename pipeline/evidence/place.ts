import { remembered } from "../core/remembered.ts";
import { printedNumbers, timesIn, type PrintedNumber } from "./printed-numbers.ts";

/** A printed number with the words round it. */
export type Place = {
  readonly number: PrintedNumber;
  /** The whole text, as plain words. */
  readonly text: string;
  readonly sentence: string;
  /** The words of the sentence before it, since the last semicolon. */
  readonly lead: string;
  /** The sentence with "#" in place of the number. */
  readonly around: string;
  /** The time that follows an amount as its own: "92% in 2017/18". "" without one. */
  readonly time: string;
  /** The time with which its sentence opens: "In 2017/18, the figure was 92%". "" without one. */
  readonly opening: string;
  /** The counts before a percentage in brackets: "34 of 337 children (10%)". */
  readonly counts: { readonly first: number; readonly second: number } | null;
  /** Numbers and signs alone, as in a cell or a label. */
  readonly isBare: boolean;
  /** Which roles its words fit, once asked: rows share most of them. */
  readonly fits: WeakMap<object, boolean>;
};

// "St. Helens" ends no sentence.
const sentenceStart = /(?<!\bSt)[.?!]["')]? (?=["'“(]?[A-Z[])/g;
const sentenceEnd = /(?<!\bSt)[.?!](?=["')]? ["'“(]?[A-Z[]|["')]?$)/;
const periodWords = /^ (?:in|at) ([^,.;:()]+)/;

const openingWords = /^(?:In|At) ([^,#]+),/;
const countsBefore = /(\d[\d,]*) of (\d[\d,.]*)\b[^.;()\d]*(?:\d+ to \d+[^.;()\d]*)?\(#/;
const count = (text: string | undefined): number => Number((text ?? "").replaceAll(",", ""));

/** A point inside a number or a bracket ends no sentence. */
function placeOf(number: PrintedNumber, text: string, isBare: boolean): Place {
  const before = [...text.slice(0, number.start).matchAll(sentenceStart)].at(-1);
  const after = sentenceEnd.exec(text.slice(number.end));
  const [start, end] = [before ? before.index + before[0].length : 0, after ? number.end + after.index : text.length];
  const around = `${text.slice(start, number.start)}#${text.slice(number.end, end)}`;
  const shared = number.measure === "percent" ? countsBefore.exec(around) : null;
  const period = number.kind === "time" || number.kind === "name" ? undefined : periodWords.exec(text.slice(number.end))?.[1];
  return {
    number,
    text,
    isBare,
    fits: new WeakMap(),
    sentence: text.slice(start, end),
    lead: text.slice(Math.max(start, text.lastIndexOf(";", number.start) + 1), number.start),
    around,
    counts: shared && { first: count(shared[1]), second: count(shared[2]) },
    opening: timesIn(openingWords.exec(around)?.[1] ?? "")[0] ?? "",
    time: period === undefined ? "" : (timesIn(period)[0] ?? ""),
  };
}

/** Every number of a text in its place. The text must be plain words. Labels and lines of sources come again on chart after chart. */
export const placesIn = remembered((text): readonly Place[] => {
  const isBare = !/[a-z]{2}/i.test(text.replace(/\b(?:to|of|or|joint|fewer|more|too|many)\b/g, "").replace(/\d(?:st|nd|rd|th)\b/g, ""));
  return printedNumbers(text).map((number) => placeOf(number, text, isBare));
});

/** The part of a quotation that a number stands in: what is between its marks, up to a cut. Null outside quotation marks. */
export function quotedAround({ number, text }: Place): string | null {
  for (const match of text.matchAll(/"([^"]*)"/g)) {
    const start = match.index + 1;
    const end = start + (match[1] ?? "").length;
    if (number.start < start || number.end > end) continue;
    const from = text.lastIndexOf("…", number.start);
    const to = text.indexOf("…", number.end);
    return text.slice(Math.max(start, from + 1), to < 0 ? end : Math.min(end, to));
  }
  return null;
}
