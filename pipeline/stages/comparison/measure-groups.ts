import { parsePeriod } from "../../model/period.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { SeriesRow } from "../../model/series.ts";

/** Official figures of one indicator, breakdown and period, by place. */
export type PeriodGroup = {
  period: string;
  periodEnd: string;
  authorities: Map<string, SeriesRow>;
  regions: Map<string, SeriesRow>;
  england: SeriesRow | undefined;
};

/** One indicator and breakdown: its periods in order of time. */
export type MeasureGroup = { indicator: Indicator; breakdown: string; periods: PeriodGroup[] };

/** Official rows by measure and period. Document and local rows are never compared, so they are not here. */
export function measureGroups(series: readonly SeriesRow[], indicators: readonly Indicator[]): MeasureGroup[] {
  const declared = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const measures = new Map<string, MeasureGroup>();
  const periods = new Map<string, PeriodGroup>();
  for (const row of series) {
    const indicator = declared.get(row.indicator);
    if (row.origin !== "official" || !indicator) continue;
    const measureKey = `${row.indicator}|${row.breakdown}`;
    let measure = measures.get(measureKey);
    if (!measure) measures.set(measureKey, (measure = { indicator, breakdown: row.breakdown, periods: [] }));
    const periodKey = `${measureKey}|${row.period}`;
    let period = periods.get(periodKey);
    if (!period) {
      period = { period: row.period, periodEnd: row.period_end, authorities: new Map(), regions: new Map(), england: undefined };
      periods.set(periodKey, period);
      measure.periods.push(period);
    }
    if (row.level === "local_authority") period.authorities.set(row.authority_code, row);
    else if (row.level === "region") period.regions.set(row.authority_code, row);
    else period.england = row;
  }
  for (const measure of measures.values())
    measure.periods.sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : a.periodEnd > b.periodEnd ? 1 : 0));
  return [...measures.values()];
}

/** Whether a new definition begins after the first date and no later than the second. */
function breakBetween(indicator: Indicator, from: string, to: string): boolean {
  return indicator.breaks.some((period) => {
    const end = parsePeriod(period)?.end ?? "";
    return end > from && end <= to;
  });
}

/** 2025-03-31 to 2024-03-31: the same day a year earlier, so that only like periods follow one another. */
function yearBefore(date: string): string {
  return `${String(Number(date.slice(0, 4)) - 1).padStart(4, "0")}${date.slice(4)}`;
}

/** The period a year before, unless a new definition stands between. */
export function previousPeriod(measure: MeasureGroup, current: PeriodGroup): PeriodGroup | undefined {
  const wanted = yearBefore(current.periodEnd);
  if (breakBetween(measure.indicator, wanted, current.periodEnd)) return undefined;
  return measure.periods.find((period) => period.periodEnd === wanted);
}

/** The given period and the four yearly ones before it, oldest first; null when one is missing or a break stands between. */
export function fiveYears(measure: MeasureGroup, current: PeriodGroup): PeriodGroup[] | null {
  const found = [current];
  for (let newest: PeriodGroup | undefined = current; found.length < 5; found.unshift(newest)) {
    newest = previousPeriod(measure, newest);
    if (!newest) return null;
  }
  return found;
}
