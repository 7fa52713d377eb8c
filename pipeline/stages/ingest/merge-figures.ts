import { byKey, compareCells } from "../../core/sort.ts";
import type { Finding } from "../../model/finding.ts";
import type { Neighbour } from "../../model/neighbour.ts";
import { pointKey } from "../../model/series-id.ts";
import type { SeriesRow } from "../../model/series.ts";
import { fileFinding } from "../../model/file-findings.ts";

type Merged<T> = { rows: T[]; findings: Finding[] };
type FromFile<T> = { name: string; rows: readonly T[] };

/** The year at the end of a source id, by which the newer of two releases is known; 0 when there is none. */
const releaseYear = (source: string): number => Number(/-(\d{4})$/.exec(source)?.[1] ?? 0);

/**
 * One row for each point. A release goes before the shipped table, a newer release before an older one
 * and, in two files of one release, the file whose name comes last. Where the values differ, a note says
 * so once for each indicator of the file that won.
 */
export function mergeOfficial(shipped: readonly SeriesRow[], releases: readonly FromFile<SeriesRow>[]): Merged<SeriesRow> {
  const points = new Map(shipped.map((row) => [pointKey(row), row]));
  const differences = new Map<string, { file: string; winner: SeriesRow; loser: SeriesRow; count: number }>();
  const ordered = [...releases]
    .map((release) => ({ ...release, year: Math.max(0, ...new Set(release.rows.map((row) => releaseYear(row.source)))) }))
    .sort((a, b) => a.year - b.year || compareCells(a.name, b.name));
  for (const { name, rows } of ordered) {
    for (const row of rows) {
      const key = pointKey(row);
      const earlier = points.get(key);
      points.set(key, row);
      if (!earlier || (earlier.value === row.value && earlier.symbol === row.symbol)) continue;
      const about = `${name}|${row.indicator}|${earlier.source}`;
      const known = differences.get(about);
      if (known) known.count++;
      else differences.set(about, { file: name, winner: row, loser: earlier, count: 1 });
    }
  }
  const findings = [...differences.values()].map(({ file, winner, loser, count }) => {
    const stated = winner.value ?? `[${winner.symbol}]`;
    const before = loser.value ?? `[${loser.symbol}]`;
    const others = count === 1 ? "" : ` (the first of ${count} such figures of ${winner.indicator})`;
    const message =
      `${file} gives ${stated} for ${winner.authority}, ${winner.indicator}, ${winner.period},` +
      ` where ${loser.source} has ${before}${others}. The figure of ${file} is used.`;
    return fileFinding("note", file, "release_differs", message, {
      indicator: winner.indicator,
      authority: winner.authority,
      stated: String(stated),
      expected: String(before),
      place: winner.source_line,
    });
  });
  return { rows: [...points.values()], findings };
}

/** One list of ten for each model and authority: a published file goes before the shipped table, with a note where they differ. */
export function mergeNeighbours(shipped: readonly Neighbour[], models: readonly FromFile<Neighbour>[]): Merged<Neighbour> {
  const lists = listsOf(shipped);
  const findings: Finding[] = [];
  for (const { name, rows } of [...models].sort((a, b) => compareCells(a.name, b.name))) {
    const differing: string[] = [];
    for (const [key, list] of listsOf(rows)) {
      const earlier = lists.get(key);
      lists.set(key, list);
      if (earlier && codes(earlier) !== codes(list)) differing.push(list[0]?.authority ?? "");
    }
    if (differing.length === 0) continue;
    const message = `${name} lists other statistical neighbours than the tables it was set beside, for ${differing.join(", ")}. Those of ${name} are used.`;
    findings.push(fileFinding("note", name, "neighbours_differ", message, { stated: differing.join(", ") }));
  }
  return { rows: [...lists.values()].flat(), findings };
}

function listsOf(rows: readonly Neighbour[]): Map<string, Neighbour[]> {
  const lists = new Map<string, Neighbour[]>();
  for (const row of byKey(rows, ["rank"])) {
    const key = `${row.model}|${row.authority_code}`;
    const list = lists.get(key);
    if (list) list.push(row);
    else lists.set(key, [row]);
  }
  return lists;
}

const codes = (list: readonly Neighbour[]): string => list.map((row) => row.neighbour_code).join();

/** Local files together. The same figure in two files joins once, from the file named first; a warning says where they differ. */
export function mergeLocal(files: readonly (readonly SeriesRow[])[]): Merged<SeriesRow> {
  const points = new Map<string, SeriesRow>();
  const findings: Finding[] = [];
  for (const row of byKey(files.flat(), ["source"])) {
    const key = pointKey(row);
    const earlier = points.get(key);
    if (!earlier) points.set(key, row);
    else if (earlier.value !== row.value) {
      const message = `${row.source_line} gives ${row.value} where ${earlier.source_line} gives ${earlier.value} for the same figure. The first is used; keep one.`;
      findings.push(
        fileFinding("warning", row.source, "local_files_differ", message, {
          authority: row.authority,
          indicator: row.indicator,
          stated: String(row.value),
          expected: String(earlier.value),
          place: row.source_line,
        }),
      );
    }
  }
  return { rows: [...points.values()], findings };
}
