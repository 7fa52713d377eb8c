import { describe, expect, it } from "vitest";
import { read } from "./read.ts";

const now = "[at inspection]";

/** Paragraphs written for these tests, in the manner of inspection reports of 2015 to 2017; no real authority. */
describe("area information", () => {
  it("reads a count, its rate and both a year before", () => {
    expect(
      read(
        "At 31 March 2016, 1,204 children are being looked after by the local authority (a rate of 73.5 per 10,000 children). This is an increase from 1,150 (70 per 10,000 children) at 31 March 2015.",
      ),
    ).toEqual([
      "cla.count local 1204 count [at 2016-03-31]",
      "cla.rate_per_10k local 73.5 rate_per_10k [at 2016-03-31]",
      "cla.count local 1150 count [at 2015-03-31]",
      "cla.rate_per_10k local 70 rate_per_10k [at 2015-03-31]",
    ]);
  });
  it("reads protection plans with former counts named by 'when there were'", () => {
    expect(
      read(
        "There are 312 children subject to a child protection plan. This is a significant increase since 31 March 2013, when there were 210.",
      ),
    ).toEqual([`cp.count local 312 count ${now}`, "cp.count local 210 count [at 2013-03-31]"]);
  });
  it("reads rates without 'per 10,000' after the first", () => {
    expect(
      read("The rate of looked after children per 10,000 is 62, compared to 60 for England and 75 for statistical neighbours."),
    ).toEqual([
      `cla.rate_per_10k local 62 rate_per_10k ${now}`,
      `cla.rate_per_10k england 60 rate_per_10k ${now}`,
      `cla.rate_per_10k statistical_neighbours 75 rate_per_10k ${now}`,
    ]);
  });
});

