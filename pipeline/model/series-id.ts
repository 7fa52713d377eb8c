import type { SeriesRow } from "./series.ts";

/** Identifies what a value is about: the same for an official figure and a document's that should agree. */
export function pointKey(row: Pick<SeriesRow, "indicator" | "breakdown" | "authority_code" | "period">): string {
  return `${row.indicator}|${row.breakdown}|${row.authority_code}|${row.period}`;
}

/** Lower-case letters, digits and hyphens, for ids that people type. */
export function idPart(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9._]+/g, "-").replace(/^-+|-+$/g, "");
}

/** Stable and readable: s-e06000056-health.immunisations-2025-03-31-official. */
export function officialSeriesId(row: Pick<SeriesRow, "indicator" | "breakdown" | "authority_code" | "period_end">): string {
  return ["s", row.authority_code, row.indicator, row.breakdown, row.period_end, "official"].map(idPart).filter(Boolean).join("-");
}
