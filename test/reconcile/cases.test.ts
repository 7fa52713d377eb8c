import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkText } from "./check-text.ts";

const cases = (name: string): string[] =>
  readFileSync(new URL(`cases/${name}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("# "))
    .join("\n")
    .split("\n----\n")
    .map((text) => text.trim());
const report = (text: string): string => `Westmoor Council\n\nCorporate Parenting Panel\n\nPerformance report\n\n${text}\n`;
const title = (text: string): string => text.replace(/\s+/g, " ").slice(0, 90);

describe("a passage with one defect has a finding", () => {
  it.each(
    ["wrong", "labels-wrong", "conflicts-wrong", "arithmetic-wrong", "shares-wrong", "tables-wrong", "words-wrong"]
      .flatMap(cases)
      .map((text) => [title(text), text]),
  )("%s", async (_, text) => {
    expect((await checkText(report(text))).map((finding) => finding.message)).not.toEqual([]);
  });
});

describe("a passage without a defect has none", () => {
  it.each(
    ["right", "labels-right", "conflicts-right", "arithmetic-right", "shares-right", "tables-right", "words-right"]
      .flatMap(cases)
      .map((text) => [title(text), text]),
  )("%s", async (_, text) => {
    expect((await checkText(report(text))).map((finding) => finding.message)).toEqual([]);
  });
});
