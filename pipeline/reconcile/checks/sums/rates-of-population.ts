import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";

/** A rate further off than this is of another population. */
const farthest = 2;

/** Half a unit of the last digit that is no zero: 68,000 may be anything from 67,500 to 68,500. */
const halfUnit = (value: number): number => (value === 0 ? 0 : 10 ** /0*$/.exec(String(value))![0].length / 2);

/** "412 children in care in a population of 68,000 under 18, a rate of 60.6 per 10,000". */
function report(reading: Reading, sentence: Sentence) {
  if (!/\bpopulation\b|\bchildren (?:and young people )?(?:aged )?(?:under|0)/iu.test(sentence.text)) return [];
  const rates = sentence.figures.filter((figure) => figure.measure === "rate_per_10k" && figure.valueHigh === null);
  const counts = sentence.figures.filter(
    (figure) => figure.measure === "number" && figure.denominator === null && Number.isInteger(figure.value),
  );
  const [rate] = rates;
  const [a, b] = counts;
  if (rates.length !== 1 || !rate || rate.qualifier !== "exact" || counts.length !== 2 || !a || !b) return [];
  const [part, population] = a.value < b.value ? [a, b] : [b, a];
  if (population.value < 1000 || part.qualifier !== "exact") return [];
  const exact = (10_000 * part.value) / population.value;
  const slack = 0.5 * 10 ** -rate.decimals + (exact * halfUnit(population.value)) / population.value;
  if (Math.abs(exact - rate.value) <= slack || exact > farthest * rate.value || rate.value > farthest * exact) return [];
  const expected = roundTo(exact, 1);
  return oneFinding(reading, {
    kind: "arithmetic" as const,
    severity: "error" as const,
    stated: rate.text,
    expected: `${expected} per 10,000`,
    quote: sentence.text,
    place: sentence.place,
    heading: `${roundTo(rate.value, rate.decimals)} per 10,000 printed; ${part.text} of ${population.text} is ${expected}`,
    message: `${part.text} of ${population.text} is ${expected} per 10,000, but ${roundTo(rate.value, rate.decimals)} is printed.`,
  });
}

export const ratesOfPopulation = perSentence("arithmetic", "A rate against its count and population", report);
