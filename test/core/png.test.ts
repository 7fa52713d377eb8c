import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openPngEncoder } from "../../pipeline/core/png.ts";
import { decodePng as decode } from "./decode-png.ts";

const encodePng = openPngEncoder();

const rgba = (colours: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(colours.flatMap((colour) => [...colour, 255]));

describe("encodePng", () => {
  it("gives back the pixels of a drawing with few colours", () => {
    const [white, blue, red] = [
      [255, 255, 255],
      [18, 67, 109],
      [244, 106, 37],
    ] as const;
    const colours = [white, white, blue, blue, blue, white, red, white, white];
    const { width, height, palette, pixels } = decode(encodePng(3, 3, [rgba(colours)], [0xffffff, 0x12436d, 0xf46a25]));
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
    const { palette, pixels } = decode(encodePng(10, 10, [rgba(colours)], [0xffffff, 0x12436d]));
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
    const { palette, pixels } = decode(encodePng(30, 20, [rgba(shades)], [0x12436d]));
    expect(palette).toHaveLength(256);
    const far = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((part, n) => part - (b[n] ?? 0)));
    for (const [at, shade] of shades.entries()) {
      const middle = shade.map((part) => (part & 0xf0) | 8);
      expect(far(middle, palette[pixels[at] ?? -1] ?? [])).toBe(Math.min(...palette.map((other) => far(middle, other))));
    }
  });

  it("takes the same pixels in strips, and refuses a picture with rows missing", () => {
    const colours = Array.from({ length: 60 }, (_, n) => (n % 7 === 0 ? [18, 67, 109] : [255, 255, 255]));
    const strips = [colours.slice(0, 20), colours.slice(20, 50), colours.slice(50)].map(rgba);
    expect(encodePng(10, 6, strips, [0xffffff, 0x12436d])).toEqual(encodePng(10, 6, [rgba(colours)], [0xffffff, 0x12436d]));
    expect(() => encodePng(10, 6, strips.slice(1), [])).toThrow("A picture of 6 rows was painted with 4");
  });

  it("writes rows that are as the one above, and rows of one colour, as they are", () => {
    const row = Array.from({ length: 200 }, (_, n) => (n < 120 ? [255, 255, 255] : [18, 67, 109]));
    const colours = [...row, ...row, ...row.map(() => [18, 67, 109]), ...row];
    const { palette, pixels } = decode(encodePng(200, 4, [rgba(colours)], [0xffffff, 0x12436d]));
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
    const first = encodePng(40, 40, [noise(0)], [0x12436d]);
    encodePng(20, 80, [noise(7)], [0xff0000, 0x00ff00]);
    expect(encodePng(40, 40, [noise(0)], [0x12436d])).toEqual(first);
  });
});
