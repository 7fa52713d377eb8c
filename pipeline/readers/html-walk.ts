import type { SourceTableRow } from "../model/document.ts";
import { addAll, draft, fold, tableDraft, type Draft } from "./draft.ts";
import { childrenOf, paragraphs, rowsOf, skipped, textOf, type Node } from "./html-nodes.ts";
import { RowBuilder } from "./html-rows.ts";
import { isBlankPageNote, looksLikeHeading } from "./text-signs.ts";

/** `ordinal` is the number of a list item until its first words have taken it. */
type Context = { kind: "paragraph" | "list_item"; level: number; ordinal: string };
const paragraph = (): Context => ({ kind: "paragraph", level: 0, ordinal: "" });

/** How deep elements may stand in each other. */
export const deepest = 500;

/** What stands below a node, in its order. `numberItems` says that the numbers of ordered lists are those that a reader sees. */
export const draftsOf = (root: Node, numberItems: boolean): Draft[] => new HtmlWalk(numberItems).drafts(root, paragraph(), 0);

class HtmlWalk {
  #drafts: Draft[] = [];
  #run = "";
  #strong = true;
  #bold = 0;
  readonly #numberItems: boolean;

  constructor(numberItems: boolean) {
    this.#numberItems = numberItems;
  }

  /** Drafts of everything below a node, apart from those of the nodes around it. */
  drafts(node: Node, context: Context, depth: number): Draft[] {
    const outer = { drafts: this.#drafts, run: this.#run, strong: this.#strong, bold: this.#bold };
    this.#drafts = [];
    this.#run = "";
    this.#strong = true;
    this.#children(node, context, depth);
    this.#flush(context);
    const found = this.#drafts;
    [this.#drafts, this.#run, this.#strong, this.#bold] = [outer.drafts, outer.run, outer.strong, outer.bold];
    return found;
  }

  #flush(context: Context): void {
    const text = fold(this.#run);
    const strong = this.#strong;
    this.#run = "";
    this.#strong = true;
    if (text === "" || isBlankPageNote(text)) return;
    const start = /^(?:(\d{1,3}(?:\.\d{1,2}){1,3})(?:\.|(?=\s+[^a-z%]))|(\d{1,3})[.)])\s+(?=\S)/.exec(text);
    const label = start ? (start[1] ?? start[2] ?? "") : context.ordinal;
    context.ordinal = "";
    const bare = start ? text.slice(start[0].length) : text;
    const heading = context.kind === "paragraph" && strong && looksLikeHeading(bare);
    this.#drafts.push(draft({ kind: heading ? "heading" : context.kind, level: heading ? 0 : context.level, label, text: bare }));
  }

  #children(node: Node, context: Context, depth: number): void {
    if (depth > deepest) throw new Error(`its elements are nested over ${deepest} deep`);
    for (const child of childrenOf(node)) this.#node(child, context, depth + 1);
  }

  #node(node: Node, context: Context, depth: number): void {
    if (node.type === "text") {
      const text = node.data ?? "";
      if (this.#bold === 0 && /[A-Za-z0-9]/.test(text)) this.#strong = false;
      this.#run += text;
      return;
    }
    const name = node.name ?? "";
    if (name === "" || skipped.has(name) || node.attribs?.hidden !== undefined) return;
    if (name === "br") this.#run += "\n";
    else if (/^h[1-6]$/.test(name)) {
      this.#flush(context);
      const text = fold(
        this.drafts(node, paragraph(), depth)
          .map((d) => (d.label ? `${d.label} ${d.text}` : d.text))
          .join(" "),
      );
      if (text !== "") this.#drafts.push(draft({ kind: "heading", level: Number(name.slice(1)), text }));
    } else if (name === "ul" || name === "ol") this.#list(node, context, depth);
    else if (name === "table") {
      this.#flush(context);
      addAll(this.#drafts, this.#table(node, depth));
    } else if (name === "b" || name === "strong") {
      this.#bold++;
      this.#children(node, context, depth);
      this.#bold--;
    } else if (name === "sup" && /^\s*\[?\d{1,3}\]?\s*$/.test(textOf(node))) return;
    else if (paragraphs.has(name)) {
      this.#flush(context);
      this.#children(node, context, depth);
      this.#flush(context);
    } else this.#children(node, context, depth);
  }

  #list(node: Node, context: Context, depth: number): void {
    this.#flush(context);
    const level = context.kind === "list_item" ? Math.min(6, context.level + 1) : 1;
    let number = Number.parseInt(node.attribs?.start ?? "1", 10) || 1;
    for (const item of childrenOf(node)) {
      const numbered = node.name === "ol" && this.#numberItems && item.name === "li";
      const itemContext: Context = { kind: "list_item", level, ordinal: numbered ? String(number++) : "" };
      if (item.name === "li") addAll(this.#drafts, this.drafts(item, itemContext, depth + 1));
      else this.#node(item, { ...itemContext, ordinal: "" }, depth + 1);
    }
  }

  #table(node: Node, depth: number): Draft[] {
    const found: Draft[] = [];
    let caption = "";
    let rows: SourceTableRow[] = [];
    let builder = new RowBuilder();
    const flush = (): void => {
      if (rows.length > 0) found.push(tableDraft(rows, { caption }));
      rows = [];
      builder = new RowBuilder();
    };
    for (const part of rowsOf(node)) {
      if (part.name === "caption") {
        caption = fold(textOf(part));
        continue;
      }
      const cells = childrenOf(part).filter((cell) => cell.name === "td" || cell.name === "th");
      const contents = cells.map((cell) => this.drafts(cell, paragraph(), depth + 2));
      const filled = contents.filter((cell) => cell.length > 0);
      const nested = filled.some((cell) => cell.some((d) => d.rows));
      const only = filled.length === 1 ? filled[0] : undefined;
      const long = only !== undefined && only.reduce((sum, d) => sum + d.text.length, 0) > 400;
      if (nested || (only && (cells.length === 1 || long) && (rows.length === 0 || long))) {
        flush();
        addAll(found, filled.flat());
        continue;
      }
      const row = builder.row(
        cells.map((cell) => cell.attribs ?? {}),
        contents,
      );
      if (filled.length > 0) rows.push(row);
    }
    flush();
    return found;
  }
}
