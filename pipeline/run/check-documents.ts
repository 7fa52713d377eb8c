import { LimitError, openPool } from "../core/worker-pool.ts";
import type { Finding } from "../model/finding.ts";
import type { Context } from "./context.ts";
import { documentFinding } from "../model/file-findings.ts";
import type { CheckInput } from "./tasks/check-documents.ts";

/** All documents are checked together, against each other; so the limits are wider than those of one, and grow with them. */
const limits = { megabytes: 2560, buffers: 1024 };
const secondsFor = (documents: number): number => 60 + 5 * documents;

const only = (input: CheckInput, documents: ReadonlySet<string>): CheckInput => {
  const of = <T extends { document: string }>(rows: readonly T[]): T[] => rows.filter((row) => documents.has(row.document));
  return {
    ...input,
    sources: of(input.sources),
    documents: of(input.documents),
    observations: of(input.observations),
    actions: of(input.actions),
  };
};

/**
 * Reconcile, in a worker. Where the documents take more time or memory than they may, each is tried alone,
 * those that do so by themselves are left out with a finding, and the others are checked.
 */
export async function checkDocuments(context: Context, input: CheckInput): Promise<{ findings: Finding[]; passing: boolean }> {
  const script = new URL("./worker.ts", import.meta.url);
  const check = async (part: CheckInput): Promise<Finding[]> => {
    const pool = openPool({ script, size: 1, seconds: secondsFor(part.sources.length), ...limits });
    return pool.run<CheckInput, Finding[]>("check-documents", part).finally(() => pool.close());
  };
  try {
    return { findings: await check(input), passing: false };
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
  }
  const good = new Set<string>();
  const left: Finding[] = [];
  for (const { document } of input.sources) {
    context.effects.progress(`reconcile: checking ${document} alone`);
    await check(only(input, new Set([document]))).then(
      () => good.add(document),
      (error: unknown) => {
        if (!(error instanceof LimitError)) throw error;
        const message = `The figures of ${document} were not checked because ${error.message}. They are used unchecked: compare them with the document, or split it. The other documents were checked.`;
        left.push(documentFinding("error", document, "figures_not_checked", message));
      },
    );
  }
  return { findings: [...left, ...(await check(only(input, good)))], passing: true };
}
