import { indicator } from "../../pipeline/indicators/all.ts";
import type { Comparison } from "../../pipeline/model/comparison.ts";
import { comparisonWords, type ChartWords } from "../../pipeline/words/chart-words.ts";
import { funnelWords, positionWords, smallMultiplesWords } from "../../pipeline/words/chart-words-england.ts";
import { trendWords } from "../../pipeline/words/chart-words-trend.ts";
import { closenessNote, medianNote, neighboursNote, sensitivityNote, smallNumbersNote, testNote } from "../../pipeline/words/notes.ts";
import { packComparisonTitle } from "../../pipeline/words/pack-titles.ts";
import * as sentences from "../../pipeline/words/sentences.ts";
import { whatHappened } from "../../pipeline/words/theme-notes.ts";
import { themeLeftTitle, themeRightTitle } from "../../pipeline/words/theme-titles.ts";

export type Said = {
  kind: "sentence" | "prose" | "note" | "headline" | "subtitle" | "chart note" | "alt" | "title" | "what happened";
  text: string;
};

/** Everything that is said of one row, given the rows of the same measure up to it. */
export function everyText(row: Comparison, history: readonly Comparison[] = [row]): Said[] {
  const one = indicator(row.indicator);
  const previous = history.find((earlier) => earlier.period === row.previous_period && earlier !== row) ?? null;
  const drawn = {
    axisStart: 50,
    symbols: row.symbol === "" ? [] : [row.symbol],
    shown: 151,
    leftOut: 2,
    outside95: 80,
    outside998: 51,
    beyond: "95%" as const,
    quarter: 1,
    quoted: [],
  };
  const of = (kind: Said["kind"], parts: readonly ({ text: string } | null)[]): Said[] =>
    parts.flatMap((part) => (part === null ? [] : [{ kind, text: part.text }]));
  return [
    ...of("sentence", [sentences.factSentence(row, one), sentences.trendSentence(row), sentences.gapSentence(row, one)]),
    ...of("prose", [sentences.changeProse(row, one), sentences.comparisonProse(row, one)]),
    ...of("note", [
      sensitivityNote(row),
      closenessNote(row),
      medianNote(row, one),
      smallNumbersNote(row, one),
      neighboursNote(row),
      testNote(row, one),
    ]),
    ...of("what happened", [whatHappened(row, one)]),
    { kind: "title", text: themeLeftTitle(row, previous, one) },
    { kind: "title", text: themeRightTitle(row, row, indicator) },
    { kind: "title", text: packComparisonTitle(row, one) },
    ...chartTexts(comparisonWords(row, one, drawn)),
    ...chartTexts(trendWords(history, one, drawn)),
    ...chartTexts(smallMultiplesWords(history, one, drawn)),
    ...chartTexts(positionWords(row, one, drawn)),
    ...(one.unit === "percent" ? chartTexts(funnelWords(row, one, drawn)) : []),
  ];
}

export function chartTexts(words: ChartWords): Said[] {
  return [
    ...words.headlines.map((text) => ({ kind: "headline" as const, text })),
    { kind: "subtitle", text: words.subtitle },
    ...words.notes.map((text) => ({ kind: "chart note" as const, text })),
    { kind: "alt", text: words.alt },
  ];
}
