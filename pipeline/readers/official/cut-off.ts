import type { CsvProblem, CsvRow } from "../../core/csv.ts";

/**
 * Signs that the end of a release is missing. As published, every line ends with a line feed, each place
 * of a period has the same rows, and each period lists about as many places.
 */
export function cutOffProblems(text: string, header: readonly string[], rows: readonly CsvRow[]): CsvProblem[] {
  const last = rows.at(-1);
  if (!last) return [{ line: 2, column: "", message: "the file has a header and no rows: it may be cut off" }];
  if (!/[\r\n]$/.test(text)) {
    return [{ line: last.line, column: "", message: "the last line has no line end: the file may be cut off" }];
  }
  const at = (column: string): number => header.indexOf(column);
  const [period, level, region, authority] = [at("time_period"), at("geographic_level"), at("region_code"), at("old_la_code")];
  const rowsOf = new Map<string, Map<string, number>>();
  for (const { cells } of rows) {
    const places = rowsOf.get(cells[period] ?? "") ?? new Map<string, number>();
    rowsOf.set(cells[period] ?? "", places);
    const place = `${cells[level]}|${cells[region]}|${cells[authority]}`;
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const lastPlaces = rowsOf.get(last.cells[period] ?? "") ?? new Map<string, number>();
  const lastCount = lastPlaces.get(`${last.cells[level]}|${last.cells[region]}|${last.cells[authority]}`) ?? 0;
  const usual = Math.max(...lastPlaces.values());
  if (lastCount < usual) {
    const message = `the last place of ${last.cells[period]} has ${lastCount} of ${usual} rows: the file may be cut off`;
    return [{ line: last.line, column: "", message }];
  }
  const mostPlaces = Math.max(...[...rowsOf.values()].map((places) => places.size));
  if (lastPlaces.size * 10 < mostPlaces * 9) {
    const message = `${last.cells[period]} has ${lastPlaces.size} places where other periods have ${mostPlaces}: the file may be cut off`;
    return [{ line: last.line, column: "", message }];
  }
  return [];
}
