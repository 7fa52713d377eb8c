import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicators } from "../../../pipeline/indicators/all.ts";
import { withholdSmallCounts } from "../../../pipeline/measures/disclosure/withhold-small-counts.ts";
import { parsePeriod } from "../../../pipeline/model/period.ts";
import type { SeriesRow } from "../../../pipeline/model/series.ts";
import { possible, readerBounds, type Sum } from "./attack.ts";

function row(breakdown: string, value: number | null, more: Partial<SeriesRow> = {}): SeriesRow {
  const period = more.period ?? "2025-06";
  return {
    series_id: `s-${breakdown}`,
    authority_code: "E06000001",
    authority: "A",
    level: "local_authority",
    indicator: "cla.count",
    breakdown,
    period,
    period_end: parsePeriod(period)?.end ?? "",
    value,
    numerator: null,
    denominator: null,
    symbol: "",
    unit: "count",
    qualifier: "exact",
    origin: "local",
    source: "own.csv",
    source_line: "own.csv:2",
    ...more,
  };
}
const percent = (breakdown: string, numerator: number | null, denominator: number | null, more: Partial<SeriesRow> = {}): SeriesRow =>
  row(breakdown, numerator === null || denominator === null ? null : (100 * numerator) / denominator, {
    unit: "percent",
    indicator: "health.dental_checks",
    numerator,
    denominator,
    ...more,
  });
const publicRows = (rows: readonly SeriesRow[]): SeriesRow[] => withholdSmallCounts(rows, indicators);
const shown = (rows: readonly SeriesRow[]): (number | string | null)[] => publicRows(rows).map((one) => one.value ?? `[${one.symbol}]`);

