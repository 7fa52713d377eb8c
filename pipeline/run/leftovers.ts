import { join } from "node:path";
import type { Effects } from "../core/effects.ts";
import { sha256 } from "../core/hash.ts";
import { isTemporaryName } from "../core/node-effects.ts";
import type { StepFile } from "../core/steps.ts";
import { compareCells } from "../core/sort.ts";
import { within, type Workspace } from "./workspace.ts";

/** Removes what a killed run left half-written. */
export async function removeLeftovers(workspace: Workspace, effects: Effects): Promise<void> {
  for (const folder of [workspace.out, workspace.tidy, workspace.cache]) {
    for (const name of (await effects.listFiles(folder)) ?? []) {
      if (isTemporaryName(name.split("/").at(-1) ?? "")) await effects.removeFile(join(folder, name), folder);
    }
  }
}

/**
 * Removes files that an earlier run made and this one does not hold. One file may be known by several
 * hashes, since a run that was killed made it anew. A file that somebody has changed since is theirs: it
 * is left and named in the answer.
 */
export async function removeStale(
  before: readonly StepFile[],
  now: ReadonlySet<string>,
  workspace: Workspace,
  effects: Effects,
): Promise<string[]> {
  const left: string[] = [];
  const hashes = Map.groupBy(before, (file) => `${file.root} ${file.path}`);
  for (const [key, known] of hashes) {
    const file = known[0];
    if (!file || now.has(key)) continue;
    const root = file.root === "out" ? workspace.out : workspace.data;
    const path = join(root, file.path);
    // The list of an earlier run is itself a file that somebody may have changed.
    const bytes = within(root, path) ? await effects.readFileIfAny(path) : null;
    if (!bytes) continue;
    const hash = sha256(bytes);
    if (known.some((one) => one.sha256 === hash)) await effects.removeFile(path, root);
    else left.push(file.path);
  }
  return left.sort(compareCells);
}
