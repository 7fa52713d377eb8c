import { date, defineTable, integer, number, oneOf, text, type RowOf } from "../core/table-schema.ts";

const cadences = ["monthly", "quarterly"] as const;
type Cadence = (typeof cadences)[number];

/** How often a period such as 2025-06 or 2025/26 Q1 recurs; null for years, days and spans. */
export function cadenceOf(period: string): Cadence | null {
  if (/^(?:at )?\d{4}-\d{2}$/.test(period)) return "monthly";
  return /^\d{4}\/\d{2} Q[1-4]$/.test(period) ? "quarterly" : null;
}

/** Why a point is more than common variation, strongest first; "" is common variation. */
const signals = ["", "outside_limits", "trend_of_seven", "two_in_three", "seven_one_side"] as const;
export type Signal = Exclude<(typeof signals)[number], "">;

/** One point of an authority's own monthly or quarterly series, with the XmR limits of that series. */
export const controlPoints = defineTable({
  name: "control_points",
  description: "Authorities' own monthly and quarterly series with their control limits (XmR)",
  key: ["authority_code", "indicator", "breakdown", "cadence", "period_end"],
  fields: {
    series_id: text("Id of the value in series"),
    authority_code: text("ONS code"),
    authority: text("Name"),
    indicator: text("Indicator id"),
    breakdown: text("Part of the whole; empty for the whole"),
    cadence: oneOf(cadences, "How often the series has a point"),
    period: text("Period"),
    period_end: date("Last day of the period"),
    value: number("Value, provisional"),
    mean: number("Mean of the series"),
    low: number("Lower limit: mean less 2.66 mean moving ranges, no lower than the unit allows"),
    high: number("Upper limit: mean and 2.66 mean moving ranges, no higher than the unit allows"),
    points: integer("Points of the series, without a gap"),
    limits: oneOf(["set", "trial"], "trial with fewer than 13 points: they will move as points come in"),
    signal: oneOf(signals, "Why the point is more than common variation; empty when it is not"),
    meaning: oneOf(["", "improving", "worsening", "higher", "lower"], "What the signal means, turned by polarity"),
  },
});
export type ControlPoint = RowOf<typeof controlPoints>;
