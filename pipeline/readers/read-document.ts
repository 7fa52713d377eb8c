import { sha256 } from "../core/hash.ts";
import type { Block, SourceDocument } from "../model/document.ts";
import { decodeText } from "./decode-text.ts";
import { ReadError } from "./read-error.ts";
import { readText } from "./text.ts";

export { ReadError };

type Content = { blocks: Block[]; pages: number | null; blankPages: number[]; title: string };

/**
 * Reads a document of any known format from its bytes. Nothing is fetched, nothing is run.
 * Throws ReadError, whose message is one sentence for the reader of the log, and nothing else.
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  if (bytes.length === 0) throw new ReadError(`${name} is expected to hold a document but is empty; copy it again from its source.`);
  if (isPdf(bytes)) return { document: name, format: "pdf", sha256: sha256(bytes), ...(await (await import("./pdf.ts")).readPdf(name, bytes)) };
  const format = "txt" as const;
  const content: Content = { ...readText(decodeText(name, bytes), false), title: "" };
  return { document: name, format, sha256: sha256(bytes), ...content };
}
const isPdf = (bytes: Uint8Array): boolean => new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
