import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import type { SeriesRow } from "../model/series.ts";
import {
  compact,
  comparatorFigures,
  distinct,
  lowerIsBetter,
  missingHeadlines,
  standingHeadlines,
  type ChartWords,
  type Drawn,
} from "./chart-words.ts";
import { formatCounts, formatValue } from "./format.ts";
import { capitalise, joinList, lowerFirst } from "./grammar.ts";
import * as notes from "./notes.ts";
import * as phrases from "./phrases.ts";
import { movement, turn } from "./sentences.ts";
import { standing, standingRef } from "./standing.ts";
import { inPeriod, measureOf, periodInFull, periodName, wordingOf } from "./terms.ts";

type TrendDrawn = Drawn & {
  /** Document figures of the authority that are drawn beside the official ones. */
  readonly quoted: readonly SeriesRow[];
};

/**
 * Kinds 2 and 8: one measure over time. `rows` are one authority's comparisons of one measure and
 * neighbour model, in order of time; at least one.
 */
export function trendWords(rows: readonly Comparison[], indicator: Indicator, drawn: TrendDrawn): ChartWords {
  const latest = rows[rows.length - 1];
  const first = rows[0];
  if (!latest || !first) throw new Error(`No comparison to draw a trend of ${indicator.id} from: leave the chart out`);
  const span =
    first === latest ? periodInFull(latest.period, latest.period_end) : `${periodName(first.period)} to ${periodName(latest.period)}`;
  const earlier = drawn.quoted.some(({ period_end }) => period_end < first.period_end) ? "earlier " : "";
  const documents = drawn.quoted.length === 0 ? "" : `, and ${earlier}figures in documents`;
  return {
    headlines: missingHeadlines(latest, indicator) ?? bandHeadlines(latest, indicator) ?? trendHeadlines(rows, latest, indicator),
    subtitle: `${measureOf(indicator, latest.breakdown)}, ${latest.authority}, ${span}${documents}${lowerIsBetter(latest)}`,
    notes: trendNotes(rows, latest, indicator, drawn),
    alt: trendAlt(rows, latest, indicator, drawn),
    restsOn: [
      ...rows.map((row) => row.comparison_id),
      ...drawn.quoted.map((row) => row.series_id),
      ...(hasScoreRanges(indicator) ? [standingRef("sdqRanges")] : []),
    ],
    authority: latest.authority,
  };
}

function trendHeadlines(rows: readonly Comparison[], latest: Comparison, indicator: Indicator): string[] {
  const { topic } = wordingOf(indicator, latest.breakdown);
  const before = rows.find((row) => row.period === latest.previous_period);
  const start = rows.find((row) => row.period === latest.trend_start);
  // Counts lead where a cohort is small; then they lead in every year of the headline.
  const small = [latest, before, start].some((row) => row !== undefined && phrases.isSmallCohort(row, indicator));
  const shown = (row: Comparison): string =>
    (small ? formatCounts(row.numerator, row.denominator) : null) ?? formatValue(row.value, indicator);
  const value = shown(latest);
  const last = [`${topic}: ${value} ${inPeriod(latest.period)}`, `${topic}: ${value}`];
  const moved = movement(latest);
  if (moved !== null && before) {
    const then = shown(before);
    const turned = turn(latest, before);
    const there = turned === null ? [] : [`${topic} ${movement(before)} to ${then} ${inPeriod(before.period)}, then ${turned} to ${value}`];
    return distinct([...there, `${topic} ${moved} from ${then} to ${value} in a year`, `${topic} ${moved} to ${value}`, ...last]);
  }
  const over = fiveYearWord(rows, latest);
  if (over !== null) {
    return distinct([
      ...(start
        ? [
            `${topic} ${over} from ${shown(start)} ${inPeriod(start.period)} to ${value} ${inPeriod(latest.period)}`,
            `${topic} ${over} from ${shown(start)} ${inPeriod(start.period)} to ${value}`,
            `${topic} ${over} from ${shown(start)} to ${value} over five years`,
          ]
        : []),
      `${topic} ${over} to ${value} over five years`,
      `${topic}: ${value}`,
    ]);
  }
  if (latest.change_verdict === "no_clear_change") {
    return distinct([`${topic}: ${steadyWords(latest)} ${value} ${inPeriod(latest.period)}`, `${topic}: ${steadyWords(latest)} ${value}`]);
  }
  if (latest.change_verdict === "not_tested" && before) {
    const then = shown(before);
    if (then === value)
      return distinct([
        `${topic}: ${value} ${inPeriod(before.period)} and ${periodName(latest.period)}`,
        ...standingHeadlines(latest, indicator),
      ]);
    return distinct([`${topic}: ${value} ${inPeriod(latest.period)}, ${then} the year before`, ...standingHeadlines(latest, indicator)]);
  }
  return last;
}

