import { textWidth, type FontFace } from "../../core/fonts.ts";

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

/** As wrapText, but lines of nearly equal length: the narrowest width that needs no further line. */
export function wrapEvenly(text: string, size: number, face: FontFace, width: number): string[] {
  const lines = wrapText(text, size, face, width).length;
  if (lines < 2) return wrapText(text, size, face, width);
  let narrow = width / lines;
  while (narrow < width && wrapText(text, size, face, narrow).length > lines) narrow += size / 2;
  return wrapText(text, size, face, Math.min(width, narrow));
}
