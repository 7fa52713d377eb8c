import { describe, expect, it } from "vitest";
import { readDocument, ReadError } from "../../pipeline/readers/read-document.ts";
import { makePdf } from "./make-pdf.ts";
import { docx, paragraph, zip } from "./zip.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const pdf = makePdf([[{ text: "Words on a page.", y: 700 }]]);
const word = docx(paragraph("Words."));
const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) % 256);
const password = `/Encrypt<</Filter/Standard/V 1/R 2/O<${"ab".repeat(32)}>/U<${"cd".repeat(32)}>/P -4>>/ID[<00><00>]`;

const cases: readonly (readonly [string, string, Uint8Array, RegExp])[] = [
  ["an empty file", "a.txt", new Uint8Array(), /^a\.txt .* is empty; copy it again/],
  ["nothing but white space", "a.md", bytes(" \n\t\n"), /^a\.md .* none was found/],
  ["binary data", "a.txt", noise, /^a\.txt .* binary data; save it again/],
  ["a PDF named as text", "a.txt", pdf, /plain text but holds a PDF; rename it to end in \.pdf/],
  ["text named as a PDF", "a.pdf", bytes("Hello."), /a PDF but holds text or damaged data; copy/],
  ["a web page named as text", "a.txt", bytes("<!doctype html><html><p>x"), /holds a web page; rename it to end in \.html/],
  ["a Word document named as a PDF", "a.pdf", word, /a PDF but holds a Word document; rename it to end in \.docx/],
  ["a spreadsheet", "a.docx", zip({ "xl/workbook.xml": "<x/>" }), /holds a spreadsheet; save it as/],
  [
    "an old or encrypted Office file",
    "a.docx",
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    /encrypted or old Office file; open it in Word/,
  ],
  [
    "an ending that is a word of the language",
    "a.constructor",
    bytes("words"),
    /is expected to end in \.txt, \.md, \.html, \.docx or \.pdf but ends in \.constructor/,
  ],
  ["rich text", "a.rtf", bytes("{\\rtf1 x}"), /rich text \(RTF\); save it as \.docx/],
  ["an unknown extension", "a.log", bytes("Hello."), /ends in \.log; rename it/],
  ["no extension", "README", bytes("Hello."), /ends in nothing; rename it/],
  ["a truncated PDF", "a.pdf", pdf.subarray(0, Math.floor(pdf.length / 2)), /ends before its end mark; copy or download it again/],
  ["a PDF with a password", "a.pdf", makePdf([[{ text: "x", y: 700 }]], password), /encrypted with a password; ask for a copy without one/],
  ["a PDF without text", "scan.pdf", makePdf([[], []]), /^scan\.pdf .* 2 pages are pictures; run OCR/],
  ["a PDF of garbage", "a.pdf", bytes("%PDF-1.4\nnonsense\n%%EOF"), /its structure is damaged|cannot be opened/],
  ["a truncated Word document", "a.docx", word.subarray(0, word.length - 200), /archive that was cut short|damaged/],
  [
    "a line without end",
    "a.txt",
    bytes("82% of children. ".repeat(20_000)),
    /ordinary paragraphs but one at line 1 has 339999 characters; break it/,
  ],
  [
    "a table without end",
    "a.md",
    bytes(`|${" 12% |".repeat(2000)}\n|${"---|".repeat(2000)}\n|${" 3 |".repeat(2000)}\n`),
    /ordinary tables but one at line 1 has 2000 columns; save the part/,
  ],
  [
    "lists in lists, whose text would be lost",
    "a.html",
    bytes(`<html><body>${"<ul><li>".repeat(600)}82%`),
    /nested over 500 deep\); save it again/,
  ],
  ["a Word document with a damaged part", "a.docx", word.map((byte, i) => (i > 700 && i < 760 ? byte ^ 0x5a : byte)), /damaged|cut short/],
];

describe("a document that cannot be read is named with what to do", () => {
  it.each(cases)("%s", async (_, name, content, message) => {
    const error: unknown = await readDocument(name, content).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ReadError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).toMatch(/^[^\n]+; [^\n]+\.$/);
  });
});

describe("encodings", () => {
  const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
    const units = [...(mark ? "\ufeff" : ""), ...text].map((c) => c.charCodeAt(0));
    return Uint8Array.from(units.flatMap((u) => (big ? [u >> 8, u & 255] : [u & 255, u >> 8])));
  };
  const sentence = "The rate fell – to 61% – for the council’s children.";

  it.each([
    ["UTF-8 with a mark", bytes(`\ufeff${sentence}`)],
    ["UTF-16 little-endian with a mark", utf16(sentence, false, true)],
    ["UTF-16 big-endian with a mark", utf16(sentence, true, true)],
    ["UTF-16 little-endian without a mark", utf16(sentence, false, false)],
    ["UTF-16 big-endian without a mark", utf16(sentence, true, false)],
    ["Windows-1252", Uint8Array.from([...sentence].map((c) => ({ "–": 0x96, "’": 0x92 })[c] ?? c.charCodeAt(0)))],
  ])("%s", async (_, content) => {
    expect((await readDocument("a.txt", content)).blocks.map((block) => block.text)).toEqual([sentence]);
  });

  it("names with spaces, quotes and markup are kept as they are", async () => {
    const name = `it's a "report" <b>🙂.txt`;
    expect((await readDocument(name, bytes("Words."))).document).toBe(name);
  });
});
