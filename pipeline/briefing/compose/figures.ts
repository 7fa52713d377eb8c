import type { Measure } from "../../charts/data.ts";
import type { Comparison } from "../../model/comparison.ts";
import { formatChange, formatCount, formatMean, formatValue } from "../../words/format.ts";
import { countable } from "../../words/grammar.ts";
import { countsOfPeople } from "../../words/phrases.ts";
import type { MarkName } from "../marks.ts";
import type { Span } from "../span.ts";
import { restsOn } from "./pack.ts";

/** Values of comparison rows as spans that know their row. */

/** The value, or the symbol that stands in its place in square brackets. */
export function valueSpan(column: "value" | "region_value" | "england_value", symbol: string, row: Comparison, measure: Measure): Span {
  const value = row[column];
  const text = value === null ? (symbol === "" ? "–" : `[${symbol}]`) : formatValue(value, measure.indicator);
  return { text, rests: restsOn(row, column) };
}

export const ownValue = (row: Comparison, measure: Measure): Span => valueSpan("value", row.symbol, row, measure);
export const meanSpan = (row: Comparison, measure: Measure): Span => ({
  text: formatMean(row.neighbour_mean, measure.indicator),
  rests: restsOn(row, "neighbour_mean"),
});
export const changeSpan = (row: Comparison, measure: Measure): Span => ({
  text: formatChange(row.change, measure.indicator),
  rests: restsOn(row, "change"),
});

/** "240 of 249 children"; what is counted for averages; why there is none otherwise. */
export function countsSpan(row: Comparison, measure: Measure): Span {
  const { indicator } = measure;
  // The measure's name says the age already, so the people are named without it.
  const counts = countsOfPeople(row.numerator, row.denominator, indicator, "");
  const rests = restsOn(row);
  if (row.value === null)
    return {
      text: row.symbol === "c" ? "withheld" : row.symbol === "z" && row.denominator === 0 ? "nobody to count" : "no figure published",
      rests,
    };
  if (counts !== null) return { text: counts, rests };
  if (indicator.unit === "cases" && row.numerator !== null && row.denominator !== null) {
    return {
      text: `${formatCount(row.numerator)} cases, ${formatCount(row.denominator)} ${countable(row.denominator, indicator.people)}`,
      rests,
    };
  }
  if (indicator.unit === "rate_per_10k" && row.numerator !== null)
    return { text: `${formatCount(row.numerator)} ${indicator.people}`, rests };
  if (indicator.unit === "count") return { text: indicator.people, rests };
  if (indicator.unit === "score") return { text: "average score; lower is better", rests };
  return { text: "no counts in the source", rests };
}

const neighbourMarks: Readonly<Record<string, MarkName>> = {
  better: "good",
  worse: "bad",
  similar: "ring",
  not_tested: "dash",
  not_compared: "dash",
};
const changeMarks: Readonly<Record<string, MarkName>> = {
  improved: "good",
  worsened: "bad",
  no_clear_change: "ring",
  not_tested: "dash",
  not_compared: "dash",
};

export const neighbourMark = (row: Comparison): MarkName => neighbourMarks[row.neighbour_verdict] ?? "ring";
export const changeMark = (row: Comparison): MarkName => changeMarks[row.change_verdict] ?? "ring";

const verdictLabels: Readonly<Record<string, string>> = {
  not_tested: "not tested",
  not_compared: "not tested",
  no_clear_change: "no clear change",
};
export const verdictLabel = (verdict: string): string => verdictLabels[verdict] ?? verdict;
