import { isSingle, type TextFigure } from "../figure.ts";
import type { Sentence } from "../reading.ts";
import { numberOf, upToNineteen } from "../../vocabulary/number-words.ts";
import { build, countsFrom, leavesOut, totalsBefore, type Count, type PartsList } from "./parts-list.ts";

type Ends = { low: number | null; high: number | null };
type Stretch = Ends & { start: number; end: number };

const end = `(\\d{1,3}(?![\\d.,/%]*\\d|%)|${upToNineteen})(?:[- ]?(?:years?|yrs?)(?:[- ]olds?)?)?`;
/** Wordings of a band of whole numbers in running text, digits or words: "five to 11", "16 or 17", "12 or younger", "under one". */
const wordings: readonly { source: string; ends: (a: number, b: number) => Ends }[] = [
  // "39 were 20 and 36 were 21".
  {
    source: `(?<=\\b(?:are|were|is|was|turned) )(1\\d|2[0-5])(?=[,;.)](?!\\d)| and (?:[\\p{L}-]+|\\d+)(?: [\\p{L}-]+)? (?:are|were|is|was)\\b|$)`,
    ends: (only) => ({ low: only, high: only }),
  },
  { source: `\\b${end} ?(?:to|-|–|−|or|and) ?${end}\\b`, ends: (low, high) => ({ low, high }) },
  {
    source: `\\baged ${end}(?! ?(?:to|-|–|−|or)[ \\w]| and (?:over|above|older|under|younger|upwards|below)|(?: and) \\d{1,2}\\b(?! (?:(?:are|were) )?aged))`,
    ends: (only) => ({ low: only, high: only }),
  },
  { source: `\\b${end}(?:\\+| (?:and|or) (?:over|above|older|more|upwards))`, ends: (low) => ({ low, high: null }) },
  { source: `\\b${end} (?:and|or) (?:under|below|younger|less|fewer)\\b`, ends: (high) => ({ low: null, high }) },
  { source: `\\b(?:under|below|younger than|less than)(?: the age of)? ${end}\\b`, ends: (above) => ({ low: null, high: above - 1 }) },
  { source: `\\bup to(?: the age of)? ${end}\\b`, ends: (high) => ({ low: null, high }) },
  { source: `\\b(?:over|older than|above|more than)(?: the age of)? ${end}\\b`, ends: (below) => ({ low: below + 1, high: null }) },
];
const anyBand = new RegExp(wordings.map(({ source }, at) => `(?<b${at}>${source})`).join("|"), "giu");
const patterns = wordings.map(({ source, ends }) => ({ pattern: new RegExp(source, "iuy"), ends }));
const valueOf = (text: string | undefined): number => (text === undefined ? 0 : (numberOf(text) ?? Number(text)));

function stretchesIn(text: string): Stretch[] {
  return [...text.matchAll(anyBand)].flatMap((match): Stretch[] => {
    const at = wordings.findIndex((_, index) => match.groups?.[`b${index}`] !== undefined);
    const { pattern, ends } = patterns[at]!;
    pattern.lastIndex = match.index;
    const [, first, second] = pattern.exec(text) ?? [];
    const found = { ...ends(valueOf(first), valueOf(second)), start: match.index, end: match.index + match[0].length };
    return found.low !== null && found.high !== null && found.low > found.high ? [] : [found];
  });
}

/** Whether each band begins where the one before it ends. */
const meet = (bands: readonly Stretch[]): boolean =>
  bands.slice(1).every((band, at) => {
    const { high } = bands[at]!;
    return high !== null && band.low !== null && (band.low === high + 1 || (bands[at]!.low === null && band.low === high + 2));
  });

/** From birth to the end of childhood, or open at both ends: nobody is outside the bands. */
const hold = (bands: readonly Stretch[]): boolean => {
  const [low, high] = [bands[0]?.low ?? 0, bands.at(-1)?.high ?? null];
  return low <= 1 && (high === null || high === 17 || high === 18);
};

const isPlain = (figure: TextFigure): boolean =>
  isSingle(figure) && figure.qualifier === "exact" && (Number.isInteger(figure.value) || figure.measure === "percent");

/** A stop between a count and a band: they belong to two items. */
const partsItem = /[,;.]| and /u;

