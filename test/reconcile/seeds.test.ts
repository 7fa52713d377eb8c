import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../pipeline/model/finding.ts";
import { checkFiles } from "./check-text.ts";

const folder = new URL("../../seeds/", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }));

/** What a person found by hand: document, kind, and words that the finding has to hold. */
const known: readonly (readonly [document: string, kind: Finding["kind"], ...words: string[]])[] = [
  ["003", "arithmetic", "89.7%", "77.6%", "104 of 116"],
  ["003", "arithmetic", "94.8%", "109 of 116", "94.0%"],
  ["003", "unit", "48.5%", "48.5 percentage points"],
  ["003", "unit", "1.3%", "1.3 points"],
  ["003", "label", "61 to 70 days", "71 belongs to neither"],
  ["003", "label", "RHA's", "Initial Health Assessments"],
  ["003", "label", "Table 4", "Strength and Difficulties"],
  ["003", "label", "2015, 2015, 2016"],
  ["003", "total", "129 and 173 make 302", "304"],
  ["003", "arithmetic", "42.7% and 57.3%", "302"],
  ["003", "arithmetic", "71.8 (71.9)", "cut off"],
  ["003", "arithmetic", "92.5%", "92.6%", "cut off"],
  ["003", "period", "2016/17", "Table 2", "2015/16", "2014/15"],
  ["003", "period", "Review Health Assessments", "2015/16"],
  ["003", "period", "Strength and Difficulties", "2015/16"],
  ["003", "arithmetic", "8%", "7.2%", "Referrals"],
  ["003", "arithmetic", "£241,896.54", "£4,936.66", "£4875.94"],
  ["003", "conflict", "£76", "£52,055"],
  ["003", "unit", "£8, 200, .00"],
  ["003", "unit", "£5000,00"],
  ["003", "conflict", "seven social workers", "nine social work positions"],
  ["003", "period", "7.4%", "20.0%"],
  ["003", "label", "15 January 2017", "30 November 2017", "15 January 2018"],
  ["003", "label", "March 17", "November 2017"],
  ["003", "label", "November 2018", "15 January 2018"],
  ["003", "official_difference", "13.2", "13.8"],
  ["003", "official_difference", "14.5", "14.7"],
  ["000", "total", "96, 33 and 7", "136", "140"],
  ["000", "conflict", "24", "48", "110", "139"],
  ["000", "conflict", "63%", "63.4%", "107", "136"],
  ["000", "total", "101 and 108", "209", "211"],
  ["000", "total", "52, 121 and 29", "202", "101"],
  ["000", "conflict", "All reviews are held regularly", "most reviews take place"],
  ["002", "total", "85 and 121", "206", "212"],
  ["002", "arithmetic", "37.9%, 40.8%, 21.3%", "211"],
  ["002", "total", "49, 135 and 27", "211", "143"],
  ["002", "conflict", "timely", "83.1%", "95%", "has declined in recent years"],
  ["002", "label", "Services for looked after children", "twice"],
  ["002", "conflict", "better", "83%", "84.3%"],
];
/** Others that the checks report, each true: the rest of what they say has been read one by one. */
const alsoTrue: readonly (readonly [document: string, ...words: string[]])[] = [
  ["003", "94.8%", "90 out of 116", "110 of 116"],
  ["003", "Dated 15 January 2017"],
];

const holds = (finding: Finding, document: string, words: readonly string[]): boolean => {
  const all = [finding.heading, finding.message, finding.stated, finding.expected, finding.place, finding.quote].join(" ");
  return finding.document.startsWith(document) && words.every((word) => all.includes(word));
};

describe("the seed documents", () => {
  let findings: Finding[] = [];
  beforeAll(async () => {
    findings = await checkFiles(files);
  });

  it.each(known.map(([document, kind, ...words]) => ({ document, kind, words, name: `${document} ${kind}: ${words.join(", ")}` })))(
    "$name",
    ({ document, kind, words }) => {
      expect(findings.filter((finding) => finding.kind === kind && holds(finding, document, words)).length).toBeGreaterThan(0);
    },
  );

  it("reports nothing besides what is known to be true", () => {
    const rest = findings.filter(
      (finding) =>
        !known.some(([document, kind, ...words]) => finding.kind === kind && holds(finding, document, words)) &&
        !alsoTrue.some(([document, ...words]) => holds(finding, document, words)),
    );
    expect(rest.map((finding) => `${finding.document}: ${finding.message}`)).toEqual([]);
  });

  it("says nothing of the two letters that hold no defect", () => {
    expect(findings.filter((finding) => /^00[14]/.test(finding.document))).toEqual([]);
  });

  it("puts errors first, keeps headings short, gives every finding an id of its own and the same ones again", async () => {
    const order = findings.map((finding) => ["error", "warning", "note"].indexOf(finding.severity));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.max(...findings.map((finding) => finding.heading.length))).toBeLessThanOrEqual(70);
    expect(new Set(findings.map((finding) => finding.finding_id)).size).toBe(findings.length);
    expect(await checkFiles([...files].reverse())).toEqual(findings);
  });

  it("quotes words that stand in the document", () => {
    const texts = new Map(files.map(({ name, bytes }) => [name, fold(new TextDecoder().decode(bytes))]));
    const missing = findings
      .filter((finding) => finding.kind !== "official_difference" && finding.quote !== "")
      .filter((finding) => !finding.quote.split(" / ").every((part) => texts.get(finding.document)?.includes(fold(part).slice(0, 40))));
    expect(missing.map((finding) => `${finding.heading}: ${finding.quote}`)).toEqual([]);
  });
});

const fold = (text: string): string => text.replace(/[\s|*]+/g, " ").trim();
