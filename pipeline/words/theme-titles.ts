import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import type { IndicatorOf } from "./chart-words-several.ts";
import { fittingTitle } from "./fitting-title.ts";
import { formatValue } from "./format.ts";
import { lowerFirst } from "./grammar.ts";
import * as phrases from "./phrases.ts";
import { movement, turn } from "./sentences.ts";
import { inPeriod, subjectIsPlural, wordingOf } from "./terms.ts";

/** Left page of a theme: what happened to its main measure. */
export function themeLeftTitle(row: Comparison, previous: Comparison | null, indicator: Indicator): string {
  const { subject } = wordingOf(indicator, row.breakdown);
  const plural = subjectIsPlural(indicator, row.breakdown);
  const when = inPeriod(row.period);
  if (row.value === null)
    return fittingTitle([
      `The figure for ${lowerFirst(subject)} ${when} ${(phrases.missingClause(row) ?? "").replace(/ (?:to protect|\(\[).*$/, "")}`,
      `No figure for ${lowerFirst(subject)} ${when}`,
    ]);
  const moved = movement(row);
  if (moved !== null) {
    const turned = previous === null ? null : turn(row, previous);
    const after =
      turned === null || previous === null
        ? null
        : `${subject} ${turned} ${when} after a ${movement(previous) === "fell" ? "fall" : "rise"} the year before`;
    return fittingTitle([after, `${subject} ${moved} ${when}, by more than chance would explain`, `${subject} ${moved} ${when}`]);
  }
  const trend = trendTitle[row.trend_verdict];
  if (trend) return fittingTitle([`${subject}: the five-year trend ${trend}`, `The five-year trend ${trend}`]);
  if (row.change_verdict === "no_clear_change")
    return fittingTitle([`${subject} ${plural ? "show" : "shows"} no clear change ${when}`, `No clear change ${when}`]);
  const standing = phrases.positionPhrase(row, row.polarity) ?? phrases.rangePhrase(row, indicator);
  return fittingTitle([
    standing === null ? null : `${subject} ${plural ? "are" : "is"} ${phrases.withThe(standing)} ${when}`,
    `${subject}: ${formatValue(row.value, indicator)} ${when}`,
  ]);
}

const trendTitle: Readonly<Record<string, string>> = {
  improving: "is improving",
  worsening: "is getting worse",
  rising: "is rising",
  falling: "is falling",
};

/** Right page of a theme: its main measure against neighbours, then what a second one did. */
export function themeRightTitle(row: Comparison, second: Comparison | null, indicatorOf: IndicatorOf): string {
  const main = againstNeighbours(row, indicatorOf(row.indicator));
  if (second === null) return fittingTitle([main]);
  const other = secondClause(second, indicatorOf(second.indicator));
  const both = sameVerdict(row, second, indicatorOf);
  return fittingTitle([both, `${main}; ${lowerFirst(other)}`, main]);
}

/** "Immunisations and dental checks are similar to neighbours", where neither moved. */
function sameVerdict(row: Comparison, second: Comparison, indicatorOf: IndicatorOf): string | null {
  const untested = [row, second].every((each) => !phrases.isTested(each.neighbour_verdict));
  const verdictOf = (each: Comparison): Comparison["neighbour_verdict"] => (untested ? each.england_verdict : each.neighbour_verdict);
  const verdict = phrases.verdictPhrase(verdictOf(row));
  if (verdict === null || verdictOf(row) !== verdictOf(second) || movement(second) !== null) return null;
  const [one, two] = [row, second].map((each) => wordingOf(indicatorOf(each.indicator), each.breakdown).subject);
  return one === undefined || two === undefined || one === two
    ? null
    : `${one} and ${lowerFirst(two)} are ${verdict} ${untested ? "England" : "neighbours"}`;
}

/** A measure and its verdict against neighbours; without one its standing, or England. */
export function againstNeighbours(row: Comparison, indicator: Indicator): string {
  const { subject } = wordingOf(indicator, row.breakdown);
  const verb = subjectIsPlural(indicator, row.breakdown) ? "are" : "is";
  const verdict = phrases.verdictPhrase(row.neighbour_verdict);
  if (verdict !== null) return `${subject} ${verb} ${verdict} neighbours`;
  if (row.value === null) return `${subject} cannot be compared ${inPeriod(row.period)}`;
  const standing = phrases.positionPhrase(row, row.polarity) ?? phrases.rangePhrase(row, indicator);
  if (standing !== null) return `${subject} ${verb} ${phrases.withThe(standing)}`;
  const england = phrases.verdictPhrase(row.england_verdict);
  if (england !== null) return `${subject} ${verb} ${england} England`;
  return row.england_value === null || indicator.unit === "count"
    ? `${subject} cannot be compared ${inPeriod(row.period)}`
    : `${subject} ${verb === "are" ? "stand" : "stands"} at ${formatValue(row.value, indicator)}, England at ${formatValue(row.england_value, indicator)}`;
}

/** "dental checks fell", or the verdict alone, since the first clause has named the neighbours. */
function secondClause(row: Comparison, indicator: Indicator): string {
  const moved = movement(row);
  const { subject } = wordingOf(indicator, row.breakdown);
  if (moved !== null) return `${subject} ${moved}`;
  return againstNeighbours(row, indicator).replace(/ (?:than|to) neighbours$/, "");
}
