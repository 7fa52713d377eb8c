import { describe, expect, it } from "vitest";
import { indicators } from "../../../pipeline/indicators/all.ts";
import { parseRelease } from "../../../pipeline/readers/official/parse-release.ts";
import { health, healthHeader, immunisations, register, workforce, workforceHeader } from "./release-text.ts";

const read = (text: string, name = "anything.csv") => parseRelease(name, text, register, indicators);
const bedford = immunisations("2025", "822", "Bedford", "E06000055", "80", "82", "98");
const central = immunisations("2025", "823", "Central Bedfordshire", "E06000056", "215", "86", "249");

describe("a release that is as published", () => {
  it("is recognised by its columns in any order, and gives value, counts, period, source and line", () => {
    const { rows, sources, findings, recognised } = read(health(...central, ...bedford), "renamed by somebody.csv");
    expect({ recognised, findings }).toEqual({ recognised: true, findings: [] });
    expect(rows[0]).toEqual({
      series_id: "s-e06000056-health.immunisations-2025-03-31-official",
      authority_code: "E06000056",
      authority: "Central Bedfordshire",
      level: "local_authority",
      indicator: "health.immunisations",
      breakdown: "",
      period: "2024/25",
      period_end: "2025-03-31",
      value: 86,
      numerator: 215,
      denominator: 249,
      symbol: "",
      unit: "percent",
      qualifier: "exact",
      origin: "official",
      source: "dfe-cla-2025",
      source_line: "renamed by somebody.csv:2",
    });
    expect(rows).toHaveLength(2);
    expect(sources.map(({ source, release }) => [source, release])).toEqual([["dfe-cla-2025", "2025"]]);
  });

  it("names its source after its newest year, so that next year's release needs no change", () => {
    const next = read(health(...immunisations("2026", "822", "Bedford", "E06000055", "80", "82", "98"), ...bedford));
    expect(new Set(next.rows.map((row) => row.source))).toEqual(new Set(["dfe-cla-2026"]));
    expect(next.sources[0]?.title).toBe("Children looked after in England including adoptions (reporting year ending 31 March 2026)");
  });

  it("keeps symbols as symbols, without a value or counts", () => {
    const symbols = ["c", "k", "low", "u", "x", "z"];
    for (const symbol of symbols) {
      const { rows, findings } = read(health(...immunisations("2025", "822", "Bedford", "E06000055", symbol, symbol, "98")));
      expect(findings).toEqual([]);
      expect(rows[0]).toMatchObject({ value: null, symbol, numerator: null });
    }
  });

  it("accepts a byte-order mark, CRLF, trailing spaces, other capitals and a period such as 202425", () => {
    const text =
      `\ufeff${health(...central.map((line) => line.replace("2025,", "202425,").replace("Had their", "HAD  Their").replace(",86", ",86 ")))}`.replaceAll(
        "\n",
        "\r\n",
      );
    expect(read(text).rows).toMatchObject([{ value: 86, denominator: 249, period: "2024/25" }]);
  });

  it("follows an authority by its DfE number across a change of ONS code, and says so", () => {
    const { rows, findings } = read(health(...immunisations("2025", "370", "Barnsley", "E08000038", "1", "50", "2")));
    expect(rows[0]).toMatchObject({ authority_code: "E08000016", authority: "Barnsley" });
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      [
        "note",
        "anything.csv: authority 370 is also listed as E08000038 Barnsley. It was followed by its DfE number, as E08000016 Barnsley.",
      ],
    ]);
  });

  it("keeps an abolished authority apart from one of the same name, and says what became of it", () => {
    const { rows, findings } = read(
      health(
        ...immunisations("2018", "835", "Dorset", "E10000009", "1", "50", "2"),
        ...immunisations("2018", "838", "Dorset", "E06000059", "z", "z", "z"),
      ),
    );
    expect(rows.map(({ authority_code, value }) => [authority_code, value])).toEqual([
      ["E10000009", 50],
      ["E06000059", null],
    ]);
    expect(findings[0]?.message).toBe(
      "anything.csv also lists authorities that do not stand any more: Dorset (up to 31 March 2019, then Dorset and 839). Their figures are kept under their names and are not added to their successors'.",
    );
  });

  it("gives a joint return to each of its authorities without counts, and says so; an own return stands before it", () => {
    const joint = workforce(
      "2025",
      "940 / 941",
      "E06000061 / E06000062",
      "North Northamptonshire / West Northamptonshire",
      "19.5",
      "10.4",
      "25.9",
      "305.5",
      "4514",
      "14.8",
    );
    const own = workforce("2025", "941", "E06000062", "West Northamptonshire", "1", "2", "3", "10", "20", "2");
    const { rows, findings } = read(`${[workforceHeader, joint, own].join("\n")}\n`);
    const caseload = rows.filter((row) => row.indicator === "workforce.caseload_average");
    expect(caseload.map(({ authority, value, numerator, period }) => [authority, value, numerator, period])).toEqual([
      ["North Northamptonshire", 14.8, null, "at 2025-09-30"],
      ["West Northamptonshire", 2, 20, "at 2025-09-30"],
    ]);
    expect(findings.map((finding) => finding.message)).toContain(
      'anything.csv: North Northamptonshire and West Northamptonshire made one return ("940 / 941"). Its value stands for each of them, without counts.',
    );
  });

  it("uses an authority that the list lacks under its own name, and says so", () => {
    const { rows, unlisted, findings } = read(health(...immunisations("2025", "950", "Newshire", "E06000099", "1", "50", "2")));
    expect(rows[0]).toMatchObject({ authority_code: "E06000099", authority: "Newshire" });
    expect(unlisted).toMatchObject([{ dfe_code: "950", authority: "Newshire", region: "East of England" }]);
    expect(findings[0]?.message).toBe(
      "anything.csv: Newshire (950) is not in the list of authorities. Its figures are used under E06000099.",
    );
  });

  it("warns where the rows that indicators use, or the bases of their percentages, are not there", () => {
    const renamed = read(health(...central.map((line) => line.replace("Had their immunisations", "With immunisations"))));
    expect(renamed).toMatchObject({ rows: [], findings: [{ severity: "warning" }] });
    expect(renamed.findings[0]?.message).toBe(
      "anything.csv has the columns of a release that is used, and none of the rows: its filters may have been renamed. Nothing was read from it.",
    );
    const baseless = read(health(...central.map((line) => line.replace("Total all ages", "All ages"))));
    expect(baseless.rows).toMatchObject([{ value: 86, numerator: 215, denominator: null }]);
    expect(baseless.findings.map((finding) => finding.message)).toEqual([
      'anything.csv has no row "Health assessments: Children looked after all ages, Total all ages", which holds the base of its percentages. They were used without counts, so they cannot be tested.',
    ]);
  });

  it("is used with a warning where it lists England and its regions and only some authorities", () => {
    const above = (level: string, region: string): string[] =>
      central.map((line) =>
        line.replace("Local authority", level).replace("E12000006,East of England,823,Central Bedfordshire,E06000056", `${region},,,,`),
      );
    const regions = Array.from({ length: 9 }, (_, i) => above("Regional", `E1200000${i}`)).flat();
    const { rows, findings } = read(health(...above("National", ""), ...regions, ...central));
    expect(rows).toHaveLength(11);
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      [
        "warning",
        "anything.csv lists England and its regions and only 1 of about 150 authorities: its end may be missing. Its figures were used, without ranks in England; download it again.",
      ],
    ]);
  });

  it("is passed by without a complaint when no indicator uses it, and left to others when it is no release", () => {
    const unused = `${healthHeader.replace("characteristic,breakdown,children_count,children_percent", "school_type,pupils")}\n`;
    expect(read(unused)).toMatchObject({ recognised: true, rows: [], findings: [{ severity: "note" }] });
    expect(read("col_name,col_type,label\nchildren_count,Indicator,Number\n").findings).toMatchObject([
      { severity: "note", message: "anything.csv is a description of the columns of a release. Nothing was read from it." },
    ]);
    expect(read("name,amount\nrent,100\n")).toMatchObject({ recognised: false, rows: [], findings: [] });
  });
});

