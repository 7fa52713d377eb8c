import type { CsvProblem, CsvTable } from "../../core/csv.ts";
import type { AuthorityRegister } from "../../model/authority-register.ts";
import { reportingYear } from "../../model/period.ts";
import { officialSeriesId } from "../../model/series-id.ts";
import type { SeriesRow } from "../../model/series.ts";
import { releaseOf, type Publication } from "../../model/source.ts";
import { endYear, foldFilter, parseFigure, type Figure } from "./release-cells.ts";
import type { Feed } from "./release-columns.ts";
import { placesOf, type PlaceCells, type PlaceNotes } from "./release-places.ts";

type Cell = (column: string) => string;
type Filter = readonly (readonly [column: string, value: string])[];
type Draft = { row: SeriesRow; publication: Publication; line: number; joint: boolean };

/**
 * Series rows of a whole release. Denominators may be separate rows, so all rows are looked through for
 * them first. `newest` holds the last year of each publication, by which its release is named.
 */
export function readReleaseRows(
  name: string,
  table: CsvTable,
  feeds: readonly Feed[],
  register: AuthorityRegister,
  notes: PlaceNotes,
): { rows: SeriesRow[]; newest: Map<Publication, number>; problems: CsvProblem[] } {
  const problems: CsvProblem[] = [];
  const columns = new Map(table.header.map((column, i) => [column, i]));
  const cellsOf = (cells: readonly string[]): Cell => (column) => cells[columns.get(column) ?? -1] ?? "";
  const prepared = feeds.map((feed) => ({ ...feed, filter: filterOf(feed.source.where) }));
  const bases = readBases(table, feeds, cellsOf);
  const drafts = new Map<string, Draft>();
  const newest = new Map<Publication, number>();
  for (const { line, cells } of table.rows) {
    const cell = cellsOf(cells);
    const matched = prepared.filter(({ filter }) => passes(filter, cell));
    if (matched.length === 0) continue;
    const fault = (column: string, message: string): void => { problems.push({ line, column, message }); };
    const year = endYear(cell("time_period"));
    const places = placesOf(placeCells(cell), register, notes);
    if (year === null) fault("time_period", `expected a year such as 2025 or 202425, found "${cell("time_period")}"`);
    if (places === null) fault("old_la_code", `expected a DfE number of three digits beside a place, found "${cell("old_la_code")}"`);
    if (year === null || places === null) continue;
    const joint = places.length > 1;
    for (const { indicator, source } of matched) {
      const figures = figuresOf(source, cell, bases, fault);
      if (!figures) continue;
      const { value, numerator, denominator } = figures;
      const [low, high] = indicator.range;
      if (value.value !== null && (value.value < low || value.value > high)) {
        fault(source.value, `expected ${low} to ${high} for ${indicator.id}, found ${value.value}`);
        continue;
      }
      newest.set(source.publication, Math.max(year, newest.get(source.publication) ?? 0));
      for (const place of places) {
        const key = `${indicator.id}|${source.breakdown}|${place.authority_code}|${year}`;
        const earlier = drafts.get(key);
        if (earlier && earlier.joint === joint) fault("", `the same figure stands on line ${earlier.line}`);
        // An authority's own return stands before one that it shares with others.
        if (earlier && (earlier.joint === joint || joint)) continue;
        const period = periodOf(source.publication, year);
        const row: SeriesRow = {
          series_id: officialSeriesId({ ...place, ...period, indicator: indicator.id, breakdown: source.breakdown }),
          ...place,
          indicator: indicator.id,
          breakdown: source.breakdown,
          ...period,
          value: value.value,
          // The counts of a joint return are those of several authorities together.
          numerator: joint ? null : numerator,
          denominator: joint ? null : denominator,
          symbol: value.symbol,
          unit: indicator.unit,
          qualifier: "exact",
          origin: "official",
          source: "",
          source_line: `${name}:${line}`,
        };
        drafts.set(key, { row, publication: source.publication, line, joint });
      }
    }
  }
  const rows = [...drafts.values()].map(({ row, publication }) =>
    ({ ...row, source: releaseOf(publication, newest.get(publication) ?? 0).source }));
  return { rows, newest, problems };
}

const folded = new Map<string, string>();

/** Filter values repeat by the thousand, so each is folded once. */
function fold(text: string): string {
  let known = folded.get(text);
  if (known === undefined) folded.set(text, (known = foldFilter(text)));
  return known;
}

const filterOf = (where: Readonly<Record<string, string>>): Filter => Object.entries(where).map(([column, value]) => [column, foldFilter(value)]);

const passes = (filter: Filter, cell: Cell): boolean => filter.every(([column, value]) => fold(cell(column)) === value);

/** Where a row stands, as the file prints it. */
const rowPlace = (cell: Cell): string =>
  [cell("time_period"), cell("geographic_level"), cell("region_code"), cell("old_la_code"), cell("new_la_code")].join("|");

type Bases = Map<string, Figure>;
const baseKey = (column: string, where: Readonly<Record<string, string>>): string => JSON.stringify([column, where]);

/** Cells of the separate rows that hold denominators, by denominator and place. */
function readBases(table: CsvTable, feeds: readonly Feed[], cellsOf: (cells: readonly string[]) => Cell): Bases {
  const wanted = new Map<string, { column: string; filter: Filter }>();
  for (const { source: { denominator } } of feeds) {
    if (!denominator || typeof denominator === "string") continue;
    const { column, where } = denominator;
    wanted.set(baseKey(column, where), { column, filter: filterOf(where) });
  }
  const bases: Bases = new Map();
  for (const { cells } of table.rows) {
    const cell = cellsOf(cells);
    for (const [key, { column, filter }] of wanted) {
      const figure = passes(filter, cell) ? parseFigure(cell(column)) : null;
      if (figure) bases.set(`${key}|${rowPlace(cell)}`, figure);
    }
  }
  return bases;
}

/** Value and counts of one row; null when a cell is neither a number nor a symbol, which `fault` is told. */
function figuresOf(
  source: Feed["source"],
  cell: Cell,
  bases: Bases,
  fault: (column: string, message: string) => void,
): { value: Figure; numerator: number | null; denominator: number | null } | null {
  const read = (column: string): Figure | null => {
    const figure = parseFigure(cell(column));
    if (!figure) fault(column, `expected a number or one of the symbols c, k, low, u, x and z, found ${cell(column) === "" ? "an empty cell" : `"${cell(column)}"`}`);
    return figure;
  };
  const none: Figure = { value: null, symbol: "" };
  const { denominator } = source;
  const value = read(source.value);
  const top = source.numerator === undefined ? none : read(source.numerator);
  const base = denominator === undefined ? none
    : typeof denominator === "string" ? read(denominator)
    : bases.get(`${baseKey(denominator.column, denominator.where)}|${rowPlace(cell)}`) ?? none;
  return value && top && base && { value, numerator: top.value, denominator: base.value };
}

const placeCells = (cell: Cell): PlaceCells => ({
  geographic_level: cell("geographic_level"),
  country_code: cell("country_code"), country_name: cell("country_name"),
  region_code: cell("region_code"), region_name: cell("region_name"),
  old_la_code: cell("old_la_code"), new_la_code: cell("new_la_code"), la_name: cell("la_name"),
});

function periodOf({ yearEnd }: Publication, year: number): { period: string; period_end: string } {
  const end = `${year}-${yearEnd}`;
  return { period: yearEnd === "03-31" ? reportingYear(year) : `at ${end}`, period_end: end };
}
