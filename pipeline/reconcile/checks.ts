import type { Check } from "./check.ts";
import { partsInProse } from "./checks/parts-in-prose.ts";
import { shareInProse } from "./checks/share-in-prose.ts";

/** Every check, in the order in which they run. A new one is a file in checks/ and a line here. */
export const checks: readonly Check[] = [
  shareInProse,
  partsInProse,
];
