import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { FileError } from "./core/effects.ts";
import { printable } from "./core/printable.ts";
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
    for (const line of outcome.lines) stream.write(`${line.split("\n").map(printable).join("\n")}\n`);
    return outcome.exitCode;
  } catch (error) {
    const known = error instanceof FileError;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`error: ${printable(message)}\n`);
    if (!known)
      process.stderr.write(
        "This is a fault of the program. What was built before is untouched: run again, with --force if it comes back, and report it with the line above.\n",
      );
    return 1;
  }
}

// A reader of the lines, such as "head", may go before they end.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
process.exitCode = await main();