/** Periods before the last that the fullest headline sets it against, so that the drawing can print their figures. */
export function periodsSpokenOf(rows: readonly Comparison[]): string[] {
  const latest = rows[rows.length - 1];
  if (!latest || latest.value === null) return [];
  if (movement(latest) !== null) return [latest.previous_period];
  return fiveYearWord(rows, latest) === null ? [] : [latest.trend_start];
}

/** "rose" or "fell" over five years, where the trend test says so and the first and last values agree. */
function fiveYearWord(rows: readonly Comparison[], latest: Comparison): "rose" | "fell" | null {
  const start = rows.find((row) => row.period === latest.trend_start)?.value ?? null;
  if (start === null || latest.value === null || start === latest.value) return null;
  const good = latest.polarity === "high";
  const rising: Partial<Record<string, boolean>> = { improving: good, worsening: !good, rising: true, falling: false };
  const up = rising[latest.trend_verdict];
  return up === undefined || up !== latest.value > start ? null : up ? "rose" : "fell";
}

/** A small move is "little changed"; a large one that chance may explain is only "no clear change". */
function steadyWords(row: Comparison): string {
  const limit = row.unit === "percent" ? 2 : 0.05 * Math.abs(row.previous_value ?? 0);
  return row.change !== null && Math.abs(row.change) <= limit ? "little changed at" : "no clear change, at";
}

/** A Strengths and Difficulties score, which runs to 40 and has ranges of its own. */
const hasScoreRanges = (indicator: Indicator): boolean => indicator.unit === "score" && indicator.range[1] === 40;

/** The average SDQ score by the ranges of a child's own score: up to 13, 14 to 16, 17 to 40. Null for other measures. */
function bandHeadlines(row: Comparison, indicator: Indicator): string[] | null {
  if (!hasScoreRanges(indicator) || row.value === null) return null;
  const { topic } = wordingOf(indicator, row.breakdown);
  return [`${topic}, ${formatValue(row.value, indicator)}, ${scoreRange(row.value)}`, `${topic}: ${formatValue(row.value, indicator)}`];
}

export function scoreRange(score: number): string {
  if (score < 14) return "is below the borderline range";
  return score < 17 ? "is in the borderline range" : "is in the range of cause for concern";
}

function trendNotes(rows: readonly Comparison[], latest: Comparison, indicator: Indicator, drawn: TrendDrawn): string[] {
  const moved = movement(latest);
  const before = rows.find((row) => row.period === latest.previous_period);
  const nounOf = (row: Comparison): string => (movement(row) === "rose" ? "rise" : "fall");
  const having = rows.map((row) => row.neighbours_with_value ?? 0);
  const [fewest, most] = [Math.min(...having), Math.max(...having)];
  const over = fiveYearWord(rows, latest);
  return compact([
    hasScoreRanges(indicator) ? standing.sdqRanges : null,
    moved === null
      ? null
      : before && turn(latest, before) !== null
        ? `The ${nounOf(before)} to ${periodName(before.period)} and the ${nounOf(latest)} since are both more than chance would explain (two-proportion z tests).`
        : `The ${nounOf(latest)} since ${periodName(latest.previous_period)} is more than chance would explain (two-proportion z test).`,
    moved === null && latest.change_verdict === "no_clear_change"
      ? `The change since ${periodName(latest.previous_period)} could be chance (two-proportion z test).`
      : null,
    latest.change_verdict === "not_tested" && latest.value !== null
      ? `The last change is not tested: ${phrases.untestedChangeReason(indicator, latest)}.`
      : null,
    over !== null && moved === null ? "The five-year trend is more than chance would explain (linear trend in proportions)." : null,
    drawn.quoted.length > 0 ? "Hollow points are as printed in documents and are not joined to official figures." : null,
    most === 0 || indicator.unit === "count"
      ? null
      : fewest === most && most === 10
        ? `Neighbours are those of the ${latest.neighbour_model} model.`
        : `Of the ten neighbours (${latest.neighbour_model} model), ${fewest === most ? most : `${fewest} to ${most}`} have a figure${fewest === most ? "" : ", year by year"}.`,
    notes.axisNote(drawn.axisStart, indicator),
    notes.smallNumbersNote(latest, indicator),
    notes.symbolNote(drawn.symbols),
  ]);
}

