import type { SeriesRow } from "./series.ts";

/** Identifies what a value is about: the same for an official figure and a document's that should agree. */
export function pointKey(row: Pick<SeriesRow, "indicator" | "breakdown" | "authority_code" | "period">): string {
  return `${row.indicator}|${row.breakdown}|${row.authority_code}|${row.period}`;
}

/** Parts as one id that people can type: lower-case letters, digits, dots, underscores and hyphens; empty parts are left out. */
export function idOf(...parts: readonly string[]): string {
  return parts
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Stable and readable: s-e06000056-health.immunisations-2025-03-31-official. */
export function officialSeriesId(row: Pick<SeriesRow, "indicator" | "breakdown" | "authority_code" | "period_end">): string {
  return idOf("s", row.authority_code, row.indicator, row.breakdown, row.period_end, "official");
}
