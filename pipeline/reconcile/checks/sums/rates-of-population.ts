import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";

/** A rate further off than this is of another population. */
const farthest = 2;

/** Half a unit of the last digit that is no zero: 68,000 may be anything from 67,500 to 68,500. */
const halfUnit = (value: number): number => (value === 0 ? 0 : 10 ** /0*$/.exec(String(value))![0].length / 2);

const isCount = (figure: TextFigure): boolean => figure.measure === "number" && isSingle(figure) && Number.isInteger(figure.value);
/** The counts of a sentence, those of "386 children out of a population of 58,900" too. */
const countsIn = (sentence: Sentence): TextFigure[] =>
  sentence.figures.flatMap((figure) =>
    isCount(figure)
      ? [figure]
      : figure.denominator !== null && figure.numerator !== null && figure.denominator >= 1000
        ? [
            { ...figure, value: figure.numerator, text: String(figure.numerator), denominator: null },
            { ...figure, value: figure.denominator, text: String(figure.denominator), denominator: null },
          ]
        : [],
  );
const goesBack = /^(?:this|that|it|which|the (?:local )?rate)\b|\b(?:this|that|it) (?:is|was|makes|made|gives|gave|means|equates)\b/iu;

/** The counts that the rate may be of: those of its sentence, or the first of the sentence, or paragraph, that it goes back to. */
function partsFor(reading: Reading, sentence: Sentence, own: readonly TextFigure[]): readonly TextFigure[] {
  if (own.length > 0) return own;
  if (!goesBack.test(sentence.text)) return [];
  const at = reading.sentences.indexOf(sentence);
  const [earlier, before] = [reading.sentences[at - 2], reading.sentences[at - 1]];
  if (!before || sentence.block.index - before.block.index > 1) return [];
  const parts = before.figures.filter(isCount);
  // "251 children were on a plan:" and then, of them, 92, 155 and 4.
  const sum = parts.reduce((made, { value }) => made + value, 0);
  const whole = earlier?.figures.filter(isCount).find(({ value }) => parts.length > 1 && value === sum);
  return whole ? [whole, ...parts] : parts;
}

/** "412 children in care in a population of 68,000 under 18, a rate of 60.6 per 10,000". */
function report(reading: Reading, sentence: Sentence): Finding[] {
  if (!/\bpopulation\b|\bchildren (?:and young people )?(?:aged )?(?:under|0)/iu.test(sentence.text)) return [];
  const [rate, ...rates] = sentence.figures.filter(
    (figure) => figure.measure === "rate_per_10k" && figure.valueHigh === null && figure.role === "level",
  );
  const counts = countsIn(sentence);
  const populations = counts.filter(({ value }) => value >= 1000);
  const population = populations.reduce<TextFigure | null>((most, one) => (most && most.value > one.value ? most : one), null);
  if (!rate || !population || rates.length > 0 || counts.length > 2 || rate.qualifier !== "exact") return [];
  const parts = partsFor(
    reading,
    sentence,
    counts.filter((one) => one !== population),
  );
  const rateOf = (part: TextFigure): number => (10_000 * part.value) / population.value;
  const slackOf = (part: TextFigure): number => 0.5 * 10 ** -rate.decimals + (rateOf(part) * halfUnit(population.value)) / population.value;
  const [part] = parts;
  if (!part || part.qualifier !== "exact" || parts.some((one) => Math.abs(rateOf(one) - rate.value) <= slackOf(one))) return [];
  const exact = rateOf(part);
  if (exact > farthest * rate.value || rate.value > farthest * exact) return [];
  const expected = roundTo(exact, 1);
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: rate.text,
    expected: `${expected} per 10,000`,
    quote: sentence.text,
    place: sentence.place,
    heading: `${roundTo(rate.value, rate.decimals)} per 10,000 printed; ${part.text} of ${population.text} is ${expected}`,
    message: `${part.text} of ${population.text} is ${expected} per 10,000, but ${roundTo(rate.value, rate.decimals)} is printed.`,
  });
}

export const ratesOfPopulation = perSentence("arithmetic", "A rate against its count and population", report);
