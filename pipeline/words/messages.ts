import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import {
  concerns,
  everyVerdict,
  oneOfEach,
  spareTier,
  strengths,
  withoutMirrors,
  type Ranked,
  type Reason,
  type Thresholds,
} from "./concerns.ts";
import { formatCounts, formatRank, formatValue } from "./format.ts";
import { fractionOf } from "./fractions.ts";
import { capitalise } from "./grammar.ts";
import { namedCaution } from "./notes.ts";
import * as phrases from "./phrases.ts";
import { sentence, type Sentence } from "./sentence.ts";
import { besideFigures, gapSentence, movement } from "./sentences.ts";
import { baseOf, nameOf, periodName, wordingOf } from "./terms.ts";
import type { IndicatorOf } from "./chart-words-several.ts";

/** One row of the page that matters. */
export type Message = {
  /** The mark beside it: a verdict of the row, never more. */
  readonly mark: "better" | "improved" | "worse" | "worsened" | "similar" | "not_tested" | "none";
  /** "74%". */
  readonly number: string;
  /** "137 of 185", or the rank where there are no counts: "10th of 11". */
  readonly count: string;
  /** One line, at most 73 characters. */
  readonly heading: string;
  /** Two sentences. */
  readonly text: Sentence;
  /** What the verdict hangs on, for the notes of the page; null when that needs no saying. */
  readonly caution: Sentence | null;
  readonly row: Comparison;
  readonly reason: Reason;
};

export type KeyMessages = { readonly goingWell: readonly Message[]; readonly attention: readonly Message[] };

const longestHeading = 73;
const most = 3;
const fewest = 2;

