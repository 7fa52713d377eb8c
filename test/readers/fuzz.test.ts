import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument, ReadError } from "../../pipeline/readers/read-document.ts";
import { makePdf } from "./make-pdf.ts";
import { docx, paragraph } from "./zip.ts";

const seed = 20_180_115;
const name = fc.constantFrom("a.txt", "a.md", "a.html", "a.docx", "a.pdf");

/** Reads whatever it is given: a document whose blocks are well formed, or a ReadError of one line. */
async function survives(file: string, bytes: Uint8Array): Promise<void> {
  try {
    const source = await readDocument(file, bytes);
    for (const [i, block] of source.blocks.entries()) {
      expect(block.index).toBe(i);
      expect(block.text.length).toBeGreaterThan(0);
      expect(block.kind === "table").toBe(block.table !== null);
      if (block.kind === "heading") expect(block.level).toBeGreaterThanOrEqual(1);
      expect(block.level).toBeLessThanOrEqual(6);
    }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    expect(error.message).not.toMatch(/\n/);
  }
}

const piece = fc.constantFrom(
  "\n",
  "\n\n",
  "\t",
  "  ",
  " | ",
  "| a | b |\n|---|---|\n",
  "- ",
  "12. ",
  "4.1 ",
  "# ",
  "**",
  "*",
  "<p>",
  "</p>",
  "<td>",
  "&amp;",
  "&#0;",
  "\f",
  "Table 1: ",
  "Grade 2 (good)",
  "Page 3",
  "The number of children",
  "ends here.",
  "2016/17",
  "37. ",
  "–",
  "\u00a0",
  "e\u0301",
  "🙂",
  "\ud800",
  "CONTENTS",
  "Dear Sir",
  "and",
  ":",
  "(",
  "[",
  "\\|",
  "\u0000",
  "\ufeff",
);
const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 60 }).map((parts) => parts.join(""));

describe("readers fuzzed (seeded and bounded)", () => {
  it("any text in any text format", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("a.txt", "a.md", "a.html"), text, (file, content) =>
        survives(file, new TextEncoder().encode(content)),
      ),
      { seed, numRuns: 600 },
    );
  });

  it("any bytes under any name", async () => {
    await fc.assert(fc.asyncProperty(name, fc.uint8Array({ maxLength: 400 }), survives), { seed, numRuns: 300 });
  });

  it("any markup", async () => {
    const tag = fc.constantFrom("div", "p", "table", "tr", "td", "ul", "li", "b", "h2", "main", "script", "sup", "br", "caption");
    const markup = fc.array(
      fc.oneof(
        tag.map((t) => `<${t}>`),
        tag.map((t) => `</${t}>`),
        piece,
      ),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(markup, (parts) => survives("a.html", new TextEncoder().encode(`<html>${parts.join("")}`))),
      { seed, numRuns: 300 },
    );
  });

  it("PDFs and Word documents with bytes changed or cut off", async () => {
    const pdf = makePdf([
      [
        { text: "Children looked after", y: 700, size: 16 },
        { text: "304 children were looked after.", y: 660 },
      ],
      [{ text: "More.", y: 700 }],
    ]);
    const word = docx(paragraph("Health", "Heading1") + paragraph("304 children were looked after."));
    const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), change, fc.nat(), async (isPdf, changes, cut) => {
        const bytes = Uint8Array.from(isPdf ? pdf : word);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        await survives(isPdf ? "a.pdf" : "a.docx", cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes);
      }),
      { seed, numRuns: 150 },
    );
  });

  it("enormous lines, columns and repeats", async () => {
    const million = 1_000_000;
    for (const content of [
      "a ".repeat(million),
      `${"a".repeat(million)}.`,
      " ".repeat(million),
      `a${"\t".repeat(100_000)}b\n`.repeat(3),
      "|".repeat(200_000),
      "- ".repeat(200_000),
      "*".repeat(million),
      "#".repeat(million),
      "1. ".repeat(300_000),
      "<".repeat(million),
      "a  b\n".repeat(100_000),
      "\n".repeat(million),
      "word word. ".repeat(100_000),
    ]) {
      await survives("a.txt", new TextEncoder().encode(content));
    }
  });
});
