import type { Comparison, Verdict } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import { compact, distinct, type ChartWords } from "./chart-words.ts";
import { formatCounts, formatMean, formatValue } from "./format.ts";
import { capitalise, joinList, lowerFirst, numberWord } from "./grammar.ts";
import * as notes from "./notes.ts";
import { gapPeople } from "./sentences.ts";
import { nameOf, periodInFull, periodName, wordingOf } from "./terms.ts";

export type IndicatorOf = (id: string) => Indicator;

export type Tally = {
  readonly better: number;
  readonly similar: number;
  readonly worse: number;
  readonly tested: number;
  readonly untested: number;
};

/** Verdicts against the neighbour mean, over measures that have a good direction. */
export function tally(rows: readonly Comparison[]): Tally {
  const judged = rows.filter((row) => row.polarity !== "none");
  const count = (verdict: Verdict): number => judged.filter((row) => row.neighbour_verdict === verdict).length;
  const [better, similar, worse] = [count("better"), count("similar"), count("worse")];
  return { better, similar, worse, tested: better + similar + worse, untested: judged.length - better - similar - worse };
}

/** "Better than the neighbour mean on five of nine tests, worse on none". `mean` names the comparator. */
export function tallyPhrase({ better, similar, worse, tested }: Tally, mean: string, tests: string): string {
  if (tested === 0) return `No measure could be tested against ${mean}`;
  const one =
    tested === 1 ? `the one ${tests.replace(/s$/, "")} possible` : tested === 2 ? `both ${tests}` : `all ${numberWord(tested)} ${tests}`;
  if (similar === tested) return `Similar to ${mean} on ${one}`;
  if (better === tested) return `Better than ${mean} on ${one}`;
  if (worse === tested) return `Worse than ${mean} on ${one}`;
  const of = (n: number): string => (n === 0 ? "none" : numberWord(n));
  return better >= worse
    ? `Better than ${mean} on ${of(better)} of ${numberWord(tested)} ${tests}, worse on ${of(worse)}`
    : `Worse than ${mean} on ${of(worse)} of ${numberWord(tested)} ${tests}, better on ${of(better)}`;
}

/** Kind 3: several measures on one axis. `rows` are the latest comparisons drawn, with polarity. */
export function scorecardWords(
  rows: readonly Comparison[],
  authority: string,
  indicatorOf: IndicatorOf,
  symbols: readonly string[],
): ChartWords {
  const counts = tally(rows);
  const headline = tallyPhrase(counts, "the neighbour mean", "tests");
  // "All four tests" of eight measures is half the story.
  const untested = counts.tested > 0 && counts.untested >= counts.tested ? `; ${numberWord(counts.untested)} not tested` : "";
  return {
    headlines: distinct(
      [headline, headline.replace("the neighbour mean", "neighbours")].flatMap((text) =>
        untested === "" ? [text] : [`${text}${untested}`, text],
      ),
    ),
    subtitle: `${authority} and its ten neighbours, better to the right${rows.length === 0 ? "" : `; ${periodsInFull(rows, indicatorOf)}`}`,
    notes: compact([
      `Verdicts use 95% intervals${counts.untested > 0 ? `; ${numberWord(counts.untested)} ${counts.untested === 1 ? "measure has" : "measures have"} nothing to test` : ""}.`,
      notes.symbolNote(symbols),
    ]),
    alt: scorecardAlt(rows, authority, indicatorOf, headline),
    restsOn: rows.map((row) => row.comparison_id),
    authority,
  };
}

