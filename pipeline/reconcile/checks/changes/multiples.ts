import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { byTheirTimes, toldAsChange, type Pair } from "../../reading/pairs.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { anyOf, pattern, wordings } from "../../vocabulary/patterns.ts";
import { changeNouns, falls, rises } from "../../vocabulary/change.ts";

/** Words for a multiple, and how many times the earlier level the later one is. */
const multiples: readonly { words: RegExp; times: number }[] = [
  { words: anyOf("doubled"), times: 2 },
  { words: anyOf("trebled", "tripled"), times: 3 },
  { words: anyOf("quadrupled"), times: 4 },
  { words: anyOf("halved"), times: 1 / 2 },
  { words: anyOf(`(?:${rises}) by a quarter`), times: 5 / 4 },
  { words: anyOf(`(?:${rises}) by a third`), times: 4 / 3 },
  { words: anyOf(`(?:${rises}) by (?:a )?half`), times: 3 / 2 },
  { words: anyOf(`(?:${falls}) by a quarter`), times: 3 / 4 },
  { words: anyOf(`(?:${falls}) by a third`), times: 2 / 3 },
  { words: anyOf(`(?:${falls}) by (?:a )?half`), times: 1 / 2 },
];
/** Words for a multiple are round: a tenth either way still deserves them. */
const roundness = 0.1;

/** "More than doubled" is at least twice; "nearly doubled" falls a little short of it. */
function bearsOut(text: string, times: number, ratio: number): boolean {
  const [, mark] = /\b(more than|over|nearly|almost)\s+(?:doubled|trebled|tripled|halved)/iu.exec(text) ?? [];
  const off = Math.abs(ratio / times - 1);
  if (mark === undefined) return off <= roundness;
  const isBeyond = times > 1 ? ratio >= times : ratio <= times;
  return /more|over/iu.test(mark) === isBeyond || off <= roundness / 4;
}

/** "Grew from 210 to 231 while staff fell by a quarter": the words are of something else than the levels. */
const another = wordings`while|whilst|whereas|although`;
const anotherStep = wordings`${another.source}|and|again|then`;
function isOfElse({ text }: Sentence, { then, now }: Pair, at: number, parts: RegExp): boolean {
  const [start, end] = [Math.min(then.start, now.start), Math.max(then.end, now.end)];
  return at >= end ? parts.test(text.slice(end, at)) : at < start && parts.test(text.slice(at, start));
}

/** "Doubled from 110 to 170". */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const said = multiples.find(({ words }) => words.test(sentence.text));
  const pair = said ? (toldAsChange(sentence) ?? byTheirTimes(sentence)) : null;
  if (!said || !pair || pair.then.value === 0 || pair.then.qualifier !== "exact" || pair.now.qualifier !== "exact") return [];
  const [from, to] = [pair.then.value, pair.now.value];
  const ratio = to / from;
  if (bearsOut(sentence.text, said.times, ratio) || isOfElse(sentence, pair, sentence.text.search(said.words), another)) return [];
  const word = said.words.exec(sentence.text)?.[0] ?? "";
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: `${word} from ${from} to ${to}`,
    expected: `${roundTo(100 * (ratio - 1), 1)}%`,
    quote: sentence.text,
    place: sentence.place,
    heading: `"${word}", but ${from} to ${to} is ${roundTo(100 * Math.abs(ratio - 1), 0)}% ${ratio > 1 ? "more" : "less"}`,
    message: `The sentence says "${word}", but from ${from} to ${to} is a change of ${roundTo(100 * (ratio - 1), 1)}%.`,
  });
}

const fractions: Readonly<Record<string, number>> = { half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5, tenth: 1 / 10 };
/** "By a third", "a fall of almost a quarter", "a third more": how far it went, as a fraction of the earlier level. */
const byFraction = pattern`
  \b(?:by|(?:${changeNouns}) of) (?:(?:just|about|around|some|nearly|almost|over|under|roughly|more|less|than) )*(?:(?<parts>two|three)|an?|one)[ -](?<part>half|third|quarter|fifth|tenth)s?\b|
  \bby (?:(?:nearly|almost|about|over|more than) )?(?<alone>half)\b|
  \b(?:an?|one) (?<more>third|quarter|fifth|tenth) (?:more|fewer|less|higher|lower) than\b`;
/** A fraction is round, and no nearer than this to what it stands for. */
const fractionRoundness = 0.06;
/** "By more than half" is any way beyond it, "by nearly half" a little short of it. */
function bearsOutFraction(words: string, said: number, exact: number): boolean {
  if (Math.abs(exact - said) <= fractionRoundness) return true;
  return (/\b(?:over|more than)\b/iu.test(words) && exact > said) || (/\b(?:under|less than)\b/iu.test(words) && exact < said);
}

/** "Dropped from 88 to 66, by a third". */
function reportFraction(reading: Reading, sentence: Sentence): Finding[] {
  const match = byFraction.exec(sentence.text);
  const groups = match?.groups;
  const fraction = fractions[(groups?.["part"] ?? groups?.["alone"] ?? groups?.["more"] ?? "").toLowerCase()];
  const pair = match && fraction !== undefined ? (toldAsChange(sentence) ?? byTheirTimes(sentence)) : null;
  if (
    !match ||
    fraction === undefined ||
    !pair ||
    [pair.then, pair.now].some(({ qualifier, value }) => qualifier !== "exact" || value < least)
  )
    return [];
  const times = { two: 2, three: 3 }[(groups?.["parts"] ?? "").toLowerCase()] ?? 1;
  const exact = Math.abs(pair.now.value - pair.then.value) / pair.then.value;
  // Other numbers of the sentence may be what went so far.
  const isOnly = sentence.figures.filter(({ measure, form }) => measure === pair.now.measure && form !== "fraction").length === 2;
  if (!isOnly || isOfElse(sentence, pair, match.index, anotherStep) || bearsOutFraction(match[0], times * fraction, exact)) return [];
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: match[0],
    expected: `${roundTo(100 * exact, 1)}%`,
    quote: sentence.text,
    place: sentence.place,
    heading: `"${match[0]}", but ${pair.then.text} to ${pair.now.text} is ${roundTo(100 * exact, 0)}%`,
    message: `The sentence says "${match[0]}", but from ${pair.then.text} to ${pair.now.text} is a change of ${roundTo(100 * exact, 1)}%.`,
  });
}
/** Of a few, one more or less is a large fraction. */
const least = 10;

export const multiplesInWords = perSentence("arithmetic", "Doubled, halved and the like against the two levels", (reading, sentence) => {
  const found = report(reading, sentence);
  return found.length > 0 || multiples.some(({ words }) => words.test(sentence.text)) ? found : reportFraction(reading, sentence);
});
