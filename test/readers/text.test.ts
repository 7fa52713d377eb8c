import { describe, expect, it } from "vitest";
import type { Block } from "../../pipeline/model/document.ts";
import { readText } from "../../pipeline/readers/text.ts";

const read = (text: string, markdown = false): Block[] => readText(text, markdown).blocks;
const brief = (blocks: readonly Block[]): string[] => blocks.map((b) => `${b.kind}${b.label ? ` [${b.label}]` : ""}: ${b.text}`);

describe("plain text", () => {
  it("gives numbered paragraphs their label, with or without a bullet before the number", () => {
    expect(brief(read("92. Health outcomes have declined.\n- 93. All assessments are undertaken.\n4.1 Progress is good."))).toEqual([
      "paragraph [92]: Health outcomes have declined.",
      "paragraph [93]: All assessments are undertaken.",
      "paragraph [4.1]: Progress is good.",
    ]);
  });

  it("does not take a year at the start of a line for a number", () => {
    expect(brief(read("2011 was a year of change for the service."))).toEqual(["paragraph: 2011 was a year of change for the service."]);
  });

  it("does not take a figure at the start of a line for a number", () => {
    expect(
      brief(read("Rates were below the regional and national rates, which stood in that year at\n\n40.3 per 10,000 and 42.1 per 10,000.")),
    ).toEqual([
      "paragraph: Rates were below the regional and national rates, which stood in that year at 40.3 per 10,000 and 42.1 per 10,000.",
    ]);
  });

  it("finds a number that landed inside its paragraph between those of its neighbours", () => {
    const blocks = read(
      "36. Posts have been converted in the teams.\n\n- In cases seen children had been safeguarded 37. and timely work was done.\n- 38. Partner agencies contribute.",
    );
    expect(blocks.map((b) => b.label)).toEqual(["36", "37", "38"]);
    expect(blocks[1]?.text).toBe("In cases seen children had been safeguarded 37. and timely work was done.");
  });

  it("joins a sentence that the edge of a page broke and drops the page number between", () => {
    const text =
      "- 27. Adequate arrangements are established to safeguard children. Return interviews of\n\n12\n\n- missing children are currently conducted by the police.\n- 28. Seven children were privately fostered.";
    expect(brief(read(text))).toEqual([
      "paragraph [27]: Adequate arrangements are established to safeguard children. Return interviews of missing children are currently conducted by the police.",
      "paragraph [28]: Seven children were privately fostered.",
    ]);
  });

  it("drops a line that is repeated where pages break, but keeps it elsewhere", () => {
    const page = (end: string, next: string): string => `${end}\n\nInspection of services 15 May 2015\n\n${next}\n\n`;
    const text =
      page(
        "The local authority has made progress in most areas and social workers now see",
        "children often and alone, which they value.",
      ) +
      page("Care plans are reviewed in time, though for a small number of children they do not", "say who does what by when.") +
      page("Managers know their staff well and most teams are stable because turnover has been", "falling for two years.");
    const blocks = read(text);
    expect(blocks.map((b) => b.text)).toEqual([
      "The local authority has made progress in most areas and social workers now see children often and alone, which they value.",
      "Care plans are reviewed in time, though for a small number of children they do not say who does what by when.",
      "Managers know their staff well and most teams are stable because turnover has been falling for two years.",
    ]);
  });

  it("keeps list items apart whose text has no full stop", () => {
    const text =
      "Within three months:\n\n- ensure that case records for looked after children support good quality practice\n\n- ensure that assessments are of a consistently high quality across the partnership";
    expect(read(text).map((b) => b.kind)).toEqual(["paragraph", "list_item", "list_item"]);
  });

  it("joins hard-wrapped lines and keeps short ones apart", () => {
    const text =
      "Ofsted\nPiccadilly Gate\nManchester\n\nThe number of looked after children has risen in the last year and the\nlocal authority has recruited more foster carers to meet the need that\nthis has brought. Most children live near their school.\nThe council knows its children well and visits them as often as it should\nand more often when they ask for it.";
    expect(read(text).map((b) => b.text)).toEqual([
      "Ofsted",
      "Piccadilly Gate",
      "Manchester",
      "The number of looked after children has risen in the last year and the local authority has recruited more foster carers to meet the need that this has brought. Most children live near their school.",
      "The council knows its children well and visits them as often as it should and more often when they ask for it.",
    ]);
  });

  it("does not take a number that the wrap put first for that of a paragraph", () => {
    const text =
      "The local authority has acted on the findings that are set out in section\n12. It has also reviewed the way in which it works with the police and with\nthe health service, and social workers say that this has helped them much\nmore than the training that they had in the year before the inspection did\nin a time of change.\n13. A new paragraph starts here.";
    expect(brief(read(text))).toEqual([
      "paragraph: The local authority has acted on the findings that are set out in section 12. It has also reviewed the way in which it works with the police and with the health service, and social workers say that this has helped them much more than the training that they had in the year before the inspection did in a time of change.",
      "paragraph [13]: A new paragraph starts here.",
    ]);
  });

  it("nests a heading under the one directly above it, and a sibling beside it", () => {
    const text =
      "Safeguarding services\n\nOverall effectiveness\n\nGrade 2 (good)\n\n14. Services are good.\n\nCapacity for improvement\n\n15. Capacity is good.\n\nServices for looked after children\n\nOverall effectiveness\n\n16. They are adequate.\n\nHow good are outcomes for looked after children?\n\nBeing healthy Grade 4 (inadequate)\n\n17. They are inadequate.";
    const paths = read(text)
      .filter((b) => b.label)
      .map((b) => b.headings.join(" > "));
    expect(paths).toEqual([
      "Safeguarding services > Overall effectiveness",
      "Safeguarding services > Capacity for improvement",
      "Services for looked after children > Overall effectiveness",
      "Services for looked after children > How good are outcomes for looked after children? > Being healthy Grade 4 (inadequate)",
    ]);
    expect(read(text).find((b) => b.text === "Grade 2 (good)")?.kind).toBe("paragraph");
  });

  it("reads markdown headings and removes emphasis", () => {
    const blocks = read("# Letter\n\n## **Headline findings**\n\nStaff are *very* stable.", true);
    expect(brief(blocks)).toEqual(["heading: Letter", "heading: Headline findings", "paragraph: Staff are very stable."]);
    expect(blocks[2]?.headings).toEqual(["Letter", "Headline findings"]);
  });

  it("reads underlined headings, and bold lines below marked ones", () => {
    const blocks = read("Annual report\n=============\n\nHealth\n------\n\n**Dental checks**\n\nMost were in time.", true);
    expect(blocks.map((b) => `${b.kind}${b.level}: ${b.text}`)).toEqual([
      "heading1: Annual report",
      "heading2: Health",
      "heading6: Dental checks",
      "paragraph0: Most were in time.",
    ]);
    expect(blocks[3]?.headings).toEqual(["Annual report", "Health", "Dental checks"]);
  });

  it("takes pages from form feeds", () => {
    const { pages, blankPages, blocks } = readText("One.\n\fTwo.\n\f\n\fFour.", false);
    expect(pages).toBe(4);
    expect(blankPages).toEqual([3]);
    expect(blocks.map((b) => b.page)).toEqual([1, 2, 4]);
  });
});

