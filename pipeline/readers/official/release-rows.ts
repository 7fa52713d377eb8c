import type { CsvProblem, CsvTable } from "../../core/csv.ts";
import type { AuthorityRegister } from "../../model/authority-register.ts";
import type { OfficialSource } from "../../model/indicator.ts";
import { reportingYear } from "../../model/period.ts";
import { officialSeriesId } from "../../model/series-id.ts";
import type { SeriesRow } from "../../model/series.ts";
import { releaseOf, type Publication } from "../../model/source.ts";
import { readBases, type Bases } from "./release-bases.ts";
import { endYear, parseFigure, type Figure } from "./release-cells.ts";
import type { Feed } from "./release-columns.ts";
import { filtersOf, type Cell } from "./release-filters.ts";
import { placeColumn, placesOf, type Place, type PlaceNotes } from "./release-places.ts";

type ReleaseRows = {
  rows: SeriesRow[];
  /** The last year of each publication, by which its release is named. */
  newest: Map<Publication, number>;
  /** Rows that hold the bases of percentages and that the file does not have. */
  basesAbsent: string[];
  problems: CsvProblem[];
};

type Fault = (column: string, message: string) => void;
type Draft = { row: SeriesRow; publication: Publication; line: number; joint: boolean };

/**
 * Series rows of a whole release, in the order of the file. An authority's own return stands before one
 * that it shares with others, whichever comes first.
 */
export function readReleaseRows(
  name: string,
  table: CsvTable,
  feeds: readonly Feed[],
  register: AuthorityRegister,
  notes: PlaceNotes,
): ReleaseRows {
  const problems: CsvProblem[] = [];
  const filters = filtersOf(table.header);
  const bases = readBases(table, feeds, filters, problems);
  const drafts = new Map<string, Draft>();
  const newest = new Map<Publication, number>();
  const used = new Set<OfficialSource>();
  for (const { line, cells } of table.rows) {
    const cell = filters.cellsOf(cells);
    const matched = feeds.filter(({ source }) => filters.picks(source.where, cell));
    if (matched.length === 0) continue;
    const fault: Fault = (column, message) => {
      problems.push({ line, column, message });
    };
    const where = placeAndYear(cell, register, notes, fault);
    if (!where) continue;
    const { places, year } = where;
    const joint = places.length > 1;
    for (const feed of matched) {
      const figures = figuresOf(feed, cell, bases, fault);
      if (!figures) continue;
      const { publication } = feed.source;
      used.add(feed.source);
      newest.set(publication, Math.max(year, newest.get(publication) ?? 0));
      for (const place of places) {
        const row = seriesRow(feed, place, year, figures, joint, `${name}:${line}`);
        const earlier = drafts.get(row.series_id);
        if (earlier && earlier.joint === joint) fault("", `the same figure stands on line ${earlier.line}`);
        else if (!earlier || earlier.joint) drafts.set(row.series_id, { row, publication, line, joint });
      }
    }
  }
  const rows = [...drafts.values()].map(({ row, publication }) => ({
    ...row,
    source: releaseOf(publication, newest.get(publication) ?? 0).source,
  }));
  const basesAbsent = [...new Set([...used].flatMap((source) => bases.absent(source) ?? []))];
  return { rows, newest, basesAbsent, problems };
}

function placeAndYear(cell: Cell, register: AuthorityRegister, notes: PlaceNotes, fault: Fault): { places: Place[]; year: number } | null {
  const year = endYear(cell("time_period"));
  const places = placesOf(cell, register, notes);
  if (year === null) fault("time_period", `expected a year such as 2025 or 202425, found "${cell("time_period")}"`);
  if (places === null) {
    const column = placeColumn(cell);
    const expected = column === "old_la_code" ? "a DfE number of three digits beside a place" : "a code";
    fault(column, `expected ${expected}, found "${cell(column)}"`);
  }
  return year === null || places === null ? null : { places, year };
}

type Figures = { value: Figure; numerator: number | null; denominator: number | null };

/** Value and counts of one row; null when a cell is neither a number nor a symbol, or the value cannot be, which `fault` is told. */
function figuresOf({ indicator, source }: Feed, cell: Cell, bases: Bases, fault: Fault): Figures | null {
  const read = (column: string): Figure | null => {
    const figure = parseFigure(cell(column));
    const found = cell(column) === "" ? "an empty cell" : `"${cell(column)}"`;
    if (!figure) fault(column, `expected a number or one of the symbols c, k, low, u, x and z, found ${found}`);
    return figure;
  };
  const { denominator } = source;
  const value = read(source.value);
  const top = source.numerator === undefined ? null : read(source.numerator);
  const base = typeof denominator === "string" ? read(denominator) : null;
  if (!value || (source.numerator !== undefined && !top) || (typeof denominator === "string" && !base)) return null;
  const [low, high] = indicator.range;
  if (value.value !== null && (value.value < low || value.value > high)) {
    fault(source.value, `expected ${low} to ${high} for ${indicator.id}, found ${value.value}`);
    return null;
  }
  return { value, numerator: top?.value ?? null, denominator: base ? base.value : bases.of(source, cell) };
}

function seriesRow({ indicator, source }: Feed, place: Place, year: number, figures: Figures, joint: boolean, line: string): SeriesRow {
  const { value, numerator, denominator } = figures;
  const about = { ...place, indicator: indicator.id, breakdown: source.breakdown, ...periodOf(source.publication, year) };
  return {
    series_id: officialSeriesId(about),
    ...about,
    value: value.value,
    // The counts of a joint return are those of several authorities together.
    numerator: joint ? null : numerator,
    denominator: joint ? null : denominator,
    symbol: value.symbol,
    unit: indicator.unit,
    qualifier: "exact",
    origin: "official",
    source: "",
    source_line: line,
  };
}

function periodOf({ yearEnd }: Publication, year: number): { period: string; period_end: string } {
  const end = `${year}-${yearEnd}`;
  return { period: yearEnd === "03-31" ? reportingYear(year) : `at ${end}`, period_end: end };
}
