import { describe, expect, it } from "vitest";
import { read } from "./read.ts";

const now = "[at inspection]";

/** Sentences of real reports' kind in which a figure stands beside a name and is not of it. */
describe("a figure of something else", () => {
  it.each([
    [
      "The majority (87%) of looked after children are placed within 20 miles of home. The percentage of children who like their school is 64%.",
      "64",
    ],
    [
      "The majority (87%) of looked after children are placed within 20 miles of home, with most (75%) of these living with relatives.",
      "75",
    ],
    ["One asylum seeker spoke to inspectors about his foster carers.", "1"],
    ["The authority approved 66 foster carers in 2014–15.", "66"],
    ["There are 30 local authority foster carers available to take emergencies.", "30"],
    ["Of looked after children, 14% had at least one fixed term exclusion.", "1"],
    ["Language students account for 41 of 52 private fostering arrangements.", "41"],
  ])("%s", (text, value) => expect(read(text).filter((fact) => fact.includes(` ${value} `))).toEqual([]));

  it("leaves the figures that are", () => {
    expect(
      read("The majority (87%) of looked after children are placed within 20 miles of home. The percentage has risen from 80%."),
    ).toContain("cla.placed_20_miles local 80 percent []");
    expect(read("There are 66 local authority foster carers.")).toEqual([`fostering.households local 66 count ${now}`]);
    expect(read("There were 52 fixed term exclusions of looked after children.")).toEqual([`education.exclusions local 52 count ${now}`]);
  });
});

describe("the time of a comparator", () => {
  it("is that of the figure it stands against, not an earlier one", () => {
    expect(
      read(
        "With no permanent exclusions of looked after children since 2010, 14% were excluded in 2013/14, which is worse than the national average of 4.1%.",
      ),
    ).toEqual(["education.exclusions local 14 percent [2013/14]", "education.exclusions england 4.1 percent [2013/14]"]);
  });
  it("is the year where a target stands beside some months of it", () => {
    expect(read("Between April and September 2015, 82% of looked after children had a dental check against a target of 90%.")).toEqual([
      "health.dental_checks local 82 percent [2015-04..2015-09]",
      "health.dental_checks target 90 percent [2015/16]",
    ]);
  });
});

describe("brackets", () => {
  it("after one that names a subject are of that subject", () => {
    expect(
      read(
        "The percentage of looked after children with an up-to-date health assessment was 94% (England 90%), with dental checks at 92% (86%).",
      ),
    ).toEqual([
      `health.review_assessment local 94 percent ${now}`,
      `health.review_assessment england 90 percent ${now}`,
      `health.dental_checks local 92 percent ${now}`,
      `health.dental_checks england 86 percent ${now}`,
    ]);
    expect(read("The percentage of looked after children with dental checks was 92% (86% in 2014).")).toEqual([
      `health.dental_checks local 92 percent ${now}`,
      "health.dental_checks local 86 percent [2014]",
    ]);
  });
  it("keep their time to themselves", () => {
    expect(read("44 children had been adopted in 2014/15 (2013/14: 52), and 71% of looked after children had a dental check.")).toEqual([
      "adoption.count local 44 count [2014/15]",
      "adoption.count local 52 count [2013/14]",
      `health.dental_checks local 71 percent ${now}`,
    ]);
  });
});

describe("by how much, and to what", () => {
  it("are a change and a level, not a range", () => {
    expect(read("The number of looked after children had increased by 46 to 681 at 31 March 2015.")).toEqual([
      "cla.count local 681 count [at 2015-03-31]",
    ]);
    expect(read("Social workers have caseloads of between 14 and 18.")).toEqual([`workforce.caseload_average local 14-18 cases ${now}`]);
  });
});

describe("a paragraph's time", () => {
  it("is not that of a target", () => {
    expect(
      read(
        "61% of care leavers are in education, employment or training, below the 2010 target of 70%. Fifty-five per cent of care leavers live in suitable accommodation.",
      ),
    ).toContain(`care_leavers.suitable_accommodation local 55 percent ${now}`);
  });
});

describe("ages", () => {
  it("of one group are said once, and years and levels are none", async () => {
    const { findAges } = await import("../../../pipeline/extract/grammar/distractors.ts");
    const ages = (text: string): string[] => findAges(text).map(({ start, end }) => text.slice(start, end));
    expect(ages("care leavers aged 19, 20 or 21 years")).toEqual(["aged 19, 20 or 21 years"]);
    expect(ages("from 6% in 2012-13 to 16% of children")).toEqual([]);
    expect(ages("a level 4+ in reading")).toEqual([]);
    expect(ages("children of 5 to 16")).toEqual(["5 to 16"]);
  });
});
