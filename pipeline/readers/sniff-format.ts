import type { Format } from "../model/document.ts";
import { ReadError } from "./read-error.ts";
import { zipEntries } from "./zip-entries.ts";

/** What messages call each format; the format itself is its usual extension. */
const nameOf: Readonly<Record<Format, string>> = {
  txt: "plain text",
  md: "markdown",
  html: "a web page",
  docx: "a Word document",
  pdf: "a PDF",
};
const otherExtensions: ReadonlyMap<string, Format> = new Map([
  ["markdown", "md"],
  ["htm", "html"],
]);
const known = Object.keys(nameOf)
  .map((format) => `.${format}`)
  .join(", ")
  .replace(/, (?=[^,]*$)/, " or ");

const isFormat = (extension: string): extension is Format => Object.hasOwn(nameOf, extension);

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);
const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** What the bytes themselves say: a format, "text", or the name of something that cannot be read. */
function formatOfBytes(bytes: Uint8Array): Format | "text" | { other: string } {
  const head = latin1(bytes.subarray(0, 1024));
  if (head.includes("%PDF-")) return "pdf";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    const names = zipEntries(bytes).map((entry) => entry.name);
    if (names.includes("word/document.xml")) return "docx";
    if (names.length === 0) return { other: "an archive that was cut short" };
    return {
      other: names.some((name) => name.startsWith("xl/"))
        ? "a spreadsheet"
        : names.some((name) => name.startsWith("ppt/"))
          ? "a slide show"
          : "an archive",
    };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { other: "an encrypted or old Office file" };
  if (head.startsWith("{\\rtf")) return { other: "rich text (RTF)" };
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff]) || startsWith(bytes, [0x47, 0x49, 0x46, 0x38]))
    return { other: "a picture" };
  if (/^\ufeff?(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b/i.test(head)) return "html";
  return "text";
}

/** Format of a document by its extension and its bytes; throws ReadError when they disagree or are unknown. */
export function sniffFormat(name: string, bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new ReadError(`${name} is expected to hold a document but is empty; copy it again from its source.`);
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const expected = isFormat(extension) ? extension : otherExtensions.get(extension);
  const found = formatOfBytes(bytes);
  if (typeof found === "object") {
    const advice =
      found.other === "an encrypted or old Office file"
        ? "open it in Word and save it as .docx without a password"
        : "save it as .docx or .pdf, or run OCR if it is a picture";
    throw new ReadError(
      `${name} is expected to be ${expected ? nameOf[expected] : `one of ${known}`} but holds ${found.other}; ${advice}.`,
    );
  }
  if (!expected) {
    const advice = found === "text" ? "rename it if it is a document, or take it out of the folder" : `rename it to end in .${found}`;
    throw new ReadError(`${name} is expected to end in ${known} but ends in ${extension ? `.${extension}` : "nothing"}; ${advice}.`);
  }
  const isText = expected === "txt" || expected === "md" || expected === "html";
  if (found === expected || (found === "text" && isText) || (found === "html" && expected === "md")) return expected;
  const what = found === "text" ? "text or damaged data" : nameOf[found];
  const advice = found === "text" ? "copy or download it again" : `rename it to end in .${found}`;
  throw new ReadError(`${name} is expected to be ${nameOf[expected]} but holds ${what}; ${advice}.`);
}
