import { describe, expect, it } from "vitest";
import { describeDocument } from "../../../pipeline/extract/describe/describe-document.ts";
import { extractDocument } from "../../../pipeline/extract/extract-document.ts";
import { readDocument } from "../../../pipeline/readers/read-document.ts";
import { line, read } from "./read.ts";

const now = "[at inspection]";

/** Wordings of minutes, which tell of a report in the past tense, each with a sentence that is nearly the same and states nothing. */
describe("counts in minutes", () => {
  it.each<[string, string[]]>([
    ["There had been 61 children entering care, a reduction of 8 from the previous year.", [`cla.started local 61 count ${now}`]],
    ["38 new children had come into care and 41 had left care.", [`cla.started local 38 count ${now}`, `cla.ceased local 41 count ${now}`]],
    [
      "The number of children entering care was lower than before. 52 children entered in 2015/16.",
      ["cla.started local 52 count [2015/16]"],
    ],
    ["The number of children coming into care was at 29.", [`cla.started local 29 count ${now}`]],
    ["There were 214 young people in the care leavers cohort.", [`care_leavers.count local 214 count ${now}`]],
    ["Children in care had fallen from the peak of 702 children in September 2015.", ["cla.count local 702 count [2015-09]"]],
    [
      "68% of children looked after for two years or more were in a stable long-term placement.",
      [`placements.same_two_years local 68 percent ${now}`],
    ],
    ["The service had held 1,420 reviews, 93.2% in timescale.", [`reviews.timely local 93.2 percent ${now}`]],
    [
      "82 children (61.5%) lived with foster families, which was below statistical neighbours (66%).",
      [
        `cla.foster_care local 82 count ${now}`,
        `cla.foster_care local 61.5 percent ${now}`,
        `cla.foster_care statistical_neighbours 66 percent ${now}`,
      ],
    ],
    [
      "Three or more moves stood at 9%, in line with the South (10%).",
      [`placements.three_or_more local 9 percent ${now}`, `placements.three_or_more region:South 10 percent ${now}`],
    ],
    [
      "64% of children were in the same placement for two years. The aim was to be at 70%.",
      [`placements.same_two_years local 64 percent ${now}`, `placements.same_two_years target 70 percent ${now}`],
    ],
    [
      "Members were told of the number of children in care which had reduced from 449 to 442.",
      ["cla.count local 449 count []", `cla.count local 442 count ${now}`],
    ],
    ["There were 220 children in care at year-end, with most of them over 10.", [`cla.count local 220 count ${now}`]],
    ["There were 766 children looked after, of statutory school age.", [`cla.age_band local 766 count ${now}`]],
    [
      "59% of children were living in local authority ‘in-house’ foster placements and 12% with private fostering agencies.",
      [`cla.foster_care local 59 percent ${now}`, `cla.ifa local 12 percent ${now}`],
    ],
    [
      "The IRO handbook suggests that it would be good practice for a caseload to consist of 50-70 looked after children.",
      [`workforce.caseload_average target 50-70 cases ${now}`],
    ],
    [
      "There were 686 young people on a Children in Need (CIN) plan and 412 had a child in need plan before.",
      [`cin.count local 686 count ${now}`, `cin.count local 412 count ${now}`],
    ],
    ["Anyshire had never had more children on a Child Protection Plan, with 645 children.", [`cp.count local 645 count ${now}`]],
    [
      "266 children had child protection plans and 426 children were looked after by the council.",
      [`cp.count local 266 count ${now}`, `cla.count local 426 count ${now}`],
    ],
    [
      "Of these, 60 were unaccompanied asylum seeking children under the age of 18 and 30 UASC over 18.",
      [`cla.uasc local 60 count ${now}`, `cla.uasc local 30 count ${now}`],
    ],
    [
      "The number of children we look after increased from 290 in March 2014 to 307 in March 2015. This equates to 80 per 10,000.",
      ["cla.count local 290 count [2014-03]", "cla.count local 307 count [2015-03]", "cla.rate_per_10k local 80 rate_per_10k [2015-03]"],
    ],
    [
      "Children on a child protection plan had decreased from 171 in March 2014 to 105 in March 2015.",
      ["cp.count local 171 count [2014-03]", "cp.count local 105 count [2015-03]"],
    ],
    ["During 2014/15 104 children and young people entered our care.", ["cla.started local 104 count [2014/15]"]],
    ["The number of children in our care with a missing incident was approximately 12%.", [`cla.missing local 12 percent ${now}`]],
    ["Of this figure 949 had a child in need plan.", [`cin.count local 949 count ${now}`]],
    [
      "The number of home visits was 94% and the number of those with dental visits was 79%.",
      [`health.dental_checks local 79 percent ${now}`],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    "For every 0.6 children entering care, one child leaves.",
    "6 children were placed in children’s homes without Ofsted registration.",
    "Six children were currently placed in unregistered homes, compared to a total of 520 visits.",
    "There were seven children in care known to the youth justice service.",
    "12 children entering care proceedings were discussed.",
    "52 children entered in 2015/16.",
    "Of 11 newly looked after children whose cases were seen by inspectors, three were late.",
  ])("states none: %s", (text) => expect(read(text)).toEqual([]));
});

describe("the whole of which a figure is a part", () => {
  it.each<[string, string[]]>([
    [
      "4 of the 54 young people who ceased to be looked after were adopted.",
      [`adoption.count local 4 count ${now}`, `cla.ceased local 54 count ${now}`],
    ],
    [
      "3 of our 74 care leavers aged 19 to 21 were in unsuitable accommodation.",
      [
        `care_leavers.suitable_accommodation local 3 count ${now}`,
        `care_leavers.suitable_accommodation local 71 count ${now} derived`,
        `care_leavers.count local 74 count ${now}`,
      ],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
  it("states none where the whole is not named as one", () => {
    expect(read("In 12 of 16 cases children who came into care were seen.").filter((one) => one.includes("16"))).toEqual([]);
  });
});

describe("times in minutes", () => {
  it.each<[string, string[]]>([
    ["Dental checks had improved compared to the previous year - 80.2%.", [`health.dental_checks local 80.2 percent ${now}`]],
    [
      "Immunisations had fallen in comparison to the previous year and 82.7% had up-to-date health assessments.",
      [`health.review_assessment local 82.7 percent ${now}`],
    ],
    ["Three or more placement moves remained similar to the previous year at 9.3%.", [`placements.three_or_more local 9.3 percent ${now}`]],
    [
      "1 April 2014 596 children were looked after and by 31 March 2015 there were 551 children looked after.",
      ["cla.count local 596 count [at 2014-04-01]", "cla.count local 551 count [at 2015-03-31]"],
    ],
    ["In quarter three of 2014/15, 94% of reviews were on time.", ["reviews.timely local 94 percent [2014/15 Q3]"]],
    [
      "Timeliness of reviews was 55% in 2009/10. Figures for 2014 / 15 showed 96.8% in Quarter 1, 96.4% in Quarter 2 and 93.3% in Quarter 4.",
      [
        "reviews.timely local 55 percent [2009/10]",
        "reviews.timely local 96.8 percent [2014/15 Q1]",
        "reviews.timely local 96.4 percent [2014/15 Q2]",
        "reviews.timely local 93.3 percent [2014/15 Q4]",
      ],
    ],
    [
      "Attendance was 87% for pupils in Year 10 and 89% for those in Year 11 in 2014/15.",
      ["education.attendance local 87 percent [2014/15]", "education.attendance local 89 percent [2014/15]"],
    ],
    [
      "Waiting times for CAMHS have been reduced from 18 months to six weeks since the system was changed in 2008.",
      ["camhs.waiting local 18 months [2008]", `camhs.waiting local 6 weeks ${now}`],
    ],
    [
      "The February health report 2015 gives 42% of review health assessments on time.",
      ["health.review_assessment local 42 percent [2015-02]"],
    ],
    ["25 children had been adopted and a further 23 were placed.", [`adoption.count local 25 count ${now}`]],
    [
      "At the end of quarter two there were 331 young people in the care leavers cohort.",
      ["care_leavers.count local 331 count [2015/16 Q2]"],
    ],
    ["At the end of the second quarter 94% of reviews were on time.", ["reviews.timely local 94 percent [2015/16 Q2]"]],
    // What the year before was is told, and has its time.
    [
      "8% had three or more placements, lower than the previous year (11%).",
      [`placements.three_or_more local 8 percent ${now}`, "placements.three_or_more local 11 percent []"],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it("takes the time of the report that is presented for its figures, in a list after a colon and a dash", async () => {
    const text = [
      "Agenda item",
      "Anyshire Council, Corporate Parenting Panel",
      "Minutes:",
      "The manager presented the submitted report which provided a summary of performance for Quarter Two 2021 to 2022. It also included a comparison to the same period in 2020/21. The following was outlined: -",
      "·       78 children had come into care, fewer than in 2020/21.",
      "·       64% of children were in the same placement for two years.",
    ].join("\n\n");
    const source = await readDocument("minutes.txt", new TextEncoder().encode(text));
    expect(source.blocks.filter(({ kind }) => kind === "list_item")).toHaveLength(2);
    expect(extractDocument(source, describeDocument(source, null, [])).map(line)).toEqual([
      "cla.started local 78 count [2021/22 Q2]",
      "placements.same_two_years local 64 percent [2021/22 Q2]",
    ]);
  });

  it("takes no time that a list names in passing for that of the report", async () => {
    const text =
      "Performance Management\n\nMinutes:\n\nThe main points are summarised below.\n\n· There were 334 children in care.\n\n· The performance officer said that this was down on levels in 2022-23.";
    const source = await readDocument("minutes.txt", new TextEncoder().encode(text));
    expect(extractDocument(source, describeDocument(source, null, [])).map(line)).toEqual(["cla.count local 334 count []"]);
  });
});
