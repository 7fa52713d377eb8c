import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import type { IndicatorOf } from "./chart-words-several.ts";
import { capitalise, joinList, lowerFirst, numberWord } from "./grammar.ts";
import { namedCaution, noNationalFigureNote } from "./notes.ts";
import * as phrases from "./phrases.ts";
import { joinSentences, sentence, type Sentence } from "./sentence.ts";
import { changeProse, comparisonProse, factSentence, trendSentence } from "./sentences.ts";
import { subjectIsPlural, wordingOf } from "./terms.ts";

/** The prose of a theme's pages and of their feet. */

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** "What happened", at most 55 words: fact, change, comparison, then trend. The region gives way before a whole sentence does. */
export function whatHappened(row: Comparison, indicator: Indicator, words = 55): Sentence {
  if (row.value === null) return fill([[factSentence(row, indicator)]], words);
  return fill(
    [
      [factSentence(row, indicator)],
      [changeProse(row, indicator)],
      [comparisonProse(row, indicator), comparisonProse({ ...row, region_value: null }, indicator)],
      [trendSentence(row)],
    ],
    words,
  );
}

/** The first form of each part that the words left allow; a part with none that fits is passed over. */
function fill(parts: readonly (readonly (Sentence | null)[])[], words: number): Sentence {
  const kept: Sentence[] = [];
  let left = words;
  for (const forms of parts) {
    const form = forms.find((one) => one !== null && wordCount(one.text) <= left);
    if (!form) continue;
    kept.push(form);
    left -= wordCount(form.text);
  }
  return joinSentences(kept);
}

/** Why a panel should care, from the declaration. Null where none is declared. */
export function whyItMatters(indicator: Indicator): Sentence | null {
  return indicator.whyItMatters === "" ? null : sentence(indicator.whyItMatters, [`indicator:${indicator.id}`]);
}

/** "What is counted", from the declaration. Null where none is declared. */
export function whatIsCounted(indicator: Indicator): Sentence | null {
  return indicator.counted === "" ? null : sentence(indicator.counted, [`indicator:${indicator.id}`]);
}

/**
 * "What we cannot say", at most 25 words: measures without a national figure, withheld figures, verdicts
 * that hang on one neighbour, measures without a test. Null when there is nothing.
 */
export function whatWeCannotSay(
  rows: readonly Comparison[],
  themeIndicators: readonly Indicator[],
  indicatorOf: IndicatorOf,
  words = 25,
): Sentence | null {
  const missing = rows.filter((row) => row.value === null);
  const untested = rows.filter((row) => row.value !== null && row.polarity !== "none" && !phrases.isTested(row.neighbour_verdict));
  const first = rows[0];
  const parts: (Sentence | null)[] = [
    themeIndicators.map(noNationalFigureNote).find((note) => note !== null) ?? null,
    missing.length === 0
      ? null
      : sentence(
          `${capitalise(names(missing, indicatorOf))} ${isPlural(missing, indicatorOf) ? "have" : "has"} no published figure, so ${isPlural(missing, indicatorOf) ? "they are" : "it is"} not compared.`,
          ids(missing),
        ),
    first ? namedCaution(first, indicatorOf(first.indicator)) : null,
    untested.length === 0
      ? null
      : sentence(
          `Whether ${untestedSubject(untested, indicatorOf)} ${isPlural(untested, indicatorOf) ? "differ" : "differs"} by more than chance: ${untestedWhy(untested, indicatorOf)}.`,
          ids(untested),
        ),
  ];
  const text = fill(
    parts.map((part) => [part]),
    words,
  );
  return text.text === "" ? null : text;
}

function names(rows: readonly Comparison[], indicatorOf: IndicatorOf): string {
  return joinList(rows.map((row) => lowerFirst(wordingOf(indicatorOf(row.indicator), row.breakdown).subject)));
}

function isPlural(rows: readonly Comparison[], indicatorOf: IndicatorOf): boolean {
  const only = rows.length === 1 ? rows[0] : undefined;
  return only ? subjectIsPlural(indicatorOf(only.indicator), only.breakdown) : true;
}

function untestedSubject(rows: readonly Comparison[], indicatorOf: IndicatorOf): string {
  return rows.length > 2 ? `${numberWord(rows.length)} of these measures` : names(rows, indicatorOf);
}

function untestedWhy(rows: readonly Comparison[], indicatorOf: IndicatorOf): string {
  const reasons = [...new Set(rows.map((row) => phrases.untestedReason(indicatorOf(row.indicator), row)))];
  return reasons.length === 1 ? (reasons[0] ?? "") : "their sources do not give what a test needs";
}

function ids(rows: readonly Comparison[]): string[] {
  return rows.map((row) => row.comparison_id);
}
