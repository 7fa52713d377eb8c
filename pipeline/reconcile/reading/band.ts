import { numberOf, upToNineteen, upToTen } from "../vocabulary/number-words.ts";

/**
 * A band of whole numbers, both ends included; null is open. `first` and `last` are the ends as printed: "under 5"
 * ends at 4 and prints 5. `unit` is the word behind its numbers, "" for none.
 */
export type Band = { low: number | null; high: number | null; first: number | null; last: number | null; unit: string; text: string };
type Ends = Pick<Band, "low" | "high" | "first" | "last">;

const unit = "(?:[- ]?(?:%|(?!(?:or|and|plus|to)\\b)[a-z]+(?: (?!(?:or|and|plus|to)\\b)[a-z]+)?))?";
const number = "(\\d{1,4})";
const dash = " ?(?:-|–|−|—|to) ?";
const lead = "(?:(?:(?:children|young people|pupils|those) )?(?:aged?|ages)|between|from|scor(?:es?|ing)(?: of)?)?";

const closed = (first: number, last: number): Ends => ({ low: first, high: last, first, last });
const upFrom = (low: number, first: number): Ends => ({ low, high: null, first, last: null });
const downTo = (high: number, last: number): Ends => ({ low: null, high, first: null, last });

/** "Over one and up to three months", "more than 3 but less than 6": open at the lower end. */
const beyond = "(?:more than|over|greater than|longer than|above|>)";
const upTo = ",? (?:and |but )?(?:up to|to|no more than|not more than|at most|not over|≤)(?: and including)?";
const under = ",? (?:and |but )?(?:under|below|less than|fewer than|up to but not including|up to just under|<)";

/** The wordings of a band, each with its ends. */
const wordings: readonly { source: string; ends: (first: number, last: number) => Ends }[] = [
  { source: `${number}${unit}(?: ?(?:\\+|plus)| (?:and|or) (?:over|above|older|more|longer|upwards))`, ends: (n) => upFrom(n, n) },
  { source: `${number}${unit} (?:or|and) (?:less|fewer|under|below|younger)`, ends: (n) => downTo(n, n) },
  {
    source: `${number}${unit}${dash}(?:under|below|less than) ?${number}`,
    ends: (first, next) => ({ ...closed(first, next - 1), last: next }),
  },
  { source: `${number}${unit}(?:${dash}| and | or )${number}`, ends: closed },
  { source: `${beyond} ?${number}${unit}${under} ?${number}`, ends: (n, next) => ({ ...closed(n + 1, next - 1), first: n, last: next }) },
  { source: `${beyond} ?${number}${unit}${upTo} ?${number}`, ends: (n, last) => ({ ...closed(n + 1, last), first: n }) },
  {
    source: `${number}${unit},? (?:and |but )?up to (?:but not including|just under) ?${number}`,
    ends: (n, next) => ({ ...closed(n, next - 1), last: next }),
  },
  { source: `${beyond} ?${number}`, ends: (n) => upFrom(n + 1, n) },
  { source: `(?:at least|≥) ?${number}`, ends: (n) => upFrom(n, n) },
  { source: `(?:under|below|less than|fewer than|younger than|<) ?${number}`, ends: (n) => downTo(n - 1, n) },
  { source: `(?:up to|within|≤) ?${number}`, ends: (n) => downTo(n, n) },
  { source: `${number}`, ends: (n) => closed(n, n) },
];
const tail = "(?: old| of age| [a-z]+)?";

const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;
/** "Working days" and "day" are one unit here, as are "yrs" and "years". */
const unitOf = (text: string): string =>
  (/\b(day|week|month|year|yr|mile|hour|minute)s?\b/iu.exec(text)?.[1] ?? "").toLowerCase().replace("yr", "year");

