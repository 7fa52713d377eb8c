import { join } from "node:path";
import { FileError, type Effects } from "../core/effects.ts";
import { openSteps } from "../core/steps.ts";
import { openPool } from "../core/worker-pool.ts";
import type { Options } from "./arguments.ts";
import { buildersFor } from "./authorities.ts";
import { build } from "./build.ts";
import { stageCode, type Context } from "./context.ts";
import { listInputs } from "./inputs.ts";
import { removeLeftovers } from "./leftovers.ts";
import type { Machine, Outcome } from "./outcome.ts";
import { workspaceOf } from "./workspace.ts";

/** One document or one authority takes seconds; a task past these is stuck or under attack. */
const taskLimits = { seconds: 120, megabytes: 640, buffers: 768 };

/**
 * A builder keeps the tables and an authority's drawings at once. The engine lets its garbage grow by a share of the
 * most that it may hold: with twice as much as could be needed, it goes through all of memory half as often.
 */
const builderLimits = { ...taskLimits, megabytes: 2048 };

/** Carries out one run from inputs to manifest. Throws FileError where nothing could be done. */
export async function run(options: Options, machine: Machine, effects: Effects): Promise<Outcome> {
  const workspace = workspaceOf(options, machine.project, machine.workingFolder);
  const jobs = options.jobs ?? machine.processors;
  for (const [folder, option] of [
    [workspace.documents, "--documents"],
    [workspace.official, "--official"],
  ] as const) {
    const asked = option === "--documents" ? options.documents !== "seeds" : options.official !== "data/official";
    if (asked && (await effects.listFiles(folder, () => undefined)) === null)
      throw new FileError(`${option} names ${folder}, and there is no such folder: check the path.`);
  }
  const unlock = options.why ? [] : [await effects.lock(join(workspace.data, ".cache", "lock"))];
  try {
    if (!options.why) unlock.push(await effects.lock(join(workspace.out, ".panelpack.lock")));
    if (!options.why) await removeLeftovers(workspace, effects);
    const steps = await openSteps({
      effects,
      folder: workspace.cache,
      roots: { out: workspace.out, data: workspace.data },
      force: options.force,
      dry: options.why,
    });
    const script = new URL("./worker.ts", import.meta.url);
    const pool = openPool({ script, size: jobs, ...taskLimits });
    const readers = openPool({ script, size: jobs, ...taskLimits, apart: true });
    const builders = openPool({ script, size: buildersFor(jobs), ...builderLimits });
    try {
      const { inputs, findings: unread } = await listInputs(workspace, effects);
      const code = await stageCode(machine.project, effects, machine.nodeVersion, options.only);
      const context: Context = { options, workspace, effects, steps, pool, readers, builders, code, inputs, unread, jobs };
      return await build(context);
    } finally {
      effects.progress("");
      await Promise.all([pool, readers, builders].map((one) => one.close()));
    }
  } finally {
    for (const release of unlock.reverse()) await release();
  }
}
