import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openPngEncoder } from "../../pipeline/core/png.ts";

const encodePng = openPngEncoder();

type Picture = { width: number; height: number; palette: number[][]; pixels: number[] };

/** A decoder for what the encoder writes: eight bits a pixel, a palette, no filter. */
function decode(png: Uint8Array): Picture {
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

const rgba = (colours: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(colours.flatMap((colour) => [...colour, 255]));

describe("encodePng", () => {
  it("gives back the pixels of a drawing with few colours", () => {
    const [white, blue, red] = [
      [255, 255, 255],
      [18, 67, 109],
      [244, 106, 37],
    ] as const;
    const colours = [white, white, blue, blue, blue, white, red, white, white];
    const { width, height, palette, pixels } = decode(encodePng(3, 3, rgba(colours), [0xffffff, 0x12436d, 0xf46a25]));
    expect([width, height]).toEqual([3, 3]);
    expect(palette[0]).toEqual(white);
    expect(pixels.map((place) => palette[place])).toEqual(colours);
  });

  it("keeps flat colours to the bit, and tells shades to half a sixteenth of each channel", () => {
    // A line of shades from white to blue, as along the edge of a letter.
    const shades = Array.from({ length: 99 }, (_, n) =>
      [255, 255, 255].map((white, at) => white + Math.round((n * (([18, 67, 109][at] ?? 0) - white)) / 99)),
    );
    const colours = [...shades, [18, 67, 109]];
    const { palette, pixels } = decode(encodePng(10, 10, rgba(colours), [0xffffff, 0x12436d]));
    expect(palette.slice(0, 2)).toEqual([
      [255, 255, 255],
      [18, 67, 109],
    ]);
    expect(palette[pixels[0] ?? -1]).toEqual([255, 255, 255]);
    expect(palette[pixels.at(-1) ?? -1]).toEqual([18, 67, 109]);
    for (const [at, colour] of colours.entries())
      for (const [channel, value] of (palette[pixels[at] ?? -1] ?? []).entries())
        expect(Math.abs(value - (colour[channel] ?? NaN))).toBeLessThanOrEqual(8);
  });

  it("takes the nearest colour where the palette is full", () => {
    const shades = Array.from({ length: 600 }, (_, n) => [n % 256, (n * 7) % 256, Math.floor(n / 3)]);
    const { palette, pixels } = decode(encodePng(30, 20, rgba(shades), [0x12436d]));
    expect(palette).toHaveLength(256);
    const far = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((part, n) => part - (b[n] ?? 0)));
    for (const [at, shade] of shades.entries()) {
      const middle = shade.map((part) => (part & 0xf0) | 8);
      expect(far(middle, palette[pixels[at] ?? -1] ?? [])).toBe(Math.min(...palette.map((other) => far(middle, other))));
    }
  });

  it("writes rows that are as the one above, and rows of one colour, as they are", () => {
    const row = Array.from({ length: 200 }, (_, n) => (n < 120 ? [255, 255, 255] : [18, 67, 109]));
    const colours = [...row, ...row, ...row.map(() => [18, 67, 109]), ...row];
    const { palette, pixels } = decode(encodePng(200, 4, rgba(colours), [0xffffff, 0x12436d]));
    expect(pixels.map((place) => palette[place])).toEqual(colours);
  });

  it("gives the same bytes again, whatever it encoded before", () => {
    const noise = (from: number): Uint8Array =>
      Uint8Array.from({ length: 40 * 40 * 4 }, (_, n) =>
        n % 4 === 3
          ? 255
          : (createHash("md5")
              .update(String(from + n))
              .digest()[0] ?? 0),
      );
    const first = encodePng(40, 40, noise(0), [0x12436d]);
    encodePng(20, 80, noise(7), [0xff0000, 0x00ff00]);
    expect(encodePng(40, 40, noise(0), [0x12436d])).toEqual(first);
  });
});
