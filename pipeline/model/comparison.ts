import { withoutSpaces } from "../core/hash.ts";
import { date, defineTable, integer, number, oneOf, text, type RowOf } from "../core/table-schema.ts";

const polarities = ["high", "low", "none"] as const;
export type Polarity = (typeof polarities)[number];
/**
 * higher and lower are for measures without polarity. not_tested: both figures are there, but no counts
 * to test with. not_compared: one of the two is missing.
 */
export const verdicts = ["better", "worse", "similar", "higher", "lower", "not_tested", "not_compared"] as const;
export type Verdict = (typeof verdicts)[number];
export const changeVerdicts = ["improved", "worsened", "no_clear_change", "rose", "fell", "not_tested", "not_compared"] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];
const trendVerdicts = ["improving", "worsening", "no_clear_trend", "rising", "falling", "not_tested"] as const;
export type TrendVerdict = (typeof trendVerdicts)[number];

/** One authority, indicator, breakdown and period, set against its neighbours, region and England. */
export const comparisons = defineTable({
  name: "comparisons",
  description: "Each authority's official figure against its statistical neighbours, region and England",
  key: ["authority_code", "indicator", "breakdown", "period_end", "neighbour_model"],
  fields: {
    comparison_id: text("Stable id"),
    authority_code: text("ONS code"),
    authority: text("Name"),
    indicator: text("Indicator id"),
    breakdown: text("Part of the whole; empty for the whole"),
    polarity: oneOf(polarities, "high is good, low is good, or neither"),
    unit: text("Unit of the values"),
    period: text("Period"),
    period_end: date("Last day of the period"),
    value: number("Published value"),
    symbol: text("Symbol where there is no value"),
    numerator: number("Count behind the value"),
    denominator: number("Base of the value"),
    ci_low: number("Lower end of the 95% interval, in the unit"),
    ci_high: number("Upper end"),
    previous_period: text("Period before, where the series holds one and no break stands between"),
    previous_value: number("Value then"),
    previous_numerator: number("Count then"),
    previous_denominator: number("Base then"),
    change: number("Value less previous value: percentage points for percentages"),
    change_verdict: oneOf(changeVerdicts, "Two-proportion z test at 95%, turned by polarity"),
    neighbour_model: text("Year of the neighbour model"),
    neighbour_mean: number("Unweighted mean of the neighbours with a value"),
    neighbour_median: number("Median of the same"),
    neighbour_mad: number("Median absolute deviation of the same"),
    neighbours_with_value: integer("How many had a value, of ten"),
    neighbour_min: number("Lowest of them"),
    neighbour_max: number("Highest of them"),
    neighbour_verdict: oneOf(verdicts, "Interval against the mean"),
    neighbour_change: number("Change of the mean since the previous period"),
    sensitivity: text("Neighbours without any one of which, or 'median', the verdict would differ; separated by ;"),
    closeness_note: text("Neighbours that are only somewhat close or not close; separated by ;"),
    region: text("Name of the region"),
    region_value: number("Published value of the region"),
    region_verdict: oneOf(verdicts, "Interval against it"),
    england_value: number("Published value of England"),
    england_verdict: oneOf(verdicts, "Interval against it"),
    rank: integer("Rank among the authority and its neighbours with a value; 1 is best; ties share the lowest"),
    rank_of: integer("How many of the eleven had a value"),
    rank_tied: integer("How many others share the rank"),
    england_rank: integer("Rank among all authorities; only when all of England is loaded"),
    england_rank_of: integer("How many had a value"),
    england_quartile: text("LAIT band A to D; only when all of England is loaded"),
    trend_verdict: oneOf(trendVerdicts, "Linear trend in proportions over five yearly points without a break"),
    trend_start: text("First of the five periods; empty when not tested"),
    children_to_neighbour_mean: integer(
      "Children more (or, where low is good, fewer) that would reach the mean on its own base; 0 when the published value is level or ahead",
    ),
    children_to_england: integer("The same against England"),
    source: text("Source ids, separated by ;"),
  },
});
export type Comparison = RowOf<typeof comparisons>;

/** The id of what a cell prints: a row and the columns of it, such as "c-…@england_value". The whole row without columns. */
export const cellRef = (id: string, columns: readonly (keyof Comparison & string)[]): string =>
  columns.length === 0 ? id : `${id}@${columns.join("+")}`;

/** The id of all places at one point: every row of a measure and the day its period ends. */
export const everyoneRef = ({ indicator, breakdown, period_end }: Pick<Comparison, "indicator" | "breakdown" | "period_end">): string =>
  withoutSpaces(`everyone:${indicator}|${breakdown}|${period_end}`);

/** The row and columns of such an id; null for an id without columns. */
export function parseCellRef(ref: string): { id: string; columns: string[] } | null {
  // Most ids are of whole rows.
  if (!ref.includes("@")) return null;
  const [, id, columns] = /^(c-.+)@([a-z_+]+)$/.exec(ref) ?? [];
  return id === undefined || columns === undefined ? null : { id, columns: columns.split("+") };
}
