import { describe, expect, it } from "vitest";
import { describeDocument } from "../../pipeline/extract/describe/describe-document.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";
import { targetsAcross } from "../../pipeline/reconcile/checks/conflicts/targets-across.ts";

const text = "Reviews were on time in 91% of cases in 2022/23, against a target of 95%.";
const stated: Observation = {
  observation_id: "o-1",
  document: "paper.txt",
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
  period: "2022/23",
  period_start: "2022-04-01",
  period_end: "2023-03-31",
  method: "prose",
  page: null,
  paragraph: "",
  table: "",
  row: "",
  column: "",
  quote: text,
  confidence: 0.9,
  review: "",
};
const own = (values: Partial<SeriesRow>): SeriesRow => ({
  series_id: "t-1",
  authority_code: "E06000056",
  authority: "Central Bedfordshire",
  level: "local_authority",
  indicator: "reviews.timely",
  breakdown: "",
  period: "2022/23",
  period_end: "2023-03-31",
  value: 90,
  numerator: null,
  denominator: null,
  symbol: "",
  unit: "percent",
  qualifier: "exact",
  origin: "local",
  source: "targets.csv",
  source_line: "targets.csv:2",
  ...values,
});
async function found(observation: Observation, target: SeriesRow) {
  const source = await readDocument("paper.txt", new TextEncoder().encode(text));
  return targetsAcross.find({
    documents: [describeDocument(source, null, [])],
    observations: [observation],
    official: [],
    targets: [target],
    indicators,
  });
}

describe("a target in a document", () => {
  it("is set against the authority's own for the same measure and year", async () => {
    expect(await found(stated, own({}))).toMatchObject([
      { severity: "warning", kind: "conflict", stated: "95%", expected: "90%", indicator: "reviews.timely", observations: "o-1" },
    ]);
  });

  it.each([
    ["says the same", {}, { value: 95 }],
    ["is for another year", {}, { period: "2023/24", period_end: "2024-03-31" }],
    ["names no year", { period: "" }, {}],
    ["is of another authority", {}, { authority_code: "E06000055" }],
    ["is qualified", { qualifier: "at_least" }, {}],
    ["was rejected by a person", { review: "rejected" }, {}],
  ] as const)("is passed by when it %s", async (_, observation, target) => {
    expect(await found({ ...stated, ...observation }, own(target))).toEqual([]);
  });
});
