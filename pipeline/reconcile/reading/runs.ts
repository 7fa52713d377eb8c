import type { Reading, Sentence } from "./reading.ts";

/** Series told once: the sentences of each paragraph, and those of a list together with the paragraph that leads into it. */
export function runsIn({ passages }: Reading): readonly (readonly Sentence[])[] {
  const runs: Sentence[][] = [];
  for (const passage of passages) {
    const [block, last] = [passage[0]?.block, runs.at(-1)?.at(-1)?.block];
    const goesOn = block?.kind === "list_item" && last !== undefined && last.kind !== "heading" && block.index - last.index === 1;
    if (goesOn) runs.at(-1)?.push(...passage);
    else runs.push([...passage]);
  }
  return runs;
}
