import type { Reading, Sentence } from "./reading.ts";

type Runs = readonly (readonly Sentence[])[];

/** Series told once: the sentences of each paragraph, and those of a list together with the paragraph that leads into it. */
export function runsIn({ passages }: Reading): Runs {
  const runs: Sentence[][] = [];
  for (const passage of passages) {
    const [block, last] = [passage[0]?.block, runs.at(-1)?.at(-1)?.block];
    const goesOn = block?.kind === "list_item" && last !== undefined && last.kind !== "heading" && block.index - last.index === 1;
    if (goesOn) runs.at(-1)?.push(...passage);
    else runs.push([...passage]);
  }
  return runs;
}

const read = new WeakMap<Reading, Runs>();

/**
 * The items of each list as one passage, without what leads into it: "Open cases: 946", "Caseholders: 66", "Mean caseload:
 * 14.3" are a statement in three items. Its sentences count through the whole list; each keeps its own block and place.
 * Read once a document, so that each check sees the same sentences.
 */
export function itemRuns(reading: Reading): Runs {
  const known = read.get(reading);
  if (known) return known;
  const items = runsIn(reading)
    .map((run) => run.filter(({ block }) => block.kind === "list_item").map((sentence, number) => ({ ...sentence, number })))
    .filter((run) => run.length > 1);
  read.set(reading, items);
  return items;
}
