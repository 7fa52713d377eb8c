import type { Comparison, Polarity, Verdict } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import { formatCounts, formatMean, formatRankOf, formatValue } from "./format.ts";
import { countable, forOne, groupWord, joinList, lowerFirst, singular, numberWord, ordinalWord } from "./grammar.ts";
import { ladderAdverb } from "./ladder.ts";
import { baseOf, inPeriod, regionName, wordingOf } from "./terms.ts";

/** Parts of sentences that packs and charts share. Each says only what its row holds. */

const verdictWords: Readonly<Record<string, string>> = {
  better: "better than",
  worse: "worse than",
  similar: "similar to",
  higher: "higher than",
  lower: "lower than",
};

/** "better than" …; null where no test was made. */
export function verdictPhrase(verdict: Verdict): string | null {
  return verdictWords[verdict] ?? null;
}

export function isTested(verdict: Verdict): boolean {
  return verdict in verdictWords;
}

/** Cohorts under 30: one child moves the figure by more than three points. */
export function isSmallCohort(row: Pick<Comparison, "denominator">, indicator: Pick<Indicator, "unit">): boolean {
  return indicator.unit === "percent" && row.denominator !== null && row.denominator < 30;
}

/** "215 of 249 children", "1 of 15 children"; null without counts. Only percentages of people have counts to show. */
export function countsOfPeople(
  numerator: number | null,
  denominator: number | null,
  indicator: Indicator,
  breakdown: string,
): string | null {
  if (indicator.unit !== "percent") return null;
  const counts = formatCounts(numerator, denominator);
  return counts === null ? null : `${counts} ${countable(denominator ?? 0, baseOf(indicator, breakdown))}`;
}

/** "215 of 249 (86%)", or the value alone without counts. Null when there is no value. */
export function valueWithCounts(
  value: number | null,
  numerator: number | null,
  denominator: number | null,
  indicator: Indicator,
): string | null {
  if (value === null) return null;
  const counts = indicator.unit === "percent" ? formatCounts(numerator, denominator) : null;
  return counts === null ? formatValue(value, indicator) : `${counts} (${formatValue(value, indicator)})`;
}

/** The row's figure as a clause: "215 of 249 children (86%) had immunisations up to date". Null without a value. */
export function factClause(row: Comparison, indicator: Indicator): string | null {
  if (row.value === null) return null;
  const wording = wordingOf(indicator, row.breakdown);
  const value = formatValue(row.value, indicator);
  if (indicator.unit !== "percent" || wording.did === "") {
    const template = wording.fact || `${lowerFirst(wording.topic)} stood at {value}`;
    return (row.value === 1 ? factForOne(template) : template).replace("{value}", value);
  }
  const counts = countsOfPeople(row.numerator, row.denominator, indicator, row.breakdown);
  if (counts === null) return `${value} of ${wording.base} ${wording.did}`;
  return `${counts} (${value}) ${row.numerator === 1 ? forOne(wording.did) : wording.did}`;
}

/** "there were {value} children in need" to "there was {value} child in need". */
function factForOne(template: string): string {
  return template
    .replace(/\bwere\b/, "was")
    .replace(
      /\{value\} (children|care leavers|young people|cases|referrals|approved fostering households|unaccompanied children)/,
      (_, plural: string) => `{value} ${singular(plural)}`,
    );
}

type Comparator = { name: string; value: string; verdict: Verdict };

/**
 * Those that the row was tested against, in the order neighbours, region, England.
 * Totals are left out: an England count is no yardstick for one authority's.
 */
function testedComparators(row: Comparison, indicator: Indicator, neighbours: string): Comparator[] {
  const all: (Comparator | null)[] = [
    row.neighbour_mean === null
      ? null
      : { name: neighbours, value: formatMean(row.neighbour_mean, indicator), verdict: row.neighbour_verdict },
    row.region_value === null || row.region === ""
      ? null
      : { name: regionName(row.region), value: formatValue(row.region_value, indicator), verdict: row.region_verdict },
    row.england_value === null ? null : { name: "England", value: formatValue(row.england_value, indicator), verdict: row.england_verdict },
  ];
  return all.filter((comparator) => comparator !== null).filter(({ verdict }) => isTested(verdict));
}

