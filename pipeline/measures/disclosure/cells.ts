import type { Indicator } from "../../model/indicator.ts";
import { parsePeriod } from "../../model/period.ts";
import type { SeriesRow } from "../../model/series.ts";

/** Counts of children from 1 to this are not shown in public; 0 and higher counts are. */
export const largestSmallCount = 5;
export const isSmallCount = (count: number | null): boolean => count !== null && count >= 1 && count <= largestSmallCount;

/**
 * One count of children and its base, whatever rows state it (a count and a percentage on it are one
 * cell). `count` and `base` are worked out from the value where the file gives only one of them; null
 * when neither is known. Published cells are their owners' and are never withheld.
 */
export type Cell = {
  readonly rows: readonly SeriesRow[];
  readonly own: boolean;
  readonly authority: string;
  readonly indicator: string;
  readonly breakdown: string;
  readonly start: string;
  readonly end: string;
  readonly count: number | null;
  readonly base: number | null;
  withheld: boolean;
  baseWithheld: boolean;
};

const measureOf = ({ authority_code, indicator, breakdown }: SeriesRow): string => [authority_code, indicator, breakdown].join("|");

/** The cells of an authority's own rows and of the published rows of the same authorities. */
export function cellsOf(rows: readonly SeriesRow[], indicators: readonly Indicator[]): Cell[] {
  const authorities = new Set(rows.filter((row) => row.origin === "local").map((row) => row.authority_code));
  const near = rows.filter((row) => authorities.has(row.authority_code) && row.value !== null);
  const people = new Map(indicators.map((indicator) => [indicator.id, indicator.people]));
  const withBase = Map.groupBy(
    near.filter((row) => baseOf(row) !== null),
    (row) => [measureOf(row), row.period_end].join("|"),
  );
  const wholes = Map.groupBy(
    near.filter((row) => row.unit === "count" && row.breakdown === ""),
    (row) => placeOf(row, people),
  );
  const counts = Map.groupBy(
    near.filter((row) => row.unit === "count"),
    (row) => [measureOf(row), row.period_end].join("|"),
  );
  const populations = Map.groupBy(
    near.filter((row) => populationOf(row) !== null),
    measureOf,
  );
  return [...Map.groupBy(near, (row) => [row.origin === "local", measureOf(row), row.period].join("|")).values()].flatMap((same) => {
    const first = same[0];
    if (!first) return [];
    const known = { count: firstOf(same, countOf), base: firstOf(same, baseOf) };
    const around = [
      ...(withBase.get([measureOf(first), first.period_end].join("|")) ?? []).map((row) => baseOf(row) ?? 0),
      ...(wholes.get(placeOf(first, people)) ?? []).map((row) => row.value ?? 0),
    ];
    const beside =
      counts.get([measureOf({ ...first, indicator: first.indicator.replace(/\.rate_per_10k$/, ".count") }), first.period_end].join("|")) ??
      [];
    const alone = known.count === null && known.base === null;
    const counted = alone
      ? (smallShare(first, around) ?? smallRate(first, beside, populations.get(measureOf(first)) ?? []) ?? known)
      : known;
    const span = parsePeriod(first.period);
    return [
      {
        rows: same,
        own: first.origin === "local",
        authority: first.authority_code,
        indicator: first.indicator,
        breakdown: first.breakdown,
        start: span?.start ?? first.period_end,
        end: span?.end ?? first.period_end,
        ...counted,
        withheld: false,
        baseWithheld: false,
      },
    ];
  });
}

const placeOf = (row: SeriesRow, people: ReadonlyMap<string, string>): string =>
  [row.authority_code, row.period_end, people.get(row.indicator) ?? ""].join("|");

function firstOf(rows: readonly SeriesRow[], take: (row: SeriesRow) => number | null): number | null {
  for (const row of rows) {
    const found = take(row);
    if (found !== null) return found;
  }
  return null;
}

function countOf({ unit, value, numerator, denominator }: SeriesRow): number | null {
  if (unit === "count") return value;
  if (numerator !== null || unit !== "percent" || value === null || denominator === null) return numerator;
  return Math.round((value * denominator) / 100);
}

function baseOf({ unit, value, numerator, denominator }: SeriesRow): number | null {
  if (denominator !== null || unit !== "percent" || value === null || value <= 0 || numerator === null) return denominator;
  return Math.round((numerator * 100) / value);
}

/**
 * The small count behind a percentage given without counts, on a base that stands beside it: that of the same
 * figure published, or the number of all such people. Null where it has none.
 */
function smallShare(row: SeriesRow, bases: readonly number[]): { count: number; base: number } | null {
  if (row.unit !== "percent" || row.value === null) return null;
  for (const base of bases) {
    const count = Math.round((row.value * base) / 100);
    if ((isSmallCount(count) || isSmallCount(base - count)) && shows(row.value, count, base)) return { count, base };
  }
  return null;
}

/** The child population behind a rate per 10,000 that is given with its count. */
const populationOf = ({ unit, value, numerator }: SeriesRow): number | null =>
  unit === "rate_per_10k" && numerator !== null && value !== null && value > 0 ? (numerator * 10_000) / value : null;

/**
 * The small count behind a rate per 10,000 given alone: the number itself where that stands beside it, else what the
 * rate makes of a population that another year's rate gives away. Null where it has none.
 */
function smallRate(
  { unit, value }: SeriesRow,
  beside: readonly SeriesRow[],
  others: readonly SeriesRow[],
): { count: number; base: null } | null {
  if (unit !== "rate_per_10k" || value === null) return null;
  const counts = [...beside.map((row) => row.value ?? 0), ...others.map((row) => Math.round((value * (populationOf(row) ?? 0)) / 10_000))];
  const count = counts.find(isSmallCount);
  return count === undefined ? null : { count, base: null };
}

/** Whether a count on a base rounds to the percentage, at the decimals that it is given with. */
export function shows(percent: number, count: number, base: number): boolean {
  const decimals = Math.min(6, (String(percent).split(".")[1] ?? "").length);
  return Math.abs((count / base) * 100 - percent) <= 0.5 * 10 ** -decimals + 1e-9;
}
