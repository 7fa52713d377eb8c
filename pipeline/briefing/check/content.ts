import { isDict, PdfReader, textOf, type PdfValue } from "./parse-pdf.ts";

/** What a page's content stream does that the rules care about. */
type PageContentFacts = {
  /** Ids of tagged content, in the order of drawing. */
  readonly mcids: readonly number[];
  /** Operators that draw outside any tagged content and any artifact. */
  readonly untagged: readonly string[];
  /** Tagged content inside an artifact, or an artifact inside tagged content. */
  readonly nested: number;
  /** Marked content that is not closed, or closed once too often. */
  readonly unbalanced: boolean;
  /** Codes of two bytes that are shown; 0 is the missing glyph. */
  readonly missingGlyphs: number;
};

const drawing = new Set(["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "EI"]);

export function readContent(bytes: Uint8Array): PageContentFacts {
  const reader = new PdfReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"));
  const mcids: number[] = [];
  const untagged: string[] = [];
  const open: ("artifact" | "tagged" | "other")[] = [];
  let nested = 0;
  let unbalanced = false;
  let missingGlyphs = 0;
  let operands: PdfValue[] = [];
  while (!reader.ended) {
    const value = reader.value();
    if (typeof value !== "string" || value.startsWith("/")) {
      operands.push(value);
      continue;
    }
    if (value === "BDC" || value === "BMC") {
      const properties = operands.at(-1);
      const artifact = operands[0] === "/Artifact";
      const mcid = isDict(properties) ? properties["MCID"] : undefined;
      const kind = artifact ? "artifact" : typeof mcid === "number" ? "tagged" : "other";
      if ((kind === "artifact" && open.includes("tagged")) || (kind === "tagged" && open.some((one) => one !== "other"))) nested++;
      if (typeof mcid === "number") mcids.push(mcid);
      open.push(kind);
    } else if (value === "EMC") {
      if (open.pop() === undefined) unbalanced = true;
    } else if (drawing.has(value) && !open.some((one) => one !== "other")) untagged.push(value);
    if (value === "TJ" || value === "Tj")
      missingGlyphs += operands.flat().reduce((sum: number, shown) => sum + zeroCodes(textOf(shown as PdfValue)), 0);
    operands = [];
  }
  return { mcids, untagged, nested, unbalanced: unbalanced || open.length > 0, missingGlyphs };
}

function zeroCodes(shown: string | null): number {
  let count = 0;
  for (let at = 0; shown !== null && at + 1 < shown.length; at += 2)
    if (shown.charCodeAt(at) === 0 && shown.charCodeAt(at + 1) === 0) count++;
  return count;
}
