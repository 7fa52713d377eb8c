import { describe, expect, it } from "vitest";
import { checkText } from "./check-text.ts";

const paper = (text: string): string => `Westmoor Council\n\nCorporate Parenting Panel\n\n${text}\n`;

describe("the measure of a finding", () => {
  it("is the one read from its words", async () => {
    const [finding] = await checkText(
      paper("In 2022/23, 97 of 124 initial health assessments were completed within 20 working days (82.3%)."),
    );
    expect(finding?.stated).toBe("82.3%");
    expect(finding?.indicator).toMatch(/^health\.initial/);
    expect(finding?.observations).not.toBe("");
  });

  it("stays open where nothing was read from them", async () => {
    const [finding] = await checkText(paper("The panel met 12 times, and 9 of the 12 meetings were quorate (85%)."));
    expect(finding).toMatchObject({ stated: "85%", indicator: "", observations: "" });
  });
});
