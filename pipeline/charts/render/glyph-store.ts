import { fontOf, type FontFace } from "../../core/fonts.ts";

/** A table of an OpenType font, by its tag. */
export type Tables = Map<string, Uint8Array>;

export function readTables(font: Uint8Array): Tables {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  return new Map(Array.from({ length: view.getUint16(4) }, (_, i) => {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    return [tag, font.subarray(view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12))];
  }));
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

type Store = { glyphOf: ReadonlyMap<number, number>; tables: Tables; outline: (glyph: number) => Uint8Array; metrics: (glyph: number) => Uint8Array };
const stores = new Map<FontFace, Store>();

/** What nearly every chart is set in; a store grows by what a chart needs besides. */
const usual = [...Array.from({ length: 95 }, (_, i) => 0x20 + i), ..."£±·×½–—‘’“”…−≥≤→"].map((c) => (typeof c === "number" ? c : c.codePointAt(0) ?? 32));

/** A subset of many characters, made by fontkit once a process, from which each chart's own is cut in no time. */
function storeOf(face: FontFace, codes: readonly number[]): Store {
  const font = fontOf(face);
  const known = stores.get(face);
  if (known && codes.every((code) => known.glyphOf.has(code) || !font.hasGlyphForCodePoint(code))) return known;
  const subset = font.createSubset();
  const order = new Map<number, number>();
  const glyphOf = new Map<number, number>();
  for (const code of new Set([...usual, ...(known?.glyphOf.keys() ?? []), ...codes])) {
    if (!font.hasGlyphForCodePoint(code)) continue;
    const glyph = font.glyphForCodePoint(code);
    if (!order.has(glyph.id)) {
      // A subset numbers its glyphs in the order in which they come, after the one for missing characters.
      order.set(glyph.id, order.size + 1);
      subset.includeGlyph(glyph);
    }
    glyphOf.set(code, order.get(glyph.id) ?? 0);
  }
  const tables = readTables(subset.encode());
  const [head, loca, glyf, hmtx, hhea] = ["head", "loca", "glyf", "hmtx", "hhea"].map((tag) => tables.get(tag) ?? new Uint8Array(64));
  if (!head || !loca || !glyf || !hmtx || !hhea) throw new Error(`The font ${face} lacks a table that every TrueType font has`);
  const long = viewOf(head).getInt16(50) === 1;
  const offset = (i: number): number => (long ? viewOf(loca).getUint32(4 * i) : 2 * viewOf(loca).getUint16(2 * i));
  if (viewOf(hhea).getUint16(34) * 4 > hmtx.length) throw new Error(`The font ${face} has fewer metrics than glyphs`);
  const store = {
    tables, glyphOf,
    outline: (glyph: number) => glyf.subarray(offset(glyph), offset(glyph + 1)),
    metrics: (glyph: number) => hmtx.subarray(4 * glyph, 4 * glyph + 4),
  };
  stores.set(face, store);
  return store;
}

/** Where a composite outline names the glyphs that it is made of; none for a simple one. */
function componentsOf(outline: Uint8Array): { at: number; glyph: number }[] {
  const view = viewOf(outline);
  if (outline.length < 10 || view.getInt16(0) >= 0) return [];
  const found: { at: number; glyph: number }[] = [];
  for (let at = 10, more = true; more;) {
    const flags = view.getUint16(at);
    found.push({ at: at + 2, glyph: view.getUint16(at + 2) });
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    more = (flags & 0x20) !== 0;
  }
  return found;
}

/**
 * The tables of a face cut down to some characters, and the glyph of each. Characters that the face
 * lacks get the glyph for missing characters.
 */
export function cutFace(face: FontFace, codes: readonly number[]): { tables: Tables; glyphs: ReadonlyMap<number, number> } {
  const store = storeOf(face, codes);
  const kept = [0];
  const keep = (glyph: number): number => {
    const at = kept.indexOf(glyph);
    return at >= 0 ? at : kept.push(glyph) - 1;
  };
  const glyphs = new Map(codes.map((code) => [code, keep(store.glyphOf.get(code) ?? 0)]));
  const outlines: Uint8Array[] = [];
  for (let i = 0; i < kept.length; i += 1) {
    const outline = store.outline(kept[i] ?? 0).slice();
    for (const { at, glyph } of componentsOf(outline)) viewOf(outline).setUint16(at, keep(glyph));
    outlines.push(outline);
  }
  const loca = new Uint8Array(4 * (outlines.length + 1));
  const glyf = new Uint8Array(outlines.reduce((sum, { length }) => sum + ((length + 3) & ~3), 0));
  const hmtx = new Uint8Array(4 * outlines.length);
  let end = 0;
  outlines.forEach((outline, i) => {
    glyf.set(outline, end);
    hmtx.set(store.metrics(kept[i] ?? 0), 4 * i);
    end += (outline.length + 3) & ~3;
    viewOf(loca).setUint32(4 * (i + 1), end);
  });
  const copy = (tag: string): Uint8Array => (store.tables.get(tag) ?? new Uint8Array()).slice();
  const [head, maxp, hhea] = [copy("head"), copy("maxp"), copy("hhea")];
  viewOf(head).setInt16(50, 1);
  viewOf(maxp).setUint16(4, outlines.length);
  viewOf(hhea).setUint16(34, outlines.length);
  return { tables: new Map([["head", head], ["maxp", maxp], ["hhea", hhea], ["loca", loca], ["glyf", glyf], ["hmtx", hmtx], ["cvt ", copy("cvt ")], ["fpgm", copy("fpgm")], ["prep", copy("prep")]]), glyphs };
}
