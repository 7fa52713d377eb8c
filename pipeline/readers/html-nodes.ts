import { addAll } from "./draft.ts";

/** What the reader of pages needs of a node of the parsed page. */
export type Node = {
  type: string;
  name?: string;
  data?: string;
  attribs?: Readonly<Record<string, string>>;
  children?: readonly unknown[];
};

/** Elements without words for a reader of the page. */
export const skipped = new Set([
  "script",
  "style",
  "head",
  "template",
  "noscript",
  "svg",
  "nav",
  "footer",
  "iframe",
  "object",
  "select",
  "textarea",
  "button",
  "audio",
  "video",
  "canvas",
]);
/** Elements that start and end a paragraph. */
export const paragraphs = new Set([
  "p",
  "div",
  "section",
  "article",
  "main",
  "header",
  "aside",
  "blockquote",
  "pre",
  "address",
  "figure",
  "figcaption",
  "dl",
  "dt",
  "dd",
  "form",
  "fieldset",
  "details",
  "summary",
  "body",
  "html",
  "center",
  "hr",
  "caption",
]);
export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
export const childrenOf = (node: Node): Node[] => (node.children ?? []).filter(isNode);

/** Rows and captions of a table, those of tables within it left out. */
export function rowsOf(table: Node): Node[] {
  const rows: Node[] = [];
  for (const part of childrenOf(table)) {
    if (part.name === "tr" || part.name === "caption") rows.push(part);
    else if (part.name === "thead" || part.name === "tbody" || part.name === "tfoot") {
      addAll(
        rows,
        childrenOf(part).filter((row) => row.name === "tr"),
      );
    }
  }
  return rows;
}

/** All text below a node. */
export function textOf(node: Node): string {
  let text = "";
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === "text") text += next.data ?? "";
    else addAll(waiting, childrenOf(next).reverse());
  }
  return text;
}
