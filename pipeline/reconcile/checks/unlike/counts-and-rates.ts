import type { Finding } from "../../../model/finding.ts";
import { oneFinding } from "../../finding-row.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { othersIn } from "../../reading/whom.ts";
import { draws } from "../../vocabulary/comparison-words.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** "210 per 100,000", "2.1 per child", "5.2 for every 100 pupils". */
const perMany =
  /^ (?:(?!(?:and|or|but|in|of|at|by|than)\b)[a-z-]+ ){0,3}?(?:(?:per|for every|for each|in every) (?:\d[\d,]*|hundred|thousand|child|pupil|young person|head|family|household|home)|a head)\b/iu;
/** Right before the figure that another is set against. */
const joint = pattern`\b(?:than|against|compared (?:with|to)|above|below|up from|down from|ahead of|versus) (?:[\p{L}’']+ ){0,6}$`;
/** A number that may be how many there are: no day, age, year or length of time. */
const isCount = ({ measure, decimals, form, denominator, valueHigh, role }: TextFigure): boolean =>
  measure === "number" &&
  decimals === 0 &&
  form !== "fraction" &&
  denominator === null &&
  valueHigh === null &&
  role !== "change" &&
  role !== "target";
const isNumber = /\b(?:there (?:were|was|had been)|(?:we|they) had|numbered|the (?:number|total|count) was) (?:only |just |about )?$/iu;
const another = wordings`(?:last|the previous|the preceding) year|(?:a|the) year (?:before|earlier|ago)`;

const isRate = ({ text }: Sentence, { end, measure }: TextFigure): boolean =>
  measure === "rate_per_10k" || (measure === "number" && perMany.test(text.slice(end)));
/** The figures of a sentence: numbers and rates that tell how much there is. */
const toldIn = (sentence: Sentence): { figure: TextFigure; rate: boolean }[] =>
  sentence.figures
    .filter(({ start }) => !perBefore.test(sentence.text.slice(0, start)))
    .flatMap((figure) => {
      const rate = isRate(sentence, figure);
      return rate || isCount(figure) || figure.measure !== "number" ? [{ figure, rate }] : [];
    });
/** "Per 10,000": whom a rate is of. */
const perBefore = /\b(?:per|for every|in every|for each) $/iu;

const found = (reading: Reading, sentence: Sentence, [count, rate]: readonly [TextFigure, TextFigure], quote: string): Finding[] =>
  oneFinding(reading, {
    kind: "definition",
    severity: "warning",
    stated: `${count.text}; ${rate.text}`,
    quote,
    place: sentence.place,
    heading: `${count.text}, a number, set against ${rate.text}, a rate`,
    message: `${count.text} is a number and the ${rate.text} it is set against a rate: neither can be said to be higher.`,
  });

/** "48 young people, fewer than the 161 per 100,000 of England", "The rate was 210 per 100,000. Last year there were 48": a number set against a rate. */
export function countsAndRates(reading: Reading, passage: readonly Sentence[], sentence: Sentence): Finding[] {
  const told = toldIn(sentence);
  if (told.length === 0 || told.length > 2 || saysNotAlike(reading, sentence.block)) return [];
  const [a, b] = told;
  if (a && b) {
    const between = sentence.text.slice(a.figure.end, b.figure.start);
    // "148 per 100,000, lower than the 169 of the region": the unit stands once.
    if (a.rate || !b.rate || !isCount(a.figure)) return [];
    if (!joint.test(between) || (othersIn(sentence.text).length === 0 && !another.test(sentence.text)) || !draws.test(sentence.text))
      return [];
    return found(reading, sentence, [a.figure, b.figure], sentence.text);
  }
  const [next, behind] = [passage[sentence.number + 1], passage[sentence.number + 2]];
  const [other, ...more] = next ? toldIn(next) : [];
  if (!a || !next || !other || more.length > 0 || a.rate === other.rate) return [];
  if (![a, other].every(({ figure, rate }) => rate || isCount(figure))) return [];
  // "Last year it was 240" is a rate without its unit, "last year there were 702 suspensions" a number of its own.
  const behindIt = next.text.slice(other.figure.end);
  if (
    !other.rate &&
    !(isNumber.test(next.text.slice(0, other.figure.start)) && /^(?:[.,;:]| (?:last|in|a year|the year)\b)/iu.test(behindIt))
  )
    return [];
  // "The rate of 0.09 per 100 is below the region's" is the authority's own.
  const before = next.text.slice(0, other.figure.start);
  if (othersIn(before).length === 0 && !another.test(before)) return [];
  if (othersIn(sentence.text).length > 0) return [];
  const drawn = draws.test(next.text) || (behind !== undefined && behind.figures.length === 0 && draws.test(behind.text));
  return drawn ? found(reading, next, a.rate ? [other.figure, a.figure] : [a.figure, other.figure], `${sentence.text} ${next.text}`) : [];
}
