import type { Handle } from "../core/steps.ts";
import type { Context } from "./context.ts";
import { inputHashes } from "./inputs.ts";
import type { FiguresInput, FiguresOutput } from "./tasks/ingest-figures.ts";

/** Ingest, figures: releases, neighbour models, reference tables and local figures, in one step. */
export function ingestFigures(context: Context): Promise<Handle<FiguresOutput>> {
  const spec = { id: "ingest figures", code: context.code.ingest, inputs: inputHashes(context.inputs, "official", "reference", "local") };
  return context.steps.run<FiguresOutput>(spec, async () => {
    context.effects.progress("ingest: reading the figures");
    const files: FiguresInput["files"] = [];
    for (const { kind, name, path } of context.inputs) {
      if (kind === "official" || kind === "reference" || kind === "local") files.push({ kind, name, bytes: await context.effects.readFile(path) });
    }
    return { value: await context.pool.run<FiguresInput, FiguresOutput>("ingest-figures", { files }), files: [] };
  });
}