function scorecardAlt(rows: readonly Comparison[], authority: string, indicatorOf: IndicatorOf, headline: string): string {
  const named = (verdict: Verdict): string[] =>
    rows
      .filter((row) => row.polarity !== "none" && row.neighbour_verdict === verdict)
      .map(
        (row) =>
          `${lowerFirst(nameOf(indicatorOf(row.indicator), row.breakdown))} (${formatValue(row.value, indicatorOf(row.indicator))} against ${formatMean(row.neighbour_mean, indicatorOf(row.indicator))})`,
      );
  const [better, worse] = [named("better"), named("worse")];
  const { similar, tested } = tally(rows);
  const similarToo = similar > 0 && similar < tested ? `, similar on ${numberWord(similar)}` : "";
  return [
    `Strip of ${numberWord(rows.length)} ${rows.length === 1 ? "measure" : "measures"} on one axis, better to the right, with ${authority}, its ten neighbours, their mean and England.`,
    `${headline}${similarToo}.`,
    better.length > 0 ? `Better: ${joinList(better)}.` : "",
    worse.length > 0 ? `Worse: ${joinList(worse)}.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/**
 * The commonest period in full, a year before a day, and the others with those whom they are of: "year
 * ending 31 March 2025 (social workers: 30 September 2025)". Measures are named only where people of the
 * same kind are counted in another period too.
 */
export function periodsInFull(rows: readonly Comparison[], indicatorOf: IndicatorOf): string {
  const groups = Map.groupBy(rows, (row) => row.period);
  const isYear = (group: readonly Comparison[]): number => Number(/^\d{4}\/\d{2}$/.test(group[0]?.period ?? ""));
  const [main, ...others] = [...groups.values()].sort(
    (a, b) => b.length - a.length || isYear(b) - isYear(a) || ((b[0]?.period_end ?? "") > (a[0]?.period_end ?? "") ? 1 : -1),
  );
  const head = main?.[0];
  if (!head) return "";
  const peopleOf = (group: readonly Comparison[]): string[] => distinct(group.map((row) => indicatorOf(row.indicator).people));
  const whose = others.map((group) => {
    const elsewhere = peopleOf(rows.filter((row) => !group.includes(row)));
    const label = peopleOf(group).some((people) => elsewhere.includes(people))
      ? joinList(group.map((row) => lowerFirst(nameOf(indicatorOf(row.indicator), row.breakdown))))
      : joinList(peopleOf(group));
    return `${label}: ${periodName(group[0]?.period ?? "")}`;
  });
  return `${periodInFull(head.period, head.period_end)}${whose.length > 0 ? ` (${whose.join("; ")})` : ""}`;
}

/** Kind 12: how many children stand between the authority and its neighbour mean. `rows` are those drawn. */
export function gapWords(
  rows: readonly Comparison[],
  authority: string,
  indicatorOf: IndicatorOf,
  perBlock: number,
  leftOut: readonly Comparison[],
): ChartWords {
  const behind = rows
    .filter((row) => row.neighbour_verdict === "worse" && (row.children_to_neighbour_mean ?? 0) > 0)
    .sort((a, b) => (b.children_to_neighbour_mean ?? 0) - (a.children_to_neighbour_mean ?? 0));
  const largest = behind[0];
  const names = leftOut.map((row) => lowerFirst(nameOf(indicatorOf(row.indicator), row.breakdown)));
  return {
    headlines: largest ? gapHeadlines(largest, indicatorOf(largest.indicator)) : [tallyPhrase(tally(rows), "the neighbour mean", "tests")],
    subtitle: `Children or care leavers between ${authority} and its neighbour mean${rows.length === 0 ? "" : `, ${periodsInFull(rows, indicatorOf)}`}; ${perBlock === 1 ? "each block is one" : `each full block is ${numberWord(perBlock)}`}`,
    notes: compact([
      "Solid: the 95% interval (Wilson) lies wholly on one side of the mean. Outlined: similar, the gap could be chance.",
      "At the mean: the smallest whole number that reaches it.",
      names.length > 0 ? `Not shown, having no counts: ${joinList(names)}.` : null,
    ]),
    alt: gapAlt(rows, behind, authority, indicatorOf),
    restsOn: [...rows, ...leftOut].map((row) => row.comparison_id),
    authority,
  };
}

function gapHeadlines(row: Comparison, indicator: Indicator): string[] {
  const people = gapPeople(row.children_to_neighbour_mean ?? 0, row, indicator);
  const short = `${numberWord(row.children_to_neighbour_mean ?? 0)} ${row.polarity === "low" ? "fewer" : "more"}`;
  const { gap } = wordingOf(indicator, row.breakdown);
  // However short, it says of what: "nine fewer children" alone would be a wish for fewer children.
  const name = nameOf(indicator, row.breakdown);
  return distinct([
    ...(gap === "" ? [] : [`${capitalise(gap.replace("{n}", people))} would reach the neighbour mean`]),
    `${name}: ${people} would reach the neighbour mean`,
    `${name}: ${short} would reach the neighbour mean`,
    `${name}: ${short} to the neighbour mean`,
  ]);
}

function gapAlt(rows: readonly Comparison[], behind: readonly Comparison[], authority: string, indicatorOf: IndicatorOf): string {
  const shown = behind.slice(0, 3).map((row) => {
    const indicator = indicatorOf(row.indicator);
    return `${lowerFirst(nameOf(indicator, row.breakdown))}, ${gapPeople(row.children_to_neighbour_mean ?? 0, row, indicator)} (now ${formatCounts(row.numerator, row.denominator) ?? ""})`;
  });
  const similar = rows.filter((row) => row.neighbour_verdict === "similar").length;
  return [
    `Bar chart of the number of children or care leavers between ${authority} and its neighbour mean, ${numberWord(rows.length)} ${rows.length === 1 ? "measure" : "measures"}.`,
    shown.length > 0
      ? `Behind by more than chance would explain: ${shown.join("; ")}.`
      : "No measure is behind by more than chance would explain.",
    similar > 0 ? `${capitalise(numberWord(similar))} ${similar === 1 ? "is" : "are"} similar to the mean.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** The verdict word for a table cell: "better"; "not tested", as packs say it, also where there is no figure to test. */
export function verdictWord(verdict: Verdict): string {
  return verdict === "not_tested" || verdict === "not_compared" ? "not tested" : verdict;
}
