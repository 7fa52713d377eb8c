import { funnelLimits, funnelPosition } from "../../measures/funnel-limits.ts";
import { z95, z998 } from "../../measures/wilson.ts";
import { cellRef, type Comparison } from "../../model/comparison.ts";
import { funnelWords } from "../../words/chart-words-england.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import { formatCount, formatInUnit, formatValue } from "../../words/format.ts";
import type { ChartData, Measure } from "../data.ts";
import { englandOf } from "../england.ts";
import { defineKind } from "../kind.ts";
import { axisOver, type Axis } from "../layout/axis.ts";
import { byCodeUnit } from "../layout/order.ts";
import { sourceLine } from "../source-line.ts";
import { cohortTicks, funnelSlide } from "./funnel-slide.ts";
import { withEveryone, type Role } from "./position-in-england.ts";

export type FunnelPoint = {
  name: string;
  role: Role;
  value: number;
  cohort: number;
  shown: string;
  /** The id of its comparison. */ comparison: string;
  /** 2 outside the 99.8% limits, 1 outside the 95% limits, 0 within. */ beyond: number;
};
type Limit = { cohort: number; low95: number; high95: number; low998: number; high998: number };
export type FunnelModel = {
  measure: Measure;
  row: Comparison;
  england: number;
  englandShown: string;
  /** Subject last, so that it is painted on top. */
  points: FunnelPoint[];
  limits: Limit[];
  cohorts: [number, number];
  axis: Axis;
  ticks: { value: number; shown: string }[];
  words: ChartWords;
  source: string;
};

function limitsAt(england: number, cohort: number): Limit | null {
  const [inner, outer] = [z95, z998].map((z) => funnelLimits(england / 100, cohort, z));
  return inner && outer
    ? { cohort, low95: 100 * inner.low, high95: 100 * inner.high, low998: 100 * outer.low, high998: 100 * outer.high }
    : null;
}

function funnelModel(data: ChartData, measure: Measure): FunnelModel | null {
  const { indicator } = measure;
  const row = indicator.unit === "percent" ? data.latest(measure) : undefined;
  const all = row && englandOf(data, measure, row.period_end);
  if (!row || !all || row.england_value === null || row.value === null || !row.denominator) return null;
  const england = row.england_value;
  const neighbours = new Set(data.group.map(({ authority_code }) => authority_code));
  const roleOf = (code: string): Role => (code === row.authority_code ? "subject" : neighbours.has(code) ? "neighbour" : "other");
  const order: Record<Role, number> = { other: 0, neighbour: 1, subject: 2 };
  const points = all.rows
    .flatMap((one): FunnelPoint[] =>
      one.numerator === null || !one.denominator
        ? []
        : [
            {
              name: one.authority,
              role: roleOf(one.authority_code),
              value: (100 * one.numerator) / one.denominator,
              cohort: one.denominator,
              shown: formatValue(one.value, indicator),
              comparison: one.comparison_id,
              beyond: Math.abs(funnelPosition(one.numerator, one.denominator, england / 100) ?? 0),
            },
          ],
    )
    .sort((a, b) => order[a.role] - order[b.role] || byCodeUnit(a.name, b.name));
  if (points.length < 100) return null;
  const sizes = points.map(({ cohort }) => cohort);
  const cohorts: [number, number] = [Math.max(1, Math.min(...sizes) * 0.6), Math.max(...sizes) * 1.04];
  const [from, to] = cohorts.map(Math.sqrt) as [number, number];
  const limits = Array.from({ length: 121 }, (_, i) => limitsAt(england, (from + ((to - from) * i) / 120) ** 2)).filter(
    (limit) => limit !== null,
  );
  const outside = (least: 1 | 2): number => points.filter(({ beyond }) => beyond >= least).length;
  const own = points.find(({ role }) => role === "subject");
  const axis = axisOver([...points.map(({ value }) => value), england], { range: [0, 100], most: 6, smallest: 1 });
  return {
    measure,
    row,
    england,
    points,
    limits,
    cohorts,
    axis,
    englandShown: formatValue(england, indicator),
    ticks: axis.ticks.map((value) => ({ value, shown: formatInUnit(value, "percent", Number.isInteger(axis.step) ? 0 : 1) })),
    words: withEveryone(
      row,
      [],
      funnelWords(row, indicator, {
        axisStart: axis.low === 0 ? null : axis.low,
        symbols: [],
        shown: points.length,
        leftOut: all.leftOut + all.rows.length - points.length,
        outside95: outside(1),
        outside998: outside(2),
        beyond: own?.beyond === 2 ? "99.8%" : own?.beyond === 1 ? "95%" : "none",
      }),
    ),
    source: sourceLine([row.source], data.sources, [], row.neighbour_model),
  };
}

export const funnel = defineKind<FunnelModel>({
  id: "funnel",
  models: (data) => data.measures.flatMap((measure) => funnelModel(data, measure) ?? []),
  measure: ({ measure }) => measure,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: ({ points, row }) => ({
    columns: ["place", "role", "period", "cohort", "value", "published"],
    rows: points.map(({ name, role, cohort, value, shown, comparison }) => ({
      cells: { place: name, role, period: row.period, cohort, value, published: shown },
      rests: [comparison],
      of: {
        cohort: { figure: "its base" },
        value: { figure: "its counts as a percentage" },
        published: { figure: "its value", rests: [cellRef(comparison, ["value"])] },
      },
    })),
  }),
  standing: [
    ...cohortTicks.map(formatCount),
    "95% limits",
    "99.8% limits",
    "95% dashed, 99.8% solid",
    "the 95% and the 99.8% limits",
    "one of the ten neighbours",
  ],
  slide: funnelSlide,
});
