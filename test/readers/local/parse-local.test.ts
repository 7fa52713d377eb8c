import { describe, expect, it } from "vitest";
import { indicators } from "../../../pipeline/indicators/all.ts";
import { parseLocal } from "../../../pipeline/readers/local/parse-local.ts";
import { register } from "../official/release-text.ts";

const header = "indicator,period,value,numerator,denominator,target,note";
const read = (lines: readonly string[], name = "central-bedfordshire.csv", columns = header) =>
  parseLocal(name, `${[columns, ...lines].join("\n")}\n`, register, indicators);

describe("parseLocal", () => {
  it("reads provisional figures and targets of the authority that the file name gives", () => {
    const { rows, targets, findings } = read(
      ["health.immunisations,2025/26 Q1,86,215,250,95,counted on 4 July"],
      "Central Bedfordshire 2025-26.csv",
    );
    expect(findings).toEqual([]);
    expect(rows).toEqual([
      {
        series_id: "s-e06000056-health.immunisations-2025-26-q1-local",
        authority_code: "E06000056",
        authority: "Central Bedfordshire",
        level: "local_authority",
        indicator: "health.immunisations",
        breakdown: "",
        period: "2025/26 Q1",
        period_end: "2025-06-30",
        value: 86,
        numerator: 215,
        denominator: 250,
        symbol: "",
        unit: "percent",
        qualifier: "exact",
        origin: "local",
        source: "Central Bedfordshire 2025-26.csv",
        source_line: "Central Bedfordshire 2025-26.csv:2",
      },
    ]);
    expect(targets).toMatchObject([
      { value: 95, numerator: null, period: "2025/26 Q1", series_id: "s-e06000056-health.immunisations-2025-26-q1-local-target" },
    ]);
  });

  it("takes the authority from a column by name, ONS code or DfE number, before the file name", () => {
    const { rows } = read(
      [
        "Bedford,health.immunisations,2025-04,80",
        "E06000055,health.immunisations,2025-05,81",
        "822,health.immunisations,2025-06,82",
        ",health.immunisations,2025-04,83",
      ],
      "central-bedfordshire.csv",
      "authority,indicator,period,value",
    );
    expect(rows.map(({ authority, value }) => [authority, value])).toEqual([
      ["Bedford", 80],
      ["Bedford", 81],
      ["Bedford", 82],
      ["Central Bedfordshire", 83],
    ]);
  });

  it("finds the longer of two names in a file name", () => {
    expect(read(["health.immunisations,2025-04,80,,,,"], "bedford.csv").rows[0]?.authority).toBe("Bedford");
    expect(read(["health.immunisations,2025-04,80,,,,"], "north northamptonshire Q1.csv").rows[0]?.authority).toBe(
      "North Northamptonshire",
    );
  });

  it("works a percentage out from its counts, knows an indicator by its short name, and takes a target alone", () => {
    expect(read(["Immunisations up to date,2025-04,,90,120,,"]).rows).toMatchObject([{ indicator: "health.immunisations", value: 75 }]);
    expect(read(["health.immunisations,2025/26,,,,95,"])).toMatchObject({ rows: [], targets: [{ value: 95 }], findings: [] });
  });

  it("warns where a percentage is not what its counts give", () => {
    const { rows, findings } = read(["health.initial_assessment_timely,2016/17,89.7,90,116,,"]);
    expect(rows).toHaveLength(1);
    expect(findings).toMatchObject([
      {
        kind: "arithmetic",
        severity: "warning",
        stated: "89.7%",
        expected: "77.6%",
        message:
          "central-bedfordshire.csv, line 2, column value: 89.7% is given, but 90 of 116 is 77.6%. The value was used as given; check the line.",
      },
    ]);
    expect(read(["health.review_assessment,2016/17,92.6,174,188,,", "health.dental_checks,2016/17,92.5,174,188,,"]).findings).toEqual([]);
  });

  it("leaves out lines with a defect and names file, line and column", () => {
    const { rows, findings } = read([
      "health.immunisation,2025-04,80,,,,",
      "health.immunisations,spring,80,,,,",
      "health.immunisations,2025-04,eighty,,,,",
      "health.immunisations,2025-05,180,,,,",
      "health.immunisations,2025-06,80,20,10,,",
      "health.immunisations,2025-07,,,,,",
      "health.immunisations,2025-08,80,,,,",
      "health.immunisations,2025-08,81,,,,",
    ]);
    expect(rows).toHaveLength(1);
    expect(findings.map((finding) => finding.message).sort()).toEqual([
      'central-bedfordshire.csv, line 2, column indicator: no indicator is declared as "health.immunisation". Did you mean "health.immunisations"? The line was left out.',
      'central-bedfordshire.csv, line 3, column period: expected a period such as 2025/26, 2025/26 Q1, 2025-06 or at 2025-06-30, found "spring". The line was left out.',
      'central-bedfordshire.csv, line 4, column value: expected a number, found "eighty". The line was left out.',
      "central-bedfordshire.csv, line 5, column value: expected 0 to 100 for health.immunisations, found 180. The line was left out.",
      "central-bedfordshire.csv, line 6, column denominator: expected a base of at least the count 20, found 10. The line was left out.",
      "central-bedfordshire.csv, line 7, column value: expected a value, counts or a target, found none. The line was left out.",
      "central-bedfordshire.csv, line 9: the same figure stands on line 8. The line was left out.",
    ]);
    expect(findings.every(({ severity, document }) => severity === "error" && document === "central-bedfordshire.csv")).toBe(true);
  });

  it("asks for the authority where neither column nor file name gives one", () => {
    expect(read(["health.immunisations,2025-04,80,,,,"], "figures.csv").findings.map((finding) => finding.message)).toEqual([
      "figures.csv, line 2, column authority: name the authority here or in the name of the file. The line was left out.",
    ]);
    const unknown = read(["Bedfort,health.immunisations,2025-04,80"], "figures.csv", "authority,indicator,period,value");
    expect(unknown.findings[0]?.message).toBe(
      'figures.csv, line 2, column authority: no authority is known as "Bedfort". Did you mean "Bedford"? The line was left out.',
    );
  });

  it("names a missing column", () => {
    expect(read(["health.immunisations,80"], "bedford.csv", "indicator,value").findings[0]?.message).toBe(
      "bedford.csv, line 1, column period: the column is missing. Nothing was read from the file.",
    );
  });
});
