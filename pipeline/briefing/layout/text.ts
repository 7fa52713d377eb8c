import type { Mark, Piece, StandardTag, Tag } from "../ink.ts";
import { piece } from "../ink.ts";
import type { Span } from "../span.ts";
import { page, type TextStyle } from "../style.ts";
import { breakLines, breakTitle, setLines } from "./lines.ts";

type SetText = { readonly marks: Mark[]; readonly height: number; readonly lines: number; readonly widest: number };

/** Text in a box of a width at (x, y): what every block is made of. */
export function setText(
  spans: readonly Span[],
  at: { x: number; y: number; width: number; align?: "left" | "right" | "centre" },
  style: TextStyle,
  path: readonly Tag[],
): SetText {
  const lines = breakLines(spans, at.width, style);
  return {
    marks: setLines(lines, at, style, path),
    height: lines.length * style.line,
    lines: lines.length,
    widest: lines.reduce((most, line) => Math.max(most, line.width), 0),
  };
}

export function layParagraph(
  spans: readonly Span[],
  style: TextStyle,
  options: {
    key: string;
    path: readonly Tag[];
    before?: number;
    width?: number;
    tag?: StandardTag;
    keepWithNext?: boolean;
    anchor?: string;
  },
): Piece {
  const set = setText(spans, { x: page.left, y: 0, width: options.width ?? page.content }, style, [
    ...options.path,
    { key: options.key, tag: options.tag ?? "P" },
  ]);
  return piece({
    height: set.height,
    marks: set.marks,
    before: options.before ?? 0,
    keepWithNext: options.keepWithNext ?? false,
    anchor: options.anchor ?? "",
  });
}

/** The page's title: at most two lines, broken at a comma or semicolon where that fits. */
export function layPageTitle(spans: readonly Span[], style: TextStyle, key: string, path: readonly Tag[], anchor: string): Piece {
  const lines = breakTitle(spans, page.content, style);
  return piece({
    height: lines.length * style.line,
    marks: setLines(lines, { x: page.left, y: 0 }, style, [...path, { key, tag: "H1" }]),
    keepWithNext: true,
    anchor,
  });
}