const patterns = wordings.map(({ source, ends }) => ({ pattern: new RegExp(`^${lead} ?${source}${unit}${tail}$`, "iu"), ends }));
const tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const inWords = new RegExp(`\\b(?:(?:${tens})(?:[- ](?:${upToTen}))?|${upToNineteen})\\b`, "giu");
/** "Aged under five", "younger than five", "nought to two": the same in digits. */
export const inDigits = (text: string): string =>
  text
    .replace(/\b(?:nought|zero|nil)\b/giu, "0")
    .replace(inWords, (word) => String(numberOf(word) ?? word))
    .replace(/\bunder the age of\b|\byounger than\b/iu, "under")
    .replace(/\bolder than\b/iu, "over");

/** Years and numbers of pages are no ends of bands. */
const mostOfBand = 1899;

/** "Aged 5 to 9", "46 or more", "14-16 (borderline)": the band that a heading or label is; null when it is none. */
export function parseBand(label: string): Band | null {
  const text = label.replace(/\s+/g, " ").trim();
  const plain = inDigits(text.replace(/ ?\([^()\d]*\)$/u, ""));
  if (
    /\d ?(?:st|nd|rd|th)\b/iu.test(plain) ||
    (plain.match(/[a-z]+/giu) ?? []).some((word) => months.test(word) && !/^months?$/iu.test(word))
  )
    return null;
  for (const { pattern, ends } of patterns) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const band = { ...ends(Number(match[1]), Number(match[2])), unit: unitOf(text), text };
    return (band.low !== null && band.high !== null && band.low > band.high) || Math.max(band.low ?? 0, band.high ?? 0) > mostOfBand
      ? null
      : band;
  }
  return null;
}

const unitInText =
  "(?: (?:working |school |calendar )?(?:days?|weeks?|months?|years?|miles|hours|minutes|sessions|points|placements|children))?";
const inText = new RegExp(
  [
    `\\b(?:more than|over|longer than|above) \\d{1,3}\\b${unitInText},? (?:and|but) (?:up to|no more than|not more than|at most|under|less than) \\d{1,3}\\b${unitInText}`,
    `(?<![£\\d.,/])\\b\\d{1,3}${unitInText}(?: to |-|–|−)\\d{1,3}\\b${unitInText}`,
    `\\bbetween \\d{1,3} and \\d{1,3}\\b${unitInText}`,
    "\\baged \\d{1,2} (?:and|or) \\d{1,2}\\b(?! ?(?:to\\b|[-–−]|aged\\b|(?:or|and) (?:over|above|older|more|under|less|younger|below)\\b))",
    "\\baged \\d{1,2}\\b(?! ?(?:to\\b|or\\b|and\\b(?! \\d+ (?:(?:was|were) )?aged\\b)|[-–−]))",
    `(?<![£\\d.,/])\\b\\d{1,3}${unitInText}(?:\\+| (?:and|or) (?:over|above|older|more|longer|upwards|under|less|fewer))`,
    `\\b(?:aged (?:under|over)|less than|younger than|under the age of|older than) (?:${upToNineteen})\\b(?! (?:per cent|percent|hundred|point|and|of))${unitInText}`,
    `\\b(?:more than|longer than|over|under|less than|fewer than|up to|at least|below|above) \\d{1,3}\\b(?!%|,\\d|\\.\\d)${unitInText}`,
  ].join("|"),
  "giu",
);

/** The bands that stand in a sentence, in order, with where they stand. A rise "from 18 to 22" is none. */
export function bandsIn(text: string): (Band & { start: number; end: number })[] {
  return [...text.matchAll(inText)].flatMap((match) => {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    const moves = /\bfrom $/iu.test(before) && !/(?:\d\)?|aged|ages|range) from $/iu.test(before);
    const band = parseBand(
      inDigits(match[0])
        .replace(/^(?:between|aged) /iu, "")
        .replace(/^(\d+) or (?=\d)/iu, "$1 to "),
    );
    return !band || moves || /^(?:%|,\d|\.\d| ?per ?cent|\/)/iu.test(after) || months.test(after.trimStart())
      ? []
      : [{ ...band, start: match.index, end: match.index + match[0].length }];
  });
}
