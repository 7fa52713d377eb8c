import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import { missingHeadlines } from "./chart-words.ts";
import { formatValue } from "./format.ts";
import { capitalise, lowerFirst } from "./grammar.ts";
import * as phrases from "./phrases.ts";
import { wordingOf } from "./terms.ts";

/**
 * Title of a comparison chart inside a pack, where the page's own title has given the verdict against
 * neighbours: rank, then the verdict against England. "Joint fourth of eleven on immunisations, and
 * similar to England".
 */
export function packComparisonTitle(row: Comparison, indicator: Indicator): string {
  const missing = missingHeadlines(row, indicator);
  if (missing) return missing[0] ?? "";
  const { subject } = wordingOf(indicator, row.breakdown);
  const england = phrases.isTested(row.england_verdict) && row.england_value !== null ? phrases.verdictPhrase(row.england_verdict) : null;
  const rank = row.polarity === "none" || !phrases.isTested(row.neighbour_verdict) ? null : phrases.rankPhrase(row);
  if (rank !== null) return `${capitalise(rank)} on ${lowerFirst(subject)}${england === null ? "" : `, and ${england} England`}`;
  const standing = phrases.positionPhrase(row, row.polarity) ?? phrases.rangePhrase(row, indicator);
  const value = formatValue(row.value, indicator);
  if (standing === null) return `${subject}: ${value}`;
  return `${value}, ${phrases.withThe(standing)}${england === null ? "" : `, and ${england} England`}`;
}
