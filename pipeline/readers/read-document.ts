import { sha256 } from "../core/hash.ts";
import type { Block, Format, SourceDocument } from "../model/document.ts";
import { decodeText } from "./decode-text.ts";
import { ReadError } from "./read-error.ts";
import { sniffFormat } from "./sniff-format.ts";
import { readText } from "./text.ts";

export { ReadError };

type Content = { blocks: Block[]; pages: number | null; blankPages: number[]; title: string };

/** A reader for each format. The libraries for PDF, Word and HTML take a while to load, so each is loaded when first needed. */
const readers: Readonly<Record<Format, (name: string, bytes: Uint8Array) => Content | Promise<Content>>> = {
  txt: (name, bytes) => ({ ...readText(decodeText(name, bytes), false), title: "" }),
  md: (name, bytes) => ({ ...readText(decodeText(name, bytes), true), title: "" }),
  html: async (name, bytes) => (await import("./html.ts")).readHtml(name, decodeText(name, bytes)),
  docx: async (name, bytes) => (await import("./docx.ts")).readDocx(name, bytes),
  pdf: async (name, bytes) => (await import("./pdf.ts")).readPdf(name, bytes),
};

/** A page holds 3,000 characters and a table of papers 40 columns: beyond these no reader could find a figure again. */
const longestParagraph = 250_000;
const mostCells = 1000;

function checkLengths(name: string, blocks: readonly Block[]): void {
  for (const { table, text, line } of blocks) {
    const place = line === null ? "" : ` at line ${line}`;
    const cells = table?.rows.reduce((most, row) => Math.max(most, row.cells.length), 0) ?? 0;
    if (!table && text.length > longestParagraph) {
      throw new ReadError(
        `${name} is expected to hold ordinary paragraphs but one${place} has ${text.length} characters; break it into paragraphs where the document does.`,
      );
    }
    if (cells > mostCells)
      throw new ReadError(
        `${name} is expected to hold ordinary tables but one${place} has ${cells} columns; save the part that is needed as a new file.`,
      );
  }
}

/**
 * Reads a document of any known format from its bytes. Nothing is fetched and nothing is run.
 * Throws ReadError, whose message is one sentence for the log, and nothing else.
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  const format = sniffFormat(name, bytes);
  let content: Content;
  try {
    content = await readers[format](name, bytes);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const reason = error instanceof Error ? error.message.split("\n", 1)[0] : "unknown fault";
    throw new ReadError(
      `${name} is expected to be a readable .${format} file but reading it failed (${reason}); save it again from the program that made it.`,
    );
  }
  if (content.blocks.length === 0) {
    throw new ReadError(
      `${name} is expected to hold text but none was found; check the file, and run OCR over it if its pages are pictures.`,
    );
  }
  checkLengths(name, content.blocks);
  return { document: name, format, sha256: sha256(bytes), ...content };
}
