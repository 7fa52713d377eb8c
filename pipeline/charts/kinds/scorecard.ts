import { cellRef, type Comparison } from "../../model/comparison.ts";
import type { Theme } from "../../model/indicator.ts";
import { scorecardWords, verdictWord } from "../../words/chart-words-several.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import { formatMean, formatRank, formatValue } from "../../words/format.ts";
import { nameOf } from "../../words/terms.ts";
import type { ChartData, Measure } from "../data.ts";
import { englandOf } from "../england.ts";
import { groupOf } from "../group.ts";
import { defineKind } from "../kind.ts";
import { withoutMirrored } from "../mirrors.ts";
import { sourceLine } from "../source-line.ts";
import { themeGroup } from "./scorecard-theme.ts";
import { middleHalf } from "./scorecard-heads.ts";
import { scorecardSlide } from "./scorecard-slide.ts";

/** Distance from the middle in units of the middle half's width on that side, turned so that plus is good. */
export type Standing = { name: string; value: number; at: number; /** What the value is read from. */ rests: string };

export type ScorecardRow = {
  measure: Measure;
  comparison: Comparison;
  theme: Theme;
  name: string;
  /** "low is good", or the number of children where they are fewer than 30. */
  aside: string;
  subject: Standing | null;
  neighbours: Standing[];
  mean: Standing | null;
  england: Standing | null;
  /** Every figure is the same. */
  level: boolean;
  shown: { subject: string; mean: string; england: string };
  verdict: string;
  rank: string;
};

export type ScorecardModel = {
  authority: string;
  rows: ScorecardRow[];
  /** Theme that names the chart where there are several; "" where one holds all. */
  part: string;
  againstEngland: boolean;
  words: ChartWords;
  source: string;
};

/** More rows than this leave the dots no room. */
const mostRows = 12;

/** Lower edge, middle and upper edge of the middle half that a row is scaled by. */
type Middle = { low: number; centre: number; high: number };

function middleOf(data: ChartData, measure: Measure, row: Comparison, againstEngland: boolean): Middle | null {
  const england = againstEngland ? englandOf(data, measure, row.period_end) : null;
  if (england) return { low: england.cuts[1], centre: england.cuts[2], high: england.cuts[3] };
  const { neighbour_median: centre, neighbour_mad: mad } = row;
  return centre === null || mad === null ? null : { low: centre - mad, centre, high: centre + mad };
}

function scaleOf({ low, centre, high }: Middle, row: Comparison, fallback: number): (value: number) => number {
  const below = centre - low;
  const above = high - centre;
  const width = (side: number, other: number): number => side || other || fallback;
  const turn = row.polarity === "low" ? -1 : 1;
  return (value) => {
    const away = value - centre;
    const unit = away < 0 ? width(below, above) : width(above, below);
    return unit === 0 ? 0 : (turn * away) / unit;
  };
}

function scorecardRow(data: ChartData, measure: Measure, row: Comparison, againstEngland: boolean): ScorecardRow | null {
  const { indicator } = measure;
  const middle = middleOf(data, measure, row, againstEngland);
  if (!middle) return null;
  const members = groupOf(data, measure, row).filter((member) => member.value !== null);
  const values = members.map(({ value }) => value ?? 0);
  // Where most figures are equal the deviation is zero; half the range still tells the rest apart.
  const at = scaleOf(middle, row, (Math.max(...values) - Math.min(...values)) / 2);
  const standing = (name: string, column: "value" | "neighbour_mean" | "england_value"): Standing | null => {
    const value = row[column];
    return value === null ? null : { name, value, at: at(value), rests: cellRef(row.comparison_id, [column]) };
  };
  const small = indicator.unit === "percent" && row.value !== null && row.denominator !== null && row.denominator < 30;
  return {
    measure,
    comparison: row,
    theme: indicator.theme,
    name: nameOf(indicator, measure.breakdown),
    aside: small ? `${row.denominator} ${row.denominator === 1 ? "child" : indicator.people}` : row.polarity === "low" ? "low is good" : "",
    subject: standing(row.authority, "value"),
    neighbours: members
      .filter((member) => !member.subject)
      .map((member) => ({
        name: member.name,
        value: member.value ?? 0,
        at: at(member.value ?? 0),
        rests: cellRef(member.comparison, ["value"]),
      })),
    mean: standing("Neighbour mean", "neighbour_mean"),
    england: standing("England", "england_value"),
    level: values.every((value) => value === values[0]),
    shown: {
      subject: row.value === null ? (row.symbol === "" ? "–" : `[${row.symbol}]`) : formatValue(row.value, indicator),
      mean: formatMean(row.neighbour_mean, indicator),
      england: formatValue(row.england_value, indicator),
    },
    verdict: verdictWord(row.neighbour_verdict),
    rank: formatRank(row.rank, row.rank_tied),
  };
}

