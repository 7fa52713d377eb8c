import type { CompiledPhrases } from "./compile-phrases.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { unitOf, type Reading } from "./reading.ts";

/** The figures that stand in a declared statement. Where several fit, the longest statement is taken. */
export function matchFrames(sentence: ReadSentence, around: string, declared: readonly CompiledPhrases[]): Reading[] {
  const { text, figureAt } = sentence.marked;
  if (!text.includes("#")) return [];
  const at = new Map(figureAt.map((place, figure) => [place, figure]));
  const best = new Map<number, { reading: Reading; length: number }>();
  for (const phrases of declared) {
    if (phrases.frames.length === 0) continue;
    if (phrases.also.some((also) => !also.test(sentence.lower) && !also.test(around))) continue;
    if (phrases.beside.some((beside) => !beside.test(sentence.lower))) continue;
    for (const frame of phrases.frames) {
      for (const match of text.matchAll(frame)) {
        const figure = at.get(match.indices?.groups?.["figure"]?.[0] ?? -1);
        if (figure === undefined || (sentence.bases.has(figure) && !phrases.indicator.id.endsWith(".count"))) continue;
        const unit = unitOf(sentence.figures[figure]!, phrases.units);
        if (phrases.qualifiers && !phrases.qualifiers.includes(sentence.figures[figure]!.qualifier)) continue;
        if (!unit || forbidden(match[0], phrases)) continue;
        const reading: Reading = {
          figure, unit, phrases, indicator: phrases.indicator, breakdown: (match.groups?.["breakdown"] ?? "").trim().replace(/~/g, ""),
          ground: "frame", host: -1, confidence: 0.95,
        };
        if ((best.get(figure)?.length ?? 0) < match[0].length) best.set(figure, { reading, length: match[0].length });
      }
    }
  }
  return [...best.values()].map(({ reading }) => reading);
}

const forbidden = (statement: string, phrases: CompiledPhrases): boolean => phrases.never !== null && new RegExp(phrases.never.source, "u").test(statement);
