import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Comparison } from "../../pipeline/model/comparison.ts";
import { pointKey } from "../../pipeline/model/series-id.ts";
import { buildSeries, compare, newestModel } from "../../pipeline/stages/compare.ts";
import type { Figures } from "../../pipeline/stages/ingest-figures.ts";
import { hasOfficial, ingestEngland, ingestShipped, officialFolder } from "./published-files.ts";

/*
 * The same comparisons, worked out again from the files by plain code that shares nothing with the
 * pipeline: no reader, no register, no measure.
 */

type Raw = Record<string, string>;

/** Cells of one line; the only quoted cells of these files are names with commas. */
const cellsOf = (line: string): string[] => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? "");

function rawRows(file: string): Raw[] {
  const [head = "", ...lines] = readFileSync(new URL(file, officialFolder), "utf8").replace("\ufeff", "").trimEnd().split(/\r?\n/);
  const columns = cellsOf(head);
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, i) => [columns[i] ?? "", cell])));
}

type Check = {
  indicator: string;
  breakdown: string;
  file: string;
  rows: (row: Raw) => boolean;
  column: string;
  polarity: "high" | "low";
  end: string;
};
const outcome =
  (breakdown: string) =>
  (row: Raw): boolean =>
    row["breakdown"] === breakdown;
const checks: Check[] = [
  {
    indicator: "health.immunisations",
    breakdown: "",
    file: "la_conviction_health_outcome_cla.csv",
    rows: outcome("Had their immunisations up to date"),
    column: "children_percent",
    polarity: "high",
    end: "-03-31",
  },
  {
    indicator: "health.dental_checks",
    breakdown: "",
    file: "la_conviction_health_outcome_cla.csv",
    rows: outcome("Had their teeth checked by a dentist"),
    column: "children_percent",
    polarity: "high",
    end: "-03-31",
  },
  {
    indicator: "health.sdq_average",
    breakdown: "age 5 to 16",
    file: "la_conviction_health_outcome_cla.csv",
    rows: outcome("SDQ average score"),
    column: "children_count",
    polarity: "low",
    end: "-03-31",
  },
  {
    indicator: "placements.three_or_more",
    breakdown: "",
    file: "la_cla_placement_stability.csv",
    rows: (row) => row["placement_stability"] === "With 3 or more placements during the year",
    column: "children_percent",
    polarity: "low",
    end: "-03-31",
  },
  {
    indicator: "care_leavers.eet",
    breakdown: "age 19 to 21",
    file: "la_care_leavers_activity.csv",
    rows: (row) => row["care_leaver_age"] === "19 to 21 years" && row["breakdown"] === "Total in education, employment or training",
    column: "care_leaver_percent",
    polarity: "high",
    end: "-03-31",
  },
  {
    indicator: "workforce.turnover_rate",
    breakdown: "children and family social workers",
    file: "csww_indicators_2017_to_2025.csv",
    rows: () => true,
    column: "turnover_rate_fte",
    polarity: "low",
    end: "-09-30",
  },
];

/** DfE number to the numbers of its ten neighbours, in the model of 2025. */
function rawNeighbours(): Map<string, string[]> {
  const rows = rawRows("sn_model_2025_wide.csv");
  return new Map(rows.map((row) => [row["old_la_code"] ?? "", Array.from({ length: 10 }, (_, i) => row[`SN_${i + 1}`] ?? "")]));
}

/** Type 7 quantile, straight from its definition. */
function typeSeven(values: number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const low = sorted[Math.floor(h)] ?? NaN;
  return low + (h - Math.floor(h)) * ((sorted[Math.floor(h) + 1] ?? low) - low);
}

function naiveBand(value: number, values: number[], polarity: "high" | "low"): string {
  const [q1, q2, q3] = [typeSeven(values, 0.25), typeSeven(values, 0.5), typeSeven(values, 0.75)];
  const letters = polarity === "low" ? "ABCD" : "DCBA";
  return letters[value <= q1 ? 0 : value <= q2 ? 1 : value <= q3 ? 2 : 3] ?? "";
}

const better = (a: number, b: number, polarity: "high" | "low"): boolean => (polarity === "high" ? a > b : a < b);