describe("a release with a defect is refused, by name, line and column", () => {
  const refusal = "The whole file was refused; download it again from Explore education statistics.";
  const messages = (text: string): string[] => {
    const { rows, findings } = read(text, "health.csv");
    expect(rows).toEqual([]);
    expect(findings.every(({ severity, kind, document }) => severity === "error" && kind === "data" && document === "health.csv")).toBe(
      true,
    );
    return findings.map((finding) => finding.message);
  };

  it("missing columns", () => {
    const without = (column: string): string => {
      const at = healthHeader.split(",").indexOf(column);
      return health(...central)
        .split("\n")
        .map((line) =>
          line
            .split(",")
            .filter((_, i) => i !== at)
            .join(","),
        )
        .join("\n");
    };
    expect(messages(without("children_percent"))).toEqual([
      `health.csv, line 1, column children_percent: the column is missing. ${refusal}`,
    ]);
    expect(messages(without("old_la_code"))).toEqual([`health.csv, line 1, column old_la_code: the column is missing. ${refusal}`]);
    expect(messages(without("characteristic"))).toEqual([`health.csv, line 1, column characteristic: the column is missing. ${refusal}`]);
  });

  it("text or nothing in a number cell", () => {
    const text = health(...central, ...bedford.map((line) => line.replace(",80,82", ",80,about 82")));
    expect(messages(text)).toEqual([
      `health.csv, line 4, column children_percent: expected a number or one of the symbols c, k, low, u, x and z, found "about 82". ${refusal}`,
    ]);
    const empty = health(...central.map((line) => line.replace(",215,86", ",,86")));
    expect(messages(empty)).toEqual([
      `health.csv, line 2, column children_count: expected a number or one of the symbols c, k, low, u, x and z, found an empty cell. ${refusal}`,
    ]);
  });

  it("a value that cannot be", () => {
    expect(messages(health(...central.map((line) => line.replace(",215,86", ",215,860"))))).toEqual([
      `health.csv, line 2, column children_percent: expected 0 to 100 for health.immunisations, found 860. ${refusal}`,
    ]);
  });

  it("duplicate rows", () => {
    expect(messages(health(...central, ...central))).toEqual([
      `health.csv, line 4: the same figure stands on line 2. ${refusal}`,
      `health.csv, line 5: the same base stands on line 3. ${refusal}`,
    ]);
  });

  it("an end cut off inside a line, inside a number, at a line end, and inside a quotation", () => {
    const whole = health(...central, ...bedford);
    expect(messages(whole.slice(0, whole.lastIndexOf(",")))).toEqual([`health.csv, line 5: expected 14 cells, found 13. ${refusal}`]);
    expect(messages(whole.slice(0, -2))).toEqual([
      `health.csv, line 5: the last line has no line end: the file may be cut off. ${refusal}`,
    ]);
    expect(messages(health(...central, ...bedford.slice(0, 1)))).toEqual([
      `health.csv, line 4: the last place of 2025 has 1 of 2 rows: the file may be cut off. ${refusal}`,
    ]);
    expect(messages(`${whole}2024,"Rep`)).toEqual([
      expect.stringContaining("a quotation mark is opened and never closed: the file may be cut off."),
    ]);
    expect(messages(`${healthHeader}\n`)).toEqual([
      `health.csv, line 2: the file has a header and no rows: the file may be cut off. ${refusal}`,
    ]);
  });

  it("an end cut off where a whole kind of row has fewer places than in other years", () => {
    const year = (of: string, places: number): string[] =>
      Array.from({ length: places }, (_, i) =>
        workforce(of, String(200 + i), `E060000${10 + i}`, `Place ${i}`, "1", "2", "3", "10", "20", "2"),
      );
    const text = `${[workforceHeader, ...year("2025", 20), ...year("2024", 10)].join("\n")}\n`;
    expect(messages(text)).toEqual([
      `health.csv, line 31: the last rows, of 2024, are of 10 places where others are of 20: the file may be cut off. ${refusal}`,
    ]);
    expect(read(`${[workforceHeader, ...year("2025", 20), ...year("2024", 18)].join("\n")}\n`).rows).toHaveLength(38 * 4);
  });

  it("a place or a year that is none", () => {
    expect(messages(health(...central.map((line) => line.replace(",823,", ",82,"))))[0]).toBe(
      `health.csv, line 2, column old_la_code: expected a DfE number of three digits beside a place, found "82". ${refusal}`,
    );
    expect(messages(health(...central.map((line) => line.replace("2025,", "2025/26,"))))[0]).toBe(
      `health.csv, line 2, column time_period: expected a year such as 2025 or 202425, found "2025/26". ${refusal}`,
    );
  });

  it("lists twenty defects and counts the rest", () => {
    const bad = Array.from({ length: 30 }, (_, i) =>
      immunisations(String(1990 + i), "822", "Bedford", "E06000055", "no", "82", "98"),
    ).flat();
    const found = messages(health(...bad));
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toBe(`health.csv has 10 more such defects. ${refusal}`);
  });
});
