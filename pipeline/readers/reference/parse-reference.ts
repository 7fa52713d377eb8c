import { parseTable, type CsvProblem } from "../../core/csv.ts";
import { defineTable, date, number, oneOf, text, type RowOf, type TableSchema, type Fields } from "../../core/table-schema.ts";
import { authorities, type Authority } from "../../model/authority.ts";
import type { Finding } from "../../model/finding.ts";
import type { Indicator } from "../../model/indicator.ts";
import { neighbours, type Neighbour } from "../../model/neighbour.ts";
import { officialSeriesId, pointKey } from "../../model/series-id.ts";
import { symbols, type SeriesRow } from "../../model/series.ts";
import { sources, type Source } from "../../model/source.ts";
import { lineFindings } from "../../model/file-findings.ts";

/** Columns of data/reference/official_statistics.csv: a series without what can be looked up. */
const officialStatistics = defineTable({
  name: "official_statistics",
  description: "Published figures that ship with the project",
  key: ["indicator", "breakdown", "authority_code", "period_end"],
  fields: {
    indicator: text("Indicator id"),
    breakdown: text("Part of the whole; empty for the whole"),
    authority_code: text("ONS code of the authority, region or country"),
    authority: text("Its name"),
    level: oneOf(["local_authority", "region", "country"], "Kind of place"),
    period: text("Period"),
    period_end: date("Last day of the period"),
    value: number("Value as published"),
    numerator: number("Count behind it"),
    denominator: number("Base of it"),
    symbol: oneOf(symbols, "Why there is no value"),
    source: text("Source id"),
  },
});

type Parsed<T> = { rows: T[]; findings: Finding[] };

function parseWhole<F extends Fields>(schema: TableSchema<F>, name: string, content: string): Parsed<RowOf<TableSchema<F>>> {
  const { rows, problems } = parseTable(schema, content);
  return { rows, findings: lineFindings(name, problems) };
}

export const parseAuthorities = (name: string, content: string): Parsed<Authority> => parseWhole(authorities, name, content);
export const parseNeighbours = (name: string, content: string): Parsed<Neighbour> => parseWhole(neighbours, name, content);
export const parseSources = (name: string, content: string): Parsed<Source> => parseWhole(sources, name, content);

/**
 * Reads the shipped figures into series rows of origin official, one to a line of the file. Lines of an
 * indicator that nothing declares, lines with both a value and a symbol or neither, and second lines for
 * one point are findings and left out.
 */
export function parseOfficialStatistics(name: string, content: string, indicators: readonly Indicator[]): Parsed<SeriesRow> {
  const { rows: lines, lines: numbers, problems } = parseTable(officialStatistics, content);
  const declared = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const seen = new Map<string, number>();
  const faults: CsvProblem[] = [...problems];
  const rows: SeriesRow[] = [];
  lines.forEach((row, i) => {
    const line = numbers[i] ?? 0;
    const refuse = (column: string, message: string): void => {
      faults.push({ line, column, message });
    };
    const unit = declared.get(row.indicator)?.unit;
    const first = seen.get(pointKey(row));
    if (!unit) return refuse("indicator", `no indicator is declared as "${row.indicator}"`);
    if (first !== undefined) return refuse("", `the same figure stands on line ${first}`);
    if ((row.value === null) === (row.symbol === "")) return refuse("value", "expected either a value or a symbol");
    seen.set(pointKey(row), line);
    rows.push({ ...row, series_id: officialSeriesId(row), unit, qualifier: "exact", origin: "official", source_line: `${name}:${line}` });
  });
  return { rows, findings: lineFindings(name, faults) };
}
