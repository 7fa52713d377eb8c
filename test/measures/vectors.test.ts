import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrastRatio } from "../charts/contrast.ts";
import { parseCsv } from "../../pipeline/core/csv.ts";
import { byarCount, exactCount } from "../../pipeline/measures/byar.ts";
import { funnelLimits, funnelPosition } from "../../pipeline/measures/funnel-limits.ts";
import { quantileGroup } from "../../pipeline/measures/quantile-group.ts";
import { cutPoints, quartileBand } from "../../pipeline/measures/quartile-band.ts";
import { rank } from "../../pipeline/measures/rank.ts";
import { roundHalfAwayFromZero } from "../../pipeline/measures/rounding.ts";
import { wilson, z95, z998 } from "../../pipeline/measures/wilson.ts";
import {
  sevenOneSide,
  sevenPointTrend,
  spreadBack,
  twoInThree,
  twoInThreeWindow,
  xmrSignals,
  type Side,
} from "../../pipeline/measures/xmr-rules.ts";
import type { Signal } from "../../pipeline/model/control-point.ts";
import { assurance, isShortSeries, xmrLimits } from "../../pipeline/measures/xmr.ts";

const folder = new URL("../vectors/", import.meta.url);

/** Lines of a file of expected values, by column. */
function vectors(file: string): Record<string, string>[] {
  const { header, rows, problems } = parseCsv(readFileSync(new URL(file, folder), "utf8"));
  expect(problems).toEqual([]);
  return rows.map(({ cells }) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ""])));
}

const list = (cell: string | undefined): number[] => (cell ?? "").split(";").map(Number);
const numberOrNull = (cell: string | undefined): number | null => (cell === "" || cell === undefined ? null : Number(cell));
const sidesOf = (cell: string | undefined): Side[] => list(cell).map((n) => (n > 0 ? 1 : n < 0 ? -1 : 0));
function zOf(confidence: string | undefined): number {
  const z = { "0.95": z95, "0.998": z998, "1": Infinity }[confidence ?? ""];
  if (z === undefined) throw new Error(`No z for a confidence of ${confidence}`);
  return z;
}
const polarityOf = (highIsGood: string | undefined): "high" | "low" => (highIsGood === "1" ? "high" : "low");

/** Relative tolerance of 1e-7, so that small values are held as tightly as large ones. */
function expectNear(actual: number | undefined | null, expected: number, about: unknown, tolerance = 1e-7): void {
  const difference = Math.abs((actual ?? Number.NaN) - expected);
  expect(difference <= tolerance * Math.abs(expected) + 1e-12, `${JSON.stringify(about)}: got ${actual}`).toBe(true);
}

