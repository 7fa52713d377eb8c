import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison } from "../../pipeline/model/comparison.ts";
import { hasOfficial } from "../stages/published-files.ts";
import { allFaults, faultsOf, faultsOfAuthority } from "./all-faults.ts";
import { anyRow } from "./any-row.ts";
import { englandComparisons, shippedComparisons } from "./comparisons.ts";
import { faultsOfFigures, faultsOfForm, faultsOfMovement, faultsOfVerdict, figuresOf } from "./faults.ts";
import { averageRow, row } from "./row.ts";

const byAuthority = (rows: readonly Comparison[]): Comparison[][] => [...Map.groupBy(rows, (one) => one.authority_code).values()];
const compared = (rows: readonly Comparison[]): Comparison[] => rows.filter((one) => (one.neighbours_with_value ?? 0) > 0);

describe("the checks themselves", () => {
  it.each([
    ["Immunisations: 86%, worse than the neighbour mean of 81.2%"],
    ["That is better than neighbours (mean 81.2%) and England (84%)."],
    ["Similar to neighbours (mean 81.2%)."],
    ["Better than neighbours (mean 81.2%), the East of England (86%)."],
  ])("refuse a verdict that the row does not give: %s", (text) => {
    expect(faultsOfVerdict(row(), text)).not.toEqual([]);
  });
  it("let the row's own verdicts pass", () => {
    expect(
      faultsOfVerdict(row(), "Better than neighbours (mean 81.2%), and similar to the East of England (86%) and England (84%)."),
    ).toEqual([]);
  });
  it.each([["Immunisations fell to 86%."], ["It worsened."], ["Immunisations recovered to 86%."], ["The five-year trend is improving."]])(
    "refuse movement that no test found: %s",
    (text) => {
      expect(faultsOfMovement(row(), [row()], text)).not.toEqual([]);
    },
  );
  it("refuse any movement of what was not tested", () => {
    expect(faultsOfMovement(averageRow(), [averageRow()], "The average caseload fell from 17.7 to 16.4.")).not.toEqual([]);
  });
  it("refuse figures that are not the row's, and a rounding that is not the rule", () => {
    expect(faultsOfFigures(figuresOf(row(), [row()]), "In 2024/25, 216 of 249 children (87%)")).toHaveLength(2);
    expect(faultsOfFigures(figuresOf(row({ neighbour_mean: 81.25 }), []), "neighbours (mean 81.2%)")).not.toEqual([]);
  });
  it.each([
    ["1 children."],
    ["Two  spaces."],
    ["A change of -3 points."],
    ["undefined children."],
    ["a 86% share."],
    ["the organization."],
    ["It’s 5 child."],
    ["no stop"],
    ["the neighbours' mean."],
  ])("refuse bad form: %s", (text) => {
    expect(faultsOfForm({ kind: "sentence", text })).not.toEqual([]);
  });
});

describe("every sentence of every shipped comparison", () => {
  const rows = shippedComparisons();
  it("keeps within its row: every year of those compared, the latest of the rest", () => {
    expect(compared(rows).length).toBeGreaterThan(400);
    expect(allFaults(compared(rows))).toEqual([]);
    expect(allFaults(rows, "latest")).toEqual([]);
  });
  it("keeps its form on the pages of each authority", () => {
    expect(byAuthority(compared(rows)).flatMap(faultsOfAuthority)).toEqual([]);
  });
});

describe.skipIf(!hasOfficial)("every sentence of all of England (releases as published are absent: nothing to read)", () => {
  it("keeps within its row, and keeps its form on the pages of each authority", () => {
    const rows = englandComparisons();
    expect(new Set(rows.map((one) => one.authority_code)).size).toBeGreaterThanOrEqual(150);
    expect(allFaults(rows, "latest")).toEqual([]);
    expect(byAuthority(compared(rows)).flatMap(faultsOfAuthority)).toEqual([]);
  });
});

describe("every sentence of rows that chance made", () => {
  it("keeps within its row, whatever the verdicts", () => {
    fc.assert(
      fc.property(anyRow, (one) => {
        expect(faultsOf(one, [one])).toEqual([]);
      }),
      { seed: 20260316, numRuns: 1000 },
    );
  });
  it("keeps its form on pages made of such rows", () => {
    const distinctMeasures = fc.uniqueArray(anyRow, {
      minLength: 1,
      maxLength: 12,
      selector: (one) => `${one.indicator}|${one.breakdown}`,
    });
    fc.assert(
      fc.property(distinctMeasures, (rows) => {
        expect(faultsOfAuthority(rows.map((one, i) => ({ ...one, comparison_id: `c-${i}` })))).toEqual([]);
      }),
      { seed: 20260316, numRuns: 400 },
    );
  });
});