/** What a row says of itself that cannot be true together; the rules written again, from the columns alone. */
function contradictions(row: Comparison): string[] {
  const { value, ci_low, ci_high, polarity, numerator, denominator } = row;
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const pairs = [
    ["neighbours", row.neighbour_verdict, row.neighbour_mean],
    ["region", row.region_verdict, row.region_value],
    ["England", row.england_verdict, row.england_value],
  ] as const;
  for (const [whom, verdict, comparator] of pairs) {
    const inside = ci_low !== null && ci_high !== null && comparator !== null && ci_low <= comparator && comparator <= ci_high;
    demand((verdict === "not_compared") === (value === null || comparator === null), `${whom}: compared or not`);
    if (value === null || comparator === null) continue;
    demand((verdict === "not_tested") === (ci_low === null), `${whom}: tested or not`);
    if (inside) demand(verdict === "similar", `${whom}: ${verdict} inside the interval`);
    if (verdict === "better")
      demand(
        polarity === "high" ? (ci_low ?? 0) > comparator && value > comparator : (ci_high ?? 0) < comparator && value < comparator,
        `${whom}: better`,
      );
    if (verdict === "worse")
      demand(
        polarity === "low" ? (ci_low ?? 0) > comparator && value > comparator : (ci_high ?? 0) < comparator && value < comparator,
        `${whom}: worse`,
      );
    if (verdict === "better" || verdict === "worse") demand(polarity !== "none", `${whom}: ${verdict} without polarity`);
    if (verdict === "higher" || verdict === "lower") demand(polarity === "none", `${whom}: ${verdict} with polarity`);
  }
  const { rank, rank_of, neighbours_with_value, neighbour_mean, neighbour_min, neighbour_max, neighbour_median } = row;
  if (rank !== null) demand(rank >= 1 && rank <= (rank_of ?? 0) && rank_of === (neighbours_with_value ?? 0) + 1 && rank_of <= 11, "rank");
  for (const middle of [neighbour_mean, neighbour_median]) {
    demand(
      middle === null ? neighbours_with_value === 0 : (neighbour_min ?? 0) <= middle && middle <= (neighbour_max ?? 0),
      "mean or median outside the range",
    );
  }
  demand((row.england_quartile !== "") === (row.england_rank !== null), "quartile without rank");
  const k = row.children_to_neighbour_mean;
  if (k !== null && k > 0 && numerator !== null && denominator !== null && neighbour_mean !== null) {
    const share = (moved: number): number => (100 * (polarity === "high" ? numerator + moved : numerator - moved)) / denominator;
    const reaches = (moved: number): boolean =>
      polarity === "high" ? share(moved) >= neighbour_mean - 1e-9 : share(moved) <= neighbour_mean + 1e-9;
    demand(reaches(k) && !reaches(k - 1), "children to the mean");
    demand(row.neighbour_verdict !== "better", "better and behind");
  }
  const { change, previous_value, change_verdict } = row;
  demand((change === null) === (value === null || previous_value === null), "change without two values");
  if (change !== null && change_verdict === "improved") demand(polarity === "high" ? change > 0 : change < 0, "improved");
  if (change !== null && change_verdict === "worsened") demand(polarity === "high" ? change < 0 : change > 0, "worsened");
  demand((row.trend_verdict === "not_tested") === (row.trend_start === ""), "trend");
  demand(row.symbol === "" || value === null, "symbol and value");
  return faults;
}

