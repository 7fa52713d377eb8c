import { join } from "node:path";
import type { Effects } from "../core/effects.ts";
import { sha256 } from "../core/hash.ts";
import { within, type Workspace } from "./workspace.ts";

export const inputKinds = ["document", "manifest", "official", "reference", "local", "review", "template"] as const;
export type InputKind = (typeof inputKinds)[number];

/** One input file: its name below its folder, and its content's hash. */
export type InputFile = { kind: InputKind; name: string; path: string; sha256: string };

const manifestName = "manifest.json";
const isHidden = (name: string): boolean => name.split("/").some((part) => part.startsWith("."));

/** Every input of a run, in one order whatever the file system. Folders that do not exist hold nothing. */
export async function listInputs(workspace: Workspace, effects: Effects): Promise<InputFile[]> {
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
  for (const [kind, folder, wanted] of folders) {
    for (const name of (await effects.listFiles(folder)) ?? []) {
      const path = join(folder, name);
      if (isHidden(name) || !wanted(name) || made.some((own) => within(own, path))) continue;
      inputs.push({ kind, name, path, sha256: sha256(await effects.readFile(path)) });
    }
  }
  return inputs;
}

/** Hashes of the inputs of some kinds, by kind and name, as a step takes them. */
export function inputHashes(inputs: readonly InputFile[], ...kinds: readonly InputKind[]): Record<string, string> {
  return Object.fromEntries(inputs.filter((input) => kinds.includes(input.kind)).map((input) => [`${input.kind} ${input.name}`, input.sha256]));
}
