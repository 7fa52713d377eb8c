import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import { concerns, oneOfEach, spareTier, strengths, withoutMirrors, type Ranked, type Reason } from "./concerns.ts";
import { formatCounts, formatMean, formatRank, formatValue } from "./format.ts";
import { fractionOf } from "./fractions.ts";
import { capitalise, lowerFirst, numberWord } from "./grammar.ts";
import { namedCaution, namedSmallNumbers } from "./notes.ts";
import * as phrases from "./phrases.ts";
import { joinSentences, sentence, type Sentence } from "./sentence.ts";
import { besideFigures, gapSentence, movement } from "./sentences.ts";
import { baseOf, nameOf, periodName, wordingOf } from "./terms.ts";
import type { IndicatorOf } from "./chart-words-several.ts";

/** One row of the page that matters. */
export type Message = {
  /** The mark beside it: a verdict of the row, never more. */
  readonly mark: "better" | "improved" | "worse" | "worsened" | "similar" | "not_tested";
  /** "74%". */
  readonly number: string;
  /** "137 of 185", or the rank where there are no counts: "10th of 11". */
  readonly count: string;
  /** One line, at most 70 characters. */
  readonly heading: string;
  /** Two sentences. */
  readonly text: Sentence;
  /** What the verdict hangs on, and how small the numbers are, for the notes of the page; null when neither needs saying. */
  readonly caution: Sentence | null;
  readonly row: Comparison;
  readonly reason: Reason;
};

export type KeyMessages = { readonly goingWell: readonly Message[]; readonly attention: readonly Message[] };

const longestHeading = 70;
const most = 3;
const fewest = 2;

/** The two or three messages on each side, chosen by verdict and then by number of children. `rows` holds one row a measure. */
export function keyMessages(rows: readonly Comparison[], indicatorOf: IndicatorOf): KeyMessages {
  const latest = withoutMirrors(rows, indicatorOf);
  const well = withAnImprovement(oneOfEach(strengths(latest)));
  const shown = new Set(well.map(({ row }) => row.comparison_id));
  const attention = oneOfEach(concerns(latest))
    .filter(({ row }) => !shown.has(row.comparison_id))
    .filter(({ tier }, place) => tier < spareTier || place < fewest)
    .slice(0, most);
  return {
    goingWell: well.map((ranked) => message(ranked, indicatorOf(ranked.row.indicator), true)),
    attention: attention.map((ranked) => message(ranked, indicatorOf(ranked.row.indicator), false)),
  };
}

/** The strongest three, the last of them given up for the first improvement when none of them is one. */
function withAnImprovement(ranked: readonly Ranked[]): Ranked[] {
  const first = ranked.slice(0, most);
  if (first.length < most || first.some(({ reason }) => reason === "improved")) return first;
  const improved = ranked.find(({ reason }) => reason === "improved");
  return improved ? [...first.slice(0, most - 1), improved] : first;
}

function message({ row, reason }: Ranked, indicator: Indicator, good: boolean): Message {
  return {
    mark: markOf(row, reason),
    number: formatValue(row.value, indicator),
    count: (indicator.unit === "percent" ? formatCounts(row.numerator, row.denominator) : null)
      ?? (row.rank === null ? "" : `${formatRank(row.rank, row.rank_tied)} of ${row.rank_of}`),
    heading: messageHeading(row, indicator, reason),
    text: sentence(messageText(row, indicator, reason, good), [row.comparison_id]),
    caution: cautionOf(row, indicator),
    row,
    reason,
  };
}

function cautionOf(row: Comparison, indicator: Indicator): Sentence | null {
  const parts = [namedCaution(row, indicator), namedSmallNumbers(row, indicator)].filter((part) => part !== null);
  return parts.length === 0 ? null : joinSentences(parts);
}

function markOf(row: Comparison, reason: Reason): Message["mark"] {
  if (reason === "trend" || reason === "worse_than_england" || reason === "behind") return row.neighbour_verdict === "similar" ? "similar" : "not_tested";
  return reason === "standing" ? "not_tested" : reason;
}

/** "More children had immunisations up to date", "Nearly three in four care leavers …"; the name and verdict when those do not fit. */
function messageHeading(row: Comparison, indicator: Indicator, reason: Reason): string {
  const { short } = wordingOf(indicator, row.breakdown);
  const base = baseOf(indicator, row.breakdown);
  const name = nameOf(indicator, row.breakdown);
  const share = indicator.unit === "percent" && row.value !== null && short !== "" ? fractionOf(row.value, base) : null;
  const candidates = [
    short === "" || !(reason === "improved" || reason === "worsened") ? null : moreOrFewer(row, `${base} ${short}`),
    share === null || !(reason === "better" || reason === "standing") ? null : `${capitalise(share)} ${short}`,
    `${name}: ${headingVerdict(row, reason)}`,
  ].filter((text) => text !== null);
  return candidates.find((text) => text.length <= longestHeading) ?? name;
}

/** "More …" or "Fewer …" where the tested share and the count both moved that way; null otherwise. */
function moreOrFewer(row: Comparison, rest: string): string | null {
  const moved = movement(row);
  if (moved === null || row.numerator === null || row.previous_numerator === null) return null;
  const more = row.numerator - row.previous_numerator;
  if (moved === "rose" && more > 0) return `More ${rest}`;
  return moved === "fell" && more < 0 ? `Fewer ${rest}` : null;
}

