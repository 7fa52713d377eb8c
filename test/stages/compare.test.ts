import { describe, expect, it } from "vitest";
import type { Authority } from "../../pipeline/model/authority.ts";
import type { Comparison } from "../../pipeline/model/comparison.ts";
import type { Neighbour } from "../../pipeline/model/neighbour.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { reportingYear } from "../../pipeline/model/period.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";
import { buildSeries, compare, newestModel } from "../../pipeline/stages/compare.ts";

const names = ["Here", "Ayton", "Beeby", "Ceeton", "Deeham", "Eeford", "Effley", "Geeham", "Aitch", "Iveston", "Jayton"];
const code = (name: string): string => `E0600000${names.indexOf(name)}`;
const authorities: Authority[] = names.map((authority, i) => ({
  authority_code: code(authority),
  dfe_code: String(800 + i),
  authority,
  region_code: "E12000006",
  region: "East of England",
  last_year: 2025,
}));
const neighbours = (of: string, list: readonly string[], model = "2025"): Neighbour[] =>
  list.map((neighbour, i) => ({
    model,
    authority_code: code(of),
    authority: of,
    rank: i + 1,
    neighbour_code: code(neighbour),
    neighbour,
    closeness: i < 8 ? "Very close" : i === 8 ? "Somewhat close" : "Not close",
  }));
const ten = names.slice(1);

type Given = Partial<SeriesRow> & { place?: string; year?: number; counts?: [number, number] };
function figure({ place = "Here", year = 2025, counts, ...given }: Given): SeriesRow {
  const special: Record<string, [string, SeriesRow["level"]]> = { England: ["E92000001", "country"], Region: ["E12000006", "region"] };
  const [authority_code, level] = special[place] ?? [code(place), "local_authority"];
  return {
    series_id: "",
    authority_code,
    authority: place,
    level,
    indicator: "health.immunisations",
    breakdown: "",
    period: reportingYear(year),
    period_end: `${year}-03-31`,
    value: null,
    numerator: counts?.[0] ?? null,
    denominator: counts?.[1] ?? null,
    symbol: "",
    unit: "percent",
    qualifier: "exact",
    origin: "official",
    source: "dfe-cla-2025",
    source_line: "",
    ...given,
  };
}

/** Neighbours' values of one year, by place. */
const around = (values: readonly number[], given: Given = {}): SeriesRow[] =>
  values.map((value, i) => figure({ ...given, place: ten[i] ?? "", value }));

function here(series: readonly SeriesRow[], year = 2025): Comparison {
  const rows = compare({ series, neighbours: neighbours("Here", ten), authorities, model: "2025", allEngland: true });
  const found = rows.find((row) => row.authority === "Here" && row.period_end.startsWith(String(year)));
  if (!found) throw new Error("no comparison");
  return found;
}

const eighties = [80, 81, 82, 83, 84, 85, 86, 87, 88, 89];

