import { FileError } from "../../core/effects.ts";
import { nodeEffects } from "../../core/node-effects.ts";
import { findPeople } from "../../extract/people/find-people.ts";
import { personalDataRemover, withoutPersonalData } from "../../extract/personal-data.ts";
import { describeDocument } from "../../extract/describe/describe-document.ts";
import type { Authority } from "../../model/authority.ts";
import type { DocumentRow, SourceDocument } from "../../model/document.ts";
import type { Finding } from "../../model/finding.ts";
import type { ManifestEntry } from "../../model/manifest-entry.ts";
import { readDocument, ReadError } from "../../readers/read-document.ts";
import { documentFinding } from "../../model/file-findings.ts";

export type ReadInput = { name: string; path: string; entry: ManifestEntry | null; authorities: readonly Authority[] };
/** `people` are the names that the document holds, for what is made of its words. */
export type ReadOutput = { source: SourceDocument | null; row: DocumentRow | null; people: string[]; findings: Finding[] };

const effects = nodeEffects({ write: () => true });

/** Reads one document. One that cannot be read is a finding, and the others are built without it. */
export async function readDocumentTask({ name, path, entry, authorities }: ReadInput): Promise<ReadOutput> {
  try {
    const source = await readDocument(name, await effects.readFile(path));
    const described = describeDocument(source, entry, authorities);
    const people = findPeople([described.title, ...source.blocks.map((block) => block.text)]);
    const row = withoutPersonalData(described, personalDataRemover(people), "title", "publisher");
    const findings: Finding[] = [];
    if (entry?.sha256 && entry.sha256 !== row.sha256) {
      findings.push(
        documentFinding(
          "warning",
          name,
          "document_changed",
          `${name} is not the file that manifest.json describes: its content has changed. Check the file, then update its sha256 there.`,
          row.sha256,
        ),
      );
    }
    if (source.blankPages.length > 0) {
      const pages = source.blankPages.join(", ");
      findings.push(
        documentFinding(
          "note",
          name,
          "pages_without_text",
          `${name} has no text on page ${pages}: if they are scanned images, run OCR over the file and read it again.`,
        ),
      );
    }
    return { source, row, people, findings };
  } catch (error) {
    if (!(error instanceof ReadError || error instanceof FileError)) throw error;
    const message = error instanceof ReadError ? error.message : `${name} was not read because ${error.reason}. The other documents were.`;
    return { source: null, row: null, people: [], findings: [documentFinding("error", name, "document_unread", message)] };
  }
}
