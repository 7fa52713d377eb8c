import { constants, crc32, deflateSync } from "node:zlib";

/** Most colours that a PNG with a palette can hold. */
const most = 256;
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Powers of two: places for flat colours, far more than there can be, and one for each sixteenth of red, green and blue. */
const flatSlots = 1 << 12;
const shadeSlots = 1 << 12;
/** Longer stretches of one colour are filled by the engine, shorter ones pixel by pixel: what a call costs. */
const longRun = 48;

/**
 * Encodes opaque RGBA pixels of drawings as PNGs with a palette. Drawings have few flat colours and many
 * shades between them along edges: the flat ones in `exact` (0xRRGGBB) are kept to the bit, and a shade is
 * told to a sixteenth of each channel, finer than an eye sees along an edge. Where the palette is full, a
 * shade takes the nearest colour in it. Library encoders write true colour, at ten times the time and twice
 * the size. The pixels come in strips of whole rows, from the top, so that a picture need never be held whole.
 * Same bytes for the same pixels.
 */
export type PngEncoder = (width: number, height: number, strips: Iterable<Uint8Array>, exact: readonly number[]) => Uint8Array;

/** An encoder keeps its working memory, of some megabytes, from one picture to the next: taking it anew costs as much as a scan. */
export function openPngEncoder(): PngEncoder {
  const colours: Colours = {
    palette: [],
    flats: new Int32Array(flatSlots),
    flatPlaces: new Uint8Array(flatSlots),
    shadePlaces: new Int16Array(shadeSlots),
  };
  let rows = Buffer.alloc(0);
  return (width, height, strips, exact) => {
    if (rows.length !== (width + 1) * height) rows = Buffer.alloc((width + 1) * height);
    startPalette(colours, exact);
    let to = 0;
    for (const strip of strips) to = placePixels(width, strip, colours, rows, to);
    if (to !== rows.length) throw new Error(`A picture of ${height} rows was painted with ${to / (width + 1)}`);
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 3], 8);
    return Buffer.concat([
      signature,
      chunk("IHDR", header),
      chunk("PLTE", Buffer.from(colours.palette.flatMap((colour) => [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255]))),
      chunk("IDAT", deflateSync(rows, { level: 1, strategy: constants.Z_RLE, memLevel: 9 })),
      chunk("IEND", Buffer.alloc(0)),
    ]);
  };
}

/**
 * The palette of a picture and the ways into it. Colours are signed numbers as they lie in memory
 * (0xAABBGGRR): the engine would box unsigned ones. An empty slot of `flats` is 0, which no opaque
 * colour is; one of `shadePlaces` is -1.
 */
type Colours = { palette: number[]; flats: Int32Array; flatPlaces: Uint8Array; shadePlaces: Int16Array };

function startPalette({ palette, flats, flatPlaces, shadePlaces }: Colours, exact: readonly number[]): void {
  palette.length = 0;
  flats.fill(0);
  shadePlaces.fill(-1);
  for (const rgb of exact) {
    const colour = 0xff000000 | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16);
    const slot = flatSlot(flats, colour);
    if (flats[slot] === colour || palette.length === most) continue;
    flats[slot] = colour;
    flatPlaces[slot] = palette.length;
    palette.push(colour);
  }
}

/** Where a flat colour stands in the hash table, or the empty slot that shows it is not there. */
function flatSlot(flats: Int32Array, colour: number): number {
  let slot = Math.imul(colour, 0x9e3779b1) >>> 20;
  while (flats[slot] !== 0 && flats[slot] !== colour) slot = (slot + 1) & (flatSlots - 1);
  return slot;
}

/** Writes each pixel's place in the palette, and gives where the next row begins. Each row starts with a zero: the filter that leaves it as it is. */
function placePixels(width: number, rgba: Uint8Array, colours: Colours, rows: Buffer, start: number): number {
  const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
  const bytes = Buffer.from(rgba.buffer, rgba.byteOffset, rgba.length);
  let to = start;
  for (let from = 0; from < pixels.length; from += width) {
    // A third of the rows of a chart are as the row above.
    if (from > 0 && bytes.compare(bytes, (from - width) * 4, from * 4, from * 4, (from + width) * 4) === 0)
      rows.copyWithin(to, to - width - 1, to);
    else placeRow(pixels, from, from + width, colours, rows, to + 1);
    to += width + 1;
  }
  return to;
}

function placeRow(pixels: Int32Array, from: number, end: number, colours: Colours, rows: Buffer, to: number): void {
  for (let at = from; at < end;) {
    const colour = pixels[at] as number;
    let next = at + 1;
    while (next < end && pixels[next] === colour) next++;
    const place = placeOf(colours, colour);
    const stop = to + next - at;
    if (next - at > longRun) rows.fill(place, to, stop);
    else for (let pixel = to; pixel < stop; pixel++) rows[pixel] = place;
    to = stop;
    at = next;
  }
}

function placeOf(colours: Colours, colour: number): number {
  const slot = flatSlot(colours.flats, colour);
  if (colours.flats[slot] === colour) return colours.flatPlaces[slot] as number;
  const shade = ((colour >>> 4) & 0xf) | ((colour >>> 8) & 0xf0) | ((colour >>> 12) & 0xf00);
  const known = colours.shadePlaces[shade] as number;
  return known >= 0 ? known : addShade(colours, shade, colour);
}

/** The middle of the shade's sixteenths joins the palette, so that no shade is further from its colour than half of one. */
function addShade({ palette, shadePlaces }: Colours, shade: number, colour: number): number {
  const middle = 0xff080808 | (colour & 0xf0f0f0);
  const place = palette.length < most ? palette.push(middle) - 1 : nearest(middle, palette);
  shadePlaces[shade] = place;
  return place;
}

function nearest(colour: number, palette: readonly number[]): number {
  const far = palette.map(
    (other) =>
      ((colour & 255) - (other & 255)) ** 2 +
      (((colour >>> 8) & 255) - ((other >>> 8) & 255)) ** 2 +
      (((colour >>> 16) & 255) - ((other >>> 16) & 255)) ** 2,
  );
  return far.indexOf(Math.min(...far));
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(name, 4, "latin1");
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8);
  return whole;
}
