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
    const { width, height, palette, pixels } = decode(encodePng(3, 3, rgba(colours), [0xffffff]));
    expect([width, height]).toEqual([3, 3]);
    expect(palette[0]).toEqual(white);
    expect(pixels.map((place) => palette[place])).toEqual(colours);
  });

  it("keeps flat colours to the bit and takes the nearest for the rarest shades", () => {
    const shades = Array.from({ length: 600 }, (_, n) => [n % 256, (n * 7) % 256, Math.floor(n / 3)]);
    const colours = [...shades, ...shades.slice(0, 399), [18, 67, 109]];
    const { palette, pixels } = decode(encodePng(50, 20, rgba(colours), [0x12436d]));
    expect(palette).toHaveLength(256);
    expect(palette[pixels.at(-1) ?? -1]).toEqual([18, 67, 109]);
    const far = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((part, n) => part - (b[n] ?? 0)));
    for (const [at, colour] of colours.entries()) {
      const given = palette[pixels[at] ?? -1] ?? [];
      expect(far(colour, given)).toBe(Math.min(...palette.map((other) => far(colour, other))));
    }
  });

  it("gives the same bytes again, and refuses what is no drawing", () => {
    const noise = Uint8Array.from({ length: 400 * 400 * 4 }, (_, n) =>
      n % 4 === 3 ? 255 : (createHash("md5").update(String(n)).digest()[0] ?? 0),
    );
    expect(() => encodePng(400, 400, noise, [])).toThrow(/too many colours/);
    const small = noise.subarray(0, 20 * 20 * 4);
    expect(encodePng(20, 20, small, [])).toEqual(encodePng(20, 20, small, []));
  });
});
