import { describe, expect, it } from "vitest";
import type { PackInput } from "../../pipeline/briefing/compose/pack.ts";
import { printedOn } from "../../pipeline/briefing/printed.ts";
import { layPack } from "../../pipeline/briefing/render-pack.ts";
import { findingRow, type Finding } from "../../pipeline/model/finding.ts";
import { dataQualityTitle } from "../../pipeline/words/titles.ts";
import { shippedInput, shippedTemplate } from "../briefing/shipped.ts";

const finding = (id: string, acknowledged: string): Finding =>
  findingRow({
    finding_id: id,
    kind: "arithmetic",
    severity: "error",
    message: "90 of 116 is 77.6%, but 89.7% is printed.",
    heading: "89.7% printed, but 90 of 116 is 77.6%",
    acknowledged,
  });

async function wordsOf(...findings: Finding[]): Promise<string> {
  const input = await shippedInput("South Gloucestershire", ({ documents }: PackInput) => ({
    findings: findings.map((one) => ({ ...one, document: documents[0]?.document ?? "" })),
  }));
  return printedOn(layPack(shippedTemplate("panel-briefing"), input).sheets.map(({ sheet }) => sheet.marks))
    .map(({ text }) => text.replaceAll("\u00a0", " "))
    .join("\n");
}

describe("findings that are known", () => {
  it("are not told as if nothing had been found", async () => {
    const words = await wordsOf(finding("f-1", "Agreed with the provider"), finding("f-2", "The same"));
    expect(words).toContain("2 are known and explained: the evidence book lists them with their reasons.");
    expect(words).not.toContain("No fault was found");
    expect(dataQualityTitle([finding("f-1", "Agreed")])).toBe("Every fault that was found is known and explained");
    expect(dataQualityTitle([])).toBe("No fault was found in the documents and figures");
  });

  it("are counted beside those that stand", async () => {
    const words = await wordsOf(finding("f-1", "Agreed with the provider"), finding("f-2", ""));
    expect(words).toContain("1 more is known and explained: the evidence book lists it with its reason.");
    expect(words).toContain("89.7% printed");
  });

  it("leave no word where there are none", async () => {
    expect(await wordsOf()).toContain("No fault was found");
    expect(await wordsOf(finding("f-2", ""))).not.toContain("known and explained");
  });
});
