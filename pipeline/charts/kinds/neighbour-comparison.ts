import { formatCounts, formatInUnit, formatMean, formatValue } from "../../words/format.ts";
import { comparisonWords, type ChartWords } from "../../words/chart-words.ts";
import { ordinalFigure } from "../../words/grammar.ts";
import { cellRef, type Comparison, type Verdict } from "../../model/comparison.ts";
import type { ChartData, Measure } from "../data.ts";
import { groupOf, type Member } from "../group.ts";
import { defineKind } from "../kind.ts";
import { axisOver, type Axis } from "../layout/axis.ts";
import { sourceLine } from "../source-line.ts";
import type { Place } from "../theme.ts";
import { comparisonPack } from "./neighbour-comparison-pack.ts";
import { comparisonSlide } from "./neighbour-comparison-slide.ts";

export type Comparator = {
  place: Exclude<Place, "subject">;
  name: string;
  value: number;
  shown: string;
  verdict: string;
  /** What its value is read from. */ rests: string;
};

/** One of the eleven with its figures as text, and what each is read from. */
export type ShownMember = Member & {
  shown: string;
  counts: string;
  interval: string;
  rests: { shown: string[]; counts: string[]; interval: string[] };
};

export type ComparisonModel = {
  measure: Measure;
  row: Comparison;
  members: ShownMember[];
  comparators: Comparator[];
  axis: Axis;
  ticks: { value: number; shown: string }[];
  order: string;
  rank: string;
  valueHead: string;
  countHead: string;
  hasCounts: boolean;
  words: ChartWords;
  source: string;
};

const valueHeads: Readonly<Record<string, string>> = { percent: "Share", rate_per_10k: "Rate", score: "Score", cases: "Cases" };
const verdictWords: Readonly<Record<Verdict, string>> = {
  better: "better",
  worse: "worse",
  similar: "similar",
  higher: "higher",
  lower: "lower",
  not_tested: "not tested",
  not_compared: "not compared",
};

/** "[c]" for a withheld figure, "–" where none was published. */
const symbolText = (symbol: string): string => (symbol === "" ? "–" : `[${symbol}]`);

/** Neighbour mean, region and England, those that have a figure. */
export function comparatorsOf(row: Comparison, measure: Measure): Comparator[] {
  const { indicator } = measure;
  const having = row.neighbours_with_value ?? 0;
  const all: (Comparator | null)[] = [
    row.neighbour_mean === null
      ? null
      : {
          place: "mean",
          name: having < 10 ? `Neighbour mean, ${having} of 10` : "Neighbour mean",
          value: row.neighbour_mean,
          shown: formatMean(row.neighbour_mean, indicator),
          verdict: verdictWords[row.neighbour_verdict],
          rests: cellRef(row.comparison_id, ["neighbour_mean"]),
        },
    row.region_value === null || row.region === ""
      ? null
      : {
          place: "region",
          name: row.region,
          value: row.region_value,
          shown: formatValue(row.region_value, indicator),
          verdict: verdictWords[row.region_verdict],
          rests: cellRef(row.comparison_id, ["region_value"]),
        },
    row.england_value === null
      ? null
      : {
          place: "england",
          name: "England",
          value: row.england_value,
          shown: formatValue(row.england_value, indicator),
          verdict: verdictWords[row.england_verdict],
          rests: cellRef(row.comparison_id, ["england_value"]),
        },
  ];
  return all.filter((comparator) => comparator !== null);
}

export function shownMember(member: Member, indicator: Measure["indicator"]): ShownMember {
  const cell = (...columns: Parameters<typeof cellRef>[1]): string[] =>
    member.comparison === "" ? [] : [cellRef(member.comparison, columns)];
  return {
    ...member,
    rests: { shown: cell("value"), counts: cell("numerator", "denominator"), interval: cell("ci_low", "ci_high") },
    shown: member.value === null ? symbolText(member.symbol) : formatValue(member.value, indicator),
    counts: indicator.unit === "percent" ? countsText(member) : "",
    interval: member.low === null || member.high === null ? "" : `${Math.round(member.low)} to ${Math.round(member.high)}`,
  };
}

