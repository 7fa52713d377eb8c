import type { Comparison } from "../../model/comparison.ts";
import { measureOfUnit, origin, present, type Figure, type Origin, type Share } from "./figure.ts";
import { timesOf } from "./times.ts";

const entries = (list: string): number => list.split(";").filter((one) => one.trim() !== "" && one.trim() !== "median").length;
const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

/** The counts of now and then, and those of the children who are not among them. */
function sharesOf(row: Comparison): Share[] {
  return ([["its counts", row.numerator, row.denominator], ["the counts of the period before", row.previous_numerator, row.previous_denominator]] as const)
    .flatMap(([name, numerator, denominator]) =>
      numerator === null || denominator === null ? [] : [{ name, numerator, denominator }, { name: `${name}, the others`, numerator: denominator - numerator, denominator }]);
}

/**
 * Every figure that a comparison holds, and those that words make of its columns: the size of a change, what one
 * child moves, a rank from the other end. `group` is how many neighbours the model names;
 * null where that is not known.
 */
export function comparisonOrigin(row: Comparison, group: number | null): Origin {
  const measure = measureOfUnit(row.unit);
  const change = row.unit === "percent" ? "points" : measure;
  const count = "number";
  const counts = row.denominator !== null && row.denominator > 0;
  const fromLast = row.rank === null || row.rank_of === null ? null : row.rank_of - row.rank - (row.rank_tied ?? 0) + 1;
  const figures: Figure[] = present([
    { name: "its value", value: row.value, measure },
    { name: "the neighbours’ mean", value: row.neighbour_mean, measure },
    { name: "the neighbours’ median", value: row.neighbour_median, measure },
    { name: "the lowest neighbour", value: row.neighbour_min, measure },
    { name: "the highest neighbour", value: row.neighbour_max, measure },
    { name: "the region’s value", value: row.region_value, measure },
    { name: "England’s value", value: row.england_value, measure },
    { name: "the value of the period before", value: row.previous_value, measure },
    { name: "the lower end of its interval", value: row.ci_low, measure },
    { name: "the upper end of its interval", value: row.ci_high, measure },
    { name: "its change", value: row.change, measure: change },
    { name: "the change of the neighbours’ mean", value: row.neighbour_change, measure: change },
    { name: "what one child moves", value: counts ? 100 / (row.denominator ?? 1) : null, measure: "points" },
    { name: "its count", value: row.numerator, measure: count },
    { name: "its base", value: row.denominator, measure: count },
    { name: "the count of the period before", value: row.previous_numerator, measure: count },
    { name: "the base of the period before", value: row.previous_denominator, measure: count },
    { name: "the others", value: less(row.denominator, row.numerator), measure: count },
    { name: "children to the neighbours’ mean", value: row.children_to_neighbour_mean, measure: count },
    { name: "children to England’s value", value: row.children_to_england, measure: count },
    { name: "neighbours with a value", value: row.neighbours_with_value, measure: count },
    { name: "neighbours without a value", value: less(group, row.neighbours_with_value), measure: count },
    { name: "its statistical neighbours", value: group, measure: count },
    { name: "the authority and its neighbours", value: group === null ? null : group + 1, measure: count },
    { name: "neighbours without any one of which the verdict would differ", value: entries(row.sensitivity) || null, measure: count },
    { name: "neighbours that are not close", value: entries(row.closeness_note) || null, measure: count },
    { name: "its rank", value: row.rank, measure: "place" },
    { name: "its rank from the other end", value: fromLast, measure: "place" },
    { name: "its rank in England", value: row.england_rank, measure: "place" },
    { name: "how many are ranked", value: row.rank_of, measure: count },
    { name: "how many are ranked in England", value: row.england_rank_of, measure: count },
    { name: "others of the same rank", value: row.rank_tied, measure: count },
    { name: "years of the trend", value: row.trend_verdict === "not_tested" ? null : 5, measure: "years" },
    { name: "level of the intervals", value: row.ci_low === null ? null : 95, measure: "percent", before: /^ intervals?\b/ },
  ]);
  return origin(row.comparison_id, {
    figures,
    shares: sharesOf(row),
    times: timesOf(row.period, row.period_end, row.previous_period, row.trend_start),
    texts: [row.breakdown, `${row.neighbour_model} model`, row.authority, row.region],
  });
}
