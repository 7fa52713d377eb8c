import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateInterval } from "../../pipeline/measures/byar.ts";
import { chiSquareInverse } from "../../pipeline/measures/chi-square-inverse.ts";
import { childrenToReach } from "../../pipeline/measures/children-to-reach.ts";
import { exactSum, mean } from "../../pipeline/measures/exact-sum.ts";
import { figureInterval } from "../../pipeline/measures/interval.ts";
import { medianAbsoluteDeviation } from "../../pipeline/measures/median-absolute-deviation.ts";
import { neighbourMean } from "../../pipeline/measures/neighbour-mean.ts";
import { median, quantile } from "../../pipeline/measures/quantile.ts";
import { cutPoints, quartileBand } from "../../pipeline/measures/quartile-band.ts";
import { rank } from "../../pipeline/measures/rank.ts";
import { sensitivity } from "../../pipeline/measures/sensitivity.ts";
import { trendInProportions } from "../../pipeline/measures/trend-in-proportions.ts";
import { differs, twoProportionZ } from "../../pipeline/measures/two-proportions.ts";
import { verdictAgainst, verdictOfChange, verdictOfTrend } from "../../pipeline/measures/verdict.ts";
import { wilson } from "../../pipeline/measures/wilson.ts";
import { xmrLimits } from "../../pipeline/measures/xmr.ts";

const seeded = { seed: 20250331 };
/** Published figures: whole numbers or one decimal. */
const published = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
const polarity = fc.constantFrom("high" as const, "low" as const);
const counts = fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 2000 })).filter(([d, n]) => n <= d);

