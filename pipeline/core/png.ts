import { constants, crc32, deflateSync } from "node:zlib";

/** Most colours that a PNG with a palette can hold. */
const most = 256;
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * Encodes opaque RGBA pixels of drawings as PNGs with a palette. Drawings have few flat colours and many
 * shades between them along edges: the flat ones in `exact` (0xRRGGBB) are kept to the bit, the commonest
 * shades follow, and a shade without a place takes the nearest, which differs by less than an eye can see.
 * Library encoders write true colour, at ten times the time and twice the size. Same bytes for the same pixels.
 */
export type PngEncoder = (width: number, height: number, rgba: Uint8Array, exact: readonly number[]) => Uint8Array;

/** An encoder keeps its working memory, of some megabytes, from one picture to the next: taking it anew costs as much as a scan. */
export function openPngEncoder(): PngEncoder {
  const seen: Seen = { colours: new Uint32Array(slotCount), counts: new Uint32Array(slotCount), used: [] };
  const runs: Runs = { slots: new Uint16Array(1 << 17), lengths: new Uint16Array(1 << 17), count: 0 };
  let rows = Buffer.alloc(0);
  return (width, height, rgba, exact) => {
    findRuns(width, new Uint32Array(rgba.buffer, rgba.byteOffset, width * height), seen, runs);
    const { palette, places } = choosePalette(seen, exact);
    // Each row starts with a zero: the filter that leaves it as it is.
    if (rows.length !== (width + 1) * height) rows = Buffer.alloc((width + 1) * height);
    placeRuns(width, runs, places, rows);
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 3], 8);
    return Buffer.concat([
      signature,
      chunk("IHDR", header),
      chunk("PLTE", Buffer.from([...palette].flatMap((colour) => [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255]))),
      chunk("IDAT", deflateSync(rows, { level: 1, strategy: constants.Z_RLE, memLevel: 9 })),
      chunk("IEND", Buffer.alloc(0)),
    ]);
  };
}

/** Colours as they lie in memory (0xAABBGGRR), each with a slot, and how many pixels have it. */
type Seen = { colours: Uint32Array; counts: Uint32Array; used: number[] };
/** Stretches of one colour within a row, in order. */
type Runs = { slots: Uint16Array; lengths: Uint16Array; count: number };

/** A power of two, well above the few thousand shades that a drawing has. */
const slotCount = 1 << 16;

function findRuns(width: number, pixels: Uint32Array, seen: Seen, runs: Runs): void {
  for (const slot of seen.used) seen.counts[slot] = 0;
  seen.used.length = 0;
  runs.count = 0;
  for (let start = 0; start < pixels.length; start += width) {
    const end = start + width;
    if (runs.count + width > runs.slots.length) {
      runs.slots = grow(runs.slots);
      runs.lengths = grow(runs.lengths);
    }
    for (let at = start; at < end;) {
      const colour = pixels[at] as number;
      let next = at + 1;
      while (next < end && pixels[next] === colour) next++;
      runs.slots[runs.count] = count(seen, colour, next - at);
      runs.lengths[runs.count++] = next - at;
      at = next;
    }
  }
}

function placeRuns(width: number, runs: Runs, places: Uint8Array, rows: Buffer): void {
  for (let run = 0, at = 0, left = 0; run < runs.count; run++) {
    if (left === 0) at++;
    const place = places[runs.slots[run] ?? 0] ?? 0;
    const end = at + (runs.lengths[run] ?? 0);
    left = (left + end - at) % width;
    if (end - at > 32) rows.fill(place, at, end);
    else for (let to = at; to < end; to++) rows[to] = place;
    at = end;
  }
}

function grow(array: Uint16Array): Uint16Array {
  const larger = new Uint16Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Adds pixels to a colour's slot and gives the slot: a hash table without objects, since this runs for every edge. */
function count(seen: Seen, colour: number, pixels: number): number {
  let slot = (Math.imul(colour, 0x9e3779b1) >>> 16) & (slotCount - 1);
  while (seen.counts[slot] !== 0 && seen.colours[slot] !== colour) slot = (slot + 1) & (slotCount - 1);
  if (seen.counts[slot] === 0) {
    if (seen.used.length === slotCount - 1) throw new Error("This encoder is for drawings: the picture has too many colours");
    seen.colours[slot] = colour;
    seen.used.push(slot);
  }
  seen.counts[slot] = (seen.counts[slot] ?? 0) + pixels;
  return slot;
}

/** The palette, and for each slot its place in it. */
function choosePalette({ colours, counts, used }: Seen, exact: readonly number[]): { palette: Uint32Array; places: Uint8Array } {
  const flat = new Set(exact.map(inMemory));
  // Flat colours first, then by how common; ties go by colour, so that the order of painting decides nothing.
  const order = used
    .map((slot) => ({ slot, colour: colours[slot] ?? 0, weight: flat.has(colours[slot] ?? 0) ? Infinity : (counts[slot] ?? 0) }))
    .sort((a, b) => (a.weight === b.weight ? a.colour - b.colour : b.weight - a.weight));
  const palette = Uint32Array.from(order.slice(0, most), ({ colour }) => colour);
  const places = new Uint8Array(slotCount);
  for (const [place, { slot, colour }] of order.entries()) places[slot] = place < most ? place : nearest(colour, palette);
  return { palette, places };
}

const inMemory = (rgb: number): number => (0xff000000 | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;

function nearest(colour: number, palette: Uint32Array): number {
  const [red, green, blue] = [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255];
  let best = 0;
  let least = Infinity;
  for (let place = 0; place < palette.length; place++) {
    const other = palette[place] as number;
    const far = (red - (other & 255)) ** 2 + (green - ((other >>> 8) & 255)) ** 2 + (blue - ((other >>> 16) & 255)) ** 2;
    if (far >= least) continue;
    least = far;
    best = place;
  }
  return best;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(name, 4, "latin1");
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8);
  return whole;
}
