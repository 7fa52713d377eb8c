import { roundHalfAwayFromZero } from "../measures/rounding.ts";
import type { Indicator, Unit } from "../model/indicator.ts";
import { countable, numberWord, ordinalFigure, ordinalWord, withCommas } from "./grammar.ts";

/** The one place where numbers become text. Rounding is half away from zero, and happens only here. */

const minus = "−";
const nothing = "–";

/** Fixed decimals, thousands commas, true minus; never "−0". */
export function formatNumber(value: number, decimals: number): string {
  const rounded = roundHalfAwayFromZero(value, decimals);
  const text = withCommas(Math.abs(rounded).toFixed(Math.max(0, decimals)));
  return rounded < 0 ? `${minus}${text}` : text;
}

const gradeNames = ["", "outstanding", "good", "requires improvement", "inadequate"];

/** A number with the sign of its unit: "86%", "16.4", "£1,200", "12 weeks". */
export function formatInUnit(value: number, unit: Unit, decimals: number): string {
  const number = formatNumber(value, decimals);
  switch (unit) {
    case "percent":
      return `${number}%`;
    case "gbp":
      return number.startsWith(minus) ? `${minus}£${number.slice(1)}` : `£${number}`;
    case "days":
    case "weeks":
    case "months":
      return `${number} ${number === "1" ? unit.slice(0, -1) : unit}`;
    case "grade":
      return gradeNames[value] ?? number;
    default:
      return number;
  }
}

/** A published value as published: the declared decimals, or up to two when it carries more. */
export function formatValue(value: number | null, indicator: Pick<Indicator, "unit" | "decimals">): string {
  if (value === null) return nothing;
  return formatInUnit(value, indicator.unit, Math.max(indicator.decimals, Math.min(carriedDecimals(value), 2)));
}

/** Decimals that a value shows in its shortest form; a long tail means that it was worked out, and shows one. */
function carriedDecimals(value: number): number {
  const shown = String(value).split(".")[1]?.length ?? 0;
  return shown > 4 ? 1 : shown;
}

/** Means and medians, always to one decimal. */
export function formatMean(value: number | null, indicator: Pick<Indicator, "unit">): string {
  return value === null ? nothing : formatInUnit(value, indicator.unit, 1);
}

/** A change with its sign: "+13", "−1.3", "0"; the unit stands in the column head or after it. */
export function formatChange(change: number | null, indicator: Pick<Indicator, "decimals">): string {
  if (change === null) return nothing;
  const text = formatNumber(change, indicator.decimals);
  return roundHalfAwayFromZero(change, indicator.decimals) > 0 ? `+${text}` : text;
}

/** The size of a change in words, without direction: "13 percentage points", "1 percentage point", "0.7", "£40". */
export function formatDifference(change: number, indicator: Pick<Indicator, "unit" | "decimals">): string {
  const size = Math.abs(change);
  if (indicator.unit !== "percent") return formatInUnit(size, indicator.unit, indicator.decimals);
  const number = formatNumber(size, indicator.decimals);
  return `${number} percentage ${countable(Number(number), "points")}`;
}

/** "215 of 249"; null when either is not published. */
export function formatCounts(numerator: number | null, denominator: number | null): string | null {
  return numerator === null || denominator === null ? null : `${formatCount(numerator)} of ${formatCount(denominator)}`;
}

/** Whole numbers as they are, full-time equivalents to one decimal. */
export function formatCount(n: number): string {
  return formatNumber(n, Number.isInteger(n) ? 0 : 1);
}

/** "82% to 90%"; null without both ends. */
export function formatInterval(low: number | null, high: number | null, indicator: Pick<Indicator, "unit" | "decimals">): string | null {
  if (low === null || high === null) return null;
  return `${formatInUnit(low, indicator.unit, indicator.decimals)} to ${formatInUnit(high, indicator.unit, indicator.decimals)}`;
}

/** "joint 4th" for headings and tables. */
export function formatRank(rank: number | null, tied: number | null): string {
  return rank === null ? nothing : `${tied ? "joint " : ""}${ordinalFigure(rank)}`;
}

/** "joint fourth of eleven" for sentences. */
export function formatRankOf(rank: number, of: number, tied: number | null): string {
  return `${tied ? "joint " : ""}${ordinalWord(rank)} of ${of === 11 ? "eleven" : numberWord(of)}`;
}
