import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { fitsShare, judgeShare, printShare } from "../../numbers/shares.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";

type Part = { count: TextFigure; percent: TextFigure };

const paired = /\{C(\d+)\}[^{}.;()]{0,60} ?\(\{P(\d+)\}\)/gu;
const respectively = /\{C(\d+)\}[^{}.;()]{0,60}\{C(\d+)\}[^{}.;]{0,60}\{P(\d+)\} and \{P(\d+)\},? respectively/u;

/** "100 were male (51.9%) and 100 female (48.1%)", "134 boys and 95 girls, 57.0% and 43.0% respectively". */
function partsIn(sentence: Sentence): Part[] {
  const told = respectively
    .exec(sentence.skeleton)
    ?.slice(1)
    .map((name) => figureAt(sentence, name));
  const [a, b, p, q] = told ?? [];
  if (a && b && p && q)
    return [
      { count: a, percent: p },
      { count: b, percent: q },
    ];
  return [...sentence.skeleton.matchAll(paired)].map((match) => ({
    count: figureAt(sentence, match[1]!),
    percent: figureAt(sentence, match[2]!),
  }));
}

/** Shares that make 100% between them are shares of what their counts make together. */
function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  const parts = partsIn(sentence);
  const percents = sentence.figures.filter((figure) => figure.measure === "percent");
  const isPlain = (figure: TextFigure): boolean => isSingle(figure) && figure.qualifier === "exact" && figure.role === "level";
  const hundred = parts.reduce((sum, { percent }) => sum + percent.value, 0);
  if (
    parts.length < 2 ||
    percents.length !== parts.length ||
    parts.some(({ count, percent }) => !isPlain(count) || !isPlain(percent) || percent.decimals === 0) ||
    Math.abs(hundred - 100) > 0.05 * parts.length + 1e-7
  )
    return [];
  // Each of its own number ("60 of the 100 boys"): the shares make 100% by chance.
  if (/\{P\d+\}\) (?:of|among|in) (?!(?:them|those|these|all)\b)/u.test(sentence.skeleton)) return [];
  const counts = sentence.figures.filter((figure) => figure.measure === "number" && !parts.some(({ count }) => count === figure));
  if (counts.length > 1 || counts.some((figure) => figure.denominator !== null || figure.start > (parts[0]?.count.start ?? 0))) return [];
  const whole = parts.reduce((sum, { count }) => sum + count.value, 0);
  const wrong = parts.filter(({ count, percent }) => judgeShare(count.value, whole, percent) === "wrong");
  const known = passage.flatMap((one) => one.figures.filter((figure) => figure.measure === "number").map(({ value }) => value));
  if (whole < 10 || wrong.length === 0 || known.some((of) => parts.every(({ count, percent }) => fitsShare(count.value, of, percent))))
    return [];
  const printed = parts.map(({ percent }) => percent.text).join(" and ");
  const list = parts.map(({ count }) => roundTo(count.value, 0)).join(" and ");
  const expected = parts.map(({ count, percent }) => printShare(count.value, whole, percent)).join(" and ");
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: `${list}: ${printed}`,
    expected,
    quote: sentence.text,
    place: sentence.place,
    heading: `${list} are ${expected} of ${whole}, not ${printed}`,
    message: `${printed} make up a whole, but ${list} are ${expected} of the ${whole} that they make. A count or a percentage is wrong.`,
  });
}

export const partsOfAWhole = perSentence("arithmetic", "Shares that make 100% against the counts beside them", report);
