import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { findingRow, oneFinding } from "../../finding-row.ts";
import { digitsOf, isSingle, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { others } from "../../vocabulary/others.ts";

/** A thousand times too much or too little: "£1134m" for £1,134k, "£1.3k" for £1.3m. */
const thousand = 1000;
const isMoney = (figure: TextFigure): boolean => figure.measure === "gbp" && isSingle(figure) && figure.value > 0;
const scaleOf = (figure: TextFigure): string => /\d ?(k|m|bn|million|billion|thousand)\b/iu.exec(figure.text)?.[1]?.toLowerCase() ?? "";

const finding = (reading: Reading, at: Sentence, wrong: TextFigure, message: string, quote = at.text): Finding =>
  findingRow(reading, {
    kind: "unit",
    severity: "error",
    stated: wrong.text,
    expected: "",
    quote,
    place: at.place,
    heading: `${wrong.text}: a thousand times too much or too little`,
    message,
  });

/** How far the amounts may be off for their rounding, as a share. */
const roundness = 0.06;
const near = (a: number, b: number): boolean => Math.abs(a - b) <= roundness * Math.abs(b);

const budgeted = /\b(?:budget\w*|over-?\s?sp\w+|under-?\s?sp\w+|outturn|variance|forecast)\b/iu;

/** Budget, outturn and the gap between them, one of which fits only when taken a thousand times more or less. */
function ofThree(reading: Reading, sentence: Sentence): Finding[] {
  const money = sentence.figures.filter(isMoney);
  if (money.length !== 3 || !budgeted.test(sentence.text)) return [];
  const makes = (values: readonly number[]): boolean => {
    const [low = 0, middle = 0, high = 0] = [...values].sort((a, b) => a - b);
    // Beside a negligible amount any two that are alike would do.
    return near(low, high - middle) || (low >= high / 4 && near(middle, high - low));
  };
  const values = money.map((figure) => figure.value);
  if (makes(values)) return [];
  const scaled = [thousand, 1 / thousand].flatMap((by) =>
    money.filter((_, at) => makes(values.map((value, index) => (index === at ? value * by : value)))).map((figure) => ({ figure, by })),
  );
  const [only, ...more] = scaled;
  if (!only || more.length > 0) return [];
  const one = only.figure;
  const rest = money
    .filter((figure) => figure !== one)
    .map((figure) => figure.text)
    .join(" and ");
  return [
    finding(
      reading,
      sentence,
      one,
      `${one.text} does not go with ${rest}: it would, were it a thousand times ${only.by > 1 ? "more" : "less"}.`,
    ),
  ];
}

/** Words that make one amount a level of the other. */
const against =
  /\b(?:than|against|compar\w+|from|budget|versus|up on|down on|target|forecast|previous\w*|before|last year|overspent by|underspent by|over|under)\b/iu;
/** One amount is a part of the other, a price or of others. */
const apart =
  /\b(?:of which|includ\w+|each|per|a (?:week|day|month|head|place|night)|weekly|apiece|average|grant|contribut\w+|saving|reduc\w+|increas\w+|ris\w+|rose|fell|by|after|then|with|for)\b/iu;

/** "£1.3k, up from £1.1m": near each other as printed, a thousand times apart as meant. */
function ofTwo(reading: Reading, sentence: Sentence): Finding[] {
  if (others.some(({ words }) => words.test(sentence.text))) return [];
  const money = sentence.figures.filter(isMoney);
  return money
    .slice(1)
    .flatMap((second, at) => {
      const first = money[at]!;
      const between = sentence.text.slice(first.end, second.start).replace(/\bover-?spent by\b|\bunder-?spent by\b/giu, "against");
      const ratio = Math.max(first.value, second.value) / Math.min(first.value, second.value);
      const printed = [first, second].map((figure) => Number(digitsOf(figure)));
      const alike = Math.max(...printed) <= 2 * Math.min(...printed);
      if (
        ratio < thousand / 2 ||
        ratio > 2 * thousand ||
        !alike ||
        !against.test(between) ||
        apart.test(between) ||
        /^ (?:each|per|a)\b/iu.test(sentence.text.slice(second.end))
      )
        return [];
      return oneFinding(reading, {
        kind: "unit",
        severity: "error",
        stated: `${first.text}; ${second.text}`,
        expected: "",
        quote: sentence.text,
        place: sentence.place,
        heading: `${first.text} set against ${second.text}`,
        message: `${first.text} is set against ${second.text}, about a thousand times ${second.value > first.value ? "more" : "less"}. One of the two has the wrong unit.`,
      });
    })
    .slice(0, 1);
}

/** "The budget of £4.2 million was overspent by £310 million". */
function beyondBudget(reading: Reading, sentence: Sentence): Finding[] {
  const [a, b, ...more] = sentence.figures.filter(isMoney);
  if (!a || !b || more.length > 0 || !/\b(?:over|under)-?\s?sp(?:en[dt]\w*)\b/iu.test(sentence.text) || !/\bbudget\b/iu.test(sentence.text))
    return [];
  const own = (figure: TextFigure): string => sentence.text.slice(Math.max(0, figure.start - 35), figure.start);
  const budget = [a, b].find((figure) => /\bbudget (?:of|was|is|stood at)[^£]{0,15}$/iu.test(own(figure)));
  const gap = [a, b].find((figure) => figure !== budget && /\b(?:over|under)-?\s?sp\w+ (?:of|by|was|is)[^£]{0,15}$/iu.test(own(figure)));
  if (!budget || !gap || gap.value < 5 * budget.value) return [];
  return [finding(reading, sentence, gap, `An overspend or underspend of ${gap.text} cannot be of a budget of ${budget.text}.`)];
}

const digits = (figure: TextFigure): string =>
  digitsOf(figure)
    .replace(".", "")
    .replace(/^0+|0+$/gu, "");
/** "£2.84m" in one place, "£2.84k" in another. */
function toldTwice(reading: Reading): Finding[] {
  const told = reading.sentences.flatMap((sentence) =>
    sentence.figures
      .filter((figure) => isMoney(figure) && scaleOf(figure) !== "" && digits(figure).length > 2)
      .map((figure) => ({ figure, sentence })),
  );
  return told
    .flatMap((one, at) =>
      told.slice(at + 1).flatMap((other) => {
        const ratio = one.figure.value / other.figure.value;
        if (digitsOf(one.figure) !== digitsOf(other.figure) || ![thousand, 1 / thousand].some((by) => near(ratio, by))) return [];
        return [
          finding(
            reading,
            other.sentence,
            other.figure,
            `${one.figure.text} is printed in one place, ${other.figure.text} in another: one of the two has the wrong unit.`,
            `${one.sentence.text} / ${other.sentence.text}`,
          ),
        ];
      }),
    )
    .slice(0, 1);
}

export const scaleOfMoney = perDocument("unit", "Amounts a thousand times too much or too little", (reading) => {
  const own = reading.sentences.flatMap((sentence) =>
    [...ofThree(reading, sentence), ...ofTwo(reading, sentence), ...beyondBudget(reading, sentence)].slice(0, 1),
  );
  return own.length > 0 ? own : toldTwice(reading);
});
