import { describe, expect, it } from "vitest";
import { documentFinding, fileFinding, problemFindings } from "../../pipeline/model/file-findings.ts";

const id = (message: string, place = "line 4, column value"): string =>
  fileFinding("error", "own.csv", "data_in_part", message, { place }).finding_id;

describe("the id of a finding about a file", () => {
  it("stays when the message is worded otherwise, so that an acknowledgement holds", () => {
    expect(id('own.csv, line 4: expected a number, found "n/a". The line was left out.')).toBe(
      id('own.csv, line 4, holds no number: "n/a" stands there.'),
    );
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

describe("the id of a finding about a document as a whole", () => {
  const of = (message: string, what = "", document = "paper.pdf"): string =>
    documentFinding("note", document, "pages_without_text", message, what).finding_id;

  it("stays when message or heading is worded otherwise", () => {
    expect(of("paper.pdf has no text on page 3, 7: run OCR over the file.")).toBe(of("On pages 3, 7 no text was found. Scan them again."));
    const { heading, ...rest } = documentFinding("note", "paper.pdf", "pages_without_text", "No text on page 3, 7.");
    expect(heading).not.toBe("");
    expect(rest.finding_id).toBe(of("paper.pdf has no text on page 3, 7."));
  });

  it("changes with the figures, the document, the defect and what it is about", () => {
    const one = of("No text on page 3, 7.");
    expect(of("No text on page 3, 8.")).not.toBe(one);
    expect(of("No text on page 3, 7.", "", "other.pdf")).not.toBe(one);
    expect(of("No text on page 3, 7.", "another")).not.toBe(one);
    expect(documentFinding("note", "paper.pdf", "document_changed", "No text on page 3, 7.").finding_id).not.toBe(one);
  });
});
