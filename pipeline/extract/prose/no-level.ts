import { patternOf } from "../../core/patterns.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { sampledParts } from "./samples.ts";

const changeBefore = patternOf("")`
  \b(?:increases?|increased|rises?|rose|risen|decreases?|decreased|reductions?|reduced|falls?|fell|drops?|dropped|declines?|
  declined|improvements?|improved|growth|grew|grown|gains?|gap|difference|loss|shortfall|
  savings?)(?: (?:of|by)| in \w+ of)(?: (?:a|an|only|just|further|additional|net|some))*\s*$`;
const changeAfter = patternOf("")`
  ^\)? (?:increase|decrease|reduction|rise|fall|drop|improvement|decline|growth|higher|lower|more than|fewer than|less than|
  above|below|quicker|faster|slower|longer|percentage points?|points?)\b|
  ^\)? (?:of them |of these )?(?:are|were|is|was|have|had|has|do|did|does) not(?:[.,;]|$)`;

/** The figures that state no level: by how much something changed, or how many of a sample were seen. */
export function noLevel(sentence: ReadSentence): Set<number> {
  const out = new Set<number>();
  const samples = sampledParts(sentence.lower);
  sentence.figures.forEach((figure, index) => {
    const before = sentence.lower.slice(Math.max(0, figure.markStart - 60), figure.markStart);
    const after = sentence.lower.slice(figure.end, figure.end + 40);
    if (
      figure.measure === "points" ||
      figure.measure === "times" ||
      samples.some((part) => part.start <= figure.start && figure.start < part.end)
    )
      out.add(index);
    else if (figure.form === "fraction" && /^ (?:of )?(?:the |that )?(?:national|england|regional|average|what|that of|rate)/.test(after))
      out.add(index);
    else if (changeBefore.test(before) || changeAfter.test(after)) out.add(index);
  });
  return out;
}
