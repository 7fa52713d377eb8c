import { join } from "node:path";
import { FileError, type Effects } from "../core/effects.ts";
import { sha256 } from "../core/hash.ts";
import { documentFinding, fileFinding } from "../model/file-findings.ts";
import type { Finding } from "../model/finding.ts";
import { within, type Workspace } from "./workspace.ts";

const inputKinds = ["document", "manifest", "official", "reference", "local", "review", "template"] as const;
export type InputKind = (typeof inputKinds)[number];

/** One input file: its name below its folder, and its content's hash. */
export type InputFile = { kind: InputKind; name: string; path: string; sha256: string };

/** The largest published inspection report is under 5 MB, the largest release about 60 MB. */
const mostMegabytes: Record<InputKind, number> = {
  document: 64,
  manifest: 16,
  official: 256,
  reference: 256,
  local: 64,
  review: 64,
  template: 16,
};
const manifestName = "manifest.json";
const isHidden = (name: string): boolean => name.split("/").some((part) => part.startsWith("."));

/** Files of the program itself, without which nothing can be built. */
const isOwn = (kind: InputKind): boolean => kind === "reference" || kind === "template";

function unreadFinding(kind: InputKind, name: string, why: string): Finding {
  const message = `${name} was not read because ${why}. The other files were.`;
  return kind === "document" || kind === "manifest"
    ? documentFinding("error", name, "document_unread", message)
    : fileFinding("error", name, "data_unread", message);
}

/**
 * Every input of a run, in one order whatever the file system. Folders that do not exist hold nothing; a file
 * or folder that cannot be read, or is far too large, is a finding, and the others are used.
 */
export async function listInputs(workspace: Workspace, effects: Effects): Promise<{ inputs: InputFile[]; findings: Finding[] }> {
  const folders: [InputKind, string, (name: string) => boolean][] = [
    ["document", workspace.documents, (name) => name !== manifestName],
    ["manifest", workspace.documents, (name) => name === manifestName],
    ["official", workspace.official, (name) => /\.csv$/i.test(name)],
    ["reference", workspace.reference, (name) => /\.csv$/i.test(name)],
    ["local", workspace.local, (name) => /\.csv$/i.test(name)],
    ["review", workspace.review, (name) => /\.csv$/i.test(name)],
    ["template", workspace.templates, (name) => /\.(?:md|ya?ml)$/i.test(name)],
  ];
  // What an earlier run made is no input, even where its folder lies in one that is read.
  const made = [workspace.out, workspace.tidy, workspace.cache].filter((own) => folders.every(([, folder]) => !within(own, folder)));
  const inputs: InputFile[] = [];
  const findings: Finding[] = [];
  for (const [kind, folder, wanted] of folders) {
    const refused = (name: string, why: string): void => {
      if (kind !== "manifest" && !isHidden(name)) findings.push(unreadFinding(kind, name, why));
    };
    for (const name of (await effects.listFiles(folder, refused)) ?? []) {
      const path = join(folder, name);
      if ((kind === "local" || kind === "review") && !isHidden(name) && !wanted(name) && /\.(?:xlsx?|ods|ya?ml|json|tsv)$/i.test(name)) {
        findings.push(
          fileFinding(
            "warning",
            name,
            "data_unread",
            `${name} was not read: ${kind === "review" ? "decisions" : "own figures"} are read from files that end in .csv. Save it as CSV.`,
          ),
        );
      }
      if (isHidden(name) || !wanted(name) || made.some((own) => within(own, path))) continue;
      try {
        const megabytes = (await effects.fileSize(path)) / 1_048_576;
        if (megabytes > mostMegabytes[kind])
          findings.push(
            unreadFinding(
              kind,
              name,
              `it is larger than ${mostMegabytes[kind]} MB; split it, or take the part that is needed out of it first`,
            ),
          );
        else inputs.push({ kind, name, path, sha256: sha256(await effects.readFile(path)) });
      } catch (error) {
        if (!(error instanceof FileError) || isOwn(kind)) throw error;
        findings.push(unreadFinding(kind, name, error.reason));
      }
    }
  }
  return { inputs, findings };
}

/** Hashes of the inputs of some kinds, by kind and name, as a step takes them. */
export function inputHashes(inputs: readonly InputFile[], ...kinds: readonly InputKind[]): Record<string, string> {
  return Object.fromEntries(
    inputs.filter((input) => kinds.includes(input.kind)).map((input) => [`${input.kind} ${input.name}`, input.sha256]),
  );
}
