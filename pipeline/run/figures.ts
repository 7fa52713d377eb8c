import type { Handle } from "../core/steps.ts";
import { LimitError } from "../core/worker-pool.ts";
import { fileFinding } from "../model/file-findings.ts";
import type { Finding } from "../model/finding.ts";
import type { Context } from "./context.ts";
import { inputHashes } from "./inputs.ts";
import type { FiguresInput, FiguresOutput } from "./tasks/ingest-figures.ts";

const megabytes = (size: number): string => `${Math.max(1, Math.round(size / 1_048_576))} MB`;

/**
 * Ingest, figures: releases, neighbour models, reference tables and local figures, in one step. Where they
 * take more time or memory than a task may, the largest file is left out with a finding, and so on.
 */
export function ingestFigures(context: Context): Promise<Handle<FiguresOutput>> {
  const spec = { id: "ingest figures", code: context.code.ingest, inputs: inputHashes(context.inputs, "official", "reference", "local") };
  return context.steps.run<FiguresOutput>(spec, async () => {
    context.effects.progress("ingest: reading the figures");
    const files: FiguresInput["files"] = [];
    for (const { kind, name, path } of context.inputs) {
      if (kind === "official" || kind === "reference" || kind === "local")
        files.push({ kind, name, bytes: await context.effects.readFile(path) });
    }
    const leftOut: Finding[] = [];
    for (;;) {
      try {
        const value = await context.pool.run<FiguresInput, FiguresOutput>("ingest-figures", { files });
        return { value: { ...value, findings: [...leftOut, ...value.findings] }, files: [], passing: leftOut.length > 0 };
      } catch (error) {
        const largest = files.filter((file) => file.kind !== "reference").sort((a, b) => b.bytes.length - a.bytes.length)[0];
        if (!(error instanceof LimitError) || !largest) throw error;
        files.splice(files.indexOf(largest), 1);
        const message = `${largest.name} was not used because reading it with the others failed: ${error.message}. It is the largest, of ${megabytes(largest.bytes.length)}; take the rows that are needed out of it.`;
        leftOut.push(fileFinding("error", largest.name, "data_in_part", message));
      }
    }
  });
}
