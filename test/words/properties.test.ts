import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allFaults, faultsOf, faultsOfAuthority } from "./all-faults.ts";
import { anyRow } from "./any-row.ts";
import { referenceComparisons } from "./reference-rows.ts";

describe("every sentence of every shipped comparison", () => {
  const rows = referenceComparisons();
  it("keeps within its row", () => {
    expect(rows.length).toBeGreaterThan(400);
    expect(allFaults(rows)).toEqual([]);
  });
  it("keeps its form on the pages of each authority", () => {
    const compared = rows.filter((row) => (row.neighbours_with_value ?? 0) > 0);
    const authorities = [...new Set(compared.map((row) => row.authority_code))];
    expect(authorities.flatMap((code) => faultsOfAuthority(compared.filter((row) => row.authority_code === code)))).toEqual([]);
  });
});

describe("every sentence of rows that chance made", () => {
  it("keeps within its row, whatever the verdicts", () => {
    fc.assert(fc.property(anyRow, (row) => { expect(faultsOf(row, [row])).toEqual([]); }), { seed: 20260316, numRuns: 1500 });
  });
  it("keeps its form on pages made of such rows", () => {
    const distinctMeasures = fc.uniqueArray(anyRow, { minLength: 1, maxLength: 12, selector: (row) => `${row.indicator}|${row.breakdown}` });
    fc.assert(fc.property(distinctMeasures, (rows) => { expect(faultsOfAuthority(rows.map((row, i) => ({ ...row, comparison_id: `c-${i}` })))).toEqual([]); }), { seed: 20260316, numRuns: 400 });
  });
});
