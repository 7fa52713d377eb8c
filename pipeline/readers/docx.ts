import { inflateRawSync } from "node:zlib";
import JSZip from "jszip";
import mammoth from "mammoth";
import { writeNumbers } from "./docx-numbers.ts";
import { readHtml, type HtmlContent } from "./html.ts";
import { ReadError } from "./read-error.ts";
import { zipEntries } from "./zip-entries.ts";

/** Characters of XML in one document: a council report of 500 pages has about 10 million. */
const mostXml = 40_000_000;

/** Inflates the parts that hold text, within a limit: a small file can unpack to fill the memory. */
function checkSize(name: string, bytes: Uint8Array): void {
  let left = mostXml;
  for (const entry of zipEntries(bytes)) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    if (entry.encrypted)
      throw new ReadError(`${name} is expected to be an open Word document but is encrypted; save a copy without a password.`);
    try {
      left -= entry.method === 8 ? inflateRawSync(entry.data, { maxOutputLength: Math.max(1, left) }).length : entry.data.length;
    } catch (error) {
      const large = error instanceof RangeError;
      throw new ReadError(
        large
          ? `${name} is expected to be a document of ordinary size but unpacks to over ${mostXml / 1_000_000} MB; save the part that is needed as a new file.`
          : `${name} is expected to be a whole Word document but a part of it is damaged; copy or download it again.`,
      );
    }
  }
}

const noLists = '<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

/** The file with the numbers of its automatic lists written out, which the library for Word leaves out; then also without the rules of its lists. */
async function withNumbers(bytes: Uint8Array): Promise<{ file: Uint8Array; withoutLists(): Promise<Uint8Array> }> {
  const zip = await JSZip.loadAsync(bytes);
  const partOf = async (name: string): Promise<string> => (await zip.file(`word/${name}.xml`)?.async("string")) ?? "";
  const pack = (): Promise<Uint8Array> => zip.generateAsync({ type: "uint8array", compression: "STORE" });
  const [document, numbering, styles] = [await partOf("document"), await partOf("numbering"), await partOf("styles")];
  if (document === "" || numbering === "") return { file: bytes, withoutLists: () => Promise.resolve(bytes) };
  zip.file("word/document.xml", writeNumbers(document, numbering, styles));
  const withoutLists = (): Promise<Uint8Array> => {
    zip.file("word/numbering.xml", noLists);
    return pack();
  };
  return { file: await pack(), withoutLists };
}

function convert(file: Uint8Array): Promise<{ value: string }> {
  return mammoth.convertToHtml(
    { buffer: Buffer.from(file) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", "p[style-name='Caption'] => p:fresh"],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
      externalFileAccess: false,
    },
  );
}

/**
 * Blocks of a Word document. Headings come from its styles and the numbers of automatic lists from its rules
 * of numbering; headers, footers and pictures are left out. Throws ReadError when the file is encrypted,
 * damaged or far too large.
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<HtmlContent> {
  checkSize(name, bytes);
  let html: string;
  try {
    const { file, withoutLists } = await withNumbers(bytes);
    // Word opens a file whose rules of lists lack a part; the library does not, but the numbers stand in the text already.
    html = (await convert(file).catch(async () => convert(await withoutLists()))).value;
  } catch {
    throw new ReadError(
      `${name} is expected to be a Word document but its content is damaged; open it in Word and save it again as .docx.`,
    );
  }
  return readHtml(name, `<body>${html}</body>`, false);
}
