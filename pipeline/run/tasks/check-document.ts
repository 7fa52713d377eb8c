import { indicators } from "../../indicators/all.ts";
import { checkDocument, type DocumentInput, type Found } from "../../stages/reconcile.ts";

export type CheckInput = Omit<DocumentInput, "indicators">;

export async function checkDocumentTask(input: CheckInput): Promise<Found[]> {
  return checkDocument({ ...input, indicators });
}