describe("one indicator in one statement", () => {
  it.each<[string, string[]]>([
    [
      "Only 58% of children have an initial health assessment within 20 working days of becoming looked after.",
      [`health.initial_assessment_timely local 58 percent ${now}`],
    ],
    [
      "Timeliness of initial health assessments is poor; in 2014–15 just 32% were completed within the statutory timescale.",
      ["health.initial_assessment_timely local 32 percent [2014/15]"],
    ],
    [
      "Less than half (47%) of initial health assessments are completed within the required timescales.",
      [`health.initial_assessment_timely local 47 percent ${now}`],
    ],
    ["The large majority of reviews (96%) are held within timescales.", [`reviews.timely local 96 percent ${now}`]],
    ["Children's reviews are held on time in 92% of cases.", [`reviews.timely local 92 percent ${now}`]],
    ["Personal education plans are up to date for 97% of school-age children.", [`education.pep local 97 percent ${now}`]],
    [
      "Nearly three quarters (73%) of care leavers live in suitable accommodation.",
      [`care_leavers.suitable_accommodation local 73 percent ${now}`],
    ],
    ["A quarter of social work posts are filled by agency staff.", [`workforce.agency_rate local 25 percent ${now}`]],
    [
      "Eighteen young people remain with their former foster carers under 'staying put' arrangements.",
      [`care_leavers.staying_put local 18 count ${now}`],
    ],
    ["There are 1,019 care leavers.", [`care_leavers.count local 1019 count ${now}`]],
    [
      "Only 8% of looked after children moved placement three or more times in the past 12 months.",
      [`placements.three_or_more local 8 percent ${now}`],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("several indicators in one sentence", () => {
  it("gives each figure the name that stands with it", () => {
    expect(
      read(
        "The vast majority (97%) of looked after children have an up-to-date health assessment, 88% have had their immunisations and 93% have seen a dentist.",
      ),
    ).toEqual([
      `health.review_assessment local 97 percent ${now}`,
      `health.immunisations local 88 percent ${now}`,
      `health.dental_checks local 93 percent ${now}`,
    ]);
  });
  it("reads lists in turn", () => {
    expect(
      read(
        "Performance on health assessments (89.9%), dental checks (91.2%) and immunisations (87%) is above the England averages of 88%, 84% and 86% respectively.",
      ).slice(3),
    ).toEqual([
      `health.review_assessment england 88 percent ${now}`,
      `health.dental_checks england 84 percent ${now}`,
      `health.immunisations england 86 percent ${now}`,
    ]);
  });
});

describe("names and figures in a row", () => {
  it.each<[string, string[]]>([
    [
      "Nearly all (99%) of children have up-to-date immunisations and dental checks.",
      [`health.immunisations local 99 percent ${now}`, `health.dental_checks local 99 percent ${now}`],
    ],
    [
      "The percentages of children with up-to-date dental checks and immunisations are 84% and 87%.",
      [`health.dental_checks local 84 percent ${now}`, `health.immunisations local 87 percent ${now}`],
    ],
    [
      "While 92% of care leavers live in suitable accommodation, only 41% are in education, training or employment. The comparable national figures are 81% and 48%.",
      [
        `care_leavers.suitable_accommodation local 92 percent ${now}`,
        `care_leavers.eet local 41 percent ${now}`,
        `care_leavers.suitable_accommodation england 81 percent ${now}`,
        `care_leavers.eet england 48 percent ${now}`,
      ],
    ],
    [
      "In 2015–16, 83% of looked after children saw a dentist and 92% had up-to-date immunisations, compared with 79% and 85% the year before.",
      [
        "health.dental_checks local 83 percent [2015/16]",
        "health.immunisations local 92 percent [2015/16]",
        "health.dental_checks local 79 percent [2014/15]",
        "health.immunisations local 85 percent [2014/15]",
      ],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("sentences that carry on", () => {
  it.each<[string, string[]]>([
    [
      "The council uses the strengths and difficulties questionnaire. However, current data show completion rates stand at 52%.",
      [`health.sdq_completion local 52 percent ${now}`],
    ],
    ["Caseloads are monitored closely. The average is 17.", [`workforce.caseload_average local 17 cases ${now}`]],
    [
      "Seventy per cent of looked after children have an up-to-date dental check. This is worse than the England average of 84%.",
      [`health.dental_checks local 70 percent ${now}`, `health.dental_checks england 84 percent ${now}`],
    ],
    [
      "Seventy per cent of looked after children have an up-to-date dental check. Of 12 schools visited, 30% were good.",
      [`health.dental_checks local 70 percent ${now}`],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("who is meant", () => {
  it.each<[string, string[]]>([
    [
      "The percentage of care leavers in suitable accommodation is 83%, which is better than similar authorities (78%) and the national average (77.8%).",
      [
        `care_leavers.suitable_accommodation local 83 percent ${now}`,
        `care_leavers.suitable_accommodation statistical_neighbours 78 percent ${now}`,
        `care_leavers.suitable_accommodation england 77.8 percent ${now}`,
      ],
    ],
    [
      "The turnover of social workers is 11.7%, which is lower than the England average of 17% and the regional average of 18%.",
      [
        `workforce.turnover_rate local 11.7 percent ${now}`,
        `workforce.turnover_rate england 17 percent ${now}`,
        `workforce.turnover_rate region:South East 18 percent ${now}`,
      ],
    ],
    [
      "In 2014–15, 38% of care leavers were not in education, training or employment. This is slightly better than statistical neighbours at 41%.",
      ["care_leavers.neet local 38 percent [2014/15]", "care_leavers.neet statistical_neighbours 41 percent [2014/15]"],
    ],
    [
      "There are 90 children subject to a child protection plan, a rate of 37.9 per 10,000, below the regional and national rates of 40.3 per 10,000 and 42.1 per 10,000 respectively.",
      [
        `cp.count local 90 count ${now}`,
        `cp.rate_per_10k local 37.9 rate_per_10k ${now}`,
        `cp.rate_per_10k region:South East 40.3 rate_per_10k ${now}`,
        `cp.rate_per_10k england 42.1 rate_per_10k ${now}`,
      ],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("change over time", () => {
  it.each<[string, string[]]>([
    [
      "Staff turnover has fallen from 25% to 14% over the past 12 months.",
      ["workforce.turnover_rate local 25 percent []", `workforce.turnover_rate local 14 percent ${now}`],
    ],
    [
      "The percentage of children with an up-to-date PEP increased from 74% in July 2014 to 96% in July 2015.",
      ["education.pep local 74 percent [2014-07]", "education.pep local 96 percent [2015-07]"],
    ],
    [
      "In 2014–15, 94.7% of looked after children had their reviews within timescale, an improvement from 88% in the previous year.",
      ["reviews.timely local 94.7 percent [2014/15]", "reviews.timely local 88 percent [2013/14]"],
    ],
    [
      "Looked after children numbers have increased by 12% since 2013, to 389 at 31 December 2015.",
      ["cla.count local 389 count [at 2015-12-31]"],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("complements", () => {
  it("keeps what is stated and derives what is left", () => {
    expect(
      read("This expectation was not achieved for 70 children out of a cohort of 92 in 2011/12.", ["Initial health assessments"]),
    ).toEqual([
      "health.initial_assessment_timely local 70 count [2011/12]",
      "health.initial_assessment_timely local 22 count [2011/12] derived",
    ]);
    expect(read("The authority was not in touch with 23 (11%) of its 209 care leavers.")).toEqual([
      `care_leavers.in_touch local 23 count ${now}`,
      `care_leavers.in_touch local 186 count ${now} derived`,
      `care_leavers.in_touch local 11 percent ${now}`,
      `care_leavers.in_touch local 89 percent ${now} derived`,
      `care_leavers.count local 209 count ${now}`,
    ]);
  });
});

describe("caseloads", () => {
  it.each<[string, string[]]>([
    [
      "The average caseload for social workers is 17, although some workers hold up to 28 cases.",
      [`workforce.caseload_average local 17 cases ${now}`, `workforce.caseload_maximum local 28 cases ${now}`],
    ],
    ["Social workers in the assessment service carry between 20 and 30 cases.", [`workforce.caseload_average local 20-30 cases ${now}`]],
    ["The target is for no social worker to hold more than 18 cases.", [`workforce.caseload_maximum target 18 cases ${now}`]],
    ["Inspectors saw caseloads as high as 38 in one team.", [`workforce.caseload_maximum local 38 cases ${now}`]],
    ["Caseloads are manageable and well monitored.", [`workforce.caseload_statement local text ${now}`]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("what states no figure for any indicator", () => {
  it.each([
    "Children aged 5 to 16 have access to a school nurse under section 20 of the Children Act 1989.",
    "Performance has improved by 12% since the last inspection.",
    "Inspectors sampled 14 care leavers' pathway plans and 50% were good.",
    "Of 82 referrals to the advocacy service, 11 (13%) were for looked after children's reviews.",
    "Child protection reviews were held on time for 99.6% of children.",
    "Inspectors met 24 looked after children and eight care leavers.",
    "The Children in Care Council has 14 members, including three care leavers.",
    "Of 30 child protection plans considered by inspectors, 22 were good.",
    "Sixty-five children became subject to a child protection plan in the quarter.",
    "The number of looked after children missing from care rose from 22 to 35.",
    "Foster carers' annual reviews were held on time in 78% of cases.",
    "Single assessments were completed within 45 days in 83% of cases, compared with 82% nationally.",
    "Multi-agency training was attended by 450 staff, 23% of whom were from health.",
    "51% of contacts were from the police and 49% were not.",
    "There are 14 managers and 20 schools in Year 7 and Key Stage 4.",
  ])("%s", (text) => expect(read(text)).toEqual([]));
});
