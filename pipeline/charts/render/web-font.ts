import subsetFont from "subset-font";
import { fontBytes, type FontFace } from "../../core/fonts.ts";

/** What charts are lettered with: printable ASCII and the signs of British typography and of this project. */
const usual = `${Array.from({ length: 95 }, (_, n) => String.fromCodePoint(32 + n)).join("")}\u00a0£·×½é–—‘’“”•…→−≤≥`;
const known = new Set(usual);
const cut = new Map<string, Promise<string>>();

/**
 * A face cut down to the characters of charts, as WOFF in base64 (WOFF2 is a fifth smaller and takes ten times as long). One cut serves every chart of a process;
 * texts with rarer characters get one that holds those too. Same bytes for the same characters.
 */
export function webFont(texts: readonly string[], face: FontFace): Promise<string> {
  const rare = [...new Set(texts.flatMap((text) => [...text]))]
    .filter((character) => !known.has(character))
    .sort()
    .join("");
  const key = `${face} ${rare}`;
  let font = cut.get(key);
  if (!font) {
    // Layout is kept for the characters asked for only: kerning stays, small capitals and the like go.
    font = subsetFont(fontBytes(face), usual + rare, { targetFormat: "woff", noLayoutClosure: true }).then((bytes) =>
      bytes.toString("base64"),
    );
    cut.set(key, font);
  }
  return font;
}
