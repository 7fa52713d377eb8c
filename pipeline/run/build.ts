import { join } from "node:path";
import { fromColumns, toColumns } from "../core/columns.ts";
import { freeMemory } from "../core/free-memory.ts";
import { sha256 } from "../core/hash.ts";
import type { Handle } from "../core/steps.ts";
import { acknowledge, unmatchedAcknowledgements } from "../extract/review/acknowledge.ts";
import { personalDataRemover, withoutPersonalData } from "../extract/personal-data.ts";
import type { Authority } from "../model/authority.ts";
import { comparisons, type Comparison } from "../model/comparison.ts";
import type { Finding } from "../model/finding.ts";
import { series, type SeriesRow } from "../model/series.ts";
import { reaches, type StageName } from "../pipeline.ts";
import { buildSeries, compare, newestModel } from "../stages/compare.ts";
import { discloseFindings, discloseSeries } from "../stages/disclose.ts";
import { hasAllEngland, indexStored, sliceHashes } from "../stages/slice.ts";
import { collectTargets } from "../stages/targets.ts";
import { buildAuthorities, openBuilders } from "./authorities.ts";
import { checkDocuments } from "./check-documents.ts";
import type { Context } from "./context.ts";
import { extractDocuments, readDocuments } from "./documents.ts";
import { ingestFigures } from "./figures.ts";
import { finish } from "./finish.ts";
import { gatherer } from "./gather.ts";
import { inputHashes } from "./inputs.ts";
import type { Plan } from "./plan.ts";
import { reportDate } from "./report-date.ts";
import type { Outcome } from "./outcome.ts";
import { selectAuthorities } from "./select-authorities.ts";
import { whyLines } from "./summary.ts";
import { listTemplates } from "./templates.ts";
import type { StoredTables } from "./tasks/build-authority.ts";

const hashesOf = (handles: readonly Handle<unknown>[]): Record<string, string> =>
  Object.fromEntries(handles.map((handle) => [handle.id, handle.hash]));

