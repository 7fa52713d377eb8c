import { join } from "node:path";
import type { Effects } from "../core/effects.ts";
import { sha256 } from "../core/hash.ts";
import { isTemporaryName } from "../core/node-effects.ts";
import type { StepFile } from "../core/steps.ts";
import type { Workspace } from "./workspace.ts";

/** Removes what a killed run left half-written. */
export async function removeLeftovers(workspace: Workspace, effects: Effects): Promise<void> {
  for (const folder of [workspace.out, workspace.tidy, workspace.cache]) {
    for (const name of (await effects.listFiles(folder)) ?? []) {
      if (isTemporaryName(name.split("/").at(-1) ?? "")) await effects.removeFile(join(folder, name));
    }
  }
}

/**
 * Removes files that the run before made and this one does not hold. A file that somebody has changed
 * since is theirs: it is left and named in the answer.
 */
export async function removeStale(before: readonly StepFile[], now: ReadonlySet<string>, workspace: Workspace, effects: Effects): Promise<string[]> {
  const left: string[] = [];
  for (const file of before) {
    if (now.has(`${file.root} ${file.path}`)) continue;
    const path = join(file.root === "out" ? workspace.out : workspace.data, file.path);
    const bytes = await effects.readFileIfAny(path);
    if (!bytes) continue;
    if (sha256(bytes) === file.sha256) await effects.removeFile(path);
    else left.push(file.path);
  }
  return left;
}
