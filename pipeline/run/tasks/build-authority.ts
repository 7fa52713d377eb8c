import { join } from "node:path";
import { freeMemoryAbove } from "../../core/free-memory.ts";
import { sha256 } from "../../core/hash.ts";
import { inTurn } from "../../core/in-turn.ts";
import { nodeEffects } from "../../core/node-effects.ts";
import type { StepFile } from "../../core/steps.ts";
import { indicators } from "../../indicators/all.ts";
import { authoritySlug } from "../../model/authority.ts";
import type { ChartRow } from "../../model/chart.ts";
import type { Statement } from "../../model/statement.ts";
import { drawInTurn, type DrawnChart } from "../../charts/draw-charts.ts";
import { renderPacks, type PackOptions } from "../../stages/briefings.ts";
import { renderTables, requireSources } from "../../stages/charts.ts";
import { controlLimits } from "../../stages/control-limits.ts";
import { journalLine } from "../journal.ts";
import { openPainter } from "./painter.ts";
import { indexStored, sliceFor, type Index, type TablesByColumn } from "../../stages/slice.ts";

/** The tables as they are stored between stages: the two long ones by column. */
export type StoredTables = TablesByColumn;

export type BuildInput = {
  /** Path of the stored tables; a worker that has them already does not read them again. */
  tables: string;
  authorityCode: string;
  out: string;
  journal: string;
  charts: boolean;
  templates: { id: string; file: string; text: string }[];
  options: PackOptions;
  /** How many threads may paint pictures while this one draws and sets. */
  painters: number;
};
export type BuildOutput = {
  charts: { rows: ChartRow[]; files: StepFile[] } | null;
  packs: Record<string, { statements: Statement[]; files: StepFile[]; problems: string[] }>;
  /** Templates whose pack could not be made, with the reason. */
  failed: Record<string, string>;
};

/** A file to be written: its path below the folder of outputs, and what is to be in it. */
type Content = { path: string; content: Uint8Array | string };

/** Files are small and many, so that what takes time is to wait for the disk. */
const writtenAtOnce = 8;

/** Megabytes of the whole process beyond which memory is freed between authorities. */
const enough = 1_200;

const effects = nodeEffects({ write: () => true });
let loaded: { path: string; index: Index } | null = null;

async function indexOf(path: string): Promise<Index> {
  if (loaded?.path !== path) {
    loaded = null;
    const stored = JSON.parse(Buffer.from(await effects.readFile(path)).toString("utf8")) as StoredTables;
    loaded = { path, index: indexStored(stored) };
  }
  return loaded.index;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Draws one authority's charts and sets its packs, and writes what is stale. Both come from the same slice. */
export async function buildAuthorityTask(input: BuildInput): Promise<BuildOutput> {
  const index = await indexOf(input.tables);
  const authority = index.byCode.get(input.authorityCode);
  if (!authority) throw new Error(`Authority ${input.authorityCode} is not among the authority codes`);
  const slice = sliceFor(authority, index);
  const folder = authoritySlug(authority.authority);
  const write = async (contents: readonly Content[]): Promise<StepFile[]> => {
    const files = contents.map(({ path, content }): StepFile => ({ root: "out", path, sha256: sha256(content) }));
    await effects.appendLine(input.journal, files.map(journalLine).join("\n"));
    await inTurn(contents, writtenAtOnce, ({ path, content }) => effects.writeFile(join(input.out, path), content));
    return files;
  };

  const drawn: DrawnChart[] = [];
  const painter = openPainter(input.painters);
  for await (const chart of drawInTurn({
    ...slice,
    controlPoints: controlLimits(slice.series),
    indicators,
    internal: input.options.internal,
    reportDate: input.options.date,
  })) {
    drawn.push(chart);
    if (input.charts) await painter.add(chart.list);
  }
  const painted = painter.all();
  const output: BuildOutput = { charts: null, packs: {}, failed: {} };
  for (const template of input.templates) {
    try {
      const pack = await renderPacks(template, slice, drawn, input.options);
      const path = `${folder}/${pack.fileName}`;
      output.packs[template.id] = {
        problems: [...pack.problems],
        files: await write([{ path, content: pack.bytes }]),
        statements: pack.statements.map((row) => ({ ...row, pack: path })),
      };
    } catch (error) {
      output.failed[template.id] = messageOf(error);
    }
  }
  if (input.charts) {
    try {
      // Nothing is written until all is there, so that what was made before stays whole where a chart fails.
      requireSources(slice, drawn);
      const workbook = await renderTables(slice, drawn, input.options);
      // The painters are seldom done here, so that the time is theirs.
      freeMemoryAbove(enough);
      const pictures = await painted;
      const contents = drawn.flatMap(({ row, slideSvg, csv, spec }, n): Content[] => {
        const picture = pictures[n];
        if (!picture) throw new Error(`${row.png} was not painted`);
        return [
          { path: row.svg, content: slideSvg },
          { path: row.png, content: picture },
          { path: row.csv, content: csv },
          { path: row.spec, content: spec },
        ];
      });
      const files = await write([...contents, { path: `${folder}/${workbook.fileName}`, content: workbook.bytes }]);
      output.charts = { rows: drawn.map((chart) => chart.row), files };
    } catch (error) {
      output.failed["charts"] = messageOf(error);
    }
  }
  return output;
}
