import { describe, expect, it } from "vitest";
import { indicator } from "../../pipeline/indicators/all.ts";
import type { Comparison } from "../../pipeline/model/comparison.ts";
import {
  closenessNote,
  medianNote,
  neighboursNote,
  noNationalFigureNote,
  sensitivityNote,
  smallNumbersNote,
  symbolNote,
  testNote,
} from "../../pipeline/words/notes.ts";
import { sentence } from "../../pipeline/words/sentence.ts";
import { changeProse, comparisonProse, factSentence, gapSentence, trendSentence } from "../../pipeline/words/sentences.ts";
import { averageRow, row, withheldRow } from "./row.ts";

const immunisations = indicator("health.immunisations");
const dental = indicator("health.dental_checks");
const placements = indicator("placements.three_or_more");
const rate = indicator("cla.rate_per_10k");
const caseload = indicator("workforce.caseload_average");
const eet = indicator("care_leavers.eet");
const said = (one: { text: string } | null): string | null => one && one.text;

describe("the figure", () => {
  it("stands with its counts", () => {
    expect(said(factSentence(row(), immunisations))).toBe("In 2024/25, 215 of 249 children (86%) had immunisations up to date.");
  });
  it("agrees with one person", () => {
    const one = row({ indicator: "care_leavers.eet", breakdown: "age 17 to 18", value: 4, numerator: 1, denominator: 25 });
    expect(said(factSentence(one, eet))).toBe(
      "In 2024/25, 1 of 25 care leavers aged 17 to 18 (4%) was in education, employment or training.",
    );
  });
  it("does without counts, and reads as an average or a rate", () => {
    expect(said(factSentence(row({ numerator: null, denominator: null }), immunisations))).toBe(
      "In 2024/25, 86% of children had immunisations up to date.",
    );
    expect(said(factSentence(averageRow(), caseload))).toBe("At 30 September 2025, social workers held 16.4 cases each on average.");
    expect(said(factSentence(row({ unit: "rate_per_10k", polarity: "none", value: 48 }), rate))).toBe(
      "In 2024/25, 48 in every 10,000 children were in care.",
    );
  });
  it("says why there is none", () => {
    expect(said(factSentence(withheldRow(), immunisations))).toBe(
      "The figure for immunisations in 2024/25 is withheld to protect confidentiality ([c]).",
    );
    expect(said(factSentence(withheldRow({ symbol: "" }), immunisations))).toBe("The figure for immunisations in 2024/25 was not found.");
    expect(said(factSentence(withheldRow({ symbol: "k" }), immunisations))).toContain("rounds to zero but is not zero");
  });
});

