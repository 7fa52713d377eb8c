import { describe, expect, it } from "vitest";
import { checkText } from "./check-text.ts";

const differences = async (text: string): Promise<string[]> =>
  (await checkText(`Central Bedfordshire Council\n\nCorporate Parenting Panel\n\n${text}\n`))
    .filter((finding) => finding.kind === "official_difference")
    .map((finding) => `${finding.severity}: ${finding.heading}`);

describe("a figure beside the published one", () => {
  it("is a warning when the paper gives it for the same measure and year", async () => {
    expect(await differences("The average SDQ score for 2016/17 was 13.2.")).toEqual([
      "warning: SDQ average score: 13.2 here, 13.8 published",
    ]);
  });

  it.each([
    ["is provisional", "The provisional average SDQ score for 2016/17 was 13.2."],
    ["is of half the year", "In the first six months of 2016/17 the average SDQ score was 13.2."],
    ["is of some of the children", "The average SDQ score for boys in 2016/17 was 13.2."],
    ["is the published one", "The average SDQ score for 2016/17 was 13.8."],
    ["is too far off to be the same measure", "The average SDQ score for 2016/17 was 22.4."],
  ])("is passed by when it %s", async (_, text) => {
    expect(await differences(text)).toEqual([]);
  });
});
