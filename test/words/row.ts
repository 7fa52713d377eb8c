import type { Comparison } from "../../pipeline/model/comparison.ts";

/** A comparison row with everything said plainly; a test names only what it is about. */
export function row(given: Partial<Comparison> = {}): Comparison {
  return {
    comparison_id: "c-1",
    authority_code: "E06000056", authority: "Anyshire",
    indicator: "health.immunisations", breakdown: "", polarity: "high", unit: "percent",
    period: "2024/25", period_end: "2025-03-31",
    value: 86, symbol: "", numerator: 215, denominator: 249, ci_low: 81.5, ci_high: 90.1,
    previous_period: "2023/24", previous_value: 73, previous_numerator: 194, previous_denominator: 266,
    change: 13, change_verdict: "improved",
    neighbour_model: "2025", neighbour_mean: 81.2, neighbour_median: 80.5, neighbour_mad: 5.5,
    neighbours_with_value: 10, neighbour_min: 57, neighbour_max: 91, neighbour_verdict: "better", neighbour_change: -2.1,
    sensitivity: "", closeness_note: "",
    region: "East of England", region_value: 86, region_verdict: "similar",
    england_value: 84, england_verdict: "similar",
    rank: 4, rank_of: 11, rank_tied: 1,
    england_rank: null, england_rank_of: null, england_quartile: "",
    trend_verdict: "no_clear_trend", trend_start: "2020/21",
    children_to_neighbour_mean: 0, children_to_england: 0, source: "dfe-cla-2025",
    ...given,
  };
}

/** A row that nothing could be tested on: an average. */
export function averageRow(given: Partial<Comparison> = {}): Comparison {
  return row({
    indicator: "workforce.caseload_average", breakdown: "", polarity: "low", unit: "cases",
    period: "at 2025-09-30", period_end: "2025-09-30", previous_period: "at 2024-09-30",
    value: 16.4, numerator: 1368, denominator: 83.4, ci_low: null, ci_high: null,
    previous_value: 17.7, previous_numerator: null, previous_denominator: null, change: -1.3, change_verdict: "not_tested",
    neighbour_mean: 15.8, neighbour_median: 15.5, neighbour_mad: 1, neighbour_min: 12.7, neighbour_max: 19.4, neighbour_verdict: "not_tested",
    region_value: 14.5, region_verdict: "not_tested", england_value: 15.2, england_verdict: "not_tested",
    rank: 9, rank_tied: 0, trend_verdict: "not_tested", trend_start: "", children_to_neighbour_mean: null, children_to_england: null,
    ...given,
  });
}

/** A row whose figure is withheld. */
export function withheldRow(given: Partial<Comparison> = {}): Comparison {
  return row({
    value: null, symbol: "c", numerator: null, denominator: null, ci_low: null, ci_high: null,
    change: null, change_verdict: "not_compared", neighbour_verdict: "not_compared", region_verdict: "not_compared", england_verdict: "not_compared",
    rank: null, rank_of: null, rank_tied: null, trend_verdict: "not_tested", trend_start: "", children_to_neighbour_mean: null, children_to_england: null,
    ...given,
  });
}
