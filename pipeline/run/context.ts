import { join } from "node:path";
import type { Effects } from "../core/effects.ts";
import { sha256 } from "../core/hash.ts";
import { moduleHasher } from "../core/module-hash.ts";
import type { StepFile, Steps } from "../core/steps.ts";
import type { Pool } from "../core/worker-pool.ts";
import type { Finding } from "../model/finding.ts";
import { reaches, stages, type StageName } from "../pipeline.ts";
import { journalLine, journalPath } from "./journal.ts";
import type { Options } from "./arguments.ts";
import type { InputFile } from "./inputs.ts";
import type { Workspace } from "./workspace.ts";

/** What every part of a run needs. */
export type Context = {
  options: Options;
  workspace: Workspace;
  effects: Effects;
  steps: Steps;
  /** Reads documents and figures. */
  pool: Pool;
  /** For documents, which may be from anywhere: workers in processes of their own. */
  readers: Pool;
  /** Makes charts and packs: fewer, since each has painters of its own. */
  builders: Pool;
  code: Record<StageName, string>;
  inputs: readonly InputFile[];
  /** Files and folders among the inputs that could not be read at all. */
  unread: readonly Finding[];
  jobs: number;
};

/**
 * A hash for each stage over its code, the lockfile (which stands for every package and font) and the
 * Node that runs it.
 */
export async function stageCode(
  project: string,
  effects: Effects,
  nodeVersion: string,
  only: StageName | null,
): Promise<Record<StageName, string>> {
  const hashOf = moduleHasher(async (path) => Buffer.from(await effects.readFile(path)).toString("utf8"));
  const lockfile = sha256((await effects.readFileIfAny(join(project, "package-lock.json"))) ?? "");
  const hashes: Partial<Record<StageName, string>> = {};
  for (const stage of stages) {
    if (!reaches(only, stage.name)) continue;
    const modules: string[] = [];
    for (const entry of stage.code) modules.push(await hashOf(join(project, "pipeline", entry)));
    hashes[stage.name] = sha256([lockfile, nodeVersion, ...modules].join("\n"));
  }
  // A stage that is not reached has no steps that its code could make stale.
  return { ingest: "", extract: "", reconcile: "", compare: "", charts: "", briefings: "", ...hashes };
}

/** Writes one file of the run and says what it wrote. */
export async function writeOutput(
  context: Pick<Context, "effects" | "workspace">,
  root: StepFile["root"],
  path: string,
  content: Uint8Array | string,
): Promise<StepFile> {
  const folder = root === "out" ? context.workspace.out : context.workspace.data;
  const file: StepFile = { root, path, sha256: sha256(content) };
  await context.effects.appendLine(journalPath(context.workspace), journalLine(file));
  await context.effects.writeFile(join(folder, path), content);
  return file;
}
