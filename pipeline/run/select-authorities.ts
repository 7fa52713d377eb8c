import { didYouMean } from "../core/suggest.ts";
import { nameKey, type Authority } from "../model/authority.ts";
import type { DocumentRow } from "../model/document.ts";
import type { SeriesRow } from "../model/series.ts";

export type Selection = { authorities: Authority[]; errors: string[] };

function find(wanted: string, register: readonly Authority[]): Authority[] {
  const key = nameKey(wanted);
  return register.filter((row) => row.authority_code.toLowerCase() === key || row.dfe_code === key || nameKey(row.authority) === key);
}

/**
 * The authorities to build for: those named, all with official figures, or those the documents are about.
 * A name that fits none is an error with the nearest ones.
 */
export function selectAuthorities(
  asked: { authorities: readonly string[]; allAuthorities: boolean },
  tables: { authorities: readonly Authority[]; documents: readonly DocumentRow[]; series: readonly SeriesRow[] },
): Selection {
  const errors: string[] = [];
  const chosen = new Map<string, Authority>();
  if (asked.allAuthorities) {
    const present = withNewestFigures(tables.series);
    for (const row of tables.authorities) if (present.has(row.authority_code)) chosen.set(row.authority_code, row);
  } else if (asked.authorities.length > 0) {
    for (const wanted of asked.authorities) {
      const found = find(wanted, tables.authorities);
      // An abolished authority can share its name with its successor; the one with the later figures is meant.
      const newest = found.sort((a, b) => (b.last_year ?? 0) - (a.last_year ?? 0))[0];
      if (newest) chosen.set(newest.authority_code, newest);
      else
        errors.push(
          `No authority is called "${wanted}".${didYouMean(
            wanted,
            tables.authorities.map((row) => row.authority),
          )}`,
        );
    }
  } else {
    const about = new Set(tables.documents.map((row) => row.authority_code));
    for (const row of tables.authorities) if (about.has(row.authority_code)) chosen.set(row.authority_code, row);
  }
  const authorities = [...chosen.values()].sort((a, b) => (a.authority < b.authority ? -1 : 1));
  return { authorities, errors };
}

/**
 * Authorities with an official figure, or a symbol other than "not applicable", in the newest period of
 * some indicator: an abolished authority has figures too, but no panel that could read them.
 */
function withNewestFigures(series: readonly SeriesRow[]): Set<string> {
  const official = series.filter((row) => row.level === "local_authority" && row.origin === "official" && row.symbol !== "z");
  const newest = new Map<string, string>();
  for (const row of official) if (row.period_end > (newest.get(row.indicator) ?? "")) newest.set(row.indicator, row.period_end);
  return new Set(official.filter((row) => row.period_end === newest.get(row.indicator)).map((row) => row.authority_code));
}
