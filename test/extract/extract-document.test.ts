import { describe, expect, it } from "vitest";
import { extractDocument } from "../../pipeline/extract/extract-document.ts";
import type { Block, DocumentRow, SourceDocument } from "../../pipeline/model/document.ts";

const block = (index: number, text: string, part: Partial<Block> = {}): Block => ({
  index,
  kind: "paragraph",
  level: 0,
  label: "",
  text,
  page: 3,
  line: null,
  headings: ["Findings"],
  table: null,
  ...part,
});
const source: SourceDocument = {
  document: "report.txt",
  format: "txt",
  pages: 9,
  sha256: "",
  title: "",
  blankPages: [],
  blocks: [
    block(0, "Findings", { kind: "heading", level: 1, headings: [] }),
    block(1, "At 31 March 2015, 91% of looked after children had a dental check (England average 86%).", { label: "42" }),
    block(2, "Reviews are held on time for 93% of children.", { kind: "list_item", level: 1 }),
    block(3, "Reviews are held on time for 93% of children.", { kind: "list_item", level: 1 }),
  ],
};
const row: DocumentRow = {
  document: "report.txt",
  title: "",
  kind: "inspection report",
  publisher: "",
  authority_code: "E06000999",
  authority: "Anyshire",
  region: "",
  published: "2016-03-27",
  event_start: "2016-01-20",
  event_end: "2016-02-11",
  pages: 9,
  sha256: "",
};

describe("extractDocument", () => {
  const found = extractDocument(source, row);

  it("says where each figure stands and whose it is", () => {
    const dental = found.find((o) => o.indicator === "health.dental_checks" && o.subject === "local");
    expect(dental).toMatchObject({
      value: 91,
      unit: "percent",
      period: "at 2015-03-31",
      period_start: "2015-03-31",
      period_end: "2015-03-31",
      page: 3,
      paragraph: "42",
      authority: "Anyshire",
      authority_code: "E06000999",
      method: "prose",
      quote: source.blocks[1]!.text,
    });
    expect(found.find((o) => o.indicator === "reviews.timely")).toMatchObject({
      paragraph: "Findings, bullet 1",
      period: "at inspection",
      period_start: "2016-01-20",
      period_end: "2016-02-11",
    });
  });

  it("gives the same ids when the document is read again, and different ones to different places", () => {
    expect(extractDocument(source, row)).toEqual(found);
    expect(new Set(found.map((o) => o.observation_id)).size).toBe(found.length);
    expect(found).toHaveLength(4);
  });

  it("keeps the id of a figure when text is added elsewhere", () => {
    const longer = { ...source, blocks: [...source.blocks, block(4, "There are 40 care leavers.", { label: "43" })] };
    const ids = new Set(extractDocument(longer, row).map((o) => o.observation_id));
    expect(found.every((o) => ids.has(o.observation_id))).toBe(true);
  });

  it("reads nothing from a document without text", () => {
    expect(extractDocument({ ...source, blocks: [] }, row)).toEqual([]);
  });
});
