import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { FileError } from "./core/effects.ts";
import { parseArguments } from "./run/arguments.ts";

/** Arguments in, exit code out: the only place that prints or exits. */
async function main(): Promise<number> {
  const parsed = parseArguments(process.argv.slice(2));
  if (parsed.kind === "help") {
    process.stdout.write(parsed.text);
    return 0;
  }
  if (parsed.kind === "usage") {
    process.stderr.write(parsed.text);
    return 2;
  }
  const { nodeEffects } = await import("./core/node-effects.ts");
  const effects = nodeEffects(process.stderr);
  const machine = {
    project: fileURLToPath(new URL("..", import.meta.url)),
    workingFolder: process.cwd(),
    processors: availableParallelism(),
    nodeVersion: process.versions.node,
  };
  try {
    const outcome = parsed.options.explain
      ? await (await import("./run/explain.ts")).explainId(parsed.options, machine, effects)
      : await (await import("./run/run.ts")).run(parsed.options, machine, effects);
    const stream = outcome.exitCode === 2 ? process.stderr : process.stdout;
    for (const line of outcome.lines) stream.write(`${line}\n`);
    return outcome.exitCode;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    process.stderr.write(`error: ${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main();