describe("means", () => {
  it("adds as decimals do", () => {
    expect(exactSum([0.1, 0.2])).toBe(0.3);
    expect(mean([13.1, 11.4, 13.3, 17.5, 7.2, 23.4, 13.5, 18.8, 8.6, 12.5])).toBe(13.93);
    expect(mean([])).toBeNull();
    expect(neighbourMean([80, null, 90])).toEqual({ mean: 85, withValue: 2 });
    expect(neighbourMean([null, null])).toEqual({ mean: null, withValue: 0 });
  });

  it("does not depend on the order of the neighbours, to the last bit", () => {
    const anyNumbers = fc.array(fc.oneof(published, fc.double({ min: -1e6, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anyNumbers, (values) => {
        expect(mean([...values].reverse())).toBe(mean(values));
        expect(mean([...values].sort())).toBe(mean(values));
      }),
      seeded,
    );
  });

  it("lies between the least and the greatest, as the median does", () => {
    fc.assert(
      fc.property(fc.array(published, { minLength: 1 }), (values) => {
        const [low, high] = [Math.min(...values), Math.max(...values)];
        for (const middle of [mean(values), median(values)]) {
          expect(middle).toBeGreaterThanOrEqual(low);
          expect(middle).toBeLessThanOrEqual(high);
        }
      }),
      seeded,
    );
  });
});

describe("quantiles", () => {
  it("takes the median of an even number as the mean of two, exactly", () => {
    expect(median([14.1, 14.2])).toBe(14.15);
    expect(median([])).toBeNull();
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([], 0.5)).toBeNull();
  });

  it("measures spread from the median", () => {
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
    expect(medianAbsoluteDeviation([])).toBeNull();
  });
});

describe("rank and band", () => {
  it("numbers ties with the lowest and goes on after them", () => {
    const values = [90, 80, 80, 70];
    expect(values.map((value) => rank(value, values, "high"))).toEqual([1, 2, 2, 4]);
    expect(values.map((value) => rank(value, values, "low"))).toEqual([4, 2, 2, 1]);
    expect(rank(null, values, "high")).toBeNull();
  });

  it("holds for any values: the best is first, equals share, and a rank is one more than those ahead", () => {
    fc.assert(
      fc.property(fc.array(fc.option(published, { nil: null }), { minLength: 1 }), polarity, (values, good) => {
        const ranks = values.map((value) => rank(value, values, good));
        const present = values.filter((value) => value !== null);
        if (present.length > 0) expect(ranks.filter((r) => r === 1).length).toBeGreaterThan(0);
        values.forEach((a, i) =>
          values.forEach((b, k) => {
            if (a === null || b === null) return;
            if (a === b) expect(ranks[i]).toBe(ranks[k]);
            else expect((ranks[i] ?? 0) < (ranks[k] ?? 0)).toBe(good === "high" ? a > b : a < b);
          }),
        );
      }),
      seeded,
    );
  });

  it("gives every value of a set a band, the best of them A", () => {
    fc.assert(
      fc.property(fc.array(published, { minLength: 4 }), polarity, (values, good) => {
        const cuts = cutPoints(values) ?? [];
        const bands = values.map((value) => quartileBand(value, cuts, good));
        expect(bands.every((band) => band !== null)).toBe(true);
        const best = good === "high" ? Math.max(...values) : Math.min(...values);
        // With high good the bottom of an interval is open: a quarter that is level with Q3 is B.
        if (good === "low" || cuts[4] !== cuts[3]) expect(quartileBand(best, cuts, good)).toBe("A");
      }),
      seeded,
    );
  });
});

describe("intervals", () => {
  it("is Wilson's for percentages and Byar's for rates, and none for the rest or without counts", () => {
    const share = figureInterval("percent", 215, 249);
    expect([share?.low.toFixed(6), share?.high.toFixed(6)]).toEqual(["81.524943", "90.061418"]);
    expect(figureInterval("rate_per_10k", 337, 70074)).toEqual(rateInterval(337, 70074, 10000));
    expect(figureInterval("score", 1, 2)).toBeNull();
    expect(figureInterval("percent", null, 249)).toBeNull();
    expect(figureInterval("percent", 0, 0)).toBeNull();
    expect(figureInterval("percent", 5, 4)).toBeNull();
  });

  it("holds the observed share, within nought and one, and narrows as the base grows", () => {
    fc.assert(
      fc.property(counts, ([denominator, numerator]) => {
        const interval = wilson(numerator, denominator);
        const p = numerator / denominator;
        if (!interval) throw new Error("an interval was expected");
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(p + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(p - 1e-12);
        const wider = wilson(numerator * 4, denominator * 4);
        expect((wider?.high ?? 1) - (wider?.low ?? 0)).toBeLessThan(interval.high - interval.low + 1e-12);
      }),
      seeded,
    );
  });

  it("inverts the chi-square distribution", () => {
    expect(chiSquareInverse(0.95, 1)).toBeCloseTo(3.841458820694124, 10);
    expect(chiSquareInverse(0.975, 20)).toBeCloseTo(34.16960690283833, 9);
    expect(chiSquareInverse(0.025, 2)).toBeCloseTo(0.05063561596857975, 12);
  });
});

describe("tests of change and trend", () => {
  it("computes z under the pooled proportion", () => {
    // 194 of 266 and 215 of 249: p = 409/515.
    expect(twoProportionZ({ numerator: 194, denominator: 266 }, { numerator: 215, denominator: 249 })).toBeCloseTo(3.762332, 5);
    expect(twoProportionZ({ numerator: 0, denominator: 10 }, { numerator: 0, denominator: 12 })).toBeNull();
    expect(differs({ numerator: 50, denominator: 100 }, { numerator: 51, denominator: 100 })).toBe(false);
  });

  it("changes sign when the years are exchanged", () => {
    fc.assert(
      fc.property(counts, counts, ([d1, n1], [d2, n2]) => {
        const [a, b] = [
          { numerator: n1, denominator: d1 },
          { numerator: n2, denominator: d2 },
        ];
        expect(twoProportionZ(b, a) ?? 0).toBeCloseTo(-(twoProportionZ(a, b) ?? 0), 12);
      }),
      seeded,
    );
  });

  it("gives the trend of Armitage's test, and none where nothing varies", () => {
    // x = 10, 20, 30 of 100 each: T = 20, p = 0.2, S = 200, so 400 / (0.16 × 200).
    const points = [10, 20, 30].map((numerator) => ({ numerator, denominator: 100 }));
    expect(trendInProportions(points)).toEqual({ chiSquare: expect.closeTo(12.5, 10), direction: "rising" });
    expect(trendInProportions(points.map(() => ({ numerator: 100, denominator: 100 })))).toBeNull();
    expect(trendInProportions([{ numerator: 1, denominator: 0 }])).toBeNull();
  });
});

describe("verdicts", () => {
  it("claims a side only when the whole interval is on it, and not past what is printed", () => {
    const interval = { low: 81.5, high: 90.1 };
    expect(verdictAgainst(86, interval, 81.2, "high")).toBe("better");
    expect(verdictAgainst(86, interval, 81.2, "low")).toBe("worse");
    expect(verdictAgainst(86, interval, 81.2, "none")).toBe("higher");
    expect(verdictAgainst(86, interval, 81.5, "high")).toBe("similar");
    expect(verdictAgainst(86, interval, 95, "high")).toBe("worse");
    expect(verdictAgainst(81, interval, 81.2, "high")).toBe("similar");
    expect(verdictAgainst(null, null, 81.2, "high")).toBe("not_compared");
    expect(verdictAgainst(86, interval, null, "high")).toBe("not_compared");
    expect(verdictAgainst(86, null, 81.2, "high")).toBe("not_tested");
  });

  it("is turned round by polarity and by nothing else", () => {
    const turned = {
      better: "worse",
      worse: "better",
      similar: "similar",
      higher: "",
      lower: "",
      not_tested: "not_tested",
      not_compared: "not_compared",
    };
    fc.assert(
      fc.property(counts, published, ([denominator, numerator], comparator) => {
        const value = Math.round((100 * numerator) / denominator);
        const interval = figureInterval("percent", numerator, denominator);
        expect(verdictAgainst(value, interval, comparator, "low")).toBe(turned[verdictAgainst(value, interval, comparator, "high")]);
      }),
      seeded,
    );
  });

  it("claims a change only where it is tested, clear, and shows in the printed figures", () => {
    const [before, after] = [
      { numerator: 194, denominator: 266 },
      { numerator: 215, denominator: 249 },
    ];
    expect(verdictOfChange(13, before, after, "high")).toBe("improved");
    expect(verdictOfChange(0, before, after, "high")).toBe("no_clear_change");
    expect(verdictOfChange(13, null, after, "high")).toBe("not_tested");
    expect(verdictOfChange(null, before, after, "high")).toBe("not_compared");
    expect(verdictOfTrend(null, "high")).toBe("not_tested");
    expect(verdictOfTrend({ chiSquare: 3.84, direction: "rising" }, "high")).toBe("no_clear_trend");
    expect(verdictOfTrend({ chiSquare: 3.85, direction: "rising" }, "low")).toBe("worsening");
    expect(verdictOfTrend({ chiSquare: 9, direction: "falling" }, "none")).toBe("falling");
  });

  it("names nobody in a sensitivity that tested nothing", () => {
    expect(sensitivity(86, null, [{ name: "Kent", value: 80 }], "high")).toEqual([]);
    expect(sensitivity(86, { low: 81, high: 90 }, [{ name: "Kent", value: 80 }], "high")).toEqual([]);
  });
});

describe("childrenToReach", () => {
  it("is the smallest whole number that reaches the target on the same base", () => {
    expect(childrenToReach(209, 249, 90, "high")).toBe(16);
    expect(childrenToReach(34, 337, 5, "low")).toBe(18);
    expect(childrenToReach(215, 250, 86, "high")).toBe(0);
    expect(childrenToReach(214, 250, 86, "high")).toBe(1);
    expect(childrenToReach(1, 0, 86, "high")).toBeNull();
    fc.assert(
      fc.property(counts, published, polarity, ([denominator, numerator], target, good) => {
        const needed = childrenToReach(numerator, denominator, target, good);
        if (needed === null) throw new Error("a number was expected");
        const short = (moved: number): number => {
          const share = ((good === "high" ? numerator + moved : numerator - moved) / denominator) * 100;
          return good === "high" ? target - share : share - target;
        };
        expect(short(needed)).toBeLessThanOrEqual(1e-6);
        if (needed > 0) expect(short(needed - 1)).toBeGreaterThan(0);
      }),
      seeded,
    );
  });
});

describe("control limits", () => {
  it("are on trial below 13 points and none below two", () => {
    expect(xmrLimits(Array.from({ length: 12 }, (_, i) => i % 2))?.trial).toBe(true);
    expect(xmrLimits(Array.from({ length: 13 }, (_, i) => i % 2))?.trial).toBe(false);
    expect(xmrLimits([5])).toBeNull();
  });
});