describe("small counts", () => {
  it("from 1 to 5 are withheld; 0 and 6 are shown", () => {
    expect(shown([row("a", 0), row("b", 1), row("c", 5), row("d", 6)])).toEqual([0, "[c]", "[c]", 6]);
  });

  it("take the next smallest part with them where the total gives them away", () => {
    expect(shown([row("", 40), row("a", 3), row("b", 20), row("c", 17)])).toEqual([40, "[c]", 20, "[c]"]);
    expect(shown([row("", 30), row("a", 1), row("b", 1), row("c", 28)])).toEqual([30, "[c]", "[c]", "[c]"]);
    expect(shown([row("", 2), row("a", 2), row("b", 0)])).toEqual(["[c]", "[c]", 0]);
  });

  it("take a part of each breakdown that adds up to the total", () => {
    expect(shown([row("", 50), row("girls", 3), row("boys", 47), row("age under 5", 20), row("age 5 and over", 30)])).toEqual([
      50,
      "[c]",
      "[c]",
      20,
      30,
    ]);
  });

  it("take part of a part: ages within ages", () => {
    const rows = [row("", 60), row("age 0-4", 13), row("age 5-17", 47), row("age under 1", 4), row("age 1-4", 9)];
    expect(shown(rows)).toEqual([60, 13, 47, "[c]", "[c]"]);
  });

  it("take another quarter or month where the year's sum gives them away", () => {
    const quarter = (q: number, value: number): SeriesRow => row("", value, { period: `2024/25 Q${q}`, indicator: "cp.starts" });
    expect(
      shown([row("", 43, { period: "2024/25", indicator: "cp.starts" }), quarter(1, 10), quarter(2, 3), quarter(3, 18), quarter(4, 12)]),
    ).toEqual([43, "[c]", "[c]", 18, 12]);
    expect(
      shown([row("", 14, { period: "2025-04..2025-05" }), row("", 9, { period: "2025-04..2025-04" }), row("", 5, { period: "2025-05" })]),
    ).toEqual([14, "[c]", "[c]"]);
  });

  it("take percentages on them, and those whose others are few, with a base that is small itself", () => {
    const [few, others, fine, base] = publicRows([
      percent("a", 3, 100),
      percent("b", 97, 100, { period: "2025-07" }),
      percent("c", 50, 100, { period: "2025-08" }),
      percent("d", 0, 4, { period: "2025-09" }),
    ]);
    expect(few).toMatchObject({ value: null, numerator: null, denominator: 100, symbol: "c" });
    expect(others).toMatchObject({ value: null, numerator: null, denominator: 100, symbol: "c" });
    expect(fine).toMatchObject({ value: 50, numerator: 50, denominator: 100, symbol: "" });
    expect(base).toMatchObject({ value: null, numerator: null, denominator: null, symbol: "c" });
  });

  it("are found behind a percentage given with its base, without its count, or with a base that stands beside it", () => {
    expect(shown([percent("", null, 80, { value: 3.8 })])).toEqual(["[c]"]);
    expect(shown([percent("", 3, null, { value: 3.8 })])).toEqual(["[c]"]);
    expect(shown([row("", 80), percent("", null, null, { value: 96.3 })])).toEqual([80, "[c]"]);
    expect(shown([row("", 80), percent("", null, null, { value: 60 })])).toEqual([80, 60]);
  });

  it("are found behind a rate per 10,000 given alone, from the number beside it or the population that another year gives away", () => {
    const rate = (value: number, more: Partial<SeriesRow> = {}): SeriesRow =>
      row("", value, { indicator: "cla.rate_per_10k", unit: "rate_per_10k", ...more });
    expect(shown([rate(4), row("", 3)])).toEqual(["[c]", "[c]"]);
    expect(shown([rate(40), row("", 30)])).toEqual([40, 30]);
    const official = rate(32, { numerator: 24, origin: "official", period: "2024-06" });
    expect(shown([rate(4), official])).toEqual(["[c]", 32]);
    expect(shown([rate(24), official])).toEqual([24, 32]);
  });

  it("take who came where two days' numbers and they would give away who went", () => {
    const at = (value: number, period: string): SeriesRow => row("", value, { period });
    const flow = (indicator: string, value: number): SeriesRow => row("", value, { indicator, period: "2024/25" });
    expect(shown([at(300, "2023/24"), at(303, "2024/25"), flow("cla.started", 8), flow("cla.ceased", 5)])).toEqual([
      300,
      303,
      "[c]",
      "[c]",
    ]);
    expect(shown([at(300, "2023/24"), at(310, "2024/25"), flow("cla.started", 8), flow("cla.ceased", 5)])).toEqual([300, 310, 8, "[c]"]);
    expect(shown([at(300, "2023/24"), flow("cla.started", 8), flow("cla.ceased", 5)])).toEqual([300, 8, "[c]"]);
  });

  it("take the base of another measure that is the count itself", () => {
    const [returned, concern] = publicRows([
      percent("", 27, 30, { indicator: "health.sdq_completion" }),
      percent("", 10, 27, { indicator: "health.sdq_cause_for_concern" }),
    ]);
    expect(returned).toMatchObject({ value: null, numerator: null, denominator: 30 });
    expect(concern).toMatchObject({ value: null, numerator: null, denominator: null });
  });

  it("take kinds that make up one base", () => {
    const kinds = [percent("foster", 70, 94), percent("residential", 20, 94), percent("other", 4, 94)];
    expect(shown(kinds)).toEqual([expect.closeTo(74.5, 1), "[c]", "[c]"]);
  });

  it("take the base where their owner published the percentage", () => {
    const published = percent("", null, null, { value: 3.8, origin: "document", indicator: "cla.out_of_area", series_id: "s-d" });
    const [own, quoted] = publicRows([percent("", 3, 80, { indicator: "cla.out_of_area" }), published]);
    expect(own).toMatchObject({ value: null, numerator: null, denominator: null });
    expect(quoted).toEqual(published);
  });

  it("are not given away by a published total", () => {
    const total = row("", 43, { origin: "official", period: "2025-06" });
    expect(shown([total, row("girls", 3), row("boys", 40)])).toEqual([43, "[c]", "[c]"]);
  });

  it("stay as published in official figures and in documents, and every row stays in its place", () => {
    const rows = [row("a", 3, { origin: "official" }), row("b", 2, { origin: "document" }), row("c", 2)];
    expect(shown(rows)).toEqual([3, 2, "[c]"]);
    expect(publicRows(rows).map((one) => one.series_id)).toEqual(rows.map((one) => one.series_id));
  });
});

/** A table of counts or percentages: two breakdowns of one total, for a month or for quarters and their year. */
const table = fc.record({
  shape: fc.constantFrom<"count" | "counts behind" | "base only">("count", "counts behind", "base only"),
  kinds: fc.integer({ min: 2, max: 4 }),
  other: fc.boolean(),
  quarters: fc.boolean(),
  sizes: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 16,
    maxLength: 16,
  }),
});

type Shape = "count" | "counts behind" | "base only";
type Made = { rows: SeriesRow[]; sums: Sum[] };

