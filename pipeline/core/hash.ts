import { createHash } from "node:crypto";

/** SHA-256 of bytes, or of a text's UTF-8, as 64 hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** A name as part of an id: white space, and the sign that stands for it, as in the address of a page. */
export const withoutSpaces = (name: string): string => name.replace(/[%\s]/gu, encodeURIComponent);

/**
 * A short stable id: a prefix and the first 12 hexadecimal digits over the parts. Parts are joined by
 * a character that no part holds, so that ("ab", "c") and ("a", "bc") differ.
 */
export function shortId(prefix: string, ...parts: readonly (string | number | null)[]): string {
  return `${prefix}-${sha256(parts.map((part) => (part === null ? "" : String(part))).join("\u001f")).slice(0, 12)}`;
}
