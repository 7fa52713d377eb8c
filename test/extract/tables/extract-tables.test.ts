import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractTables } from "../../../pipeline/extract/tables/extract-tables.ts";
import { defineIndicator } from "../../../pipeline/model/indicator.ts";
import type { SourceDocument } from "../../../pipeline/model/document.ts";
import type { Observation } from "../../../pipeline/model/observation.ts";
import { fromParagraphs, fromRows, fromText, rowOf } from "../source.ts";

const read = (source: SourceDocument): Observation[] =>
  extractTables(source, rowOf({ kind: "panel papers", event_start: "", event_end: "" }));
const brief = (source: SourceDocument): string[] =>
  read(source).map((one) =>
    [
      one.indicator,
      one.subject,
      one.period,
      `${one.value}${one.value_high === null ? "" : `..${one.value_high}`} ${one.unit}`,
      one.breakdown,
    ]
      .join(" | ")
      .replace(/ \| $/, ""),
  );

describe("headers", () => {
  it("one row of years, with columns for others", () => {
    expect(
      brief(
        fromRows("Table 2: Health of looked after children", [
          ["", "2022/23", "2023/24", "Stat. Neighbours 2023/24", "England 2023/24", "Target"],
          ["Dental checks", "81%", "84.5%", "80%", "79%", "90%"],
        ]),
      ),
    ).toEqual([
      "health.dental_checks | local | 2022/23 | 81 percent",
      "health.dental_checks | local | 2023/24 | 84.5 percent",
      "health.dental_checks | statistical_neighbours | 2023/24 | 80 percent",
      "health.dental_checks | england | 2023/24 | 79 percent",
      "health.dental_checks | target |  | 90 percent",
    ]);
  });

  it("a year that spans a number and a share", () => {
    expect(
      brief(
        fromRows("Where children live", [
          ["", "2016", "", "2017", ""],
          ["", "Number", "%", "Number", "%"],
          ["LAC placed out of county", "164", "59.8", "168", "58.5%"],
        ]),
      ),
    ).toEqual([
      "cla.out_of_area | local | 2016 | 164 count",
      "cla.out_of_area | local | 2016 | 59.8 percent",
      "cla.out_of_area | local | 2017 | 168 count",
      "cla.out_of_area | local | 2017 | 58.5 percent",
    ]);
  });

  it("printed again on the next page", () => {
    const head = ["Indicator", "2022/23", "2023/24"];
    expect(brief(fromRows("", [head, ["Immunisations up to date", "80%", "85%"], head, ["Dental checks", "70%", "75%"]]))).toHaveLength(4);
  });

  it("left out where a page cuts the table in two", () => {
    const first = fromRows("Scorecard", [
      ["", "2022/23", "2023/24"],
      ["Dental checks", "81%", "84%"],
    ]);
    const second = fromRows("Scorecard", [["Immunisations up to date", "85%", "88%"]]);
    const block = { ...second.blocks[0]!, index: 1 };
    expect(brief({ ...first, blocks: [...first.blocks, block] }).slice(2)).toEqual([
      "health.immunisations | local | 2022/23 | 85 percent",
      "health.immunisations | local | 2023/24 | 88 percent",
    ]);
  });

  it("of a second part in the same table", () => {
    expect(
      brief(
        fromRows("Initial health assessments 2023/24", [
          ["", "Q1", "Q2"],
          ["IHA completed within timescale", "50%", "60%"],
          ["Working days taken", "No. of children"],
          ["0-20 days", "12"],
          ["More than 20 days", "3"],
          ["Total", "15"],
        ]),
      ),
    ).toEqual([
      "health.initial_assessment_timely | local | 2023/24 Q1 | 50 percent",
      "health.initial_assessment_timely | local | 2023/24 Q2 | 60 percent",
      "health.initial_assessment_band | local | 2023/24 | 12 count | 0-20 days",
      "health.initial_assessment_band | local | 2023/24 | 3 count | More than 20 days",
      "health.initial_assessment_band | local | 2023/24 | 15 count | Total",
    ]);
  });

  it("copied as printed; a year printed twice makes every column doubtful", () => {
    const found = read(
      fromRows("", [
        ["", "2015", "2015", "2016"],
        ["Number of looked after children", "274", "287", "304"],
      ]),
    );
    expect(found.map((one) => [one.column, one.period, one.value])).toEqual([
      ["2015", "2015", 274],
      ["2015", "2015", 287],
      ["2016", "2016", 304],
    ]);
    expect(found.every((one) => (one.confidence ?? 1) < 0.5)).toBe(true);
  });

  it("missing: the caption says what and when", () => {
    expect(
      brief(
        fromRows("Looked after children with a dental check, 2023/24", [
          ["Boys", "81%"],
          ["Girls", "84%"],
        ]),
      ),
    ).toEqual([
      "health.dental_checks | local | 2023/24 | 81 percent | Boys",
      "health.dental_checks | local | 2023/24 | 84 percent | Girls",
    ]);
  });

  it("with months and quarters that lean on the year of the caption", () => {
    expect(
      brief(
        fromRows("CAMHS data 2016-17", [
          ["Looked After Children", "Apr", "Jan", "Q3", "YTD"],
          ["Referrals", "4", "6", "18", "79"],
        ]),
      ),
    ).toEqual([
      "camhs.referrals | local | 2016-04 | 4 count",
      "camhs.referrals | local | 2017-01 | 6 count",
      "camhs.referrals | local | 2016/17 Q3 | 18 count",
      "camhs.referrals | local | 2016/17 | 79 count",
    ]);
  });
});

