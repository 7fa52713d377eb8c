import { join } from "node:path";
import { z } from "zod";
import { parseTable, withoutApostrophe } from "../core/csv.ts";
import { FileError, type Effects } from "../core/effects.ts";
import type { Fields, RowOf, TableSchema } from "../core/table-schema.ts";
import { standingWords } from "../evidence/declared.ts";
import { explain } from "../evidence/explain.ts";
import { nearIds, saying } from "../evidence/find-ids.ts";
import { indicators } from "../indicators/all.ts";
import { actions } from "../model/action.ts";
import { charts } from "../model/chart.ts";
import { comparisons } from "../model/comparison.ts";
import { documents } from "../model/document.ts";
import { findings } from "../model/finding.ts";
import { neighbours } from "../model/neighbour.ts";
import { observations } from "../model/observation.ts";
import { series } from "../model/series.ts";
import { sources } from "../model/source.ts";
import { statements } from "../model/statement.ts";
import { targets } from "../model/target.ts";
import type { Options } from "./arguments.ts";
import type { Machine, Outcome } from "./outcome.ts";
import { workspaceOf } from "./workspace.ts";

/** Prints the chain behind an id from the tables of the last run. Throws FileError when there are none. */
export async function explainId(options: Options, machine: Machine, effects: Effects): Promise<Outcome> {
  const { tidy, out } = workspaceOf(options, machine.project, machine.workingFolder);
  const load = async <F extends Fields>(schema: TableSchema<F>): Promise<RowOf<TableSchema<F>>[]> => {
    const path = join(tidy, `${schema.name}.csv`);
    const bytes = await effects.readFileIfAny(path);
    if (!bytes) throw new FileError(`There is no ${path}: run the pipeline first, then ask for the id again.`);
    return parseTable(schema, Buffer.from(bytes).toString("utf8")).rows;
  };
  const manifest = await effects.readFileIfAny(join(out, "manifest.json"));
  const tables = {
    statements: (await load(statements)).map((row) => ({ ...row, text: withoutApostrophe(row.text) })),
    charts: await load(charts),
    comparisons: await load(comparisons),
    series: await load(series),
    observations: await load(observations),
    findings: await load(findings),
    actions: await load(actions),
    documents: await load(documents),
    neighbours: await load(neighbours),
    sources: await load(sources),
    targets: await load(targets),
    indicators,
    declared: standingWords,
    files: inputsOf(manifest && Buffer.from(manifest).toString("utf8")),
  };
  const chain = explain(options.explain, tables);
  if (chain !== null) return { exitCode: 0, lines: [chain] };
  const said = saying(options.explain, tables);
  if (said.length > 0)
    return {
      exitCode: 2,
      lines: [
        `Nothing has the id "${options.explain}". These texts of packs hold it; ask again with one of their ids:\n${said.join("\n")}`,
      ],
    };
  const near = nearIds(options.explain, tables);
  const hint =
    near.length > 0
      ? ` Did you mean ${near.join(" or ")}?`
      : " Ids stand in the first column of the tables in data/tidy; the id of a figure changes when the figure or its place does.";
  return { exitCode: 2, lines: [`Nothing has the id "${options.explain}".${hint}`] };
}

const manifestInputs = z.object({ inputs: z.array(z.object({ name: z.string(), sha256: z.string() })) });

/** Input files with their hashes, as the last run listed them; none where there is no such list or it was changed by hand. */
function inputsOf(manifest: string | null): { name: string; sha256: string }[] {
  if (manifest === null) return [];
  try {
    return manifestInputs.parse(JSON.parse(manifest)).inputs;
  } catch {
    return [];
  }
}
