import { piece, rule, type Piece, type Tag } from "../ink.ts";
import type { Span } from "../span.ts";
import { ink, page, type as roles } from "../style.ts";
import { setText } from "./text.ts";

/** A section heading; with a rule below it where rows without a head of their own follow. */
export function layHeading(
  spans: readonly Span[],
  options: { key: string; path: readonly Tag[]; before: number; ruled: boolean; anchor?: string },
): Piece {
  const set = setText(spans, { x: page.left, y: 0, width: page.content }, roles.section, [
    ...options.path,
    { key: options.key, tag: "H2" },
  ]);
  const height = set.height + (options.ruled ? 4 : 2);
  return piece({
    height,
    marks: [...set.marks, ...(options.ruled ? [rule(page.left, page.right, height - 0.5, 1, ink.text)] : [])],
    before: options.before,
    keepWithNext: true,
    anchor: options.anchor ?? "",
  });
}
