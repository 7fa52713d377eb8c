import type { Comparison } from "../../model/comparison.ts";
import { childrenToReach } from "../../measures/children-to-reach.ts";
import { nearby, nearRegion, rolesOf } from "./comparison-roles.ts";
import { measureOfUnit, origin, pair, present, type Figure, type Origin, type Pair } from "./figure.ts";
import { timesOf } from "./times.ts";

type Column = keyof Comparison & string;

const entries = (list: string): number => list.split(";").filter((one) => one.trim() !== "" && one.trim() !== "median").length;
const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

const names = {
  value: "its value",
  neighbour_mean: "the neighbours’ mean",
  neighbour_median: "the neighbours’ median",
  neighbour_min: "the lowest neighbour",
  neighbour_max: "the highest neighbour",
  region_value: "the region’s value",
  england_value: "England’s value",
  previous_value: "the value of the period before",
  ci_low: "the lower end of its interval",
  ci_high: "the upper end of its interval",
  change: "its change",
  neighbour_change: "the change of the neighbours’ mean",
  numerator: "its count",
  denominator: "its base",
  previous_numerator: "the count of the period before",
  previous_denominator: "the base of the period before",
  children_to_neighbour_mean: "children to the neighbours’ mean",
  children_to_england: "children to England’s value",
  neighbours_with_value: "neighbours with a value",
  rank: "its rank",
  england_rank: "its rank in England",
  rank_of: "how many are ranked",
  england_rank_of: "how many are ranked in England",
  rank_tied: "others of the same rank",
} as const satisfies Partial<Record<Column, string>>;
/** What the chain calls each column that cells print. */
export const columnNames: ReadonlyMap<string, string> = new Map(Object.entries(names));

/** The counts of now and then, and those of the children who are not among them. */
function sharesOf(row: Comparison, group: number | null): Pair[] {
  return [
    ...pair("its counts", row.numerator, row.denominator, "number", ["numerator", "denominator"], "its value"),
    ...pair("its rank in England", row.england_rank, row.england_rank_of),
    ...pair("neighbours with a value", row.neighbours_with_value, group),
    ...pair("neighbours that are not close", entries(row.closeness_note), group),
    ...pair("its counts, the others", less(row.denominator, row.numerator), row.denominator),
    ...pair("the counts of the period before", row.previous_numerator, row.previous_denominator, "number", [], "the value of the period before"),
    ...pair("the counts of the period before, the others", less(row.previous_denominator, row.previous_numerator), row.previous_denominator),
  ];
}

/** The smallest count that reaches the neighbours' mean, or the largest where low is good. Null where there is no mean or no counts. */
function countAtMean({ unit, polarity, numerator, denominator, neighbour_mean }: Comparison): number | null {
  if (unit !== "percent" || polarity === "none" || numerator === null || denominator === null || neighbour_mean === null) return null;
  const toReach = childrenToReach(polarity === "high" ? 0 : denominator, denominator, neighbour_mean, polarity);
  return toReach === null ? null : polarity === "high" ? toReach : denominator - toReach;
}

/** Figures that words make of the columns: what one child moves, a rank from the other end, the neighbours without a value. */
function derived(row: Comparison, group: number | null): Figure[] {
  const counts = row.denominator !== null && row.denominator > 0;
  const fromLast = row.rank === null || row.rank_of === null ? null : row.rank_of - row.rank - (row.rank_tied ?? 0) + 1;
  const atMean = countAtMean(row);
  const number = "number";
  return present([
    { name: "what one child moves", value: counts ? 100 / (row.denominator ?? 1) : null, measure: "points", near: nearby.oneChild },
    { name: "its count at the neighbours’ mean", value: atMean, measure: number, near: nearby.atMean },
    { name: "children from the neighbours’ mean", value: Math.abs(less(row.numerator, atMean) ?? 0) || null, measure: number, near: nearby.children },
    { name: "the others", value: less(row.denominator, row.numerator), measure: number, near: nearby.others },
    { name: "neighbours without a value", value: less(group, row.neighbours_with_value), measure: number, near: nearby.group },
    { name: "its statistical neighbours", value: group, measure: number, near: nearby.group },
    { name: "the authority and its neighbours", value: group === null ? null : group + 1, measure: number, near: nearby.eleven },
    { name: "neighbours without any one of which the verdict would differ", value: entries(row.sensitivity) || null, measure: number, near: /without|left out/i },
    { name: "neighbours that are not close", value: entries(row.closeness_note) || null, measure: number, near: /close/i },
    { name: "its rank from the other end", value: fromLast, measure: "place" },
    { name: "years of the trend", value: row.trend_verdict === "not_tested" ? null : 5, measure: "years" },
    { name: "level of the intervals", value: row.ci_low === null ? null : 95, measure: "percent", near: /# intervals?\b/ },
  ]);
}

/**
 * Every figure that a comparison holds, and those that words make of its columns. `group` is how many neighbours the
 * model names; null where that is not known.
 */
export function comparisonOrigin(row: Comparison, group: number | null): Origin {
  const measure = measureOfUnit(row.unit);
  const change = row.unit === "percent" ? "points" : measure;
  const columns: readonly (readonly [keyof typeof names, Figure["measure"], RegExp?])[] = [
    ["value", measure],
    ["neighbour_mean", measure, nearby.mean],
    ["neighbour_median", measure, nearby.median],
    ["neighbour_min", measure, nearby.ends],
    ["neighbour_max", measure, nearby.ends],
    ["region_value", measure, nearRegion(row.region)],
    ["england_value", measure, nearby.england],
    ["previous_value", measure],
    ["ci_low", measure, nearby.interval],
    ["ci_high", measure, nearby.interval],
    ["change", change, nearby.change],
    ["neighbour_change", change, nearby.mean],
    ["numerator", "number"],
    ["denominator", "number"],
    ["previous_numerator", "number"],
    ["previous_denominator", "number"],
    ["children_to_neighbour_mean", "number", nearby.children],
    ["children_to_england", "number", nearby.children],
    ["neighbours_with_value", "number", nearby.group],
    ["rank", "place"],
    ["england_rank", "place"],
    ["rank_of", "number", nearby.ranked],
    ["england_rank_of", "number", nearby.ranked],
    ["rank_tied", "number", nearby.tied],
  ];
  const held = columns.flatMap(([column, of, near]): Figure[] => {
    const value = row[column];
    return typeof value === "number" ? [{ name: names[column], value, measure: of, columns: [column], ...(near && { near }) }] : [];
  });
  return origin(row.comparison_id, {
    figures: [...held, ...derived(row, group)],
    shares: sharesOf(row, group),
    ranges: [
      ...pair("its interval", row.ci_low, row.ci_high, measure, ["ci_low", "ci_high"]),
      ...pair("the neighbours’ range", row.neighbour_min, row.neighbour_max, measure, ["neighbour_min", "neighbour_max"]),
    ],
    times: timesOf(row.period, row.period_end, row.previous_period, row.trend_start),
    periods: { now: timesOf(row.period), before: timesOf(row.previous_period) },
    texts: [row.breakdown, `${row.neighbour_model} model`],
    roles: rolesOf(row),
    point: { measure: [row.authority_code, row.indicator, row.breakdown].join("|"), end: row.period_end },
  });
}
