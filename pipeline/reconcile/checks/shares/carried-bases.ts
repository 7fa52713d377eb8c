import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { misprintedShare } from "../../finding-row.ts";
import { knownCounts } from "../../reading/known-counts.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { fitsShareOrRest, judgeShare, printShare } from "../../numbers/shares.ts";

type Pair = { count: TextFigure; percent: TextFigure; sentence: Sentence };

const link =
  "(?: ?\\(|,? (?:or|which is|that is|representing|which represents|equating to|(?:a|the) (?:proportion|share|rate|percentage) of) )";
const done =
  "(?:were|was|had|have|has|took|met|saw|on time|in time|within|completed|achieved|received|attended|up to date|seen|done|held|passed|timely)";
const opened = /^(?:of|out of|among|amongst)(?: (?:the|these|those|our|all|all the|a total of))* (?:\w+ ){0,2}?\{C(\d+)\}/iu;
const paired = new RegExp(`\\{C(\\d+)\\}(?! or\\b)[^{}.;()]{0,80}?${link}\\{P(\\d+)\\}`, "giu");
/** "612 held; 575 on time (89.1%)": the second count has no noun of its own, so it counts some of the first. */
const elliptic = new RegExp(`\\{C(\\d+)\\}[^{}]{3,90}[;:,] \\{C(\\d+)\\} ${done}\\b[^{}.;]{0,80}?${link}\\{P(\\d+)\\}`, "giu");
const newBase = /\b(?:of|among|amongst|out of) (?:the|these|those|whom|which|them|our|all)\b/iu;

function report(reading: Reading, known: readonly number[], pair: Pair, of: number): Finding[] {
  const { count, percent, sentence } = pair;
  if (percent.qualifier !== "exact" || count.valueHigh !== null || count.value > of || of < 8) return [];
  // The sum of the counts of its sentence may be the base too ("19 in time and 4 late (17%)").
  const sum = sentence.figures
    .filter((figure) => figure.measure === "number" && figure.denominator === null)
    .reduce((made, figure) => made + figure.value, 0);
  if ([of, sum, ...known].some((base) => fitsShareOrRest(count.value, base, percent))) return [];
  const expected = printShare(count.value, of, percent);
  return misprintedShare(reading, {
    stated: percent.text,
    expected,
    quote: sentence.text,
    place: sentence.place,
    count: count.value,
    of: of,
    message: `${count.value} of ${of} is ${expected}, but ${percent.text} is printed, which fits no other count of the document.`,
  });
}

const pairsOf = (sentence: Sentence): Pair[] =>
  [...sentence.skeleton.matchAll(paired)].map((match) => ({
    count: figureAt(sentence, match[1]!),
    percent: figureAt(sentence, match[2]!),
    sentence,
  }));

/** "Of the 98, 94 (95.9%) … 88 (89.8%) …. 61 work, a proportion of 66.2%": the base carries on, as the other pairs show. */
function carried(reading: Reading, known: readonly number[], passage: readonly Sentence[]): Finding[] {
  return passage.flatMap((opening) => {
    const match = opened.exec(opening.skeleton);
    // "Of those placed 118 are boys (54.6%)": the number has a share of its own, and so is no base.
    if (!match || /^[^{}.;(),]{0,40} ?\(\{P\d+\}\)/u.test(opening.skeleton.slice(match[0].length))) return [];
    const base = figureAt(opening, match[1]!);
    const until = passage.find((other) => other.number > opening.number && newBase.test(other.text))?.number ?? Infinity;
    const pairs = passage.filter((other) => other.number >= opening.number && other.number < until).flatMap(pairsOf);
    if (!pairs.some(({ count, percent }) => count !== base && fitsShareOrRest(count.value, base.value, percent))) return [];
    return pairs.filter(({ sentence }) => sentence !== opening).flatMap((pair) => report(reading, known, pair, base.value));
  });
}

/** "118 children (47.2%). 97 (36.2%), 32 (11.9%) and 21 (7.8%)": counts that make up a stated number, whose shares all fit it but one. */
function oddOne(reading: Reading, known: readonly number[], passage: readonly Sentence[]): Finding[] {
  const pairs = passage.flatMap(pairsOf);
  const base = pairs.reduce((made, { count }) => made + count.value, 0);
  if (
    pairs.length < 3 ||
    !known.includes(base) ||
    pairs.some(
      ({ count, percent }) =>
        count.qualifier !== "exact" || percent.qualifier !== "exact" || count.valueHigh !== null || percent.decimals === 0,
    )
  )
    return [];
  const odd = pairs.filter(({ count, percent }) => !fitsShareOrRest(count.value, base, percent));
  const [pair] = odd;
  const other = pair
    ? known.find((value) => value !== base && value >= pair.count.value && judgeShare(pair.count.value, value, pair.percent) === "rounded")
    : undefined;
  if (!pair || odd.length > 1 || other === undefined) return [];
  const { count, percent, sentence } = pair;
  const expected = printShare(count.value, base, percent);
  return misprintedShare(reading, {
    stated: percent.text,
    expected,
    quote: sentence.text,
    place: sentence.place,
    count: count.value,
    of: base,
    message: `The counts make ${base} and the other shares are of it: ${count.value} of ${base} is ${expected}, but ${percent.text} is printed, which is its share of ${other}.`,
  });
}

export const carriedBases = perDocument("arithmetic", "A percentage whose base stands in the words before", (reading) => {
  const known = knownCounts(reading);
  return reading.passages.flatMap((passage) => [
    ...carried(reading, known, passage),
    ...oddOne(reading, known, passage),
    ...passage.flatMap((sentence) =>
      [...sentence.skeleton.matchAll(elliptic)].flatMap((match) =>
        report(
          reading,
          known,
          { count: figureAt(sentence, match[2]!), percent: figureAt(sentence, match[3]!), sentence },
          figureAt(sentence, match[1]!).value,
        ),
      ),
    ),
  ]);
});
