import { childrenToReach } from "../../measures/children-to-reach.ts";
import type { Comparison } from "../../model/comparison.ts";
import { gapWords } from "../../words/chart-words-several.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import { formatCount, formatCounts } from "../../words/format.ts";
import { capitalise, joinList, lowerFirst, numberWord } from "../../words/grammar.ts";
import { nameOf } from "../../words/terms.ts";
import type { ChartData, Measure } from "../data.ts";
import { defineKind } from "../kind.ts";
import { byCodeUnit } from "../layout/order.ts";
import { withoutMirrored } from "../mirrors.ts";
import { sourceLine } from "../source-line.ts";
import { gapSlide } from "./gap-in-children-slide.ts";

export type GapRow = {
  measure: Measure;
  comparison: Comparison;
  name: string;
  /** Children short of the mean (negative) or ahead of it. */
  gap: number;
  /** True where the gap is beyond chance. */
  sure: boolean;
  label: string;
  now: string;
  atMean: string;
};

export type GapModel = { authority: string; rows: GapRow[]; perBlock: 1 | 10; words: ChartWords; source: string };

/** The smallest whole number of children that reaches the mean (the largest, where low is good) on the authority's own base. */
function numberAtMean(row: Comparison): number | null {
  const { denominator, neighbour_mean: mean, polarity } = row;
  if (denominator === null || mean === null || polarity === "none") return null;
  if (polarity === "high") return childrenToReach(0, denominator, mean, "high");
  const fewer = childrenToReach(denominator, denominator, mean, "low");
  return fewer === null ? null : denominator - fewer;
}

function gapRow(measure: Measure, row: Comparison): GapRow | null {
  const needed = numberAtMean(row);
  const counts = formatCounts(row.numerator, row.denominator);
  if (needed === null || row.numerator === null || counts === null || row.value === null) return null;
  const low = row.polarity === "low";
  const gap = low ? needed - row.numerator : row.numerator - needed;
  return {
    measure,
    comparison: row,
    name: nameOf(measure.indicator, measure.breakdown),
    gap,
    sure: row.neighbour_verdict === "better" || row.neighbour_verdict === "worse",
    label: gap === 0 ? "level" : `${formatCount(Math.abs(gap))}${low ? (gap > 0 ? " fewer" : " too many") : ""}`,
    now: counts,
    atMean: low ? `${formatCount(needed)} or fewer` : formatCount(needed),
  };
}

/** Above this many children across both sides, a full block is ten. */
const mostSingle = 45;

function gapModel(data: ChartData): GapModel | null {
  const judged = withoutMirrored(
    data.measures.flatMap((measure) => {
      const row = measure.indicator.polarity === "none" || measure.indicator.unit !== "percent" ? undefined : data.latest(measure);
      return row && row.value !== null ? [{ measure, row }] : [];
    }),
  );
  const rows = judged.flatMap(({ measure, row }) => gapRow(measure, row) ?? []).sort((a, b) => a.gap - b.gap || byCodeUnit(a.name, b.name));
  if (rows.length === 0) return null;
  const leftOut = judged.filter(({ row }) => !rows.some(({ comparison }) => comparison === row)).map(({ row }) => row);
  const span = Math.max(0, ...rows.map(({ gap }) => -gap)) + Math.max(0, ...rows.map(({ gap }) => gap));
  const perBlock = span > mostSingle ? 10 : 1;
  const byId = new Map(data.indicators.map((indicator) => [indicator.id, indicator]));
  const indicatorOf = (id: string): Measure["indicator"] => {
    const indicator = byId.get(id);
    if (!indicator) throw new Error(`A comparison names the indicator "${id}", which is not among those given to the charts`);
    return indicator;
  };
  const comparisons = rows.map(({ comparison }) => comparison);
  const small = rows.filter(({ comparison }) => (comparison.denominator ?? 30) < 30);
  const words = gapWords(comparisons, data.authority.authority, indicatorOf, perBlock, leftOut);
  return {
    authority: data.authority.authority,
    rows,
    perBlock,
    words: { ...words, notes: [...words.notes, ...smallNote(small, rows.length)] },
    source: sourceLine(
      comparisons.map(({ source }) => source),
      data.sources,
      [],
      comparisons[0]?.neighbour_model,
    ),
  };
}

const fewPeople = "fewer than 30 people";
const allSmall = `Every measure counts ${fewPeople}, so that one child or care leaver moves it by more than three points.`;

/** Cohorts under 30 by name where they are few; where they are many, the counts beside them say how few. */
function smallNote(small: readonly GapRow[], all: number): string[] {
  if (small.length === 0) return [];
  if (small.length === all && all > 1) return [allSmall];
  const who =
    small.length > 3
      ? `${capitalise(numberWord(small.length))} of the ${numberWord(all)} measures`
      : capitalise(joinList(small.map(({ name }) => lowerFirst(name))));
  return [`${who} ${small.length === 1 ? "counts" : "count"} ${fewPeople}.`];
}

export const gapInChildren = defineKind<GapModel>({
  id: "gap-in-children",
  models: (data) => [gapModel(data)].filter((model) => model !== null),
  measure: () => null,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: ({ rows }) => ({
    columns: ["indicator", "breakdown", "measure", "period", "gap", "numerator", "denominator", "neighbour_mean", "verdict"],
    rows: rows.map(({ measure, comparison, name, gap }) => ({
      cells: {
        indicator: measure.indicator.id,
        breakdown: measure.breakdown,
        measure: name,
        period: comparison.period,
        gap,
        numerator: comparison.numerator,
        denominator: comparison.denominator,
        neighbour_mean: comparison.neighbour_mean,
        verdict: comparison.neighbour_verdict,
      },
      rests: [comparison.comparison_id],
      of: { gap: { figure: "children from the neighbours’ mean" } },
    })),
  }),
  standing: [allSmall, fewPeople, "each full block is ten"],
  slide: gapSlide,
});
