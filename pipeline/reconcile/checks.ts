import type { Check } from "./check.ts";
import { averages } from "./checks/averages.ts";
import { changes } from "./checks/changes.ts";
import { complement } from "./checks/complement.ts";
import { partsInProse } from "./checks/parts-in-prose.ts";
import { shareInProse } from "./checks/share-in-prose.ts";
import { shareInRow } from "./checks/share-in-row.ts";
import { shareInTables } from "./checks/share-in-tables.ts";
import { totalsInTables } from "./checks/totals-in-tables.ts";

/** Every check, in the order in which they run. A new one is a file in checks/ and a line here. */
export const checks: readonly Check[] = [
  shareInProse,
  shareInRow,
  shareInTables,
  complement,
  partsInProse,
  totalsInTables,
  averages,
  changes,
];
