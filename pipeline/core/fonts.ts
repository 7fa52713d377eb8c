import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fontkit from "fontkit";

/** The three cuts of Source Sans 3 that everything is set in. */
export const fontFaces = ["Regular", "Semibold", "Bold"] as const;
export type FontFace = (typeof fontFaces)[number];

/** Family name as browsers and drawings know it; it ends in a digit, so CSS needs it quoted. */
export const fontFamily = "Source Sans 3";

/** Absolute path of the static TrueType file of a face. */
export function fontFile(face: FontFace): string {
  return fileURLToPath(import.meta.resolve(`source-sans/TTF/SourceSans3-${face}.ttf`));
}

/** The TrueType file of a face. */
export function fontBytes(face: FontFace): Buffer {
  return readFileSync(fontFile(face));
}

type LoadedFace = { font: fontkit.Font; advances: Map<string, number>; pairs: Map<string, number> };
const loaded = new Map<FontFace, LoadedFace>();

function load(face: FontFace): LoadedFace {
  const known = loaded.get(face);
  if (known) return known;
  const font = fontkit.openSync(fontFile(face));
  if (!("layout" in font)) throw new Error(`The font file ${fontFile(face)} is a collection; a single static TrueType face was expected`);
  // A glyph that is first met as a part of another ("=" is drawn with two minus signs) would keep no
  // character for the life of the process, and every PDF after it would read that glyph as nothing.
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => getGlyph(id, codePoints.length > 0 ? codePoints : charactersOf(font, id));
  const layout = font.layout.bind(font);
  const shaped = new Map<string, fontkit.GlyphRun>();
  // Ligatures stay off: the fonts embedded in SVG carry kerning only, and the same words must be
  // equally wide in SVG, PNG and PDF. Packs repeat their words, so that each is shaped once a process;
  // pdfkit scales the positions of a run where they stand, and so gets its own.
  font.layout = (text, features, ...rest) => {
    if (features) return layout(text, features, ...rest);
    let run = shaped.get(text);
    if (!run) shaped.set(text, (run = layout(text, { liga: false }, ...rest)));
    const own: fontkit.GlyphRun = Object.assign(Object.create(Object.getPrototypeOf(run)), run);
    own.positions = run.positions.map((position) => ({ ...position }));
    return own;
  };
  const opened = { font, advances: new Map<string, number>(), pairs: new Map<string, number>() };
  loaded.set(face, opened);
  return opened;
}

/** Code points of the character that a glyph stands for; [] for glyphs that no character has. */
function charactersOf(font: fontkit.Font, glyph: number): number[] {
  const [text = ""] = font.stringsForGlyph(glyph);
  return [...text].flatMap((character) => character.codePointAt(0) ?? []);
}

/** One shared fontkit font for each face, with kerning on and ligatures off. */
export function fontOf(face: FontFace): fontkit.Font {
  return load(face).font;
}

function advance(face: LoadedFace, character: string): number {
  let width = face.advances.get(character);
  if (width === undefined) {
    width = face.font.layout(character).advanceWidth;
    face.advances.set(character, width);
  }
  return width;
}

/** pdfkit sets words one by one, each with the space after it, so nothing is kerned to a space before it. */
function kerning(face: LoadedFace, left: string, right: string): number {
  if (left === " ") return 0;
  const pair = left + right;
  let width = face.pairs.get(pair);
  if (width === undefined) {
    width = face.font.layout(pair).advanceWidth - advance(face, left) - advance(face, right);
    face.pairs.set(pair, width);
  }
  return width;
}

export type PlacedCharacter = { character: string; x: number };

/**
 * Characters of a line with their left edges, and the width of the whole, in thousandths of the
 * type size. Advances and kerning pairs are kept for the process, since shaping anew is slow.
 */
export function placeCharacters(text: string, face: FontFace): { characters: PlacedCharacter[]; width: number } {
  const font = load(face);
  const unit = 1000 / font.font.unitsPerEm;
  const characters: PlacedCharacter[] = [];
  let x = 0;
  let before = "";
  for (const character of text) {
    if (before !== "") x += kerning(font, before, character) * unit;
    characters.push({ character, x });
    x += advance(font, character) * unit;
    before = character;
  }
  return { characters, width: x };
}

/** Widths of texts measured before; emptied when it grows large, so that a long run does not fill memory. */
const widths: Record<FontFace, Map<string, number>> = { Regular: new Map(), Semibold: new Map(), Bold: new Map() };
const mostWidths = 20_000;

/** Width of one line in the unit of `size`. */
export function textWidth(text: string, size: number, face: FontFace = "Regular"): number {
  const known = widths[face];
  let width = known.get(text);
  if (width === undefined) {
    width = placeCharacters(text, face).width;
    if (known.size >= mostWidths) known.clear();
    known.set(text, width);
  }
  return (width * size) / 1000;
}