describe("other shapes", () => {
  it("periods down the rows, indicators across", () => {
    expect(
      brief(
        fromRows("Health outcomes", [
          ["Year", "Immunisations", "Dental checks", "SDQ average score"],
          ["2022/23", "81%", "70%", "14.2"],
          ["2023/24", "85%", "-", "13.9"],
        ]),
      ),
    ).toEqual([
      "health.immunisations | local | 2022/23 | 81 percent",
      "health.dental_checks | local | 2022/23 | 70 percent",
      "health.sdq_average | local | 2022/23 | 14.2 score",
      "health.immunisations | local | 2023/24 | 85 percent",
      "health.sdq_average | local | 2023/24 | 13.9 score",
    ]);
  });

  it("places down the rows, the indicator in the caption", () => {
    expect(
      brief(
        fromRows("Care leavers in suitable accommodation", [
          ["", "2022/23", "2023/24"],
          ["Barset", "90%", "92%"],
          ["Statistical neighbours", "88%", "89%"],
          ["England", "87%", "88%"],
        ]),
      ),
    ).toEqual([
      "care_leavers.suitable_accommodation | local | 2022/23 | 90 percent",
      "care_leavers.suitable_accommodation | local | 2023/24 | 92 percent",
      "care_leavers.suitable_accommodation | statistical_neighbours | 2022/23 | 88 percent",
      "care_leavers.suitable_accommodation | statistical_neighbours | 2023/24 | 89 percent",
      "care_leavers.suitable_accommodation | england | 2022/23 | 87 percent",
      "care_leavers.suitable_accommodation | england | 2023/24 | 88 percent",
    ]);
  });

  it("a line across the table that holds for the rows under it", () => {
    expect(
      brief(
        fromRows("", [
          ["Measure", "2023/24"],
          ["Care leavers aged 19 to 21", ""],
          ["In suitable accommodation", "91%"],
          ["In education, employment or training", "55%"],
        ]),
      ),
    ).toEqual([
      "care_leavers.suitable_accommodation | local | 2023/24 | 91 percent | age 19 to 21",
      "care_leavers.eet | local | 2023/24 | 55 percent | age 19 to 21",
    ]);
  });

  it("numbers of rows and references are no figures", () => {
    expect(
      brief(
        fromRows("Scorecard", [
          ["Ref", "Measure", "2023/24", "Change", "RAG", "Page"],
          ["12", "Pathway plans up to date", "88%", "3", "Green", "14"],
        ]),
      ),
    ).toEqual(["care_leavers.pathway_plans | local | 2023/24 | 88 percent"]);
  });

  it("pipes with a rule under the header, and tabs", () => {
    const pipes = "Table 1: Health\n\n| | 2022/23 | 2023/24 |\n|---|---|---|\n| Review health assessments | 90% | 92% |\n";
    const tabs = "Table 1: Health\n\n\t2022/23\t2023/24\nReview health assessments\t90%\t92%\n";
    expect(brief(fromText(pipes))).toEqual([
      "health.review_assessment | local | 2022/23 | 90 percent",
      "health.review_assessment | local | 2023/24 | 92 percent",
    ]);
    expect(brief(fromText(tabs))).toEqual(brief(fromText(pipes)));
  });

  it("teams down the rows, a measure in each column: a bare number under vacancies is one of posts", () => {
    expect(
      brief(
        fromRows("Social worker workforce at 30 September 2023", [
          ["Team", "Posts (FTE)", "Vacancies (FTE)", "Vacancy rate", "Average caseload"],
          ["Assessment", "40.5", "8", "19.8%", "18.5"],
          ["Total", "70.5", "10", "14.2%", "16.6"],
        ]),
      ),
    ).toEqual([
      "workforce.posts | local | at 2023-09-30 | 40.5 count | Assessment",
      "workforce.posts | local | at 2023-09-30 | 8 count | Assessment",
      "workforce.vacancy_rate | local | at 2023-09-30 | 19.8 percent | Assessment",
      "workforce.caseload_average | local | at 2023-09-30 | 18.5 cases | Assessment",
      "workforce.posts | local | at 2023-09-30 | 70.5 count",
      "workforce.posts | local | at 2023-09-30 | 10 count",
      "workforce.vacancy_rate | local | at 2023-09-30 | 14.2 percent",
      "workforce.caseload_average | local | at 2023-09-30 | 16.6 cases",
    ]);
  });

  it("a scorecard whose joined cells left the second header row short", () => {
    expect(
      brief(
        fromRows("Scorecard", [
          ["Indicator", "2022/23", "", "2023/24", "", "England 2022/23"],
          ["No.", "%", "No.", "%"],
          ["Initial health assessments completed within 20 working days", "33", "52%", "41", "64%", "n/a"],
          ["Rate of children looked after per 10,000", "71", "", "74.5", "", "70"],
          ["Children looked after (number)", "410", "", "432", "", ""],
        ]),
      ),
    ).toEqual([
      "health.initial_assessment_timely | local | 2022/23 | 33 count",
      "health.initial_assessment_timely | local | 2022/23 | 52 percent",
      "health.initial_assessment_timely | local | 2023/24 | 41 count",
      "health.initial_assessment_timely | local | 2023/24 | 64 percent",
      "cla.rate_per_10k | local | 2022/23 | 71 rate_per_10k",
      "cla.rate_per_10k | local | 2023/24 | 74.5 rate_per_10k",
      "cla.rate_per_10k | england | 2022/23 | 70 rate_per_10k",
      "cla.count | local | 2022/23 | 410 count",
      "cla.count | local | 2023/24 | 432 count",
    ]);
  });

  it("dates over the columns; a column with a number above 100 and no sign holds counts", () => {
    expect(
      brief(
        fromRows("", [
          ["Placement type", "31/03/2023", "31/03/2024"],
          ["Independent fostering agency", "110", "120"],
          ["Residential children's homes", "40", "52"],
          ["Total", "150", "172"],
        ]),
      ),
    ).toEqual([
      "cla.ifa | local | at 2023-03-31 | 110 count",
      "cla.ifa | local | at 2024-03-31 | 120 count",
      "cla.residential | local | at 2023-03-31 | 40 count",
      "cla.residential | local | at 2024-03-31 | 52 count",
    ]);
  });

  it("other authorities in a table of places are not the authority", () => {
    expect(
      brief(
        fromRows("Care leavers in touch", [
          ["", "2023"],
          ["Barset", "92%"],
          ["Loamshire", "88%"],
          ["England", "90%"],
        ]),
      ),
    ).toEqual([
      "care_leavers.in_touch | local | 2023 | 92 percent",
      "care_leavers.in_touch | other:Loamshire | 2023 | 88 percent",
      "care_leavers.in_touch | england | 2023 | 90 percent",
    ]);
  });

  it("a bare number that may be a share or a count is listed for a person", () => {
    const found = read(
      fromRows("", [
        ["", "2022/23", "2023/24"],
        ["Dental checks", "81", "84"],
      ]),
    );
    expect(found.map((one) => (one.confidence ?? 1) < 0.5)).toEqual([true, true]);
  });

  it("beside several periods a comparator without one has none, and a target is for the year", () => {
    expect(
      brief(
        fromRows("Quarter 3 2023/24", [
          ["", "Q2", "Q3", "Target", "England 22/23", "Stat. neighbours"],
          ["Dental checks", "78%", "80%", "85%", "76%", "77%"],
        ]),
      ),
    ).toEqual([
      "health.dental_checks | local | 2023/24 Q2 | 78 percent",
      "health.dental_checks | local | 2023/24 Q3 | 80 percent",
      "health.dental_checks | target | 2023/24 | 85 percent",
      "health.dental_checks | england | 2022/23 | 76 percent",
      "health.dental_checks | statistical_neighbours |  | 77 percent",
    ]);
  });

  it("bands of age", () => {
    expect(
      brief(
        fromRows("Looked after children by age at 31 March 2024", [
          ["Age", "Number", "%"],
          ["Under 1", "12", "5%"],
          ["1 to 4", "30", "13%"],
          ["16+", "60", "25%"],
        ]),
      ),
    ).toEqual(
      [
        "cla.age_band | local | at 2024-03-31 | 12 count | Under 1",
        "cla.age_band | local | at 2024-03-31 | 30 count | 1 to 4",
        "cla.age_band | local | at 2024-03-31 | 60 count | 16+",
      ].flatMap((line, k) => [line, expect.stringContaining(`${["5", "13", "25"][k]} percent`)]),
    );
  });
});

