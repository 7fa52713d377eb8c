import type { Ink, Mark, PathInk, Tag } from "../ink.ts";
import type { PdfDocument, PdfElement } from "./pdfkit-document.ts";

function trace(document: PdfDocument, path: PathInk): void {
  for (const command of path.commands) {
    if (command[0] === "M") document.moveTo(command[1], command[2]);
    else if (command[0] === "L") document.lineTo(command[1], command[2]);
    else if (command[0] === "C") document.bezierCurveTo(command[1], command[2], command[3], command[4], command[5], command[6]);
    else document.closePath();
  }
}

function paintPath(document: PdfDocument, path: PathInk): void {
  if (path.fill === undefined && path.stroke === undefined) return;
  if (path.fill !== undefined) document.fillColor(path.fill);
  if (path.stroke !== undefined) {
    document
      .strokeColor(path.stroke)
      .lineWidth(path.width ?? 1)
      .lineCap(path.round ? "round" : "butt")
      .lineJoin(path.round ? "round" : "miter");
    if (path.dash && path.dash.length > 0) document.dash(path.dash, { phase: 0 });
  }
  trace(document, path);
  if (path.fill !== undefined && path.stroke !== undefined) document.fillAndStroke();
  else if (path.fill !== undefined) document.fill();
  else document.stroke();
  if (path.stroke !== undefined && path.dash && path.dash.length > 0) document.undash();
}

function paintInk(document: PdfDocument, ink: Ink): void {
  if (ink.kind === "path") {
    paintPath(document, ink);
    return;
  }
  document.font(ink.weight).fontSize(ink.size).fillColor(ink.colour);
  document._fragment(ink.text, ink.x, ink.y, {
    baseline: "alphabetic",
    characterSpacing: ink.tracking,
    textWidth: ink.width,
    wordCount: 1,
  });
}

function attributesOf(tag: Tag, pageHeight: number): Record<string, unknown> | null {
  if (tag.tag === "Figure" && tag.box) {
    const { x, y, width, height } = tag.box;
    return { O: "Layout", Placement: "Block", BBox: [x, pageHeight - y - height, x + width, pageHeight - y] };
  }
  if (tag.scope || tag.columnSpan) {
    return { O: "Table", ...(tag.scope && { Scope: tag.scope }), ...(tag.columnSpan && { ColSpan: tag.columnSpan }) };
  }
  return tag.numbering ? { O: "List", ListNumbering: tag.numbering } : null;
}

type Open = { key: string; element: PdfElement };

/**
 * Paints marks in reading order and grows the structure tree as their paths open and close, so that
 * the order of the tags is the order of the drawing. An element may go on over a page end, except
 * links: pdfkit ties an annotation to the page that is open when its element ends.
 */
export class StructurePainter {
  readonly #document: PdfDocument;
  readonly #root: PdfElement;
  #open: Open[] = [];

  constructor(document: PdfDocument) {
    this.#document = document;
    this.#root = document.struct("Document");
    document.addStructure(this.#root);
  }

  paint(mark: Mark): void {
    if (mark.path.length === 0) {
      this.artifact(mark.inks, "Layout");
      return;
    }
    const leaf = this.#reach(mark.path);
    const last = mark.path.at(-1);
    if (!leaf || !last) return;
    if (mark.inks.length > 0) {
      const content = this.#document.markStructureContent(last.tag);
      leaf.add(content);
      for (const ink of mark.inks) paintInk(this.#document, ink);
      this.#document.endMarkedContent();
    }
    if (last.link) this.#annotate(last.link, mark.inks, leaf);
  }

  artifact(inks: readonly Ink[], type: "Layout" | "Pagination"): void {
    if (inks.length === 0) return;
    this.#document.markContent("Artifact", { type });
    for (const ink of inks) paintInk(this.#document, ink);
    this.#document.endMarkedContent();
  }

  /** Ends what is open deeper than the part of a path that it shares. */
  #reach(path: readonly Tag[]): PdfElement | null {
    let shared = 0;
    while (shared < path.length && shared < this.#open.length && this.#open[shared]?.key === path[shared]?.key) shared++;
    this.#closeTo(shared);
    for (const tag of path.slice(shared)) {
      const element = this.#document.struct(tag.tag);
      if (tag.alt !== undefined) element.dictionary.data["Alt"] = new String(tag.alt);
      const attributes = attributesOf(tag, this.#document.page.height);
      if (attributes) element.dictionary.data["A"] = attributes;
      (this.#open.at(-1)?.element ?? this.#root).add(element);
      this.#open.push({ key: tag.key, element });
    }
    return this.#open.at(-1)?.element ?? null;
  }

  #closeTo(depth: number): void {
    while (this.#open.length > depth) this.#open.pop()?.element.end();
  }

  #annotate(link: NonNullable<Tag["link"]>, inks: readonly Ink[], element: PdfElement): void {
    for (const ink of inks) {
      if (ink.kind !== "text") continue;
      this.#document.annotate(ink.x, ink.y - ink.size * 0.8, ink.width, ink.size * 1.05, {
        Subtype: "Link",
        Dest: link.to,
        Contents: new String(link.description),
        structParent: element,
      });
    }
    this.#closeTo(this.#open.length - 1);
  }

  end(): void {
    this.#closeTo(0);
    this.#root.end();
  }
}
