import { describe, expect, it } from "vitest";
import { indicator } from "../../pipeline/indicators/all.ts";
import type { Action } from "../../pipeline/model/action.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";
import { comparisonWords } from "../../pipeline/words/chart-words.ts";
import { actionWords, bandsWords, controlWords, partsWords } from "../../pipeline/words/chart-words-documents.ts";
import { funnelWords, positionWords } from "../../pipeline/words/chart-words-england.ts";
import { gapWords, periodsInFull, scorecardWords, tallyPhrase } from "../../pipeline/words/chart-words-several.ts";
import { periodsSpokenOf, scoreRange, trendWords } from "../../pipeline/words/chart-words-trend.ts";
import { averageRow, row, withheldRow } from "./row.ts";

const immunisations = indicator("health.immunisations");
const development = indicator("health.development_checks");
const caseload = indicator("workforce.caseload_average");
const sdq = indicator("health.sdq_average");
const drawn = { axisStart: 50, symbols: [], quoted: [] };

describe("headlines by verdict", () => {
  it("better, worse, similar, and higher or lower", () => {
    expect(comparisonWords(row(), immunisations, drawn).headlines[0]).toBe(
      "Immunisations: 86% up to date, better than the neighbour mean of 81.2%",
    );
    expect(comparisonWords(row({ neighbour_verdict: "similar" }), immunisations, drawn).headlines[0]).toBe(
      "Immunisations: 86% up to date, similar to the neighbour mean of 81.2%",
    );
    const rate = row({ polarity: "none", unit: "rate_per_10k", value: 33, neighbour_mean: 51, neighbour_verdict: "lower" });
    expect(comparisonWords(rate, indicator("cla.rate_per_10k"), drawn).headlines[0]).toBe(
      "Children in care per 10,000: 33, lower than the neighbour mean of 51.0",
    );
  });
  it("not tested: the place only", () => {
    expect(comparisonWords(averageRow(), caseload, drawn).headlines[0]).toBe("The average caseload: 16.4, third highest of eleven");
    expect(comparisonWords(averageRow({ england_quartile: "C" }), caseload, drawn).headlines[0]).toBe(
      "The average caseload, 16.4, is in England’s second-highest quarter",
    );
  });
  it("takes the shorter name of a measure before it drops the figure that it is set against", () => {
    const few = row({
      indicator: "placements.three_or_more",
      polarity: "low",
      value: 18,
      neighbour_mean: 10.1,
      neighbour_verdict: "worse",
      england_quartile: "D",
    });
    const { headlines } = comparisonWords(few, indicator("placements.three_or_more"), drawn);
    expect(headlines).toContain("Three or more placements: 18%, worse than the neighbour mean of 10.1%");
    expect(headlines.findIndex((text) => text.startsWith("Three or more"))).toBeLessThan(
      headlines.findIndex((text) => text.endsWith("the neighbour mean")),
    );
    const place = positionWords(few, indicator("placements.three_or_more"), {
      axisStart: null,
      symbols: [],
      shown: 151,
      leftOut: 0,
      quarter: 3,
    }).headlines;
    expect(place[1]).toBe("Three or more placements: 18%, in England’s highest quarter");
    expect(place).toHaveLength(3);
    expect(place[2]).toBe("Children with three or more placements: 18%");
  });
  it("withheld, or not found", () => {
    expect(comparisonWords(withheldRow(), immunisations, drawn).headlines[0]).toBe(
      "The figure for immunisations is withheld, so it cannot be compared",
    );
    expect(comparisonWords(withheldRow({ symbol: "x" }), immunisations, drawn).headlines[0]).toBe("No figure for immunisations in 2024/25");
  });
  it("counts lead in cohorts under thirty", () => {
    const few = row({ value: 93, numerator: 14, denominator: 15, neighbour_verdict: "similar", neighbour_mean: 90 });
    expect(comparisonWords(few, development, drawn).headlines[0]).toBe(
      "Development checks: 14 of 15 up to date, similar to the neighbour mean of 90.0%",
    );
    expect(comparisonWords(few, development, drawn).notes.join(" ")).toContain("one child moves the figure by 7 percentage points");
  });
  it("run from the fullest to the shortest", () => {
    const { headlines } = comparisonWords(row(), immunisations, drawn);
    expect(headlines.map((text) => text.length)).toEqual(headlines.map((text) => text.length).sort((a, b) => b - a));
    expect(headlines.at(-1)).toBe("Better than the neighbour mean");
  });
});

