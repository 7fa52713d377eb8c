import { patternOf } from "../core/patterns.ts";
import { monthNumber, monthSource, pad } from "../extract/grammar/calendar.ts";
import type { Figure as ReadFigure, Measure } from "../extract/grammar/figure.ts";
import { findFigures } from "../extract/grammar/numbers.ts";

/**
 * A number as a page prints it.
 *   amount  "86%", "16.4", "seven": a value with the measure that its words give it
 *   share   "215 of 249": two counts that belong together
 *   range   "82% to 90%": two amounts, the ends of a range
 *   part    "three in four", "half": a percentage in words, which is only near the figure
 *   place   "10th", "second highest": a rank
 *   time    "2024/25", "2024/25 Q1", "31 March 2025", "Mar 17": a date, month, quarter, reporting year or year
 *   name    "E4", "1.2.1": digits inside a word, a label and no figure
 */
export type PrintedNumber = {
  readonly kind: "amount" | "share" | "range" | "part" | "place" | "time" | "name";
  /** As printed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The value; of a share or range the first. Times and names have 0. */
  readonly value: number;
  /** The second of a share or range, or what a part is counted in ("three in four", "8 of 10"), otherwise null. */
  readonly of: number | null;
  readonly decimals: number;
  readonly measure: Measure;
  /** 1 and −1 for a printed sign, 0 without one. */
  readonly sign: -1 | 0 | 1;
  /** The time that a printed time names, in one form whatever is printed; "" for other numbers. */
  readonly time: string;
};

/** Spaces that hold words together, and quotation marks, as plain ones: how a text looks does not matter here. */
export const plainWords = (text: string): string =>
  text
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .trim();

