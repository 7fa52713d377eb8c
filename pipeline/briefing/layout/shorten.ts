import type { TextStyle } from "../style.ts";
import { breakLines } from "./lines.ts";

/** The text, cut at a word and ended with "…" where it would take more lines than allowed. */
export function shortened(text: string, width: number, style: TextStyle, lines: number): string {
  if (breakLines([{ text }], width, style).length <= lines) return text;
  const words = text.split(" ");
  let low = 1;
  let high = words.length;
  const cut = (n: number): string =>
    `${words
      .slice(0, n)
      .join(" ")
      .replace(/[,;:.–-]$/, "")} …`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (breakLines([{ text: cut(middle) }], width, style).length <= lines) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}