function trendAlt(rows: readonly Comparison[], latest: Comparison, indicator: Indicator, drawn: TrendDrawn): string {
  const valued = rows.filter((row) => row.value !== null);
  const [first, last] = [valued[0], valued[valued.length - 1]];
  const subject = `${lowerFirst(measureOf(indicator, latest.breakdown))}, ${latest.authority}`;
  if (!first || !last)
    return `Line chart of ${subject}. No figure is published for ${latest.authority} in these years. ${comparatorFigures(latest, indicator)}`.trim();
  const quoted = drawn.quoted.length > 0 ? " Figures printed in documents are drawn apart as hollow points." : "";
  const value = (row: Comparison): string => `${formatValue(row.value, indicator)} ${inPeriod(row.period)}`;
  const empty = rows.filter((row) => row.value === null && row.period_end > first.period_end && row.period_end < last.period_end);
  const gaps = empty.length === 0 ? "" : `, with no figure for ${joinList(empty.map((row) => periodName(row.period)))}`;
  const path =
    first === last
      ? `Dot chart of ${subject}: ${value(last)} is the only published figure.`
      : `Line chart of ${subject}: ${value(first)}${extremes(valued, indicator)} and ${value(last)}${gaps}.`;
  const missing = last === latest ? "" : ` The figure ${inPeriod(latest.period)} ${phrases.missingClause(latest)}.`;
  const finding = last === latest ? changeFinding(latest) : "";
  const clauses = phrases.comparatorClauses(latest, indicator);
  const beside = latest.value !== null && clauses !== "" ? `The latest figure is ${clauses}.` : comparatorFigures(latest, indicator);
  const alone = finding === "" && beside === "" && missing === "" && quoted === "" ? "No other place is drawn beside it." : "";
  return [`${path}${missing}${quoted}`, finding, beside, alone].filter((part) => part !== "").join(" ");
}

/** ", lowest 73% in 2023/24 and highest 94% in 2019/20," for those that are neither the first nor the last value. */
function extremes(valued: readonly Comparison[], indicator: Indicator): string {
  const ends = [valued[0]?.value, valued[valued.length - 1]?.value];
  const by = (better: (a: number, b: number) => boolean): Comparison | undefined =>
    valued.reduce<Comparison | undefined>((found, row) => (!found || better(row.value ?? 0, found.value ?? 0) ? row : found), undefined);
  const named = [
    ["lowest", by((a, b) => a < b)],
    ["highest", by((a, b) => a > b)],
  ] as const;
  const parts = named.flatMap(([word, row]) =>
    row && !ends.includes(row.value) ? [`${word} ${formatValue(row.value, indicator)} ${inPeriod(row.period)}`] : [],
  );
  return parts.length > 0 ? `, ${joinList(parts)},` : "";
}

function changeFinding(row: Comparison): string {
  const moved = movement(row);
  const trend: Readonly<Record<string, string>> = {
    improving: "The five-year trend is improving.",
    worsening: "The five-year trend is getting worse.",
    rising: "The five-year trend is rising.",
    falling: "The five-year trend is falling.",
  };
  if (moved !== null) return `${capitalise(`it ${moved} in the last year by more than chance would explain`)}.`;
  if (trend[row.trend_verdict]) return trend[row.trend_verdict] ?? "";
  return row.change_verdict === "no_clear_change" ? "The last year shows no clear change." : "";
}
