import { describe, expect, it } from "vitest";
import { line, paragraph, read, readBlocks } from "./read.ts";

const now = "[at inspection]";

describe("a sentence that leans on the one before", () => {
  it.each<[string, string[]]>([
    [
      "At 31 March 2015, the rate of looked after children was 81.4 per 10,000. Our statistical neighbour average was 92 and the national figure was 71.",
      [
        "cla.rate_per_10k local 81.4 rate_per_10k [at 2015-03-31]",
        "cla.rate_per_10k statistical_neighbours 92 rate_per_10k [at 2015-03-31]",
        "cla.rate_per_10k england 71 rate_per_10k [at 2015-03-31]",
      ],
    ],
    [
      "Just over a fifth of looked after children (21%) are placed more than 20 miles from home. The most recent published figure for England is 16%.",
      [`cla.placed_20_miles local 21 percent ${now}`, `cla.placed_20_miles england 16 percent ${now}`],
    ],
    [
      "During the year, 218 initial health assessments were completed. Of these, 174 (79.8%) took place within timescale.",
      [
        "health.initial_assessment_completed local 218 count [at inspection]",
        `health.initial_assessment_timely local 174 count ${now}`,
        `health.initial_assessment_timely local 79.8 percent ${now}`,
      ],
    ],
    [
      "At 31 March 2015 there were 372 children looked after. This is nine more than at the end of December 2014 (363) and equates to a rate of 81.4 per 10,000 children under 18.",
      [
        "cla.count local 372 count [at 2015-03-31]",
        "cla.count local 363 count [at 2014-12-31]",
        "cla.rate_per_10k local 81.4 rate_per_10k [at 2015-03-31]",
      ],
    ],
    [
      "Social workers’ average caseload is 16. In the permanence team, they are lower, at 12.5.",
      [`workforce.caseload_average local 16 cases ${now}`, `workforce.caseload_average local 12.5 cases ${now}`],
    ],
    [
      "At 31 March 2015 there were 340 children looked after. Expressed as a rate, this is 57 per 10,000, lower than England (64).",
      [
        "cla.count local 340 count [at 2015-03-31]",
        "cla.rate_per_10k local 57 rate_per_10k [at 2015-03-31]",
        "cla.rate_per_10k england 64 rate_per_10k [at 2015-03-31]",
      ],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it("does not take a number of something else for it", () => {
    expect(read("Twenty-nine children were adopted in 2014/15. The number of prospective adopters approved was 33.")).toEqual([
      "adoption.count local 29 count [2014/15]",
    ]);
    expect(read("The rate of looked after children is 60 per 10,000. Nationally, 14 inspectors visited.")).toEqual([
      `cla.rate_per_10k local 60 rate_per_10k ${now}`,
    ]);
    expect(read("Of the 40 review health assessments, most are good. Of these, 35 took place within timescale.")).toEqual([]);
  });
});

describe("a paragraph under a heading", () => {
  it("that opens with performance is of what the heading names", () => {
    expect(
      read("Performance for the under fives was 97%; for those aged five and over it was 92%.", ["3.2 Review health assessments"]),
    ).toEqual([`health.review_assessment local 97 percent ${now}`, `health.review_assessment local 92 percent ${now}`]);
  });
  it("that opens otherwise, or under a heading of two measures, is not", () => {
    expect(read("Only 12% of staff have been trained.", ["Review health assessments"])).toEqual([]);
    expect(read("Performance was 97%.", ["Dental checks and immunisations"])).toEqual([]);
  });
});

describe("an earlier figure beside the present one", () => {
  it.each<[string, string[]]>([
    [
      "Strengths and difficulties questionnaires were returned for 81% of children (2014: 76%).",
      [`health.sdq_completion local 81 percent ${now}`, "health.sdq_completion local 76 percent [2014]"],
    ],
    [
      "The attendance of looked after children was 91.3% (90.8% in 2013/14).",
      [`education.attendance local 91.3 percent ${now}`, "education.attendance local 90.8 percent [2013/14]"],
    ],
    [
      "In the year to March 2015, 8% of looked after children had three or more placements, lower than the previous year (11%).",
      ["placements.three_or_more local 8 percent [2014/15]", "placements.three_or_more local 11 percent [2013/14]"],
    ],
    [
      "At 31 March 2015 there were 642 looked after children, compared with 627 on the same date in 2014.",
      ["cla.count local 642 count [at 2015-03-31]", "cla.count local 627 count [at 2014-03-31]"],
    ],
    [
      "At 31 March 2015 the number of children in care was 418, an increase of 17 on the 401 reported twelve months earlier.",
      ["cla.count local 418 count [at 2015-03-31]", "cla.count local 401 count [at 2014-03-31]"],
    ],
    [
      "Turnover of social workers stood at 21% at the end of March 2015, having been 15% a year earlier.",
      ["workforce.turnover_rate local 21 percent [at 2015-03-31]", "workforce.turnover_rate local 15 percent [at 2014-03-31]"],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("comparators further off", () => {
  it.each<[string, string[]]>([
    [
      "Attendance of looked after children is 95.8%, a little above the 95.7% for children looked after nationally.",
      [`education.attendance local 95.8 percent ${now}`, `education.attendance england 95.7 percent ${now}`],
    ],
    [
      "Two thirds (67%) of care leavers are in education, employment or training. This far exceeds the 50% seen nationally and the 51% of statistical neighbours.",
      [
        `care_leavers.eet local 67 percent ${now}`,
        `care_leavers.eet england 50 percent ${now}`,
        `care_leavers.eet statistical_neighbours 51 percent ${now}`,
      ],
    ],
    [
      "Strengths and difficulties questionnaires are completed for 88% of children, and scores, averaging 15.4, are higher than the England average (14.1).",
      [
        `health.sdq_completion local 88 percent ${now}`,
        `health.sdq_average local 15.4 score ${now}`,
        `health.sdq_average england 14.1 score ${now}`,
      ],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it("pass over a pronoun", () => {
    expect(
      read("Nine looked after children had been excluded in 2014–15, and one of them twice, down from 17.").some((fact) =>
        / 1 /.test(fact),
      ),
    ).toBe(false);
  });
});

describe("names beside other names", () => {
  it.each<[string, string[]]>([
    [
      "Agency staff cover 9% of posts and turnover was 13.5%.",
      [`workforce.agency_rate local 9 percent ${now}`, `workforce.turnover_rate local 13.5 percent ${now}`],
    ],
    ["98% of looked after children aged four and over participated in their reviews.", [`reviews.participation local 98 percent ${now}`]],
    [
      "There are 37 unaccompanied asylum-seeking children, 9% of all looked after children.",
      [`cla.uasc local 37 count ${now}`, `cla.uasc local 9 percent ${now}`],
    ],
    ["There are 37 unaccompanied asylum-seeking children, and 9% of foster carers left.", [`cla.uasc local 37 count ${now}`]],
    [
      "Nearly four in ten strengths and difficulties questionnaires (39%) had not been completed.",
      [`health.sdq_completion local 39 percent ${now}`, `health.sdq_completion local 61 percent ${now} derived`],
    ],
    [
      "The uptake of immunisations was 95%; in the general child population it was 96.1%.",
      [`health.immunisations local 95 percent ${now}`, `health.immunisations general_population 96.1 percent ${now}`],
    ],
    [
      "More than a quarter of social work posts (27%) are filled by agency staff; this is higher than both the region (17%) and England (16%).",
      [
        `workforce.agency_rate local 27 percent ${now}`,
        `workforce.agency_rate region:South East 17 percent ${now}`,
        `workforce.agency_rate england 16 percent ${now}`,
      ],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("a report that says what time it covers", () => {
  const dates = { published: "2019-09-24", event_start: "2019-09-24", event_end: "2019-09-24" };
  const facts = async (title: string, text: string): Promise<string[]> => {
    const { extractProse } = await import("../../../pipeline/extract/prose/extract-prose.ts");
    const { indicators } = await import("../../../pipeline/indicators/all.ts");
    const blocks = [{ ...paragraph(title), kind: "heading" as const, level: 1 }, paragraph(text, [title], 1)];
    return extractProse(blocks, indicators, { dates, region: "", authority: "Barset", present: "" }).map(({ fact }) => line(fact));
  };
  const text = "93% of looked after children had a review health assessment.";
  it.each([
    ["Annual Report on the Health of Looked After Children 2018/19", "[2018/19]"],
    ["Performance Report, Quarter 1 2019/20", "[2019/20 Q1]"],
    ["Performance data April 2018 to March 2019", "[2018/19]"],
    ["Placement sufficiency strategy 2018/19", "[]"],
    ["Performance report 2020/21", "[]"],
    ["Report of the Director, 24 September 2019", "[]"],
  ])("%s", async (title, period) => expect(await facts(title, text)).toEqual([`health.review_assessment local 93 percent ${period}`]));

  it("among the items of minutes dates its own item alone", async () => {
    const { extractProse } = await import("../../../pipeline/extract/prose/extract-prose.ts");
    const { indicators } = await import("../../../pipeline/indicators/all.ts");
    const said = (text: string, index: number, label = ""): ReturnType<typeof paragraph> => ({ ...paragraph(text, [], index), label });
    const blocks = [
      said("Minutes of the Panel held on 24 September 2019", 0),
      said("Performance Report Quarter 1 2019/20", 1, "5"),
      said("82% of looked after children had a dental check.", 2),
      said("Adoption", 3, "6"),
      said("Nine children were adopted.", 4),
    ];
    expect(extractProse(blocks, indicators, { dates, region: "", authority: "Barset", present: "" }).map(({ fact }) => line(fact))).toEqual(
      ["health.dental_checks local 82 percent [2019/20 Q1]", "adoption.count local 9 count []"],
    );
  });

  it("dates its quarters by its own", async () => {
    expect(
      await facts(
        "Performance Report, Quarter 1 2019/20",
        "In Quarter 4, 88% of looked after children had a dental check. This was 80% at the end of the previous quarter.",
      ),
    ).toEqual(["health.dental_checks local 88 percent [2018/19 Q4]", "health.dental_checks local 80 percent [2018/19 Q4]"]);
  });
});

describe("a line that opens a list", () => {
  it("dates what stands below it", () => {
    const item = (text: string, index: number): ReturnType<typeof paragraph> => ({
      ...paragraph(text, [], index),
      kind: "list_item",
      level: 1,
    });
    const found = readBlocks([
      item("At 31 May 2015, 661 children were looked after. Of this number:", 0),
      item("71 live with parents", 1),
      item("In the last 12 months:", 2),
      item("214 children ceased to be looked after", 3),
    ]).map(line);
    expect(found).toEqual([
      "cla.count local 661 count [at 2015-05-31]",
      "cla.with_parents local 71 count [at 2015-05-31]",
      `cla.ceased local 214 count ${now}`,
    ]);
  });
});

describe("a time said once", () => {
  it.each<[string, string[]]>([
    [
      "The proportion of looked after children with a dental check (91%) and up-to-date immunisations (96%) in 2013–14 was high.",
      ["health.dental_checks local 91 percent [2013/14]", "health.immunisations local 96 percent [2013/14]"],
    ],
    [
      "Twenty-two children were adopted during 2013–14, which is 17% of those leaving care.",
      ["adoption.count local 22 count [2013/14]", "adoption.share_of_leavers local 17 percent [2013/14]"],
    ],
    [
      "In 2014–15 to date, 84% of initial health assessments were undertaken within 20 working days.",
      ["health.initial_assessment_timely local 84 percent [2014/15]"],
    ],
    [
      "Sixteen care leavers are at university, up from 12.",
      [`care_leavers.higher_education local 16 count ${now}`, "care_leavers.higher_education local 12 count []"],
    ],
    [
      "All care leavers have a pathway plan, although 12% of pathway plans had not been reviewed in the last six months.",
      [`care_leavers.pathway_plans local 12 percent ${now}`, `care_leavers.pathway_plans local 88 percent ${now} derived`],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("a share and the bracket behind it", () => {
  it("say the same once, or two things", () => {
    expect(read("Nearly nine out of ten children looked after (88%) have an up-to-date health assessment.")).toEqual([
      `health.review_assessment local 88 percent ${now}`,
    ]);
    expect(read("Nine out of ten children have an up-to-date health assessment and almost all (98%) have seen a dentist.")).toEqual([
      `health.review_assessment local 90 percent ${now}`,
      `health.dental_checks local 98 percent ${now}`,
    ]);
  });
});

describe("a part of all care leavers", () => {
  it("is not how many there are", () => {
    expect(
      read("Just three of our 74 care leavers are not in touch with the service.").some((fact) => fact.startsWith("care_leavers.count")),
    ).toBe(false);
    expect(read("The service supports 74 care leavers.")).toEqual([`care_leavers.count local 74 count ${now}`]);
  });
});
