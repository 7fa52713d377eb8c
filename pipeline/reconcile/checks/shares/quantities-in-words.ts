import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { bearsOut } from "../../numbers/fraction-span.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { gap, nearEnough, quantities } from "../../vocabulary/quantities.ts";

/** "(62 of 120)", or "of our 120 foster carers (62)" with the base before the bracket. */
const counted = `${gap}(?:(?:\\(|, |: )\\{S(?<share>\\d+)\\}|\\{C(?<of>\\d+)\\}${gap}\\((?:that is,? |i\\.e\\. )?\\{C(?<count>\\d+)\\}(?: [a-z]+){0,2}\\))`;
const stretches = quantities.map(({ words, low, high }) => ({ pattern: new RegExp(`${words}${counted}`, "iu"), low, high }));
type Counts = { part: number; whole: number; text: string };

/** The counts beside a quantity; null when a sentence gives none that can be a share. */
function countsIn(sentence: Sentence, match: RegExpExecArray): Counts | null {
  const { share, of, count } = match.groups ?? {};
  const figure = share === undefined ? null : figureAt(sentence, share);
  if (figure)
    return figure.denominator === null || figure.numerator === null
      ? null
      : { part: figure.numerator, whole: figure.denominator, text: figure.text };
  const [part, whole] = [figureAt(sentence, count ?? ""), figureAt(sentence, of ?? "")];
  return part.value > whole.value || part.qualifier !== "exact"
    ? null
    : { part: part.value, whole: whole.value, text: `${part.text} of ${whole.text}` };
}

/** A fraction is of something or stands for it; "a third placement" is an ordinal. */
const ofSomething = /^(?:,? (?:of|the|our|all|these|those|them|were|was|are|is|have|had|has|did|do)\b|,? ?\()/iu;

/** How far an unqualified fraction may be from the counts, in points. */
const near = 3;

function outside(reading: Reading, sentence: Sentence, words: string, share: number, counts: string, meant: string): Finding {
  const exact = `${roundTo(share, 1)}%`;
  return findingRow(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: words,
    expected: exact,
    quote: sentence.text,
    place: sentence.place,
    heading: `"${words}" printed, but ${counts} is ${exact}`,
    message: `${counts} is ${exact}, but the sentence says "${words}"${meant}.`,
  });
}

function report(reading: Reading, sentence: Sentence): Finding[] {
  if (nearEnough.test(sentence.text)) return [];
  const fraction = new RegExp(`\\{Z(?<said>\\d+)\\}${counted}`, "iu").exec(sentence.skeleton);
  if (fraction) {
    const [said, counts] = [figureAt(sentence, fraction.groups?.["said"] ?? ""), countsIn(sentence, fraction)];
    if (said.form !== "fraction" || !counts || !ofSomething.test(sentence.text.slice(said.end))) return [];
    const exact = (100 * counts.part) / counts.whole;
    return bearsOut(said, exact, near) ? [] : [outside(reading, sentence, said.text, exact, counts.text, ` (${roundTo(said.value, 1)}%)`)];
  }
  for (const { pattern, low, high } of stretches) {
    const match = pattern.exec(sentence.skeleton);
    const counts = match ? countsIn(sentence, match) : null;
    if (!match || !counts) continue;
    const exact = (100 * counts.part) / counts.whole;
    if (exact < low || exact > high)
      return [
        outside(reading, sentence, match[0].split(/\s(?:of|are|were|have|had|is|was)\b|[:,(]? ?\{/u)[0] ?? "", exact, counts.text, ""),
      ];
  }
  return [];
}

export const quantitiesInWords = perSentence("arithmetic", "Fractions and majorities in words against the counts beside them", report);