/** The measures that have a good direction, by theme; on several charts, themes kept whole, when one would be too full. */
function scorecardModels(data: ChartData): ScorecardModel[] {
  const latest = withoutMirrored(
    data.measures.flatMap((measure) => {
      const row = measure.indicator.polarity === "none" || measure.indicator.unit === "count" ? undefined : data.latest(measure);
      return row && row.neighbour_mean !== null ? [{ measure, row }] : [];
    }),
  );
  const againstEngland = latest.length > 0 && latest.every(({ measure, row }) => englandOf(data, measure, row.period_end) !== null);
  const all = latest.flatMap(({ measure, row }) => scorecardRow(data, measure, row, againstEngland) ?? []);
  // A place without a single figure has no standing to show.
  if (all.every(({ subject }) => subject === null)) return [];
  const byId = new Map(data.indicators.map((indicator) => [indicator.id, indicator]));
  const charts = all.length <= mostRows ? [all] : chartsOf(all);
  return charts
    .filter((rows) => rows.length > 0)
    .map((rows) => {
      const comparisons = rows.map(({ comparison }) => comparison);
      const indicatorOf = (id: string): Measure["indicator"] => {
        const indicator = byId.get(id);
        if (!indicator) throw new Error(`A comparison names the indicator "${id}", which is not among those given to the charts`);
        return indicator;
      };
      const words = scorecardWords(
        comparisons,
        data.authority.authority,
        indicatorOf,
        comparisons.flatMap(({ value, symbol }) => (value === null ? [symbol] : [])),
      );
      return {
        authority: data.authority.authority,
        rows,
        againstEngland,
        part: charts.length > 1 ? themeGroup(rows[0]) : "",
        words: { ...words, notes: [scaleNote(againstEngland), ...words.notes] },
        source: sourceLine(
          comparisons.map(({ source }) => source),
          data.sources,
          [],
          comparisons[0]?.neighbour_model,
        ),
      };
    });
}

const themeOrder = ["health", "placements", "education", "safeguarding", "permanence", "care_leavers", "workforce"];

function chartsOf(rows: readonly ScorecardRow[]): ScorecardRow[][] {
  const order = (row: ScorecardRow): number =>
    themeOrder.includes(themeGroup(row)) ? themeOrder.indexOf(themeGroup(row)) : themeOrder.length;
  const charts: ScorecardRow[][] = [[]];
  for (const group of [...new Set([...rows].sort((a, b) => order(a) - order(b)).map(themeGroup))]) {
    const members = rows.filter((row) => themeGroup(row) === group);
    const last = charts.at(-1) ?? [];
    if (last.length > 0 && last.length + members.length > mostRows) charts.push(members);
    else last.push(...members);
  }
  return charts.flatMap((chart) => (chart.length <= mostRows + 2 ? [chart] : [chart.slice(0, mostRows), chart.slice(mostRows)]));
}

const scaleToNeighbours =
  "Each row is scaled by the ten neighbours’ median and median absolute deviation, so that half of them stand in the shaded band.";
const scaleNote = (againstEngland: boolean): string =>
  againstEngland ? "Each row is scaled so that the quartiles of all English authorities line up." : scaleToNeighbours;

export const scorecard = defineKind<ScorecardModel>({
  id: "scorecard",
  models: scorecardModels,
  measure: () => null,
  part: ({ part }) => part,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: ({ rows }) => ({
    columns: ["indicator", "breakdown", "measure", "place", "role", "period", "value", "position", "verdict"],
    rows: rows.flatMap((row) =>
      [
        ...(row.subject ? [{ ...row.subject, role: "subject" }] : []),
        ...row.neighbours.map((one) => ({ ...one, role: "neighbour" })),
        ...(row.mean ? [{ ...row.mean, role: "mean" }] : []),
        ...(row.england ? [{ ...row.england, role: "england" }] : []),
      ].map(({ name, value, at, role, rests }) => ({
        cells: {
          indicator: row.measure.indicator.id,
          breakdown: row.measure.breakdown,
          measure: row.name,
          place: name,
          role,
          period: row.comparison.period,
          value,
          position: Math.round(at * 1000) / 1000,
          verdict: role === "subject" ? row.verdict : "",
        },
        rests: [rests],
        of: { position: null },
      })),
    ),
  }),
  standing: [scaleToNeighbours, middleHalf, "Verdicts use 95% intervals"],
  slide: scorecardSlide,
  // Packs draw their own strip of ranks, from the rows of their own scorecard.
});