describe("the comparison", () => {
  it("gives each verdict once, with the figure it was given against", () => {
    expect(said(comparisonProse(row(), immunisations))).toBe(
      "The figure is slightly better than neighbours (mean 81.2%), and similar to the East of England (86%) and England (84%).",
    );
    expect(said(comparisonProse(row({ sensitivity: "Hampshire" }), immunisations))).toBe(
      "The figure is better than neighbours (mean 81.2%), and similar to the East of England (86%) and England (84%).",
    );
  });
  it("says similar whatever the raw gap", () => {
    const wide = row({ value: 99, neighbour_verdict: "similar", region_verdict: "similar", england_verdict: "similar" });
    expect(said(comparisonProse(wide, immunisations))).toBe(
      "The figure is similar to neighbours (mean 81.2%), the East of England (86%) and England (84%).",
    );
  });
  it.each<[number, number, string]>([
    [80.5 + 0.4 * 5.5, 5.5, "better"],
    [80.5 + 1.0 * 5.5, 5.5, "slightly better"],
    [80.5 + 2.0 * 5.5, 5.5, "better"],
    [80.5 + 3.0 * 5.5, 5.5, "much better"],
    [86, 0, "better"],
    [80, 5.5, "better"],
  ])("climbs the ladder of deviations from the median: %d with deviation %d", (value, neighbour_mad, expected) => {
    const text =
      said(comparisonProse(row({ value, neighbour_mad, region_verdict: "not_tested", england_verdict: "not_tested" }), immunisations)) ??
      "";
    expect(text.startsWith(`The figure is ${expected} than neighbours`)).toBe(true);
  });
  it("asks for a check beyond seven and a half deviations", () => {
    expect(said(comparisonProse(row({ neighbour_mad: 0.5 }), immunisations))).toContain("needs checking");
  });
  it("turns by polarity and has no good or bad side without one", () => {
    const low = row({
      polarity: "low",
      value: 7,
      neighbour_mean: 12,
      neighbour_median: 12,
      neighbour_mad: 2,
      region_verdict: "not_tested",
      england_verdict: "not_tested",
    });
    expect(said(comparisonProse(low, placements))).toBe("The figure is better than neighbours (mean 12.0%).");
    const none = row({
      polarity: "none",
      unit: "rate_per_10k",
      value: 33,
      neighbour_mean: 51,
      neighbour_median: 52,
      neighbour_mad: 4,
      neighbour_verdict: "lower",
      region: "South West",
      region_value: 62,
      region_verdict: "lower",
      england_value: 67,
      england_verdict: "lower",
    });
    expect(said(comparisonProse(none, rate))).toBe(
      "The figure is much lower than neighbours (mean 51.0), and lower than the South West (62) and England (67).",
    );
  });
  it("gives place and figures where nothing was tested, and no verdict", () => {
    expect(said(comparisonProse(averageRow(), caseload))).toBe(
      "The figure is the third highest of eleven; the neighbours’ mean is 15.8 and England’s average 15.2. No test is possible: an average comes without the spread that a test needs.",
    );
    expect(said(comparisonProse(withheldRow(), immunisations))).toBe("It cannot be compared.");
  });
});

describe("the change", () => {
  it("moves only when tested, in percentage points", () => {
    expect(said(changeProse(row(), immunisations))).toBe(
      "The share improved by 13 percentage points, from 194 of 266 (73%) in 2023/24: more than chance would explain.",
    );
    const worse: Partial<Comparison> = {
      value: 84,
      numerator: 209,
      previous_value: 94,
      previous_numerator: 250,
      change: -10,
      change_verdict: "worsened",
    };
    expect(said(changeProse(row(worse), dental))).toBe(
      "The share worsened by 10 percentage points, from 250 of 266 (94%) in 2023/24: more than chance would explain.",
    );
    expect(said(changeProse(row({ change_verdict: "no_clear_change" }), immunisations))).toBe(
      "There is no clear change from 194 of 266 (73%) in 2023/24.",
    );
  });
  it("says that it was not tested, or the same", () => {
    expect(said(changeProse(averageRow(), caseload))).toBe("It was 17.7 at 30 September 2024.");
    expect(said(changeProse(row({ value: 73, change: 0, change_verdict: "not_tested" }), immunisations))).toBe(
      "It was also 194 of 266 (73%) in 2023/24.",
    );
  });
  it("is silent without an earlier figure or without a later one", () => {
    expect(changeProse(row({ previous_value: null }), immunisations)).toBeNull();
    expect(changeProse(withheldRow(), immunisations)).toBeNull();
  });
  it("tells the trend only where it was tested", () => {
    expect(said(trendSentence(row({ trend_verdict: "worsening" })))).toBe("The five-year trend, 2020/21 to 2024/25, is getting worse.");
    expect(said(trendSentence(row()))).toBe("Over five years there is no clear trend.");
    expect(trendSentence(averageRow())).toBeNull();
  });
});

