import type { SourceTableRow } from "../model/document.ts";
import { addAll, tableDraft } from "./draft.ts";
import { styledDraft, type Styled } from "./pdf-headings.ts";
import { joinTexts, lookOf, type BodyStyle, type PdfNode, type PdfPage, type PdfText } from "./pdf-page.ts";
import { splitTable, type TaggedRow } from "./pdf-tables.ts";

type Context = { kind: "heading" | "paragraph" | "list_item"; level: number; page: number };

class Walk {
  readonly #texts: ReadonlyMap<string, readonly PdfText[]>;
  readonly #body: BodyStyle;
  readonly #notes: Styled[];
  #sink: Styled[] = [];
  #run: PdfText[] = [];

  constructor(texts: ReadonlyMap<string, readonly PdfText[]>, body: BodyStyle, notes: Styled[]) {
    this.#texts = texts;
    this.#body = body;
    this.#notes = notes;
  }

  /** Drafts of everything below a node, in reading order. */
  drafts(node: PdfNode, context: Context): Styled[] {
    const outer = { sink: this.#sink, run: this.#run };
    this.#sink = [];
    this.#run = [];
    this.#children(node, context);
    this.#flush(context);
    const found = this.#sink;
    this.#sink = outer.sink;
    this.#run = outer.run;
    return found;
  }

  #flush(context: Context): void {
    const text = joinTexts(this.#run);
    if (text !== "") this.#sink.push(styledDraft(text, lookOf(this.#run, this.#body), context, this.#body));
    this.#run = [];
  }

  #children(node: PdfNode, context: Context): void {
    for (const child of node.children) this.#node(child, context);
  }

  #block(node: PdfNode, context: Context, outer: Context): void {
    this.#flush(outer);
    this.#children(node, context);
    this.#flush(context);
  }

  #node(node: PdfNode, context: Context): void {
    const { page } = context;
    if (node.id !== "") addAll(this.#run, this.#texts.get(node.id) ?? []);
    else if (/^H[1-6]?$|^Title$/.test(node.role)) {
      const level = Number(node.role.slice(1)) || 1;
      this.#block(node, { kind: "heading", level, page }, context);
    } else if (node.role === "L") {
      this.#flush(context);
      const level = context.kind === "list_item" ? context.level + 1 : 1;
      this.#children(node, { kind: "list_item", level, page });
      this.#run = [];
    } else if (node.role === "Lbl") {
      this.#children(node, context);
      const last = this.#run.at(-1);
      if (last) this.#run.push({ ...last, text: " ", eol: false });
    } else if (node.role === "LI") this.#block(node, context, context);
    else if (node.role === "P" && context.kind === "list_item" && isMarker(joinTexts(this.#run))) this.#children(node, context);
    else if (node.role === "P" || node.role === "Caption" || node.role === "BlockQuote") {
      this.#block(node, context.kind === "heading" ? { kind: "paragraph", level: 0, page } : context, context);
    } else if (node.role === "Note" || node.role === "FENote") {
      const notes = this.drafts(node, { kind: "paragraph", level: 0, page });
      // The mark is no number of a paragraph.
      addAll(
        this.#notes,
        notes.map((d) => ({ ...d, label: "", text: d.text.replace(/^\d{1,2}\s+/, "") })),
      );
    } else if (node.role === "Table") {
      this.#flush(context);
      addAll(this.#sink, this.#table(node, page));
    } else if (node.role === "TOC") {
      this.#flush(context);
      addAll(this.#sink, this.#contents(node, page));
    } else if (node.role === "Figure") {
      const inside = this.drafts(node, { kind: "paragraph", level: 0, page });
      if (inside.some((d) => d.text.length > 100)) addAll(this.#sink, inside);
    } else if (/^(?:Document|Part|Art|Sect|Div|Root|NonStruct|Aside)$/.test(node.role)) this.#block(node, context, context);
    else this.#children(node, context);
  }

  #contents(node: PdfNode, page: number): Styled[] {
    const lines = this.drafts(
      { ...node, role: "Div", children: node.children.map((child) => ({ ...child, role: "P" })) },
      {
        kind: "paragraph",
        level: 0,
        page,
      },
    );
    const rows = lines.map((line): SourceTableRow => {
      const entry = /^(.*?)[\s.]*(\d{1,3})$/.exec(line.text);
      return { cells: entry ? [entry[1] ?? "", entry[2] ?? ""] : [line.text], raw: line.text, line: null, page };
    });
    if (rows.length === 0) return [];
    return [{ ...tableDraft(rows, { page, caption: "Contents" }), size: 0, strong: false, tagged: true }];
  }

  #table(node: PdfNode, page: number): Styled[] {
    const rows: TaggedRow[] = [];
    const visit = (part: PdfNode): void => {
      if (part.role !== "TR") return part.children.forEach(visit);
      const cells = part.children.filter((cell) => cell.role === "TD" || cell.role === "TH");
      rows.push(cells.map((cell) => this.drafts(cell, { kind: "paragraph", level: 0, page })));
    };
    visit(node);
    return splitTable(
      rows.filter((row) => row.some((cell) => cell.length > 0)),
      page,
    );
  }
}

const isMarker = (text: string): boolean => /^(?:[^A-Za-z0-9]{0,2}|\(?[0-9a-z]{1,4}[.)])$/i.test(text);

function textsById(page: PdfPage): Map<string, PdfText[]> {
  const texts = new Map<string, PdfText[]>();
  for (const text of page.texts) {
    if (text.id === "") continue;
    const known = texts.get(text.id);
    if (known) known.push(text);
    else texts.set(text.id, [text]);
  }
  return texts;
}

/** Ids of the marked content that the structure tree of a page refers to. */
export function idsInTree(page: PdfPage): ReadonlySet<string> {
  const ids = new Set<string>();
  const waiting: PdfNode[] = page.tree ? [page.tree] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.id !== "") ids.add(node.id);
    addAll(waiting, node.children);
  }
  return ids;
}

/** Drafts of a tagged page in the order of its structure tree, its footnotes apart. */
export function taggedDrafts(page: PdfPage, body: BodyStyle): { drafts: Styled[]; notes: Styled[] } {
  const notes: Styled[] = [];
  const walk = new Walk(textsById(page), body, notes);
  const drafts = page.tree ? walk.drafts(page.tree, { kind: "paragraph", level: 0, page: page.number }) : [];
  return { drafts, notes };
}
