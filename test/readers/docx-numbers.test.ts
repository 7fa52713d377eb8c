import { describe, expect, it } from "vitest";
import { readDocument } from "../../pipeline/readers/read-document.ts";
import { docx, paragraph } from "./zip.ts";

const level = (at: number, format: string, text: string, more = "", start = 1): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const pattern = (id: number, ...levels: string[]): string => `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
const use = (id: number, of: number, more = ""): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (text: string, list: number, at = 0, style = ""): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ""}<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

async function read(body: string, numbering: string, styles = ""): Promise<string[]> {
  const { blocks } = await readDocument("a.docx", docx(body, numbering, styles));
  return blocks.map((block) => (block.kind === "table" ? block.text : `${block.label === "" ? "" : `[${block.label}] `}${block.text}`));
}

const decimal = pattern(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)"));

describe("numbers of automatic lists in Word documents", () => {
  it("are those that a reader sees, through headings, other paragraphs and levels", async () => {
    const body = [
      paragraph("Health", "Heading1"),
      item("One.", 1),
      item("Two.", 1),
      paragraph("Between."),
      item("Three.", 1),
      item("Below.", 1, 1),
      item("Below again.", 1, 1),
      item("Letter.", 1, 2),
      item("Four.", 1),
      item("Below anew.", 1, 1),
    ].join("");
    expect(await read(body, decimal + use(1, 1))).toEqual([
      "Health",
      "[1] One.",
      "[2] Two.",
      "Between.",
      "[3] Three.",
      "[3.1] Below.",
      "[3.2] Below again.",
      "(a) Letter.",
      "[4] Four.",
      "[4.1] Below anew.",
    ]);
  });

  it("come from styles, and from styles that those are based on", async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Close"><w:name w:val="Close"/><w:basedOn w:val="Numbered"/></w:style>';
    expect(
      await read(paragraph("One.", "Numbered") + paragraph("Two.", "Close") + paragraph("None."), decimal + use(1, 1), styles),
    ).toEqual(["[1] One.", "[2] Two.", "None."]);
  });

  it("number headings", async () => {
    expect(await read(item("Purpose", 1, 0, "Heading1") + item("The rate fell to 61%.", 1, 1), decimal + use(1, 1))).toEqual([
      "1 Purpose",
      "[1.1] The rate fell to 61%.",
    ]);
  });

  it("count on where two lists share a pattern, and start anew where one says so", async () => {
    const numbering = decimal + use(1, 1) + use(2, 1) + use(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>');
    expect(await read([item("One.", 1), item("Two.", 2), item("Seven.", 3), item("Eight.", 3)].join(""), numbering)).toEqual([
      "[1] One.",
      "[2] Two.",
      "[7] Seven.",
      "[8] Eight.",
    ]);
  });

  it.each([
    ["lowerLetter", "%1)", 27, "aa) X."],
    ["upperRoman", "%1.", 14, "XIV. X."],
    ["lowerRoman", "(%1)", 4, "(iv) X."],
    ["decimalZero", "%1", 5, "[05] X."],
    ["decimal", "Recommendation %1:", 3, "Recommendation 3: X."],
    ["decimal", "%1", 12, "[12] X."],
    ["decimal", "(%1)", 12, "[12] X."],
    ["none", "", 1, "X."],
  ])("in %s as %s", async (format, text, start, seen) => {
    expect(await read(item("X.", 1), pattern(1, level(0, format, text, "", start)) + use(1, 1))).toEqual([seen]);
  });

  it("stand in cells, and are none for bullets, lists that do not exist and those taken away", async () => {
    const numbering = decimal + pattern(2, level(0, "bullet", "o")) + use(1, 1) + use(2, 2);
    const table = `<w:tbl><w:tr><w:tc>${item("First", 1)}</w:tc><w:tc>${paragraph("92.6%")}</w:tc></w:tr><w:tr><w:tc>${item("Second", 1)}</w:tc><w:tc>${paragraph("94%")}</w:tc></w:tr></w:tbl>`;
    expect(await read(table + item("Dot.", 2) + item("None.", 0) + item("Unknown.", 9) + item("Deep.", 1, 7), numbering)).toEqual([
      "1. First 92.6%\n2. Second 94%",
      "Dot.",
      "None.",
      "Unknown.",
      "Deep.",
    ]);
  });

  it("keep every sign of the text", async () => {
    expect(await read(item("Children &amp; families &lt;18&gt; &quot;in care&quot; – 61%", 1), decimal + use(1, 1))).toEqual([
      '[1] Children & families <18> "in care" – 61%',
    ]);
  });

  it("are read from damaged rules as far as they go", async () => {
    for (const numbering of [
      "<w:num w:numId='1'/>",
      "<w:abstractNum>",
      use(1, 5),
      `${pattern(1, level(0, "decimal", "%9"))}${use(1, 1)}`,
      `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="None"/></w:abstractNum>${use(1, 1)}`,
    ]) {
      expect((await read(item("One.", 1), numbering)).join(" ")).toContain("One.");
    }
  });
});
