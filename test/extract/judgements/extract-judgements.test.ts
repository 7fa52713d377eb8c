import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaOf } from "../../../pipeline/extract/judgements/areas.ts";
import { extractJudgements } from "../../../pipeline/extract/judgements/extract-judgements.ts";
import { parseGrade } from "../../../pipeline/extract/judgements/grades.ts";
import type { SourceDocument } from "../../../pipeline/model/document.ts";
import { fromParagraphs, fromRows, fromText, rowOf } from "../source.ts";

const graded = (source: SourceDocument, kind = "inspection report"): [string, number | null][] =>
  extractJudgements(source, rowOf({ kind })).map((one) => [one.breakdown, one.value]);

const single: [string, number][] = [
  ["Children who need help and protection", 2],
  ["Children looked after and achieving permanence", 3],
  ["Adoption performance", 1],
  ["Experiences and progress of care leavers", 4],
  ["Leadership, management and governance", 3],
];

describe("the judgements box of the single inspection framework", () => {
  const overall: [string, number] = ["children’s services", 3];
  const sentence = "The overall judgement is that children’s services require improvement";

  it("reads rows in order", () => {
    const rows = [
      "1. Children who need help and protection Good",
      "2. Children looked after and achieving permanence Requires improvement",
      "2.1 Adoption performance Outstanding",
      "2.2 Experiences and progress of care leavers Inadequate",
      "3. Leadership, management and governance Requires improvement",
    ];
    expect(graded(fromParagraphs([sentence, "The judgements on areas of the service are:", ...rows]))).toEqual([overall, ...single]);
  });

  it("reads names of two lines interleaved with grades of two lines, all in one paragraph", () => {
    const box =
      "1. Children who need help and protection Good 2. Children looked after and achieving Requires improvement to permanence be good " +
      "2.1 Adoption performance Outstanding 2.2 Experiences and progress of care leavers Inadequate Requires improvement 3. Leadership, management and governance to be good 1";
    expect(graded(fromParagraphs([sentence, box]))).toEqual([overall, ...single]);
  });

  it("reads a first grade that wraps above and below its name", () => {
    const box = [
      "Requires",
      "1. Children who need help and protection",
      "Improvement",
      "2. Children looked after and achieving Good",
      "permanence",
      "3. Leadership, management and governance Inadequate",
    ];
    expect(graded(fromParagraphs(["Barset", ...box]))).toEqual([
      ["Children who need help and protection", 3],
      ["Children looked after and achieving permanence", 2],
      ["Leadership, management and governance", 4],
    ]);
  });

  it("reads all names before all grades", () => {
    const names = single.map(([name]) => name);
    expect(graded(fromParagraphs([...names, "Good", "Requires improvement", "Outstanding", "Inadequate", "Requires improvement"]))).toEqual(
      single,
    );
  });

  it("does not take the overall grade above the box for the grade of the first area", () => {
    const source = fromParagraphs([
      "Children’s services in Barset are inadequate",
      "1. Children who need help and protection Good",
      "3. Leadership, management and governance Good",
    ]);
    expect(graded(source)).toEqual([
      ["Children’s services in Barset", 4],
      ["Children who need help and protection", 2],
      ["Leadership, management and governance", 2],
    ]);
  });

  it("does not take the first word of the paragraph after the box", () => {
    const source = fromParagraphs([
      "1. Children who need help and protection Inadequate",
      "3. Leadership, management and governance Requires improvement",
      "Good leadership means that children are protected.",
    ]);
    expect(graded(source)).toEqual([
      ["Children who need help and protection", 4],
      ["Leadership, management and governance", 3],
    ]);
  });

  it("quotes the words of the box, number included", () => {
    const [first] = extractJudgements(
      fromParagraphs([
        "2. Children looked after and achieving Requires improvement to permanence be good 3. Leadership, management and governance Good",
      ]),
      rowOf(),
    );
    expect(first?.quote).toBe("2. Children looked after and achieving Requires improvement to permanence be good");
    expect(first).toMatchObject({ period: "at inspection", subject: "local", unit: "grade" });
  });
});

