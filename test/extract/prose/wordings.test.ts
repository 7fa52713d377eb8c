import { describe, expect, it } from "vitest";
import { read } from "./read.ts";

const now = "[at inspection]";

/** One fact worded as different lead inspectors word it; written for these tests, no real authority. */
describe("a count and its share", () => {
  it.each<[string, string[]]>([
    [
      "Too many care leavers, 43 of 118 aged 19 to 21 (36%), are not in education, employment or training.",
      [`care_leavers.neet local 43 count ${now}`, `care_leavers.neet local 36 percent ${now}`],
    ],
    ["Eighty-four care leavers are in education, employment or training.", [`care_leavers.eet local 84 count ${now}`]],
    [
      "During 2014–15, 441 out of 467 reviews of children looked after (94%) were completed on time and children took part in 92% of them.",
      [
        "reviews.timely local 441 count [2014/15]",
        "reviews.timely local 94 percent [2014/15]",
        "reviews.participation local 92 percent [2014/15]",
      ],
    ],
    [
      "Contact is maintained with 134 of the 137 care leavers aged 17 to 21 (98%).",
      [
        `care_leavers.in_touch local 134 count ${now}`,
        `care_leavers.in_touch local 98 percent ${now}`,
        `care_leavers.count local 137 count ${now}`,
      ],
    ],
    [
      "Thirteen (9%) young people are studying for a degree, and three care leavers have graduated this year.",
      [`care_leavers.higher_education local 13 count ${now}`, `care_leavers.higher_education local 9 percent ${now}`],
    ],
    [
      "The ‘staying put’ policy has enabled 24 young people to remain with their carers beyond the age of 18.",
      [`care_leavers.staying_put local 24 count ${now}`],
    ],
    ["At the time of the inspection, 611 children had a child protection plan.", [`cp.count local 611 count ${now}`]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it("takes no change and no sample for a level", () => {
    expect(read("The local authority has reduced the number of looked after children by 58 since 2013.")).toEqual([]);
    expect(read("The virtual school supports 210 children. Only 40% of PEPs seen by inspectors were good.")).toEqual([]);
  });
  it("takes no bound of a measure and no sickness for it", () => {
    expect(read("The percentage of children with three or more placements (7.5%) is better than average.")).toEqual([
      `placements.three_or_more local 7.5 percent ${now}`,
    ]);
    expect(read("The vacancy rate has dropped to 6% and sickness rates to 3%.")).toEqual([`workforce.vacancy_rate local 6 percent ${now}`]);
  });
  it("takes no 'all three' for a count, and no part of the looked-after children for all of them", () => {
    expect(read("Seventy-three young people are looked after by independent fostering agencies.")).toEqual([]);
    expect(
      read(
        "At 31 December 2015, 95% had up-to-date immunisations and 90% had been to the dentist. All three areas are above national averages (87% and 84% respectively).",
      ).some((fact) => fact.includes(" 3 ")),
    ).toBe(false);
  });
});

describe("other names of the same thing", () => {
  it.each<[string, string[]]>([
    [
      "Of the 34 children who became looked after in 2014–15, only 12 (35%) received their first health assessment within the required 28 days.",
      [
        "cla.started local 34 count [2014/15]",
        "health.initial_assessment_timely local 12 count [2014/15]",
        "health.initial_assessment_timely local 35 percent [2014/15]",
      ],
    ],
    ["Nearly all care leavers (98%) are in contact with their personal adviser.", [`care_leavers.in_touch local 98 percent ${now}`]],
    [
      "Twenty-two young people are living with their former foster carers under ‘staying put’ arrangements, up from 15 at the same point last year.",
      [`care_leavers.staying_put local 22 count ${now}`, "care_leavers.staying_put local 15 count []"],
    ],
    ["Twenty-seven have chosen to ‘stay put’ with their foster carers.", [`care_leavers.staying_put local 27 count ${now}`]],
    [
      "Whereas 75% of children in long-term placements have been settled for more than two years, higher than the England average (67%), 12.5% have had at least three placements in the past 12 months.",
      [
        `placements.same_two_years local 75 percent ${now}`,
        `placements.same_two_years england 67 percent ${now}`,
        `placements.three_or_more local 12.5 percent ${now}`,
      ],
    ],
    [
      "Social workers’ caseloads are manageable. Most have between 15 and 18 cases.",
      [`workforce.caseload_statement local text ${now}`, `workforce.caseload_average local 15-18 cases ${now}`],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("several names", () => {
  it("gives a name the figure that follows it at once", () => {
    expect(
      read(
        "In 2014–15, health checks were completed for 94% of children, dental checks for 93% and immunisations for 91%, all above national averages.",
      ),
    ).toEqual([
      "health.review_assessment local 94 percent [2014/15]",
      "health.dental_checks local 93 percent [2014/15]",
      "health.immunisations local 91 percent [2014/15]",
    ]);
  });
  it("shares a row of figures, and no figure that only one of the names has", () => {
    expect(read("Health assessments and dental checks are up to date for 92% and 88% of children.")).toEqual([
      `health.review_assessment local 92 percent ${now}`,
      `health.dental_checks local 88 percent ${now}`,
    ]);
    expect(read("At the time of inspection, 26% of front-line posts were vacant and turnover was 16%.")).toEqual([
      `workforce.vacancy_rate local 26 percent ${now}`,
      `workforce.turnover_rate local 16 percent ${now}`,
    ]);
  });
  it("reads a row of names before an adjective, and caseloads team by team", () => {
    expect(read("Performance for dental checks, immunisations and health assessments is good, at 92%, 94% and 95% respectively.")).toEqual([
      `health.dental_checks local 92 percent ${now}`,
      `health.immunisations local 94 percent ${now}`,
      `health.review_assessment local 95 percent ${now}`,
    ]);
    expect(
      read("Average caseloads were 14 in the children with disabilities team, 17 in the looked after team and 22 in the assessment team."),
    ).toEqual([14, 17, 22].map((cases) => `workforce.caseload_average local ${cases} cases ${now}`));
  });
  it("tells the highest caseload from the average", () => {
    expect(read("In the assessment teams caseloads were between 20 and 28 at the time of the inspection, and the maximum was 35.")).toEqual(
      [`workforce.caseload_average local 20-28 cases ${now}`, `workforce.caseload_maximum local 35 cases ${now}`],
    );
    expect(read("Social workers hold on average 19 cases, with the highest individual caseload being 31.")).toEqual([
      `workforce.caseload_average local 19 cases ${now}`,
      `workforce.caseload_maximum local 31 cases ${now}`,
    ]);
    expect(read("The average number of children allocated to each social worker is 17.")).toEqual([
      `workforce.caseload_average local 17 cases ${now}`,
    ]);
  });
});

describe("all but a few", () => {
  it.each<[string, string[]]>([
    [
      "All bar six of the 103 care leavers live in suitable accommodation.",
      [
        `care_leavers.suitable_accommodation local 6 count ${now}`,
        `care_leavers.suitable_accommodation local 97 count ${now} derived`,
        `care_leavers.count local 103 count ${now}`,
      ],
    ],
    [
      "All but two of the 41 under-fives have had their developmental checks.",
      [`health.development_checks local 2 count ${now}`, `health.development_checks local 39 count ${now} derived`],
    ],
    [
      "Personal education plans are in place for all but six children. The completion rate is 95% overall.",
      [`education.pep local 6 count ${now}`, `education.pep local 95 percent ${now}`],
    ],
    ["All but two care leavers spoken to by inspectors were positive about their pathway plans.", []],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("comparators", () => {
  it.each<[string, string[]]>([
    [
      "In 2015, 45% of care leavers were NEET, compared with 39% for England and 40% for the region.",
      [
        "care_leavers.neet local 45 percent [2015]",
        "care_leavers.neet england 39 percent [2015]",
        "care_leavers.neet region:South East 40 percent [2015]",
      ],
    ],
    [
      "The local authority has a vacancy rate of 17.5%, compared with 22% in London and 15% nationally.",
      [
        `workforce.vacancy_rate local 17.5 percent ${now}`,
        `workforce.vacancy_rate region:London 22 percent ${now}`,
        `workforce.vacancy_rate england 15 percent ${now}`,
      ],
    ],
    [
      "For children looked after for more than a year, 83% have up-to-date immunisations, 88% have had a dental check and 89% have had a health assessment. In each case this is lower than the England figure (88%, 86% and 90%).",
      [
        `health.immunisations local 83 percent ${now}`,
        `health.dental_checks local 88 percent ${now}`,
        `health.review_assessment local 89 percent ${now}`,
        `health.immunisations england 88 percent ${now}`,
        `health.dental_checks england 86 percent ${now}`,
        `health.review_assessment england 90 percent ${now}`,
      ],
    ],
    [
      "The proportion of children with up-to-date health assessments has risen sharply and, at 96%, is now well above national (90%) and regional (88%) averages.",
      [
        `health.review_assessment local 96 percent ${now}`,
        `health.review_assessment england 90 percent ${now}`,
        `health.review_assessment region:South East 88 percent ${now}`,
      ],
    ],
    [
      "Performance on care leavers in education, employment and training was 44% in 2014–15 (England: 48%; statistical neighbours: 46%).",
      [
        "care_leavers.eet local 44 percent [2014/15]",
        "care_leavers.eet england 48 percent [2014/15]",
        "care_leavers.eet statistical_neighbours 46 percent [2014/15]",
      ],
    ],
    ["Agency staff make up in the region of 40% of the workforce.", [`workforce.agency_rate local 40 percent ${now}`]],
    [
      "Of the care leavers, 61% are in education, employment or training, well above the 48% seen nationally and the 45% average for the North West.",
      [
        `care_leavers.eet local 61 percent ${now}`,
        `care_leavers.eet england 48 percent ${now}`,
        `care_leavers.eet region:North West 45 percent ${now}`,
      ],
    ],
    [
      "It is in touch with 97% of care leavers, better than the 87% achieved nationally.",
      [`care_leavers.in_touch local 97 percent ${now}`, `care_leavers.in_touch england 87 percent ${now}`],
    ],
    [
      "In October 2015, 47% of care leavers were in education, employment or training, and 7% were in higher education, close to the national figures of 48% and 6%.",
      [
        "care_leavers.eet local 47 percent [2015-10]",
        "care_leavers.higher_education local 7 percent [2015-10]",
        "care_leavers.eet england 48 percent [2015-10]",
        "care_leavers.higher_education england 6 percent [2015-10]",
      ],
    ],
    [
      "Immunisation rates have dropped from 92% to 85%, which is below the 95% achieved for all children in the city.",
      [
        "health.immunisations local 92 percent []",
        `health.immunisations local 85 percent ${now}`,
        `health.immunisations general_population 95 percent ${now}`,
      ],
    ],
    [
      "Independent reviewing officers’ caseloads, at an average of 75, are higher than the recommended 50 to 70.",
      [`workforce.caseload_average local 75 cases ${now}`, `workforce.caseload_average target 50-70 cases ${now}`],
    ],
    [
      "The number of children subject to a child protection plan was 322 at the time of the inspection. This represents a rate of 38.4 per 10,000, which is below statistical neighbours (41.1) and the England average (42.9).",
      [
        `cp.count local 322 count ${now}`,
        `cp.rate_per_10k local 38.4 rate_per_10k ${now}`,
        `cp.rate_per_10k statistical_neighbours 41.1 rate_per_10k ${now}`,
        `cp.rate_per_10k england 42.9 rate_per_10k ${now}`,
      ],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("change", () => {
  it.each<[string, string[]]>([
    [
      "Dental checks rose to 90% in 2014–15 from 82% the year before, and the proportion of children who are up to date with their immunisations is now 93%.",
      [
        "health.dental_checks local 90 percent [2014/15]",
        "health.dental_checks local 82 percent [2013/14]",
        `health.immunisations local 93 percent ${now}`,
      ],
    ],
    [
      "Nineteen per cent of posts are vacant, 17% are filled by agency staff and 22% of social workers left in the last year.",
      [
        `workforce.vacancy_rate local 19 percent ${now}`,
        `workforce.agency_rate local 17 percent ${now}`,
        `workforce.turnover_rate local 22 percent ${now}`,
      ],
    ],
    [
      "Looked after reviews happen on time for the great majority of children (95%), and 97% of those old enough to do so contribute their views.",
      [`reviews.timely local 95 percent ${now}`, `reviews.participation local 97 percent ${now}`],
    ],
    [
      "Caseloads are too high: the average is 19 and one worker had 33 cases.",
      [`workforce.caseload_average local 19 cases ${now}`, `workforce.caseload_maximum local 33 cases ${now}`],
    ],
    [
      "At 31 March 2015, there were 402 looked after children, a rate of 61 per 10,000, which is similar to the previous year (60 per 10,000).",
      [
        "cla.count local 402 count [at 2015-03-31]",
        "cla.rate_per_10k local 61 rate_per_10k [at 2015-03-31]",
        "cla.rate_per_10k local 60 rate_per_10k [at 2014-03-31]",
      ],
    ],
    [
      "The number of children subject to child protection plans rose from 212 in March 2014 to a peak of 301 in June 2015.",
      ["cp.count local 212 count [2014-03]", "cp.count local 301 count [2015-06]"],
    ],
    [
      "The number of care leavers in education, employment or training has improved significantly. In 2014–15 it was 61%, compared to 49% in 2013–14.",
      ["care_leavers.eet local 61 percent [2014/15]", "care_leavers.eet local 49 percent [2013/14]"],
    ],
    [
      "The social worker vacancy rate has reduced from 24% in March 2015 to 13% at the time of this inspection, and the use of agency workers now stands at 15% of the workforce.",
      [
        "workforce.vacancy_rate local 24 percent [2015-03]",
        `workforce.vacancy_rate local 13 percent ${now}`,
        `workforce.agency_rate local 15 percent ${now}`,
      ],
    ],
    [
      "The number of children looked after has risen steadily, from 921 in March 2013 to 988 in March 2014 and 1,031 in March 2015.",
      ["cla.count local 921 count [2013-03]", "cla.count local 988 count [2014-03]", "cla.count local 1031 count [2015-03]"],
    ],
    [
      "The proportion of care leavers in education, employment or training has increased from 43% in 2012–13 to 55% in 2013–14 and is currently 58%.",
      [
        "care_leavers.eet local 43 percent [2012/13]",
        "care_leavers.eet local 55 percent [2013/14]",
        `care_leavers.eet local 58 percent ${now}`,
      ],
    ],
    [
      "Vacancies stand at 8%, agency usage at 11% and turnover at 13%. All have fallen since 2013–14, when they were 19%, 22% and 21% respectively.",
      [
        `workforce.vacancy_rate local 8 percent ${now}`,
        `workforce.agency_rate local 11 percent ${now}`,
        `workforce.turnover_rate local 13 percent ${now}`,
        "workforce.vacancy_rate local 19 percent [2013/14]",
        "workforce.agency_rate local 22 percent [2013/14]",
        "workforce.turnover_rate local 21 percent [2013/14]",
      ],
    ],
    [
      "In 2013–14, the percentage of children with three or more placements was 14%. Local data show an improvement to 10% in 2014–15.",
      ["placements.three_or_more local 14 percent [2013/14]", "placements.three_or_more local 10 percent [2014/15]"],
    ],
    [
      "Timeliness of initial health assessments has declined, with 78% completed in time in 2014–15, but only 61% in the year to date.",
      ["health.initial_assessment_timely local 78 percent [2014/15]", `health.initial_assessment_timely local 61 percent ${now}`],
    ],
    [
      "The number of children with child protection plans has risen by 40% in the last year, from 190 to 266.",
      [`cp.count local 190 count ${now}`, `cp.count local 266 count ${now}`],
    ],
    ["Of 2,870 reviews for children looked after, 516 were late.", [`reviews.timely local 516 count ${now}`]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("times", () => {
  it.each<[string, string[]]>([
    [
      "At 31 March 2015, 10% of children looked after had experienced three or more placements in the previous 12 months.",
      ["placements.three_or_more local 10 percent [at 2015-03-31]"],
    ],
    [
      "The independent reviewing service held 1,340 reviews in 2013–14, of which 95% were on time.",
      ["reviews.timely local 95 percent [2013/14]"],
    ],
    [
      "Performance on initial health assessments is poor, with only 17% completed within 20 days in 2014–15.",
      ["health.initial_assessment_timely local 17 percent [2014/15]"],
    ],
    [
      "Twelve per cent of children experienced three or more placement moves in 2014–15.",
      ["placements.three_or_more local 12 percent [2014/15]"],
    ],
    [
      "Sixty-nine per cent of children had been in a stable placement for two years or longer at 31 March 2015.",
      ["placements.same_two_years local 69 percent [at 2015-03-31]"],
    ],
    [
      "Staff turnover has decreased to 12% (from 19% in 2014).",
      [`workforce.turnover_rate local 12 percent ${now}`, "workforce.turnover_rate local 19 percent [2014]"],
    ],
    [
      "In 2013–14, 66% of looked after children had lived in the same placement for at least two years, and this has risen to 70%.",
      ["placements.same_two_years local 66 percent [2013/14]", `placements.same_two_years local 70 percent ${now}`],
    ],
    [
      "The average caseload per social worker is 16.1, compared with 19 in 2014. Caseloads in the adoption team are higher, at 23.",
      [
        `workforce.caseload_average local 16.1 cases ${now}`,
        "workforce.caseload_average local 19 cases [2014]",
        `workforce.caseload_average local 23 cases ${now}`,
      ],
    ],
    [
      "In the first quarter of 2015–16, 42% of initial health assessments were completed within 20 days, rising to 68% in quarter 2 and 89% in quarter 3.",
      [
        "health.initial_assessment_timely local 42 percent [2015/16 Q1]",
        "health.initial_assessment_timely local 68 percent [2015/16 Q2]",
        "health.initial_assessment_timely local 89 percent [2015/16 Q3]",
      ],
    ],
    [
      "At 30 September 2015, 271 children were the subject of a child protection plan. This is an increase of 14% since 31 March 2015 when the figure was 238.",
      ["cp.count local 271 count [at 2015-09-30]", "cp.count local 238 count [at 2015-03-31]"],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});
