import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../pipeline/model/document.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";

type Tagged = InstanceType<typeof PDFDocument>;
type Part = ReturnType<Tagged["struct"]>;

/** Reads a tagged PDF that `compose` puts together: what it returns stands below the root of the structure tree. */
async function read(compose: (pdf: Tagged, text: (role: string, words: string, size?: number) => Part) => Part[]): Promise<SourceDocument> {
  const pdf = new PDFDocument({ tagged: true, pdfVersion: "1.5", size: "A4", info: { CreationDate: new Date(0), Title: "A title" } });
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => pdf.on("end", () => resolve()));
  const text = (role: string, words: string, size = 12): Part => pdf.struct(role, {}, () => void pdf.fontSize(size).text(words));
  const root = pdf.struct("Document", {}, compose(pdf, text));
  pdf.addStructure(root);
  root.end();
  pdf.end();
  await done;
  return readDocument("letter.pdf", new Uint8Array(Buffer.concat(chunks)));
}

const brief = (source: SourceDocument): string[] => source.blocks.map((b) => `${b.kind}${b.label ? ` [${b.label}]` : ""}: ${b.text}`);
const long = "Social workers know children well and visit them as often as they should, and more often when they ask for it.";

describe("tagged PDFs", () => {
  it("that put each numbered paragraph in a table read as paragraphs", async () => {
    const source = await read((pdf, text) => {
      const row = (number: string, words: string): Part =>
        pdf.struct("TR", {}, [pdf.struct("TD", {}, [text("P", number)]), pdf.struct("TD", {}, [text("P", words)])]);
      return [
        text("H1", "Main findings", 18),
        pdf.struct("Table", {}, [row("1.", long)]),
        pdf.struct("Table", {}, [row("2.", "Caseloads are manageable.")]),
      ];
    });
    expect(source.title).toBe("A title");
    expect(brief(source)).toEqual(["heading: Main findings", `paragraph [1]: ${long}`, "paragraph [2]: Caseloads are manageable."]);
    expect(source.blocks[2]?.headings).toEqual(["Main findings"]);
  });

  it("keep real tables, with the row that heads a part of them", async () => {
    const source = await read((pdf, text) => {
      const row = (...cells: string[]): Part =>
        pdf.struct(
          "TR",
          {},
          cells.map((cell) => pdf.struct("TD", {}, cell === "" ? [] : [text("P", cell)])),
        );
      return [
        text("P", "Table 1: Checks"),
        pdf.struct("Table", {}, [
          row("", "2016/17"),
          row("Dental checks", "94.9%"),
          row("Of children under five", ""),
          row("Immunised", "90.7%"),
        ]),
      ];
    });
    expect(source.blocks[1]?.table).toMatchObject({ number: 1, caption: "Table 1: Checks" });
    expect(source.blocks[1]?.table?.rows.map((row) => row.cells)).toEqual([
      ["", "2016/17"],
      ["Dental checks", "94.9%"],
      ["Of children under five", ""],
      ["Immunised", "90.7%"],
    ]);
  });

  it("join list labels with their items, and items and footnotes across pages", async () => {
    const source = await read((pdf, text) => {
      const item = (label: string, words: string): Part =>
        pdf.struct("LI", {}, [text("Lbl", label), pdf.struct("LBody", {}, [text("P", words)])]);
      const first = pdf.struct("L", {}, [item("4.", "Most children live close to home. The number who live more than 20 miles away has")]);
      const note = text("Note", "2 These are figures of the local authority.", 8);
      const page = pdf.struct("NonStruct", {}, () => void pdf.addPage());
      const second = pdf.struct("L", {}, [pdf.struct("LI", {}, [text("LBody", "fallen from 60 to 52.")]), item("5.", long)]);
      return [first, note, page, second, text("H2", "Care leavers", 15)];
    });
    expect(brief(source)).toEqual([
      "paragraph [4]: Most children live close to home. The number who live more than 20 miles away has fallen from 60 to 52.",
      `paragraph [5]: ${long}`,
      "paragraph: These are figures of the local authority.",
      "heading: Care leavers",
    ]);
    expect(source.blocks.map((block) => block.page)).toEqual([1, 2, 1, 2]);
  });

  it("leave out artifacts, and read what their tree leaves out after it", async () => {
    const source = await read((pdf, text) => {
      const body = text("P", long);
      pdf.markContent("Artifact", { type: "Pagination" });
      pdf.text("Page 1");
      pdf.endMarkedContent();
      pdf.text("Overall effectiveness is good.");
      return [body];
    });
    expect(brief(source)).toEqual([`paragraph: ${long}`, "paragraph: Overall effectiveness is good."]);
  });
});
