import { describe, expect, it } from "vitest";
import type { SeriesRow } from "../../pipeline/model/series.ts";
import { cadenceOf } from "../../pipeline/model/control-point.ts";
import { controlLimits } from "../../pipeline/stages/control-limits.ts";

/** A monthly local series from April 2024. */
function months(values: readonly number[], given: Partial<SeriesRow> = {}): SeriesRow[] {
  return values.map((value, i) => {
    const month = new Date(Date.UTC(2024, 3 + i, 1)).toISOString().slice(0, 7);
    return {
      series_id: `s-${i}`,
      authority_code: "E06000056",
      authority: "Central Bedfordshire",
      level: "local_authority",
      indicator: "health.initial_assessment_timely",
      breakdown: "",
      period: month,
      period_end: `${month}-28`,
      value,
      numerator: null,
      denominator: null,
      symbol: "",
      unit: "percent",
      qualifier: "exact",
      origin: "local",
      source: "own.csv",
      source_line: "",
      ...given,
    };
  });
}
const thirteen = [88, 90, 87, 91, 89, 92, 90, 88, 93, 91, 94, 92, 95];

describe("controlLimits", () => {
  it("gives a series of thirteen months its limits, no further than the unit allows", () => {
    const points = controlLimits(months(thirteen));
    expect(points).toHaveLength(13);
    expect(points[12]).toMatchObject({
      cadence: "monthly",
      value: 95,
      points: 13,
      limits: "set",
      low: expect.closeTo(83.4542, 3),
      high: expect.closeTo(98.0842, 3),
      mean: expect.closeTo(90.7692, 3),
    });
    expect(controlLimits(months([99, 100, 98, 99, 100, 90, 99]))[0]?.high).toBe(100);
  });

  it("calls the limits of twelve points or fewer trial, and gives one point none", () => {
    expect(new Set(controlLimits(months(thirteen.slice(1))).map((point) => point.limits))).toEqual(new Set(["trial"]));
    expect(controlLimits(months([90]))).toEqual([]);
  });

  it("says what a signal means by polarity", () => {
    const leap = [...Array.from({ length: 16 }, (_, i) => 80 + (i % 2)), 60];
    expect(controlLimits(months(leap)).at(-1)).toMatchObject({ signal: "outside_limits", meaning: "worsening" });
    expect(controlLimits(months(leap, { indicator: "workforce.vacancy_rate" })).at(-1)).toMatchObject({ meaning: "improving" });
    expect(controlLimits(months(leap, { indicator: "cla.foster_care" })).at(-1)).toMatchObject({ meaning: "lower" });
    expect(controlLimits(months(leap.slice(0, -1)))[3]).toMatchObject({ signal: "", meaning: "" });
  });

  it("begins again after a missing month", () => {
    const gap = months(thirteen).filter((_, i) => i !== 5);
    expect(controlLimits(gap)).toHaveLength(7);
    expect(controlLimits(gap)[0]).toMatchObject({ period: "2024-10", points: 7, limits: "trial" });
  });

  it("has none for annual figures, releases and documents", () => {
    expect(controlLimits(months(thirteen, { period: "2024/25" }))).toEqual([]);
    expect(controlLimits(months(thirteen, { origin: "official" }))).toEqual([]);
    expect(["2025-06", "at 2025-06", "2025/26 Q1", "2025/26", "2025", "at 2025-06-30"].map(cadenceOf)).toEqual([
      "monthly",
      "monthly",
      "quarterly",
      null,
      null,
      null,
    ]);
  });
});
