import type { Finding } from "../../model/finding.ts";
import { perDocument } from "../check.ts";
import { findingRow } from "../finding-row.ts";
import { figureAt, type Reading, type Sentence, type TextFigure } from "../reading.ts";

type Bound = { value: number; measure: string; figure: TextFigure; sentence: Sentence; words: string };

const number = "\\{[CDMP](\\d+)\\}";
const most = new RegExp(`\\b(?:nobody|no[- ]one|none|no (?:child|young person|case|award|assessment|worker|visit|family|carer|placement)s?|not one)\\b[^{}.;]{0,50}?\\b(?:more than|longer than|over|above|beyond|in excess of|exceeded)(?: \\w+)? ${number}`, "giu");
const extreme = new RegExp(`\\b(?:the )?(?:longest|highest|largest|greatest|most|oldest|maximum|dearest|biggest)(?: [\\w’'-]+){0,4} (?:was|is|were|took|stood at|came to|had|waited|being|at)(?: at| for)? ${number}`, "giu");

const bounds = (reading: Reading, pattern: RegExp): Bound[] => reading.sentences.flatMap((sentence) => [...sentence.skeleton.matchAll(pattern)].map((match) => {
  const figure = figureAt(sentence, match[1]!);
  return { value: figure.value, measure: figure.measure, figure, sentence, words: match[0].replace(/\{\w+\}/u, figure.text) };
}));

/** "Nobody waited longer than 20 days" beside "the longest wait was 34 days". */
function beyond(reading: Reading): Finding[] {
  const largest = bounds(reading, extreme);
  return bounds(reading, most).flatMap((limit): Finding[] => {
    const over = largest.find((one) => one.measure === limit.measure && one.value > limit.value && one.sentence.block === limit.sentence.block && Math.abs(one.sentence.number - limit.sentence.number) <= 1);
    if (!over) return [];
    return [findingRow(reading, {
      kind: "conflict", severity: "warning", stated: `${limit.figure.text}; ${over.figure.text}`, place: over.sentence.place,
      quote: limit.sentence === over.sentence ? limit.sentence.text : `${limit.sentence.text} ${over.sentence.text}`,
      heading: `"${limit.words}", then ${over.figure.text}`,
      message: `The text says "${limit.words}", and then gives ${over.figure.text} as the largest.`,
    })];
  });
}

export const extremes = perDocument("conflict", "A largest value above the limit that nothing exceeded", (reading) => beyond(reading));