/** The two or three messages on each side, chosen by verdict and then by number of children. `rows` holds one row a measure. */
export function keyMessages(rows: readonly Comparison[], indicatorOf: IndicatorOf, thresholds: Thresholds = everyVerdict): KeyMessages {
  const latest = withoutMirrors(rows, indicatorOf);
  const well = withAnImprovement(oneOfEach(strengths(latest, thresholds)));
  const shown = new Set(well.map(({ row }) => row.comparison_id));
  const attention = oneOfEach(concerns(latest, thresholds))
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

/** A measure's message for a reason; the heading says where it stands unless it can say more, and the text does not say that again. */
export function message({ row, reason }: Pick<Ranked, "row" | "reason">, indicator: Indicator, good: boolean): Message {
  const heading = messageHeading(row, indicator, reason);
  const standing = phrases.positionPhrase(row, row.polarity);
  const told = standing !== null && heading.endsWith(standing);
  return {
    mark: markOf(row, reason),
    number: formatValue(row.value, indicator),
    count:
      (indicator.unit === "percent" ? formatCounts(row.numerator, row.denominator) : null) ??
      (row.rank === null ? "" : `${formatRank(row.rank, row.rank_tied)} of ${row.rank_of}`),
    heading,
    text: sentence(messageText(row, indicator, reason, { good, standing: told ? null : standing }), [row.comparison_id]),
    caution: namedCaution(row, indicator),
    row,
    reason,
  };
}

function markOf(row: Comparison, reason: Reason): Message["mark"] {
  if (row.polarity === "none") return "none";
  if (reason === "trend" || reason === "worse_than_england" || reason === "behind" || reason === "known")
    return row.neighbour_verdict === "similar" ? "similar" : "not_tested";
  return reason === "standing" ? "not_tested" : reason;
}

/** "More children had immunisations up to date", "Nearly three in four care leavers …"; the name and where it stands when those do not fit. */
function messageHeading(row: Comparison, indicator: Indicator, reason: Reason): string {
  const { short } = wordingOf(indicator, row.breakdown);
  const base = baseOf(indicator, row.breakdown);
  const name = nameOf(indicator, row.breakdown);
  const candidates = [
    short === "" || !(reason === "improved" || reason === "worsened") ? null : moreOrFewer(row, `${base} ${short}`),
    reason === "better" || reason === "worse" || reason === "worse_than_england" || reason === "standing"
      ? shareHeading(row, indicator, base, short)
      : null,
    [name, headingVerdict(row, reason)].filter((part) => part !== "").join(": "),
  ].filter((text) => text !== null);
  return candidates.find((text) => text.length <= longestHeading) ?? name;
}

/** "Nearly three in four care leavers …". Null without a near fraction, and for "all" and "none" that no counts bear out. */
function shareHeading(row: Comparison, indicator: Indicator, base: string, short: string): string | null {
  if (indicator.unit !== "percent" || row.value === null || short === "") return null;
  if ((row.value === 0 || row.value === 100) && row.denominator === null) return null;
  const share = fractionOf(row.value, base);
  return share === null ? null : `${capitalise(share)} ${short}`;
}

/** "More …" or "Fewer …" where the tested share and the count both moved that way, "A larger share of …" where only the share did; null without a move. */
function moreOrFewer(row: Comparison, rest: string): string | null {
  const moved = movement(row);
  if (moved === null) return null;
  const more = (row.numerator ?? 0) - (row.previous_numerator ?? 0);
  if (moved === "rose") return more > 0 ? `More ${rest}` : `A larger share of ${rest}`;
  return more < 0 ? `Fewer ${rest}` : `A smaller share of ${rest}`;
}

function headingVerdict(row: Comparison, reason: Reason): string {
  const standing = phrases.positionPhrase(row, row.polarity);
  const words: Readonly<Record<Reason, string>> = {
    better: standing ?? "better than neighbours",
    improved: row.neighbour_verdict === "better" ? "improved, and better than neighbours" : "improved",
    // A place in the middle says neither good nor bad.
    worse: isNearEnd(row) ? (standing ?? "worse than neighbours") : "worse than neighbours",
    worsened: row.neighbour_verdict === "worse" ? "worsened, and worse than neighbours" : "worsened",
    trend: "five-year trend getting worse",
    worse_than_england: "worse than England",
    standing: standing ?? "not tested",
    behind: standing ?? "similar to neighbours",
    known: standing ?? "",
  };
  return words[reason];
}

const isNearEnd = ({ rank, rank_of, rank_tied }: Comparison): boolean =>
  rank !== null && rank_of !== null && rank_of - rank - (rank_tied ?? 0) < 3;

type Told = { readonly good: boolean; /** Where it stands, null when the heading has said so. */ readonly standing: string | null };

function messageText(row: Comparison, indicator: Indicator, reason: Reason, { good, standing }: Told): string {
  const comparison = capitalise(shortClauses(row, indicator));
  const against = comparison === "" ? "" : `${comparison}.`;
  const beside = besideFigures(row, indicator);
  const steady = row.change_verdict === "no_clear_change" ? "No clear change in a year." : "";
  const stands = standing === null ? steady : `${capitalise(phrases.withThe(standing))}.`;
  switch (reason) {
    case "improved":
    case "worsened":
      return `${capitalise(reason)} from ${phrases.valueWithCounts(row.previous_value, row.previous_numerator, row.previous_denominator, indicator) ?? ""}, by more than chance would explain. ${against}`.trim();
    case "trend":
      return `${against} The trend, ${periodName(row.trend_start)} to ${periodName(row.period)}, is more than chance would explain.`.trim();
    case "standing":
      return untestedText(row, indicator, standing, beside);
    case "known":
      return against === "" ? untestedText(row, indicator, standing, beside) : `${against} ${steady}`.trim();
    default:
      return `${against} ${good ? stands : (gapSentence(row, indicator)?.text ?? stands)}`.trim();
  }
}

/** "Not tested: the source gives no counts. Second highest of eleven; the neighbours’ mean is 13.7% and England’s rate 14.2%." */
function untestedText(row: Comparison, indicator: Indicator, standing: string | null, beside: string): string {
  const figures = [standing, beside].filter((part) => part !== null && part !== "").join("; ");
  return `Not tested: ${phrases.untestedReason(indicator, row)}.${figures === "" ? "" : ` ${capitalise(figures)}.`}`;
}

/** Neighbours and England only: three figures at most. */
function shortClauses(row: Comparison, indicator: Indicator): string {
  return phrases.comparatorClauses({ ...row, region_value: null }, indicator);
}
