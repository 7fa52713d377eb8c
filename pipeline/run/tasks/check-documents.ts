import { fromColumns, type Columns } from "../../core/columns.ts";
import { indicators } from "../../indicators/all.ts";
import type { Finding } from "../../model/finding.ts";
import { series } from "../../model/series.ts";
import { reconcile, type ReconcileInput } from "../../stages/reconcile.ts";

/** What reconcile takes, with the long table by column. */
export type CheckInput = Omit<ReconcileInput, "official" | "indicators"> & { official: Columns };

export async function checkDocumentsTask({ official, ...input }: CheckInput): Promise<Finding[]> {
  return reconcile({ ...input, indicators, official: fromColumns(series, official) });
}
