import PDFKitDocument from "pdfkit";
import { fontFaces, fontOf } from "../../core/fonts.ts";
import { page as frame } from "../style.ts";
import { formatXmp, type DocumentProperties } from "./xmp.ts";

/** What pdfkit calls a reference: an object of the file under construction. */
export type PdfReference = { data: Record<string, unknown>; write(chunk: string): void; end(chunk?: unknown): void };
export type PdfElement = { dictionary: PdfReference; add(child: unknown): PdfElement; end(): void };
export type PdfOutline = { outlineData: Record<string, unknown>; addItem(title: string, options: Record<string, unknown>): PdfOutline };

/** The part of pdfkit's document that packs use; its published types lack the newer half of it. */
export type PdfDocument = {
  page: { dictionary: PdfReference; content: PdfReference; width: number; height: number };
  outline: PdfOutline;
  info: Record<string, unknown>;
  addPage(): PdfDocument;
  registerFont(name: string, font: unknown): PdfDocument;
  font(name: string): PdfDocument;
  fontSize(size: number): PdfDocument;
  /** What its text() does for words without line breaks, once it has measured them twice: the layout knows their width. */
  _fragment(
    text: string,
    x: number,
    y: number,
    options: { baseline: "alphabetic"; characterSpacing: number; textWidth: number; wordCount: number },
  ): void;
  fillColor(colour: string): PdfDocument;
  strokeColor(colour: string): PdfDocument;
  lineWidth(width: number): PdfDocument;
  lineCap(cap: "butt" | "round"): PdfDocument;
  lineJoin(join: "miter" | "round"): PdfDocument;
  dash(lengths: readonly number[], options: { phase: number }): PdfDocument;
  undash(): PdfDocument;
  moveTo(x: number, y: number): PdfDocument;
  lineTo(x: number, y: number): PdfDocument;
  bezierCurveTo(a: number, b: number, c: number, d: number, x: number, y: number): PdfDocument;
  closePath(): PdfDocument;
  fill(): PdfDocument;
  stroke(): PdfDocument;
  fillAndStroke(): PdfDocument;
  struct(tag: string): PdfElement;
  addStructure(element: PdfElement): PdfDocument;
  markStructureContent(tag: string): unknown;
  markContent(tag: "Artifact", options: { type: "Layout" | "Pagination" }): PdfDocument;
  endMarkedContent(): PdfDocument;
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): PdfDocument;
  addNamedDestination(name: string, kind: "XYZ", x: number, y: number, zoom: null): void;
  appendXML(xml: string): void;
  _addInfo(): void;
  _root: { data: Record<string, unknown> };
  on(event: "data", take: (chunk: Uint8Array) => void): unknown;
  on(event: "end", done: () => void): unknown;
  on(event: "error", fail: (error: Error) => void): unknown;
  end(): void;
};

/**
 * An empty tagged document that claims PDF/A-2a and PDF/UA-1. It has no page yet. Metadata is
 * written here in full, because pdfkit does not escape its values and leaves out the date of change.
 */
export function openDocument(properties: DocumentProperties): PdfDocument {
  const created = new Date(`${properties.date}T00:00:00Z`);
  const document: PdfDocument = new (PDFKitDocument as unknown as new (options: Record<string, unknown>) => PdfDocument)({
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    font: null,
    autoFirstPage: false,
    size: [frame.width, frame.height],
    margin: 0,
    info: {
      Title: properties.title,
      Author: properties.author,
      Subject: properties.subject,
      Keywords: properties.keywords,
      Creator: properties.creator,
      Producer: properties.creator,
      CreationDate: created,
      ModDate: created,
    },
  });
  document._addInfo = () => document.appendXML(formatXmp(properties));
  for (const face of fontFaces) document.registerFont(face, fontOf(face));
  return document;
}

/** A new page. Its operators are written at its end in one go: pdfkit makes an array of bytes of each, a thousand and more of a page. */
export function addPage(document: PdfDocument): void {
  document.addPage();
  const { content } = document.page;
  const [write, end] = [content.write.bind(content), content.end.bind(content)];
  const operators: string[] = [];
  content.write = (operator) => void operators.push(operator);
  content.end = (last) => {
    if (operators.length > 0) write(operators.join("\n"));
    end(last);
  };
}

/** Ends the document and gives its bytes. */
export async function closeDocument(document: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    document.on("data", (chunk) => chunks.push(chunk));
    document.on("end", resolve);
    document.on("error", reject);
  });
  document.end();
  await done;
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