describe("cells", () => {
  const cell = (text: string): (string | number | null)[][] =>
    read(
      fromRows("", [
        ["", "2023/24"],
        ["Review health assessments", text],
      ]),
    ).map((one) => [one.value, one.unit, one.qualifier, one.numerator, one.denominator]);

  it.each([
    ["174 out of 188", [[174, "count", "exact", 174, 188]]],
    ["174/188", [[174, "count", "exact", 174, 188]]],
    [
      "22 (57%)",
      [
        [22, "count", "exact", null, null],
        [57, "percent", "exact", null, null],
      ],
    ],
    ["92.5%*", [[92.5, "percent", "exact", null, null]]],
    ["over 90%", [[90, "percent", "over", null, null]]],
    ["-", []],
    ["–", []],
    ["n/a", []],
    ["N/A", []],
    ["c", []],
    ["", []],
    ["tbc", []],
    ["+3%", []],
    ["Improved since 2022", []],
  ])("%s", (text, expected) => {
    const count = cell(text).map(([value, unit, qualifier, numerator, denominator]) => [value, unit, qualifier, numerator, denominator]);
    expect(count).toEqual(expected);
  });

  it("a count beside the share it makes gives that share its base, and no other", () => {
    const found = read(
      fromRows("", [
        ["", "2023/24", "2023/24 completed"],
        ["RHA", "92.5%", "174 out of 188"],
        ["IHA completed", "94.8%", "90 out of 116"],
      ]),
    );
    expect(found.filter((one) => one.unit === "percent").map((one) => one.denominator)).toEqual([188, null]);
  });

  it("a bare number under a share is one when its row says so, and a count above 100", () => {
    expect(
      brief(
        fromRows("", [
          ["", "2022/23", "2023/24"],
          ["Dental checks", "94", "93.5%"],
          ["Immunisations", "187", "188"],
        ]),
      ),
    ).toEqual([
      "health.dental_checks | local | 2022/23 | 94 percent",
      "health.dental_checks | local | 2023/24 | 93.5 percent",
      "health.immunisations | local | 2022/23 | 187 count",
      "health.immunisations | local | 2023/24 | 188 count",
    ]);
  });

  it("an impossible value is kept for a person to look at", () => {
    const [one] = read(
      fromRows("", [
        ["", "2023/24"],
        ["SDQ average score", "140"],
      ]),
    );
    expect(one).toMatchObject({ value: 140, indicator: "health.sdq_average" });
    expect(one?.confidence).toBeLessThan(0.5);
  });
});

