import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import { formatCounts, formatMean, formatValue } from "./format.ts";
import { capitalise, lowerFirst } from "./grammar.ts";
import * as notes from "./notes.ts";
import * as phrases from "./phrases.ts";
import type { Sentence } from "./sentence.ts";
import { inPeriod, measureOf, nameOf, periodInFull, wordingOf } from "./terms.ts";

/** The words of one chart. Headlines are alternatives, fullest first: draw the first that fits. */
export type ChartWords = {
  readonly headlines: readonly string[];
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly alt: string;
  readonly restsOn: readonly string[];
  /** The name in these words that no line break may part: "Bournemouth, / Christchurch and Poole" would be two. */
  readonly authority: string;
};

/** What only the drawing knows: where the value axis starts and which symbols it shows. */
export type Drawn = { readonly axisStart: number | null; readonly symbols: readonly string[] };

/** Kind 1: the authority among its neighbours. */
export function comparisonWords(row: Comparison, indicator: Indicator, drawn: Drawn): ChartWords {
  return {
    headlines: comparisonHeadlines(row, indicator),
    subtitle: `${measureOf(indicator, row.breakdown)}, ${phrases.withNeighbours(row)}, ${periodInFull(row.period, row.period_end)}${lowerIsBetter(row)}`,
    notes: compact([
      notes.testNote(row, indicator),
      notes.medianNote(row, indicator),
      notes.axisNote(drawn.axisStart, indicator),
      notes.sensitivityNote(row),
      notes.smallNumbersNote(row, indicator),
      notes.neighboursNote(row),
      notes.closenessNote(row),
      notes.symbolNote(drawn.symbols),
    ]),
    alt: comparisonAlt(row, indicator),
    restsOn: [row.comparison_id],
    authority: row.authority,
  };
}

function comparisonHeadlines(row: Comparison, indicator: Indicator): string[] {
  const missing = missingHeadlines(row, indicator);
  if (missing) return missing;
  const { topic } = wordingOf(indicator, row.breakdown);
  const verdict = phrases.verdictPhrase(row.neighbour_verdict);
  const [value, short] = [headlineValue(row, indicator, true), headlineValue(row, indicator, false)];
  if (verdict !== null && row.neighbour_mean !== null) {
    const mean = formatMean(row.neighbour_mean, indicator);
    return distinct([
      `${topic}: ${value}, ${verdict} the neighbour mean of ${mean}`,
      `${topic}: ${short}, ${verdict} the neighbour mean of ${mean}`,
      ...shorterName(row, indicator).map((name) => `${name}: ${short}, ${verdict} the neighbour mean of ${mean}`),
      `${topic}: ${short}, ${verdict} the neighbour mean`,
      `${capitalise(verdict)} the neighbour mean`,
    ]);
  }
  return standingHeadlines(row, indicator);
}

/** For measures without a test: where the figure stands, never whether that is good. */
export function standingHeadlines(row: Comparison, indicator: Indicator, quarter: string | null = phrases.quarterPhrase(row)): string[] {
  const { topic, plural } = wordingOf(indicator, row.breakdown);
  const value = headlineValue(row, indicator, false);
  const standing = phrases.positionPhrase(row, row.polarity) ?? phrases.rangePhrase(row, indicator);
  return distinct([
    // A rate's topic ends in a number: two numbers side by side need more than a comma.
    ...(quarter
      ? [indicator.unit === "rate_per_10k" ? `${topic}: ${value}, ${quarter}` : `${topic}, ${value}, ${plural ? "are" : "is"} ${quarter}`]
      : []),
    ...(quarter ? shorterName(row, indicator).map((name) => `${name}: ${value}, ${quarter}`) : []),
    ...(standing ? [`${topic}: ${value}, ${standing}`] : []),
    // The bare figure only where nothing places it: two lines that do are better than one that does not.
    ...((quarter ?? standing) ? [] : [`${topic}: ${value} ${inPeriod(row.period)}`]),
    `${topic}: ${value}`,
  ]);
}

/** The name for a table row, where it is shorter than the topic and no less plain: a headline drops words before it drops a figure. */
export function shorterName(row: Comparison, indicator: Indicator): string[] {
  const name = nameOf(indicator, row.breakdown);
  return name.length < wordingOf(indicator, row.breakdown).topic.length ? [name] : [];
}

/** Headlines for a row without a value; null for one that has it. */
export function missingHeadlines(row: Comparison, indicator: Indicator): string[] | null {
  if (row.value !== null) return null;
  const topic = lowerFirst(wordingOf(indicator, row.breakdown).topic);
  return row.symbol === "c"
    ? [`The figure for ${topic} is withheld, so it cannot be compared`, "The figure is withheld, so it cannot be compared"]
    : [`No figure for ${topic} ${inPeriod(row.period)}`, `No figure ${inPeriod(row.period)}`];
}

/** "86% up to date"; under 30 people the counts lead: "14 of 15 children up to date". */
export function headlineValue(row: Comparison, indicator: Indicator, withState: boolean): string {
  const { state } = wordingOf(indicator, row.breakdown);
  const counts = phrases.isSmallCohort(row, indicator) ? formatCounts(row.numerator, row.denominator) : null;
  const value = counts ?? formatValue(row.value, indicator);
  return withState && state !== "" ? `${value} ${state}` : value;
}

function comparisonAlt(row: Comparison, indicator: Indicator): string {
  const fact = phrases.factClause(row, indicator);
  const kind = row.ci_low === null ? "Dot plot" : "Dot plot with 95% intervals";
  const opening = `${kind} of ${phrases.withNeighbours(row)}, ${row.polarity === "none" ? "highest" : "best"} first.`;
  if (fact === null) {
    const missing = phrases.missingClause(row) ?? "was not found";
    return `${opening} The figure for ${row.authority} ${missing}, so it is not compared. ${comparatorFigures(row, indicator)}`.trim();
  }
  const standing = phrases.positionPhrase(row, row.polarity);
  const clauses = phrases.comparatorClauses(row, indicator);
  const finding = clauses === "" ? comparatorFigures(row, indicator) : `That is ${clauses}.`;
  return [
    opening,
    `${phrases.periodOpening(row.period)}${fact}${standing === null ? "" : `, ${phrases.withThe(standing)}`}.`,
    finding,
    neighbourRange(row, indicator),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** "The neighbours run from 57% to 91%."; "" when fewer than two have a value. */
export function neighbourRange(row: Comparison, indicator: Indicator): string {
  const { neighbour_min: min, neighbour_max: max } = row;
  if (min === null || max === null || (row.neighbours_with_value ?? 0) < 2) return "";
  if (min === max) return `Every neighbour with a figure has ${formatValue(min, indicator)}.`;
  return `The neighbours run from ${formatValue(min, indicator)} to ${formatValue(max, indicator)}.`;
}

/** "The neighbour mean is 15.4, the East of England 14.9 and England 14.9." without a verdict; "" when there are none. */
export function comparatorFigures(row: Comparison, indicator: Indicator): string {
  const figures = phrases.comparatorValues(row, indicator);
  return figures === "" ? "" : `${capitalise(figures)}.`;
}

export function lowerIsBetter(row: Comparison): string {
  return row.polarity === "low" ? "; lower is better" : "";
}

export function compact(parts: readonly (Sentence | string | null)[]): string[] {
  return parts.map((part) => (part === null ? "" : typeof part === "string" ? part : part.text)).filter((text) => text !== "");
}

export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