describe("inspections since 2018", () => {
  const rows = [
    ["Judgement", "Grade"],
    ["The impact of leaders on social work practice with children and families", "Requires improvement to be good"],
    ["The experiences and progress of children who need help and protection", "Good"],
    ["The experiences and progress of children in care", "Outstanding"],
    ["The experiences and progress of care leavers", "Inadequate"],
    ["Overall effectiveness", "Requires improvement to be good"],
  ];
  const expected = rows.slice(1).map(([name], k) => [name, [3, 2, 1, 4, 3][k]]);

  it("reads the table, with care leavers apart", () => {
    expect(graded(fromRows("", rows))).toEqual(expected);
  });

  it("reads the table flattened line by line", () => {
    const lines = [
      "Judgement Grade",
      "The impact of leaders on social work Requires improvement",
      "practice with children and families to be good",
      "The experiences and progress of Good",
      "children who need help and protection",
      "The experiences and progress of Outstanding",
      "children in care",
      "The experiences and progress of care Inadequate",
      "leavers",
      "Requires improvement",
      "Overall effectiveness",
      "to be good",
    ];
    expect(graded(fromParagraphs(lines))).toEqual(expected);
  });

  it("reads the combined area of 2018 to 2022", () => {
    const lines = ["The experiences and progress of children in care and care leavers Good", "Overall effectiveness Good"];
    expect(graded(fromParagraphs(lines))).toEqual([
      ["The experiences and progress of children in care and care leavers", 2],
      ["Overall effectiveness", 2],
    ]);
  });

  it("reads names set with joined letters", () => {
    const lines = ["The experiences and progress of children in care Good", "Overall e\ufb00ectiveness Inadequate"];
    expect(graded(fromParagraphs(lines)).map(([, value]) => value)).toEqual([2, 4]);
  });

  it("gives no overall grade where none is printed", () => {
    const lines = ["The experiences and progress of children in care Good", "The experiences and progress of care leavers Good"];
    expect(
      graded(fromParagraphs([...lines, "Overall effectiveness", "Leaders have continued to invest in services."])).map(([area]) =>
        areaOf(area),
      ),
    ).toEqual(["in_care", "care_leavers"]);
  });

  it("keeps a heading that repeats the table once, and one that contradicts it", () => {
    const source = fromParagraphs([
      "The experiences and progress of children in care Good",
      "The experiences and progress of care leavers Good",
      "Leaders know their services well.",
      "The experiences and progress of children in care: good",
      "The experiences and progress of care leavers: inadequate",
    ]);
    expect(graded(source).map(([, value]) => value)).toEqual([2, 2, 4]);
  });
});

describe("the four-point scale of 2012", () => {
  const report = [
    "Inspection of safeguarding and looked after children services",
    "",
    "Safeguarding services",
    "",
    "Overall effectiveness",
    "",
    "Grade 2 (good)",
    "",
    "10. The overall effectiveness of safeguarding services is good. Partners make good progress.",
    "",
    "Partnership working **Grade 3 (Adequate)**",
    "",
    "11. Partnership working is adequate, and plans are good in the majority of cases.",
    "",
    "Services for looked after children",
    "",
    "Overall effectiveness Grade 4 (Inadequate)",
    "",
    "12. Support has been inadequate in some schools.",
    "",
    "Record of main findings:",
    "",
    "| Safeguarding services | |",
    "|---|---|",
    "| Overall effectiveness | Good |",
    "| Services for looked after children | |",
    "| Partnership working | Adequate |",
    "| How good are outcomes for looked after children? | |",
    "| Overall effectiveness | Inadequate |",
  ].join("\n");

  it("reads headings and the record of main findings, each area in its section", () => {
    expect(graded(fromText(report))).toEqual([
      ["Overall effectiveness (safeguarding)", 2],
      ["Partnership working (safeguarding)", 3],
      ["Overall effectiveness (looked after)", 4],
      ["Overall effectiveness (safeguarding)", 2],
      ["Partnership working (safeguarding)", 3],
      ["Overall effectiveness (looked after)", 4],
    ]);
  });

  it("leaves out a grade whose number and word disagree", () => {
    expect(parseGrade("Grade 2 (inadequate)")).toBeNull();
    expect(parseGrade("Grade 2 (Good)")).toBe(2);
    expect(parseGrade("Good practice")).toBeNull();
  });

  it("reads the arrangements for the protection of children of 2012 and 2013", () => {
    const source = fromRows("Record of main findings", [
      ["Local authority arrangements for the protection of children", ""],
      ["Overall effectiveness", "Adequate"],
      ["The effectiveness of the help and protection provided to children, young people, families and carers", "Good"],
      ["The quality of practice", "Adequate"],
      ["Leadership and governance", "Inadequate"],
    ]);
    expect(graded(source).map(([, value]) => value)).toEqual([3, 2, 3, 4]);
  });
});

