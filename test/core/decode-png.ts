import { inflateSync } from "node:zlib";
import { expect } from "vitest";

export type Picture = { width: number; height: number; palette: number[][]; pixels: number[] };

/** A decoder for what the encoder writes: eight bits a pixel, a palette, no filter. */
export function decodePng(png: Uint8Array): Picture {
  const view = Buffer.from(png);
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < view.length;) {
    const length = view.readUInt32BE(at);
    chunks[view.toString("latin1", at + 4, at + 8)] = view.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  const width = chunks["IHDR"]?.readUInt32BE(0) ?? 0;
  const height = chunks["IHDR"]?.readUInt32BE(4) ?? 0;
  const colours = chunks["PLTE"] ?? Buffer.alloc(0);
  const palette = Array.from({ length: colours.length / 3 }, (_, n) => [...colours.subarray(n * 3, n * 3 + 3)]);
  const rows = inflateSync(chunks["IDAT"] ?? Buffer.alloc(0));
  const pixels: number[] = [];
  for (let row = 0; row < height; row++) {
    expect(rows[row * (width + 1)]).toBe(0);
    pixels.push(...rows.subarray(row * (width + 1) + 1, (row + 1) * (width + 1)));
  }
  return { width, height, palette, pixels };
}