describe("trends", () => {
  const before = row({
    comparison_id: "c-0",
    period: "2023/24",
    period_end: "2024-03-31",
    value: 73,
    numerator: 194,
    denominator: 266,
    previous_period: "2022/23",
    previous_value: 83,
    previous_numerator: 217,
    previous_denominator: 263,
    change: -10,
    change_verdict: "worsened",
  });
  it("fell, then recovered, when both moves were tested and the fall is made good", () => {
    expect(trendWords([before, row()], immunisations, drawn).headlines[0]).toBe(
      "Immunisations fell to 73% in 2023/24, then recovered to 86%",
    );
    expect(trendWords([before, row({ value: 80, change: 7 })], immunisations, drawn).headlines[0]).toBe(
      "Immunisations fell to 73% in 2023/24, then rose to 80%",
    );
    expect(trendWords([{ ...before, change_verdict: "no_clear_change" }, row()], immunisations, drawn).headlines[0]).toBe(
      "Immunisations rose from 73% to 86% in a year",
    );
  });
  it("little changed only when it is little", () => {
    expect(trendWords([before, row({ value: 74, change: 1, change_verdict: "no_clear_change" })], immunisations, drawn).headlines[0]).toBe(
      "Immunisations: little changed at 74% in 2024/25",
    );
    expect(trendWords([before, row({ value: 80, change: 7, change_verdict: "no_clear_change" })], immunisations, drawn).headlines[0]).toBe(
      "Immunisations: no clear change, at 80% in 2024/25",
    );
  });
  it("says of both moves that they were tested, and which figures the drawing has to print", () => {
    expect(trendWords([before, row()], immunisations, drawn).notes).toContain(
      "The fall to 2023/24 and the rise since are both more than chance would explain (two-proportion z tests).",
    );
    expect(periodsSpokenOf([before, row()])).toEqual(["2023/24"]);
    expect(periodsSpokenOf([before, row({ change_verdict: "no_clear_change" })])).toEqual([]);
  });
  it("tells of years without a figure, and of figures from documents", () => {
    const first = row({ comparison_id: "c-00", period: "2020/21", period_end: "2021-03-31", value: 86 });
    const { alt } = trendWords([first, withheldRow({ period: "2022/23", period_end: "2023-03-31" }), row()], immunisations, drawn);
    expect(alt).toMatch(
      /^Line chart of looked-after children with immunisations up to date, Anyshire: 86% in 2020\/21 and 86% in 2024\/25, with no figure for 2022\/23\. /,
    );
    const quoted = [{ ...printed, period_end: "2017-03-31" }];
    expect(trendWords([first, row()], immunisations, { ...drawn, quoted }).subtitle).toMatch(
      /2020\/21 to 2024\/25, and earlier figures in documents$/,
    );
  });
  it("five years only where the trend test says so and the ends agree", () => {
    const start = row({ comparison_id: "c-00", period: "2020/21", period_end: "2021-03-31", value: 66 });
    const now = row({ value: 95, change: 4, change_verdict: "no_clear_change", trend_verdict: "improving" });
    expect(trendWords([start, before, now], immunisations, drawn).headlines[0]).toBe(
      "Immunisations rose from 66% in 2020/21 to 95% in 2024/25",
    );
    expect(trendWords([{ ...start, value: 97 }, before, now], immunisations, drawn).headlines[0]).not.toMatch(/rose/);
  });
  it("the average SDQ score by its range, never as better or worse", () => {
    const score = averageRow({ indicator: "health.sdq_average", unit: "score", value: 14.5, period: "2024/25", period_end: "2025-03-31" });
    expect(trendWords([score], sdq, drawn).headlines[0]).toBe("The average SDQ score, 14.5, is in the borderline range");
    expect([13.8, 14, 16.9, 17].map(scoreRange)).toEqual([
      "is below the borderline range",
      "is in the borderline range",
      "is in the borderline range",
      "is in the range of cause for concern",
    ]);
  });
  it("tells a blind councillor the first, lowest and last value, the finding and the comparators", () => {
    const first = row({ comparison_id: "c-00", period: "2020/21", period_end: "2021-03-31", value: 84 });
    expect(trendWords([first, before, row()], immunisations, drawn).alt).toBe(
      "Line chart of looked-after children with immunisations up to date, Anyshire: 84% in 2020/21, lowest 73% in 2023/24, and 86% in 2024/25. " +
        "It rose in the last year by more than chance would explain. " +
        "The latest figure is slightly better than neighbours (mean 81.2%), and similar to the East of England (86%) and England (84%).",
    );
  });
  it("rests on every row that it draws", () => {
    expect(trendWords([before, row()], immunisations, drawn).restsOn).toEqual(["c-0", "c-1"]);
  });
});

