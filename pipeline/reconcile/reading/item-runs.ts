import type { Reading, Sentence } from "./reading.ts";

const read = new WeakMap<Reading, readonly (readonly Sentence[])[]>();

/**
 * The items of each list as one passage: "Open cases: 946", "Caseholders: 66", "Mean caseload: 14.3" are a statement in
 * three items. Its sentences count through the whole list; each keeps its own block and place.
 */
export function itemRuns(reading: Reading): readonly (readonly Sentence[])[] {
  const known = read.get(reading);
  if (known) return known;
  const runs: Sentence[][] = [];
  let last = -2;
  for (const passage of reading.passages) {
    const [first] = passage;
    if (first?.block.kind !== "list_item") continue;
    if (first.block.index !== last + 1) runs.push([]);
    last = first.block.index;
    const run = runs.at(-1)!;
    for (const sentence of passage) run.push({ ...sentence, number: run.length });
  }
  const longer = runs.filter((run) => run.length > 1);
  read.set(reading, longer);
  return longer;
}
