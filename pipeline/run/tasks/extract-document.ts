import { extractActions } from "../../extract/actions/extract-actions.ts";
import { extractDocument } from "../../extract/extract-document.ts";
import { cleanAction, personalDataRemover, withoutPersonalData } from "../../extract/personal-data.ts";
import type { Action } from "../../model/action.ts";
import type { DocumentRow, SourceDocument } from "../../model/document.ts";
import type { Finding } from "../../model/finding.ts";
import type { Observation } from "../../model/observation.ts";

export type ExtractInput = { source: SourceDocument; row: DocumentRow; people: string[] };
export type ExtractOutput = { observations: Observation[]; actions: Action[]; findings: Finding[] };

export async function extractDocumentTask({ source, row, people }: ExtractInput): Promise<ExtractOutput> {
  const remove = personalDataRemover(people);
  return {
    observations: extractDocument(source, row).map((observation) =>
      withoutPersonalData(observation, remove, "quote", "paragraph", "table", "row", "column"),
    ),
    actions: extractActions(source, row).map((action) => cleanAction(action, remove)),
    findings: [],
  };
}