describe("the gap", () => {
  it("counts the children behind it, and says when chance may explain it", () => {
    const behind = row({ neighbour_verdict: "worse", children_to_neighbour_mean: 60 });
    expect(said(gapSentence(behind, immunisations))).toBe("Immunising 60 more children would reach the neighbours’ mean.");
    expect(said(gapSentence(row({ neighbour_verdict: "similar", children_to_neighbour_mean: 1 }), dental))).toBe(
      "Dental checks for one more child would reach the neighbours’ mean, but a gap of this size could be chance.",
    );
    expect(said(gapSentence(row({ polarity: "low", neighbour_verdict: "worse", children_to_neighbour_mean: 14 }), placements))).toBe(
      "14 fewer children with three or more placements would reach the neighbours’ mean.",
    );
    expect(gapSentence(row(), immunisations)).toBeNull();
  });
});

describe("notes", () => {
  it("names the neighbours that decide a verdict", () => {
    expect(said(sensitivityNote(row({ sensitivity: "Hampshire" })))).toBe("“Better” would not hold if Hampshire were left out.");
    expect(said(sensitivityNote(row({ sensitivity: "Hampshire;Kent;median", neighbour_verdict: "worse" })))).toBe(
      "“Worse” would not hold if Hampshire or Kent were left out or against the median.",
    );
    expect(said(sensitivityNote(row({ sensitivity: "a;b;c;d;e;f", neighbour_verdict: "similar" })))).toBe(
      "“Similar” would not hold if any one of six neighbours were left out.",
    );
    expect(sensitivityNote(row())).toBeNull();
    expect(sensitivityNote(averageRow({ sensitivity: "Hampshire" }))).toBeNull();
  });
  it("warns of small numbers under thirty", () => {
    expect(said(smallNumbersNote(row({ denominator: 15, numerator: 14 }), immunisations))).toBe(
      "Small numbers: with 15 children, one child moves the figure by 7 percentage points.",
    );
    expect(smallNumbersNote(row({ denominator: 30 }), immunisations)).toBeNull();
    expect(smallNumbersNote(row({ denominator: 0 }), immunisations)).toBeNull();
  });
  it("explains symbols once each, the mean, the median, the neighbours and the test", () => {
    expect(symbolNote(["c", "x", "c", ""])).toBe("[c] confidential: withheld so that nobody can be identified. [x] not available.");
    expect(said(medianNote(row(), immunisations))).toBe("Neighbour median: 80.5%.");
    expect(said(neighboursNote(row({ neighbours_with_value: 8 })))).toBe(
      "The neighbour mean is of eight of the ten; the others have no figure.",
    );
    expect(said(neighboursNote(row({ neighbours_with_value: 9 })))).toBe(
      "The neighbour mean is of nine of the ten; the other has no figure.",
    );
    expect(said(neighboursNote(row({ neighbours_with_value: 0 })))).toBe("No neighbour has a figure, so there is no mean.");
    expect(neighboursNote(row())).toBeNull();
    expect(said(closenessNote(row({ closeness_note: "Kent (not close);Wirral (somewhat close)" })))).toBe(
      "Neighbours less alike than the rest in the 2025 model: Kent (not close) and Wirral (somewhat close).",
    );
    expect(said(testNote(row(), immunisations))).toContain("95% intervals (Wilson). Better or worse");
    expect(said(testNote(row({ unit: "rate_per_10k", polarity: "none" }), rate))).toContain("(Byar). Higher or lower");
    expect(said(testNote(averageRow(), caseload))).toContain("No interval and no verdict");
    expect(said(noNationalFigureNote(indicator("health.initial_assessment_timely")))).toMatch(/^No national figure is published/);
  });
});

describe("a sentence object", () => {
  it("has the same id for the same words and rows, and another for others", () => {
    expect(sentence("a.", ["1", "2"]).id).toBe(sentence("a.", ["1", "2", "1", ""]).id);
    expect(sentence("a.", ["1"]).id).not.toBe(sentence("a.", ["2"]).id);
    expect(sentence("a.", ["1"]).id).not.toBe(sentence("b.", ["1"]).id);
  });
});
