import type { Comparison } from "../../model/comparison.ts";
import { nearby, nearRegion } from "./comparison-roles.ts";
import { measureOfUnit, type Figure } from "./figure.ts";

/**
 * A column of comparisons that is printed: its name in the chain, what it is printed in (the row's unit, a change in
 * that, a place, or a plain number), and words without which a sentence prints no such figure.
 */
type Printed = { readonly name: string; readonly as: "unit" | "change" | "place" | "number"; readonly near?: RegExp };

const columns = {
  value: { name: "its value", as: "unit" },
  neighbour_mean: { name: "the neighbours’ mean", as: "unit", near: nearby.mean },
  neighbour_median: { name: "the neighbours’ median", as: "unit", near: nearby.median },
  neighbour_min: { name: "the lowest neighbour", as: "unit", near: nearby.ends },
  neighbour_max: { name: "the highest neighbour", as: "unit", near: nearby.ends },
  region_value: { name: "the region’s value", as: "unit" },
  england_value: { name: "England’s value", as: "unit", near: nearby.england },
  previous_value: { name: "the value of the period before", as: "unit", near: nearby.before },
  ci_low: { name: "the lower end of its interval", as: "unit", near: nearby.interval },
  ci_high: { name: "the upper end of its interval", as: "unit", near: nearby.interval },
  change: { name: "its change", as: "change", near: nearby.change },
  neighbour_change: { name: "the change of the neighbours’ mean", as: "change", near: nearby.mean },
  numerator: { name: "its count", as: "number" },
  denominator: { name: "its base", as: "number" },
  previous_numerator: { name: "the count of the period before", as: "number", near: nearby.before },
  previous_denominator: { name: "the base of the period before", as: "number", near: nearby.before },
  children_to_neighbour_mean: { name: "children to the neighbours’ mean", as: "number", near: nearby.children },
  children_to_england: { name: "children to England’s value", as: "number", near: nearby.children },
  neighbours_with_value: { name: "neighbours with a value", as: "number", near: nearby.group },
  rank: { name: "its rank", as: "place" },
  england_rank: { name: "its rank in England", as: "place" },
  rank_of: { name: "how many are ranked", as: "number", near: nearby.ranked },
  england_rank_of: { name: "how many are ranked in England", as: "number", near: nearby.ranked },
  rank_tied: { name: "others of the same rank", as: "number", near: nearby.tied },
} as const satisfies Partial<Record<keyof Comparison, Printed>>;

type Column = keyof typeof columns;
const isColumn = (name: string): name is Column => name in columns;

/** What the chain calls each column that is printed. */
export const columnNames: ReadonlyMap<string, string> = new Map(Object.entries(columns).map(([column, { name }]) => [column, name]));

/** The columns by those names: rows of other tables call their value, count and base alike. */
export const columnsByName: ReadonlyMap<string, string> = new Map([...columnNames].map(([column, name]) => [name, column]));

/** The figures that a row holds in the columns asked for, or in all, each with the words that a sentence needs. */
export function columnFigures(row: Comparison, asked: readonly string[] = [...columnNames.keys()]): Figure[] {
  const unit = measureOfUnit(row.unit);
  const measures = { unit, change: row.unit === "percent" ? "points" : unit, place: "place", number: "number" } as const;
  return asked.filter(isColumn).flatMap((column): Figure[] => {
    const value = row[column];
    const { name, as, near }: Printed = columns[column];
    const words = column === "region_value" ? nearRegion(row.region) : near;
    return value === null ? [] : [{ name, value, measure: measures[as], columns: [column], ...(words && { near: words }) }];
  });
}

/** The name that drawings give the mean of the neighbours. */
export const neighbourMean = "Neighbour mean";

/** Whose figure a column holds: the authority's, its region's, England's or the neighbours'. */
export function placeOfColumn({ authority, region }: Comparison, column: string): string {
  if (column.startsWith("region_")) return region;
  if (column.startsWith("england_value")) return "England";
  return column === "neighbour_mean" ? neighbourMean : authority;
}
