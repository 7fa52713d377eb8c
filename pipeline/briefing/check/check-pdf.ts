import { readContent } from "./content.ts";
import { isDict, isRef, isStream, parsePdf, textOf, type PdfDict, type PdfFile, type PdfValue } from "./parse-pdf.ts";
import { checkStructure } from "./rules-structure.ts";
import { readStructure, walk } from "./structure.ts";

/** A breach of a rule. `rule` is the condition of the Matterhorn protocol, or "A-2a" and "house" for the other two books. */
export type Breach = { readonly rule: string; readonly message: string };

function pagesOf(file: PdfFile, node: PdfValue | undefined): { number: number; dict: PdfDict }[] {
  const dict = file.resolve(node);
  if (!isDict(dict)) return [];
  if (dict["Type"] === "/Page") return [{ number: isRef(node) ? node.ref : 0, dict }];
  const kids = file.resolve(dict["Kids"]);
  return Array.isArray(kids) ? (kids as readonly PdfValue[]).flatMap((kid) => pagesOf(file, kid)) : [];
}

function checkDocument(file: PdfFile, catalog: PdfDict, breach: (rule: string, message: string) => void): void {
  const metadata = file.resolve(catalog["Metadata"]);
  const xmp = isStream(metadata) ? Buffer.from(metadata.bytes).toString("utf8") : "";
  if (xmp === "") breach("06-001", "the file has no metadata");
  if (!/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp)) breach("06-002", "the metadata does not claim PDF/UA-1");
  const title = /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]+)<\/rdf:li>/.exec(xmp)?.[1] ?? "";
  if (title === "") breach("06-003", "the metadata has no title");
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(xmp)) breach("06-001", "the metadata holds an ampersand that is not escaped");
  if (!/<pdfaid:part>2<\/pdfaid:part>[\s\S]*<pdfaid:conformance>A</.test(xmp)) breach("A-2a", "the metadata does not claim PDF/A-2a");
  const preferences = file.resolve(catalog["ViewerPreferences"]);
  if (!isDict(preferences) || preferences["DisplayDocTitle"] !== true) breach("07-002", "the title is not shown in the window");
  const marked = file.resolve(catalog["MarkInfo"]);
  if (!isDict(marked) || marked["Marked"] !== true) breach("01-007", "the file is not marked as tagged");
  if (isDict(marked) && marked["Suspects"] === true) breach("01-007", "the tags are marked as suspect");
  if (textOf(catalog["Lang"]) === null) breach("11-006", "the document has no language");
  if (!isDict(file.resolve(catalog["StructTreeRoot"]))) breach("01-005", "there is no structure tree");
  if (file.trailer["Encrypt"] !== undefined) breach("26-001", "the file is encrypted");
  if (file.trailer["ID"] === undefined) breach("A-2a", "the file has no identifier");
  if (catalog["OutputIntents"] === undefined) breach("A-2a", "there is no output intent");
  if (catalog["OCProperties"] !== undefined) breach("20-001", "the file has optional content, which packs do not use");
  if (catalog["AcroForm"] !== undefined) breach("25-001", "the file has a form, which packs do not use");
  if (file.version !== "1.7") breach("A-2a", `the version is ${file.version}, not 1.7`);
  const outlines = file.resolve(catalog["Outlines"]);
  if (!isDict(outlines) || typeof outlines["Count"] !== "number")
    breach("house", "there are no bookmarks, or they do not say how many they are");
}

function checkFonts(file: PdfFile, breach: (rule: string, message: string) => void): void {
  for (const value of file.objects.values()) {
    if (!isDict(value) || value["Type"] !== "/Font") continue;
    const name = String(value["BaseFont"] ?? "a font");
    if (value["Subtype"] === "/Type0") {
      if (value["Encoding"] !== "/Identity-H") breach("31-006", `${name} has the encoding ${String(value["Encoding"])}`);
      const map = file.resolve(value["ToUnicode"]);
      if (!isStream(map)) breach("31-027", `${name} has no map to characters`);
      else if (/<>/.test(Buffer.from(map.bytes).toString("latin1"))) breach("31-027", `${name} has glyphs that stand for no character`);
    } else if (value["Subtype"] === "/CIDFontType2") {
      const descriptor = file.resolve(value["FontDescriptor"]);
      if (!isDict(descriptor) || !isStream(file.resolve(descriptor["FontFile2"]))) breach("31-009", `${name} is not embedded`);
      if (value["CIDToGIDMap"] === undefined) breach("31-005", `${name} has no map from codes to glyphs`);
    } else breach("31-009", `${name} is a ${String(value["Subtype"])}, which is not embedded`);
  }
}

/** Every breach of the rules that a machine can check; [] for a file that is in order. */
export function checkPdf(bytes: Uint8Array): Breach[] {
  const breaches: Breach[] = [];
  const breach = (rule: string, message: string): void => void breaches.push({ rule, message });
  const file = parsePdf(bytes);
  const catalog = file.resolve(file.trailer["Root"]);
  if (!isDict(catalog)) return [{ rule: "A-2a", message: "the file has no catalogue" }];
  checkDocument(file, catalog, breach);
  checkFonts(file, breach);
  const structure = readStructure(file, catalog);
  checkStructure(file, structure, breach);
  const inTree = new Map<number, Set<number>>();
  const linked = new Set<number>();
  for (const { element } of walk(structure)) {
    for (const { page, mcid } of element.content) inTree.set(page, (inTree.get(page) ?? new Set<number>()).add(mcid));
    for (const annotation of element.annotations) if (element.tag === "Link") linked.add(annotation);
  }
  pagesOf(file, catalog["Pages"]).forEach(({ number, dict }, index) => {
    const place = `page ${index + 1}`;
    if (dict["Tabs"] !== "/S") breach("28-008", `${place} does not go by structure when tabbing`);
    const stream = file.resolve(dict["Contents"]);
    const facts = isStream(stream) ? readContent(stream.bytes) : null;
    if (!facts) {
      breach("house", `${place} is empty`);
      return;
    }
    if (facts.untagged.length > 0) breach("01-005", `${place} draws ${facts.untagged.length} things that are neither tagged nor artifacts`);
    if (facts.nested > 0) breach("01-003", `${place} mixes artifacts and tagged content ${facts.nested} times`);
    if (facts.unbalanced) breach("01-005", `${place} does not close its marked content`);
    if (facts.missingGlyphs > 0) breach("31-030", `${place} shows ${facts.missingGlyphs} characters that the font lacks`);
    const known = inTree.get(number) ?? new Set<number>();
    for (const mcid of facts.mcids) if (!known.has(mcid)) breach("01-006", `${place} has content ${mcid} that no tag holds`);
    const annotations = file.resolve(dict["Annots"]);
    for (const reference of Array.isArray(annotations) ? (annotations as readonly PdfValue[]) : []) {
      const annotation = file.resolve(reference);
      if (!isDict(annotation)) continue;
      if (!linked.has(isRef(reference) ? reference.ref : 0)) breach("28-011", `${place} has a link outside a Link tag`);
      if ((textOf(annotation["Contents"]) ?? "") === "") breach("28-012", `${place} has a link without a description`);
    }
  });
  return breaches;
}
