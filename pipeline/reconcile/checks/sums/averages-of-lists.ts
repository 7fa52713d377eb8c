import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { misprintedAverage, printAverage } from "../../finding-row.ts";
import { agreement } from "../../numbers/rounding.ts";
import { figureAt, joinSentences, type Reading, type Sentence } from "../../reading/reading.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { before, ofOthers } from "../../vocabulary/restrictions.ts";

/** The average of others, or of another time, is not that of the numbers beside it. */
const ofOther = wordings`${ofOthers}|${before}|elsewhere|weighted|target|expected`;

const copula = "(?: (?:of|is|was|being|at|works out at|comes to|came to))";
const noun =
  "(?:(?:an|the|their|its|a)(?: [a-z]+)? )?(?:average|averaged|mean)(?: (?:for|of|over|per|in) (?:an?|the|each|all|every)(?: [a-z]+){1,2}?)?";
const said = `(?:${noun}(?:${copula}|:)|averaging|averaged|on average,?)`;
const list = "((?:\\{C\\d+\\}[^{}.;]{0,25}?(?:, | and |, and )){2,}\\{C\\d+\\})";
/** "The quarterly average was 21": in the sentence after the numbers. */
const opensNext = /^(?:the|their|its|an?|on|that is)(?: [a-z]+)? (?:average|mean)\b/iu;

/** "22, 26 and 30 admissions, an average of 28", "were 14, 23 and 26. The quarterly average was 21", "an average of 21 (14, 23 and 26)". */
const averaged = [
  { pattern: new RegExp(`${list}[^{}.;]{0,60}[,;.:(–-]* ?${said} \\{C(\\d+)\\}`, "iu"), parts: 1, average: 2 },
  { pattern: new RegExp(`\\b${said} \\{C(\\d+)\\}[^{}.;(]{0,40}\\(${list}\\)`, "iu"), parts: 2, average: 1 },
  {
    pattern: new RegExp(`\\b(?:average|mean)\\b[^.;()]{0,40} \\(${list}\\)[^{}.;()]{0,20} (?:was|is|of) \\{C(\\d+)\\}`, "iu"),
    parts: 1,
    average: 2,
  },
];

/** A number further from that of the list is an average of something else: "an average of 6 for each worker". */
const farthest = 1.6;

/** "22, 23 and 25 each, above the service average of 17.2": what they are set against is no mean of theirs. */
const setBeside =
  /\b(?:above|below|than|against|beyond|under|over|near|to|with|beside) (?:the|its|our|their|an?) (?:[\p{L}-]+ ){0,3}?(?:average|mean)\b/iu;

/** "22, 26 and 30 admissions, an average of 28 a month". `apart`: the average stands in another sentence than the list. */
function ofCounts(reading: Reading, sentence: Sentence, apart = false): Finding[] {
  const found = averaged.flatMap(({ pattern, parts, average }) => {
    const match = pattern.exec(sentence.skeleton);
    return match ? [{ parts: match[parts]!, average: match[average]! }] : [];
  })[0];
  if (!found || ofOther.test(sentence.text) || setBeside.test(sentence.text)) return [];
  const all = [...found.parts.matchAll(/\{C(\d+)\}/g)].map((part) => figureAt(sentence, part[1]!));
  // "7, 8 and 9 members, 24 in total": the last of the numbers is their sum.
  const last = all.at(-1);
  const summed = last !== undefined && all.length > 2 && all.slice(0, -1).reduce((made, part) => made + part.value, 0) === last.value;
  const parts = summed ? all.slice(0, -1) : all;
  const average = figureAt(sentence, found.average);
  if (average.qualifier !== "exact" || parts.some((part) => part.qualifier !== "exact" || part.valueHigh !== null)) return [];
  // "34 children, 19 boys and 15 girls": a whole and its parts. "The 102 episodes of 34 children, an average of 3.0": any two may be what it is of.
  const [first, ...rest] = parts;
  if (first && rest.reduce((made, part) => made + part.value, 0) === first.value) return [];
  const numbers = sentence.figures.filter((figure) => figure.measure === "number" && figure !== average && figure.value > 1);
  if (
    numbers.some((sum) =>
      numbers.some((count) => sum !== count && agreement(sum.value / count.value, average.value, average.decimals) !== "wrong"),
    )
  )
    return [];
  // No mean lies outside its numbers: in another sentence such an average is of all, of whom these are some.
  const values = parts.map(({ value }) => value);
  if (apart && (average.value < Math.min(...values) || average.value > Math.max(...values))) return [];
  const exact = parts.reduce((made, part) => made + part.value, 0) / parts.length;
  if (agreement(exact, average.value, average.decimals) !== "wrong" || average.value < exact / farthest || average.value > exact * farthest)
    return [];
  return misprintedAverage(reading, {
    stated: average.text,
    expected: printAverage(exact, average),
    of: `the mean of ${parts.map((part) => part.text).join(", ")}`,
    quote: sentence.text,
    place: sentence.place,
  });
}

export const averagesOfLists = perSentence(
  "arithmetic",
  "An average against the numbers listed beside it",
  (reading, sentence, passage) => {
    const next = passage[sentence.number + 1];
    const own = ofCounts(reading, sentence);
    return own.length > 0 || !next || !opensNext.test(next.text) ? own : ofCounts(reading, joinSentences(reading, sentence, next), true);
  },
);
