import { wordMap } from "./word-map.ts";
import { isDash, type Token } from "./tokens.ts";

/** Numbers of one word under twenty. */
export const units = wordMap({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
});
const tens = wordMap({
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});
const parts = wordMap({
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  tenth: 10,
  tenths: 10,
});

/** A number and the index of the token after it. */
export type Read = { value: number; next: number };

function underHundred(tokens: readonly Token[], at: number): Read | null {
  const first = tokens[at];
  if (first?.kind !== "word") return null;
  const ten = tens.get(first.lower);
  if (ten === undefined) {
    const unit = units.get(first.lower);
    return unit === undefined ? null : { value: unit, next: at + 1 };
  }
  const afterDash = isDash(tokens[at + 1]) ? at + 2 : at + 1;
  const unit = units.get(tokens[afterDash]?.lower ?? "");
  return unit !== undefined && unit > 0 && unit < 10 ? { value: ten + unit, next: afterDash + 1 } : { value: ten, next: at + 1 };
}

/** "ninety-six", "one hundred and twenty", "two thousand": null when no spelled-out number starts at `at`. */
export function readNumberWords(tokens: readonly Token[], at: number): Read | null {
  // "A hundred and one", and not the "a hundred" of "more than a hundred times".
  const opened = tokens[at]?.lower === "a" && tokens[at + 1]?.lower === "hundred" && tokens[at + 2]?.lower === "and";
  let read = opened && underHundred(tokens, at + 3) ? { value: 1, next: at + 1 } : underHundred(tokens, at);
  if (!read) return null;
  for (const [name, scale] of [
    ["hundred", 100],
    ["thousand", 1000],
    ["million", 1_000_000],
  ] as const) {
    if (tokens[read.next]?.lower !== name) continue;
    const value: number = read.value * scale;
    const rest = underHundred(tokens, tokens[read.next + 1]?.lower === "and" ? read.next + 2 : read.next + 1);
    read = rest && scale === 100 ? { value: value + rest.value, next: rest.next } : { value, next: read.next + 1 };
  }
  return read;
}

const decades = wordMap({
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
});
const thirds = wordMap<readonly [number, number]>({ low: [1, 3], mid: [4, 6], high: [7, 9] });

/** "the low seventies" as 71 to 73; null for anything else. */
export function readDecade(tokens: readonly Token[], at: number): { low: number; high: number; next: number } | null {
  const third = thirds.get(tokens[at]?.lower ?? "");
  const name = third && isDash(tokens[at + 1]) ? at + 2 : at + 1;
  const decade = decades.get(tokens[name]?.lower ?? "");
  return third && decade !== undefined ? { low: decade + third[0], high: decade + third[1], next: name + 1 } : null;
}

/** "a third", "two-thirds", "three quarters", "half", "a half": as a share of 1. */
export function readFraction(tokens: readonly Token[], at: number): Read | null {
  const first = tokens[at];
  if (first?.kind !== "word") return null;
  if (first.lower === "half") return { value: 0.5, next: at + 1 };
  const count = first.lower === "a" ? 1 : units.get(first.lower);
  if (count === undefined || count === 0) return null;
  const name = isDash(tokens[at + 1]) ? at + 2 : at + 1;
  const part = parts.get(tokens[name]?.lower ?? "");
  if (part === undefined || count >= part || (count > 1 && !tokens[name]?.lower.endsWith("s"))) return null;
  return { value: count / part, next: name + 1 };
}
