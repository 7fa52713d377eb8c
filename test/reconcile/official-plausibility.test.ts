import { describe, expect, it } from "vitest";
import { indicators } from "../../pipeline/indicators/all.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";
import { officialPlausibility } from "../../pipeline/reconcile/checks/units/official-plausibility.ts";

const row = (year: string, values: Partial<SeriesRow>): SeriesRow => ({
  series_id: `s-${year}`,
  authority_code: "E09000001",
  authority: "City of London",
  level: "local_authority",
  indicator: "health.sdq_average",
  breakdown: "age 5 to 16",
  period: year,
  period_end: `20${year.slice(5)}-03-31`,
  value: 0,
  numerator: null,
  denominator: null,
  symbol: "",
  unit: "score",
  qualifier: "exact",
  origin: "official",
  source: "release",
  source_line: `release.csv:${year}`,
  ...values,
});
const found = (rows: readonly SeriesRow[]) =>
  officialPlausibility.find({ documents: [], observations: [], official: rows, targets: [], indicators });

describe("a published value that is nobody's", () => {
  it("is told once for all its years, and of the authority", () => {
    const [one, ...more] = found([row("2021/22", {}), row("2022/23", {}), row("2023/24", { value: 13.2 })]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      kind: "plausibility",
      severity: "warning",
      authority: "City of London",
      indicator: "health.sdq_average",
      stated: "0",
      document: "",
    });
    expect(one?.message).toContain("2021/22, 2022/23");
  });

  it("is a share of a base of nobody too", () => {
    expect(
      found([row("2021/22", { indicator: "care_leavers.eet", unit: "percent", value: 0, numerator: 0, denominator: 0 })])[0]?.message,
    ).toContain("a share of no children");
  });

  it.each([
    ["a share of 0 of some children", { indicator: "care_leavers.eet", unit: "percent", value: 0, numerator: 0, denominator: 8 }],
    ["a count of 0", { indicator: "cla.count", unit: "count", value: 0 }],
    ["a symbol", { value: null, symbol: "z" }],
    ["of a region", { level: "region" }],
  ] as const)("is passed by when it is %s", (_, values) => {
    expect(found([row("2021/22", values)])).toEqual([]);
  });
});
