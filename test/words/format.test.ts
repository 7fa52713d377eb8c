import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicator } from "../../pipeline/indicators/all.ts";
import {
  formatChange,
  formatCounts,
  formatDifference,
  formatMean,
  formatNumber,
  formatRank,
  formatRankOf,
  formatValue,
} from "../../pipeline/words/format.ts";
import { countable, joinList, lowerFirst, numberWord, ordinalFigure, ordinalWord, singular } from "../../pipeline/words/grammar.ts";

const percent = indicator("health.immunisations");
const rate = indicator("workforce.vacancy_rate");
const cases = indicator("workforce.caseload_average");

describe("numbers", () => {
  it("prints published values as published", () => {
    expect(formatValue(86, percent)).toBe("86%");
    expect(formatValue(90.7, percent)).toBe("90.7%");
    expect(formatValue(23, rate)).toBe("23.0%");
    expect(formatValue(16.4, cases)).toBe("16.4");
    expect(formatValue(null, percent)).toBe("–");
    expect(formatValue(1348, indicator("cla.count"))).toBe("1,348");
    expect(formatValue(2, indicator("judgement"))).toBe("good");
    expect(formatValue(1, indicator("camhs.waiting"))).toBe("1.0 weeks");
  });
  it("shows one decimal of a value that was worked out", () => {
    expect(formatValue((100 * 90) / 116, percent)).toBe("77.6%");
  });
  it("prints means to one decimal", () => {
    expect(formatMean(81.15, percent)).toBe("81.2%");
    expect(formatMean(79, percent)).toBe("79.0%");
  });
  it("rounds half away from zero on the decimal digits", () => {
    expect(formatNumber(2.85, 1)).toBe("2.9");
    expect(formatNumber(1.005, 2)).toBe("1.01");
    expect(formatNumber(-2.5, 0)).toBe("−3");
    expect(formatNumber(-0.04, 1)).toBe("0.0");
    expect(formatNumber(81.24999999999999, 1)).toBe("81.3");
  });
  it("agrees with half-expand rounding of the shortest decimal for published figures", () => {
    const reference = new Intl.NumberFormat("en-GB", {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      roundingMode: "halfExpand",
    } as Intl.NumberFormatOptions);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (n) => {
        expect(formatNumber(n / 1000, 1)).toBe(reference.format(n / 1000));
      }),
    );
  });
  it("signs changes with a true minus and nought without a sign", () => {
    expect(formatChange(13, percent)).toBe("+13");
    expect(formatChange(-1.3, cases)).toBe("−1.3");
    expect(formatChange(0, percent)).toBe("0");
    expect(formatChange(null, percent)).toBe("–");
  });
  it("never calls a difference of percentages a percentage", () => {
    expect(formatDifference(-13, percent)).toBe("13 percentage points");
    expect(formatDifference(1, percent)).toBe("1 percentage point");
    expect(formatDifference(-1.3, cases)).toBe("1.3");
  });
  it("sets counts and ranks", () => {
    expect(formatCounts(763, 1348)).toBe("763 of 1,348");
    expect(formatCounts(null, 249)).toBeNull();
    expect(formatRank(4, 1)).toBe("joint 4th");
    expect(formatRankOf(1, 11, 0)).toBe("first of eleven");
    expect(formatRankOf(3, 8, 2)).toBe("joint third of eight");
  });
});

describe("grammar", () => {
  it("counts in words up to ten", () => {
    expect([0, 1, 10, 11, 1348].map(numberWord)).toEqual(["no", "one", "ten", "11", "1,348"]);
    expect([1, 11, 12, 22, 113].map(ordinalFigure)).toEqual(["1st", "11th", "12th", "22nd", "113th"]);
    expect([1, 11, 12].map(ordinalWord)).toEqual(["first", "eleventh", "12th"]);
  });
  it("makes the singular of those counted", () => {
    expect(countable(1, "children aged 5 to 16")).toBe("child aged 5 to 16");
    expect(countable(2, "children")).toBe("children");
    expect(singular("care leavers aged 19 to 21")).toBe("care leaver aged 19 to 21");
    expect(singular("social worker posts")).toBe("social worker post");
  });
  it("joins lists, with semicolons round names that hold a comma", () => {
    expect(joinList(["a"])).toBe("a");
    expect(joinList(["a", "b", "c"])).toBe("a, b and c");
    expect(joinList(["Havering", "Bournemouth, Christchurch and Poole", "Suffolk"], "or")).toBe(
      "Havering; Bournemouth, Christchurch and Poole; or Suffolk",
    );
  });
  it("keeps abbreviations in capitals", () => {
    expect(lowerFirst("SDQ scores")).toBe("SDQ scores");
    expect(lowerFirst("The average SDQ score")).toBe("the average SDQ score");
  });
});