describe("tables of papers", () => {
  const found = (source: SourceDocument) => extractJudgements(source, rowOf({ kind: "panel papers", event_start: "", event_end: "" }));

  it("dates each column of grades by its heading", () => {
    const source = fromRows("Ofsted judgements of the authority", [
      ["Area", "2016", "2019"],
      ["Help and protection", "Inadequate", "Requires improvement to be good"],
    ]);
    expect(found(source).map((one) => [one.breakdown, one.value, one.period])).toEqual([
      ["Help and protection", 4, "2016"],
      ["Help and protection", 3, "2019"],
    ]);
  });

  it("grades of homes and schools are theirs", () => {
    const source = fromRows("Quality of children's homes", [
      ["Home", "Ofsted judgement"],
      ["The Limes", "Good"],
    ]);
    expect(found(source)).toMatchObject([{ subject: "other:The Limes", breakdown: "overall", value: 2 }]);
  });
});

describe("sentences", () => {
  const from = (text: string, kind = "inspection report") => extractJudgements(fromParagraphs([text]), rowOf({ kind }));

  it.each([
    ["The overall effectiveness of the arrangements to protect children in Barset is judged to be inadequate.", 4],
    ["Children’s services in Barset are outstanding.", 1],
    ["The Local Safeguarding Children Board is good", 2],
    ["The Local Safeguarding Children Board (LSCB) requires improvement to be good", 3],
    ["The graded judgement for adoption performance is that it is outstanding", 1],
    ["The graded judgement about the experience and progress of care leavers is that it requires improvement", 3],
    ["Children’s services in Barset County Council are inadequate because:", 4],
  ])("%s", (text, value) => {
    expect(from(text).map((one) => one.value)).toEqual([value]);
  });

  it.each([
    "Children make good progress at school, and placement stability is good.",
    "The quality of assessments is good in the majority of cases and none seen by inspectors was inadequate.",
    "The local authority operates two children’s homes. One was judged to be outstanding, the other good, in their most recent Ofsted inspections.",
    "Most children attend schools that are judged good or better.",
    "Personal education plans require improvement. For too many children, actions are not clear.",
    "An outstanding local authority leads highly effective services.",
    "All PEPs will be judged good or better.",
    "Leadership, management and governance: good leaders have made a difference.",
  ])("no judgement in: %s", (text) => {
    expect(from(text)).toEqual([]);
  });

  it("dates a quoted inspection by its own days", () => {
    const source = fromParagraphs([
      "The inspection took place between 3 March and 14 March 2014. The inspection concluded that children’s services in Barset are good and made two recommendations. The judgements were:",
      "Children who need help and protection – Good 2.1 Adoption performance – Good",
      "Local Safeguarding Children Board - Requires improvement",
    ]);
    const found = extractJudgements(source, rowOf({ kind: "panel papers", event_start: "", event_end: "" }));
    expect(found.map((one) => [one.value, one.period])).toEqual([
      [2, "2014-03-03..2014-03-14"],
      [2, "2014-03-03..2014-03-14"],
      [2, "2014-03-03..2014-03-14"],
      [3, "2014-03-03..2014-03-14"],
    ]);
  });

  it("gives an earlier grade its own date in the report of a later inspection", () => {
    const [one] = from(
      "The previous inspection of the local authority’s arrangements for the protection of children was in April 2012. The local authority was judged to be adequate.",
    );
    expect(one).toMatchObject({ value: 3, period: "2012-04", breakdown: "arrangements for the protection of children" });
  });

  it("names another body that was inspected", () => {
    const [one] = from("The inspection of Barchester College, in November 2011, found safeguarding to be inadequate.");
    expect(one).toMatchObject({ value: 4, subject: "other:Barchester College", period: "2011-11" });
  });

  it("a focused visit without grades gives none", () => {
    expect(
      from("Inspectors found that the quality of practice is good for most children and inadequate for a few.", "focused visit"),
    ).toEqual([]);
  });
});

describe("any document", () => {
  const word = fc.constantFrom(
    "Good",
    "Requires",
    "improvement",
    "to",
    "be",
    "inadequate",
    "Children",
    "who",
    "need",
    "help",
    "and",
    "protection",
    "Overall",
    "effectiveness",
    "Grade 2",
    "(good)",
    "is",
    "judged",
    "–",
    ":",
    "2.1",
    "|",
    "in",
    "June 2014",
  );
  const paragraph = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "));

  it("does not throw, and every quote stands in it", () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), (paragraphs) => {
        const source = fromParagraphs(paragraphs);
        const fold = (text: string): string => text.replace(/\s+/g, " ").trim();
        const text = fold(paragraphs.join(" "));
        for (const one of extractJudgements(source, rowOf())) {
          expect(text).toContain(fold(one.quote));
          expect(one.value).toBeGreaterThanOrEqual(1);
          expect(one.value).toBeLessThanOrEqual(4);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
