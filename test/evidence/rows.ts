import type { EvidenceTables } from "../../pipeline/evidence/tables.ts";
import type { Comparison } from "../../pipeline/model/comparison.ts";
import type { Observation } from "../../pipeline/model/observation.ts";

/** A few rows of two authorities and one document, for the chain and the walk. */
export const comparison: Comparison = {
  comparison_id: "c-1", authority_code: "E1", authority: "Northvale", indicator: "health.dental_checks", breakdown: "", polarity: "high", unit: "percent", period: "2024/25", period_end: "2025-03-31",
  value: 80, symbol: "", numerator: 160, denominator: 200, ci_low: 74, ci_high: 85, previous_period: "2023/24", previous_value: 85, previous_numerator: null, previous_denominator: null,
  change: -5, change_verdict: "no_clear_change", neighbour_model: "2025", neighbour_mean: 85.25, neighbour_median: 85.25, neighbour_mad: 1, neighbours_with_value: 10, neighbour_min: 79, neighbour_max: 90,
  neighbour_verdict: "worse", neighbour_change: null, sensitivity: "", closeness_note: "", region: "East", region_value: 82, region_verdict: "similar", england_value: 84, england_verdict: "similar",
  rank: 9, rank_of: 11, rank_tied: 0, england_rank: null, england_rank_of: null, england_quartile: "", trend_verdict: "not_tested", trend_start: "", children_to_neighbour_mean: 11, children_to_england: 8, source: "dfe-cla-2025",
};

export const observation: Observation = {
  observation_id: "obs-1", document: "papers.pdf", authority_code: "E1", authority: "Northvale", indicator: "health.dental_checks", breakdown: "", subject: "local",
  value: 85, value_high: null, unit: "percent", qualifier: "approx", numerator: null, denominator: null, period: "2016/17", period_start: "2016-04-01", period_end: "2017-03-31",
  method: "prose", page: 4, paragraph: "65", table: "", row: "", column: "", quote: "Some 85% of children have regular dental checks", confidence: 0.9, review: "",
};

export const tables: EvidenceTables = {
  statements: [], charts: [], comparisons: [comparison], series: [], observations: [observation], findings: [], actions: [], targets: [],
  documents: [{ document: "papers.pdf", title: "Panel papers", kind: "panel papers", publisher: "", authority_code: "E1", authority: "Northvale", region: "", published: "2018-01-15", event_start: "", event_end: "", pages: 9, sha256: "ab12" }],
  neighbours: Array.from({ length: 10 }, (_, at) => ({ model: "2025", authority_code: "E1", authority: "Northvale", rank: at + 1, neighbour_code: `N${at}`, neighbour: `Neighbour ${at}`, closeness: "Close" })),
  sources: [{ source: "dfe-cla-2025", title: "Children looked after in England", publisher: "Department for Education", release: "2025", licence: "" }],
  indicators: [], declared: [],
};
