import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTable, parseCsv } from "../../../pipeline/core/csv.ts";
import { acknowledge, findingReviews, unmatchedAcknowledgements } from "../../../pipeline/extract/review/acknowledge.ts";
import { applyReview, unmatchedReviews } from "../../../pipeline/extract/review/apply-review.ts";
import { parseReview } from "../../../pipeline/extract/review/parse-review.ts";
import { observationsToReview, toReview } from "../../../pipeline/extract/review/to-review.ts";
import { findingRow, type Finding } from "../../../pipeline/model/finding.ts";
import type { Observation } from "../../../pipeline/model/observation.ts";

const observation = (fields: Partial<Observation> = {}): Observation => ({
  observation_id: "obs-1",
  document: "panel.txt",
  authority_code: "E06000099",
  authority: "Barset",
  indicator: "health.dental_checks",
  breakdown: "",
  subject: "local",
  value: 94.9,
  value_high: null,
  unit: "percent",
  qualifier: "exact",
  numerator: null,
  denominator: null,
  period: "2016/17",
  period_start: "2016-04-01",
  period_end: "2017-03-31",
  method: "prose",
  page: null,
  paragraph: "4",
  table: "",
  row: "",
  column: "",
  quote: "94.9% had a dental check",
  confidence: 0.4,
  review: "",
  ...fields,
});
const file = (...lines: string[]): string =>
  ["observation_id,document,indicator,decision,value,unit,period,breakdown,who,when,note,quote", ...lines].join("\n");
const apply = (text: string, ...rows: Observation[]): Observation[] =>
  applyReview(rows, parseReview("data/review/panel.csv", text).reviews);

describe("decisions", () => {
  it("accept makes an observation certain and changes nothing else", () => {
    expect(apply(file("obs-1,,,accept,,,,,A Clerk,2025-03-31,,"), observation())).toEqual([
      observation({ confidence: 1, review: "accepted" }),
    ]);
  });

  it("correct replaces the cells that are filled in, and the days of a new period", () => {
    const [one] = apply(file("obs-1,,,correct,49.9,,2015/16,none,A Clerk,2025-03-31,digits swapped,"), observation({ breakdown: "boys" }));
    expect(one).toEqual(
      observation({
        value: 49.9,
        period: "2015/16",
        period_start: "2015-04-01",
        period_end: "2016-03-31",
        breakdown: "",
        confidence: 1,
        review: "corrected",
      }),
    );
  });

  it("reject keeps the row and its confidence", () => {
    expect(apply(file("obs-1,,,reject,,,,,A Clerk,2025-03-31,about schools,"), observation())).toEqual([
      observation({ review: "rejected" }),
    ]);
  });

  it("of two decisions on one observation the latest holds, whatever their order", () => {
    const text = file("obs-1,,,reject,,,,,A Clerk,2025-05-01,,", "obs-1,,,accept,,,,,B Clerk,2025-03-31,,");
    expect(apply(text, observation())[0]?.review).toBe("rejected");
  });

  it("survive a new id, by document, indicator and words", () => {
    const text = file('obs-1,panel.txt,health.dental_checks,accept,94.9,,2016/17,,A Clerk,2025-03-31,,"94.9%  had a dental check"');
    expect(apply(text, observation({ observation_id: "obs-9" }))[0]?.review).toBe("accepted");
    expect(apply(text, observation({ observation_id: "obs-9", value: 95 }))[0]?.review).toBe("");
    expect(apply(text, observation({ observation_id: "obs-9", document: "other.txt" }))[0]?.review).toBe("");
  });

  it("are not guessed between two observations that fit alike", () => {
    const text = file("obs-1,panel.txt,health.dental_checks,reject,,,,,A Clerk,2025-03-31,,94.9% had a dental check");
    const rows = [observation({ observation_id: "a" }), observation({ observation_id: "b", subject: "england" })];
    expect(apply(text, ...rows).map((one) => one.review)).toEqual(["", ""]);
    const { reviews } = parseReview("r.csv", text);
    expect(unmatchedReviews(rows, reviews).map((one) => one.severity)).toEqual(["warning"]);
  });

  it("about documents that are not in this run are kept quiet", () => {
    const { reviews } = parseReview("r.csv", file("obs-7,elsewhere.txt,,accept,,,,,A Clerk,2025-03-31,,"));
    expect(unmatchedReviews([observation()], reviews)).toEqual([]);
  });
});

describe("faults of a review file", () => {
  it("are told by file, line and column, all at once, and the good rows are used", () => {
    const { reviews, findings } = parseReview(
      "data/review/panel.csv",
      file(
        "obs-1,,,accept,,,,,A Clerk,2025-03-31,,",
        "obs-2,,,agree,,,,,A Clerk,2025-03-31,,",
        "obs-3,,,correct,ninety,,2016-17-18,,,31/03/2025,,",
        "obs-4,,,correct,,,,,A Clerk,2025-03-31,,",
      ),
    );
    expect(reviews).toHaveLength(1);
    expect(findings.map((one) => one.message)).toEqual([
      'data/review/panel.csv, line 3, column decision: expected one of accept, correct, reject, found "agree". The row was not used.',
      'data/review/panel.csv, line 4, column when: expected a date such as 2025-03-31, found "31/03/2025". The row was not used.',
      "data/review/panel.csv, line 4, column who: expected the name of the person who decided, found nothing. The row was not used.",
      'data/review/panel.csv, line 4, column value: expected a number, found "ninety". The row was not used.',
      'data/review/panel.csv, line 4, column period: expected a period such as 2016/17, at 2017-03-31 or at inspection, found "2016-17-18". The row was not used.',
      "data/review/panel.csv, line 5, column value: expected at least one corrected cell (value, unit, period, subject or breakdown), found none. The row was not used.",
    ]);
  });

  it("names a missing column", () => {
    const { findings } = parseReview("r.csv", "observation_id,decision,who\nobs-1,accept,A");
    expect(findings.map((one) => one.message)).toEqual(["r.csv, line 1, column when: the column is missing. The file was not used."]);
  });

  it("a table that holds no decisions says so", () => {
    const { reviews, findings } = parseReview("r.csv", "name,decision,who,when\nx,accept,A,2025-01-01");
    expect(reviews).toEqual([]);
    expect(findings.map((one) => one.message)).toEqual([
      "r.csv, line 1: expected a column finding_id, for findings that are known, or observation_id, for decisions on figures; found neither. The file was not used.",
    ]);
  });
});

