import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { commonBases, judgeShare, printShare } from "../../numbers/shares.ts";
import { isCount } from "../../reading/counts.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { knownCounts } from "../../reading/known-counts.ts";
import { pairsIn } from "../../reading/prose-shares.ts";
import type { LoosePair } from "../../reading/stated-share.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { isBaseOfThen } from "../../reading/only-earlier.ts";
import { runsIn } from "../../reading/runs.ts";
import { asked } from "../../reading/parts/parts-list.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** "As shares of all plans": of the number told before, whatever the counts make. */
const ofAll = pattern`\b(?:shares?|percentages?|proportions?|per ?cent)(?: (?:\w+ ){0,3})?(?:of|on|over|against) (?:all|every|the (?:whole|total|full))\b`;
/** Some of them stand outside the shares, as the text says. */
const someLeftOut = pattern`
  \b(?:exclud\w+|(?:leav\w*|left) (?:out|aside)|disregard\w*|not (?:counted|included)|
  (?:was|were|is|are|where|of|for|with|whose|the|those)(?: \w+){0,3} (?:known|recorded|stated)|at least|overlap\w*|more than once)\b`;
const fewest = 3;
/** A smaller whole is met by chance. */
const least = 20;
/** How far above the whole another base is looked for, as a share of it. */
const reach = 0.25;
/** The same for a number that the document gives for an earlier time. */
const widest = 1;

const countsIn = (sentence: Sentence): TextFigure[] =>
  sentence.figures.filter(
    (figure) => isCount(sentence, figure) && isSingle(figure) && figure.form !== "quantifier" && figure.role === "level",
  );

/** The number told before a series of which all of it is: by its sum, by that with the one count that has no share, or by the words. */
function wholeOf(run: readonly Sentence[], pairs: readonly LoosePair[], saysAll: boolean): number | undefined {
  const opening = run.findIndex((sentence) => sentence === pairs[0]?.sentence);
  const start = Math.min(pairs[0]?.count.start ?? 0, pairs[0]?.percent.start ?? 0);
  const before = run.slice(0, opening + 1).flatMap((sentence, at) => countsIn(sentence).filter(({ end }) => at < opening || end <= start));
  const after = run
    .slice(opening)
    .flatMap((sentence, at) => countsIn(sentence).filter((figure) => at > 0 || figure.start >= start))
    .filter((figure) => !pairs.some(({ count }) => count === figure));
  const sum = pairs.reduce((made, { count }) => made + count.value, 0);
  // What follows right behind the last share is one more of the parts: "and 118 of unknown source".
  const [rest] = after;
  const made = rest ? [sum, sum + rest.value] : [sum];
  // "77 (56.2%), 42 (30.7%) and 32 (23.4%); these are shares of the 151": the number may stand behind them all.
  const told = before.findLast(({ value }) => made.includes(value)) ?? after.find(({ value }) => value === sum);
  const [only, ...others] = before.filter(({ value }) => value >= sum);
  const isOfAll = saysAll && others.length === 0;
  return (told ?? (isOfAll ? only : undefined))?.value;
}

/** "The 278 plans …: 100 (41.8%), 92 (38.5%), 47 (19.7%) and 39 for more than one": shares that are all of one number, which is not the one told. */
function report(reading: Reading, run: readonly Sentence[]): Finding[] {
  const pairs = run.flatMap(pairsIn);
  const [first] = pairs;
  if (!first || pairs.length < fewest || pairs.some(({ count, percent }) => count.qualifier !== "exact" || !isSingle(percent))) return [];
  const saysAll = run.some(({ text }) => ofAll.test(text));
  if (pairs.filter(({ percent }) => percent.decimals > 0).length < fewest || (!saysAll && run.some(({ text }) => someLeftOut.test(text))))
    return [];
  const sum = pairs.reduce((made, { count }) => made + count.value, 0);
  const known = knownCounts(reading);
  const told = wholeOf(run, pairs, saysAll);
  // "Every child has one legal status: 311 (66.7%), 100 (21.5%) …": counts that make a number told elsewhere are all of it.
  const whole = told ?? (known.includes(sum) ? sum : undefined);
  if (whole === undefined || whole < least) return [];
  if (pairs.some(({ count, percent }) => judgeShare(count.value, whole, percent) !== "wrong")) return [];
  const bases = commonBases(
    pairs.map(({ count, percent }) => ({ count: count.value, percent })),
    whole * (1 + widest),
  ).filter((one) => one <= whole * (1 + reach) || known.includes(one));
  const base = bases[Math.floor(bases.length / 2)];
  if (base === undefined || bases.some((one) => known.includes(one) && !isBaseOfThen(reading, one, whole))) return [];
  // More than the number may be told of; less than it is only what was before, as a number told of then is.
  const isOfThen = known.includes(base) && isBaseOfThen(reading, base, whole);
  if (told === undefined && !isOfThen && (base > whole || run.some(({ text }) => asked.test(text)))) return [];
  const printed = pairs.map(({ percent }) => percent.text).join(", ");
  const expected = pairs.map(({ count, percent }) => printShare(count.value, whole, percent)).join(", ");
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: printed,
    expected,
    quote: [...new Set(pairs.map(({ sentence }) => sentence.text))].join(" "),
    place: first.sentence.place,
    heading: `The percentages are shares of ${base}, not of ${whole}`,
    message: `${printed} are shares of ${base}; of the ${whole} that the text gives they would be ${expected}.`,
  });
}

export const seriesOnAnotherBase = perDocument("arithmetic", "A series of percentages on another base than the number told", (reading) =>
  runsIn(reading).flatMap((run) => report(reading, run)),
);
