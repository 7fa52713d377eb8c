import { readFraction, readNumberWords } from "./number-words.ts";
import { asPercent, type Figure, type Measure } from "./figure.ts";
import { wordMap } from "./word-map.ts";
import { isDash, touches, type Token } from "./tokens.ts";

/** A number as it is written, and the index of the token after it. */
export type Amount = { value: number; next: number; form: Figure["form"]; measure: Measure };

const scales = wordMap({ k: 1e3, m: 1e6, bn: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 });
const durations = wordMap<Measure>({
  day: "days",
  days: "days",
  week: "weeks",
  weeks: "weeks",
  month: "months",
  months: "months",
  year: "years",
  years: "years",
});

function readDigits(tokens: readonly Token[], at: number): Amount | null {
  const pound = tokens[at]?.text === "£";
  const token = tokens[pound ? at + 1 : at];
  if (token?.kind !== "number") return null;
  let value = Number(token.text.replaceAll(",", ""));
  let next = (pound ? at + 1 : at) + 1;
  if (pound) {
    // Misprints of money: "£5000,00" for a point, "£8, 200, .00" with stray spaces.
    const [comma, tail] = [tokens[next], tokens[next + 1]];
    if (comma?.text === "," && tail?.kind === "number" && /^\d{3}$/.test(tail.text)) {
      value = value * 1000 + Number(tail.text);
      next += 2;
    } else if (touches(token, comma) && comma?.text === "," && touches(comma, tail) && /^00$/.test(tail?.text ?? "")) next += 2;
  }
  const scale = scales.get(tokens[next]?.lower ?? "");
  if (scale !== undefined && (pound || (tokens[next]?.text.length ?? 0) > 2)) {
    value *= scale;
    next++;
  }
  return { value, next, form: "digits", measure: pound ? "gbp" : "number" };
}

/** The number that starts at a token, in digits, as a fraction or in words; null where none does. */
export function readAmount(tokens: readonly Token[], at: number): Amount | null {
  const digits = readDigits(tokens, at);
  if (digits) return digits;
  const fraction = readFraction(tokens, at);
  if (fraction) return { value: asPercent(fraction.value), next: fraction.next, form: "fraction", measure: "percent" };
  const words = readNumberWords(tokens, at);
  return words && { ...words, form: "word", measure: "number" };
}

/** The measure that the words after a number give it, and the token after them. */
export function readMeasure(tokens: readonly Token[], at: number): { measure: Measure; next: number } | null {
  const word = (k: number): string => tokens[at + k]?.lower ?? "";
  if (word(0) === "%" || word(0) === "percent") return { measure: word(1).startsWith("point") ? "points" : "percent", next: at + 1 };
  const perCent = word(0) === "per" ? 1 : isDash(tokens[at]) && word(1) === "per" ? 2 : 0;
  if (perCent && word(perCent) === "cent") return { measure: "percent", next: at + perCent + 1 };
  if (word(0) === "percentage" && word(1).startsWith("point")) return { measure: "points", next: at + 2 };
  const per = word(0) === "children" ? 1 : 0;
  if (word(per) === "per" && /^10,?000$/.test(word(per + 1))) return { measure: "rate_per_10k", next: at + per + 2 };
  const afterDash = isDash(tokens[at]) ? 1 : word(0) === "working" || word(0) === "calendar" || word(0) === "school" ? 1 : 0;
  const duration = durations.get(word(afterDash));
  if (duration) return { measure: duration, next: at + afterDash + 1 };
  if (word(0) === "times") return { measure: "times", next: at + 1 };
  return null;
}

/** "A2", "MK42", "4b", "1st": letters and digits in one word are names, not figures; nor is the ".00" of a misprint. */
export function isGluedToWord(tokens: readonly Token[], at: number, amount: Amount): boolean {
  if (amount.form !== "digits") return false;
  const [before, after] = [tokens[at - 1], tokens[amount.next]];
  if (touches(before, tokens[at]) && (before?.kind === "word" || before?.text === ".")) return true;
  return touches(tokens[amount.next - 1], after) && after?.kind === "word";
}
