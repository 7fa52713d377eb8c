import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../pipeline/model/document.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";
import { makePdf, type PdfLineSpec } from "./make-pdf.ts";

const text = (source: SourceDocument): string[] => source.blocks.map((block) => block.text);

describe("a PDF without tags", () => {
  const header = (page: number): PdfLineSpec[] => [
    { text: "Corporate Parenting Panel", y: 805, size: 9 },
    { text: `Page ${page} of 3`, x: 480, y: 30, size: 9 },
  ];
  const pages: PdfLineSpec[][] = [
    [
      ...header(1),
      { text: "Performance report", y: 760, size: 20, bold: true },
      { text: "Health of looked after children", y: 720, size: 14, bold: true },
      { text: "1.", y: 690 },
      { text: "At 31 March 2017, 304 children were looked after, an increase from 287", x: 100, y: 690 },
      { text: "a year before", x: 100, y: 676 },
      { text: "4", x: 172, y: 681, size: 7 },
      { text: ". Most of them live with foster", x: 176, y: 676 },
      { text: "families. The rate is below those of the region and of England, which are", x: 100, y: 662 },
      { text: "40.3 per 10,000 and 42.1 per 10,000.", x: 100, y: 648 },
      { text: "\u0095", y: 630 },
      { text: "Initial assessments were in time for 90 of 116 children, which is more than", x: 100, y: 630 },
    ],
    [
      ...header(2),
      { text: "in the year before.", x: 100, y: 760 },
      { text: "Table 1: Checks", y: 700 },
      { text: "2015/16", x: 300, y: 680 },
      { text: "2016/17", x: 400, y: 680 },
      { text: "Dental checks", y: 664 },
      { text: "97.0%", x: 300, y: 664 },
      { text: "94.9%", x: 400, y: 664 },
      { text: "Immunisations", y: 648 },
      { text: "93.5%", x: 300, y: 648 },
      { text: "90.7%", x: 400, y: 648 },
    ],
    [...header(3), { text: "The report ends here.", y: 760 }],
  ];

  it("is read by size, weight and position", async () => {
    const source = await readDocument("papers.pdf", makePdf(pages));
    expect(source.pages).toBe(3);
    expect(text(source)).toEqual([
      "Performance report",
      "Health of looked after children",
      "At 31 March 2017, 304 children were looked after, an increase from 287 a year before. Most of them live with foster families. The rate is below those of the region and of England, which are 40.3 per 10,000 and 42.1 per 10,000.",
      "Initial assessments were in time for 90 of 116 children, which is more than in the year before.",
      "Table 1: Checks",
      "2015/16 2016/17\nDental checks 97.0% 94.9%\nImmunisations 93.5% 90.7%",
      "The report ends here.",
    ]);
    expect(source.blocks.map((block) => `${block.kind}${block.label}`)).toEqual([
      "heading",
      "heading",
      "paragraph1",
      "list_item",
      "paragraph",
      "table",
      "paragraph",
    ]);
    expect(source.blocks[2]?.headings).toEqual(["Performance report", "Health of looked after children"]);
    expect(source.blocks[5]?.table).toMatchObject({ caption: "Table 1: Checks" });
    expect(source.blocks[5]?.table?.rows.map((row) => row.cells)).toEqual([
      ["", "2015/16", "2016/17"],
      ["Dental checks", "97.0%", "94.9%"],
      ["Immunisations", "93.5%", "90.7%"],
    ]);
    expect(source.blocks.map((block) => block.page)).toEqual([1, 1, 1, 1, 2, 2, 3]);
  });

  it("names the pages without text", async () => {
    const source = await readDocument("papers.pdf", makePdf([[{ text: "Words.", y: 700 }], [], [{ text: "More words.", y: 700 }]]));
    expect(source.blankPages).toEqual([2]);
  });

  it("gives the same blocks twice", async () => {
    const bytes = makePdf(pages);
    expect(await readDocument("papers.pdf", bytes)).toEqual(await readDocument("papers.pdf", bytes));
  });
});

const corpus = new URL("../../../shared/corpus/", import.meta.url);
const absent = !existsSync(corpus);
const reports = absent ? [] : readdirSync(corpus).filter((name) => name.endsWith(".pdf"));
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(encodeURIComponent(name), corpus)));
const reportOf = (start: string): string => reports.find((name) => name.includes(start)) ?? "";

describe("published reports (needs the corpus beside the project)", () => {
  it.skipIf(absent)("of 2017 wrap pages in tables: headings, bullets and footnotes come out whole", async () => {
    const source = await readDocument("report.pdf", bytesOf(reportOf("25 august 2017")));
    const recommendations = source.blocks.filter((block) => block.headings.join(" > ") === "The local authority > Recommendations");
    expect(recommendations.map((block) => block.label)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    const summary = source.blocks.find(
      (block) => block.headings.at(-1) === "Executive summary" && block.text.startsWith("Most children looked after live"),
    );
    expect(summary?.text).toMatch(/oversight of permanence .*securing permanence\.$/);
    expect(text(source)).toContain("The graded judgement for adoption performance is that it is good");
    const grades = source.blocks
      .find((block) => block.page === 1 && block.table)
      ?.table?.rows.map((row) => row.cells.filter((cell) => cell !== ""));
    expect(grades).toEqual([
      ["1. Children who need help and protection", "Good"],
      ["2. Children looked after and achieving permanence", "Requires improvement to be good"],
      ["2.1 Adoption performance", "Good"],
      ["2.2 Experiences and progress of care leavers", "Good"],
      ["3. Leadership, management and governance", "Good"],
    ]);
  });

  it.skipIf(absent)("of 2022 keep their judgements and numbered paragraphs", async () => {
    const source = await readDocument("report.pdf", bytesOf(reportOf("14 january 2022")));
    expect(source.blocks.find((block) => block.table)?.table?.rows.at(-1)?.cells).toEqual(["Overall effectiveness", "Good"]);
    expect(text(source)).toContain("The experiences and progress of children who need help and protection: good");
    expect(
      source.blocks
        .filter((block) => /^\d+$/.test(block.label))
        .slice(0, 31)
        .map((block) => Number(block.label)),
    ).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
    expect(text(source).some((block) => /^Inspection of Bedford Borough .* \d+$/.test(block))).toBe(false);
  });

  it.skipIf(absent).each(reports)("%s reads nearly the same with and without its tags", async (name) => {
    const tagged = await readDocument("report.pdf", bytesOf(name));
    const plain = Buffer.from(Buffer.from(bytesOf(name)).toString("latin1").replaceAll("/StructTreeRoot", "/StructTreeNone"), "latin1");
    const untagged = new Set(text(await readDocument("report.pdf", plain)));
    const prose = tagged.blocks.filter((block) => !block.table && block.kind !== "heading" && block.text.length > 80);
    const same = prose.filter((block) => untagged.has(block.text)).length;
    expect(prose.length).toBeGreaterThan(40);
    expect(same / prose.length).toBeGreaterThan(0.93);
  });
});
