import { piece, type Mark, type Piece, type Tag } from "../ink.ts";
import type { Span } from "../span.ts";
import { page, type as roles, type TextStyle } from "../style.ts";
import { widthOf } from "./lines.ts";
import { setText } from "./text.ts";

type ListKind = "letters" | "numbers" | "bullets";

const labelOf = (kind: ListKind, at: number): string =>
  kind === "letters" ? `${String.fromCharCode(97 + at)}.` : kind === "numbers" ? `${at + 1}.` : "•";
export const numberingOf = (kind: ListKind): "LowerAlpha" | "Decimal" | "Disc" =>
  kind === "letters" ? "LowerAlpha" : kind === "numbers" ? "Decimal" : "Disc";

/** Marks of one item with its label in a hanging indent; used inside columns as well. */
export function setItem(
  kind: ListKind,
  at: number,
  spans: readonly Span[],
  box: { x: number; y: number; width: number },
  style: TextStyle,
  path: readonly Tag[],
  key: string,
): { marks: Mark[]; height: number } {
  const item: readonly Tag[] = [...path, { key, tag: "LI" }];
  const label = labelOf(kind, at);
  const indent = 19;
  const width = widthOf(label, style);
  const mark = setText([{ text: label }], { x: box.x + (kind === "bullets" ? 4 : 13 - width), y: box.y, width: width + 1 }, style, [
    ...item,
    { key: `${key}/label`, tag: "Lbl" },
  ]);
  const body = setText(spans, { x: box.x + indent, y: box.y, width: box.width - indent }, style, [
    ...item,
    { key: `${key}/body`, tag: "LBody" },
  ]);
  return { marks: [...mark.marks, ...body.marks], height: body.height };
}

export function layList(
  kind: ListKind,
  items: readonly (readonly Span[])[],
  options: { key: string; path: readonly Tag[]; before: number },
): Piece[] {
  const list: readonly Tag[] = [...options.path, { key: options.key, tag: "L", numbering: numberingOf(kind) }];
  return items.map((spans, at) => {
    const set = setItem(kind, at, spans, { x: page.left, y: 0, width: page.content }, roles.body, list, `${options.key}/${at}`);
    return piece({
      height: set.height,
      marks: set.marks,
      before: at === 0 ? options.before : 3,
      keepWithNext: at === 0 && items.length > 1,
    });
  });
}
