import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LimitError, openPool, type Pool } from "../../pipeline/core/worker-pool.ts";
import type { ReadInput, ReadOutput } from "../../pipeline/run/tasks/read-document.ts";
import { pdfOf, stream } from "./make-pdf.ts";

const font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
const words = "BT /F1 12 Tf 72 700 Td (82 children had a check.) Tj ET\n";
const page = (forms = ""): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>${forms}>>/Contents 5 0 R>>`;
const form = (inside: string, next: number): Uint8Array =>
  stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>/XObject<</X ${next} 0 R>>>>`, inside);
const onePage = (content: Uint8Array, ...forms: Uint8Array[]): Uint8Array =>
  pdfOf(
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[4 0 R]>>",
    font,
    page(forms.length > 0 ? "/XObject<</X 6 0 R>>" : ""),
    content,
    ...forms,
  );
const pages = (count: number, kids: string): Uint8Array =>
  pdfOf("<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Count ${count}/Kids[${kids}]>>`, font, page(), stream("", words));
const packed = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 9 });
const spaces = Buffer.alloc(400_000_000, 32);

/** What a PDF that means harm may do: be read, be refused with advice, or be stopped; never end the program or take it along. */
describe("PDFs that unpack, multiply or go round", () => {
  let folder = "";
  let pool: Pool;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "panelpack-bombs-"));
    pool = openPool({
      script: new URL("../../pipeline/run/worker.ts", import.meta.url),
      size: 1,
      seconds: 15,
      megabytes: 300,
      buffers: 200,
      apart: true,
    });
  });
  afterAll(async () => {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const read = async (name: string, bytes: Uint8Array): Promise<string> => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return pool.run<ReadInput, ReadOutput>("read-document", { name, path, entry: null, authorities: [] }).then(
      ({ source, findings }) => source?.blocks.map((block) => block.text).join(" ") ?? findings.map((one) => one.message).join(" "),
      (error: unknown) => {
        expect(error).toBeInstanceOf(LimitError);
        return "stopped";
      },
    );
  };

  it.each<[string, () => Uint8Array, RegExp]>([
    ["400 MB in half a megabyte", () => onePage(stream("/Filter/FlateDecode", packed(spaces))), /^stopped$|hold text but/],
    [
      "the same packed twice, in a few kilobytes",
      () => onePage(stream("/Filter[/FlateDecode/FlateDecode]", packed(packed(spaces)))),
      /^stopped$|hold text but/,
    ],
    [
      "one word of 200 million letters",
      () =>
        onePage(
          stream(
            "/Filter/FlateDecode",
            packed(
              Buffer.concat([Buffer.from("BT /F1 12 Tf 72 700 Td ("), spaces.subarray(0, 200_000_000).fill(120), Buffer.from(") Tj ET")]),
            ),
          ),
        ),
      /^stopped$/,
    ],
    ["100,000 pages that are one", () => pages(100_000, "4 0 R ".repeat(100_000)), /at most 3000 pages but has 100000; split it\.$/],
    ["pages that hold themselves", () => pages(1000, "2 0 R 2 0 R"), /a page of it is damaged; copy or download it again\.$/],
    ["fewer than no pages", () => pages(-5, "4 0 R"), /has no pages; copy or download it again\.$/],
    ["a form that draws itself", () => onePage(stream("", `/X Do ${words}`), form(`${words} /X Do /X Do`, 6)), /82 children had a check\./],
    [
      "forms that draw each other",
      () => onePage(stream("", `/X Do ${words}`), form("/X Do", 7), form("/X Do", 6)),
      /82 children had a check\./,
    ],
    [
      "forms in forms, 4,000 deep",
      () => onePage(stream("", `/X Do ${words}`), ...Array.from({ length: 4000 }, (_, n) => form("/X Do", n + 7))),
      /82 children had a check\.|damaged/,
    ],
    [
      "forms that double forty times",
      () =>
        onePage(
          stream("", `/X Do ${words}`),
          ...Array.from({ length: 40 }, (_, n) => form(n < 39 ? "/X Do /X Do" : words, n < 39 ? n + 7 : 6)),
        ),
      /^stopped$/,
    ],
    [
      "arrays in arrays, 200,000 deep",
      () =>
        pdfOf(
          `<</Type/Catalog/Pages 2 0 R/X ${"[".repeat(200_000)}${"]".repeat(200_000)}>>`,
          "<</Type/Pages/Count 1/Kids[4 0 R]>>",
          font,
          page(),
          stream("", words),
        ),
      /82 children|damaged; copy or download/,
    ],
  ])("%s", async (what, make, outcome) => {
    expect(await read(`${what}.pdf`, make())).toMatch(outcome);
    expect(await read("after.pdf", onePage(stream("", words)))).toBe("82 children had a check.");
  });
});
