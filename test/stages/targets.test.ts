import { describe, expect, it } from "vitest";
import { indicators } from "../../pipeline/indicators/all.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { parseLocal } from "../../pipeline/readers/local/parse-local.ts";
import { collectTargets } from "../../pipeline/stages/targets.ts";
import { register } from "../readers/official/release-text.ts";

const stated = (given: Partial<Observation>): Observation => ({
  observation_id: "obs-1",
  document: "pack.txt",
  authority_code: "E06000056",
  authority: "Central Bedfordshire",
  indicator: "reviews.timely",
  breakdown: "",
  subject: "target",
  value: 95,
  value_high: null,
  unit: "percent",
  qualifier: "exact",
  numerator: null,
  denominator: null,
  period: "2017/18",
  period_start: "2017-04-01",
  period_end: "2018-03-31",
  method: "prose",
  page: null,
  paragraph: "",
  table: "",
  row: "",
  column: "",
  quote: "",
  confidence: 0.9,
  review: "",
  ...given,
});

describe("collectTargets", () => {
  it("puts targets of local files and of documents in one table, each with its place", () => {
    const { targets } = parseLocal("bedford.csv", "indicator,period,target\nhealth.sdq_completion,2025/26,95\n", register, indicators);
    expect(collectTargets({ local: targets, observations: [stated({})] })).toMatchObject([
      {
        authority: "Bedford",
        indicator: "health.sdq_completion",
        breakdown: "age 5 to 16",
        period: "2025/26",
        target: 95,
        origin: "local",
        source_line: "bedford.csv:2",
      },
      {
        authority: "Central Bedfordshire",
        indicator: "reviews.timely",
        target: 95,
        origin: "document",
        source: "pack.txt",
        source_line: "obs-1",
      },
    ]);
  });

  it("leaves out figures that are no target, not sure or rejected", () => {
    const out: Partial<Observation>[] = [
      { subject: "local" },
      { value: null },
      { confidence: 0.4 },
      { review: "rejected" },
      { authority_code: "" },
    ];
    expect(collectTargets({ local: [], observations: out.map(stated) })).toEqual([]);
  });
});