function headingVerdict(row: Comparison, reason: Reason): string {
  const words: Readonly<Record<Reason, string>> = {
    better: "better than neighbours",
    improved: row.neighbour_verdict === "better" ? "improved, and better than neighbours" : "improved",
    worse: "worse than neighbours",
    worsened: row.neighbour_verdict === "worse" ? "worsened, and worse than neighbours" : "worsened",
    trend: "five-year trend getting worse",
    worse_than_england: "worse than England",
    standing: phrases.positionPhrase(row, row.polarity) ?? "not tested",
    behind: "similar to neighbours",
  };
  return words[reason];
}

function messageText(row: Comparison, indicator: Indicator, reason: Reason, good: boolean): string {
  const comparison = capitalise(shortClauses(row, indicator));
  const against = comparison === "" ? "" : `${comparison}.`;
  switch (reason) {
    case "improved":
    case "worsened":
      return `${capitalise(reason)} from ${phrases.valueWithCounts(row.previous_value, row.previous_numerator, row.previous_denominator, indicator) ?? ""}, by more than chance would explain. ${against}`.trim();
    case "trend":
      return `${against} The five-year trend, ${periodName(row.trend_start)} to ${periodName(row.period)}, is getting worse.`.trim();
    case "standing":
      return `Not tested: ${phrases.untestedReason(indicator, row)}. ${capitalise([phrases.positionPhrase(row, row.polarity), besideFigures(row, indicator)].filter((part) => part !== null && part !== "").join("; "))}.`;
    default:
      return `${against} ${good ? standingText(row, indicator) : gapSentence(row, indicator)?.text ?? standingText(row, indicator)}`.trim();
  }
}

function standingText(row: Comparison, indicator: Indicator): string {
  const standing = phrases.positionPhrase(row, row.polarity);
  if (standing === null) return `The neighbours’ mean is ${formatMean(row.neighbour_mean, indicator)}.`;
  return `${capitalise(phrases.withThe(standing))}.`;
}

/** Neighbours and England only: three figures at most. */
function shortClauses(row: Comparison, indicator: Indicator): string {
  return phrases.comparatorClauses({ ...row, region_value: null }, indicator);
}

/** "No clear change on the six others." with the one to watch: a five-year trend that gets worse. Null when nothing else was tested. */
export function othersSentence(rows: readonly Comparison[], indicatorOf: IndicatorOf): Sentence | null {
  const latest = withoutMirrors(rows, indicatorOf);
  const steady = latest.filter((row) => row.polarity !== "none" && row.change_verdict === "no_clear_change");
  if (steady.length === 0) return null;
  const moved = latest.some((row) => row.change_verdict === "improved" || row.change_verdict === "worsened");
  const n = steady.length;
  const opening = moved
    ? `No clear change on the ${n === 1 ? "one other measure" : `${numberWord(n)} others`} tested.`
    : `No clear change on ${n === 1 ? "the one measure" : n === 2 ? "either of the two measures" : `any of the ${numberWord(n)} measures`} tested.`;
  const shown = new Set(keyMessages(rows, indicatorOf).attention.map((one) => one.row.comparison_id));
  const watch = steady.find((row) => row.trend_verdict === "worsening" && !shown.has(row.comparison_id));
  const indicator = watch ? indicatorOf(watch.indicator) : null;
  const note = watch && indicator ? watchText(watch, indicator) : "";
  return sentence(`${opening}${note}`, steady.map((row) => row.comparison_id));
}

function watchText(row: Comparison, indicator: Indicator): string {
  const before = phrases.valueWithCounts(row.previous_value, row.previous_numerator, row.previous_denominator, indicator);
  const now = phrases.valueWithCounts(row.value, row.numerator, row.denominator, indicator);
  if (before === null || now === null) return "";
  const name = nameOf(indicator, row.breakdown);
  return ` One to watch is ${lowerFirst(name)}: ${before}, then ${now}. That could be chance, but the five-year trend is getting worse.`;
}

/**
 * "Seven of the 13 measures have no figure for the latest year (withheld, or none published), and four have one that
 * cannot be tested: nothing here judges them." For pages where little could be tested; null where half or more was.
 */
export function untestedSentence(rows: readonly Comparison[], indicatorOf: IndicatorOf): Sentence | null {
  const judged = withoutMirrors(rows, indicatorOf).filter((row) => row.polarity !== "none");
  const missing = judged.filter((row) => row.value === null);
  const untested = judged.filter((row) => row.value !== null && !phrases.isTested(row.neighbour_verdict));
  if ((missing.length + untested.length) * 2 <= judged.length) return null;
  const many = (n: number): string => numberWord(n);
  const without = missing.some((row) => row.symbol === "c") ? "no figure, most often because it is withheld so that nobody can be identified" : "no published figure";
  const first = missing.length === 0 ? "" : `${capitalise(many(missing.length))} of the ${many(judged.length)} measures ${missing.length === 1 ? "has" : "have"} ${without}.`;
  const second = untested.length === 0 ? "" : missing.length === 0
    ? `${capitalise(many(untested.length))} of the ${many(judged.length)} measures ${untested.length === 1 ? "has" : "have"} a figure that cannot be tested.`
    : `${capitalise(many(untested.length))} more ${untested.length === 1 ? "has" : "have"} a figure that cannot be tested.`;
  return sentence([first, second, "This page judges only what could be tested; the scorecard shows the rest."].filter((part) => part !== "").join(" "), [...missing, ...untested].map((row) => row.comparison_id));
}
