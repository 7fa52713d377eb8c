import { fromColumns } from "../core/columns.ts";
import { inTurn } from "../core/in-turn.ts";
import type { Handle } from "../core/steps.ts";
import { personalDataRemover, withoutPersonalData } from "../extract/personal-data.ts";
import { indicators } from "../indicators/all.ts";
import { documentFinding } from "../model/file-findings.ts";
import type { Finding } from "../model/finding.ts";
import { series } from "../model/series.ts";
import { reaches } from "../pipeline.ts";
import type { Found } from "../stages/reconcile.ts";
import type { Context } from "./context.ts";
import { reasonOf, type ExtractHandles, type ReadHandles } from "./documents.ts";
import type { Gatherer } from "./gather.ts";
import { inputHashes } from "./inputs.ts";
import type { CheckInput } from "./tasks/check-document.ts";

/** Reconcile, document by document: one step each, several at a time. */
export async function checkDocuments(
  context: Context,
  gather: Gatherer,
  read: ReadHandles,
  extracted: ExtractHandles,
): Promise<Handle<Found[]>[]> {
  const taken = new Map(extracted.map(({ name, handle }) => [name, handle]));
  const reviews = inputHashes(context.inputs, "review");
  let done = 0;
  return inTurn(read, context.jobs * 2, async ({ name, handle: from }) => {
    const own = taken.get(name);
    const inputs = { [from.id]: from.hash, ...(own ? { [own.id]: own.hash } : {}), ...reviews };
    const handle = await context.steps.run<Found[]>({ id: `reconcile ${name}`, code: context.code.reconcile, inputs }, async () => {
      const { source, row } = await from.value();
      if (!source || !row) return { value: [], files: [] };
      const { observations, actions } = await gather.get();
      const input: CheckInput = {
        source,
        row,
        observations: observations.filter((one) => one.document === name),
        actions: actions.filter((one) => one.document === name),
      };
      return context.readers.run<CheckInput, Found[]>("check-document", input).then(
        (value) => ({ value, files: [] }),
        // Perhaps only the machine was busy: the next run tries again.
        (error: unknown) => ({ value: [unchecked(name, reasonOf(error))], files: [], passing: true }),
      );
    });
    context.effects.progress(`reconcile ${++done} of ${read.length}: ${name}`);
    return handle;
  });
}

/** Told before anything that a check found. */
function unchecked(name: string, why: string): Found {
  const message = `The figures of ${name} were not checked because ${why}. They are used unchecked: compare them with the document, or split it. The other documents were checked.`;
  return { order: -1, finding: documentFinding("error", name, "figures_not_checked", message) };
}

/** Reconcile, all documents: what was found in each, and where they differ from each other and from other sources. */
export function reconcileAll(
  context: Context,
  gather: Gatherer,
  checked: readonly Handle<Found[]>[],
  upstream: Readonly<Record<string, string>>,
): Promise<Handle<Finding[]>> {
  const wanted = reaches(context.options.only, "reconcile");
  const inputs = { ...upstream, ...Object.fromEntries(checked.map(({ id, hash }) => [id, hash])), wanted: String(wanted) };
  return context.steps.run<Finding[]>({ id: "reconcile", code: context.code.reconcile, inputs }, async () => {
    if (!wanted) return { value: [], files: [] };
    context.effects.progress("reconcile: setting the documents against each other");
    // Loaded only where there is something to reconcile: a run that changes nothing has no use for the checks.
    const { reconcile } = await import("../stages/reconcile.ts");
    const { figures, documents, people, observations, acknowledgements } = await gather.get();
    const found = (await Promise.all(checked.map((handle) => handle.value()))).flat();
    const official = fromColumns(series, figures.official);
    const findings = reconcile({ found, documents, observations, official, targets: figures.targets, indicators, acknowledgements });
    const remove = personalDataRemover([...new Set(people)]);
    const clean = findings.map((finding) =>
      withoutPersonalData(finding, remove, "message", "stated", "expected", "quote", "place", "heading", "acknowledged"),
    );
    return { value: clean, files: [] };
  });
}
