import type { Comparison } from "../../model/comparison.ts";
import { childrenToReach } from "../../measures/children-to-reach.ts";
import { columnFigures } from "./comparison-columns.ts";
import { nearby, ownRole, rolesOf } from "./comparison-roles.ts";
import { measureOfUnit, named, origin, pair, present, type Figure, type Origin, type Pair } from "./figure.ts";
import { timesOf } from "./times.ts";

const entries = (list: string): number => list.split(";").filter((one) => one.trim() !== "" && one.trim() !== "median").length;
const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

const countsOf = ({ numerator, denominator }: Comparison): Pair[] =>
  pair("its counts", numerator, denominator, "number", ["numerator", "denominator"], "its value");

function rangesOf(row: Comparison): Pair[] {
  const measure = measureOfUnit(row.unit);
  return [
    ...pair("its interval", row.ci_low, row.ci_high, measure, ["ci_low", "ci_high"]),
    ...pair("the neighbours’ range", row.neighbour_min, row.neighbour_max, measure, ["neighbour_min", "neighbour_max"]),
  ];
}

/** The counts of now and then, and those of the children who are not among them. */
function sharesOf(row: Comparison, group: number | null): Pair[] {
  return [
    ...countsOf(row),
    ...pair("its rank in England", row.england_rank, row.england_rank_of),
    ...pair("neighbours with a value", row.neighbours_with_value, group),
    ...pair("neighbours that are not close", entries(row.closeness_note), group),
    ...pair("its counts, the others", less(row.denominator, row.numerator), row.denominator),
    ...pair(
      "the counts of the period before",
      row.previous_numerator,
      row.previous_denominator,
      "number",
      [],
      "the value of the period before",
    ),
    ...pair(
      "the counts of the period before, the others",
      less(row.previous_denominator, row.previous_numerator),
      row.previous_denominator,
    ),
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
  const fromMean = less(row.numerator, atMean);
  const number = "number";
  return present([
    { name: "what one child moves", value: counts ? 100 / (row.denominator ?? 1) : null, measure: "points", near: nearby.oneChild },
    { name: "its count at the neighbours’ mean", value: atMean, measure: number, near: nearby.atMean },
    {
      name: "children from the neighbours’ mean",
      value: fromMean === null ? null : Math.abs(fromMean),
      measure: number,
      near: nearby.children,
    },
    { name: "the others", value: less(row.denominator, row.numerator), measure: number, near: nearby.others },
    { name: "neighbours without a value", value: less(group, row.neighbours_with_value), measure: number, near: nearby.group },
    { name: "its statistical neighbours", value: group, measure: number, near: nearby.group },
    { name: "the authority and its neighbours", value: group === null ? null : group + 1, measure: number, near: nearby.eleven },
    {
      name: "neighbours without any one of which the verdict would differ",
      value: entries(row.sensitivity) || null,
      measure: number,
      near: /without|left out/i,
    },
    { name: "neighbours that are not close", value: entries(row.closeness_note) || null, measure: number, near: /close/i },
    { name: "its rank from the other end", value: fromLast, measure: "place" },
    { name: "years of the trend", value: row.trend_verdict === "not_tested" ? null : 5, measure: "years" },
    { name: "level of the intervals", value: row.ci_low === null ? null : 95, measure: "percent", near: /# intervals?\b/ },
  ]);
}

/** What a row says of its place, its time and its measure. */
const aboutOf = (row: Comparison): Pick<Origin, "place" | "times" | "periods" | "texts" | "point"> => ({
  place: row.authority,
  times: timesOf(row.period, row.period_end, row.previous_period, row.trend_start),
  periods: { now: timesOf(row.period), before: timesOf(row.previous_period) },
  texts: [row.breakdown, `${row.neighbour_model} model`],
  point: { measure: [row.authority_code, row.indicator, row.breakdown].join("|"), end: row.period_end },
});

/**
 * Every figure that a comparison holds, and those that words make of its columns. `group` is how many neighbours the
 * model names; null where that is not known.
 */
export function comparisonOrigin(row: Comparison, group: number | null): Origin {
  return origin(row.comparison_id, {
    ...aboutOf(row),
    figures: [...columnFigures(row), ...derived(row, group)],
    shares: sharesOf(row, group),
    ranges: rangesOf(row),
    roles: rolesOf(row),
  });
}

const within =
  (asked: readonly string[]) =>
  ({ columns = [] }: Pair): boolean =>
    columns.length > 0 && columns.every((column) => asked.includes(column));

/** A row for a cell or label that prints only some of its columns, and the time of them. */
export function cellOrigin(row: Comparison, id: string, asked: readonly string[]): Origin {
  const isBefore = asked.every((column) => column.startsWith("previous_"));
  return origin(id, {
    figures: columnFigures(row, asked).map(({ near: _, ...figure }) => figure),
    shares: countsOf(row).filter(within(asked)),
    ranges: rangesOf(row).filter(within(asked)),
    times: isBefore ? timesOf(row.previous_period) : timesOf(row.period, row.period_end),
    texts: [row.authority],
  });
}

const ofPlace = ["value", "numerator", "denominator", "ci_low", "ci_high"];

/** A row of another place on a chart: only its own figures are drawn, and a sentence that prints one names the place. */
export function otherPlaceOrigin(row: Comparison): Origin {
  const near = new RegExp(named(row.authority));
  return origin(row.comparison_id, {
    ...aboutOf(row),
    figures: columnFigures(row, ofPlace).map((one) => ({ ...one, near })),
    shares: countsOf(row),
    ranges: rangesOf(row).filter(within(ofPlace)),
    roles: [ownRole(row.authority)],
  });
}
