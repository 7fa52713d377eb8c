import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import type { IndicatorOf } from "./chart-words-several.ts";
import { withoutMirrors } from "./concerns.ts";
import { capitalise, joinList, lowerFirst, numberWord } from "./grammar.ts";
import { message, type Message } from "./messages.ts";
import * as phrases from "./phrases.ts";
import { sentence, type Sentence } from "./sentence.ts";
import { nameOf, wordingOf } from "./terms.ts";

/** What the page that matters says of the measures that have no message of their own. */

/**
 * "Also worse than neighbours: dental checks and health assessments." for the measures of one verdict that the messages
 * shown leave out, so that three messages never hide a fourth. Null when there is none.
 */
export function alsoSentence(
  verdict: "better" | "worse",
  rows: readonly Comparison[],
  shown: readonly Message[],
  indicatorOf: IndicatorOf,
): Sentence | null {
  const told = new Set(shown.map(({ row }) => row.comparison_id));
  const left = withoutMirrors(rows, indicatorOf).filter(
    (row) => row.polarity !== "none" && row.neighbour_verdict === verdict && !told.has(row.comparison_id),
  );
  if (left.length === 0) return null;
  return sentence(
    `Also ${verdict} than neighbours: ${joinList(left.map((row) => lowerFirst(wordingOf(indicatorOf(row.indicator), row.breakdown).subject)))}.`,
    left.map((row) => row.comparison_id),
  );
}

/** Figures without a verdict either way, tested ones and then the largest numbers of people first: for pages with few messages. */
export function alsoKnown(rows: readonly Comparison[], shown: readonly Message[], indicatorOf: IndicatorOf): Message[] {
  const told = new Set(shown.map(({ row }) => row.comparison_id));
  const order = (row: Comparison): number => (row.polarity === "none" ? 2 : phrases.isTested(row.neighbour_verdict) ? 0 : 1);
  return withoutMirrors(rows, indicatorOf)
    .filter(
      (row) =>
        row.value !== null && !told.has(row.comparison_id) && row.neighbour_verdict !== "better" && row.neighbour_verdict !== "worse",
    )
    .map((row, place) => ({ row, place }))
    .sort((a, b) => order(a.row) - order(b.row) || (b.row.denominator ?? 0) - (a.row.denominator ?? 0) || a.place - b.place)
    .map(({ row }) => message({ row, reason: "known" }, indicatorOf(row.indicator), true));
}

const hasNoNeighbour = (row: Comparison): boolean => (row.neighbours_with_value ?? 0) === 0;

const whyMissing: Readonly<Record<string, string>> = {
  c: "Withheld so that nobody can be identified",
  k: "Rounds to zero, but is not zero",
  low: "Rounds to zero, but is not zero",
  u: "Too unreliable to be shown",
  z: "Does not apply",
};

/** "Withheld so that nobody can be identified: immunisations and dental checks." a reason a sentence, for the measures without a figure. */
export function missingSentences(rows: readonly Comparison[], indicatorOf: IndicatorOf): Sentence[] {
  const missing = rows.filter((row) => row.value === null);
  const reason = (row: Comparison): string =>
    row.symbol === "z" && row.denominator === 0 ? "Nobody to count in the year" : (whyMissing[row.symbol] ?? "Not published");
  return [...Map.groupBy(missing, reason)].map(([why, of]) =>
    sentence(
      `${why}: ${joinList(of.map((row) => lowerFirst(wordingOf(indicatorOf(row.indicator), row.breakdown).subject)))}.`,
      of.map((row) => row.comparison_id),
    ),
  );
}

/** "The six other tested measures show no clear change." with the one to watch: a five-year trend that gets worse. Null when nothing else was tested. */
export function othersSentence(rows: readonly Comparison[], indicatorOf: IndicatorOf, attention: readonly Message[]): Sentence | null {
  const latest = withoutMirrors(rows, indicatorOf);
  const steady = latest.filter((row) => row.polarity !== "none" && row.change_verdict === "no_clear_change");
  if (steady.length === 0) return null;
  const moved = latest.some((row) => row.change_verdict === "improved" || row.change_verdict === "worsened");
  const n = steady.length;
  const opening = moved
    ? `The ${n === 1 ? "one other tested measure shows" : `${numberWord(n)} other tested measures show`} no clear change.`
    : `No clear change on ${n === 1 ? "the one measure" : n === 2 ? "either of the two measures" : `any of the ${numberWord(n)} measures`} tested.`;
  const shown = new Set(attention.map((one) => one.row.comparison_id));
  const watch = steady.find((row) => row.trend_verdict === "worsening" && !shown.has(row.comparison_id));
  const indicator = watch ? indicatorOf(watch.indicator) : null;
  const note = watch && indicator ? watchText(watch, indicator) : "";
  return sentence(
    `${opening}${note}`,
    steady.map((row) => row.comparison_id),
  );
}

function watchText(row: Comparison, indicator: Indicator): string {
  const before = phrases.valueWithCounts(row.previous_value, row.previous_numerator, row.previous_denominator, indicator);
  const now = phrases.valueWithCounts(row.value, row.numerator, row.denominator, indicator);
  if (before === null || now === null) return "";
  const name = nameOf(indicator, row.breakdown);
  return ` One to watch is ${lowerFirst(name)}: ${before}, then ${now}. That could be chance, but the five-year trend is getting worse.`;
}

/**
 * "Seven of the 13 measures have no published figure. Four more have a figure that cannot be tested." For pages where
 * little could be tested; null where half or more was, and where no measure has a figure, which the title says.
 */
export function untestedSentence(rows: readonly Comparison[], indicatorOf: IndicatorOf): Sentence | null {
  const judged = withoutMirrors(rows, indicatorOf).filter((row) => row.polarity !== "none");
  const missing = judged.filter((row) => row.value === null);
  const untested = judged.filter((row) => row.value !== null && !phrases.isTested(row.neighbour_verdict));
  if ((missing.length + untested.length) * 2 <= judged.length || missing.length === judged.length) return null;
  const many = (n: number): string => numberWord(n);
  const ids = judged.map((row) => row.comparison_id);
  if (untested.every(hasNoNeighbour) && untested.length === judged.length)
    return sentence("No statistical neighbour has a figure, so England is the only comparison.", ids);
  if (missing.length + untested.length === judged.length) {
    const none = untested.length === 1 ? "it cannot be tested" : untested.length === 2 ? "neither can be tested" : "none can be tested";
    return sentence(
      `${capitalise(many(untested.length))} of the ${many(judged.length)} measures ${untested.length === 1 ? "has" : "have"} a figure, and ${none}.`,
      ids,
    );
  }
  const without = missing.some((row) => row.symbol === "c")
    ? "no figure, most often because it is withheld so that nobody can be identified"
    : "no published figure";
  const first =
    missing.length === 0
      ? ""
      : `${capitalise(many(missing.length))} of the ${many(judged.length)} measures ${missing.length === 1 ? "has" : "have"} ${without}.`;
  const second =
    untested.length === 0
      ? ""
      : missing.length === 0
        ? `${capitalise(many(untested.length))} of the ${many(judged.length)} measures ${untested.length === 1 ? "has" : "have"} a figure that cannot be tested.`
        : `${capitalise(many(untested.length))} more ${untested.length === 1 ? "has" : "have"} a figure that cannot be tested.`;
  return sentence(
    [first, second, "This page judges only what could be tested; the scorecard shows the rest."].filter((part) => part !== "").join(" "),
    ids,
  );
}