const year = "(?:19|20)\\d{2}";
const times: readonly { readonly pattern: RegExp; readonly read: (parts: readonly string[]) => string }[] = [
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${monthSource}) (${year})\\b`, "giu"),
    read: ([day = "", month = "", y = ""]) => `${y}-${pad(monthNumber(month))}-${pad(Number(day))}`,
  },
  { pattern: /\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b/g, read: ([y = "", month = "", day = ""]) => `${y}-${month}-${day}` },
  { pattern: new RegExp(`\\b(${monthSource}) (${year})\\b`, "giu"), read: ([month = "", y = ""]) => `${y}-${pad(monthNumber(month))}` },
  {
    pattern: new RegExp(`\\b(${year})/(\\d{2}) Q([1-4])\\b`, "g"),
    read: ([from = "", to = "", quarter = ""]) => `${from}/${to} Q${quarter}`,
  },
  { pattern: new RegExp(`\\b(${year})/(\\d{2})\\b`, "g"), read: ([from = "", to = ""]) => `${from}/${to}` },
  {
    pattern: /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{2})\b(?![\d%,./])/g,
    read: ([month = "", y = ""]) => `20${y}-${pad(monthNumber(month))}`,
  },
  { pattern: new RegExp(`(?<![\\d.,£/])\\b(${year})\\b(?![%/,.]?\\d|%)`, "g"), read: ([y = ""]) => y },
];

type Span = { readonly start: number; readonly end: number };
const covers = (spans: readonly Span[], start: number, end: number): boolean => spans.some((span) => span.start < end && start < span.end);
const bare = { value: 0, of: null, decimals: 0, measure: "number", sign: 0, time: "" } as const;

/** What every time holds; texts without it are not searched. */
const anyTime = /(?:19|20)\d{2}|[A-Z][a-z]{2} \d{2}/;

/** Dates, months, reporting years and years, the longer forms first: "2024-03-31", "2024-03", "2023/24", "2024". */
function findTimes(text: string): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  if (!anyTime.test(text)) return found;
  for (const { pattern, read } of times) {
    for (const match of text.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].length };
      if (!covers(found, place.start, place.end))
        found.push({ ...bare, ...place, kind: "time", text: match[0], time: read(match.slice(1)) });
    }
  }
  return found;
}

/** Every time that a text names, as timeOf gives them. */
export const timesIn = (text: string): string[] => findTimes(text).map(({ time }) => time);

const ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"];
// "First" opens too many names ("first health assessments") to be a rank without "of" or "on" after it.
const ordinalWords = patternOf("gi")`
  \b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|
  eleventh)(?= (?:highest |lowest )?(?:of|on) (?:eleven|ten|nine|eight|seven|six|five|four|three|two|one|\d))`;
const digits = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/** Any word that the grammar may read as a number; texts without one are not read at all. */
const numberWord = new RegExp(
  `\\b(?:${[...ordinals.slice(1), "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "hundred", "thousand", "million"].join("|")}|half|halves|thirds|quarter|quarters|\\w+(?:teen|ty|ties|fths?|ths))\\b`,
  "i",
);

const decimalsOf = (text: string): number => text.split(".")[1]?.length ?? 0;

function amountsOf(read: ReadFigure, text: string): PrintedNumber[] {
  const words = text.slice(read.start, read.end);
  const before = text.slice(0, read.start);
  const sign = /[−-]$/.test(before) ? -1 : before.endsWith("+") ? 1 : 0;
  const place = { text: words, start: read.start, end: read.end, measure: read.measure, sign, time: "" } as const;
  const printed = [...words.matchAll(digits)].map(([one]) => one);
  // "Without any one of six": the six are counted, and the one is any of them.
  if (read.numerator === 1 && read.denominator !== null && /\bany $/.test(before))
    return [{ ...place, kind: "amount", value: read.denominator, of: null, decimals: 0, measure: "number" }];
  if (read.denominator !== null && read.measure === "number")
    return [{ ...place, kind: "share", value: read.numerator ?? read.value, of: read.denominator, decimals: 0 }];
  if (read.form === "fraction" || read.denominator !== null)
    return [{ ...place, kind: "part", value: read.value, of: read.denominator, decimals: 0 }];
  const decimals = Math.max(...printed.map(decimalsOf), 0);
  return [{ ...place, kind: read.valueHigh === null ? "amount" : "range", value: read.value, of: read.valueHigh, decimals }];
}

/** "One" alone is a pronoun as often as a number ("one to watch", "without any one of"), so it is not taken for one. */
const isPronoun = (read: ReadFigure): boolean =>
  read.form === "word" && read.value === 1 && read.valueHigh === null && read.denominator === null;
/** Nor is a number word that opens another word: "two-proportion". */
const opensWord = (read: ReadFigure, text: string): boolean =>
  read.form === "word" && read.measure === "number" && /^-[a-z]/i.test(text.slice(read.end));

/**
 * Every number that a text prints, in digits or words, by the grammar with which documents are read. No digit is
 * passed over: what is neither a figure nor a time nor a place is a name. The text must be plain words.
 */
export function printedNumbers(text: string): PrintedNumber[] {
  if (!/\d/.test(text) && !numberWord.test(text)) return [];
  const dated = /\d/.test(text) ? findTimes(text) : [];
  const placed: PrintedNumber[] = [];
  for (const match of text.matchAll(ordinalWords)) {
    placed.push({
      ...bare,
      kind: "place",
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      value: ordinals.indexOf(match[0].toLowerCase()),
    });
  }
  const read = findFigures(text, [...dated, ...placed]).filter((one) => !isPronoun(one) && !opensWord(one, text));
  const known: PrintedNumber[] = [
    ...dated,
    ...placed,
    ...turned(
      read.flatMap((one) => amountsOf(one, text)),
      text,
    ),
  ];
  const rest: PrintedNumber[] = [];
  for (const match of text.matchAll(/\d+/g)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (covers(known, start, end)) continue;
    if (/^(?:st|nd|rd|th)\b/.test(text.slice(end)))
      rest.push({ ...bare, kind: "place", text: match[0], start, end: end + 2, value: Number(match[0]) });
    else rest.push({ ...bare, kind: "name", text: nameAround(text, start, end), start, end });
  }
  return [...known, ...rest].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** "89% to 82%" is a range too, if one that no row has; "from 89% to 82%" is a change. */
function turned(amounts: readonly PrintedNumber[], text: string): PrintedNumber[] {
  return amounts.flatMap((one, at): PrintedNumber[] => {
    const isLow = (low: PrintedNumber | undefined, high: PrintedNumber | undefined): low is PrintedNumber =>
      low?.kind === "amount" &&
      high?.kind === "amount" &&
      text.slice(low.end, high.start) === " to " &&
      low.value >= high.value &&
      !/\bfrom $/.test(text.slice(0, low.start));
    const [before, after] = [amounts[at - 1], amounts[at + 1]];
    if (isLow(before, one)) return [];
    return isLow(one, after) && after
      ? [
          {
            ...one,
            kind: "range",
            text: text.slice(one.start, after.end),
            end: after.end,
            of: after.value,
            decimals: Math.max(one.decimals, after.decimals),
            measure: after.measure,
          },
        ]
      : [one];
  });
}

/** The word that digits stand in: "E4" for the 4 of "[E4]". */
function nameAround(text: string, start: number, end: number): string {
  const before = /[\p{L}\d.#/-]*$/u.exec(text.slice(0, start))?.[0] ?? "";
  const after = /^[\p{L}\d#/-]*/u.exec(text.slice(end))?.[0] ?? "";
  return before + text.slice(start, end) + after;
}
