import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import {
  compact,
  comparatorFigures,
  distinct,
  headlineValue,
  lowerIsBetter,
  missingHeadlines,
  neighbourRange,
  shorterName,
  standingHeadlines,
  type ChartWords,
  type Drawn,
} from "./chart-words.ts";
import { formatValue } from "./format.ts";
import { capitalise, numberWord } from "./grammar.ts";
import * as notes from "./notes.ts";
import * as phrases from "./phrases.ts";
import { inPeriod, measureOf, periodInFull, periodName, wordingOf } from "./terms.ts";

type EnglandDrawn = Drawn & {
  /** Authorities drawn. */
  readonly shown: number;
  /** Authorities without a figure, which are left out. */
  readonly leftOut: number;
};

type PositionDrawn = EnglandDrawn & {
  /** The quarter by value that is marked as holding the figure, 0 lowest to 3 highest; null where none is. */
  readonly quarter: number | null;
};

/** Kind 5: the authority among all of England's. Says where it stands by value, and the tested verdict against England. */
export function positionWords(row: Comparison, indicator: Indicator, drawn: PositionDrawn): ChartWords {
  // Measures without a good direction have no band in the row, but a place by value like any other.
  const quarter = row.polarity === "none" ? phrases.quarterByValue(drawn.quarter ?? -1) : phrases.quarterPhrase(row);
  return {
    // A picture of all England says where in England, if need be on two lines.
    headlines:
      missingHeadlines(row, indicator) ??
      standingHeadlines(row, indicator, quarter).filter(
        (text, i, all) => quarter === null || text.includes(quarter) || i === all.length - 1,
      ),
    subtitle: `${measureOf(indicator, row.breakdown)}, ${row.authority} among ${drawn.shown} English authorities, ${periodInFull(row.period, row.period_end)}${lowerIsBetter(row)}`,
    notes: compact([
      "The shaded band holds the middle half of authorities.",
      rankNote(row),
      leftOutNote(drawn),
      notes.axisNote(drawn.axisStart, indicator),
      notes.smallNumbersNote(row, indicator),
      notes.symbolNote(drawn.symbols),
    ]),
    alt: alt(row, indicator, `Dot plot of ${drawn.shown} English authorities, with ${phrases.withNeighbours(row)} marked.`, quarter),
    restsOn: [row.comparison_id],
    authority: row.authority,
  };
}

type FunnelDrawn = EnglandDrawn & {
  /** How many authorities lie outside the 95% and the 99.8% limits. */
  readonly outside95: number;
  readonly outside998: number;
  /** Beyond which limits the authority itself lies. */
  readonly beyond: "none" | "95%" | "99.8%";
};

/** Kind 11: percentage against cohort size, with limits round England. */
export function funnelWords(row: Comparison, indicator: Indicator, drawn: FunnelDrawn): ChartWords {
  return {
    headlines: funnelHeadlines(row, indicator),
    subtitle: `${measureOf(indicator, row.breakdown)}, by number of ${indicator.people} counted, ${drawn.shown} English authorities, ${periodInFull(row.period, row.period_end)}${lowerIsBetter(row)}`,
    notes: compact([
      `Limits show how far chance alone could carry an authority from England (95% dashed, 99.8% solid). ${capitalise(outside(drawn.outside95))} of ${drawn.shown} ${drawn.outside95 === 1 ? "lies" : "lie"} outside the first and ${outside(drawn.outside998)} outside the second.`,
      "The scale across is a square root.",
      leftOutNote(drawn),
      notes.axisNote(drawn.axisStart, indicator),
      notes.smallNumbersNote(row, indicator),
    ]),
    alt: alt(
      row,
      indicator,
      `Funnel plot of ${drawn.shown} English authorities by number counted, with limits round England’s figure.`,
      null,
      limitsSentence(row, drawn),
    ),
    restsOn: [row.comparison_id],
    authority: row.authority,
  };
}

function funnelHeadlines(row: Comparison, indicator: Indicator): string[] {
  const missing = missingHeadlines(row, indicator);
  if (missing) return missing;
  const verdict = phrases.verdictPhrase(row.england_verdict);
  if (verdict === null || row.england_value === null) return standingHeadlines(row, indicator);
  const { topic } = wordingOf(indicator, row.breakdown);
  const england = `${verdict} England’s ${formatValue(row.england_value, indicator)}`;
  return distinct([
    `${topic}: ${headlineValue(row, indicator, true)}, ${england}`,
    `${topic}: ${headlineValue(row, indicator, false)}, ${england}`,
    ...shorterName(row, indicator).map((name) => `${name}: ${headlineValue(row, indicator, false)}, ${england}`),
    capitalise(england),
  ]);
}