describe("compare", () => {
  it("sets a figure against mean, median, spread, region and England, with rank and interval", () => {
    const row = here([
      figure({ value: 86, counts: [215, 249] }),
      ...around(eighties),
      figure({ place: "Region", value: 86 }),
      figure({ place: "England", value: 92, source: "dfe-cla-2026" }),
    ]);
    expect(row).toMatchObject({
      comparison_id: "c-e06000000-health.immunisations-2025-03-31-2025",
      value: 86,
      neighbour_mean: 84.5,
      neighbour_median: 84.5,
      neighbour_mad: 2.5,
      neighbours_with_value: 10,
      neighbour_min: 80,
      neighbour_max: 89,
      neighbour_verdict: "similar",
      region: "East of England",
      region_value: 86,
      region_verdict: "similar",
      england_value: 92,
      england_verdict: "worse",
      rank: 4,
      rank_of: 11,
      rank_tied: 1,
      england_rank: null,
      england_rank_of: null,
      england_quartile: "",
      children_to_neighbour_mean: 0,
      children_to_england: 15,
      closeness_note: "Iveston (somewhat close);Jayton (not close)",
      source: "dfe-cla-2025;dfe-cla-2026",
    });
    expect(row.ci_low).toBeCloseTo(81.525, 3);
    expect(row.ci_high).toBeCloseTo(90.061, 3);
  });

  it("leaves neighbours without a value out of the mean and says how many had one; none, no mean", () => {
    const some = here([figure({ value: 50, counts: [50, 100] }), ...around([80, 90]), figure({ place: "Ceeton", symbol: "c" })]);
    expect(some).toMatchObject({
      neighbour_mean: 85,
      neighbours_with_value: 2,
      rank: 3,
      rank_of: 3,
      neighbour_verdict: "worse",
      children_to_neighbour_mean: 35,
    });
    const alone = here([figure({ value: 50, counts: [50, 100] })]);
    expect(alone).toMatchObject({
      neighbour_mean: null,
      neighbour_median: null,
      neighbour_min: null,
      neighbours_with_value: 0,
      neighbour_verdict: "not_compared",
      rank: 1,
      rank_of: 1,
    });
  });

  it("keeps the comparators and says that nothing is compared where a symbol stands", () => {
    expect(here([figure({ symbol: "c" }), ...around(eighties)])).toMatchObject({
      value: null,
      symbol: "c",
      neighbour_mean: 84.5,
      neighbour_verdict: "not_compared",
      rank: null,
      rank_of: null,
      change_verdict: "not_compared",
      ci_low: null,
    });
  });

  it("tests nothing where counts were not published", () => {
    expect(here([figure({ value: 50 }), ...around(eighties)])).toMatchObject({
      neighbour_verdict: "not_tested",
      rank: 11,
      children_to_neighbour_mean: null,
    });
  });

  it("survives a base of nought", () => {
    expect(here([figure({ value: 0, counts: [0, 0] }), ...around(eighties)])).toMatchObject({
      neighbour_verdict: "not_tested",
      children_to_neighbour_mean: null,
      ci_low: null,
    });
  });

  it("ranks low values first where low is good, and nothing without polarity", () => {
    const low = { indicator: "placements.three_or_more" };
    expect(here([figure({ ...low, value: 9, counts: [9, 100] }), ...around([10, 10, 12], low)])).toMatchObject({
      rank: 1,
      neighbour_verdict: "similar",
      children_to_neighbour_mean: 0,
    });
    expect(here([figure({ ...low, value: 30, counts: [30, 100] }), ...around([10, 10, 12], low)])).toMatchObject({
      rank: 4,
      neighbour_verdict: "worse",
      children_to_neighbour_mean: 20,
    });
    const none = { indicator: "cla.rate_per_10k", unit: "rate_per_10k" };
    expect(here([figure({ ...none, value: 48, counts: [337, 70074] }), ...around([80, 90], none)])).toMatchObject({
      rank: null,
      rank_of: null,
      neighbour_verdict: "lower",
      children_to_neighbour_mean: null,
      england_quartile: "",
    });
  });

  it("asks for no children where the printed figure is ahead, though the counts behind it are a child short", () => {
    expect(here([figure({ value: 86, counts: [214, 250] }), ...around([85, 86.6])])).toMatchObject({
      neighbour_mean: 85.8,
      children_to_neighbour_mean: 0,
    });
    expect(here([figure({ value: 86, counts: [214, 250] }), ...around([86, 87])])).toMatchObject({
      neighbour_mean: 86.5,
      children_to_neighbour_mean: 3,
    });
  });

  it("names the neighbours on whom a verdict rests, and the median", () => {
    const row = here([figure({ value: 86, counts: [215, 249] }), ...around([57, 76, 82, 82, 83, 83, 86, 86, 86, 91])]);
    expect(row).toMatchObject({ neighbour_mean: 81.2, neighbour_verdict: "better", sensitivity: "Ayton;Beeby;median" });
    expect(here([figure({ value: 86, counts: [215, 249] }), ...around(eighties)]).sensitivity).toBe("");
  });

  it("tests a change between two years, and turns it by polarity", () => {
    const change = (before: [number, number], after: [number, number], indicator = "health.immunisations"): Comparison =>
      here([
        figure({ indicator, year: 2024, value: Math.round((100 * before[0]) / before[1]), counts: before }),
        figure({ indicator, value: Math.round((100 * after[0]) / after[1]), counts: after }),
        ...around([80], { indicator, year: 2024 }),
        ...around([83], { indicator }),
      ]);
    expect(change([194, 266], [215, 249])).toMatchObject({
      previous_period: "2023/24",
      previous_value: 73,
      previous_numerator: 194,
      previous_denominator: 266,
      change: 13,
      change_verdict: "improved",
      neighbour_change: 3,
    });
    expect(change([194, 266], [180, 249]).change_verdict).toBe("no_clear_change");
    expect(change([20, 200], [40, 200], "placements.three_or_more").change_verdict).toBe("worsened");
    expect(change([20, 200], [40, 200], "cla.with_parents").change_verdict).toBe("rose");
  });

  it("has no previous period across a gap of a year or a new definition", () => {
    expect(here([figure({ year: 2023, value: 70, counts: [70, 100] }), figure({ value: 86, counts: [86, 100] })])).toMatchObject({
      previous_period: "",
      change: null,
      change_verdict: "not_compared",
    });
    const caseload = (year: number, value: number): SeriesRow =>
      figure({ indicator: "workforce.caseload_average", unit: "cases", period: `at ${year}-09-30`, period_end: `${year}-09-30`, value });
    const series = [caseload(2016, 17.1), caseload(2017, 16), caseload(2018, 15.5)];
    expect(here(series, 2017)).toMatchObject({ previous_period: "", change: null });
    expect(here(series, 2018)).toMatchObject({ previous_period: "at 2017-09-30", change: -0.5, change_verdict: "not_tested" });
  });

  it("tests a trend only over five yearly points with counts", () => {
    const years = (counts: readonly number[]): SeriesRow[] => counts.map((n, i) => figure({ year: 2021 + i, value: n, counts: [n, 100] }));
    expect(here(years([50, 55, 60, 65, 70]))).toMatchObject({ trend_verdict: "improving", trend_start: "2020/21" });
    expect(here(years([70, 65, 60, 55, 50]))).toMatchObject({ trend_verdict: "worsening" });
    expect(here(years([60, 61, 59, 60, 61]))).toMatchObject({ trend_verdict: "no_clear_trend", trend_start: "2020/21" });
    expect(here(years([50, 55, 60, 65, 70]).slice(1))).toMatchObject({ trend_verdict: "not_tested", trend_start: "" });
    expect(
      here(years([50, 55, 60, 65, 70]).map((row, i) => (i === 2 ? { ...row, symbol: "c" as const, value: null } : row))),
    ).toMatchObject({ trend_verdict: "not_tested" });
  });

  it("never compares what a document or an authority itself says, nor another breakdown", () => {
    const rows = compare({
      series: [
        figure({ value: 86, counts: [215, 249], origin: "document" }),
        figure({ value: 70, origin: "local" }),
        figure({ value: 50, breakdown: "age 0 to 4" }),
        ...around([90]),
      ],
      neighbours: neighbours("Here", ten),
      authorities,
      model: "2025",
      allEngland: true,
    });
    expect(rows.filter((row) => row.authority === "Here")).toMatchObject([
      { breakdown: "age 0 to 4", value: 50, neighbours_with_value: 0 },
    ]);
  });

  it("uses one neighbour model and names it", () => {
    const lists = [...neighbours("Here", ["Ayton"], "2021"), ...neighbours("Here", ["Beeby"], "2025")];
    const series = [figure({ value: 86 }), ...around([10, 90])];
    const means = ["2021", "2025"].map((model) =>
      compare({ series, neighbours: lists, authorities, model, allEngland: false }).find((row) => row.authority === "Here"),
    );
    expect(means.map((row) => [row?.neighbour_model, row?.neighbour_mean])).toEqual([
      ["2021", 10],
      ["2025", 90],
    ]);
    expect(newestModel(lists)).toBe("2025");
    expect(newestModel([])).toBe("");
  });

  it("says nothing of a place in England unless all of England is loaded", () => {
    const england = Array.from({ length: 150 }, (_, i) => ({
      ...figure({ value: i % 100 }),
      authority_code: `E1000${String(i).padStart(4, "0")}`,
    }));
    const series = [figure({ value: 99.5 }), ...england];
    const rows = (allEngland: boolean, of: readonly SeriesRow[]): Comparison | undefined =>
      compare({ series: of, neighbours: [], authorities, model: "2025", allEngland }).find((row) => row.authority === "Here");
    expect(rows(true, series)).toMatchObject({ england_rank: 1, england_rank_of: 151, england_quartile: "A" });
    expect(rows(false, series)).toMatchObject({ england_rank: null, england_rank_of: null, england_quartile: "" });
    expect(rows(true, series.slice(0, 100))).toMatchObject({ england_rank: null, england_quartile: "" });
  });

  it("leaves out years before an authority's first figure and after its last", () => {
    const rows = compare({
      series: [figure({ year: 2023, symbol: "z" }), figure({ year: 2024, value: 80 }), figure({ year: 2025, symbol: "z" })],
      neighbours: [],
      authorities,
      model: "2025",
      allEngland: false,
    });
    expect(rows.map((row) => row.period)).toEqual(["2023/24"]);
  });
});

