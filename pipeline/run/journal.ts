import { join } from "node:path";
import type { Effects } from "../core/effects.ts";
import type { StepFile } from "../core/steps.ts";
import type { Workspace } from "./workspace.ts";

/**
 * What a run is about to write, a line a file, before it writes it. A run that is killed leaves it behind,
 * and the next one knows by it which files are no one else's; one that ends well removes it.
 */
export const journalPath = (workspace: Workspace): string => join(workspace.cache, "journal");

export const journalLine = ({ root, path, sha256 }: StepFile): string => `${sha256} ${root} ${path}`;

function parseJournal(text: string): StepFile[] {
  return text.split("\n").flatMap((line) => {
    const [, sha256, root, path] = /^([0-9a-f]{64}) (out|data) (.+)$/.exec(line) ?? [];
    return sha256 && path && (root === "out" || root === "data") ? [{ root, path, sha256 }] : [];
  });
}

/** Files that a manifest lists; none when it is not one, since nothing but this program writes it. */
function parseOutputs(text: string): StepFile[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return [];
  }
  const outputs: unknown = typeof manifest === "object" && manifest !== null && "outputs" in manifest ? manifest.outputs : [];
  return (Array.isArray(outputs) ? outputs : []).flatMap((one: unknown): StepFile[] => {
    if (
      typeof one !== "object" ||
      one === null ||
      !("path" in one) ||
      !("sha256" in one) ||
      typeof one.path !== "string" ||
      typeof one.sha256 !== "string"
    )
      return [];
    const inData = one.path.startsWith("data:");
    return [{ root: inData ? "data" : "out", path: inData ? one.path.slice(5) : one.path, sha256: one.sha256 }];
  });
}

/** Files that earlier runs made, as far as the manifest and a run that was cut short tell, where the store of answers has gone. */
export async function filesOfEarlierRuns(workspace: Workspace, effects: Effects): Promise<StepFile[]> {
  const textOf = async (path: string): Promise<string> =>
    Buffer.from((await effects.readFileIfAny(path)) ?? new Uint8Array()).toString("utf8");
  return [...parseOutputs(await textOf(join(workspace.out, "manifest.json"))), ...parseJournal(await textOf(journalPath(workspace)))];
}
