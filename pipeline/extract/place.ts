import type { Block } from "../model/document.ts";

/**
 * Where a block stands, in words a reader can follow: its printed number, or the heading above it and
 * which bullet or paragraph below that it is.
 */
export function placesOf(blocks: readonly Block[]): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const heading = block.headings[block.headings.length - 1] ?? "";
    const kind = block.kind === "list_item" ? "bullet" : "paragraph";
    const key = `${heading}|${kind}`;
    if (block.kind !== "heading" && block.kind !== "table") counts.set(key, (counts.get(key) ?? 0) + 1);
    const words = block.kind === "heading" ? "heading" : `${kind} ${counts.get(key)}`;
    places.set(block.index, block.label || (heading ? `${heading}, ${words}` : words));
  }
  return places;
}
