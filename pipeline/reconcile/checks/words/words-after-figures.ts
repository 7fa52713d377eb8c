import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { byTheirTimes } from "../../reading/pairs.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";

const said = /^(?:this|that|it|the (?:number|figure|rate|proportion|percentage|total|average)|numbers|figures)\b[^.]{0,60}?\b(?:has|have|had)? ?(?:therefore |thus |now |also )?(halved|doubled|trebled|tripled|risen|rose|increased|grown|fallen|fell|decreased|dropped|reduced|declined)\b/iu;
const up = /^(?:doubled|trebled|tripled|risen|rose|increased|grown)$/iu;

const saidFrom = /\b(?:has|have|had) (?:therefore |thus |now |also )?(risen|increased|grown|fallen|decreased|dropped|reduced|declined) (?:slightly |sharply )?from \{([CPMRD])(\d+)\}/iu;

/** "31 a week on average. Use has decreased from 24 in 2021": the level now stands in the sentence before. */
function reportFrom(reading: Reading, sentence: Sentence, before: Sentence | undefined): Finding[] {
  const match = saidFrom.exec(sentence.skeleton);
  const [now, ...more] = before?.figures ?? [];
  const then = match ? figureAt(sentence, match[3]!) : null;
  if (!before || !match || !then || !now || more.length > 0 || sentence.figures.length > 1 || now.measure !== then.measure || now.denominator !== null || now.value === then.value) return [];
  if (now.value > 2 * then.value || then.value > 2 * now.value || now.role !== "level") return [];
  const rises = now.value > then.value;
  const word = match[1] ?? "";
  if (up.test(word) === rises) return [];
  return [findingRow(reading, {
    kind: "conflict", severity: "warning", stated: `"${word}" from ${then.text}; ${now.text}`, place: sentence.place, quote: `${before.text} ${sentence.text}`,
    heading: `"${word}" from ${then.text}, beside ${now.text} now`,
    message: `The sentence says "${word}" from ${then.text}, but the figure before it, ${now.text}, is ${rises ? "higher" : "lower"}.`,
  })];
}

/** "48 in the year to March 2022; 24 in the year to March 2021. The number has therefore halved." */
function report(reading: Reading, sentence: Sentence, before: Sentence | undefined): Finding[] {
  const match = said.exec(sentence.text);
  const levels = before ? byTheirTimes(before) : null;
  if (!before || !match || !levels || levels.then.value === levels.now.value || sentence.figures.length > 0) return [];
  const rises = levels.now.value > levels.then.value;
  const word = match[1] ?? "";
  if (up.test(word) === rises) return [];
  return [findingRow(reading, {
    kind: "conflict", severity: "error", stated: `"${word}"; ${levels.then.value} to ${levels.now.value}`, place: sentence.place, quote: `${before.text} ${sentence.text}`,
    heading: `"${word}" after a ${rises ? "rise" : "fall"} from ${levels.then.value} to ${levels.now.value}`,
    message: `The sentence says "${word}", but the figures before it go ${rises ? "up" : "down"}, from ${levels.then.value} to ${levels.now.value}.`,
  })];
}

export const wordsAfterFigures = perSentence("conflict", "Words against the figures of the sentence before", (reading, sentence, passage) => [...report(reading, sentence, passage[sentence.number - 1]), ...reportFrom(reading, sentence, passage[sentence.number - 1])]);
