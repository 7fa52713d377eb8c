import { join } from "node:path";
import { fromColumns } from "../core/columns.ts";
import { formatTableLines } from "../core/csv.ts";
import { compareCells } from "../core/sort.ts";
import type { Handle, StepFile } from "../core/steps.ts";
import { observationsToReview, toReview } from "../extract/review/to-review.ts";
import { actions } from "../model/action.ts";
import { charts } from "../model/chart.ts";
import { comparisons } from "../model/comparison.ts";
import { controlPoints } from "../model/control-point.ts";
import { documents } from "../model/document.ts";
import { findings, type Finding } from "../model/finding.ts";
import { neighbours } from "../model/neighbour.ts";
import { observations } from "../model/observation.ts";
import { series } from "../model/series.ts";
import { sources } from "../model/source.ts";
import { statements } from "../model/statement.ts";
import { targets } from "../model/target.ts";
import { controlLimits } from "../stages/control-limits.ts";
import type { Built, PackRecord, Template } from "./authorities.ts";
import { writeOutput, type Context } from "./context.ts";
import { documentFinding } from "../model/file-findings.ts";
import { filesOfEarlierRuns, journalPath } from "./journal.ts";
import { removeStale } from "./leftovers.ts";
import { runManifest } from "./manifest.ts";
import type { Outcome } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import { findingLines } from "./summary.ts";
import type { StoredTables } from "./tasks/build-authority.ts";
import { tidyWriter } from "./tidy.ts";

const version = "0.1.0";

/** Writes the tables, removes what no longer belongs, and writes the manifest last. */
export async function finish(
  context: Context,
  { tables, plan, built, templates }: { tables: Handle<StoredTables>; plan: Plan; built: Built; templates: readonly Template[] },
): Promise<Outcome> {
  const { steps, workspace, effects, options } = context;
  const handles = [...built.chartHandles, ...built.packHandles];
  const tidySpec = {
    id: "tidy",
    code: context.code.compare,
    inputs: {
      tables: tables.hash,
      ...Object.fromEntries(handles.map((handle) => [handle.id, handle.hash])),
      failures: JSON.stringify(built.findings),
    },
  };
  const tidy = await steps.run<Tidied>(tidySpec, async () => {
    effects.progress("writing the tables");
    const stored = await tables.value();
    const printed = await readPacks(built.packHandles);
    const all = [...stored.findings, ...built.findings, ...printed.findings];
    const writer = tidyWriter((path, content) => writeOutput(context, "data", path, content));
    await writer.table(documents, stored.documents);
    await writer.table(observations, stored.observations);
    await writer.table(toReview, observationsToReview(stored.observations));
    await writer.table(actions, stored.actions);
    await writer.table(findings, all);
    const seriesRows = fromColumns(series, stored.series);
    await writer.table(series, seriesRows);
    await writer.table(targets, stored.targets);
    await writer.table(controlPoints, controlLimits(seriesRows));
    await writer.table(comparisons, fromColumns(comparisons, stored.comparisons));
    await writer.table(charts, (await Promise.all(built.chartHandles.map((handle) => handle.value()))).flat());
    await writer.lines(statements, printed.lines, printed.count);
    await writer.table(neighbours, stored.neighbours);
    await writer.table(sources, stored.sources);
    return {
      value: { findings: all, unnamed: stored.documents.filter((row) => row.authority_code === "").map((row) => row.document) },
      files: await writer.describe(stored.sources),
    };
  });

  const made = [{ step: tidySpec.id, files: tidy.files, inputs: tidySpec.inputs }, ...built.made];
  const now = new Set([
    ...made.flatMap(({ files }) => files.map((file) => `${file.root} ${file.path}`)),
    ...built.kept.map((path) => `out ${path}`),
  ]);
  const before = [...steps.filesBefore(), ...(await filesOfEarlierRuns(workspace, effects))];
  const left = await removeStale(before, now, workspace, effects);
  const described = {
    authorities: plan.selection.map((row) => row.authority),
    templates: templates.map((template) => template.id),
    date: plan.date,
    meeting_date: options.meetingDate,
    agenda_item: options.agendaItem,
    internal: options.internal,
    only: options.only ?? "",
  };
  const manifest = `${JSON.stringify(runManifest(version, described, context.inputs, made), null, 2)}\n`;
  const manifestFile = join(workspace.out, "manifest.json");
  const written = await effects.readFileIfAny(manifestFile);
  if (!written || Buffer.from(written).toString("utf8") !== manifest) await effects.writeFile(manifestFile, manifest);
  await steps.save(true);
  await effects.removeFile(journalPath(workspace), workspace.cache);

  const { findings: all, unnamed } = await tidy.value();
  const bad = all.some((row) => (row.kind === "document" || row.kind === "data") && row.severity === "error");
  const strict = options.strict && all.some((row) => row.severity === "error" && row.acknowledged === "");
  return { exitCode: bad || strict ? 1 : 0, lines: [...unnamed.map(unnamedLine), ...outcomeLines(context, plan, built, all, left)] };
}

/**
 * What packs print, as lines of the table of statements, and what their layout could not do. One pack is held at a
 * time: all of England's print hundreds of thousands of texts.
 */
async function readPacks(handles: readonly Handle<PackRecord>[]): Promise<{ lines: Uint8Array[]; count: number; findings: Finding[] }> {
  const read = { lines: [] as Uint8Array[], count: 0, findings: [] as Finding[] };
  const pathOf = (handle: Handle<PackRecord>): string => handle.files[0]?.path ?? "";
  for (const handle of [...handles].sort((a, b) => compareCells(pathOf(a), pathOf(b)))) {
    const pack = await handle.value();
    read.lines.push(Buffer.from(formatTableLines(statements, pack.statements)));
    read.count += pack.statements.length;
    read.findings.push(...pack.problems.map((problem) => packFinding(handle.id, problem)));
  }
  return read;
}

type Tidied = { findings: Finding[]; unnamed: string[] };

/** Not a finding: the document is not wrong, but its figures join no authority's until somebody says whose they are. */
const unnamedLine = (document: string): string =>
  `note: ${document} names no authority that could be recognised, so its figures are in no pack: give it an entry with its authority in manifest.json.`;

const packFinding = (step: string, problem: string): Finding =>
  documentFinding("warning", "", "pack_not_laid_out", `${step.replace("briefings ", "Pack for ")}: ${problem}`, step);

function outcomeLines(context: Context, plan: Plan, built: Built, all: readonly Finding[], left: readonly string[]): string[] {
  const lines = findingLines(all);
  if (left.length > 0) lines.push(`Left in place, since they were changed by hand: ${left.join(", ")}.`);
  const packs = built.made.flatMap(({ files }) => files.filter((file: StepFile) => file.path.endsWith(".pdf")));
  const count = (files: readonly unknown[], word: string): string => `${files.length} ${word}${files.length === 1 ? "" : "s"}`;
  const images = built.made.flatMap(({ files }) => files.filter((file) => file.path.endsWith(".svg")));
  const fresh = context.steps.report().filter((step) => step.reasons.length === 0).length;
  const names =
    plan.selection.length > 5
      ? `${plan.selection.length} authorities`
      : plan.selection.map((row) => row.authority).join(", ") || "No authority";
  lines.push(
    `${names}: ${count(packs, "pack")} and ${count(images, "chart")} in ${context.options.out}, tables in ${context.options.data}/tidy.`,
  );
  lines.push(`${fresh} of ${context.steps.report().length} steps were fresh and not built again.`);
  return lines;
}
