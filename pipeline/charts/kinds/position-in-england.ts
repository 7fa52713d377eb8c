import { cellRef, everyoneRef, type Comparison } from "../../model/comparison.ts";
import { positionWords } from "../../words/chart-words-england.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import { formatInUnit } from "../../words/format.ts";
import type { Measure } from "../data.ts";
import { englandOf } from "../england.ts";
import { groupOf } from "../group.ts";
import { defineKind } from "../kind.ts";
import { axisOver, type Axis } from "../layout/axis.ts";
import { byCodeUnit } from "../layout/order.ts";
import { sourceLine } from "../source-line.ts";
import { comparatorsOf, shownMember, type Comparator, type ShownMember } from "./neighbour-comparison.ts";
import { positionSlide } from "./position-in-england-slide.ts";

export type Role = "subject" | "neighbour" | "other";
export type PositionModel = {
  measure: Measure;
  row: Comparison;
  /** Subject first, then neighbours, then the rest by value, which is the order in which the swarm takes them. */
  everyone: { name: string; value: number; role: Role; rests: string }[];
  members: ShownMember[];
  comparators: Comparator[];
  cuts: readonly number[];
  /** Which quarter by value holds the subject, 0 to 3; null where figures are too alike for quarters. */
  quarter: number | null;
  axis: Axis;
  ticks: { value: number; shown: string }[];
  words: ChartWords;
  source: string;
};

/** A picture of all England rests on everybody's row, and on those of the places it names. */
export const withEveryone = (row: Comparison, named: readonly string[], words: ChartWords): ChartWords => ({
  ...words,
  restsOn: [...new Set([...words.restsOn, ...named.filter((id) => id !== ""), everyoneRef(row)])],
});

export const positionInEngland = defineKind<PositionModel>({
  id: "position-in-england",
  models: (data) =>
    data.measures.flatMap((measure): PositionModel[] => {
      const { indicator } = measure;
      const row = indicator.unit === "count" ? undefined : data.latest(measure);
      const england = row && englandOf(data, measure, row.period_end);
      if (!row || row.value === null || !england) return [];
      const value = row.value;
      const neighbours = new Set(data.group.map((authority) => authority.authority_code));
      const roleOf = (code: string): Role => (code === row.authority_code ? "subject" : neighbours.has(code) ? "neighbour" : "other");
      const order: Record<Role, number> = { subject: 0, neighbour: 1, other: 2 };
      const everyone = england.rows
        .map((one) => ({
          name: one.authority,
          value: one.value,
          role: roleOf(one.authority_code),
          rests: cellRef(one.comparison_id, ["value"]),
        }))
        .sort((a, b) => order[a.role] - order[b.role] || a.value - b.value || byCodeUnit(a.name, b.name));
      const members = groupOf(data, measure, row).map((member) => shownMember(member, indicator));
      const comparators = comparatorsOf(row, measure);
      const axis = axisOver(
        [...everyone, ...comparators].map((one) => one.value),
        { range: indicator.range, most: 8, smallest: indicator.unit === "percent" ? 1 : 0.5 },
      );
      // Where the middle half has no width, a quarter is nobody's place.
      const quarter = england.cuts[1] === england.cuts[3] ? null : [1, 2, 3].filter((i) => value > (england.cuts[i] ?? 0)).length;
      return [
        {
          measure,
          row,
          everyone,
          members,
          comparators,
          axis,
          quarter,
          cuts: england.cuts,
          ticks: axis.ticks.map((tick) => ({
            value: tick,
            shown: formatInUnit(tick, indicator.unit, Number.isInteger(axis.step) ? 0 : 1),
          })),
          words: withEveryone(
            row,
            members.map(({ comparison }) => comparison),
            positionWords(row, indicator, {
              axisStart: axis.low === 0 ? null : axis.low,
              symbols: members.flatMap((m) => (m.value === null ? [m.symbol] : [])),
              shown: everyone.length,
              leftOut: england.leftOut,
              quarter,
            }),
          ),
          source: sourceLine([row.source], data.sources, [], row.neighbour_model),
        },
      ];
    }),
  measure: ({ measure }) => measure,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: ({ everyone, comparators, row }) => ({
    columns: ["place", "role", "period", "value"],
    rows: [...everyone, ...comparators.map(({ name, place, value, rests }) => ({ name, role: place, value, rests }))].map(
      ({ name, role, value, rests }) => ({ cells: { place: name, role, period: row.period, value }, rests: [rests] }),
    ),
  }),
  standing: ["the middle half of authorities"],
  slide: positionSlide,
});
