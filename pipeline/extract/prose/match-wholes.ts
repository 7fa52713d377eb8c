import type { Span } from "../grammar/sentences.ts";
import type { CompiledPhrases } from "./compile-phrases.ts";
import type { Fact } from "./fact.ts";
import { ageNear } from "./make-facts.ts";
import { longest, stands } from "./match-frames.ts";
import type { ReadSentence } from "./read-sentence.ts";

/**
 * "4 of the 54 young people who ceased to be looked after were adopted": 54 is a figure of its own, where a
 * declared statement counts the whole by its name. `subjects` and `periods`
 * go by figure.
 */
export function matchWholes(
  sentence: ReadSentence,
  around: string,
  declared: readonly CompiledPhrases[],
  subjects: readonly string[],
  periods: readonly string[],
  clauses: readonly Span[],
): Fact[] {
  const { text, figureAt } = sentence.marked;
  return sentence.figures.flatMap((figure, index): Fact[] => {
    const place = figureAt[index] ?? -1;
    const joined = figure.measure === "number" && figure.form === "digits" && / of /.test(sentence.lower.slice(figure.start, figure.end));
    if (place < 0 || !joined || figure.denominator === null || (subjects[index] ?? "local") !== "local") return [];
    const lead = "of the ";
    const ofWhole = `${lead}${text.slice(place)}`;
    for (const phrases of declared) {
      if (phrases.indicator.unit !== "count") continue;
      const match = longest(phrases.whole ? phrases.frames : phrases.frames.filter((frame) => frame.ofWhole), ofWhole, lead.length);
      if (!match || !stands(phrases, sentence.lower, around) || phrases.never?.test(match.statement)) continue;
      return [
        {
          indicator: phrases.indicator.id,
          breakdown: match.breakdown || ageNear(sentence, figure, clauses),
          subject: "local",
          value: figure.denominator,
          value_high: null,
          unit: "count",
          qualifier: "exact",
          numerator: null,
          denominator: null,
          period: periods[index] ?? "",
          method: "prose",
          quote: sentence.text,
          confidence: 0.85,
        },
      ];
    }
    return [];
  });
}