describe("charts of several measures", () => {
  it("counts tests, not measures", () => {
    const counts = (better: number, similar: number, worse: number) => ({
      better,
      similar,
      worse,
      tested: better + similar + worse,
      untested: 0,
    });
    expect(tallyPhrase(counts(5, 4, 0), "the neighbour mean", "tests")).toBe(
      "Better than the neighbour mean on five of nine tests, worse on none",
    );
    expect(tallyPhrase(counts(1, 1, 2), "neighbours", "tests")).toBe("Worse than neighbours on two of four tests, better on one");
    expect(tallyPhrase(counts(0, 9, 0), "the neighbour mean", "tests")).toBe("Similar to the neighbour mean on all nine tests");
    expect(tallyPhrase(counts(2, 0, 0), "neighbours", "tests")).toBe("Better than neighbours on both tests");
    expect(tallyPhrase(counts(0, 0, 0), "neighbours", "tests")).toBe("No measure could be tested against neighbours");
  });
  it("names the largest gap that is beyond chance, as children", () => {
    const behind = row({ value: 67, neighbour_verdict: "worse", children_to_neighbour_mean: 60 });
    const chance = row({
      comparison_id: "c-2",
      indicator: "health.dental_checks",
      neighbour_verdict: "similar",
      children_to_neighbour_mean: 99,
    });
    expect(gapWords([chance, behind], "Anyshire", indicator, 10, []).headlines[0]).toBe(
      "Immunising 60 more children would reach the neighbour mean",
    );
    const fewer = row({
      indicator: "placements.three_or_more",
      polarity: "low",
      neighbour_verdict: "worse",
      children_to_neighbour_mean: 9,
    });
    for (const text of gapWords([fewer], "Anyshire", indicator, 1, []).headlines) expect(text).toMatch(/three or more placements/i);
    expect(gapWords([chance], "Anyshire", indicator, 10, []).headlines[0]).toBe("Similar to the neighbour mean on the one test possible");
  });
  it("gives the periods of all", () => {
    expect(periodsInFull([row(), row(), averageRow()], indicator)).toBe("year ending 31 March 2025 (social workers: 30 September 2025)");
    expect(periodsInFull([row(), averageRow()], indicator)).toBe("year ending 31 March 2025 (social workers: 30 September 2025)");
    const older = row({ period: "2023/24", period_end: "2024-03-31", indicator: "health.dental_checks" });
    expect(periodsInFull([row(), row(), older], indicator)).toBe("year ending 31 March 2025 (teeth checked by a dentist: 2023/24)");
    const { notes, headlines } = scorecardWords([row(), averageRow()], "Anyshire", indicator, []);
    expect(notes[0]).toBe("Verdicts use 95% intervals; one measure has nothing to test.");
    expect(headlines[0]).toBe("Better than the neighbour mean on the one test possible; one not tested");
  });
});