const tested: Record<string, () => void> = {
  "contrast.csv": () => {
    for (const row of vectors("contrast.csv")) {
      const ratio = contrastRatio(row["colour_a"] ?? "", row["colour_b"] ?? "");
      expectNear(ratio, Number(row["contrast_ratio"]), row, 0.0006);
      expect(ratio >= 3, row["name"]).toBe(row["meets_3_to_1"] === "1");
    }
  },
  "funnel_proportion_limits.csv": () => {
    for (const row of vectors("funnel_proportion_limits.csv")) {
      const [baseline, denominator] = [Number(row["baseline_proportion"]), Number(row["denominator"])];
      const inner = funnelLimits(baseline, denominator, z95);
      const outer = funnelLimits(baseline, denominator, z998);
      // Printed to six decimals of a percentage.
      expectNear((inner?.low ?? NaN) * 100, Number(row["lower_95_pct"]), row, 1e-6);
      expectNear((inner?.high ?? NaN) * 100, Number(row["upper_95_pct"]), row, 1e-6);
      expectNear((outer?.low ?? NaN) * 100, Number(row["lower_998_pct"]), row, 1e-6);
      expectNear((outer?.high ?? NaN) * 100, Number(row["upper_998_pct"]), row, 1e-6);
    }
  },
  "funnel_proportion_significance.csv": () => {
    for (const row of vectors("funnel_proportion_significance.csv")) {
      const position = funnelPosition(Number(row["numerator"]), Number(row["denominator"]), Number(row["baseline_proportion"]));
      expect(position, JSON.stringify(row)).toBe(Number(row["expected_code_-2_low999_-1_low975_0_none_1_high975_2_high999"]));
    }
  },
  "lait_quantile_cutpoints.csv": () => {
    for (const row of vectors("lait_quantile_cutpoints.csv")) {
      const cuts = cutPoints(list(row["sorted_values_semicolon"])) ?? [];
      ["q0", "q25", "q50", "q75", "q100"].forEach((column, i) => expectNear(cuts[i], Number(row[column]), [row["indicator"], column]));
    }
  },
  "lait_quartile_band.csv": () => {
    const bands: Record<string, string | null> = { "1": "A", "2": "B", "3": "C", "4": "D", "-1": null, "": null };
    for (const row of vectors("lait_quartile_band.csv")) {
      const cuts = ["q0", "q25", "q50", "q75", "q100"].map((column) => numberOrNull(row[column]));
      const value = numberOrNull(row["value"]);
      const expected = bands[row["expected_band_1A_2B_3C_4D_-1error_blank_missing"] ?? "?"];
      expect(quartileBand(value, cuts, polarityOf(row["high_is_good"])), JSON.stringify(row)).toBe(expected);
    }
  },
  "lait_rank.csv": () => {
    const rows = vectors("lait_rank.csv");
    for (const row of rows) {
      const among = rows.filter((other) => other["case"] === row["case"]).map((other) => numberOrNull(other["value"]));
      expect(rank(numberOrNull(row["value"]), among, polarityOf(row["high_is_good"])), JSON.stringify(row)).toBe(
        numberOrNull(row["expected_rank_blank_missing"]),
      );
    }
  },
  "rank_quantiles_phe.csv": () => {
    const rows = vectors("rank_quantiles_phe.csv");
    for (const row of rows) {
      const among = rows.filter((other) => other["group"] === row["group"]).map((other) => Number(other["value"]));
      const from = row["highest_value_is_quantile_1"] === "1" ? "highest" : "lowest";
      expect(quantileGroup(Number(row["value"]), among, Number(row["quantiles"]), from), JSON.stringify(row)).toBe(
        Number(row["expected_quantile"]),
      );
    }
  },
  "rates_byar_exact.csv": () => {
    for (const row of vectors("rates_byar_exact.csv")) {
      const count = Number(row["count"]);
      const byar = row["method_1_byar_0_exact"] === "1";
      const { low, high } = byar ? byarCount(count, zOf(row["confidence"])) : exactCount(count, Number(row["confidence"]));
      const scale = row["denominator"] === "" ? 1 : Number(row["multiplier"]) / Number(row["denominator"]);
      // A blank lower end stands where Byar's approximation falls below nought.
      if (row["lower"] === "") expect(low).toBeLessThan(0);
      else expectNear(low * scale, Number(row["lower"]), row);
      expectNear(high * scale, Number(row["upper"]), row);
    }
  },
  "rounding.csv": () => {
    for (const row of vectors("rounding.csv")) {
      expect(roundHalfAwayFromZero(Number(row["value"]), Number(row["decimals"])), JSON.stringify(row)).toBe(
        Number(row["half_up_away_from_zero"]),
      );
    }
  },
  "wilson.csv": () => {
    for (const row of vectors("wilson.csv")) {
      const interval = wilson(numberOrNull(row["numerator"]), numberOrNull(row["denominator"]), zOf(row["confidence"]));
      const multiplier = Number(row["multiplier"]);
      if (row["lower"] === "") {
        expect(interval, JSON.stringify(row)).toBeNull();
        continue;
      }
      expectNear((interval?.low ?? NaN) * multiplier, Number(row["lower"]), row);
      expectNear((interval?.high ?? NaN) * multiplier, Number(row["upper"]), row);
    }
  },
  "xmr_limits.csv": () => {
    for (const row of vectors("xmr_limits.csv")) {
      const fixAfter = row["fix_after_n"] === "" ? {} : { fixAfter: Number(row["fix_after_n"]) };
      const limits = xmrLimits(list(row["values_semicolon"]), { screen: row["screen_outliers"] !== "0", ...fixAfter });
      expectNear(limits?.mean, Number(row["mean_full"]), row);
      expectNear(limits?.movingRange, Number(row["average_moving_range_full"]), row);
      expectNear(limits?.low, Number(row["lower_full"]), row);
      expectNear(limits?.high, Number(row["upper_full"]), row);
      if (row["expected_mean_printed"] === "") continue;
      const printed = Number(row["print_tolerance"]);
      expect(Math.abs((limits?.low ?? NaN) - Number(row["expected_lower_printed"]))).toBeLessThanOrEqual(printed);
      expect(Math.abs((limits?.high ?? NaN) - Number(row["expected_upper_printed"]))).toBeLessThanOrEqual(printed);
    }
  },
  "xmr_rules.csv": () => {
    for (const row of vectors("xmr_rules.csv")) {
      const { rule = "", input_a = "", input_b_side_of_mean = "", expected = "" } = row;
      expect(applyRule(rule, input_a, input_b_side_of_mean), JSON.stringify(row)).toBe(expected);
    }
  },
  "xmr_series_codes.csv": () => {
    const codes: Record<Signal, number> = { outside_limits: 1, trend_of_seven: 2, two_in_three: 3, seven_one_side: 4 };
    for (const row of vectors("xmr_series_codes.csv")) {
      const values = list(row["values"]);
      const limits = xmrLimits(values);
      if (!limits) throw new Error("no limits");
      expectNear(limits.mean, Number(row["mean"]), row["case"]);
      expectNear(limits.low, Number(row["lower"]), row["case"]);
      expectNear(limits.high, Number(row["upper"]), row["case"]);
      const points = xmrSignals(values, limits);
      const signed = points.map(({ signal, side }) => (signal ? codes[signal] * side : 0));
      expect(signed.join(";"), row["case"]).toBe(row["cause_codes_0none_1out_2trend_3twointhree_4seven_signed"]);
      expect(points.map(({ side }) => side).join(";"), row["case"]).toBe(row["type_if_increase_good"]);
      expect(points.map(({ side }) => (side === 0 ? 0 : -side)).join(";"), row["case"]).toBe(row["type_if_decrease_good"]);
      expect(points.map(({ side }) => side * 2).join(";"), row["case"]).toBe(row["type_if_neutral_2high_-2low"]);
    }
  },
};

