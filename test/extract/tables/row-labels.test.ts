import { describe, expect, it } from "vitest";
import { extractTables } from "../../../pipeline/extract/tables/extract-tables.ts";
import { fromRows, rowOf } from "../source.ts";

const brief = (caption: string, rows: string[][]): string[] =>
  extractTables(fromRows(caption, rows), rowOf({ kind: "panel papers", event_start: "", event_end: "" })).map((one) =>
    [one.indicator, one.subject, one.period, `${one.value} ${one.unit}`, one.breakdown].join(" | ").replace(/ \| $/, ""),
  );

describe("a row with two labels", () => {
  it("has the measure in one and the place in the other", () => {
    expect(
      brief("Health outcomes", [
        ["Measure", "Area", "2018", "2019"],
        ["Immunisations up to date", "Barset", "93%", "95%"],
        ["Immunisations up to date", "Statistical neighbours", "90%", "91%"],
        ["Immunisations up to date", "England", "85%", "87%"],
      ]),
    ).toEqual([
      "health.immunisations | local | 2018 | 93 percent",
      "health.immunisations | local | 2019 | 95 percent",
      "health.immunisations | statistical_neighbours | 2018 | 90 percent",
      "health.immunisations | statistical_neighbours | 2019 | 91 percent",
      "health.immunisations | england | 2018 | 85 percent",
      "health.immunisations | england | 2019 | 87 percent",
    ]);
  });

  it("is the authority's where the second label is a part of the children", () => {
    expect(
      brief("Health of looked after children", [
        ["Measure", "Group", "2018", "2019"],
        ["Dental checks", "Boys", "80%", "82%"],
      ]).every((line) => line.includes("| local |")),
    ).toBe(true);
  });
});

describe("a row with a code and the way that is good", () => {
  it("is named by what it counts", () => {
    const rows = [
      ["Ref", "Measure", "Good is", "Q1", "Q2"],
      ["CP1", "Children looked after at period end", "-", "392", "398"],
      ["CP7", "Social worker vacancy rate (%)", "Low", "11.5", "10.8"],
    ];
    expect(brief("Scorecard 2019/20", rows)).toEqual([
      "cla.count | local | 2019/20 Q1 | 392 count",
      "cla.count | local | 2019/20 Q2 | 398 count",
      "workforce.vacancy_rate | local | 2019/20 Q1 | 11.5 percent",
      "workforce.vacancy_rate | local | 2019/20 Q2 | 10.8 percent",
    ]);
  });
  it("keeps a code that is the name of the measure", () => {
    expect(
      brief("Placement stability", [
        ["Indicator", "2011/12", "2012/13"],
        ["NI 62", "11%", "10%"],
      ])[0],
    ).toBe("placements.three_or_more | local | 2011/12 | 11 percent");
  });
});

describe("months down the rows", () => {
  const head = ["Month", "CLA at month end", "Rate per 10,000", "Started in month", "Ceased in month"];
  it("have a measure of looked-after children over each column", () => {
    expect(brief("Table A: Children looked after", [head, ["April 2021", "352", "83", "14", "11"]])).toEqual([
      "cla.count | local | 2021-04 | 352 count",
      "cla.rate_per_10k | local | 2021-04 | 83 rate_per_10k",
      "cla.started | local | 2021-04 | 14 count",
      "cla.ceased | local | 2021-04 | 11 count",
    ]);
  });
  it("are none of theirs where the table is about protection plans", () => {
    expect(
      brief("Table B: Child protection plans", [
        ["Month", "Plans", "Rate per 10,000", "Started in month"],
        ["April 2021", "152", "43", "14"],
      ]).some((line) => line.startsWith("cla.")),
    ).toBe(false);
  });
});

describe("a region without a name", () => {
  it("is that of the authority where it is known", () => {
    const subjects = (region: string): string[] =>
      extractTables(
        fromRows("Dental checks of looked after children", [
          ["", "Barset", "Region", "North West"],
          ["2018/19", "81%", "84%", "80%"],
        ]),
        rowOf({ region }),
      ).map((one) => one.subject);
    expect(subjects("South East")).toEqual(["local", "region:South East", "region:North West"]);
    expect(subjects("")).toEqual(["local", "region:own", "region:North West"]);
  });
});

describe("columns", () => {
  it("headed by a time limit count what is within it", () => {
    expect(
      brief("Table 1: Initial health assessments by quarter, 2018/19", [
        ["Quarter", "Completed", "Within 20 working days", "% within 20 working days"],
        ["Q1", "49", "36", "73.5%"],
        ["Q2", "57", "44", "77.2%"],
      ]),
    ).toEqual([
      "health.initial_assessment_completed | local | 2018/19 Q1 | 49 count",
      "health.initial_assessment_timely | local | 2018/19 Q1 | 36 count",
      "health.initial_assessment_timely | local | 2018/19 Q1 | 73.5 percent",
      "health.initial_assessment_completed | local | 2018/19 Q2 | 57 count",
      "health.initial_assessment_timely | local | 2018/19 Q2 | 44 count",
      "health.initial_assessment_timely | local | 2018/19 Q2 | 77.2 percent",
    ]);
  });

  it("of the year to date run from April to the end of the latest quarter", () => {
    const rows = (head: string[]): string[] =>
      brief("Care leavers aged 19 to 21", [head, ["In EET (%)", "58", "61", "60"]]).map((line) => line.split(" | ")[2] ?? "");
    expect(rows(["", "Q1 23/24", "Q2 23/24", "YTD"])).toEqual(["2023/24 Q1", "2023/24 Q2", "2023-04..2023-09"]);
    expect(rows(["", "Oct-Dec 2023", "Jan-Mar 2024", "Year to date"])).toEqual([
      "2023-10..2023-12",
      "2024-01..2024-03",
      "2023-04..2024-03",
    ]);
    expect(rows(["", "2021/22", "2022/23", "YTD"])).toEqual(["2021/22", "2022/23", ""]);
  });
});

describe("the part of the whole", () => {
  it("is not the measure's own definition", () => {
    expect(
      brief("", [
        ["", "2022/23", "2023/24"],
        ["% of children with 3 or more placements in 12 months", "9%", "10%"],
      ])[0],
    ).toBe("placements.three_or_more | local | 2022/23 | 9 percent");
    expect(
      brief("", [
        ["", "2022/23", "2023/24"],
        ["LAC in children's homes, hostels and other residential settings", "9%", "10%"],
      ])[0],
    ).toContain("hostels");
  });
});
