import { describe, expect, it } from "vitest";
import { readHeading, type HeadingContext } from "../../../pipeline/extract/tables/read-heading.ts";

const context: HeadingContext = {
  dates: { published: "", event_start: "", event_end: "" },
  region: "East of England",
  authority: "Barset",
  base: "2023/24",
  seen: new Map(),
};
const read = (text: string) => readHeading(text, context);

describe("whose", () => {
  it.each([
    ["Barset", "local"],
    ["Barset Council", "local"],
    ["England 2022/23", "england"],
    ["Eng Av", "england"],
    ["National average", "england"],
    ["East of England", "region:East of England"],
    ["South West average", "region:South West"],
    ["SN", "statistical_neighbours"],
    ["Stat. Neigh. Avg", "statistical_neighbours"],
    ["Statistical Neighbour Average 2015/16", "statistical_neighbours"],
    ["Target", "target"],
    ["Tgt 24/25", "target"],
    ["Children placed outside England", null],
    ["2023/24", null],
    ["Number", null],
  ])("%s: %s", (text, subject) => {
    expect(read(text).subject).toBe(subject);
  });
});

describe("when", () => {
  it.each([
    ["2015", "2015"],
    ["2016-17", "2016/17"],
    ["22/23", "2022/23"],
    ["Q1", "2023/24 Q1"],
    ["Qtr 3 22/23", "2022/23 Q3"],
    ["Apr", "2023-04"],
    ["March", "2024-03"],
    ["Mar-24", "2024-03"],
    ["31/03/2024", "at 2024-03-31"],
    ["YTD", "2023/24"],
    ["Previous quarter", ""],
    ["Last year", "2022/23"],
    ["Number", null],
    ["41/95", null],
  ])("%s: %s", (text, period) => {
    expect(read(text).period).toBe(period);
  });
});

describe("in what", () => {
  it.each([
    ["%", "percent"],
    ["% of LAC", "percent"],
    ["No. of children", "count"],
    ["Rate per 10,000", "rate_per_10k"],
    ["Cost £", "gbp"],
    ["Average days", "days"],
    ["2023/24", null],
  ])("%s: %s", (text, unit) => {
    expect(read(text).unit).toBe(unit);
  });

  it.each(["Change", "% change", "Direction of travel", "RAG", "Page", "Rank", "Difference from England"])("no level: %s", (text) => {
    expect(read(text).skip).toBe(true);
  });
});
