import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withholdSmallCounts } from "../../pipeline/measures/disclosure.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";

function row(breakdown: string, value: number, more: Partial<SeriesRow> = {}): SeriesRow {
  return {
    series_id: `s-${breakdown}`, authority_code: "E06000001", authority: "A", level: "local_authority", indicator: "cla.age_band", breakdown,
    period: "2025-06", period_end: "2025-06-30", value, numerator: null, denominator: null, symbol: "", unit: "count", qualifier: "exact", origin: "local", source: "own.csv", source_line: "2", ...more,
  };
}
const shown = (rows: readonly SeriesRow[]): (number | string | null)[] => withholdSmallCounts(rows).map((one) => (one.value === null ? `[${one.symbol}]` : one.value));

describe("small counts", () => {
  it("from 1 to 5 are withheld; 0 and 6 are shown", () => {
    expect(shown([row("a", 0), row("b", 1), row("c", 5), row("d", 6)])).toEqual([0, "[c]", "[c]", 6]);
  });

  it("take a second part with them where the total gives the first away", () => {
    expect(shown([row("", 40), row("a", 3), row("b", 20), row("c", 17)])).toEqual([40, "[c]", 20, "[c]"]);
  });

  it("take a third where the first two must both be 1", () => {
    expect(shown([row("", 30), row("a", 1), row("b", 1), row("c", 28)])).toEqual([30, "[c]", "[c]", "[c]"]);
  });

  it("take the total where every other part is nought", () => {
    expect(shown([row("", 2), row("a", 2), row("b", 0)])).toEqual(["[c]", "[c]", 0]);
  });

  it("take percentages on them, and those whose remainder is small", () => {
    const percent = (numerator: number, denominator: number): SeriesRow => row("", (100 * numerator) / denominator, { unit: "percent", numerator, denominator });
    const [few, rest, fine] = withholdSmallCounts([percent(3, 100), percent(97, 100), percent(50, 100)]);
    expect([few?.value, few?.numerator, few?.denominator, few?.symbol]).toEqual([null, null, 100, "c"]);
    expect([rest?.value, rest?.numerator]).toEqual([null, null]);
    expect(fine?.value).toBe(50);
  });

  it("stay as published in official figures and in documents", () => {
    expect(shown([row("a", 3, { origin: "official" }), row("b", 2, { origin: "document" })])).toEqual([3, 2]);
  });

  it("cannot be worked back from the total and the parts that are shown", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 5 }), (parts) => {
        const rows = [row("", parts.reduce((sum, n) => sum + n, 0)), ...parts.map((n, at) => row(`part ${at}`, n))];
        const [total, ...seen] = withholdSmallCounts(rows);
        const hidden = parts.filter((_, at) => seen[at]?.value === null);
        if (hidden.length === 0) return;
        // With the total withheld as well, nothing ties the hidden parts together.
        if (total?.value === null || total === undefined) return;
        const left = (total.value ?? 0) - seen.reduce((sum, one) => sum + (one.value ?? 0), 0);
        // An onlooker knows that each hidden part is at least 1, and their sum.
        for (const place of hidden.keys()) {
          const possible = Array.from({ length: left }, (_, n) => n + 1).filter((n) => left - n >= hidden.length - 1 && (hidden.length > 1 || n === left));
          expect(possible.length, `${parts.join(", ")}: part ${place}`).toBeGreaterThan(1);
        }
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
