import type { Observation } from "../model/observation.ts";
import type { SeriesRow } from "../model/series.ts";

type OfficialMatch = {
  official: SeriesRow;
  /** Document less official, in the unit. */
  difference: number;
  /** Whether the two differ by more than rounding either of them explains. */
  differs: boolean;
};

/** Official figures by the place and time that a document's figure may share with them. */
type OfficialIndex = ReadonlyMap<string, readonly SeriesRow[]>;

const key = (authority: string, indicator: string, end: string): string => `${authority}|${indicator}|${end}`;

/** Index for matchOfficial, made once for many observations. Rows without a value are left out. */
export function indexOfficial(rows: readonly SeriesRow[]): OfficialIndex {
  const index = new Map<string, SeriesRow[]>();
  for (const row of rows) {
    if (row.origin !== "official" || row.value === null) continue;
    const at = key(row.authority_code, row.indicator, row.period_end);
    const found = index.get(at);
    if (found) found.push(row);
    else index.set(at, [row]);
  }
  return index;
}

/**
 * The published figure for what a document states of its own authority: the same authority, indicator and
 * period, and the same breakdown or, where the document names none, the only one published. "At 31 March
 * 2017" is the year that ends then; a quarter that ends then is not. A figure that a document qualifies
 * ("over 80%") is not matched. Null when nothing matches.
 */
export function matchOfficial(observation: Observation, index: OfficialIndex): OfficialMatch | null {
  const { value, authority_code, indicator, period, period_start, period_end, breakdown, unit, subject, qualifier } = observation;
  if (subject !== "local" || value === null || period_end === "" || qualifier !== "exact") return null;
  const aDay = period_start === period_end;
  const candidates = (index.get(key(authority_code, indicator, period_end)) ?? []).filter(
    (row) => row.unit === unit && (row.period === period || aDay),
  );
  const only = breakdown === "" && candidates.length === 1 ? candidates[0] : undefined;
  const official = candidates.find((row) => row.breakdown === breakdown) ?? only;
  if (!official || official.value === null) return null;
  const difference = Math.round((value - official.value) * 1e10) / 1e10;
  return { official, difference, differs: Math.abs(difference) > roundingOf(value, official.value) + 1e-9 };
}

/** Half a unit of the last digit of the coarser figure: 13.2 and 13.24 may be the same, 13.2 and 13.8 not. */
function roundingOf(a: number, b: number): number {
  const decimals = (value: number): number => (String(value).split(".")[1] ?? "").length;
  return 0.5 * 10 ** -Math.min(decimals(a), decimals(b));
}
