import { readAmount, readMeasure, type Amount } from "./amounts.ts";
import { asPercent, type Figure } from "./figure.ts";
import { figureOf, type FigureRead } from "./figure-read.ts";
import type { Token } from "./tokens.ts";

const groups = new Set(["cohort", "total", "group", "population", "possible", "sample"]);

/** "4 of the 54", "70 out of 92", "one in three". */
export function readShare(tokens: readonly Token[], first: Amount, limit: number): { next: number; figure: Partial<Figure> } | null {
  if (first.measure !== "number" || !Number.isInteger(first.value)) return null;
  const word = (k: number): string => tokens[first.next + k]?.lower ?? "";
  let skip = 0;
  if (word(0) === "of" && ["the", "our", "its", "their"].includes(word(1))) skip = 2;
  else if (word(0) === "of" || word(0) === "in") skip = 1;
  else if (word(0) === "out" && word(1) === "of") skip = ["the", "every", "all", "our", "its", "their"].includes(word(2)) ? 3 : 2;
  // "70 children out of a cohort of 92"
  const people = ["children", "people", "plans", "cases", "leavers", "reviews"].includes(word(0))
    ? 1
    : word(0) === "young" || word(0) === "care"
      ? 2
      : 0;
  if (skip === 0 && word(people) === "out" && word(people + 1) === "of") skip = people + 2;
  if (skip > 0 && word(skip) === "a" && groups.has(word(skip + 1)) && word(skip + 2) === "of") skip += 3;
  if (skip === 0 || (tokens[first.next + skip]?.start ?? Infinity) >= limit) return null;
  const whole = readAmount(tokens, first.next + skip);
  if (!whole || whole.measure !== "number" || whole.value < first.value || whole.value === 0) return null;
  if (readMeasure(tokens, whole.next)) return null;
  const pair = { numerator: first.value, denominator: whole.value };
  // "one in three" is a share; "in 2015" after a number never is.
  if (word(0) === "in") {
    return whole.value <= 100 && first.value < whole.value
      ? { next: whole.next, figure: { ...pair, value: asPercent(first.value / whole.value), measure: "percent", form: "fraction" } }
      : null;
  }
  // "nine out of 10" is a way to say 90%.
  if (whole.value === 10)
    return { next: whole.next, figure: { ...pair, value: asPercent(first.value / 10), measure: "percent", form: "fraction" } };
  return { next: whole.next, figure: pair };
}

/** "all bar three", "all but two": the exceptions are known, the whole is not. */
export function readQuantifier(tokens: readonly Token[], at: number): FigureRead | null {
  if (tokens[at]?.lower !== "all" || !["bar", "but"].includes(tokens[at + 1]?.lower ?? "")) return null;
  const exceptions = readAmount(tokens, at + 2);
  if (!exceptions || exceptions.measure !== "number") return null;
  return figureOf(tokens, at, exceptions.next, { value: exceptions.value, measure: "number", form: "quantifier" });
}
