import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { misprintedAverage, printAverage } from "../../finding-row.ts";
import { agreement } from "../../numbers/rounding.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { figureAt, joinSentences, type Reading, type Sentence } from "../../reading/reading.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { before, notYet, ofOthers } from "../../vocabulary/restrictions.ts";

/** ", 86 a week", "an average of 21 per month": drawn from the number before, and told of all of the time. */
const often = pattern`
  (?:[,;:(–-]|\b(?:average|mean)(?: (?:is|was|of|being|[a-z]+))*|\b(?:averag(?:ing|ed)|or|on average|about|roughly|some|around|nearly|just over|just under)|
  (?:^|[.;,] )(?:that|this|it|which) (?:is|was|makes|comes to|gives|works out at)),? ?\{C(\d+)\}
  (?: (?!and\b|of\b|in\b)[\p{L}’'-]+){0,2} (?:an?|per|each|every) (day|week|month|quarter|year)(?: on average)?(?=[.;,)]|$| (?:over|in|across|for|during) the )`;
/** Another stretch than the calendar's, or another group or time than the number before. */
const apart = wordings`${ofOthers}|${before}|${notYet}|term|school|working|peak|busiest|quietest|at least|up to|maximum|longest|limit|capacity|from|since|so far|to date`;

/** Units of time in a longer one: a year is 52 weeks or a day more. */
const inOne: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  year: { quarter: [4], month: [12], week: [52, 365 / 7, 366 / 7] },
  half: { quarter: [2], month: [6], week: [26, 182 / 7, 183 / 7] },
  quarter: { month: [3], week: [13, 92 / 7] },
  month: { week: [4, 30 / 7, 31 / 7] },
};
/** "Over the year", "in the quarter", "during 2018/19": what the number before is counted in. */
const stretches: readonly { words: RegExp; name: string }[] = [
  { name: "half", words: /\b(?:in|over|during|across|for) the (?:(?:first|second) half|half[- ]year|six months)\b/iu },
  { name: "quarter", words: /\b(?:in|over|during|across|for) the (?:(?:first|second|third|fourth|last) )?(?:quarter|three months)\b/iu },
  {
    name: "year",
    words: /\b(?:in|over|during|across|for) (?:the (?:(?:financial|whole) )?year\b(?! before)|the twelve months\b|20\d\d[/–-]\d\d\b)/iu,
  },
  { name: "month", words: /\b(?:in|over|during|across|for) the month\b/iu },
];

/** How many of a unit the words count the number over; none when they do not say. */
function unitsIn(sentence: Sentence, unit: string, not: TextFigure): readonly number[] {
  const [time, ...more] = sentence.figures.filter((figure) => figure !== not && figure.measure === `${unit}s` && figure.valueHigh === null);
  if (time) return more.length === 0 && time.value >= 2 && !time.isLimit ? [time.value] : [];
  const stretch = stretches.find(({ words }) => words.test(sentence.text));
  return stretch ? (inOne[stretch.name]?.[unit] ?? []) : [];
}

/** How far a qualified average may be out. */
const roughly = 0.1;
/** An average further from the number than this is of something else. */
const farthest = 2;

/** "Over 12 weeks there were 84 visits, an average of nine a week", "3,612 calls in the year. That is 331 a month". */
function ofTime(reading: Reading, sentence: Sentence, quote = sentence.text): Finding[] {
  const match = often.exec(sentence.skeleton);
  const average = match ? figureAt(sentence, match[1]!) : null;
  const unit = match?.[2]?.toLowerCase() ?? "";
  if (!average || average.role !== "level" || apart.test(sentence.text)) return [];
  const [many, ...others] = sentence.figures.filter(
    (figure) => figure !== average && (figure.measure === "number" || figure.measure === "gbp" || figure.measure === "percent"),
  );
  if (!many || others.length > 0 || many.measure !== "number" || many.qualifier !== "exact" || many.denominator !== null) return [];
  const exact = unitsIn(sentence, unit, average).map((units) => many.value / units);
  const isRight = (one: number): boolean =>
    agreement(one, average.value, average.decimals) !== "wrong" ||
    (average.qualifier !== "exact" && Math.abs(one - average.value) <= roughly * one);
  const [nearest] = exact;
  if (nearest === undefined || exact.some(isRight) || nearest > farthest * average.value || average.value > farthest * nearest) return [];
  return misprintedAverage(reading, {
    stated: average.text,
    expected: printAverage(nearest, average),
    of: `${many.text} over ${printAverage(many.value / nearest, { decimals: 0 })} ${unit}s`,
    quote,
    place: sentence.place,
  });
}

/** "From April to September there were 2,056, up from 1,919 in the same months of 2017": as far as it tells of this time. */
const when = /^(?:[Ff]rom|[Bb]etween) [^{}.;:]{3,40}? (?:to|and) \p{Lu}\p{L}+(?: 20\d\d)?,? /u;
const ofThen =
  /,? (?:up|down|a (?:rise|fall)|an increase|a decrease|compared|against|more than|fewer than|after)(?: (?:from|with|to|on|of))?\b.*$/isu;
function ofNow(sentence: Sentence): Sentence {
  const [opening = ""] = when.exec(sentence.text) ?? [];
  const text = sentence.text.slice(opening.length).replace(ofThen, ".");
  return text === sentence.text ? sentence : { ...sentence, text };
}

const drawsBack =
  /(?:^|[.;,] )(?:that|this|it|which) (?:is|was|makes|comes to|gives|works out at)\b|^(?:on average|the (?:average|mean))\b/iu;

export const averagesOverTime = perSentence(
  "arithmetic",
  "A number a week or month against that of the whole time",
  (reading, sentence, passage) => {
    const last = passage[sentence.number - 1];
    const own = ofTime(reading, sentence);
    return own.length > 0 || !last || !drawsBack.test(sentence.text)
      ? own
      : ofTime(reading, joinSentences(reading, ofNow(last), sentence), `${last.text} ${sentence.text}`);
  },
);
