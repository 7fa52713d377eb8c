import { inTurn } from "../core/in-turn.ts";
import { decodeLoosely } from "../readers/decode-text.ts";
import { parseManifest } from "../readers/manifest.ts";
import type { ManifestEntry } from "../model/manifest-entry.ts";
import { sha256 } from "../core/hash.ts";
import type { Handle } from "../core/steps.ts";
import { LimitError } from "../core/worker-pool.ts";
import type { Authority } from "../model/authority.ts";
import type { Finding } from "../model/finding.ts";
import type { Context } from "./context.ts";
import { documentFinding } from "../model/file-findings.ts";
import type { ExtractInput, ExtractOutput } from "./tasks/extract-document.ts";
import type { ReadInput, ReadOutput } from "./tasks/read-document.ts";

export type ReadHandles = { name: string; handle: Handle<ReadOutput> }[];
export type ExtractHandles = { name: string; handle: Handle<ExtractOutput> }[];

/** Why a task of one document failed, to follow "because". */
export const reasonOf = (error: unknown): string => {
  if (error instanceof LimitError) return error.message;
  return `of an unexpected fault (${error instanceof Error ? error.message : String(error)})`;
};

/** "2, sha256" of a fault of an entry; "" of others. */
const placeInEntry = (fault: string): string => / entry (\d+, [^:]+):/.exec(fault)?.[1] ?? "";

async function manifestEntries(context: Context): Promise<{ entries: Map<string, ManifestEntry>; findings: Finding[] }> {
  const manifest = context.inputs.find((input) => input.kind === "manifest" && input.name === "manifest.json");
  if (!manifest) return { entries: new Map(), findings: [] };
  const { entries, errors } = parseManifest(decodeLoosely(await context.effects.readFile(manifest.path)));
  const present = new Set(context.inputs.filter((input) => input.kind === "document").map((input) => input.name));
  const absent = entries.filter((entry) => !present.has(entry.document));
  return {
    entries: new Map(entries.map((entry) => [entry.document, entry])),
    findings: [
      ...errors.map((error) => documentFinding("error", manifest.name, "manifest_fault", error, placeInEntry(error))),
      ...absent.map((entry) =>
        documentFinding(
          "warning",
          manifest.name,
          "document_missing",
          `manifest.json describes ${entry.document}, which is not in the folder: add the file or remove the entry.`,
          entry.document,
        ),
      ),
    ],
  };
}

/** Ingest, documents: one step a file, several at a time. */
export async function readDocuments(
  context: Context,
  register: Handle<Authority[]>,
): Promise<{ handles: ReadHandles; findings: Finding[] }> {
  const { entries, findings } = await manifestEntries(context);
  let names: Promise<Authority[]> | null = null;
  const authorities = (): Promise<Authority[]> => (names ??= register.value());
  const files = context.inputs.filter((input) => input.kind === "document");
  let done = 0;
  const handles = await inTurn(files, context.jobs * 2, async (file) => {
    const entry = entries.get(file.name) ?? null;
    const spec = {
      id: `ingest ${file.name}`,
      code: context.code.ingest,
      inputs: { [`document ${file.name}`]: file.sha256, "its manifest entry": sha256(JSON.stringify(entry)), [register.id]: register.hash },
    };
    const handle = await context.steps.run<ReadOutput>(spec, async () =>
      context.readers
        .run<ReadInput, ReadOutput>("read-document", { name: file.name, path: file.path, entry, authorities: await authorities() })
        .then(
          // A file that somebody saved while it was being read is read again by the next run.
          (value) => ({ value, files: [], passing: value.row !== null && value.row.sha256 !== file.sha256 }),
          // Perhaps only the machine was busy: the next run tries again.
          (error: unknown) => ({ value: unread(file.name, reasonOf(error)), files: [], passing: true }),
        ),
    );
    context.effects.progress(`ingest ${++done} of ${files.length}: ${file.name}`);
    return { name: file.name, handle };
  });
  return { handles, findings };
}

function unread(name: string, why: string): ReadOutput {
  const message = `${name} was not read because ${why}. Save it again from the program that made it, or split it; the other documents were read.`;
  return { source: null, row: null, people: [], findings: [documentFinding("error", name, "document_unread", message)] };
}

/** Extract: one step a document. From a document that could not be read nothing is taken. */
export async function extractDocuments(context: Context, read: ReadHandles): Promise<ExtractHandles> {
  let done = 0;
  return inTurn(read, context.jobs * 2, async ({ name, handle: from }) => {
    const spec = { id: `extract ${name}`, code: context.code.extract, inputs: { [from.id]: from.hash } };
    const handle = await context.steps.run<ExtractOutput>(spec, async () => {
      const { source, row, people } = await from.value();
      if (!source || !row) return { value: { observations: [], actions: [], findings: [] }, files: [] };
      return context.readers.run<ExtractInput, ExtractOutput>("extract-document", { source, row, people }).then(
        (value) => ({ value, files: [] }),
        (error: unknown) => ({ value: unextracted(name, reasonOf(error)), files: [], passing: true }),
      );
    });
    context.effects.progress(`extract ${++done} of ${read.length}: ${name}`);
    return { name, handle };
  });
}

function unextracted(name: string, why: string): ExtractOutput {
  const message = `No figures were taken from ${name} because ${why}. Save it again from the program that made it, or split it; the other documents were done.`;
  return { observations: [], actions: [], findings: [documentFinding("error", name, "figures_not_taken", message)] };
}