describe("whose figures", () => {
  it("a part of the document that another body wrote, for a wider area", () => {
    const source = fromRows("Table 9: Timeliness of initial health assessments", [
      ["", "2023/24"],
      ["IHA in timescale", "80%"],
    ]);
    source.blocks.at(-1)!.headings = ["Greater Loamshire Clinical Commissioning Group's annual report", "Looked after children"];
    expect(read(source)[0]?.subject).toBe("other:Greater Loamshire Clinical Commissioning Group");
    source.blocks.at(-1)!.table!.caption = "Table 9: Barset, timeliness of initial health assessments";
    expect(read(source)[0]?.subject).toBe("local");
  });

  it("a body with the authority's own name is the authority's area", () => {
    const source = fromRows("Initial health assessments", [
      ["", "2023/24"],
      ["IHA in timescale", "80%"],
    ]);
    source.blocks.at(-1)!.headings = ["Barset Clinical Commissioning Group's annual report"];
    expect(read(source)[0]?.subject).toBe("local");
  });
});

describe("what is no table of figures", () => {
  it.each([
    [
      "contents",
      [
        ["Contents", "Page"],
        ["Looked after children", "3"],
        ["Care leavers", "14"],
      ],
    ],
    [
      "an agenda",
      [
        ["8", "Looked after children report", "35 - 60"],
        ["9", "Fostering", "61 - 70"],
      ],
    ],
    [
      "an action plan",
      [
        ["Recommendation", "Action", "Timescale", "Lead"],
        ["1", "Visit 20 children", "3 months", "Head of Service"],
      ],
    ],
    [
      "grades",
      [
        ["Judgement", "Grade"],
        ["Overall effectiveness", "Good"],
      ],
    ],
    [
      "numbers of something else",
      [
        ["Item", "2022/23", "2023/24"],
        ["Potholes mended", "200", "300"],
      ],
    ],
  ])("%s", (_name, rows) => {
    expect(read(fromRows("", rows))).toEqual([]);
  });

  it("a figure about children that no indicator fits is other", () => {
    expect(
      brief(
        fromRows("", [
          ["", "2022/23", "2023/24"],
          ["Children with an independent visitor", "20", "31"],
        ]),
      ),
    ).toEqual([
      "other | local | 2022/23 | 20 count | with an independent visitor",
      "other | local | 2023/24 | 31 count | with an independent visitor",
    ]);
  });

  it("an indicator is added by its declaration alone", () => {
    const visitors = defineIndicator({
      id: "cla.independent_visitor",
      theme: "context",
      name: "With an independent visitor",
      measure: "Looked-after children with an independent visitor",
      unit: "count",
      polarity: "none",
      tables: [{ any: ["independent visitors?"] }],
    });
    const source = fromRows("", [
      ["", "2022/23", "2023/24"],
      ["Children with an independent visitor", "20", "31"],
    ]);
    expect(extractTables(source, rowOf(), [visitors]).map((one) => [one.indicator, one.value])).toEqual([
      ["cla.independent_visitor", 20],
      ["cla.independent_visitor", 31],
    ]);
  });

  it("a document without tables", () => {
    expect(read(fromParagraphs(["94% of children had a dental check in 2023/24."]))).toEqual([]);
  });
});

