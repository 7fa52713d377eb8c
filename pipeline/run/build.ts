import { join } from "node:path";
import { fromColumns } from "../core/columns.ts";
import { freeMemory } from "../core/free-memory.ts";
import { sha256 } from "../core/hash.ts";
import type { Handle } from "../core/steps.ts";
import { acknowledge, unmatchedAcknowledgements } from "../extract/review/acknowledge.ts";
import { personalDataRemover, withoutPersonalData } from "../extract/personal-data.ts";
import type { Authority } from "../model/authority.ts";
import { series } from "../model/series.ts";
import { reaches, type StageName } from "../pipeline.ts";
import { discloseFindings } from "../stages/disclose.ts";
import { indexStored, sliceHashes } from "../stages/slice.ts";
import { collectTargets } from "../stages/targets.ts";
import { buildAuthorities } from "./authorities.ts";
import { compareFigures } from "./compare-figures.ts";
import type { Context } from "./context.ts";
import { extractDocuments, readDocuments } from "./documents.ts";
import { ingestFigures } from "./figures.ts";
import { finish } from "./finish.ts";
import { gatherer } from "./gather.ts";
import { inputHashes } from "./inputs.ts";
import type { Plan } from "./plan.ts";
import { checkDocuments, reconcileAll } from "./reconcile.ts";
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

  // The readers check documents while the figures are compared here.
  const [checked, compared] = await Promise.all([
    reached("reconcile") ? checkDocuments(context, gather, read.handles, extracted) : [],
    compareFigures(context, gather, upstream),
  ]);
  await context.readers.close();
  const reconciled = await reconcileAll(context, gather, checked, upstream);

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
  // Their room is that of the tables to be written.
  await context.builders.close();
  if (options.why) return { exitCode: 0, lines: whyLines(steps.report(), []) };
  return finish(context, { tables, plan: await plan.value(), built, templates });
}
