import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkText } from "./check-text.ts";

const cases = (name: string): string[] =>
  readFileSync(new URL(`cases/${name}.txt`, import.meta.url), "utf8")
    .split("\n----\n")
    .map((text) => text.trim());
const report = (text: string): string => `# Westmoor Council\n\nCorporate Parenting Panel\n\nPerformance report\n\n${text}\n`;
const title = (text: string): string => text.replace(/\s+/g, " ").slice(0, 110);
const found = async (text: string): Promise<string[]> =>
  (await checkText(report(text), "report.md"))
    .filter((finding) => finding.severity !== "note")
    .map((finding) => `${finding.kind}: ${finding.message}`);

// Passages with tables, so that they are read as Markdown.
describe("figures that are not alike and are set against each other as if they were", () => {
  it.each(cases("unlike-wrong").map((text) => [title(text), text]))("are found: %s", async (_, text) => {
    expect((await found(text)).some((finding) => /^(?:period|definition):/.test(finding))).toBe(true);
  });
});

describe("the same figures with the difference told", () => {
  it.each(cases("unlike-right").map((text) => [title(text), text]))("are passed over: %s", async (_, text) => {
    expect(await found(text)).toEqual([]);
  });
});
