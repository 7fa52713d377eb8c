import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import type { IndicatorOf } from "./chart-words-several.ts";
import type { Thresholds } from "./concerns.ts";
import { formatInUnit, formatMean, formatNumber } from "./format.ts";
import { capitalise, countable, joinList, lowerFirst, numberWord } from "./grammar.ts";
import * as phrases from "./phrases.ts";
import { sentence, type Sentence } from "./sentence.ts";
import { baseOf, wordingOf } from "./terms.ts";

/** Notes that stand under charts and tables. Null where a note is not needed. */

/** "“Better” would not hold if Hampshire or Hertfordshire were left out.": which neighbour, or the median, decides the verdict. */
export function sensitivityNote(row: Comparison): Sentence | null {
  const entries = row.sensitivity
    .split(";")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  if (entries.length === 0 || !phrases.isTested(row.neighbour_verdict)) return null;
  const names = entries.filter((entry) => entry !== "median");
  const parts = [
    names.length === 0
      ? null
      : `if ${names.length > 4 ? `any one of ${numberWord(names.length)} neighbours` : joinList(names, "or")} were left out`,
    entries.includes("median") ? "against the median" : null,
  ].filter((part) => part !== null);
  return sentence(`“${capitalise(row.neighbour_verdict)}” would not hold ${joinList(parts, "or")}.`, [row.comparison_id]);
}

/**
 * "Immunisations: “better” would not hold if Hampshire were left out." for a page that speaks of
 * several measures. Only for a verdict that says something.
 */
export function namedCaution(row: Comparison, indicator: Indicator): Sentence | null {
  if (row.neighbour_verdict !== "better" && row.neighbour_verdict !== "worse") return null;
  const note = sensitivityNote(row);
  return note && sentence(`${wordingOf(indicator, row.breakdown).subject}: “${lowerFirst(note.text.slice(1))}`, note.restsOn);
}

/** The small-numbers note with the name of its measure. */
function namedSmallNumbers(row: Comparison, indicator: Indicator): Sentence | null {
  const note = smallNumbersNote(row, indicator);
  return note && sentence(`${wordingOf(indicator, row.breakdown).subject}: ${note.text.replace("Small numbers: ", "")}`, note.restsOn);
}

/** How small the numbers behind a page's figures are, in one sentence however many they are; null when none is small. */
export function smallNumbersTogether(rows: readonly Comparison[], indicatorOf: IndicatorOf): Sentence | null {
  const small = rows.filter(
    (row) => row.denominator !== null && row.denominator > 0 && phrases.isSmallCohort(row, indicatorOf(row.indicator)),
  );
  const [first] = small;
  if (!first) return null;
  if (small.length === 1) return namedSmallNumbers(first, indicatorOf(first.indicator));
  const fewest = Math.min(...small.map((row) => row.denominator ?? Infinity));
  return sentence(
    `Small numbers: ${numberWord(small.length)} of the figures on this page are of few people, the fewest ${fewest}, so one child or young person makes a large difference.`,
    small.map((row) => row.comparison_id),
  );
}

/** Neighbours that the model itself calls only somewhat close or not close. */
export function closenessNote(row: Comparison): Sentence | null {
  const entries = row.closeness_note
    .split(";")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  if (entries.length === 0) return null;
  const text =
    entries.length > 4
      ? `${entries.length === 10 ? "All ten" : `${capitalise(numberWord(entries.length))} of the ten`} neighbours are only somewhat close or not close in the ${row.neighbour_model} model.`
      : `Neighbours less alike than the rest in the ${row.neighbour_model} model: ${joinList(entries)}.`;
  return sentence(text, [row.comparison_id]);
}

/** "Neighbour median: 80.5%." */
export function medianNote(row: Comparison, indicator: Indicator): Sentence | null {
  if (row.neighbour_median === null) return null;
  return sentence(`Neighbour median: ${formatMean(row.neighbour_median, indicator)}.`, [row.comparison_id]);
}

/** Cohorts under 30: how far one child moves the figure. */
export function smallNumbersNote(row: Comparison, indicator: Indicator): Sentence | null {
  const { denominator } = row;
  if (!phrases.isSmallCohort(row, indicator) || denominator === null || denominator <= 0) return null;
  return sentence(`Small numbers: ${oneMoves(denominator, row, indicator)}.`, [row.comparison_id]);
}

function oneMoves(denominator: number, row: Comparison, indicator: Indicator): string {
  const people = countable(denominator, baseOf(indicator, row.breakdown));
  return `with ${denominator} ${people}, one ${countable(1, indicator.people)} moves the figure by ${formatNumber(100 / denominator, 0)} percentage points`;
}

/** How many neighbours stand behind the mean, when fewer than ten do. */
export function neighboursNote(row: Comparison): Sentence | null {
  const having = row.neighbours_with_value ?? 0;
  if (having >= 10) return null;
  const text =
    having === 0
      ? "No neighbour has a figure, so there is no mean."
      : `The neighbour mean is of ${numberWord(having)} of the ten; ${having === 9 ? "the other has" : "the others have"} no figure.`;
  return sentence(text, [row.comparison_id]);
}

/** What the bars are and when a verdict is given. */
export function testNote(row: Comparison, indicator: Indicator): Sentence {
  if (row.ci_low === null || row.ci_high === null) {
    const reason = row.value === null ? "there is no figure" : phrases.untestedReason(indicator, row);
    return sentence(`No interval and no verdict: ${reason}.`, [row.comparison_id]);
  }
  const method = indicator.unit === "percent" ? "Wilson" : "Byar";
  const words = row.polarity === "none" ? "Higher or lower" : "Better or worse";
  return sentence(`Bars are 95% intervals (${method}). ${words}: the whole bar lies on one side of the comparator; otherwise similar.`, [
    row.comparison_id,
  ]);
}

/** "Axis starts at 50%."; null when it starts at zero. */
export function axisNote(axisStart: number | null, indicator: Indicator): string | null {
  return axisStart === null || axisStart === 0
    ? null
    : `Axis starts at ${formatInUnit(axisStart, indicator.unit, Number.isInteger(axisStart) ? 0 : 1)}.`;
}

/** Meanings of the DfE's symbols, as printed below a table. */
const symbolMeanings: Readonly<Record<string, string>> = {
  c: "confidential: withheld so that nobody can be identified",
  k: "rounds to nothing, but some were counted",
  low: "rounds to nothing, but some were counted",
  u: "unreliable, so not shown",
  x: "not available",
  z: "does not apply",
};

/** "[c] confidential: withheld so that nobody can be identified. [x] not available." for the symbols given, each once. */
export function symbolNote(symbols: readonly string[]): string {
  const used = Object.keys(symbolMeanings).filter((symbol) => symbols.includes(symbol));
  return used.map((symbol) => `[${symbol}] ${symbolMeanings[symbol]}.`).join(" ");
}

/** Said of an indicator that no national figure exists for; null for the rest. */
export function noNationalFigureNote(indicator: Indicator): Sentence | null {
  return indicator.noNationalFigure === "" ? null : sentence(indicator.noNationalFigure, [`indicator:${indicator.id}`]);
}

/** "Gaps of less than 2 and changes of less than 3 percentage points have no message or question here." Null where a template leaves none out. */
export function thresholdNote({ gap, change }: Pick<Thresholds, "gap" | "change">): string | null {
  const left = [...(gap > 0 ? [`gaps of less than ${gap}`] : []), ...(change > 0 ? [`changes of less than ${change}`] : [])];
  return left.length === 0 ? null : `${capitalise(joinList(left))} percentage points have no message or question here.`;
}
