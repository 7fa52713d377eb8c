import type { CsvProblem, CsvTable } from "../../core/csv.ts";
import type { Feed } from "./release-columns.ts";
import { filtersOf, type Cell } from "./release-filters.ts";

/** Authorities come and go between years; a cut takes more than these away, or is of no account. */
const comeAndGo = 3;

/** How often each row that is alike in the first sense occurs, by what it is alike in the second. */
type Tally = Map<string, Map<string, number>>;

function count(tally: Tally, outer: string, inner: string): void {
  const counts = tally.get(outer) ?? new Map<string, number>();
  tally.set(outer, counts);
  counts.set(inner, (counts.get(inner) ?? 0) + 1);
}

/**
 * Signs that the end of a release is missing. As published, every line ends with a line feed, each place
 * of a period has as many rows, and each kind of row as many places as in other periods.
 */
export function cutOffProblems(text: string, table: CsvTable, feeds: readonly Feed[]): CsvProblem[] {
  const last = table.rows.at(-1);
  const problem = (line: number, message: string): CsvProblem[] => [{ line, column: "", message: `${message}: the file may be cut off` }];
  if (!last) return problem(2, "the file has a header and no rows");
  if (!/[\r\n]$/.test(text)) return problem(last.line, "the last line has no line end");

  const { cellsOf } = filtersOf(table.header);
  const filters = [...new Set(feeds.flatMap(({ source }) => Object.keys(source.where)))];
  const placeOf = (cell: Cell): string => ["geographic_level", "region_code", "old_la_code"].map(cell).join("|");
  const kindOf = (cell: Cell): string => filters.map(cell).join(", ");
  const rowsOfPlaces: Tally = new Map();
  const placesOfKinds: Tally = new Map();
  for (const { cells } of table.rows) {
    const cell = cellsOf(cells);
    count(rowsOfPlaces, cell("time_period"), placeOf(cell));
    count(placesOfKinds, kindOf(cell), cell("time_period"));
  }
  const cell = cellsOf(last.cells);
  const period = cell("time_period");

  const places = rowsOfPlaces.get(period) ?? new Map<string, number>();
  const rows = places.get(placeOf(cell)) ?? 0;
  const usualRows = Math.max(...places.values());
  if (rows < usualRows) return problem(last.line, `the last place of ${period} has ${rows} of ${usualRows} rows`);

  const periods = placesOfKinds.get(kindOf(cell)) ?? new Map<string, number>();
  const found = periods.get(period) ?? 0;
  const kindsNow = [...placesOfKinds.values()].map((counts) => counts.get(period) ?? 0);
  const usualPlaces = periods.size > 1 ? Math.max(...periods.values()) : Math.max(...kindsNow);
  if (found < usualPlaces - comeAndGo)
    return problem(last.line, `the last rows, of ${period}, are of ${found} places where others are of ${usualPlaces}`);
  return [];
}

/**
 * How many authorities the newest period lists where it lists England and all nine regions and yet not all
 * authorities; null where nothing is amiss. One period alone cannot show that its end is missing.
 */
export function authoritiesShort(table: CsvTable): number | null {
  const { cellsOf } = filtersOf(table.header);
  const newest = table.rows.reduce(
    (latest, { cells }) => (cellsOf(cells)("time_period") > latest ? cellsOf(cells)("time_period") : latest),
    "",
  );
  const places: Tally = new Map();
  for (const { cells } of table.rows) {
    const cell = cellsOf(cells);
    if (cell("time_period") === newest) count(places, cell("geographic_level").toLowerCase(), cell("old_la_code") || cell("region_code"));
  }
  const [country, regions, authorities] = ["national", "regional", "local authority"].map((level) => places.get(level)?.size ?? 0);
  return country && (regions ?? 0) >= 9 && (authorities ?? 0) < 140 ? (authorities ?? 0) : null;
}