describe.skipIf(!hasOfficial)(`all of England${hasOfficial ? "" : ": skipped, the releases as published are absent"}`, () => {
  let figures: Figures;
  let comparisons: Comparison[];
  let byKey: Map<string, Comparison>;
  let seconds = 0;
  const key = (dfe: string, indicator: string, breakdown: string, end: string): string => [dfe, indicator, breakdown, end].join("|");

  beforeAll(() => {
    figures = ingestEngland();
    const series = buildSeries({ official: figures.official, observations: [], local: [], authorities: figures.authorities });
    const before = process.cpuUsage();
    comparisons = compare({
      series,
      neighbours: figures.neighbours,
      authorities: figures.authorities,
      model: newestModel(figures.neighbours),
      allEngland: true,
    });
    const { user, system } = process.cpuUsage(before);
    seconds = (user + system) / 1e6;
    const dfe = new Map(figures.authorities.map((authority) => [authority.authority_code, authority.dfe_code]));
    byKey = new Map(comparisons.map((row) => [key(dfe.get(row.authority_code) ?? "", row.indicator, row.breakdown, row.period_end), row]));
  });

  it("agrees with plain code on mean, ranks and quartile of six indicators, every authority and year", () => {
    const neighbours = rawNeighbours();
    let compared = 0;
    const wrong: string[] = [];
    for (const check of checks) {
      const rows = rawRows(check.file).filter((row) => row["geographic_level"] === "Local authority" && check.rows(row));
      const byYear = new Map<string, Map<string, number>>();
      for (const row of rows) {
        const values = byYear.get(row["time_period"] ?? "") ?? new Map<string, number>();
        byYear.set(row["time_period"] ?? "", values);
        const cell = row[check.column] ?? "";
        // A joint return stands for each of its authorities, as in LAIT.
        for (const number of (row["old_la_code"] ?? "").split(" / ")) if (/^[\d.-]+$/.test(cell)) values.set(number, Number(cell));
      }
      for (const [year, values] of byYear) {
        const all = [...values.values()];
        for (const [number, value] of values) {
          const row = byKey.get(key(number, check.indicator, check.breakdown, `${year}${check.end}`));
          const group = (neighbours.get(number) ?? []).flatMap((n) => values.get(n) ?? []);
          const mean = group.length === 0 ? null : group.reduce((sum, x) => sum + x, 0) / group.length;
          const expected = {
            value,
            mean: mean === null ? null : mean.toFixed(9),
            with: group.length,
            rank: neighbours.has(number) ? 1 + group.filter((other) => better(other, value, check.polarity)).length : null,
            england: 1 + all.filter((other) => better(other, value, check.polarity)).length,
            of: all.length,
            band: naiveBand(value, all, check.polarity),
          };
          const actual = row && {
            value: row.value,
            mean: row.neighbour_mean === null ? null : row.neighbour_mean.toFixed(9),
            with: row.neighbours_with_value,
            rank: row.rank,
            england: row.england_rank,
            of: row.england_rank_of,
            band: row.england_quartile,
          };
          compared += Object.keys(expected).length;
          if (JSON.stringify(actual) !== JSON.stringify(expected))
            wrong.push(`${check.indicator} ${number} ${year}: ${JSON.stringify({ expected, actual })}`);
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(9000);
  });

  it("gives every figure that ships with the project, to the digit", () => {
    const released = new Map(figures.official.map((row) => [pointKey(row), row]));
    const shipped = ingestShipped();
    expect(shipped.findings).toEqual([]);
    expect(shipped.official).toHaveLength(5007);
    for (const row of shipped.official) {
      const { value, symbol, numerator, denominator, authority, period_end } = released.get(pointKey(row)) ?? row;
      expect({ value, symbol, numerator, denominator, authority, period_end }).toEqual({
        value: row.value,
        symbol: row.symbol,
        numerator: row.numerator,
        denominator: row.denominator,
        authority: row.authority,
        period_end: row.period_end,
      });
    }
    const read = new Set(figures.official.filter((row) => !row.source_line.startsWith("official_statistics.csv")).map(pointKey));
    const only = shipped.official.filter((row) => !read.has(pointKey(row)));
    expect(new Set(only.map((row) => row.source))).toEqual(new Set(["dfe-lait-2026"]));
  });

  it("gives the neighbour lists that ship with the project, both models", () => {
    const listed = new Set(figures.neighbours.map((row) => JSON.stringify(row)));
    for (const row of ingestShipped().neighbours) expect(listed).toContain(JSON.stringify(row));
  });

  it("reads every release without an error and says what is unusual", () => {
    expect(figures.findings.filter((finding) => finding.severity !== "note")).toEqual([]);
    expect(figures.findings.some((finding) => finding.message.includes("940 / 941"))).toBe(true);
    expect(new Set(figures.official.map((row) => `${row.indicator} ${row.breakdown}`)).size).toBeGreaterThanOrEqual(18);
  });

  it("claims nothing in any row that its own columns do not bear out", () => {
    const wrong = comparisons.flatMap((row) => {
      const faults = contradictions(row);
      return faults.length > 0 ? [`${row.comparison_id}: ${faults.join(", ")}`] : [];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it("has one comparison for each authority, indicator, breakdown and period", () => {
    expect(new Set(comparisons.map((row) => row.comparison_id)).size).toBe(comparisons.length);
    expect(byKey.size).toBe(comparisons.length);
    expect(new Set(comparisons.filter((row) => row.period === "2024/25").map((row) => row.authority_code)).size).toBe(153);
  });

  it("has no comparison for an authority before it stood or after it was abolished", () => {
    const periods = (authority: string): string[] =>
      [...new Set(comparisons.filter((row) => row.authority === authority).map((row) => row.period_end))].sort();
    expect(periods("Cumbria").at(-1)).toBe("2023-03-31");
    expect(periods("Cumberland").at(0)).toBe("2023-09-30");
  });

  it("compares them all in under 5 seconds of a processor's time", () => {
    expect(seconds).toBeLessThan(5);
  });
});