/** The stages in their order: what each takes from those before it. Nothing that is fresh is loaded. */
export async function build(context: Context): Promise<Outcome> {
  const { options, steps, code } = context;
  const { templates, error } = await listTemplates(context);
  if (error) return { exitCode: 2, lines: [error] };
  const reached = (stage: StageName): boolean => reaches(options.only, stage);

  const figures = await ingestFigures(context);
  // Kept apart from the figures, so that a run that changes nothing does not load all of England for the names.
  const register = await steps.run<Authority[]>({ id: "register", code: code.ingest, inputs: hashesOf([figures]) }, async () => ({
    value: (await figures.value()).authorities,
    files: [],
  }));
  const read = await readDocuments(context, register);
  const extracted = reached("extract") ? await extractDocuments(context, read.handles) : [];
  await context.readers.close();
  const gather = gatherer(context, figures, read.handles, extracted, read.findings);
  const ingested = [figures, ...read.handles.map(({ handle }) => handle), ...extracted.map(({ handle }) => handle)];
  // What readers may see is settled here, before anything is made of the figures.
  const internal = String(options.internal);
  const localFiles = context.inputs.filter(({ kind }) => kind === "local").map(({ name }) => name);
  const upstream = {
    ...hashesOf(ingested),
    ...inputHashes(context.inputs, "review", "manifest"),
    "files that could not be read": sha256(JSON.stringify(context.unread)),
  };

  const reconciled = await steps.run<Finding[]>(
    { id: "reconcile", code: code.reconcile, inputs: { ...upstream, date: sha256(options.date), wanted: String(reached("reconcile")) } },
    async () => {
      if (!reached("reconcile")) return { value: [], files: [] };
      context.effects.progress("reconcile: checking the figures");
      openBuilders(context);
      const { figures: from, sources, documents, people, observations, actions, acknowledgements } = await gather.get();
      const remove = personalDataRemover([...new Set(people)]);
      const found = await checkDocuments(context, {
        sources,
        documents,
        observations,
        actions,
        acknowledgements,
        official: from.official,
        targets: from.targets,
        reportDate: options.date,
      });
      const clean = found.findings.map((finding) =>
        withoutPersonalData(finding, remove, "message", "stated", "expected", "quote", "place", "heading", "acknowledged"),
      );
      return { value: clean, files: [], passing: found.passing };
    },
  );

  const compared = await steps.run(
    { id: "compare", code: code.compare, inputs: { ...upstream, wanted: String(reached("compare")), internal } },
    async () => {
      const rows: { series: SeriesRow[]; comparisons: Comparison[] } = { series: [], comparisons: [] };
      if (reached("compare")) {
        context.effects.progress("compare: setting each authority against the others");
        const { figures: from, observations } = await gather.get();
        const all = buildSeries({
          official: fromColumns(series, from.official),
          observations,
          local: fromColumns(series, from.local),
          authorities: from.authorities,
        });
        rows.series = discloseSeries(all, options.internal);
        rows.comparisons = compare({
          series: rows.series,
          neighbours: from.neighbours,
          authorities: from.authorities,
          model: newestModel(from.neighbours),
          allEngland: hasAllEngland(rows.series),
        });
      }
      return { value: { series: toColumns(series, rows.series), comparisons: toColumns(comparisons, rows.comparisons) }, files: [] };
    },
  );

  const tables = await steps.run<StoredTables>(
    { id: "tables", code: code.compare, inputs: { ...upstream, ...hashesOf([reconciled, compared]), internal } },
    async () => {
      const { figures: from, documents, people, observations, actions, findings, acknowledgements } = await gather.get();
      const remove = personalDataRemover([...new Set(people)]);
      const filed = acknowledge(discloseFindings(findings, options.internal, localFiles), acknowledgements).map((finding) =>
        finding.acknowledged === "" ? finding : withoutPersonalData(finding, remove, "acknowledged"),
      );
      const all = [...filed, ...(await reconciled.value())];
      const gone = reached("reconcile")
        ? unmatchedAcknowledgements(all, acknowledgements, new Set(documents.map((row) => row.document)))
        : [];
      const value = {
        authorities: from.authorities,
        neighbours: from.neighbours,
        sources: from.sources,
        documents,
        observations,
        actions,
        targets: collectTargets({ local: from.targets, observations }),
        findings: [...gone, ...all],
        ...(await compared.value()),
      };
      return { value, files: [] };
    },
  );

  const asked = { authorities: options.authorities, allAuthorities: options.allAuthorities };
  const plan = await steps.run<Plan>(
    { id: "plan", code: code.compare, inputs: { ...hashesOf([tables]), selection: sha256(JSON.stringify([asked, options.date])) } },
    async () => {
      const stored = await tables.value();
      const loaded = { ...stored, series: fromColumns(series, stored.series) };
      const selection = selectAuthorities(asked, loaded);
      const slices = sliceHashes(selection.authorities, indexStored(stored));
      return {
        value: { selection: selection.authorities, errors: selection.errors, slices, date: options.date || reportDate(loaded) },
        files: [],
      };
    },
  );
  if (plan.hash === "") return { exitCode: 0, lines: whyLines(steps.report(), [...steps.known("charts "), ...steps.known("briefings ")]) };
  const { selection, errors, slices, date } = await plan.value();
  if (errors.length > 0) return { exitCode: 2, lines: errors };

  // From here on the workers need the room.
  steps.release();
  gather.release();
  await context.pool.close();
  freeMemory();
  const packOptions = { meetingDate: options.meetingDate, agendaItem: options.agendaItem, date, internal: options.internal };
  const stored = join(context.workspace.cache, "objects", tables.object);
  const built = await buildAuthorities(context, reached("charts") ? selection : [], slices, stored, templates, packOptions);
  if (options.why) return { exitCode: 0, lines: whyLines(steps.report(), []) };
  return finish(context, { tables, plan: await plan.value(), built, templates });
}
