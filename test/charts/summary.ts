import type { DrawList } from "../../pipeline/charts/render/draw-list.ts";

/**
 * A drawing as a reader meets it: its words line by line with their places, but for those of the frame,
 * and how many shapes of each colour. Small enough to be read when it changes.
 */
export function summary({ items }: DrawList, frame: string): string {
  const paths = new Map<string, number>();
  for (const item of items)
    if (item.kind === "path") {
      const paint = item.fill === "none" ? `line ${item.stroke}` : `shape ${item.fill}`;
      paths.set(paint, (paths.get(paint) ?? 0) + 1);
    }
  const lines = new Map<number, { x: number; text: string }[]>();
  for (const item of items)
    if (item.kind === "text" && !frame.includes(item.text)) {
      const y = Math.round(item.y);
      lines.set(y, [...(lines.get(y) ?? []), { x: Math.round(item.x), text: item.text }]);
    }
  return [
    ...[...lines]
      .sort(([a], [b]) => a - b)
      .map(
        ([y, words]) =>
          `${String(y).padStart(4)}  ${words
            .sort((a, b) => a.x - b.x)
            .map(({ x, text }) => `${x} ${text}`)
            .join(" | ")}`,
      ),
    [...paths]
      .map(([paint, n]) => `${n} × ${paint}`)
      .sort()
      .join(", "),
  ].join("\n");
}
