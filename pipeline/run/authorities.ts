import { sha256 } from "../core/hash.ts";
import type { Handle } from "../core/steps.ts";
import { LimitError } from "../core/worker-pool.ts";
import type { Authority } from "../model/authority.ts";
import type { ChartRow } from "../model/chart.ts";
import type { Finding } from "../model/finding.ts";
import type { Statement } from "../model/statement.ts";
import { reaches } from "../pipeline.ts";
import { endSentence } from "../words/grammar.ts";
import type { PackOptions } from "../stages/briefings.ts";
import type { Context } from "./context.ts";
import { documentFinding } from "../model/file-findings.ts";
import { journalPath } from "./journal.ts";
import type { MadeFiles } from "./manifest.ts";
import type { BuildInput, BuildOutput } from "./tasks/build-authority.ts";

export type Template = { id: string; file: string; text: string; sha256: string };
/** What a pack says, and what its layout could not do. */
export type PackRecord = { statements: Statement[]; problems: string[] };
export type Built = {
  made: MadeFiles[];
  findings: Finding[];
  kept: string[];
  chartHandles: Handle<ChartRow[]>[];
  packHandles: Handle<PackRecord>[];
};

/** Each builder keeps as many painters busy as itself. */
export const buildersFor = (jobs: number): number => Math.ceil(jobs / 2);

/** How many threads a builder may have to paint its pictures. */
const paintersFor = ({ jobs }: Context): number => Math.min(2, jobs);

/** Starts the builders while the stages before them, which keep one processor busy, are still at work. */
export function openBuilders(context: Context): void {
  if (!reaches(context.options.only, "charts")) return;
  // One that does not start now is started, or fails, when there is something to build.
  const opening = Array.from({ length: buildersFor(context.jobs) }, () =>
    context.builders.run<number, void>("open-builder", paintersFor(context)),
  );
  Promise.all(opening).catch(() => undefined);
}

/**
 * Charts and packs, one task an authority. What could not be built is a finding, and the files of its
 * last good build stay.
 */
export async function buildAuthorities(
  context: Context,
  authorities: readonly Authority[],
  slices: Readonly<Record<string, string>>,
  tables: string,
  templates: readonly Template[],
  options: PackOptions,
): Promise<Built> {
  const built: Built = { made: [], findings: [], kept: [], chartHandles: [], packHandles: [] };
  const withPacks = reaches(context.options.only, "briefings");
  let done = 0;
  const buildOne = async (authority: Authority): Promise<void> => {
    const slice = slices[authority.authority_code] ?? "";
    const chartSpec = {
      id: `charts ${authority.authority}`,
      code: context.code.charts,
      inputs: { "its figures": slice, options: sha256(JSON.stringify([options.internal, options.date])) },
    };
    const chartCheck = await context.steps.check<ChartRow[]>(chartSpec);
    const packs = await Promise.all(
      (withPacks ? templates : []).map(async (template) => {
        const inputs = { "its figures": slice, [`template ${template.file}`]: template.sha256, options: sha256(JSON.stringify(options)) };
        const spec = { id: `briefings ${authority.authority}: ${template.id}`, code: context.code.briefings, inputs };
        return { template, spec, ...(await context.steps.check<PackRecord>(spec)) };
      }),
    );
    const stale = packs.filter((pack) => !pack.handle);
    if (!context.options.why && (!chartCheck.handle || stale.length > 0)) {
      const input: BuildInput = {
        tables,
        authorityCode: authority.authority_code,
        out: context.workspace.out,
        journal: journalPath(context.workspace),
        charts: !chartCheck.handle,
        templates: stale.map(({ template: { id, file, text } }) => ({ id, file, text })),
        options,
        painters: paintersFor(context),
      };
      const output = await context.builders.run<BuildInput, BuildOutput>("build-authority", input).catch((error: unknown): BuildOutput => {
        const why = error instanceof LimitError ? error.message : error instanceof Error ? error.message : String(error);
        return {
          charts: null,
          packs: {},
          failed: Object.fromEntries(
            [...(chartCheck.handle ? [] : ["charts"]), ...stale.map(({ template }) => template.id)].map((id) => [id, why]),
          ),
        };
      });
      if (output.charts)
        chartCheck.handle = await context.steps.commit(chartSpec, chartCheck.reasons, {
          value: output.charts.rows,
          files: output.charts.files,
        });
      for (const pack of stale) {
        const made = output.packs[pack.template.id];
        if (made)
          pack.handle = await context.steps.commit(pack.spec, pack.reasons, {
            value: { statements: made.statements, problems: made.problems },
            files: made.files,
          });
      }
      for (const [id, why] of Object.entries(output.failed)) {
        // A template that cannot be used is wrong for every authority in the same way, and is told once.
        const isTemplate = templates.some((template) => template.id === id && why.startsWith(`${template.file}:`));
        const what =
          id === "charts"
            ? `The charts for ${authority.authority}`
            : isTemplate
              ? `The pack "${id}"`
              : `The pack "${id}" for ${authority.authority}`;
        const message = `${what} could not be made: ${endSentence(why)} What was made before was left as it is.`;
        if (!built.findings.some((one) => one.message === message))
          built.findings.push({
            ...documentFinding("error", "", "not_made", message, isTemplate ? id : `${id} ${authority.authority_code}`),
            authority: isTemplate ? "" : authority.authority,
          });
      }
    }
    const all: { id: string; inputs: Record<string, string>; handle: Handle<unknown> | null }[] = [
      { ...chartSpec, handle: chartCheck.handle },
      ...packs.map((pack) => ({ ...pack.spec, handle: pack.handle })),
    ];
    for (const { id, inputs, handle } of all) {
      if (handle) built.made.push({ step: id, files: handle.files, inputs });
      else built.kept.push(...context.steps.keep(id).map((file) => file.path));
    }
    if (chartCheck.handle) built.chartHandles.push(chartCheck.handle);
    for (const pack of packs) if (pack.handle) built.packHandles.push(pack.handle);
    context.effects.progress(`charts and packs ${++done} of ${authorities.length}: ${authority.authority}`);
    if (done % 8 === 0) await context.steps.save(false);
  };
  // Enough at once to keep every builder busy; more would only hold results in memory.
  const waiting = [...authorities];
  await Promise.all(
    Array.from({ length: context.jobs * 2 }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await buildOne(next);
    }),
  );
  const byStep = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  built.chartHandles.sort(byStep);
  built.packHandles.sort(byStep);
  built.made.sort((a, b) => (a.step < b.step ? -1 : 1));
  built.findings.sort((a, b) => (a.message < b.message ? -1 : 1));
  return built;
}