/** Where the point stands in the picture, which is another test than the verdict: the limits are England's, the interval is the authority's. */
function limitsSentence(row: Comparison, { beyond }: FunnelDrawn): string {
  if (row.value === null) return "";
  const where =
    beyond === "none" ? "inside the limits" : beyond === "95%" ? "between the 95% and the 99.8% limits" : "outside the 99.8% limits";
  return `On the funnel ${row.authority} lies ${where}.`;
}

const outside = (n: number): string => (n === 0 ? "none" : numberWord(n));

/** Equal figures share a rank, so that no word for ties is needed. */
function rankNote(row: Comparison): string | null {
  if (row.england_rank === null || row.england_rank_of === null || row.polarity === "none") return null;
  return `Rank in England: ${row.england_rank} of ${row.england_rank_of}, counted from the ${row.polarity === "high" ? "highest" : "lowest"}.`;
}

function leftOutNote({ leftOut }: EnglandDrawn): string | null {
  if (leftOut === 0) return null;
  return `${capitalise(numberWord(leftOut))} ${leftOut === 1 ? "authority has" : "authorities have"} no published figure and ${leftOut === 1 ? "is" : "are"} left out.`;
}

function alt(row: Comparison, indicator: Indicator, opening: string, standing: string | null, closing = ""): string {
  const fact = phrases.factClause(row, indicator);
  if (fact === null)
    return `${opening} The figure for ${row.authority} ${phrases.missingClause(row)}. ${comparatorFigures(row, indicator)}`.trim();
  const place = standing === null ? "" : `, ${standing}`;
  const clauses = phrases.comparatorClauses(row, indicator);
  return [
    opening,
    `${phrases.periodOpening(row.period)}${fact} in ${row.authority}${place}.`,
    clauses === "" ? comparatorFigures(row, indicator) : `That is ${clauses}.`,
    closing,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Kind 4: one panel for each of the eleven, on one axis. `rows` as for a trend; the last row is the one spoken of. */
export function smallMultiplesWords(rows: readonly Comparison[], indicator: Indicator, drawn: Drawn): ChartWords {
  const latest = rows[rows.length - 1];
  const first = rows[0];
  if (!latest || !first) throw new Error(`No comparison to draw panels of ${indicator.id} from: leave the chart out`);
  const { topic } = wordingOf(indicator, latest.breakdown);
  const standing = phrases.positionPhrase(latest, latest.polarity) ?? phrases.rangePhrase(latest, indicator);
  const value = headlineValue(latest, indicator, false);
  const fact = phrases.factClause(latest, indicator);
  const finding =
    fact === null
      ? `The figure for ${latest.authority} ${inPeriod(latest.period)} ${phrases.missingClause(latest)}.`
      : `${phrases.periodOpening(latest.period)}${fact} in ${latest.authority}${standing === null ? "" : `, ${phrases.withThe(standing)}`}.`;
  const oldest = rows.find((row) => row.value !== null);
  const start =
    !oldest || oldest === latest ? "" : `${phrases.periodOpening(oldest.period)}the figure was ${formatValue(oldest.value, indicator)}.`;
  return {
    headlines:
      missingHeadlines(latest, indicator) ??
      distinct([
        ...(standing === null
          ? []
          : [
              `${topic}: ${value} ${inPeriod(latest.period)}, ${standing}`,
              `${topic}: ${value}, ${standing}`,
              ...shorterName(latest, indicator).map((name) => `${name}: ${value}, ${standing}`),
            ]),
        `${topic}: ${value} ${inPeriod(latest.period)}`,
      ]),
    subtitle: `${measureOf(indicator, latest.breakdown)}, ${phrases.withNeighbours(latest)}, ${periodName(first.period)} to ${periodName(latest.period)}${lowerIsBetter(latest)}`,
    notes: compact([
      `The thin line in each panel is ${latest.authority}.`,
      "All panels share one axis.",
      notes.axisNote(drawn.axisStart, indicator),
      notes.symbolNote(drawn.symbols),
    ]),
    alt: [
      `Eleven small line charts on one axis, one for ${latest.authority} and one for each statistical neighbour.`,
      finding,
      start,
      neighbourRange(latest, indicator),
    ]
      .filter((part) => part !== "")
      .join(" "),
    restsOn: rows.map((row) => row.comparison_id),
    authority: latest.authority,
  };
}
