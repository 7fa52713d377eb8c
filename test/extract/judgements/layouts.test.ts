import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaOf } from "../../../pipeline/extract/judgements/areas.ts";
import { extractJudgements } from "../../../pipeline/extract/judgements/extract-judgements.ts";
import type { SourceDocument } from "../../../pipeline/model/document.ts";
import { fromParagraphs, fromRows, rowOf } from "../source.ts";

/** The areas of each framework, in the order in which its front page prints them. */
const frameworks = {
  "2012 and 2013": [
    "Overall effectiveness",
    "The effectiveness of the help and protection provided to children, young people, families and carers",
    "The quality of practice",
    "Leadership and governance",
  ],
  "2013 to 2018": [
    "1. Children who need help and protection",
    "2. Children looked after and achieving permanence",
    "2.1 Adoption performance",
    "2.2 Experiences and progress of care leavers",
    "3. Leadership, management and governance",
  ],
  "2018 to 2022": [
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care and care leavers",
    "Overall effectiveness",
  ],
  "since 2023": [
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
    "Overall effectiveness",
  ],
  "without an overall grade": [
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
  ],
};
const grades: Record<string, number> = {
  Outstanding: 1,
  Good: 2,
  "Requires improvement to be good": 3,
  "Requires improvement": 3,
  "Requires Improvement": 3,
  Inadequate: 4,
};

function wrap(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines[lines.length - 1]!;
    if (line !== "" && line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}

/** The lines of one row of the box: name left, grade right, set to the top, the middle or the foot of the row. */
function setRow(name: string, grade: string, left: number, right: number, align: number): [string, string][] {
  const [names, marks] = [wrap(name, left), wrap(grade, right)];
  const height = Math.max(names.length, marks.length);
  const offset = (lines: string[]): number => Math.round(((height - lines.length) * align) / 2);
  return Array.from({ length: height }, (_, k) => [names[k - offset(names)] ?? "", marks[k - offset(marks)] ?? ""]);
}

const ways: Record<string, (rows: [string, string][][], heading: string) => SourceDocument> = {
  "a block a line": (rows, heading) => fromParagraphs([heading, ...rows.flat().map((line) => line.join(" ").trim())]),
  "a block a row": (rows, heading) => fromParagraphs([heading, ...rows.map((row) => row.flat().join(" ").trim())]),
  "one block": (rows, heading) => fromParagraphs([heading, rows.flat(2).join(" "), "Good leaders make a difference."]),
  "a table of lines": (rows, heading) => fromRows("", rows.flat(), [heading]),
  "a table of rows": (rows, heading) =>
    fromRows(
      "",
      rows.map((row) => [
        row
          .map((line) => line[0])
          .join(" ")
          .trim(),
        row
          .map((line) => line[1])
          .join(" ")
          .trim(),
      ]),
      [heading],
    ),
  "all names in one cell": (rows, heading) =>
    fromRows(
      "",
      rows.map((row, k) => [
        k === 1
          ? rows
              .flat()
              .map((line) => line[0])
              .filter((text) => text !== "")
              .join(" ")
          : "",
        row
          .map((line) => line[1])
          .join(" ")
          .trim(),
      ]),
      [heading],
    ),
  "two rows as a table, the others as lines": (rows, heading) => {
    const whole = rows.map((row) => [
      row
        .map((line) => line[0])
        .join(" ")
        .trim(),
      row
        .map((line) => line[1])
        .join(" ")
        .trim(),
    ]);
    const source = fromRows("", whole.slice(1, 3), [heading, whole[0]!.join(" ")]);
    const after = fromParagraphs(whole.slice(3).map((row) => row.join(" "))).blocks;
    return { ...source, blocks: [...source.blocks, ...after].map((block, index) => ({ ...block, index })) };
  },
  "names first, grades after": (rows, heading) =>
    fromParagraphs([heading, ...rows.flat().map((line) => line[0]), ...rows.flat().map((line) => line[1])].filter((text) => text !== "")),
};

describe.each(Object.entries(frameworks))("the front page of %s", (_years, areas) => {
  it.each(Object.entries(ways))("%s", (_way, set) => {
    const page = fc.record({
      marks: fc.array(fc.constantFrom(...Object.keys(grades)), { minLength: areas.length, maxLength: areas.length }),
      left: fc.integer({ min: 26, max: 90 }),
      right: fc.integer({ min: 12, max: 40 }),
      align: fc.constantFrom(0, 1, 2),
      heading: fc.constantFrom(
        "Judgement Grade",
        "Inspection dates: 3 to 14 March 2025",
        "The judgements on areas of the service that contribute to overall effectiveness are:",
      ),
    });
    fc.assert(
      fc.property(page, ({ marks, left, right, align, heading }) => {
        const rows = areas.map((name, k) => setRow(name, marks[k]!, left, right, align));
        const found = extractJudgements(set(rows, heading), rowOf());
        expect(found.map((one) => [one.breakdown.toLowerCase(), one.value])).toEqual(
          areas.map((name, k) => [name.replace(/^[\d.]+ /, "").toLowerCase(), grades[marks[k]!]]),
        );
      }),
      { seed: 2013, numRuns: 60 },
    );
  });
});

describe("the overall judgement of 2013 to 2018, in a sentence above the box", () => {
  const areas = frameworks["2013 to 2018"];
  const sentences: readonly (readonly [string, number])[] = [
    ["Children’s services in Barset are good", 2],
    ["Children’s services in Barset require improvement to be good", 3],
    ["Children’s services in the London Borough of Barset are inadequate", 4],
    ["Children’s services in Bourne, Christ Church and St. Helen are outstanding", 1],
    ["The overall judgement is that children’s services require improvement", 3],
    ["The overall judgement is requires improvement", 3],
    [
      "The overall judgement is that children’s services require improvement The authority is not yet delivering good protection, help and care for children.",
      3,
    ],
    ["Children's services in Barset, delivered by Barset Children's Trust, are inadequate", 4],
  ];
  const merged: typeof ways = {
    ...ways,
    "one block with its sentence": (rows, heading) => fromParagraphs([`${heading} ${rows.flat(2).join(" ")}`]),
  };

  it.each(Object.entries(merged))("%s", (_way, set) => {
    const page = fc.record({
      marks: fc.array(fc.constantFrom(...Object.keys(grades)), { minLength: areas.length, maxLength: areas.length }),
      left: fc.integer({ min: 26, max: 90 }),
      right: fc.integer({ min: 12, max: 40 }),
      align: fc.constantFrom(0, 1, 2),
      sentence: fc.constantFrom(...sentences),
    });
    fc.assert(
      fc.property(page, ({ marks, left, right, align, sentence }) => {
        const rows = areas.map((name, k) => setRow(name, marks[k]!, left, right, align));
        const found = extractJudgements(set(rows, sentence[0]), rowOf());
        const expected = [sentence[1], ...marks.map((mark) => grades[mark])];
        expect(found.map((one) => one.value).sort()).toEqual(expected.sort());
        expect(found.filter((one) => areaOf(one.breakdown) === "overall").map((one) => one.value)).toEqual([sentence[1]]);
        expect(found.find((one) => one.breakdown === "Adoption performance")?.value).toBe(grades[marks[2]!]);
      }),
      { seed: 2017, numRuns: 40 },
    );
  });
});
