import { isSingle, type TextFigure } from "../figure.ts";
import type { Sentence } from "../reading.ts";
import { numberOf, upToNineteen } from "../../vocabulary/number-words.ts";
import { build, countsFrom, leavesOut, totalsBefore, type Count, type PartsList } from "./parts-list.ts";

type Ends = { low: number | null; high: number | null };
type Stretch = Ends & { start: number; end: number };

const end = `(\\d{1,3}(?![\\d.,/%]*\\d|%)|${upToNineteen})(?:[- ]?(?:years?|yrs?)(?:[- ]olds?)?)?`;
/** Wordings of a band of whole numbers in running text, digits or words: "five to 11", "16 or 17", "12 or younger", "under one". */
const wordings: readonly { source: string; ends: (a: number, b: number) => Ends }[] = [
  { source: `\\b${end} ?(?:to|-|–|−|or|and) ?${end}\\b`, ends: (low, high) => ({ low, high }) },
  {
    source: `\\baged ${end}(?! ?(?:to|-|–|−|or)[ \\w]| and (?:over|above|older|under|younger|upwards|below)|(?: and) \\d{1,2}\\b(?! aged))`,
    ends: (only) => ({ low: only, high: only }),
  },
  { source: `\\b${end}(?:\\+| (?:and|or) (?:over|above|older|more|upwards))`, ends: (low) => ({ low, high: null }) },
  { source: `\\b${end} (?:and|or) (?:under|below|younger|less|fewer)\\b`, ends: (high) => ({ low: null, high }) },
  { source: `\\b(?:under|below|younger than|less than)(?: the age of)? ${end}\\b`, ends: (above) => ({ low: null, high: above - 1 }) },
  { source: `\\bup to(?: the age of)? ${end}\\b`, ends: (high) => ({ low: null, high }) },
  { source: `\\b(?:over|older than|above|more than)(?: the age of)? ${end}\\b`, ends: (below) => ({ low: below + 1, high: null }) },
];
const anyBand = new RegExp(wordings.map(({ source }, at) => `(?<b${at}>${source})`).join("|"), "giu");
const patterns = wordings.map(({ source, ends }) => ({ pattern: new RegExp(`^${source}`, "iu"), ends }));
const valueOf = (text: string | undefined): number => (text === undefined ? 0 : (numberOf(text) ?? Number(text)));

function stretchesIn(text: string): Stretch[] {
  return [...text.matchAll(anyBand)].flatMap((match): Stretch[] => {
    const at = wordings.findIndex((_, index) => match.groups?.[`b${index}`] !== undefined);
    const { pattern, ends } = patterns[at]!;
    const [, first, second] = pattern.exec(match[0]) ?? [];
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

const isPlain = (figure: TextFigure): boolean => isSingle(figure) && figure.qualifier === "exact" && Number.isInteger(figure.value);

/** The count of each band, right before or right behind it throughout. */
function countsOf(bands: readonly Stretch[], counts: readonly Count[]): readonly Count[] | null {
  const between = (from: number, to: number): Count[] => counts.filter(({ figure }) => figure.start >= from && figure.end <= to);
  const before = bands.map((band, at) => between(at === 0 ? 0 : bands[at - 1]!.end, band.start));
  if (before[0]!.length > 0 && before.slice(1).every((found) => found.length === 1)) {
    const parts = before.map((found) => found.at(-1)!);
    if (between(bands.at(-1)!.end, Infinity).length === 0 || before[0]!.length > 1) return parts;
  }
  const behind = bands.map((band, at) => between(band.end, bands[at + 1]?.start ?? Infinity));
  return behind.slice(0, -1).every((found) => found.length === 1) && behind.at(-1)!.length > 0 ? behind.map((found) => found[0]!) : null;
}

/** How far the sum may be off for the bands to be meant as parts of the number. */
const reach = 0.3;
const reachOfTwo = 0.1;

/** "Of the 377 there were 67 aged 0 to 4, 74 aged 5 to 9 …", "205 children (under five: 49; five to 11: 91; …)". */
export function byBand(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const bands = stretchesIn(sentence.text);
  // The oldest may be told first.
  const inOrder = meet(bands) ? bands : bands.toReversed();
  if (bands.length < 2 || !meet(inOrder)) return [];
  const isOutside = ({ figure }: Count): boolean => bands.every((band) => figure.end <= band.start || figure.start >= band.end);
  const counts = countsFrom(sentence, 0, sentence.skeleton.length).filter((count) => isOutside(count) && isPlain(count.figure));
  const parts = countsOf(bands, counts);
  if (!parts) return [];
  const here = counts.filter(({ figure }) => figure.end <= parts[0]!.figure.start);
  const whole = here.length > 0 ? here : totalsBefore(passage, sentence);
  const sum = parts.reduce((made, { figure }) => made + figure.value, 0);
  const totals = whole.filter(({ figure }) => isPlain(figure) && Math.abs(figure.value - sum) <= reach * figure.value);
  const [total] = totals;
  // "211 young people (62 aged 16 and 137 aged 17)": the brackets right behind a number hold all of it.
  const inBrackets =
    parts.every((part) => part.inBrackets) &&
    here.length > 0 &&
    !leavesOut(sentence) &&
    !/\bof (?:them|whom|these|which)\b|\binclud/iu.test(sentence.text);
  if (bands.length < 3 && !(inBrackets && total && Math.abs(total.figure.value - sum) <= reachOfTwo * total.figure.value)) return [];
  // Bands that leave the youngest or oldest out make less than all.
  return totals.length === 1 && total && (hold(inOrder) || sum > total.figure.value || (inBrackets && bands.length < 3))
    ? [build(passage, sentence, totals, parts, [], true)]
    : [];
}