function make({
  shape,
  kinds,
  other,
  quarters,
  sizes,
}: {
  shape: Shape;
  kinds: number;
  other: boolean;
  quarters: boolean;
  sizes: [number, number, number][];
}): Made {
  const rows: SeriesRow[] = [];
  const sums: Sum[] = [];
  const short = quarters ? [1, 2, 3, 4].map((q) => `2024/25 Q${q}`) : ["2025-06"];
  const year = quarters ? ["2024/25"] : [];
  const breakdowns = ["", ...Array.from({ length: kinds }, (_, k) => `kind ${"abcd"[k]}`), ...(other ? ["girls", "boys"] : [])];
  const truth = new Map<string, { count: number; base: number }>();
  const add = (name: string, count: number, base: number): void => {
    const before = truth.get(name) ?? { count: 0, base: 0 };
    truth.set(name, { count: before.count + count, base: before.base + base });
  };
  short.forEach((period, p) => {
    for (let k = 0; k < kinds; k++) {
      const [count, rest, side] = sizes[p * 4 + k] ?? [0, 0, 0];
      for (const when of [period, ...year]) {
        for (const breakdown of ["", `kind ${"abcd"[k]}`, side === 0 ? "girls" : "boys"]) add(`${breakdown}@${when}`, count, count + rest);
      }
    }
  });
  for (const period of [...short, ...year]) {
    for (const breakdown of breakdowns) {
      const { count, base } = truth.get(`${breakdown}@${period}`) ?? { count: 0, base: 0 };
      const about = { period, series_id: `${breakdown}@${period}` };
      if (shape === "count") rows.push(row(breakdown, count, about));
      else if (base > 0)
        rows.push(
          percent(breakdown, shape === "base only" ? null : count, base, { ...about, value: Number(((100 * count) / base).toFixed(1)) }),
        );
    }
    for (const part of ["count", "base"]) {
      for (const names of [breakdowns.slice(1, kinds + 1), ...(other ? [["girls", "boys"]] : [])]) {
        sums.push({ total: `@${period} ${part}`, parts: names.map((name) => `${name}@${period} ${part}`) });
      }
    }
  }
  for (const part of ["count", "base"])
    for (const name of quarters ? breakdowns : [])
      sums.push({ total: `${name}@2024/25 ${part}`, parts: short.map((period) => `${name}@${period} ${part}`) });
  const there = new Set(rows.flatMap((one) => [`${one.series_id} count`, `${one.series_id} base`]));
  return {
    rows,
    sums: sums
      .map(({ total, parts }) => ({ total, parts: parts.filter((part) => there.has(part)) }))
      .filter(({ total, parts }) => there.has(total) && parts.length > 0),
  };
}

const few = [1, 2, 3, 4, 5];

describe("a reader of a public table", () => {
  it("cannot work any withheld count of 1 to 5, or the few others, back from totals, parts, periods and percentages", () => {
    let attacked = 0;
    fc.assert(
      fc.property(table, (input) => {
        const { rows, sums } = make(input);
        const seen = publicRows(rows);
        const bounds = readerBounds(seen, (one) => one.series_id);
        const used = input.shape === "count" ? sums.filter(({ total }) => total.endsWith(" count")) : sums;
        rows.forEach((one, at) => {
          const count =
            one.unit === "count" ? (one.value ?? 0) : (one.numerator ?? Math.round(((one.value ?? 0) * (one.denominator ?? 0)) / 100));
          const others = one.denominator === null ? 0 : one.denominator - count;
          if ((count < 1 || count > 5) && (others < 1 || others > 5)) return;
          attacked++;
          expect(seen[at], `${one.series_id} is shown`).toMatchObject({ value: null, numerator: null, symbol: "c" });
          if (count >= 1 && count <= 5)
            expect(
              possible(`${one.series_id} count`, few, bounds, used).length,
              `${one.series_id} of ${JSON.stringify(input)}`,
            ).toBeGreaterThan(1);
          const base = seen[at]?.denominator ?? null;
          if (base !== null && others >= 1 && others <= 5)
            expect(
              possible(
                `${one.series_id} count`,
                few.map((left) => base - left),
                bounds,
                used,
              ).length,
              `others of ${one.series_id} of ${JSON.stringify(input)}`,
            ).toBeGreaterThan(1);
        });
      }),
      { seed: 7, numRuns: 100 },
    );
    expect(attacked).toBeGreaterThan(500);
  });

  it("could work them back if only the small ones were withheld: the attack is real", () => {
    const rows = [row("", 40), row("a", 3), row("b", 37)].map((one) => ({ ...one, series_id: one.breakdown }));
    const naive = rows.map((one) => (one.value === 3 ? { ...one, value: null, symbol: "c" as const } : one));
    const sums: Sum[] = [{ total: " count", parts: ["a count", "b count"] }];
    expect(
      possible(
        "a count",
        few,
        readerBounds(naive, (one) => one.series_id),
        sums,
      ),
    ).toEqual([3]);
    expect(
      possible(
        "a count",
        few,
        readerBounds(publicRows(rows), (one) => one.series_id),
        sums,
      ),
    ).toEqual([1, 2, 3, 4, 5]);
  });
});
