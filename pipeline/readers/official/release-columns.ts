import type { Indicator, OfficialSource } from "../../model/indicator.ts";

/** Columns that every Explore education statistics file has; filters and values follow them. */
const placeColumns = [
  "time_period",
  "geographic_level",
  "country_code",
  "country_name",
  "region_code",
  "region_name",
  "old_la_code",
  "la_name",
  "new_la_code",
] as const;

/** One declared source of one indicator. */
export type Feed = { indicator: Indicator; source: OfficialSource };

/** What the columns of a file say of it. */
type Recognised =
  | { kind: "feeds"; feeds: Feed[] }
  /** It is clearly a release that indicators use, but lacks these columns. */
  | { kind: "lacks"; columns: string[] }
  /** A release that no indicator uses. */
  | { kind: "unused" }
  /** The list of columns that a release is downloaded with. */
  | { kind: "metadata" }
  | { kind: "other" };

/** Filters and values that a source needs beside the place columns. */
function sourceColumns(source: OfficialSource): string[] {
  const columns = [...Object.keys(source.where), source.value];
  if (source.numerator !== undefined) columns.push(source.numerator);
  if (typeof source.denominator === "string") columns.push(source.denominator);
  else if (source.denominator) columns.push(...Object.keys(source.denominator.where), source.denominator.column);
  return [...new Set(columns)];
}

/** Sources of one publication that filter by the same columns stand in files of one kind. */
function kinds(indicators: readonly Indicator[]): { feeds: Feed[]; columns: Set<string> }[] {
  const found = new Map<string, { feeds: Feed[]; columns: Set<string> }>();
  for (const indicator of indicators) {
    for (const source of indicator.official) {
      const key = [source.publication.id, ...Object.keys(source.where).sort()].join("|");
      const kind = found.get(key) ?? { feeds: [], columns: new Set() };
      found.set(key, kind);
      kind.feeds.push({ indicator, source });
      for (const column of sourceColumns(source)) kind.columns.add(column);
    }
  }
  return [...found.values()];
}

/**
 * Recognises a release by its columns, whatever the file is called. A file that lacks fewer than half of
 * the columns of one kind is taken for a damaged file of that kind, so that it is refused and not passed by.
 */
export function recogniseRelease(header: readonly string[], indicators: readonly Indicator[]): Recognised {
  const has = new Set(header);
  if (has.has("col_name") && has.has("col_type")) return { kind: "metadata" };
  const missingPlaces = placeColumns.filter((column) => !has.has(column));
  if (missingPlaces.length * 2 >= placeColumns.length) return { kind: "other" };
  const judged = kinds(indicators).map(({ feeds, columns }) => ({
    feeds,
    absent: [...columns].filter((column) => !has.has(column)),
    size: columns.size,
  }));
  const whole = judged.filter(({ absent }) => absent.length === 0).flatMap(({ feeds }) => feeds);
  if (whole.length > 0) return missingPlaces.length === 0 ? { kind: "feeds", feeds: whole } : { kind: "lacks", columns: missingPlaces };
  const near = judged.find(({ absent, size }) => absent.length * 2 < size);
  if (near) return { kind: "lacks", columns: [...missingPlaces, ...near.absent] };
  return missingPlaces.length === 0 ? { kind: "unused" } : { kind: "other" };
}