/** Result of one rule of control charts, as the file writes it. */
function applyRule(rule: string, a: string, b: string): string {
  const bits = (flags: readonly boolean[]): string => flags.map(Number).join(";");
  const values = list(a);
  const close = values.map((value) => value === 1);
  const signals = (): ReturnType<typeof xmrSignals> => {
    const limits = xmrLimits(values);
    return limits ? xmrSignals(values, limits) : [];
  };
  const verdicts = { pass: "1", fail: "-1", "hit or miss": "0" };
  switch (rule.split("(")[0]) {
    case "seven_one_side_end":
      return sevenOneSide(sidesOf(a)).join(";");
    case "spread_back_to_all_seven":
      return bits(spreadBack(sidesOf(a)).map((flag) => flag !== 0));
    case "seven_point_trend_end":
      return sevenPointTrend(values).join(";");
    case "two_in_three_window":
      return bits(twoInThreeWindow(close, sidesOf(b)));
    case "two_in_three_points_flagged":
      return bits(twoInThree(close, sidesOf(b)));
    case "point_type_last_two":
      return signals()
        .slice(-2)
        .map(({ side }) => side)
        .join(";");
    case "count_common_cause_of_20":
      return String(signals().filter(({ signal }) => signal === null).length);
    case "assurance_target4_increase":
      return verdicts[assurance({ low: values[0] ?? NaN, high: values[1] ?? NaN }, 4, "high")];
    case "assurance_target4_decrease":
      return verdicts[assurance({ low: values[0] ?? NaN, high: values[1] ?? NaN }, 4, "low")];
    case "short_group_warning_threshold_12":
      return String(Number(isShortSeries(Number(a), 12)));
    default:
      throw new Error(`No test for the rule ${rule}`);
  }
}

describe("expected values of other tools", () => {
  it("has a test for every file", () => {
    expect(Object.keys(tested).sort()).toEqual(
      readdirSync(folder)
        .filter((name) => name.endsWith(".csv"))
        .sort(),
    );
  });
  for (const [file, test] of Object.entries(tested)) it(file, test);
});
