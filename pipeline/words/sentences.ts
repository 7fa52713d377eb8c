import type { ChangeVerdict, Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import { formatDifference, formatMean, formatValue } from "./format.ts";
import { capitalise, countable, endSentence, joinList, lowerFirst, numberWord } from "./grammar.ts";
import { needsChecking } from "./ladder.ts";
import * as phrases from "./phrases.ts";
import { sentence, type Sentence } from "./sentence.ts";
import { baseOf, inPeriod, periodName, wordingOf } from "./terms.ts";

/** One comparison row to whole sentences. None says more than the row's tests; null where there is nothing to say. */

/** "In 2024/25, 215 of 249 children (86%) had immunisations up to date." or why there is no figure. */
export function factSentence(row: Comparison, indicator: Indicator): Sentence {
  const fact = phrases.factClause(row, indicator);
  if (fact !== null) return sentence(`${phrases.periodOpening(row.period)}${fact}.`, [row.comparison_id]);
  const topic = lowerFirst(wordingOf(indicator, row.breakdown).topic);
  return sentence(`The figure for ${topic} ${inPeriod(row.period)} ${phrases.missingClause(row)}.`, [row.comparison_id]);
}

/**
 * The verdicts against neighbours, region and England: "The figure is better than neighbours (mean 81.2%)."
 * For untested measures the figures beside each other. Null when there is nothing to set it against.
 */
export function comparisonProse(row: Comparison, indicator: Indicator): Sentence | null {
  if (row.value === null) return sentence("It cannot be compared.", [row.comparison_id]);
  const clauses = phrases.comparatorClauses(row, indicator);
  if (clauses !== "") return sentence(`The figure is ${clauses}.${checking(row)}`, [row.comparison_id]);
  const figures = standingFigures(row, indicator);
  if (figures === "") return null;
  return sentence(`${figures} No test is possible: ${phrases.untestedReason(indicator, row)}.`, [row.comparison_id]);
}

/** "The figure is the second highest of eleven; the neighbours’ mean is 15.7 and England’s average 15.2." */
function standingFigures(row: Comparison, indicator: Indicator): string {
  const standing = phrases.positionPhrase(row, row.polarity) ?? phrases.rangePhrase(row, indicator);
  const beside = besideFigures(row, indicator);
  if (standing === null) return beside === "" ? "" : `${capitalise(beside)}.`;
  return `The figure is ${phrases.withThe(standing)}${beside === "" ? "" : `; ${beside}`}.`;
}

function checking(row: Comparison): string {
  return needsChecking(row) && phrases.isTested(row.neighbour_verdict) && row.neighbour_verdict !== "similar"
    ? " It is so far from the neighbours that it needs checking."
    : "";
}

/** "the neighbours’ mean is 13.7% and England’s rate 14.2%". England is left out for totals. */
export function besideFigures(row: Comparison, indicator: Indicator): string {
  const noun = indicator.unit === "score" || indicator.unit === "cases" ? "average" : "rate";
  const mean = row.neighbour_mean === null ? null : `the neighbours’ mean is ${formatMean(row.neighbour_mean, indicator)}`;
  const england =
    row.england_value === null || indicator.unit === "count"
      ? null
      : `England’s ${noun} ${mean === null ? "is " : ""}${formatValue(row.england_value, indicator)}`;
  return joinList([mean, england].filter((part) => part !== null));
}

/** "rose" or "fell", where the change was tested and the published figures agree with the test; null otherwise. */
export function movement(row: Comparison): "rose" | "fell" | null {
  if (row.change === null || row.change === 0) return null;
  const up = row.change > 0;
  const expected: Partial<Record<ChangeVerdict, boolean>> = {
    improved: row.polarity === "high",
    worsened: row.polarity === "low",
    rose: true,
    fell: false,
  };
  return expected[row.change_verdict] === up ? (up ? "rose" : "fell") : null;
}

/**
 * How a tested move that follows the opposite one is told: "recovered" only when a fall is made good, in
 * full and in the right direction. Null when the year before did not move the other way.
 */
export function turn(row: Comparison, previous: Comparison): "recovered" | "rose" | "fell" | null {
  const moved = movement(row);
  const before = movement(previous);
  if (moved === null || before === null || before === moved) return null;
  const made =
    row.value !== null &&
    previous.previous_value !== null &&
    (row.polarity === "low" ? row.value <= previous.previous_value : row.value >= previous.previous_value);
  return previous.change_verdict === "worsened" && row.change_verdict === "improved" && made ? "recovered" : moved;
}

/** The change on the period before: "The share improved by …", "There is no clear change from …". Null when there is none, or nothing to set it against. */
export function changeProse(row: Comparison, indicator: Indicator): Sentence | null {
  const text = changeText(row, indicator);
  if (text === null) return null;
  const opening =
    row.change_verdict in changeWords
      ? `The ${indicator.unit === "percent" ? "share" : "figure"} `
      : row.change_verdict === "no_clear_change"
        ? "There is "
        : "";
  return sentence(capitalise(`${opening}${text}`), [row.comparison_id]);
}

const changeWords: Readonly<Record<string, string>> = { improved: "improved", worsened: "worsened", rose: "rose", fell: "fell" };

function changeText(row: Comparison, indicator: Indicator): string | null {
  const before = phrases.valueWithCounts(row.previous_value, row.previous_numerator, row.previous_denominator, indicator);
  if (row.value === null || before === null) return null;
  const then = `${before} ${inPeriod(row.previous_period)}`;
  const word = changeWords[row.change_verdict];
  if (word) {
    const size = row.change !== null && movement(row) !== null ? ` by ${formatDifference(row.change, indicator)}` : "";
    return `${word}${size}, from ${then}: more than chance would explain.`;
  }
  if (row.change_verdict === "no_clear_change") return `no clear change from ${then}.`;
  return row.value === row.previous_value ? `it was also ${then}.` : `it was ${then}.`;
}

const trendWords: Readonly<Record<string, string>> = {
  improving: "is improving",
  worsening: "is getting worse",
  rising: "is rising",
  falling: "is falling",
};

/** The five-year trend; null when it was not tested. */
export function trendSentence(row: Comparison): Sentence | null {
  if (row.trend_verdict === "not_tested") return null;
  const span = row.trend_start === "" ? "" : `, ${periodName(row.trend_start)} to ${periodName(row.period)},`;
  const words = trendWords[row.trend_verdict];
  return sentence(words ? `The five-year trend${span} ${words}.` : "Over five years there is no clear trend.", [row.comparison_id]);
}

/** "60 more children", "one fewer child", "14 fewer care leavers aged 19 to 21". */
export function gapPeople(n: number, row: Comparison, indicator: Indicator): string {
  return `${numberWord(n)} ${row.polarity === "low" ? "fewer" : "more"} ${countable(n, baseOf(indicator, row.breakdown))}`;
}

/** How many children stand between the authority and the neighbours' mean. Null when level, ahead or not counted. */
export function gapSentence(row: Comparison, indicator: Indicator): Sentence | null {
  const n = row.children_to_neighbour_mean;
  if (n === null || n <= 0 || row.polarity === "none" || row.value === null) return null;
  const people = gapPeople(n, row, indicator);
  const subject = wordingOf(indicator, row.breakdown).gap.replace("{n}", people) || people;
  const chance = row.neighbour_verdict === "similar" ? ", but a gap of this size could be chance" : "";
  return sentence(endSentence(`${capitalise(subject)} would reach the neighbours’ mean${chance}`), [row.comparison_id]);
}
