import { describe, expect, it } from "vitest";
import { splitClauses, splitSentences } from "../../../pipeline/extract/grammar/sentences.ts";
import { findSubjects, parseSubject } from "../../../pipeline/extract/grammar/subjects.ts";

describe("splitSentences", () => {
  it.each<[string, number]>([
    ["Rates are low at 73%. In 2010/11 87.3% had checks.", 2],
    ["See paragraph 2.1 for the rate of 48.3 per 10,000. This is low.", 2],
    ["Colin J. Foster, e.g. Mr. Smith, wrote. He left.", 2],
    ["No stop at all", 1],
    ["Is it so? It is! (Perhaps.) Yes", 4],
    ["", 0],
  ])("%s", (text, count) => expect(splitSentences(text)).toHaveLength(count));

  it("gives back the words without their white space", () => {
    const text = " One.  Two. ";
    expect(splitSentences(text).map((s) => text.slice(s.start, s.end))).toEqual(["One.", "Two."]);
  });
});

describe("splitClauses", () => {
  it("covers the sentence without gaps", () => {
    const text = "There are six now; there were nine before, which is low, compared with 11% in England.";
    const clauses = splitClauses(text).map((s) => text.slice(s.start, s.end));
    expect(clauses.join("")).toBe(text);
    expect(clauses).toHaveLength(4);
  });
});

describe("findSubjects", () => {
  it.each<[string, string[]]>([
    ["against an England average of 84.3%", ["england"]],
    ["the national comparator of 19%", ["england"]],
    ["11% for similar authorities and 9% for England", ["statistical_neighbours", "england"]],
    ["better than statistical neighbours", ["statistical_neighbours"]],
    ["the regional average is 50", ["region:South East"]],
    ["the South West average", ["region:South West"]],
    ["the target of 95%", ["target"]],
    ["the general population rates for non looked after children", ["general_population", "general_population"]],
    ["children looked after by the council", []],
  ])("%s", (text, expected) => expect(findSubjects(text, "South East").map((m) => m.subject)).toEqual(expected));

  it("reads table headings", () => {
    expect(parseSubject("England")).toBe("england");
    expect(parseSubject("Stat. Neighbours 2016")).toBe("statistical_neighbours");
    expect(parseSubject("Target")).toBe("target");
    expect(parseSubject("Number")).toBeNull();
  });
});
