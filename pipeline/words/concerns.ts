import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import { compareCells } from "../core/sort.ts";
import { ladderDistance } from "./ladder.ts";
import { isTested } from "./phrases.ts";

/** Which of an authority's latest comparisons deserve a place on the page that matters, and in what order. */

/** Without the rows that mirror another row of the same people: most who are not in work or study are those left over. */
export function withoutMirrors(latest: readonly Comparison[], indicatorOf: (id: string) => Pick<Indicator, "mirrors">): Comparison[] {
  const present = new Set(latest.filter((row) => row.value !== null).map((row) => `${row.indicator}|${row.breakdown}`));
  return latest.filter((row) => !present.has(`${indicatorOf(row.indicator).mirrors}|${row.breakdown}`));
}

export type Ranked = { readonly row: Comparison; readonly tier: number; readonly reason: Reason };
export type Reason = "better" | "improved" | "worse" | "worsened" | "trend" | "worse_than_england" | "standing" | "behind" | "known";

/** From when on a verdict is worth the panel's time. Verdicts themselves are never changed by it. */
export type Thresholds = {
  /** Least distance of a percentage from its comparator, in percentage points. */
  readonly gap: number;
  /** Least change of a percentage in a year, in percentage points. */
  readonly change: number;
  /** How many of the last places of the group make a concern of a figure that cannot be tested. */
  readonly lastPlaces: number;
};
export const everyVerdict: Thresholds = { gap: 0, change: 0, lastPlaces: 2 };

const isFar = (row: Comparison, other: number | null, { gap }: Thresholds): boolean =>
  row.unit !== "percent" || row.value === null || other === null || Math.abs(row.value - other) >= gap;
const movedFar = (row: Comparison, { change }: Thresholds): boolean =>
  row.unit !== "percent" || row.change === null || Math.abs(row.change) >= change;

/** Going well: better than neighbours on firm ground first, then what improved. Nothing that has just worsened. */
export function strengths(latest: readonly Comparison[], thresholds: Thresholds = everyVerdict): Ranked[] {
  return rankedBy(latest, (row) => {
    if (row.change_verdict === "worsened" || row.trend_verdict === "worsening") return null;
    const better = row.neighbour_verdict === "better" && isFar(row, row.neighbour_mean, thresholds);
    const improved = row.change_verdict === "improved" && movedFar(row, thresholds);
    if (better && row.sensitivity === "") return { tier: 1, reason: improved ? "improved" : "better" };
    if (better && improved) return { tier: 2, reason: "improved" };
    if (better) return { tier: 3, reason: "better" };
    if (improved && row.neighbour_verdict !== "worse") return { tier: 4, reason: "improved" };
    return null;
  });
}

/** Concerns of this tier are no more than chance may explain: shown only where there is little else, and said to be so. */
export const spareTier = 8;

/** Needs attention: worse than neighbours, worsened, trends that get worse, and untested figures at the far end of the eleven. */
export function concerns(latest: readonly Comparison[], thresholds: Thresholds = everyVerdict): Ranked[] {
  return rankedBy(latest, (row) => {
    const worse = row.neighbour_verdict === "worse" && isFar(row, row.neighbour_mean, thresholds);
    const better = row.neighbour_verdict === "better";
    const worsened = row.change_verdict === "worsened" && movedFar(row, thresholds);
    if (worse && worsened) return { tier: 1, reason: "worsened" };
    if (worse && row.sensitivity === "") return { tier: 1, reason: "worse" };
    if (worsened && !better) return { tier: 2, reason: "worsened" };
    if (worse) return { tier: 3, reason: "worse" };
    if (row.trend_verdict === "worsening" && !better && row.change_verdict !== "improved") return { tier: 4, reason: "trend" };
    if (row.england_verdict === "worse" && !better && isFar(row, row.england_value, thresholds))
      return { tier: 5, reason: "worse_than_england" };
    if (farEnd(row, thresholds.lastPlaces)) return { tier: 6, reason: "standing" };
    if (worsened) return { tier: 7, reason: "worsened" };
    if (row.neighbour_verdict === "similar" && lastThree(row) && (row.children_to_neighbour_mean ?? 0) > 0)
      return { tier: spareTier, reason: "behind" };
    return null;
  });
}

/** Among the last places of at least eight, where nothing could be tested. */
function farEnd(row: Comparison, places: number): boolean {
  return row.polarity !== "none" && row.value !== null && !isTested(row.neighbour_verdict) && fromLast(row) <= places;
}

function lastThree(row: Comparison): boolean {
  return fromLast(row) <= 3;
}

/** 1 for the last of the group, ties sharing the place nearer the end; Infinity in groups too small to say. */
function fromLast(row: Comparison): number {
  if (row.rank === null || row.rank_of === null || row.rank_of < 8) return Number.POSITIVE_INFINITY;
  return row.rank_of - row.rank - (row.rank_tied ?? 0) + 1;
}

function rankedBy(latest: readonly Comparison[], judge: (row: Comparison) => { tier: number; reason: Reason } | null): Ranked[] {
  return latest
    .flatMap((row) => {
      const judged = row.polarity === "none" || row.value === null ? null : judge(row);
      return judged === null ? [] : [{ row, ...judged }];
    })
    .sort(
      (a, b) =>
        a.tier - b.tier ||
        people(b.row) - people(a.row) ||
        distance(b.row) - distance(a.row) ||
        compareCells(a.row.comparison_id, b.row.comparison_id),
    );
}

/** Roughly how many people the difference concerns; used for order only and never printed. */
function people(row: Comparison): number {
  if (row.unit !== "percent" || row.value === null || row.denominator === null) return 0;
  const other = row.neighbour_mean ?? row.previous_value ?? row.value;
  return (Math.abs(row.value - other) * row.denominator) / 100;
}

function distance(row: Comparison): number {
  return Math.abs(ladderDistance(row) ?? 0);
}

/** The first of each indicator, so that two ages of one measure do not fill the page. */
export function oneOfEach(ranked: readonly Ranked[]): Ranked[] {
  const seen = new Set<string>();
  return ranked.filter(({ row }) => !seen.has(row.indicator) && seen.add(row.indicator));
}

/** The concerns that chance does not explain, one an indicator, those of rows that mirror another left out. */
export function gravest(
  latest: readonly Comparison[],
  indicatorOf: (id: string) => Pick<Indicator, "mirrors">,
  thresholds: Thresholds,
): Ranked[] {
  return oneOfEach(concerns(withoutMirrors(latest, indicatorOf), thresholds)).filter(({ tier }) => tier < spareTier);
}
