import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import { formatMean, formatValue } from "./format.ts";
import { capitalise, lowerFirst } from "./grammar.ts";
import * as phrases from "./phrases.ts";
import { inPeriod, wordingOf } from "./terms.ts";

/**
 * Title of a comparison chart inside a pack, where the page's own title has given the verdict against
 * neighbours: rank, then the verdict against England. "Joint fourth of eleven on immunisations, and
 * similar to England".
 */
export function packComparisonTitle(row: Comparison, indicator: Indicator): string {
  const { subject } = wordingOf(indicator, row.breakdown);
  if (row.value === null)
    return row.symbol === "c"
      ? `The figure for ${lowerFirst(subject)} is withheld`
      : `No figure for ${lowerFirst(subject)} ${inPeriod(row.period)}`;
  const england = phrases.isTested(row.england_verdict) && row.england_value !== null ? phrases.verdictPhrase(row.england_verdict) : null;
  const rank = row.polarity === "none" || !phrases.isTested(row.neighbour_verdict) ? null : phrases.rankPhrase(row);
  if (rank !== null) return `${capitalise(rank)} on ${lowerFirst(subject)}${england === null ? "" : `, and ${england} England`}`;
  const value = formatValue(row.value, indicator);
  // The page's title has said where an untested figure stands, so the chart's gives the figures.
  if (row.polarity !== "none" && row.neighbour_mean !== null)
    return `${value}, against a neighbours’ mean of ${formatMean(row.neighbour_mean, indicator)}`;
  const standing = phrases.rangePhrase(row, indicator);
  if (standing === null) return `${subject}: ${value}`;
  return `${value}, ${standing}${england === null ? "" : `, and ${england} England`}`;
}
