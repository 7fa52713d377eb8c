import { cellRef, type Comparison } from "../../model/comparison.ts";
import type { Axis } from "../layout/axis.ts";
import type { Place } from "../theme.ts";

/** The points of a trend's lines, in the unbroken stretches that they are joined in, and which of them carry their figure. */

/** `when` is a year with its fraction; `part` counts the unbroken stretches of a line. */
export type TrendPoint = {
  when: number;
  period: string;
  value: number;
  shown: string;
  part: number;
  numerator: number | null;
  denominator: number | null;
  /** What its value is read from: a column of a comparison, or a row of a series. */
  rests: string;
};
export type Withheld = { when: number; period: string; symbol: string; denominator: number | null };
export type TrendLine = { place: Place; name: string; points: TrendPoint[] };
export type RangePoint = { when: number; low: number; high: number; part: number };

/** "2024-03-31" as a year with its fraction. */
export function yearOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return year + (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1));
}

/** "2024/25", or the year of a day. */
export const nameOfYear = (period: string): string => /^at (\d{4})/.exec(period)?.[1] ?? period;

/** Points further apart than this belong to different stretches. */
const gapYears = 1.3;

/** Counts the stretches that gaps and breaks part the points into. */
export function inParts<T extends { when: number }>(points: readonly T[], breaks: readonly number[]): (T & { part: number })[] {
  let part = 0;
  return points.map((point, i) => {
    const before = points[i - 1];
    if (before && (point.when - before.when > gapYears || breaks.some((at) => before.when < at && at <= point.when))) part += 1;
    return { ...point, part };
  });
}

/** Without the points that stand alone between gaps, unless all do: a comparator's single year draws no line. */
export function joined<T extends { part: number }>(points: readonly T[]): T[] {
  const kept = points.filter((point) => points.some((other) => other !== point && other.part === point.part));
  return kept.length > 0 ? kept : [...points];
}

/** One column of comparisons over time, without the years that have no value. */
export function columnLine(
  rows: readonly Comparison[],
  column: "value" | "neighbour_mean" | "region_value" | "england_value",
  show: (value: number) => string,
  breaks: readonly number[],
): TrendPoint[] {
  return inParts(
    rows.flatMap((row) => {
      const value = row[column];
      const [numerator, denominator] = column === "value" ? [row.numerator, row.denominator] : [null, null];
      return value === null
        ? []
        : [
            {
              when: yearOf(row.period_end),
              period: row.period,
              value,
              shown: show(value),
              numerator,
              denominator,
              rests: cellRef(row.comparison_id, [column]),
            },
          ];
    }),
    breaks,
  );
}

/** The points of each unbroken stretch. */
export const partsOf = (points: readonly TrendPoint[]): TrendPoint[][] =>
  [...new Set(points.map((p) => p.part))].map((part) => points.filter((p) => p.part === part));

/** First, whichever of lowest and highest lies further from the line between the ends, and those that the headline speaks of. */
export function pointsToLabel(points: readonly TrendPoint[], axis: Axis, spokenOf: readonly string[] = []): TrendPoint[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return [];
  const between = (p: TrendPoint): number =>
    Math.abs(p.value - (first.value + ((p.when - first.when) / (last.when - first.when)) * (last.value - first.value)));
  const inner = points.slice(1, -1);
  const extremes = [Math.min(...points.map((p) => p.value)), Math.max(...points.map((p) => p.value))];
  const far = inner.filter((p) => extremes.includes(p.value)).sort((a, b) => between(b) - between(a))[0];
  const spoken = points.filter((p) => p !== last && spokenOf.includes(p.period));
  return [...new Set([first, ...spoken, ...(far && between(far) > 0.05 * (axis.high - axis.low) ? [far] : [])])];
}

/** True where the figure is no lower than the middle of those beside it. */
export function isPeak(points: readonly { value: number }[], point: { value: number }): boolean {
  const i = points.findIndex((p) => p === point);
  const beside = [points[i - 1], points[i + 1]].filter((p) => p !== undefined).map((p) => p.value);
  return beside.length === 0 || point.value >= beside.reduce((sum, n) => sum + n, 0) / beside.length;
}
