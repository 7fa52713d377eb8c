import { ReadError } from "./read-error.ts";

const sample = 4096;

/** Which of UTF-16's two byte orders the zero bytes of plain Western text give away; null when neither. */
function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, sample) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return "utf-16le";
  if (even > half * 0.7 && odd < half * 0.05) return "utf-16be";
  return null;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return utf16Order(bytes) ?? "utf-8";
}

/** Text of a file in UTF-8, UTF-16 (with or without a byte order mark) or Windows-1252, without its byte order mark, whatever the bytes are. */
export function decodeLoosely(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: encoding === "utf-8" }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The same for what must be text. Throws ReadError when the bytes are none. */
export function decodeText(name: string, bytes: Uint8Array): string {
  const text = decodeLoosely(bytes);
  if (!isText(text)) {
    const form = /\.csv$/i.test(name) ? "CSV" : ".docx, .pdf or plain text";
    throw new ReadError(`${name} is expected to hold text but holds binary data; save it again from the program that made it, as ${form}.`);
  }
  return text;
}

/** Control characters other than white space are rare in text: under one in a hundred, and no zeros. */
function isText(text: string): boolean {
  const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g;
  if (text.slice(0, 1_000_000).includes("\u0000")) return false;
  const head = text.slice(0, 1_000_000);
  let count = 0;
  for (const _ of head.matchAll(controls)) count++;
  return count * 100 <= head.length;
}
