import type { Finding } from "../../../model/finding.ts";
import { parsePeriod } from "../../../model/period.ts";
import { perSentence } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { isOwn } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";

const said = /^(?:this|that|it|the (?:number|figure|rate|proportion|percentage|total|average)|numbers|figures)\b[^.]{0,60}?\b(?:has|have|had)? ?(?:therefore |thus |now |also )?(halved|doubled|trebled|tripled|risen|rose|increased|grown|fallen|fell|decreased|dropped|reduced|declined)\b/iu;
const up = /^(?:doubled|trebled|tripled|risen|rose|increased|grown)$/iu;

/** Two levels of one measure with a period each, in order of time; null when the sentence holds anything else. */
export function inOrder(sentence: Sentence): { from: number; to: number } | null {
  const levels = [...sentence.skeleton.matchAll(/\{([CPMR])(\d+)\}/g)].map((match) => ({ code: match[1], figure: figureAt(sentence, match[2]!) })).filter(({ figure }) => figure.role !== "change");
  const spans = sentence.periods.filter((period) => !period.relative).map((period) => parsePeriod(period.period)?.end ?? "");
  const [a, b] = levels;
  const [first, second] = spans;
  if (levels.length !== 2 || spans.length !== 2 || !a || !b || a.code !== b.code || !first || !second || first === second) return null;
  if ([a, b].some(({ figure }) => !isOwn(figure) || figure.valueHigh !== null)) return null;
  // "22.0 starters and 13.0 leavers" are two things, not two levels of one.
  const nouns = [a, b].map(({ code, figure }) => (code === "C" ? /^ ([a-z]{4,})/iu.exec(sentence.text.slice(figure.end))?.[1]?.toLowerCase() ?? "" : ""));
  if (/\bdifference between\b/iu.test(sentence.text) || (nouns[0] !== "" && nouns[1] !== "" && nouns[0] !== nouns[1])) return null;
  const [x, y] = [a.figure.value, b.figure.value];
  return first < second ? { from: x, to: y } : { from: y, to: x };
}

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
  const levels = before ? inOrder(before) : null;
  if (!before || !match || !levels || levels.from === levels.to || sentence.figures.length > 0) return [];
  const rises = levels.to > levels.from;
  const word = match[1] ?? "";
  if (up.test(word) === rises) return [];
  return [findingRow(reading, {
    kind: "conflict", severity: "error", stated: `"${word}"; ${levels.from} to ${levels.to}`, place: sentence.place, quote: `${before.text} ${sentence.text}`,
    heading: `"${word}" after a ${rises ? "rise" : "fall"} from ${levels.from} to ${levels.to}`,
    message: `The sentence says "${word}", but the figures before it go ${rises ? "up" : "down"}, from ${levels.from} to ${levels.to}.`,
  })];
}

export const wordsAfterFigures = perSentence("conflict", "Words against the figures of the sentence before", (reading, sentence, passage) => [...report(reading, sentence, passage[sentence.number - 1]), ...reportFrom(reading, sentence, passage[sentence.number - 1])]);
