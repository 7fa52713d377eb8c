import { textWidth, type FontFace } from "../../core/fonts.ts";

/** A space as wide as any other, at which no line is broken. */
const joiner = "\u00A0";

/** Breaks a text at spaces into lines no wider than `width`; a single wider word gets its own line. */
export function wrapText(text: string, size: number, face: FontFace, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, face) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** As wrapText, but never with a word or two alone on the last line: then the last two share their words. */
export function wrapFully(text: string, size: number, face: FontFace, width: number): string[] {
  const lines = wrapText(text, size, face, width);
  const last = lines.at(-1) ?? "";
  if (lines.length < 2 || textWidth(last, size, face) > width * 0.16) return lines;
  return [...lines.slice(0, -2), ...wrapEvenly(lines.slice(-2).join(" "), size, face, width)];
}

/**
 * As wrapText, but lines of nearly equal length: the narrowest width that needs no further line. `whole`
 * is a name that stands on one line.
 */
export function wrapEvenly(text: string, size: number, face: FontFace, width: number, whole = ""): string[] {
  if (whole.includes(" ")) {
    const bound = whole.replaceAll(" ", joiner);
    return wrapEvenly(text.replaceAll(whole, bound), size, face, width).map((line) => line.replaceAll(joiner, " "));
  }
  const lines = wrapText(text, size, face, width).length;
  if (lines < 2) return wrapText(text, size, face, width);
  let narrow = width / lines;
  while (narrow < width && wrapText(text, size, face, narrow).length > lines) narrow += size / 2;
  return wrapText(text, size, face, Math.min(width, narrow));
}
