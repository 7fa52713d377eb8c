import { getDocument, InvalidPDFException, PasswordException, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Block } from "../model/document.ts";
import { finishBlocks } from "./draft.ts";
import { joinSentences } from "./join-sentences.ts";
import { pdfDrafts } from "./pdf-drafts.ts";
import type { PdfNode, PdfPage, PdfText } from "./pdf-page.ts";
import { ReadError } from "./read-error.ts";

type PdfDocument = Awaited<ReturnType<typeof getDocument>["promise"]>;
type PdfJsPage = Awaited<ReturnType<PdfDocument["getPage"]>>;
type StructTree = Awaited<ReturnType<PdfJsPage["getStructTree"]>>;
type TextContent = Awaited<ReturnType<PdfJsPage["getTextContent"]>>;

type PdfContent = { blocks: Block[]; pages: number; blankPages: number[]; title: string };

const mostPages = 3000;
const mostTexts = 2_000_000;
const mostTextsOfPage = 200_000;
const deepestTree = 200;

/** Structure tree without the library's types; null for pages that are not tagged. */
function nodeOf(tree: unknown, depth = 0): PdfNode | null {
  if (typeof tree !== "object" || tree === null || depth > deepestTree) return null;
  if ("type" in tree && "id" in tree) {
    return tree.type === "content" && typeof tree.id === "string" ? { role: "", id: tree.id, children: [] } : null;
  }
  if (!("role" in tree) || typeof tree.role !== "string") return null;
  const children = "children" in tree && Array.isArray(tree.children) ? tree.children : [];
  return { role: tree.role, id: "", children: children.map((child) => nodeOf(child, depth + 1)).filter((child) => child !== null) };
}

/** Texts of a page with the id of the marked content that each stands in; artifacts have none. */
function textsOf(content: TextContent): PdfText[] {
  const texts: PdfText[] = [];
  const open: { id: string; artifact: boolean }[] = [];
  for (const item of content.items) {
    if ("type" in item) {
      const outer = open.at(-1);
      if (item.type === "endMarkedContent") open.pop();
      else {
        const tag: unknown = "tag" in item ? item.tag : "";
        const artifact = outer?.artifact === true || tag === "Artifact";
        open.push({ id: item.id ?? (artifact ? "" : (outer?.id ?? "")), artifact });
      }
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
    texts.push({
      text: item.str,
      x,
      y,
      width: item.width,
      size: Math.hypot(c, d) || Math.hypot(a, b),
      font: item.fontName,
      eol: item.hasEOL,
      id: open.at(-1)?.id ?? "",
      artifact: open.at(-1)?.artifact ?? false,
    });
  }
  return texts;
}

async function pageOf(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const content = await page.getTextContent({ includeMarkedContent: true });
  const tree: StructTree | null = await page.getStructTree().catch(() => null);
  // The viewport turns the page as a reader sees it, with y from the top; here y is from the foot.
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = transform.map(Number);
  const texts = textsOf(content).map((text) => ({ ...text, x: a * text.x + c * text.y + e, y: height - (b * text.x + d * text.y + f) }));
  page.cleanup();
  return { number, width, height, texts, tree: nodeOf(tree) };
}

async function open(name: string, bytes: Uint8Array): Promise<PdfDocument> {
  // A copy, as the library takes the buffer away from its owner and will not have a Buffer.
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    stopAtErrors: false,
    useWasm: false,
  });
  try {
    return await loading.promise;
  } catch (error) {
    if (error instanceof PasswordException) {
      throw new ReadError(`${name} is expected to be an open PDF but is encrypted with a password; ask for a copy without one.`);
    }
    const damaged = error instanceof InvalidPDFException;
    throw new ReadError(
      `${name} is expected to be a whole PDF but ${damaged ? "its structure is damaged" : "cannot be opened"}; copy or download it again.`,
    );
  }
}

/** A PDF ends with its own mark; a file cut off in transfer has lost it, and pages with it. */
function checkWhole(name: string, bytes: Uint8Array): void {
  const tail = new TextDecoder("latin1").decode(bytes.subarray(Math.max(0, bytes.length - 4096)));
  if (!tail.includes("%%EOF") && !tail.includes("startxref")) {
    throw new ReadError(`${name} is expected to be a whole PDF but ends before its end mark; copy or download it again.`);
  }
}

async function readPages(name: string, document: PdfDocument): Promise<PdfPage[]> {
  if (document.numPages > mostPages) {
    throw new ReadError(`${name} is expected to have at most ${mostPages} pages but has ${document.numPages}; split it.`);
  }
  if (document.numPages < 1) throw new ReadError(`${name} is expected to be a whole PDF but has no pages; copy or download it again.`);
  const pages: PdfPage[] = [];
  let texts = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await pageOf(document, number);
    texts += page.texts.length;
    if (texts > mostTexts || page.texts.length > mostTextsOfPage)
      throw new ReadError(
        `${name} is expected to be a document of ordinary size but page ${number} brings it to ${texts} pieces of text; split it.`,
      );
    pages.push(page);
  }
  return pages;
}

/**
 * Blocks of a PDF: by its structure tree where a page is tagged, otherwise by size, weight and
 * position. Throws ReadError for a PDF that is encrypted, damaged, cut short or without text.
 */
export async function readPdf(name: string, bytes: Uint8Array): Promise<PdfContent> {
  checkWhole(name, bytes);
  const document = await open(name, bytes);
  try {
    const pages = await readPages(name, document);
    const blankPages = pages.filter((page) => page.texts.every((text) => text.text.trim() === "")).map((page) => page.number);
    if (blankPages.length === pages.length) {
      throw new ReadError(
        `${name} is expected to hold text but its ${pages.length} pages are pictures; run OCR over it and read the result.`,
      );
    }
    return { blocks: finishBlocks(joinSentences(pdfDrafts(pages))), pages: pages.length, blankPages, title: await titleOf(document) };
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError(`${name} is expected to be a whole PDF but a page of it is damaged; copy or download it again.`);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function titleOf(document: PdfDocument): Promise<string> {
  const { info } = await document.getMetadata();
  return "Title" in info && typeof info.Title === "string" ? info.Title.trim() : "";
}
