import { circle } from "../circle.ts";
import type { Comparison } from "../../model/comparison.ts";
import type { Indicator } from "../../model/indicator.ts";
import { formatValue } from "../../words/format.ts";
import { periodName } from "../../words/terms.ts";
import type { Ink, PathCommand } from "../ink.ts";
import { ink } from "../style.ts";

type Sparkline = { readonly picture: Ink[]; readonly width: number; readonly height: number; readonly alt: string };

const size = { width: 46, height: 17, dot: 2.6 } as const;
const dayNumber = (iso: string): number =>
  Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / 86_400_000;

/**
 * A small line of all years on its own scale; `from` and `to` are the days that all of a table's lines
 * share. A missing year, or a new definition, breaks the line. Null with fewer than two values.
 */
export function drawSparkline(history: readonly Comparison[], indicator: Indicator, from: string, to: string): Sparkline | null {
  const points = history.filter((row) => row.value !== null);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return null;
  const values = points.map((row) => row.value ?? 0);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = Math.max(1, dayNumber(to) - dayNumber(from));
  const x = (row: Comparison): number => size.dot + ((dayNumber(row.period_end) - dayNumber(from)) / span) * (size.width - 2 * size.dot);
  const y = (row: Comparison): number =>
    high === low ? size.height / 2 : size.dot + ((high - (row.value ?? 0)) / (high - low)) * (size.height - 2 * size.dot);
  const commands: PathCommand[] = [];
  let joined = false;
  for (const row of history) {
    if (row.value === null) {
      joined = false;
      continue;
    }
    const breaks = indicator.breaks.includes(row.period);
    commands.push([joined && !breaks ? "L" : "M", x(row), y(row)]);
    joined = true;
  }
  return {
    ...size,
    picture: [
      { kind: "path", commands, stroke: ink.blue, width: 1.4, round: true },
      { kind: "path", commands: circle(x(last), y(last), size.dot), fill: ink.blue },
    ],
    alt: `Small line: ${formatValue(first.value, indicator)} in ${periodName(first.period)}, ${formatValue(last.value, indicator)} in ${periodName(last.period)}.`,
  };
}
