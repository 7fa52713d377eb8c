import { readFileSync } from "node:fs";
import { indicators } from "../../pipeline/indicators/all.ts";
import type { Comparison } from "../../pipeline/model/comparison.ts";
import { parseAuthorities, parseNeighbours, parseOfficialStatistics } from "../../pipeline/readers/reference/parse-reference.ts";
import { compare, newestModel } from "../../pipeline/stages/compare.ts";

const read = (name: string): string => readFileSync(new URL(`../../data/reference/${name}`, import.meta.url), "utf8");

/** Every comparison that the shipped figures give, of every authority, measure and period. */
export function referenceComparisons(): Comparison[] {
  const neighbours = parseNeighbours("statistical_neighbours.csv", read("statistical_neighbours.csv")).rows;
  return compare({
    series: parseOfficialStatistics("official_statistics.csv", read("official_statistics.csv"), indicators).rows,
    neighbours,
    authorities: parseAuthorities("authorities.csv", read("authorities.csv")).rows,
    model: newestModel(neighbours),
    allEngland: false,
  });
}
