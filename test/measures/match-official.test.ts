import { describe, expect, it } from "vitest";
import { indexOfficial, matchOfficial } from "../../pipeline/measures/match-official.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";

const official = (given: Partial<SeriesRow>): SeriesRow => ({
  series_id: "",
  authority_code: "E06000056",
  authority: "Central Bedfordshire",
  level: "local_authority",
  indicator: "health.sdq_average",
  breakdown: "age 5 to 16",
  period: "2016/17",
  period_end: "2017-03-31",
  value: 13.8,
  numerator: null,
  denominator: null,
  symbol: "",
  unit: "score",
  qualifier: "exact",
  origin: "official",
  source: "dfe-lait-2026",
  source_line: "",
  ...given,
});
const stated = (given: Partial<Observation>): Observation => ({
  observation_id: "o",
  document: "pack.txt",
  authority_code: "E06000056",
  authority: "Central Bedfordshire",
  indicator: "health.sdq_average",
  breakdown: "",
  subject: "local",
  value: 13.2,
  value_high: null,
  unit: "score",
  qualifier: "exact",
  numerator: null,
  denominator: null,
  period: "2016/17",
  period_start: "2016-04-01",
  period_end: "2017-03-31",
  method: "table",
  page: null,
  paragraph: "",
  table: "",
  row: "",
  column: "",
  quote: "",
  confidence: 1,
  review: "",
  ...given,
});
const match = (observation: Observation, ...rows: SeriesRow[]) => matchOfficial(observation, indexOfficial(rows));

describe("matchOfficial", () => {
  it("finds the published figure of the same authority, indicator and year, and how far the document is from it", () => {
    expect(match(stated({}), official({}))).toEqual({ official: official({}), difference: -0.6, differs: true });
  });

  it("allows for the rounding of the coarser of the two", () => {
    const percent = (value: number, published: number): boolean | undefined =>
      match(stated({ value, unit: "percent" }), official({ value: published, unit: "percent" }))?.differs;
    expect(percent(89.7, 90)).toBe(false);
    expect(percent(89.4, 90)).toBe(true);
    expect(percent(87, 86)).toBe(true);
    expect(percent(86, 86)).toBe(false);
    expect(percent(73.5, 74)).toBe(false);
  });

  it("takes a day for the year that ends on it, and not a quarter", () => {
    expect(match(stated({ period: "at 2017-03-31", period_start: "2017-03-31" }), official({}))).not.toBeNull();
    expect(match(stated({ period: "2016/17 Q4", period_start: "2017-01-01" }), official({}))).toBeNull();
  });

  it("matches the same part, or the only one published where the document names none", () => {
    const two = [official({ breakdown: "age 17 to 18", value: 1 }), official({ breakdown: "age 19 to 21", value: 2 })];
    expect(match(stated({}), ...two)).toBeNull();
    expect(match(stated({ breakdown: "age 19 to 21" }), ...two)?.official.value).toBe(2);
    expect(match(stated({ breakdown: "boys" }), official({}))).toBeNull();
  });

  it("matches nothing that is qualified, undated, of somebody else, in another unit, withheld or not official", () => {
    expect(match(stated({ qualifier: "over" }), official({}))).toBeNull();
    expect(match(stated({ period_end: "", period_start: "" }), official({}))).toBeNull();
    expect(match(stated({ subject: "england" }), official({}))).toBeNull();
    expect(match(stated({ unit: "percent" }), official({}))).toBeNull();
    expect(match(stated({}), official({ value: null, symbol: "c" }))).toBeNull();
    expect(match(stated({}), official({ origin: "local" }))).toBeNull();
  });
});
