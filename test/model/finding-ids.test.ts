import { describe, expect, it } from "vitest";
import { fileFinding, problemFindings } from "../../pipeline/model/file-findings.ts";

const id = (message: string, place = "line 4, column value"): string => fileFinding("error", "own.csv", message, { place, heading: "A data file could not be used in full" }).finding_id;

describe("the id of a finding about a file", () => {
  it("stays when the message is worded otherwise, so that an acknowledgement holds", () => {
    expect(id('own.csv, line 4: expected a number, found "n/a". The line was left out.')).toBe(id('own.csv, line 4, holds no number: "n/a" stands there.'));
  });

  it("changes with the place and with what was found", () => {
    const one = id('own.csv, line 4: expected a number, found "n/a".');
    expect(id('own.csv, line 4: expected a number, found "none".')).not.toBe(one);
    expect(id('own.csv, line 4: expected a number, found "n/a".', "line 4, column base")).not.toBe(one);
  });

  it("is another for each of two defects in one place", () => {
    const problems = ["the quotes are not closed", "the line has too few cells"].map((message) => ({ line: 3, column: "", message }));
    expect(new Set(problemFindings("own.csv", problems, "Left out.").map((finding) => finding.finding_id)).size).toBe(2);
  });
});