describe("buildSeries", () => {
  const stated = (given: Partial<Observation>): Observation => ({
    observation_id: "o-1",
    document: "inspection.txt",
    authority_code: code("Here"),
    authority: "Here",
    indicator: "health.immunisations",
    breakdown: "",
    subject: "local",
    value: 73,
    value_high: null,
    unit: "percent",
    qualifier: "exact",
    numerator: null,
    denominator: null,
    period: "2011/12",
    period_start: "2011-04-01",
    period_end: "2012-03-31",
    method: "prose",
    page: null,
    paragraph: "",
    table: "",
    row: "",
    column: "",
    quote: "73% of children",
    confidence: 0.9,
    review: "",
    ...given,
  });
  const build = (...observations: Observation[]): SeriesRow[] =>
    buildSeries({
      official: [figure({ value: 86 })],
      observations,
      local: [figure({ value: 88, year: 2026, origin: "local", source: "own.csv" })],
      authorities,
    });

  it("runs from a document's figure over the official ones to an authority's own, each with its origin", () => {
    expect(build(stated({})).map(({ period, value, origin, source, source_line }) => [period, value, origin, source, source_line])).toEqual(
      [
        ["2011/12", 73, "document", "inspection.txt", "o-1"],
        ["2024/25", 86, "official", "dfe-cla-2025", ""],
        ["2025/26", 88, "local", "own.csv", ""],
      ],
    );
  });

  it("leaves out what is not the authority's own, not sure, not dated, not a number or rejected", () => {
    const out: Partial<Observation>[] = [
      { subject: "england" },
      { subject: "target" },
      { confidence: 0.4 },
      { confidence: null },
      { period_end: "" },
      { value: null },
      { review: "rejected" },
      { authority_code: "" },
    ];
    expect(build(...out.map((given, i) => stated({ ...given, observation_id: `o-${i}` })))).toHaveLength(2);
    expect(build(stated({ confidence: 0.1, review: "accepted" }))).toHaveLength(3);
  });

  it("joins a figure that a document repeats once, and keeps two that differ", () => {
    const rows = build(stated({}), stated({ observation_id: "o-2" }), stated({ observation_id: "o-3", value: 74 }));
    expect(rows.filter((row) => row.origin === "document").map((row) => row.source_line)).toEqual(["o-1", "o-3"]);
  });

  it("joins a figure that names no part to the part that is published, where there is only one", () => {
    const part = (indicator: string): string | undefined =>
      build(stated({ indicator })).find((row) => row.origin === "document")?.breakdown;
    expect(part("health.sdq_average")).toBe("age 5 to 16");
    expect(part("care_leavers.eet")).toBe("");
    expect(part("health.initial_assessment_timely")).toBe("");
  });
});
