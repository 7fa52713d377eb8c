import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../pipeline/model/document.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";
import { docx, paragraph } from "./zip.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const brief = (source: SourceDocument): string[] =>
  source.blocks.map((b) => `${b.kind}${b.level || ""}${b.label ? ` [${b.label}]` : ""}: ${b.text}`);

describe("web pages", () => {
  it("give headings, paragraphs, lists and tables, without what surrounds them", async () => {
    const page = `<!doctype html><html><head><title>Annual report</title><style>p{}</style></head><body><nav><p>Menu</p></nav><main>
      <h1>Annual <em>report</em></h1><p>At 31&nbsp;March 2017, <b>304</b> children were<br>looked after.<sup>2</sup></p>
      <ol start="3"><li>Third<ul><li>Inner</li></ul></li><li><p>Fourth</p></li></ol>
      <p><strong>Health</strong></p><p>Fine.</p>
      <table><caption>Checks</caption><tr><th></th><th colspan="2">2016/17</th></tr><tr><th>Dental</th><td>174</td><td>92.6%</td></tr></table>
      <script>document.write("<p>no</p>")</script></main><footer>Feet</footer></body></html>`;
    const source = await readDocument("report.html", bytes(page));
    expect(source).toMatchObject({ format: "html", title: "Annual report", pages: null });
    expect(brief(source)).toEqual([
      "heading1: Annual report",
      "paragraph: At 31 March 2017, 304 children were looked after.",
      "list_item1 [3]: Third",
      "list_item2: Inner",
      "list_item1 [4]: Fourth",
      "heading2: Health",
      "paragraph: Fine.",
      "table: 2016/17\nDental 174 92.6%",
    ]);
    expect(source.blocks.at(-1)?.table).toMatchObject({ number: 1, caption: "Checks" });
    expect(source.blocks.at(-1)?.table?.rows[0]?.cells).toEqual(["", "2016/17", ""]);
  });

  it("that lay out text with tables read as text", async () => {
    const page = "<html><body><table><tr><td><p>Summary</p><p>The council knows its children well.</p></td></tr></table></body></html>";
    expect(brief(await readDocument("a.html", bytes(page)))).toEqual([
      "paragraph: Summary",
      "paragraph: The council knows its children well.",
    ]);
  });

  it("nested without end are refused, nested a little are read", async () => {
    await expect(readDocument("deep.html", bytes(`<html><body>${"<div>".repeat(100_000)}x`))).rejects.toThrow(
      /deep\.html .* nests elements over 2000 deep; save it as plain text\./,
    );
    const source = await readDocument("a.html", bytes(`<html><body>${"<div>".repeat(300)}<p>Found.</p>`));
    expect(brief(source)).toEqual(["paragraph: Found."]);
  });
});

describe("Word documents", () => {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;

  it("give styled headings, numbered paragraphs and tables", async () => {
    const body = [
      paragraph("Looked after children", "Title"),
      paragraph("Health", "Heading1"),
      paragraph("4.1 Immunisations stood at 90.7%."),
      paragraph("Table 1: Checks"),
      `<w:tbl><w:tr>${cell("")}${cell("2016/17")}</w:tr><w:tr>${cell("Dental")}${cell("94.9%")}</w:tr></w:tbl>`,
    ].join("");
    const source = await readDocument("report.docx", docx(body));
    expect(brief(source)).toEqual([
      "heading1: Looked after children",
      "heading1: Health",
      "paragraph [4.1]: Immunisations stood at 90.7%.",
      "paragraph: Table 1: Checks",
      "table: 2016/17\nDental 94.9%",
    ]);
    expect(source.blocks.at(-1)?.table?.caption).toBe("Table 1: Checks");
  });

  it("that unpack to fill the memory are refused before they do", async () => {
    const bomb = docx(`<w:p><w:r><w:t>${"A".repeat(60_000_000)}</w:t></w:r></w:p>`);
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(readDocument("bomb.docx", bomb)).rejects.toThrow(/bomb\.docx .* unpacks to over 40 MB/);
  });
});