describe("tables in plain text", () => {
  const cells = (text: string): string[][] | undefined =>
    read(text)
      .find((b) => b.table)
      ?.table?.rows.map((r) => r.cells);

  it("between tabs, with empty cells and the caption above", () => {
    const table = read("Table 2: Performance data\n\n\t2015/16\t2016/17\nDental checks\t97.0%\t94.9%\nOther\t\t")[1]?.table;
    expect(table?.caption).toBe("Table 2: Performance data");
    expect(table?.rows.map((r) => r.cells)).toEqual([
      ["", "2015/16", "2016/17"],
      ["Dental checks", "97.0%", "94.9%"],
      ["Other", "", ""],
    ]);
    expect(table?.rows[1]).toMatchObject({ raw: "Dental checks 97.0% 94.9%", line: 4 });
  });

  it("between pipes, without rules and empty rows", () => {
    expect(cells("- | | |\n|---|:--:|\n| A \\| B | 1 |\n| C | 2 |")).toEqual([
      ["A | B", "1"],
      ["C", "2"],
    ]);
  });

  it("between pipes without a frame, where two lines agree", () => {
    expect(cells("Source | Q1 | Q2\n--- | --- | ---\nPolice | 812 | 775\nHealth | 344 | 318")).toEqual([
      ["Source", "Q1", "Q2"],
      ["Police", "812", "775"],
      ["Health", "344", "318"],
    ]);
    expect(read("Present: Councillor Hughes | Councillor Malik\n\nMinutes were agreed.").every((block) => block.table === null)).toBe(true);
  });

  it("set apart by spaces", () => {
    expect(cells("              2015/16   2016/17\nImmunised       93.5%     90.7%\nDental checks   97.0%     94.9%\n  in time")).toEqual([
      ["", "2015/16", "2016/17"],
      ["Immunised", "93.5%", "90.7%"],
      ["Dental checks in time", "97.0%", "94.9%"],
    ]);
  });

  it("set apart by spaces, with a line of strokes under each heading", () => {
    expect(
      cells(
        "Status              Children   Share of all\n-----------------   --------   ------------\nCare order          186        47.0%\nPlacement order     34         8.6%",
      ),
    ).toEqual([
      ["Status", "Children", "Share of all"],
      ["Care order", "186", "47.0%"],
      ["Placement order", "34", "8.6%"],
    ]);
  });

  it("with HTML in the cells, whose paragraphs stay known", () => {
    const row = read("1\t<p>1.1 Action</p> <p>Train &amp; support staff.</p>\tApril 18\n2\tb\tc")[0]?.table?.rows[0];
    expect(row?.cells).toEqual(["1", "1.1 Action Train & support staff.", "April 18"]);
    expect(row?.parts?.[1]).toEqual(["1.1 Action", "Train & support staff."]);
    expect(row?.raw).toContain("<p>1.1 Action</p>");
  });

  it("takes no double space in prose for a table", () => {
    expect(read("Staff are stable.  They like their work.\nChildren see the same worker often.").every((b) => b.table === null)).toBe(true);
  });
});
