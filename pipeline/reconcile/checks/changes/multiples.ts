import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { byTheirTimes, toldAsChange } from "../../reading/pairs.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { anyOf } from "../../vocabulary/patterns.ts";
import { falls, rises } from "../../vocabulary/change.ts";

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

/** "Doubled from 110 to 170". */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const said = multiples.find(({ words }) => words.test(sentence.text));
  const pair = said ? (toldAsChange(sentence) ?? byTheirTimes(sentence)) : null;
  if (!said || !pair || pair.then.value === 0 || pair.then.qualifier !== "exact" || pair.now.qualifier !== "exact") return [];
  const [from, to] = [pair.then.value, pair.now.value];
  const ratio = to / from;
  if (bearsOut(sentence.text, said.times, ratio)) return [];
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

export const multiplesInWords = perSentence("arithmetic", "Doubled, halved and the like against the two levels", report);