describe("any table", () => {
  const cell = fc.constantFrom(
    "",
    "-",
    "94%",
    "12",
    "174 out of 188",
    "2015",
    "2014/15",
    "Number",
    "%",
    "England",
    "Dental checks",
    "LAC placed out of county",
    "Q1",
    "Total",
    "0-20 days",
    "21 to 30 days",
    "<b>5</b>",
    "£4,500.00",
    "Change",
    "Care leavers",
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

  it("gives no throw, quotes a row, and names headings that exist", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("", "Table 1: 2016-17", "Initial health assessments"), (cells, caption) => {
        const source = fromRows(caption, cells);
        const raw = new Set(source.blocks[0]!.table!.rows.map((row) => row.raw));
        const printed = new Set(cells.flat().map((text) => text.replace(/<[^>]*>/g, " ").trim()));
        for (const one of read(source)) {
          expect(raw).toContain(one.quote);
          expect(one.row === "" || [...printed].some((text) => text !== "" && one.row.includes(text))).toBe(true);
          expect(one.column === "" || [...printed].some((text) => text !== "" && one.column.includes(text))).toBe(true);
          expect(one.confidence).toBeGreaterThan(0);
          expect(one.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

const seed = new URL("../../../seeds/003_f7664ca5977d6563.txt", import.meta.url);
describe("the panel papers that ship with the project", () => {
  const source = existsSync(seed) ? fromText(readFileSync(seed, "utf8")) : fromParagraphs([]);
  const found = extractTables(source, rowOf({ authority: "Central Bedfordshire", kind: "panel papers", event_start: "", event_end: "" }));
  const at = (row: string, column: string): Observation[] => found.filter((one) => one.row === row && one.column === column);

  it("every quote is a row of the file", () => {
    const lines = new Set(
      readFileSync(seed, "utf8")
        .split("\n")
        .map((line) => line.replace(/\s+/g, " ").trim()),
    );
    expect(found.length).toBeGreaterThan(90);
    expect(found.filter((one) => !lines.has(one.quote.replace(/\s+/g, " ").trim()))).toEqual([]);
  });

  it("the header that is wrong in print stays as printed", () => {
    expect(at("IHA completed", "2016/17 Completed RHA's")).toMatchObject([
      { indicator: "health.initial_assessment_completed", value: 90, denominator: 116, period: "2016/17" },
    ]);
  });

  it("a part without a period has that of the part above it", () => {
    expect(at("21 to 30 days", "No. of children")).toMatchObject([
      { indicator: "health.initial_assessment_band", breakdown: "21 to 30 days", period: "2016/17", value: 14 },
    ]);
  });
});