describe("charts of all England", () => {
  const england = {
    axisStart: null,
    symbols: [],
    shown: 151,
    leftOut: 2,
    outside95: 85,
    outside998: 51,
    beyond: "none" as const,
    quarter: 1,
  };
  it("places by value and compares by verdict", () => {
    expect(positionWords(row({ england_quartile: "B" }), immunisations, england).headlines[0]).toBe(
      "Immunisations, 86%, are in England’s second-highest quarter",
    );
    expect(
      positionWords(row({ value: 100, england_quartile: "C", england_rank: 1, england_rank_of: 140 }), immunisations, england).headlines[0],
    ).toBe("Immunisations: 100%, joint fourth highest of eleven");
    const rate = row({ polarity: "none", unit: "rate_per_10k", indicator: "cla.rate_per_10k", value: 144, neighbour_verdict: "higher" });
    expect(positionWords(rate, indicator("cla.rate_per_10k"), { ...england, quarter: 3 }).headlines[0]).toBe(
      "Children in care per 10,000: 144, in England’s highest quarter",
    );
    expect(positionWords(row({ england_rank: 40, england_rank_of: 151 }), immunisations, england).notes).toContain(
      "Rank in England: 40 of 151, counted from the highest.",
    );
    expect(funnelWords(row({ value: 96, england_verdict: "better", england_value: 90 }), immunisations, england).headlines[0]).toBe(
      "Immunisations: 96% up to date, better than England’s 90%",
    );
    expect(funnelWords(row(), immunisations, england).notes[0]).toContain("85 of 151 lie outside the first and 51 outside the second");
    expect(funnelWords(row(), immunisations, england).alt).toMatch(/On the funnel Anyshire lies inside the limits\.$/);
    expect(funnelWords(row(), immunisations, { ...england, beyond: "95%" }).alt).toMatch(/lies between the 95% and the 99\.8% limits\.$/);
    expect(funnelWords(row(), immunisations, { ...england, outside95: 0, outside998: 0 }).notes[0]).toContain(
      "None of 151 lie outside the first and none outside the second",
    );
    expect(funnelWords(row(), immunisations, england).notes).toContain("Two authorities have no published figure and are left out.");
  });
});

const printed: SeriesRow = {
  series_id: "s-1",
  authority_code: "E06000001",
  authority: "Anyshire",
  level: "local_authority",
  indicator: "health.immunisations",
  breakdown: "",
  period: "2016/17",
  period_end: "2017-03-31",
  value: 90,
  numerator: null,
  denominator: null,
  symbol: "",
  unit: "percent",
  qualifier: "exact",
  origin: "document",
  source: "paper.txt",
  source_line: "",
};

const action = (given: Partial<Action>): Action => ({
  document: "plan.txt",
  authority_code: "",
  plan: "",
  recommendation_no: 1,
  recommendation: "",
  action_id: "1.1",
  action: "",
  outcome: "",
  timescale: "",
  due: "2018-06-30",
  lead: "",
  progress: "",
  rag: "",
  page: null,
  place: "",
  ...given,
});

