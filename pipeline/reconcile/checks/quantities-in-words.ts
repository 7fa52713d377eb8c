import type { Finding } from "../../model/finding.ts";
import { perDocument } from "../check.ts";
import { findingRow } from "../finding-row.ts";
import { figureAt, type Reading, type Sentence } from "../reading.ts";
import { roundTo } from "../rounding.ts";

/** A quantity in words stands for a stretch of shares; numbers are percentages. */
type Stretch = { pattern: RegExp; low: number; high: number };

const gap = "[^{}()]{0,70}";
const counted = `${gap}\\(\\{S(\\d+)\\}`;
const stretches: readonly Stretch[] = [
  { pattern: new RegExp(`\\b(?:the (?:large |vast |great )?majority|most|more than half|over half)\\b${counted}`, "iu"), low: 50, high: 100 },
  { pattern: new RegExp(`\\b(?:(?:a )?minority|less than half|fewer than half|under half)\\b${counted}`, "iu"), low: 0, high: 50 },
  { pattern: new RegExp(`\\b(?:nearly all|almost all|the vast majority)\\b${counted}`, "iu"), low: 75, high: 100 },
];
/** How far a fraction in words may be from the counts, in points; more when it is qualified. */
const near = 3;
const loose = 8;

function outside(reading: Reading, sentence: Sentence, words: string, share: number, counts: string, meant: string): Finding {
  const exact = `${roundTo(share, 1)}%`;
  return findingRow(reading, {
    kind: "arithmetic", severity: "error", stated: words, expected: exact, quote: sentence.text, place: sentence.place,
    heading: `"${words}" printed, but ${counts} is ${exact}`,
    message: `${counts} is ${exact}, but the sentence says "${words}"${meant}.`,
  });
}

function report(reading: Reading, sentence: Sentence): Finding[] {
  const fraction = new RegExp(`\\{Z(\\d+)\\}${counted}`, "iu").exec(sentence.skeleton);
  if (fraction) {
    const [said, share] = [figureAt(sentence, fraction[1]!), figureAt(sentence, fraction[2]!)];
    if (said.form !== "fraction" || share.denominator === null || share.numerator === null) return [];
    const exact = (100 * share.numerator) / share.denominator;
    const [low, high] = {
      exact: [said.value - near, said.value + near], approx: [said.value - loose, said.value + loose], almost: [said.value - loose, said.value + 1],
      over: [said.value, said.value + 2 * loose], under: [said.value - 2 * loose, said.value], at_least: [said.value, 100], at_most: [0, said.value], range: [0, 100],
    }[said.qualifier] as [number, number];
    return exact < low - 0.05 || exact > high + 0.05 ? [outside(reading, sentence, said.text, exact, share.text, ` (${roundTo(said.value, 1)}%)`)] : [];
  }
  for (const { pattern, low, high } of stretches) {
    const match = pattern.exec(sentence.skeleton);
    const share = match ? figureAt(sentence, match[1]!) : null;
    if (!match || !share || share.denominator === null || share.numerator === null) continue;
    const exact = (100 * share.numerator) / share.denominator;
    if (exact < low || exact > high) return [outside(reading, sentence, match[0].split(/\s(?:of|are|were|have|had)\b/u)[0] ?? "", exact, share.text, "")];
  }
  return [];
}

export const quantitiesInWords = perDocument("arithmetic", "Fractions and majorities in words against the counts beside them", (reading) =>
  reading.sentences.flatMap((sentence) => report(reading, sentence)));
