import { describe, expect, it } from "vitest";
import { read } from "./read.ts";

const now = "[at inspection]";

/** Wordings of panel papers and annual reports, each with a sentence that is nearly the same and states nothing. */
describe("counts of panel papers", () => {
  it.each<[string, string[]]>([
    [
      "During the quarter 41 children came into care and five left on a special guardianship order.",
      [`cla.started local 41 count ${now}`, `sgo.count local 5 count ${now}`],
    ],
    ["The number of unaccompanied asylum-seeking children has risen to 27.", [`cla.uasc local 27 count ${now}`]],
    [
      "70% of children looked after were in foster care, 14% in residential homes and 7% placed with parents.",
      [`cla.foster_care local 70 percent ${now}`, `cla.residential local 14 percent ${now}`, `cla.with_parents local 7 percent ${now}`],
    ],
    ["Almost all reviews of children looked after (97.5%) were held on time.", [`reviews.timely local 97.5 percent ${now}`]],
    ["UASC now make up 7.3% of all children looked after.", [`cla.uasc local 7.3 percent ${now}`]],
    ["The number of special guardianship orders made was 33.", [`sgo.count local 33 count ${now}`]],
    [
      "Twenty-nine children were adopted, 14% of all those who left care.",
      [`adoption.count local 29 count ${now}`, `adoption.share_of_leavers local 14 percent ${now}`],
    ],
    [
      "CAMHS received 96 referrals for looked after children, of which 81 were accepted.",
      [`camhs.referrals local 96 count ${now}`, `camhs.referrals local 81 count ${now}`],
    ],
    [
      "The team has 4.6 whole time equivalent nurses and 9.5 full time equivalent independent reviewing officers.",
      [`workforce.posts local 4.6 count ${now}`, `workforce.posts local 9.5 count ${now}`],
    ],
    ["A total of 23 care leavers attended university.", [`care_leavers.higher_education local 23 count ${now}`]],
    [
      "Twenty-three children ceased to be looked after and moved on to independent living.",
      [`cla.independent_living local 23 count ${now}`],
    ],
    ["Seventy-seven children had not seen a dentist.", [`health.dental_checks local 77 count ${now}`]],
    [
      "For the three years ending March 2015 the average time between a child entering care and moving in with its adoptive family was 398 days.",
      ["adoption.timeliness local 398 days [2012/13..2014/15]"],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    "In quarter 4 children came into the building more often.",
    "The number of special guardianship assessments was 33.",
    "Of these, 14% of all those who left school found work.",
    "The health visiting service received 96 referrals.",
    "Twenty-three children attended an open day at the university library.",
    "The average time between visits to a child was 20 days.",
  ])("states none: %s", (text) => expect(read(text)).toEqual([]));
});

describe("whose figures", () => {
  it.each<[string, string[]]>([
    [
      "Attendance of looked after children was 92.9%, higher than other North West authorities (91.5%).",
      [`education.attendance local 92.9 percent ${now}`, `education.attendance region:North West 91.5 percent ${now}`],
    ],
    [
      "Placement moves: 6.9% of children had three or more placements, under the national average (9%) and that of the region (8%).",
      [
        `placements.three_or_more local 6.9 percent ${now}`,
        `placements.three_or_more england 9 percent ${now}`,
        `placements.three_or_more region:South East 8 percent ${now}`,
      ],
    ],
    [
      "The average length of care proceedings is now 25 weeks, better than the 26-week target and the North West average of 29 weeks.",
      [
        `court.proceedings_duration local 25 weeks ${now}`,
        `court.proceedings_duration target 26 weeks ${now}`,
        `court.proceedings_duration region:North West 29 weeks ${now}`,
      ],
    ],
    [
      "66% of care leavers are in education, employment or training (London 55%, England 52%).",
      [
        `care_leavers.eet local 66 percent ${now}`,
        `care_leavers.eet region:London 55 percent ${now}`,
        `care_leavers.eet england 52 percent ${now}`,
      ],
    ],
    [
      "Social workers have 17 cases each. The council’s caseload promise is a maximum of 16.",
      [`workforce.caseload_average local 17 cases ${now}`, `workforce.caseload_maximum target 16 cases ${now}`],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it.each<[string, string[]]>([
    [
      "84% of looked after children had a dental check, compared with 55% in Luton Borough and 60% for Kent County Council.",
      [
        `health.dental_checks local 84 percent ${now}`,
        `health.dental_checks other:Luton 55 percent ${now}`,
        `health.dental_checks other:Kent 60 percent ${now}`,
      ],
    ],
    [
      "84% of looked after children had a dental check, against 71% in neighbouring Barset.",
      [`health.dental_checks local 84 percent ${now}`, `health.dental_checks other:Barset 71 percent ${now}`],
    ],
    [
      "84% of looked after children had a dental check in Anyshire, up from 80% in March 2015.",
      [`health.dental_checks local 84 percent ${now}`, "health.dental_checks local 80 percent [2015-03]"],
    ],
    [
      "Attendance of looked after children is 90%, compared with 84% in Year 11.",
      [`education.attendance local 90 percent ${now}`, `education.attendance local 84 percent ${now}`],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it("is the authority's where the region is only where it lies", () => {
    expect(read("In one of the larger authorities of the region, 92% of looked after children had a dental check.")).toEqual([
      `health.dental_checks local 92 percent ${now}`,
    ]);
  });
});
