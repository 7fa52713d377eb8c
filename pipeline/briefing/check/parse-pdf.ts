import { inflateSync } from "node:zlib";

/** Objects of a PDF file as plain data. Names start with "/"; strings are wrapped so that they differ from names. */
interface PdfRef {
  readonly ref: number;
}
interface PdfString {
  readonly string: string;
}
export type PdfDict = { readonly [key: string]: PdfValue };
interface PdfStream {
  readonly dict: PdfDict;
  readonly bytes: Uint8Array;
}
export type PdfValue = null | boolean | number | string | PdfString | PdfRef | PdfDict | PdfStream | readonly PdfValue[];

export const isDict = (value: PdfValue | undefined): value is PdfDict =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !("ref" in value) && !("string" in value) && !("bytes" in value);
export const isStream = (value: PdfValue | undefined): value is PdfStream =>
  typeof value === "object" && value !== null && "bytes" in value;
export const isRef = (value: PdfValue | undefined): value is PdfRef => typeof value === "object" && value !== null && "ref" in value;
export const textOf = (value: PdfValue | undefined): string | null =>
  typeof value === "object" && value !== null && "string" in value ? String(value.string) : null;

/** Reads one value after another from bytes held as Latin-1 text, which keeps every byte as one character. */
export class PdfReader {
  readonly #text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  #skip(): void {
    for (;;) {
      const c = this.#text[this.at];
      if (c === "%") while (this.at < this.#text.length && !/[\r\n]/.test(this.#text[this.at] ?? "")) this.at++;
      else if (c !== undefined && /[\s\0]/.test(c)) this.at++;
      else return;
    }
  }

  get ended(): boolean {
    this.#skip();
    return this.at >= this.#text.length;
  }

  /** A bare word such as an operator comes back as a name without its slash. */
  value(): PdfValue {
    this.#skip();
    const rest = this.#text;
    const c = rest[this.at];
    if (c === "<" && rest[this.at + 1] === "<") return this.#dict();
    if (c === "<") return this.#hex();
    if (c === "(") return this.#literal();
    if (c === "[") return this.#array();
    if (c === "/") return this.#name();
    const pattern = /[^\s\0()<>[\]{}/%]+/y;
    pattern.lastIndex = this.at;
    const word = pattern.exec(rest)?.[0] ?? rest[this.at] ?? "";
    this.at += Math.max(1, word.length);
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) {
      const reference = /\s+(\d+)\s+R(?![A-Za-z])/y;
      reference.lastIndex = this.at;
      const found = /^\d+$/.test(word) ? reference.exec(rest) : null;
      if (!found) return Number(word);
      this.at = reference.lastIndex;
      return { ref: Number(word) };
    }
    return word === "true" ? true : word === "false" ? false : word === "null" ? null : word;
  }

  #name(): string {
    const pattern = /\/[^\s\0()<>[\]{}/%]*/y;
    pattern.lastIndex = this.at;
    const raw = pattern.exec(this.#text)?.[0] ?? "/";
    this.at += raw.length;
    return raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }

  #array(): PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (;;) {
      this.#skip();
      if (this.#text[this.at] === "]" || this.at >= this.#text.length) {
        this.at++;
        return values;
      }
      values.push(this.value());
    }
  }

  #dict(): PdfDict {
    this.at += 2;
    const dict: Record<string, PdfValue> = {};
    for (;;) {
      this.#skip();
      if (this.#text.startsWith(">>", this.at) || this.at >= this.#text.length) {
        this.at += 2;
        return dict;
      }
      const key = this.#name();
      dict[key.slice(1)] = this.value();
    }
  }

  #hex(): PdfString {
    const end = this.#text.indexOf(">", this.at);
    const hex = this.#text.slice(this.at + 1, end).replace(/\s/g, "");
    this.at = end + 1;
    return decode((hex.length % 2 === 0 ? hex : `${hex}0`).replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16))));
  }

  #literal(): PdfString {
    let depth = 0;
    let out = "";
    const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
    for (;;) {
      const c = this.#text[this.at++];
      if (c === undefined) return decode(out);
      if (c === "\\") {
        const next = this.#text[this.at++] ?? "";
        if (/[0-7]/.test(next)) {
          let octal = next;
          while (octal.length < 3 && /[0-7]/.test(this.#text[this.at] ?? "")) octal += this.#text[this.at++] ?? "";
          out += String.fromCharCode(parseInt(octal, 8));
        } else out += escapes[next] ?? next;
      } else if (c === "(") {
        if (depth++ > 0) out += c;
      } else if (c === ")") {
        if (--depth === 0) return decode(out);
        out += c;
      } else out += c;
    }
  }
}

/** Text strings are UTF-16 when they start with its mark. */
function decode(raw: string): PdfString {
  if (!raw.startsWith("\u00fe\u00ff")) return { string: raw };
  return {
    string: raw
      .slice(2)
      .replace(/([\s\S])([\s\S])/g, (_, high: string, low: string) => String.fromCharCode(high.charCodeAt(0) * 256 + low.charCodeAt(0))),
  };
}

export type PdfFile = {
  readonly objects: ReadonlyMap<number, PdfValue>;
  readonly trailer: PdfDict;
  readonly version: string;
  resolve(value: PdfValue | undefined): PdfValue;
};

/** A file with a plain cross-reference table, as pdfkit writes it. Throws for anything else. */
export function parsePdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  if (!text.startsWith("xref", start))
    throw new Error("The file has no plain cross-reference table at its end; it was not written by this program");
  const objects = new Map<number, PdfValue>();
  const table = text.slice(start, text.indexOf("trailer", start));
  for (const [, offset = "0"] of table.matchAll(/^(\d{10}) \d{5} n/gm)) {
    const head = /(\d+) \d+ obj/y;
    head.lastIndex = Number(offset);
    const number = Number(head.exec(text)?.[1]);
    if (!Number.isInteger(number)) throw new Error(`No object stands at byte ${Number(offset)}, where the cross-reference table points`);
    const reader = new PdfReader(text, head.lastIndex);
    const value = reader.value();
    const stream = /\s*stream\r?\n/y;
    stream.lastIndex = reader.at;
    const length = isDict(value) ? value["Length"] : undefined;
    if (isDict(value) && stream.test(text) && typeof length === "number") {
      const raw = bytes.subarray(stream.lastIndex, stream.lastIndex + length);
      objects.set(number, { dict: value, bytes: value["Filter"] === "/FlateDecode" ? new Uint8Array(inflateSync(raw)) : raw });
    } else objects.set(number, value);
  }
  const trailer = new PdfReader(text, text.indexOf("trailer", start) + 7).value();
  if (!isDict(trailer)) throw new Error("The trailer is not a dictionary");
  return {
    objects,
    trailer,
    version: /^%PDF-(\d\.\d)/.exec(text)?.[1] ?? "",
    resolve: (value) => (isRef(value) ? (objects.get(value.ref) ?? null) : (value ?? null)),
  };
}
