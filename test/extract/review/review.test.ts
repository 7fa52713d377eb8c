import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTable, parseCsv } from "../../../pipeline/core/csv.ts";
import { applyReview, findingReviews, observationsToReview, parseReview, toReview, unmatchedReviews } from "../../../pipeline/extract/review/review.ts";
import type { Observation } from "../../../pipeline/model/observation.ts";

const observation = (fields: Partial<Observation> = {}): Observation => ({
  observation_id: "obs-1", document: "panel.txt", authority_code: "E06000099", authority: "Barset", indicator: "health.dental_checks", breakdown: "",
  subject: "local", value: 94.9, value_high: null, unit: "percent", qualifier: "exact", numerator: null, denominator: null, period: "2016/17",
  period_start: "2016-04-01", period_end: "2017-03-31", method: "prose", page: null, paragraph: "4", table: "", row: "", column: "",
  quote: "94.9% had a dental check", confidence: 0.4, review: "", ...fields,
});
const file = (...lines: string[]): string => ["observation_id,document,indicator,decision,value,unit,period,breakdown,who,when,note,quote", ...lines].join("\n");
const apply = (text: string, ...rows: Observation[]): Observation[] => applyReview(rows, parseReview("data/review/panel.csv", text).reviews);

describe("decisions", () => {
  it("accept makes an observation certain and changes nothing else", () => {
    expect(apply(file("obs-1,,,accept,,,,,A Clerk,2025-03-31,,"), observation())).toEqual([observation({ confidence: 1, review: "accepted" })]);
  });

  it("correct replaces the cells that are filled in, and the days of a new period", () => {
    const [one] = apply(file("obs-1,,,correct,49.9,,2015/16,none,A Clerk,2025-03-31,digits swapped,"), observation({ breakdown: "boys" }));
    expect(one).toEqual(observation({ value: 49.9, period: "2015/16", period_start: "2015-04-01", period_end: "2016-03-31", breakdown: "", confidence: 1, review: "corrected" }));
  });

  it("reject keeps the row and its confidence", () => {
    expect(apply(file("obs-1,,,reject,,,,,A Clerk,2025-03-31,about schools,"), observation())).toEqual([observation({ review: "rejected" })]);
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
    const { reviews, findings } = parseReview("data/review/panel.csv", file(
      "obs-1,,,accept,,,,,A Clerk,2025-03-31,,",
      "obs-2,,,agree,,,,,A Clerk,2025-03-31,,",
      "obs-3,,,correct,ninety,,2016-17-18,,,31/03/2025,,",
      "obs-4,,,correct,,,,,A Clerk,2025-03-31,,",
    ));
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
    expect(findings[0]?.message).toContain("column observation_id");
  });
});

it("acknowledgements of findings", () => {
  const { reviews, findings } = parseReview("r.csv", "finding_id,decision,note,who,when\nf-1,acknowledge,checked with the team,A Clerk,2025-03-31\nf-2,accept,,A Clerk,2025-03-31");
  expect(findingReviews(reviews)).toEqual([{ kind: "finding", finding_id: "f-1", note: "checked with the team", who: "A Clerk", when: "2025-03-31", place: "r.csv, line 2" }]);
  expect(findings).toHaveLength(1);
});

describe("the list for review", () => {
  it("holds what is under 0.5 and undecided", () => {
    const rows = [observation(), observation({ observation_id: "sure", confidence: 0.5 }), observation({ observation_id: "done", review: "rejected" }), observation({ observation_id: "made", method: "derived" })];
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
  fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 13 }), { maxLength: 8 }), (lines) => {
    const { reviews } = parseReview("r.csv", file(...lines.map((line) => line.join(","))));
    expect(applyReview([observation()], reviews)).toHaveLength(1);
  }), { seed: 3, numRuns: 200 });
});
