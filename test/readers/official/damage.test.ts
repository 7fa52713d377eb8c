import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicators } from "../../../pipeline/indicators/all.ts";
import { parseLocal } from "../../../pipeline/readers/local/parse-local.ts";
import { parseNeighbourModel } from "../../../pipeline/readers/official/parse-neighbour-model.ts";
import { parseRelease } from "../../../pipeline/readers/official/parse-release.ts";
import { parseOfficialStatistics } from "../../../pipeline/readers/reference/parse-reference.ts";
import { health, immunisations, register } from "./release-text.ts";

const whole = health(
  ...immunisations("2025", "823", "Central Bedfordshire", "E06000056", "215", "86", "249"),
  ...immunisations("2025", "822", "Bedford", "E06000055", "c", "c", "98"),
);
/** A file with a piece taken out, put in twice or replaced. */
const damaged = fc
  .tuple(fc.nat(whole.length), fc.nat(40), fc.constantFrom("", '"', ",", "\n", "\u0000", "=1+1", "z"))
  .map(([at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length));

describe("damaged files", () => {
  it("never throw, and give rows or errors and not both", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const { rows, findings } = parseRelease("damaged.csv", text, register, indicators);
        if (findings.some((finding) => finding.severity === "error")) expect(rows).toEqual([]);
        for (const { message, document } of findings) {
          expect(document).toBe("damaged.csv");
          expect(message).toContain("damaged.csv");
        }
        for (const row of rows) expect((row.value === null) === (row.symbol !== "")).toBe(true);
      }),
      { seed: 3, numRuns: 600 },
    );
  });

  it("cut anywhere but at a line end are refused or not recognised", () => {
    for (let end = 0; end < whole.length; end++) {
      const { rows } = parseRelease("cut.csv", whole.slice(0, end), register, indicators);
      if (rows.length > 0) expect(whole[end - 1]).toBe("\n");
    }
  });

  it("of every other kind never throw either", () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string(), fc.string({ unit: "binary" })), (text) => {
        parseNeighbourModel("any.csv", text, register);
        parseLocal("any.csv", text, register, indicators);
        parseOfficialStatistics("any.csv", text, indicators);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
