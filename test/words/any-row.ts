import fc from "fast-check";
import { indicators } from "../../pipeline/indicators/all.ts";
import type { Comparison, Verdict } from "../../pipeline/model/comparison.ts";
import { row as plainRow } from "./row.ts";

const measured = indicators.filter((one) => (one.unit === "percent" && one.wording.did !== undefined) || one.wording.fact !== undefined);

/** Rows that no statistics would give, but the columns allow: the words must hold to the verdicts all the same. */
export const anyRow: fc.Arbitrary<Comparison> = fc
  .record({
    one: fc.constantFrom(...measured),
    breakdown: fc.nat(3),
    percent: fc.record({ now: fc.nat(100), before: fc.nat(100), region: fc.nat(100), england: fc.nat(100) }),
    mean: fc.double({ min: 0, max: 100, noNaN: true }),
    median: fc.double({ min: 0, max: 100, noNaN: true }),
    mad: fc.double({ min: 0, max: 20, noNaN: true }),
    counts: fc.record({ numerator: fc.nat(400), denominator: fc.integer({ min: 1, max: 2000 }) }),
    has: fc.record({
      value: fc.boolean(),
      counts: fc.boolean(),
      before: fc.boolean(),
      neighbours: fc.boolean(),
      england: fc.boolean(),
      region: fc.boolean(),
    }),
    verdict: fc.record({ neighbour: fc.nat(3), region: fc.nat(3), england: fc.nat(3), change: fc.nat(3), trend: fc.nat(3) }),
    rank: fc.record({ rank: fc.integer({ min: 1, max: 11 }), tied: fc.nat(10) }),
    gap: fc.nat(80),
    sensitivity: fc.constantFrom("", "Hampshire", "St. Helens;median", "median", "Bournemouth, Christchurch and Poole;Kent", "a;b;c;d;e;f"),
    symbol: fc.constantFrom("c", "k", "u", "x", "z", ""),
  })
  .map(({ one, breakdown, percent, mean, median, mad, counts, has, verdict, rank, gap, sensitivity, symbol }) => {
    const none = one.polarity === "none";
    const verdicts: Verdict[] = none ? ["higher", "lower", "similar", "not_tested"] : ["better", "worse", "similar", "not_tested"];
    const changes = none
      ? (["rose", "fell", "no_clear_change", "not_tested"] as const)
      : (["improved", "worsened", "no_clear_change", "not_tested"] as const);
    const trends = none
      ? (["rising", "falling", "no_clear_trend", "not_tested"] as const)
      : (["improving", "worsening", "no_clear_trend", "not_tested"] as const);
    const against = (there: boolean, n: number): Verdict => (has.value && there ? (verdicts[n] ?? "not_tested") : "not_compared");
    const value = has.value ? percent.now : null;
    const before = has.before ? percent.before : null;
    const counted = has.counts && value !== null && one.unit === "percent";
    const change = value === null || before === null ? null : value - before;
    const denominator = Math.max(counts.denominator, counts.numerator);
    const of = Math.max(rank.rank, Math.min(11, rank.rank + rank.tied));
    return plainRow({
      indicator: one.id,
      breakdown: one.breakdowns[breakdown % one.breakdowns.length] ?? "",
      polarity: one.polarity,
      unit: one.unit,
      value,
      symbol: value === null ? symbol : "",
      numerator: counted ? counts.numerator : null,
      denominator: counted ? denominator : null,
      ci_low: counted ? 1 : null,
      ci_high: counted ? 2 : null,
      previous_value: before,
      previous_numerator: counted && before !== null ? counts.numerator : null,
      previous_denominator: counted && before !== null ? denominator : null,
      previous_period: before === null ? "" : "2023/24",
      change,
      change_verdict: change === null ? "not_compared" : (changes[verdict.change] ?? "not_tested"),
      neighbour_mean: has.neighbours ? mean : null,
      neighbour_median: has.neighbours ? median : null,
      neighbour_mad: has.neighbours ? mad : null,
      neighbours_with_value: has.neighbours ? 10 : 0,
      neighbour_min: has.neighbours ? Math.min(percent.region, percent.england) : null,
      neighbour_max: has.neighbours ? Math.max(percent.region, percent.england) : null,
      neighbour_verdict: against(has.neighbours, verdict.neighbour),
      sensitivity: has.neighbours ? sensitivity : "",
      region_value: has.region ? percent.region : null,
      region_verdict: against(has.region, verdict.region),
      england_value: has.england ? percent.england : null,
      england_verdict: against(has.england, verdict.england),
      rank: none || value === null ? null : rank.rank,
      rank_of: none || value === null ? null : of,
      rank_tied: none || value === null ? null : Math.min(rank.tied, of - rank.rank),
      trend_verdict: value === null ? "not_tested" : (trends[verdict.trend] ?? "not_tested"),
      trend_start: "2020/21",
      children_to_neighbour_mean: counted && !none ? gap : null,
    });
  });
