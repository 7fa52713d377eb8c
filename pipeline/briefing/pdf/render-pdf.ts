import type { Mark } from "../ink.ts";
import { addPage, closeDocument, openDocument, type PdfDocument } from "./pdfkit-document.ts";
import { StructurePainter } from "./paint.ts";
import type { DocumentProperties } from "./xmp.ts";

/** A page ready to be painted: every coordinate is absolute. */
export type LaidPage = {
  readonly marks: readonly Mark[];
  /** Header and footer: artifacts of pagination, painted after the content. */
  readonly furniture: readonly Mark[];
  readonly anchors: readonly { readonly name: string; readonly y: number }[];
};
export type Bookmark = { readonly title: string; readonly page: number; readonly y: number; readonly children: readonly Bookmark[] };

function addBookmarks(document: PdfDocument, bookmarks: readonly Bookmark[]): void {
  const options = (bookmark: Bookmark): Record<string, unknown> => ({
    // pdfkit counts the left edge from the right, so the page's width stands for 0.
    fit: false,
    left: document.page.width,
    top: bookmark.y,
    pageNumber: bookmark.page - 1,
  });
  for (const bookmark of bookmarks) {
    const item = document.outline.addItem(bookmark.title, options(bookmark));
    for (const child of bookmark.children) item.addItem(child.title, options(child));
    if (bookmark.children.length > 0) item.outlineData["Count"] = -bookmark.children.length;
  }
  // The root's Count is the number of items that show when the bookmarks open.
  document.outline.outlineData["Count"] = bookmarks.length;
}

/** The bytes of a tagged PDF/A-2a and PDF/UA-1 file; the same pages and properties give the same bytes. */
export async function renderPdf(
  pages: readonly LaidPage[],
  bookmarks: readonly Bookmark[],
  properties: DocumentProperties,
): Promise<Uint8Array> {
  const document = openDocument(properties);
  const painter = new StructurePainter(document);
  for (const page of pages) {
    addPage(document);
    document.page.dictionary.data["Tabs"] = "S";
    for (const anchor of page.anchors) document.addNamedDestination(anchor.name, "XYZ", 0, anchor.y, null);
    for (const mark of page.marks) painter.paint(mark);
    painter.artifact(
      page.furniture.flatMap((mark) => mark.inks),
      "Pagination",
    );
  }
  painter.end();
  addBookmarks(document, bookmarks);
  return closeDocument(document);
}
