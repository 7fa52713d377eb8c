export type PdfLineSpec = { text: string; x?: number; y: number; size?: number; bold?: boolean };

const escape = (text: string): string => text.replace(/[\\()]/g, "\\$&");

/** A PDF without tags whose pages print the given lines, for tests. `extra` goes into the trailer. */
export function makePdf(pages: readonly (readonly PdfLineSpec[])[], extra = ""): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(" ");
  objects.push("<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
  objects.push(
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
  );
  for (const [i, lines] of pages.entries()) {
    const content = lines
      .map(
        (line) => `BT /${line.bold ? "F2" : "F1"} ${line.size ?? 12} Tf 1 0 0 1 ${line.x ?? 72} ${line.y} Tm (${escape(line.text)}) Tj ET`,
      )
      .join("\n");
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents ${6 + i * 2} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  }
  return assemble(
    objects.map((object) => Buffer.from(object, "latin1")),
    extra,
  );
}

/** A stream object with the given entries of its dictionary. */
export function stream(entries: string, content: Uint8Array | string): Uint8Array {
  const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  return Buffer.concat([Buffer.from(`<<${entries}/Length ${bytes.length}>>stream\n`), bytes, Buffer.from("\nendstream")]);
}

/** A PDF of the given objects, numbered from 1; the first is the catalogue. */
export const pdfOf = (...objects: readonly (Uint8Array | string)[]): Uint8Array =>
  assemble(
    objects.map((object) => (typeof object === "string" ? Buffer.from(object, "latin1") : object)),
    "",
  );

function assemble(objects: readonly Uint8Array[], extra: string): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from("%PDF-1.4\n")];
  let at = parts[0]?.length ?? 0;
  const add = (part: Uint8Array): void => void ((at += part.length), parts.push(part));

  const offsets = objects.map((object, i) => {
    const from = at;
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]));
    return from;
  });
  const start = at;
  const entries = offsets.map((from) => `${String(from).padStart(10, "0")} 00000 n \n`).join("");
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer<</Size ${objects.length + 1}/Root 1 0 R${extra}>>\nstartxref\n${start}\n%%EOF\n`,
      "latin1",
    ),
  );
  return Buffer.concat(parts);
}