describe("charts of what documents say", () => {
  it("time bands: what the counts give, and the printed figure answered", () => {
    const words = bandsWords({
      authority: "Anyshire",
      period: "2016/17",
      printed: 89.7,
      perMark: 1,
      restsOn: ["o-1"],
      bands: [
        { label: "0 to 20 days", count: 90, inTime: true },
        { label: "21 to 30 days", count: 14, inTime: false },
        { label: "over 30 days", count: 5, inTime: false },
        { label: "none", count: 7, inTime: null },
      ],
    });
    expect(words.headlines[0]).toBe("90 of 116 first health assessments were in time (77.6%)");
    expect(words.notes).toContain("The document prints 89.7%; its own counts give 77.6%.");
    expect(words.alt).toContain("19 were late and 7 children had none");
  });
  it("time bands of a table without a row for no assessment say nothing of children who had none", () => {
    const bands = [
      { label: "0 to 20 days", count: 90, inTime: true },
      { label: "over 20 days", count: 14, inTime: false },
    ];
    const words = bandsWords({ authority: "Anyshire", period: "2016/17", printed: null, perMark: 1, restsOn: ["o-1"], bands });
    expect(words.alt).toContain("90 were within the 20 working days that the law allows (86.5%) and 14 were late.");
    expect([words.alt, ...words.notes].join(" ")).not.toMatch(/none|no assessment/);
  });
  it("parts: what held, or the latest share, and never a change", () => {
    const year = (period: string, foster: number) => ({
      period,
      total: 100,
      parts: [
        { name: "foster", count: foster },
        { name: "other", count: 100 - foster },
      ],
    });
    const words = (counts: number[]) =>
      partsWords({
        authority: "Anyshire",
        measure: "Looked-after children by placement",
        people: "children",
        family: ["foster"],
        did: "lived with foster carers",
        years: counts.map((n, i) => year(`201${4 + i}/1${5 + i}`, n)),
        restsOn: [],
      });
    expect(words([72, 70, 68]).headlines[0]).toBe("About seven in ten children lived with foster carers in each year");
    expect(words([80, 64]).headlines[0]).toBe("64% of children lived with foster carers in 2015/16");
  });
  it("control charts count the points outside", () => {
    const points = Array.from({ length: 14 }, (_, i) => ({
      period: `2024-${String((i % 12) + 1).padStart(2, "0")}`,
      value: i === 3 ? 40 : 80,
      signal: i === 3 ? "outside_limits" : "",
    }));
    const drawnFrom = {
      authority: "Anyshire",
      measure: "First health assessments in time",
      unit: "percent" as const,
      mean: 77,
      lower: 60,
      upper: 94,
      trial: false,
      restsOn: [],
    };
    const words = controlWords({ ...drawnFrom, points });
    expect(words.headlines[0]).toBe("One of 14 months lies outside the control limits");
    expect(words.notes).toContain("Diamonds: more than common variation.");
    const inside = points.map((point) => ({ ...point, value: 80, signal: "" }));
    expect(controlWords({ ...drawnFrom, points: inside }).headlines[0]).toBe("No month of 14 lies outside the control limits");
    // Inside the limits is no all-clear where a run says otherwise.
    expect(
      controlWords({ ...drawnFrom, points: inside.map((point, i) => ({ ...point, signal: i > 6 ? "seven_one_side" : "" })) }).headlines[0],
    ).toBe("Seven months in a row lie on one side of the mean: more than common variation");
  });
  it("action plans: overdue by date, rated as printed", () => {
    const plan = [
      action({ due: "2017-12-31" }),
      action({ action_id: "1.2", rag: "Yellow" }),
      action({ action_id: "1.3", due: "" }),
      action({ action_id: "1.4", due: "2018-01-31" }),
      action({ action_id: "1.5", due: "2017-11-30", rag: "Green" }),
    ];
    const words = actionWords(plan, "2018-01-15", "Anyshire");
    expect(words.headlines[0]).toBe("One of five actions was overdue and three had no RAG rating");
    expect(
      actionWords(
        plan.map((one) => ({ ...one, due: "" })),
        "2018-01-15",
        "Anyshire",
      ).headlines[0],
    ).toBe("None of five actions had a date and three had no RAG rating");
    expect(actionWords(plan, "", "Anyshire").headlines[0]).toBe("Four of five actions had a date and three had no RAG rating");
    expect(actionWords(plan, "", "Anyshire").alt).toContain("Four have a date, and the day of the meeting is not known.");
    expect(actionWords([action({ due: "" })], "2018-01-15", "Anyshire").headlines[0]).toBe("The one action had no date and no RAG rating");
    expect(actionWords([action({ due: "2017-12-31" })], "2018-01-15", "Anyshire").headlines[0]).toBe(
      "The one action was overdue and had no RAG rating",
    );
    expect(words.alt).toContain(
      "One was overdue, one due in the month of the meeting, one still to come, one without a date and one done.",
    );
  });
});
