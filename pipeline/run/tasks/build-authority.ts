import { join } from "node:path";
import { fromColumns, type Columns } from "../../core/columns.ts";
import { sha256 } from "../../core/hash.ts";
import { nodeEffects } from "../../core/node-effects.ts";
import type { StepFile } from "../../core/steps.ts";
import { indicators } from "../../indicators/all.ts";
import { authoritySlug } from "../../model/authority.ts";
import type { ChartRow } from "../../model/chart.ts";
import { comparisons } from "../../model/comparison.ts";
import { series } from "../../model/series.ts";
import type { Statement } from "../../model/statement.ts";
import type { Target } from "../../model/target.ts";
import type { Tables } from "../../model/tables.ts";
import { drawCharts } from "../../charts/draw-charts.ts";
import { renderPacks, type PackOptions } from "../../stages/briefings.ts";
import { controlLimits } from "../../stages/control-limits.ts";
import { disclose } from "../../stages/disclose.ts";
import { indexTables, sliceFor, type Index } from "../../stages/slice.ts";

/** The tables as they are stored between stages: the two long ones by column. */
export type StoredTables = Omit<Tables, "series" | "comparisons"> & { series: Columns; comparisons: Columns; targets: readonly Target[] };

export type BuildInput = {
  /** Path of the stored tables; a worker that has them already does not read them again. */
  tables: string;
  authorityCode: string;
  out: string;
  charts: boolean;
  templates: { id: string; file: string; text: string }[];
  options: PackOptions;
};
export type BuildOutput = {
  charts: { rows: ChartRow[]; files: StepFile[] } | null;
  packs: Record<string, { statements: Statement[]; files: StepFile[]; problems: string[] }>;
  /** Templates whose pack could not be made, with the reason. */
  failed: Record<string, string>;
};

const effects = nodeEffects({ write: () => true });
let loaded: { path: string; index: Index } | null = null;

async function indexOf(path: string): Promise<Index> {
  if (loaded?.path !== path) {
    loaded = null;
    const stored = JSON.parse(Buffer.from(await effects.readFile(path)).toString("utf8")) as StoredTables;
    const tables: Tables = { ...stored, series: fromColumns(series, stored.series), comparisons: fromColumns(comparisons, stored.comparisons) };
    loaded = { path, index: indexTables(tables) };
  }
  return loaded.index;
}

/** Draws one authority's charts and sets its packs, and writes what is stale. Both come from the same slice. */
export async function buildAuthorityTask(input: BuildInput): Promise<BuildOutput> {
  const index = await indexOf(input.tables);
  const authority = index.byCode.get(input.authorityCode);
  if (!authority) throw new Error(`Authority ${input.authorityCode} is not among the authority codes`);
  const slice = disclose(sliceFor(authority, index), input.options.internal);
  const folder = authoritySlug(authority.authority);
  const write = async (path: string, content: Uint8Array | string): Promise<StepFile> => {
    await effects.writeFile(join(input.out, path), content);
    return { root: "out", path, sha256: sha256(content) };
  };

  const drawn = await drawCharts({ ...slice, controlPoints: controlLimits(slice.series), indicators, internal: input.options.internal, reportDate: input.options.date });
  const output: BuildOutput = { charts: null, packs: {}, failed: {} };
  if (input.charts) {
    const files: StepFile[] = [];
    for (const chart of drawn) {
      files.push(await write(chart.row.svg, chart.slideSvg));
      files.push(await write(chart.row.png, chart.slidePng()));
      files.push(await write(chart.row.csv, chart.csv));
      files.push(await write(chart.row.spec, chart.spec));
    }
    output.charts = { rows: drawn.map((chart) => chart.row), files };
  }
  for (const template of input.templates) {
    try {
      const pack = await renderPacks(template, slice, drawn, input.options);
      const path = `${folder}/${pack.fileName}`;
      output.packs[template.id] = { problems: [...pack.problems], files: [await write(path, pack.bytes)], statements: pack.statements.map((row) => ({ ...row, pack: path })) };
    } catch (error) {
      output.failed[template.id] = error instanceof Error ? error.message : String(error);
    }
  }
  return output;
}
