import type { Span } from "../grammar/sentences.ts";
import type { ReadSentence } from "./read-sentence.ts";
import type { Reading } from "./reading.ts";
import type { Fact } from "./fact.ts";

/**
 * The facts of a sentence from what its figures were taken for. Values outside the declared range are
 * misreadings and left out; a figure stated twice over ("three quarters (75%)") is one fact.
 */
export function makeFacts(
  sentence: ReadSentence,
  readings: readonly Reading[],
  subjects: readonly string[],
  periods: readonly string[],
  clauses: readonly Span[],
): Fact[] {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  for (const reading of [...readings].sort((a, b) => a.figure - b.figure)) {
    const figure = sentence.figures[reading.figure]!;
    const [low, high] = reading.unit === "percent" ? [0, 100] : reading.indicator.range;
    if (figure.value < low || (reading.unit === reading.indicator.unit && figure.value > high)) continue;
    // "For every 0.6 children entering care, one leaves": people are counted whole.
    if (reading.unit === "count" && reading.indicator.decimals === 0 && !Number.isInteger(figure.value)) continue;
    const complement = complementOf(sentence, reading, clauses);
    const fact: Fact = {
      indicator: reading.indicator.id,
      breakdown: [reading.breakdown, complement, reading.breakdown ? "" : ageNear(sentence, figure, clauses)].filter(Boolean).join(", "),
      subject: subjects[reading.figure] ?? "local",
      value: figure.value,
      value_high: figure.valueHigh,
      unit: reading.unit,
      qualifier: figure.qualifier,
      numerator: figure.numerator,
      denominator: figure.denominator,
      period: periods[reading.figure] ?? "",
      method: "prose",
      quote: sentence.text,
      confidence: Math.round(reading.confidence * (complement ? 0.9 : 1) * 100) / 100,
    };
    const key = [fact.indicator, fact.subject, fact.value, fact.unit, fact.period].join("|");
    if (seen.has(key)) continue;
    seen.add(key);
    facts.push(fact);
    const derived = complement ? deriveComplement(fact, complement) : null;
    if (derived) facts.push(derived);
  }
  return facts;
}

/** The words that turn the figure round ("not in touch with"), "" when it is stated as the indicator counts it. */
function complementOf(sentence: ReadSentence, reading: Reading, clauses: readonly Span[]): string {
  const pattern = reading.phrases?.complement;
  const figure = sentence.figures[reading.figure]!;
  if (!pattern) return figure.form === "quantifier" ? allBut : "";
  const clause = clauses.find((c) => c.start <= figure.start && figure.start < c.end) ?? { start: 0, end: sentence.lower.length };
  const match = new RegExp(pattern.source).exec(sentence.lower.slice(clause.start, clause.end));
  return match ? match[0] : figure.form === "quantifier" ? allBut : "";
}

/** The figure counts the exceptions. */
const allBut = "all but";

/** What the stated figure leaves over: 22 of 92 in time, from "not achieved for 70 of 92". */
function deriveComplement(fact: Fact, complement: string): Fact | null {
  const breakdown = fact.breakdown
    .split(", ")
    .filter((part) => part !== complement)
    .join(", ");
  if (fact.value === null || fact.value_high !== null) return null;
  if (fact.unit === "percent")
    return {
      ...fact,
      breakdown,
      value: Math.round((100 - fact.value) * 10) / 10,
      qualifier: turned(fact.qualifier),
      numerator: null,
      method: "derived",
    };
  if (fact.denominator === null) return null;
  const rest = fact.denominator - fact.value;
  return { ...fact, breakdown, value: rest, numerator: rest, method: "derived" };
}

const turns: Readonly<Partial<Record<Fact["qualifier"], Fact["qualifier"]>>> = {
  over: "under",
  under: "over",
  at_least: "at_most",
  at_most: "at_least",
  almost: "over",
};
const turned = (qualifier: Fact["qualifier"]): Fact["qualifier"] => turns[qualifier] ?? qualifier;

/** The age group named in the figure's clause, when the figure is for part of the children. */
export function ageNear(sentence: ReadSentence, figure: Span, clauses: readonly Span[]): string {
  const clause = clauses.find((c) => c.start <= figure.start && figure.start < c.end);
  // "per 10,000 children under 18" says whom the rate is for, not which of the children are counted.
  const base = /per 10,?000 (?:children|population|people|young people)?(?: aged)? ?$/;
  const inClause = clause
    ? sentence.ages.filter((a) => a.start >= clause.start && a.end <= clause.end && !base.test(sentence.lower.slice(0, a.start)))
    : [];
  // "60% of those aged 19, falling to 45% of those aged 21": the first one behind the figure, or the nearest before.
  const age = inClause.find((a) => a.start >= figure.end) ?? inClause.at(-1);
  return age ? sentence.text.slice(age.start, age.end).trim() : "";
}