/**
 * "slightly better than neighbours (mean 81.2%), and similar to the East of England (86%) and England (84%)".
 * Empty when nothing was tested.
 */
export function comparatorClauses(row: Comparison, indicator: Indicator): string {
  const neighbours = { adverb: ladderAdverb(row), label: "neighbours" };
  const groups: { verdict: string; names: string[] }[] = [];
  for (const { name, value, verdict } of testedComparators(row, indicator, neighbours.label)) {
    const isNeighbours = name === neighbours.label;
    const words = `${isNeighbours && neighbours.adverb ? `${neighbours.adverb} ` : ""}${verdictPhrase(verdict) ?? ""}`;
    const named = isNeighbours ? `neighbours (mean ${value})` : `${name} (${value})`;
    const group = groups.find((one) => one.verdict === words);
    if (group) group.names.push(named);
    else groups.push({ verdict: words, names: [named] });
  }
  const clauses = groups.map(({ verdict, names }) => `${verdict} ${joinList(names)}`);
  if (clauses.length < 2) return clauses.join("");
  return `${clauses.slice(0, -1).join(", ")}, and ${clauses[clauses.length - 1]}`;
}

/**
 * Where the authority stands among the group by value: "joint fourth highest of eleven". Counted as the
 * rank is, but the last three from the far end ("second highest of eleven" for the tenth lowest). Null
 * without a rank. Says nothing of good or bad.
 */
export function positionPhrase(row: Comparison, polarity: Polarity): string | null {
  if (row.rank === null || row.rank_of === null || row.rank_of < 2 || polarity === "none") return null;
  const tied = row.rank_tied ?? 0;
  const fromTop = row.rank;
  const fromBottom = row.rank_of - row.rank - tied + 1;
  if (tied === row.rank_of - 1) {
    const all =
      tied === 1 ? "the one neighbour that has" : tied === 2 ? "both neighbours that have" : `all ${numberWord(tied)} neighbours that have`;
    return tied === 10 ? "level with all ten neighbours" : `level with ${all} a figure`;
  }
  const nearTop = fromBottom > 3 || fromTop <= fromBottom;
  const best = polarity === "high" ? "highest" : "lowest";
  const worst = polarity === "high" ? "lowest" : "highest";
  const place = nearTop ? fromTop : fromBottom;
  const end = nearTop ? best : worst;
  const ordinal = place === 1 ? "" : `${ordinalWord(place)} `;
  return `${tied > 0 ? "joint " : ""}${ordinal}${end} of ${groupWord(row.rank_of)}`;
}

/** "the second highest of eleven", "joint fourth of eleven" and "level with …" as they are. */
export function withThe(standing: string): string {
  return /^(?:joint|level|above|below|within)/.test(standing) ? standing : `the ${standing}`;
}

/** "joint fourth of eleven"; null without a rank. */
export function rankPhrase(row: Comparison): string | null {
  return row.rank === null || row.rank_of === null ? null : formatRankOf(row.rank, row.rank_of, row.rank_tied);
}

/** Where the value lies against the neighbours' lowest and highest; null when they have none. */
export function rangePhrase(row: Comparison, indicator: Indicator): string | null {
  const { value, neighbour_min: min, neighbour_max: max, neighbours_with_value: having } = row;
  if (value === null || min === null || max === null || !having) return null;
  const all =
    having === 1
      ? "the one neighbour with a figure"
      : having === 10
        ? "all ten neighbours"
        : `all ${numberWord(having)} neighbours with a figure`;
  if (value > max) return `above ${all}`;
  if (value < min) return `below ${all}`;
  return `within the neighbours’ range of ${formatValue(min, indicator)} to ${formatValue(max, indicator)}`;
}