describe("acknowledgements of findings", () => {
  const head = "finding_id,decision,note,who,when";
  const row = (id: string): Finding =>
    findingRow({ finding_id: id, kind: "arithmetic", severity: "error", message: "90 of 116 is 77.6%, but 89.7% is printed." });

  it("are read with their reason, and a row without one is a fault", () => {
    const { reviews, findings } = parseReview(
      "r.csv",
      `${head}\nf-1,acknowledge,checked with the team,A Clerk,2025-03-31\nf-2,acknowledge,,A Clerk,2025-03-31\nf-3,accept,x,A Clerk,2025-03-31`,
    );
    expect(findingReviews(reviews)).toEqual([
      {
        kind: "finding",
        finding_id: "f-1",
        document: "",
        note: "checked with the team",
        who: "A Clerk",
        when: "2025-03-31",
        place: "r.csv, line 2",
      },
    ]);
    expect(findings.map((one) => one.message)).toEqual([
      "r.csv, line 3, column note: expected the reason why the finding may stand, found nothing. The row was not used.",
      'r.csv, line 4, column decision: expected acknowledge, found "accept". The row was not used.',
    ]);
  });

  it("mark the finding that they name and no other, and the latest of two holds", () => {
    const { reviews } = parseReview(
      "r.csv",
      `${head}\nf-1,acknowledge,second,B Clerk,2025-05-01\nf-1,acknowledge,first,A Clerk,2025-03-31`,
    );
    expect(acknowledge([row("f-1"), row("f-2")], findingReviews(reviews)).map(({ acknowledged }) => acknowledged)).toEqual(["second", ""]);
  });

  it("that no finding answers to any more are told by file and line, unless their document was not read", () => {
    const { reviews } = parseReview(
      "r.csv",
      "finding_id,document,decision,note,who,when\nf-1,,acknowledge,known,A,2025-03-31\nf-2,,acknowledge,known,A,2025-03-31\nf-3,other.pdf,acknowledge,known,A,2025-03-31\nf-4,here.pdf,acknowledge,known,A,2025-03-31",
    );
    const gone = unmatchedAcknowledgements([row("f-1")], findingReviews(reviews), new Set(["here.pdf"]));
    expect(gone.map(({ severity, stated, place }) => [severity, stated, place])).toEqual([
      ["warning", "f-2", "r.csv, line 3"],
      ["warning", "f-4", "r.csv, line 5"],
    ]);
    expect(gone[0]?.message).toBe(
      "r.csv, line 3: no finding has the id f-2 any more. If its figures or its place have changed, it stands in findings.csv as new: acknowledge it again, or delete the row.",
    );
    expect(new Set(gone.map(({ finding_id }) => finding_id)).size).toBe(2);
  });

  it("in a file whose quotation marks do not close are not used, nor is any other row of it", () => {
    const { reviews, findings } = parseReview(
      "r.csv",
      `${head}\nf-1,acknowledge,known,A,2025-03-31\nf-2,acknowledge,"known,A,2025-03-31\n`,
    );
    expect(reviews).toEqual([]);
    expect(findings.map((one) => one.message)).toEqual([
      "r.csv, line 3: a quotation mark is opened and never closed: the file may be cut off. The file was not used.",
    ]);
  });
});

describe("the list for review", () => {
  it("holds what is under 0.5 and undecided", () => {
    const rows = [
      observation(),
      observation({ observation_id: "sure", confidence: 0.5 }),
      observation({ observation_id: "done", review: "rejected" }),
      observation({ observation_id: "made", method: "derived" }),
    ];
    expect(observationsToReview(rows).map((row) => row.observation_id)).toEqual(["obs-1"]);
  });

  it("is itself a review file: undecided rows say nothing, a decided one applies", () => {
    const text = formatTable(toReview, observationsToReview([observation({ breakdown: "-1 to 5" })]));
    expect(parseReview("r.csv", text)).toEqual({ reviews: [], findings: [] });
    const { header, rows } = parseCsv(text);
    const decided = rows[0]!.cells.map((cell, k) => ({ decision: "accept", who: "A", when: "2025-03-31" })[header[k]!] ?? cell);
    const signed = `${header.join(",")}\n${decided.map((cell) => `"${cell}"`).join(",")}`;
    expect(apply(signed, observation({ observation_id: "new-id", breakdown: "-1 to 5" }))[0]?.review).toBe("accepted");
  });
});

it("never throws and never changes the number of observations", () => {
  const cell = fc.constantFrom("", "accept", "correct", "reject", "obs-1", "94", "x", '"', "2025-03-31", "none", "'=1");
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 13 }), { maxLength: 8 }), (lines) => {
      const { reviews } = parseReview("r.csv", file(...lines.map((line) => line.join(","))));
      expect(applyReview([observation()], reviews)).toHaveLength(1);
    }),
    { seed: 3, numRuns: 200 },
  );
});
