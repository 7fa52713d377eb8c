import { describe, expect, it } from "vitest";
import { checkPdf } from "../../pipeline/briefing/check/check-pdf.ts";
import type { Mark } from "../../pipeline/briefing/ink.ts";
import { setText } from "../../pipeline/briefing/layout/text.ts";
import { renderPdf } from "../../pipeline/briefing/pdf/render-pdf.ts";
import { type as roles } from "../../pipeline/briefing/style.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";

async function fileWith(text: string): Promise<Uint8Array> {
  const marks: Mark[] = setText([{ text }], { x: 60, y: 100, width: 400 }, roles.body, [
    { key: "s", tag: "Sect" },
    { key: "p", tag: "P" },
  ]).marks;
  return renderPdf([{ marks, furniture: [], anchors: [] }], [{ title: "Page", page: 1, y: 0, children: [] }], {
    title: "T",
    author: "A",
    subject: "S",
    keywords: "K",
    creator: "panelpack",
    date: "2026-03-01",
  });
}

describe("characters of a PDF", () => {
  // "=" is drawn with the glyph of "−". Whichever comes first in a process, both must be read as what they are.
  it.each(["Rank 5= of 11", "Change −5 and ±2", "5= and −5"])("are read as they are written: %s", async (text) => {
    const bytes = await fileWith(text);
    expect(checkPdf(bytes).filter(({ rule }) => rule === "31-027")).toEqual([]);
    const read = await readDocument("a.pdf", bytes);
    expect(read.blocks.map((block) => block.text).join(" ")).toBe(text);
  });
});
