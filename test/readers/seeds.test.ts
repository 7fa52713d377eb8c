import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../pipeline/model/document.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";

const seed = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../seeds/${name}`, import.meta.url)));
const read = (name: string): Promise<SourceDocument> => readDocument(name, seed(name));
const names = [
  "000_18dbb9304245f449.txt",
  "001_81dbbae810bb59e5.txt",
  "002_2bd92043d0a643b7.txt",
  "003_f7664ca5977d6563.txt",
  "004_684dbd756b96d099.txt",
];
const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, "");

describe("the seed documents", () => {
  it.each(names)("%s: every block stands in the file, and all of its words are in a block", async (name) => {
    const source = await read(name);
    const file = letters(new TextDecoder().decode(seed(name)));
    for (const block of source.blocks) {
      for (const line of block.table ? block.table.rows.map((row) => row.raw) : [block.text]) expect(file).toContain(letters(line));
    }
    const kept = source.blocks.reduce((sum, block) => sum + letters(block.label + block.text).length, 0);
    expect(kept / file.length).toBeGreaterThan(0.995);
  });

  it.each([
    ["000_18dbb9304245f449.txt", 156],
    ["002_2bd92043d0a643b7.txt", 108],
  ] as const)("%s has each numbered paragraph once, to %i", async (name, last) => {
    const labels = (await read(name)).blocks.map((block) => Number(block.label)).filter((label) => label > 0);
    expect(labels).toEqual(Array.from({ length: last }, (_, i) => i + 1));
  });

  it("keeps the services for looked after children apart from safeguarding", async () => {
    const source = await read("000_18dbb9304245f449.txt");
    const path = (label: string): string[] | undefined => source.blocks.find((block) => block.label === label)?.headings;
    expect(path("17")).toEqual(["Safeguarding services", "Overall effectiveness"]);
    expect(path("77")).toEqual(["Services for looked after children", "Overall effectiveness"]);
    expect(path("92")).toEqual([
      "Services for looked after children",
      "How good are outcomes for looked after children and care leavers?",
      "Being healthy",
    ]);
  });

  it("keeps judgements as blocks of their own", async () => {
    const source = await read("002_2bd92043d0a643b7.txt");
    const graded = source.blocks.filter((block) => /Grade [1-4] \(\w+\)$/.test(block.text) && block.text.length < 130);
    expect(graded).toHaveLength(20);
  });

  it("names the tables of the panel papers by their captions", async () => {
    const source = await read("003_f7664ca5977d6563.txt");
    const captions = source.blocks.flatMap((block) => (block.table ? [block.table.caption] : []));
    expect(captions).toEqual(
      expect.arrayContaining([
        "Table 1: Central Bedfordshire Performance Data.",
        "Table 2: Performance Data for LAC in Central Bedfordshire",
        "Table 3: Initial Health Assessments",
        "Table 4: Review Health Assessments (RHA's)",
        "Table 4: Strength and Difficulties Questionnaire (SDQ)",
      ]),
    );
    const bands = source.blocks.find((block) => block.table?.rows[0]?.cells[0]?.startsWith("Time band"))?.table;
    expect(bands?.rows).toHaveLength(11);
    expect(bands?.rows[1]?.cells).toEqual(["0-20 days", "90"]);
  });

  it("reads the headings of a letter, marked or not", async () => {
    const headings = async (name: string): Promise<string[]> =>
      (await read(name)).blocks.filter((block) => block.kind === "heading").map((block) => block.text);
    expect(await headings(names[1] ?? "")).toEqual([
      "Focused visit to Bedford Borough council children's services",
      "Overview",
      "Findings",
    ]);
    expect(await headings(names[4] ?? "")).toEqual([
      "Focused visit to Central Bedfordshire local authority children's services",
      "Headline findings",
      "What needs to improve in this area of social work practice?",
      "Main findings",
    ]);
  });
});