/**
 * "in England’s second-highest quarter", by value and not by merit. Null without a band, and where so many
 * authorities tie that the band is two or more from the place: 100% is not in anybody's lower half.
 */
export function quarterPhrase(row: Comparison): string | null {
  const band = "ABCD".indexOf(row.england_quartile);
  if (row.england_quartile === "" || band < 0) return null;
  if (row.england_rank !== null && row.england_rank_of !== null) {
    const byRank = Math.ceil((4 * row.england_rank) / row.england_rank_of) - 1;
    if (Math.abs(byRank - band) > 1 || (row.england_rank === 1 && band > 0)) return null;
  }
  const place = row.polarity === "high" ? 3 - band : band;
  return quarterByValue(place);
}

/** "in England’s second-highest quarter" for a quarter by value, 0 lowest to 3 highest; null for any other number. */
export function quarterByValue(quarter: number): string | null {
  const name = ["lowest", "second-lowest", "second-highest", "highest"][quarter];
  return name === undefined ? null : `in England’s ${name} quarter`;
}

const symbolClauses: Readonly<Record<string, string>> = {
  c: "is withheld to protect confidentiality",
  k: "rounds to zero but is not zero",
  low: "rounds to zero but is not zero",
  u: "is not shown because it is unreliable",
  x: "is not available",
  z: "does not apply",
};

/** Why there is no value: "is withheld to protect confidentiality ([c])"; null for a row that has one. */
export function missingClause(row: Pick<Comparison, "value" | "symbol">): string | null {
  if (row.value !== null) return null;
  const clause = symbolClauses[row.symbol];
  return clause ? `${clause} ([${row.symbol}])` : "was not found";
}

/** Why no verdict is given on a value that exists. */
export function untestedReason(indicator: Indicator, row: Comparison): string {
  if (row.neighbour_mean === null) return "no neighbour has a figure";
  if (indicator.unit === "score" || indicator.unit === "cases") return "an average comes without the spread that a test needs";
  if (indicator.unit === "count") return "numbers of people depend on the size of the area";
  return "the source gives no counts";
}

/** Why a change that exists was not tested. */
export function untestedChangeReason(indicator: Indicator, row: Comparison): string {
  if (row.numerator === null || row.denominator === null || indicator.unit !== "percent") return untestedReason(indicator, row);
  if (row.previous_numerator === null || row.previous_denominator === null) return "the counts of the year before are not published";
  return `both years stand at ${formatValue(row.value, indicator)}`;
}

/** "In 2024/25, " at the start of a sentence; "" when the period is not known. */
export function periodOpening(period: string): string {
  const words = inPeriod(period);
  return words === "" ? "" : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}, `;
}

/** "the neighbour mean is 15.4, the East of England 14.9 and England 14.9"; "" when there are none. Totals have only the mean. */
export function comparatorValues(row: Comparison, indicator: Indicator): string {
  const total = indicator.unit === "count";
  const figures = [
    row.neighbour_mean === null ? null : { name: "the neighbour mean", value: formatMean(row.neighbour_mean, indicator) },
    row.region_value === null || row.region === "" || total
      ? null
      : { name: regionName(row.region), value: formatValue(row.region_value, indicator) },
    row.england_value === null || total ? null : { name: "England", value: formatValue(row.england_value, indicator) },
  ].filter((figure) => figure !== null);
  return joinList(figures.map(({ name, value }, i) => `${name} ${i === 0 ? "is " : ""}${value}`));
}

/** "Leeds and its ten statistical neighbours"; the name alone where no neighbour has a figure. */
export function withNeighbours(row: Pick<Comparison, "authority" | "neighbours_with_value">): string {
  return (row.neighbours_with_value ?? 0) === 0 ? row.authority : `${row.authority} and its ten statistical neighbours`;
}
