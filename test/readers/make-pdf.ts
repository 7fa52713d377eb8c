export type PdfLineSpec = { text: string; x?: number; y: number; size?: number; bold?: boolean };

const escape = (text: string): string => text.replace(/[\\()]/g, "\\$&");

/** A PDF without tags whose pages print the given lines, for tests. `extra` goes into the trailer. */
export function makePdf(pages: readonly (readonly PdfLineSpec[])[], extra = ""): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(" ");
  objects.push("<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
  objects.push("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>");
  for (const [i, lines] of pages.entries()) {
    const content = lines.map((line) => `BT /${line.bold ? "F2" : "F1"} ${line.size ?? 12} Tf 1 0 0 1 ${line.x ?? 72} ${line.y} Tm (${escape(line.text)}) Tj ET`).join("\n");
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents ${6 + i * 2} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  }
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer<</Size ${objects.length + 1}/Root 1 0 R${extra}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}