/** Every decision of the picture for one comparison row. Null when neither anyone else nor a comparator has a figure. */
function comparisonModel(data: ChartData, measure: Measure, row: Comparison): ComparisonModel | null {
  const { indicator } = measure;
  const members = groupOf(data, measure, row).map((member) => shownMember(member, indicator));
  const comparators = comparatorsOf(row, measure);
  const values = [...members.flatMap(({ value, low, high }) => [value, low, high]), ...comparators.map(({ value }) => value)].filter(
    (value) => value !== null,
  );
  if (values.length === 0 || (comparators.length === 0 && members.every(({ subject, value }) => subject || value === null))) return null;
  const axis = axisOver(values, { range: indicator.range, smallest: indicator.unit === "percent" ? 1 : 0.5 });
  const drawn = {
    axisStart: axis.low === 0 ? null : axis.low,
    symbols: members.flatMap(({ symbol, value }) => (value === null ? [symbol] : [])),
  };
  const words = comparisonWords(row, indicator, drawn);
  const others = data.group.flatMap((place) => data.comparisonOf(place.authority_code, measure, row.period_end)?.comparison_id ?? []);
  const people = indicator.people.slice(0, 1).toUpperCase() + indicator.people.slice(1);
  return {
    measure,
    row,
    members,
    comparators,
    axis,
    ticks: axis.ticks.map((value) => ({ value, shown: formatInUnit(value, indicator.unit, Number.isInteger(axis.step) ? 0 : 1) })),
    order: row.polarity === "low" ? "Lowest first" : "Highest first",
    rank: row.rank === null || row.rank_of === null || row.polarity === "none" ? "" : rankOfGroup(row),
    valueHead: valueHeads[indicator.unit] ?? "Value",
    countHead: people,
    hasCounts: indicator.unit === "percent" && members.some(({ numerator, denominator }) => numerator !== null && denominator !== null),
    words: { ...words, restsOn: [...words.restsOn, ...others] },
    source: sourceLine([row.source], data.sources, [], row.neighbour_model),
  };
}

/** "joint 4th of 11". */
function rankOfGroup(row: Comparison): string {
  return `${row.rank_tied ? "joint " : ""}${ordinalFigure(row.rank ?? 0)} of ${row.rank_of}`;
}

function countsText({ value, symbol, numerator, denominator }: Member): string {
  const counts = formatCounts(numerator, denominator);
  if (counts !== null) return counts;
  if (value === null && symbol !== "" && denominator !== null) return `[${symbol}] of ${formatInUnit(denominator, "count", 0)}`;
  return "";
}

export const neighbourComparison = defineKind<ComparisonModel>({
  id: "neighbour-comparison",
  models: (data) =>
    data.measures.flatMap((measure) => {
      const row = measure.indicator.unit === "count" ? undefined : data.latest(measure);
      const model = row && comparisonModel(data, measure, row);
      return model ? [model] : [];
    }),
  measure: ({ measure }) => measure,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: ({ row, members, comparators }) => ({
    columns: ["place", "role", "period", "value", "symbol", "numerator", "denominator", "ci_low", "ci_high", "verdict"],
    rows: [
      ...members.map(({ name, comparison, subject, value, symbol, numerator, denominator, low, high }) => ({
        cells: {
          place: name,
          role: subject ? "subject" : "neighbour",
          period: row.period,
          value,
          symbol,
          numerator,
          denominator,
          ci_low: low,
          ci_high: high,
          verdict: "",
        },
        rests: comparison === "" ? [] : [comparison],
      })),
      ...comparators.map(({ name, place, value, verdict, rests }) => ({
        cells: {
          place: name,
          role: place,
          period: row.period,
          value,
          symbol: "",
          numerator: null,
          denominator: null,
          ci_low: null,
          ci_high: null,
          verdict,
        },
        rests: [rests],
      })),
    ],
  }),
  slide: comparisonSlide,
  pack: comparisonPack,
});
