type ZipEntry = { name: string; method: number; encrypted: boolean; data: Uint8Array };

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const mostEntries = 10_000;

/** Entries of a zip file by its central directory, still packed; [] when the file has none that is whole. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return [];
  const entries: ZipEntry[] = [];
  const count = Math.min(view.getUint16(end + 10, true), mostEntries);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count && at + 46 <= bytes.length && view.getUint32(at, true) === directoryEntry; i++) {
    const packed = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (local + 30 <= bytes.length && view.getUint32(local, true) === localHeader) {
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
      entries.push({ name, method: view.getUint16(at + 10, true), encrypted, data: bytes.subarray(start, start + packed) });
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Place of the record that ends the directory; a comment of up to 64 KiB may follow it. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 66_000); at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return -1;
}
