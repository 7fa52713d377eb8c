import { describe, expect, it } from "vitest";
import { checkText } from "./check-text.ts";
import { passages } from "./synthetic/passages.ts";
import { writeReport } from "./synthetic/report.ts";

const clean = 60;
const perKind = 2;

describe("short reports written at random", () => {
  it(`says nothing of ${clean} that are right in every figure`, async () => {
    const said: string[] = [];
    for (let seed = 0; seed < clean; seed++) {
      const report = writeReport(1000 + seed, null);
      for (const finding of await checkText(report.text, report.name)) said.push(`${report.name}: ${finding.message}`);
    }
    expect(said).toEqual([]);
  }, 60_000);

  it.each(passages.map((passage) => passage.kind))(
    "finds a defect of the kind: %s",
    async (kind) => {
      for (let i = 0; i < perKind; i++) {
        const report = writeReport(i * 37 + 5, kind);
        const found = await checkText(report.text, report.name);
        expect(
          found.map((finding) => finding.message),
          report.text,
        ).not.toEqual([]);
      }
    },
    20_000,
  );

  it("is written alike each time from one seed", () => {
    expect(writeReport(7, "bands")).toEqual(writeReport(7, "bands"));
    expect(writeReport(7, "bands").text).not.toEqual(writeReport(8, "bands").text);
  });
});
