import { textWidth } from "../../core/fonts.ts";
import { cellRef, type Comparison } from "../../model/comparison.ts";
import type { Quoted } from "./trend-quoted.ts";
import { yearOf, type TrendPoint, type Withheld } from "./trend-points.ts";

export type YearTick = { when: number; label: string; /** Its row, where it has one. */ rests: readonly string[] };

/** A tick for every year-end from the first figure to the last, named as the statistics name their years. */
export function yearTicks(rows: readonly Comparison[], quoted: readonly Quoted[]): YearTick[] {
  const last = rows.at(-1);
  if (!last) return [];
  const [, month = "03", day = "31"] = last.period_end.split("-");
  const first = Math.min(...rows.map((row) => yearOf(row.period_end)), ...quoted.flatMap((q) => q.points.map((p) => p.when)));
  const lastYear = Number(last.period_end.slice(0, 4));
  const ticks: YearTick[] = [];
  for (let year = lastYear; ; year -= 1) {
    const when = yearOf(`${year}-${month}-${day}`);
    if (when < first - 0.99) break;
    const rests = rows
      .filter((row) => row.period_end === `${year}-${month}-${day}`)
      .map(({ comparison_id }) => cellRef(comparison_id, ["value"]));
    ticks.unshift({
      when,
      rests,
      label: /^\d{4}\/\d{2}$/.test(last.period) ? `${year - 1}/${String(year % 100).padStart(2, "0")}` : String(year),
    });
    if (when <= first + 0.02) break;
  }
  return ticks;
}

/** Stretches of three years or more without any figure, each with the words that say so. */
export function emptyYears(
  subject: readonly TrendPoint[],
  quoted: readonly Quoted[],
  withheld: readonly Withheld[],
  rows: readonly Comparison[],
): { from: number; to: number; text: string }[] {
  const reporting = /^\d{4}\/\d{2}$/.test(rows.at(-1)?.period ?? "");
  const points = [...subject, ...withheld, ...quoted.flatMap((q) => q.points)].map((p) => p.when).sort((a, b) => a - b);
  return points.flatMap((from, i) => {
    const to = points[i + 1];
    if (to === undefined || to - from < 3.2) return [];
    const [a, b] = [Math.floor(from) + 1, Math.floor(to) - (reporting ? 1 : 0)];
    return [{ from, to, text: a >= b ? `No figure found for ${a}` : `No figures found for ${a} to ${b}` }];
  });
}

/** The last year and every second, third … before it, as many as stand apart. */
export function everyFew<Year extends { when: number; label: string }>(
  years: readonly Year[],
  x: (when: number) => number,
  size: number,
  apart: number,
): Year[] {
  for (let step = 1; step < Math.max(years.length, 2); step += 1) {
    const kept = years.filter((_, i) => (years.length - 1 - i) % step === 0);
    const tight = kept.some((year, i) => {
      const next = kept[i + 1];
      return next !== undefined && x(next.when) - x(year.when) < (textWidth(year.label, size) + textWidth(next.label, size)) / 2 + apart;
    });
    if (!tight) return kept;
  }
  return years.slice(-1);
}
