import { describe, expect, it } from "vitest";
import { read } from "./read.ts";

const now = "[at inspection]";

describe("figures of cases that somebody picked out", () => {
  it.each<[string]>([
    ["An audit in March found that 62% of children looked after had an up-to-date health assessment."],
    ["Inspectors tracked 12 children, of whom 60% had been seen by a dentist and 50% had their immunisations up to date."],
    ["In the council’s own audits, 80% of looked after children had a personal education plan."],
    ["Of those who responded to the survey, 75% of care leavers were in suitable accommodation."],
  ])("are no levels: %s", (text) => expect(read(text)).toEqual([]));

  it.each<[string, string[]]>([
    [
      "The audit of case files was completed in August; 88% of looked after children have an up-to-date health assessment.",
      [`health.review_assessment local 88 percent ${now}`],
    ],
    [
      "An audit found that half of plans were weak, although 89% of looked after children have had a dental check.",
      [`health.dental_checks local 89 percent ${now}`],
    ],
    [
      "Regular audits take place and 94% of care leavers are in suitable accommodation.",
      [`care_leavers.suitable_accommodation local 94 percent ${now}`],
    ],
  ])("end with their own statement: %s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("the number of a section", () => {
  it("counts nobody", async () => {
    const { readBlocks, paragraph } = await import("./read.ts");
    expect(readBlocks([{ ...paragraph("6 Care leavers"), kind: "heading" }])).toEqual([]);
    expect(readBlocks([paragraph("There are 96 care leavers.")])).toHaveLength(1);
  });
});
