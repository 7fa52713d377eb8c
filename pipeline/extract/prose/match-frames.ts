import { mayMatch } from "../../core/pattern-stems.ts";
import type { CompiledPhrases, Frame } from "./compile-phrases.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { unitOf, type Reading } from "./reading.ts";

/** The figures that stand in a declared statement. Where several fit, the longest statement is taken. */
export function matchFrames(sentence: ReadSentence, around: string, declared: readonly CompiledPhrases[]): Reading[] {
  const { text, figureAt } = sentence.marked;
  if (!text.includes("#")) return [];
  const best = new Map<number, { reading: Reading; length: number }>();
  for (const phrases of declared) {
    const frames = phrases.frames.filter((frame) => mayMatch(frame.stems, text));
    if (frames.length === 0) continue;
    sentence.figures.forEach((figure, index) => {
      const place = figureAt[index] ?? -1;
      const unit = unitOf(figure, phrases.units);
      if (
        place < 0 ||
        !unit ||
        (phrases.whole && figure.denominator !== null) ||
        (phrases.qualifiers && !phrases.qualifiers.includes(figure.qualifier))
      )
        return;
      // A whole ("of 92") belongs to the figure before it, unless it is itself the number counted.
      if (sentence.bases.has(index) && phrases.indicator.unit !== "count") return;
      const match = longest(frames, text, place);
      if (
        !match ||
        !stands(phrases, sentence.lower, around) ||
        phrases.never?.test(match.statement) ||
        (best.get(index)?.length ?? 0) >= match.statement.length
      )
        return;
      best.set(index, {
        length: match.statement.length,
        reading: {
          figure: index,
          unit,
          phrases,
          indicator: phrases.indicator,
          breakdown: match.breakdown,
          ground: "frame",
          host: -1,
          confidence: 0.95,
        },
      });
    });
  }
  return [...best.values()].map(({ reading }) => reading);
}

/** True when the words that must also stand do; asked last, since it reads the whole sentence and more. */
export const stands = (phrases: CompiledPhrases, lower: string, around: string): boolean =>
  phrases.also.every((also) => also.test(lower) || also.test(around)) && phrases.beside.every((beside) => beside.test(lower));

/** The longest statement that has its figure at `place`; null when none fits. */
export function longest(frames: readonly Frame[], text: string, place: number): { statement: string; breakdown: string } | null {
  let found: { statement: string; breakdown: string } | null = null;
  for (const { pattern } of frames) {
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (!match) continue;
    const statement = (match.groups?.["lead"] ?? "") + match[0];
    if (statement.length > (found?.statement.length ?? 0))
      found = { statement, breakdown: (match.groups?.["breakdown"] ?? "").replace(/~/g, "").trim() };
  }
  return found;
}
