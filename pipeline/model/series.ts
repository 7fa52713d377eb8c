import { date, defineTable, number, oneOf, text, type RowOf } from "../core/table-schema.ts";

/** DfE symbols: confidential, rounds to zero, low reliability, not available, not applicable. */
export const symbols = ["", "c", "k", "low", "u", "x", "z"] as const;
export type DataSymbol = (typeof symbols)[number];

/** One value of one place at one period: official, quoted in a document, or an authority's own. */
export const series = defineTable({
  name: "series",
  description: "Values over time, from releases, documents and authorities' own files, in one table",
  key: ["indicator", "breakdown", "authority_code", "period_end", "origin", "series_id"],
  fields: {
    series_id: text("Stable id of this value"),
    authority_code: text("ONS code of the authority, region or country"),
    authority: text("Its name"),
    level: oneOf(["local_authority", "region", "country"], "Kind of place"),
    indicator: text("Indicator id"),
    breakdown: text("Part of the whole; empty for the whole"),
    period: text("Period, as in observations"),
    period_end: date("Last day of the period"),
    value: number("Value as published; null when a symbol stands in its place"),
    numerator: number("Count behind it; null when not published"),
    denominator: number("Base of it; null when not published"),
    symbol: oneOf(symbols, "Why there is no value"),
    unit: text("Unit of the value"),
    qualifier: text("exact, or how a document qualified it"),
    origin: oneOf(["official", "document", "local"], "Where the value comes from; local is provisional"),
    source: text("Source id of a release, or the file name of a document or local file"),
    source_line: text("Line of the file for releases and local files; observation id for documents"),
  },
});
export type SeriesRow = RowOf<typeof series>;