/** The count of each band, right before or right behind it throughout. */
function countsOf({ text }: Sentence, bands: readonly Stretch[], counts: readonly Count[]): readonly Count[] | null {
  const between = (from: number, to: number): Count[] => counts.filter(({ figure }) => figure.start >= from && figure.end <= to);
  const before = bands.map((band, at) => between(at === 0 ? 0 : bands[at - 1]!.end, band.start));
  if (before[0]!.length > 0 && before.slice(1).every((found) => found.length === 1)) {
    const parts = before.map((found) => found.at(-1)!);
    const isBeside = parts.every(({ figure }, at) => !partsItem.test(text.slice(figure.end, bands[at]!.start)));
    if (isBeside || between(bands.at(-1)!.end, Infinity).length === 0 || before[0]!.length > 1) return parts;
  }
  const behind = bands.map((band, at) => between(band.end, bands[at + 1]?.start ?? Infinity));
  return behind.slice(0, -1).every((found) => found.length === 1) && behind.at(-1)!.length > 0 ? behind.map((found) => found[0]!) : null;
}

/** "120 young people aged 19 to 21: 38 were aged 19, 39 were 20 and 36 were 21": the band of them all, and then those that part it. */
const isHullOf = (all: Ends, bands: readonly Stretch[]): boolean =>
  bands.length > 1 && all.low !== null && all.high !== null && all.low === bands[0]!.low && all.high === bands.at(-1)!.high;

/** The counts of the bands that a sentence parts its number by. `isAll`: nobody is outside the bands, as their ends or the words before say. */
export type Banded = { parts: readonly Count[]; counts: readonly Count[]; isAll: boolean; of: number };

/** `before`: texts that may name the band of all. */
export function bandsIn(sentence: Sentence, before: readonly string[]): Banded | null {
  const told = stretchesIn(sentence.text);
  // The oldest may be told first.
  const ordered = (some: readonly Stretch[]): readonly Stretch[] | null =>
    [some, some.toReversed()].find((run) => run.length > 1 && meet(run)) ?? null;
  const hull = told[0] && isHullOf(told[0], ordered(told.slice(1)) ?? []);
  const bands = hull ? told.slice(1) : told;
  const run = ordered(bands);
  if (!run) return null;
  const isOutside = ({ figure }: Count): boolean => told.every((band) => figure.end <= band.start || figure.start >= band.end);
  const counts = countsFrom(sentence, 0, sentence.skeleton.length).filter((count) => isOutside(count) && isPlain(count.figure));
  const parts = countsOf(sentence, bands, counts);
  const isNamed = hull || before.some((text) => stretchesIn(text).some((one) => isHullOf(one, run)));
  return parts && { parts, counts, isAll: hold(run) || isNamed, of: bands.length };
}

/** The number beside the name of a sex. */
const isOfOneSex = ({ text }: Sentence, { figure }: Count): boolean =>
  /^ (?:were |are |was |is )?(?:young )?(?:boys?|girls?|males?|females?|men|women)\b/iu.test(text.slice(figure.end));

/** How far the sum may be off for the bands to be meant as parts of the number. */
const reach = 0.3;
const reachOfTwo = 0.1;

/** "Of the 377 there were 67 aged 0 to 4, 74 aged 5 to 9 …", "205 children (under five: 49; five to 11: 91; …)". */
export function byBand(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const earlier = passage.filter(({ number }) => number < sentence.number).map(({ text }) => text);
  const found = bandsIn(sentence, [...earlier, ...sentence.block.headings]);
  if (!found) return [];
  const { parts, counts } = found;
  const sum = parts.reduce((made, { figure }) => made + figure.value, 0);
  const near = (all: readonly Count[]): Count[] =>
    all.filter(({ figure }) => isPlain(figure) && Math.abs(figure.value - sum) <= reach * figure.value);
  const here = counts.filter(({ figure }) => figure.end <= parts[0]!.figure.start);
  // "They were 34 young men and 29 young women; 27 were 16 and 31 were 17": the number of them all stands before the sexes.
  const totals = near(here).length > 0 ? near(here) : near(totalsBefore(passage, sentence));
  const [total] = totals;
  // "They were 41 boys and seven girls": a part by another trait is no number of all.
  const isPartItself = total !== undefined && passage.some((one) => one.number < sentence.number && isOfOneSex(one, total));
  if (!total || totals.length > 1 || isPartItself) return [];
  // "211 young people (62 aged 16 and 137 aged 17)": the brackets right behind a number hold all of it.
  const inBrackets =
    parts.every((part) => part.inBrackets) &&
    here.length > 0 &&
    !leavesOut(sentence) &&
    !/\bof (?:them|whom|these|which)\b|\binclud/iu.test(sentence.text);
  const isPair = found.of < 3;
  if (isPair && !((inBrackets || found.isAll) && Math.abs(total.figure.value - sum) <= reachOfTwo * total.figure.value)) return [];
  // Bands that leave the youngest or oldest out make less than all.
  return found.isAll || sum > total.figure.value || (inBrackets && isPair) ? [build(passage, sentence, totals, parts, [], true)] : [];
}
