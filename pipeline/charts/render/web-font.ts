import { deflateSync } from "node:zlib";
import { fontOf, kerningOf, type FontFace } from "../../core/fonts.ts";
import { cutFace, type Tables } from "./glyph-store.ts";

function words16(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setUint16(i * 2, value & 0xffff));
  return bytes;
}

/** Character map of format 4 with one segment a character: simple, and small beside the outlines. */
function characterMap(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const codes = [...glyphs.keys()];
  const n = codes.length + 1;
  const power = 2 ** Math.floor(Math.log2(n));
  const format4 = [
    4, 16 + 8 * n, 0, 2 * n, 2 * power, Math.log2(power), 2 * (n - power),
    ...codes, 0xffff, 0, ...codes, 0xffff, ...codes.map((code) => (glyphs.get(code) ?? 0) - code), 1, ...Array<number>(n).fill(0),
  ];
  return words16(0, 1, 3, 1, 0, 12, ...format4);
}

/** Old-style kerning pairs, which every browser applies when there is no GPOS table. Null when no pair is kerned. */
function kerningTable(glyphs: ReadonlyMap<number, number>, pairs: ReadonlySet<string>, face: FontFace): Uint8Array | null {
  const glyph = (character: string): number => glyphs.get(character.codePointAt(0) ?? 0) ?? 0;
  const rows = [...pairs].flatMap((pair) => {
    const [left = "", right = ""] = [...pair];
    const by = Math.round((kerningOf(left, right, face) * fontOf(face).unitsPerEm) / 1000);
    return by === 0 ? [] : [[glyph(left), glyph(right), by] as const];
  }).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (rows.length === 0) return null;
  const power = 2 ** Math.floor(Math.log2(rows.length));
  return words16(0, 1, 0, 14 + 6 * rows.length, 1, rows.length, 6 * power, Math.log2(power), 6 * (rows.length - power), ...rows.flat());
}

const nameTable = (family: string): Uint8Array => {
  const text = words16(...[...family].map((c) => c.charCodeAt(0)));
  const records = [1, 4, 6].flatMap((id) => [3, 1, 0x409, id, text.length, 0]);
  return joinBytes([words16(0, 3, 6 + 12 * 3, ...records), text]);
};

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const padded = (n: number): number => (n + 3) & ~3;

function checksum(table: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < table.length; i += 4) {
    sum = (sum + (((table[i] ?? 0) << 24) | ((table[i + 1] ?? 0) << 16) | ((table[i + 2] ?? 0) << 8) | (table[i + 3] ?? 0))) >>> 0;
  }
  return sum;
}

/** A WOFF 1.0 file: the tables of a font, each compressed on its own. */
function woff(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  let offset = 44 + 20 * sorted.length;
  const entries = sorted.map(([tag, table]) => {
    const packed = deflateSync(table);
    const data = packed.length < table.length ? new Uint8Array(packed) : table;
    const entry = { tag, table, data, offset };
    offset += padded(data.length);
    return entry;
  });
  const bytes = new Uint8Array(offset);
  const view = new DataView(bytes.buffer);
  const sfntSize = 12 + 16 * sorted.length + sorted.reduce((n, [, table]) => n + padded(table.length), 0);
  [0x774f4646, 0x00010000, offset].forEach((n, i) => view.setUint32(i * 4, n));
  view.setUint16(12, sorted.length);
  view.setUint32(16, sfntSize);
  view.setUint16(20, 1);
  entries.forEach(({ tag, table, data, offset: at }, i) => {
    const row = 44 + 20 * i;
    [...tag].forEach((c, k) => view.setUint8(row + k, c.charCodeAt(0)));
    [at, data.length, table.length, checksum(table)].forEach((n, k) => view.setUint32(row + 4 + 4 * k, n));
    bytes.set(data, at);
  });
  return bytes;
}

/**
 * The characters of some texts as a small web font (WOFF), with the kerning between those that meet.
 * Glyphs come from fontkit's subset; what a browser needs besides is added here.
 */
export function webFont(texts: readonly string[], face: FontFace): Uint8Array {
  const codes = [...new Set(texts.flatMap((text) => [...text].map((c) => c.codePointAt(0) ?? 32)))].sort((a, b) => a - b);
  const pairs = new Set(texts.flatMap((text) => [...text].map((c, i, all) => (i === 0 ? "" : (all[i - 1] ?? "") + c)).filter((pair) => pair !== "")));
  const { tables, glyphs } = cutFace(face, codes);
  tables.set("cmap", characterMap(glyphs));
  tables.set("name", nameTable(fontOf(face).postscriptName));
  tables.set("post", joinBytes([words16(3, 0, 0, 0), new Uint8Array(24)]));
  tables.set("OS/2", metricsTable(face, codes));
  const kern = kerningTable(glyphs, pairs, face);
  if (kern) tables.set("kern", kern);
  return woff(tables);
}

/** The OS/2 table of the whole font, which fontkit has parsed, written anew in version 4. */
function metricsTable(face: FontFace, codes: readonly number[]): Uint8Array {
  const font = fontOf(face);
  const os2 = font["OS/2"];
  const weight = face === "Regular" ? 400 : face === "Semibold" ? 600 : 700;
  return joinBytes([
    words16(4, os2.xAvgCharWidth, weight, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 284, 0),
    new Uint8Array(10), words16(0, 0, 0, 0, 0, 0, 0, 0),
    new TextEncoder().encode("NONE"),
    words16(face === "Regular" ? 0x40 : face === "Bold" ? 0x20 : 0x40, codes[0] ?? 32, Math.min(codes.at(-1) ?? 126, 0xffff), os2.typoAscender, os2.typoDescender, os2.typoLineGap, os2.winAscent, os2.winDescent, 0, 1, 0, 0, font.xHeight, font.capHeight, 0, 32, 2),
  ]);
}
