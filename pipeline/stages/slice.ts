import { pickRows, type Columns } from "../core/columns.ts";
import { sha256 } from "../core/hash.ts";
import type { Fields, RowOf, TableSchema } from "../core/table-schema.ts";
import { fewestInEngland, type Authority } from "../model/authority.ts";
import { comparisons, type Comparison } from "../model/comparison.ts";
import { series, type SeriesRow } from "../model/series.ts";
import type { Slice, Tables } from "../model/tables.ts";

type Point = Pick<Comparison, "indicator" | "breakdown" | "period_end">;
const pointOf = ({ indicator, breakdown, period_end }: Point): string => `${indicator}|${breakdown}|${period_end}`;

/** Rows of one long table by place. A worker makes rows only of the places that it is asked for. */
export type Places<T> = { codes: readonly string[]; of(code: string, points?: ReadonlySet<string>): T[] };

/** The tables by place, made once for many slices. */
export type Index = {
  tables: Omit<Tables, "series" | "comparisons">;
  series: Places<SeriesRow>;
  comparisons: Places<Comparison>;
  byCode: Map<string, Authority>;
  newestModel: string;
  allEngland: boolean;
};

/** The two long tables as they are stored between stages. */
export type TablesByColumn = Omit<Tables, "series" | "comparisons"> & { series: Columns; comparisons: Columns };

function placesOfRows<T extends Point & { authority_code: string }>(rows: readonly T[]): Places<T> {
  const groups = Map.groupBy(rows, (row) => row.authority_code);
  return {
    codes: [...groups.keys()],
    of: (code, points) => (groups.get(code) ?? []).filter((row) => !points || points.has(pointOf(row))),
  };
}

function placesOfColumns<F extends Fields>(schema: TableSchema<F>, stored: Columns): Places<RowOf<TableSchema<F>>> {
  const column = (name: string): string[] => (stored.columns[name] ?? []) as string[];
  const [codes, indicators, breakdowns, ends] = ["authority_code", "indicator", "breakdown", "period_end"].map(column);
  const keys = (indicators ?? []).map((indicator, at) =>
    pointOf({ indicator, breakdown: breakdowns?.[at] ?? "", period_end: ends?.[at] ?? "" }),
  );
  const groups = Map.groupBy(keys.keys(), (at) => codes?.[at] ?? "");
  return {
    codes: [...groups.keys()],
    of: (code, points) =>
      pickRows(
        schema,
        stored,
        (groups.get(code) ?? []).filter((at) => !points || points.has(keys[at] ?? "")),
      ),
  };
}

/** Whether the official rows cover England, so that a place among all authorities means something. */
export function hasAllEngland(rows: readonly Pick<SeriesRow, "level" | "origin" | "authority_code">[]): boolean {
  return (
    new Set(rows.filter((row) => row.level === "local_authority" && row.origin === "official").map((row) => row.authority_code)).size >=
    fewestInEngland
  );
}

const indexOf = (tables: Index["tables"], places: Pick<Index, "series" | "comparisons" | "allEngland">): Index => ({
  tables,
  ...places,
  byCode: new Map(tables.authorities.map((row) => [row.authority_code, row])),
  newestModel: tables.neighbours.reduce((newest, row) => (row.model > newest ? row.model : newest), ""),
});

export function indexTables(tables: Tables): Index {
  return indexOf(tables, {
    series: placesOfRows(tables.series),
    comparisons: placesOfRows(tables.comparisons),
    allEngland: hasAllEngland(tables.series),
  });
}

export function indexStored(stored: TablesByColumn): Index {
  const places = placesOfColumns(series, stored.series);
  const { level = [], origin = [], authority_code = [] } = stored.series.columns;
  const official = level.flatMap((one, at) => (one === "local_authority" && origin[at] === "official" ? [authority_code[at]] : []));
  return indexOf(stored, {
    series: places,
    comparisons: placesOfColumns(comparisons, stored.comparisons),
    allEngland: new Set(official).size >= fewestInEngland,
  });
}

/** Codes of the country; its rows are few, so that looking at the first of each place is cheap. */
const countryCode = /^E92/;

/**
 * What one authority's charts and packs are made from: its own rows of every origin, the official rows of
 * its neighbours, region and England, where all of England is loaded every authority's comparison at the
 * points that are the subject's newest, and the documents about it with what was read from them.
 */
export function sliceFor(authority: Authority, index: Index): Slice {
  const { tables, newestModel: neighbourModel, allEngland } = index;
  const own = authority.authority_code;
  const { group, codes } = around(authority, index);
  const documents = tables.documents.filter((row) => row.authority_code === own);
  const named = new Set(documents.map((row) => row.document));
  const near = codes.flatMap((code) => index.comparisons.of(code));
  return {
    authority,
    group,
    neighbourModel,
    allEngland,
    authorities: tables.authorities,
    neighbours: tables.neighbours.filter((row) => row.authority_code === own),
    sources: tables.sources,
    documents,
    observations: tables.observations.filter((row) => named.has(row.document)),
    actions: tables.actions.filter((row) => named.has(row.document)),
    targets: tables.targets.filter((row) => row.authority_code === own),
    findings: tables.findings.filter((row) => named.has(row.document) || row.authority === authority.authority),
    series: codes.flatMap((code) => index.series.of(code).filter((row) => code === own || row.origin === "official")),
    comparisons: allEngland
      ? [
          ...near,
          ...elsewhere(
            near.filter((row) => row.authority_code === own),
            codes,
            index,
          ),
        ]
      : near,
  };
}

/** The authority's neighbours, closest first, and the codes of all places whose whole history it is set against. */
function around(authority: Authority, index: Index): { group: Authority[]; codes: string[] } {
  const own = authority.authority_code;
  const neighbours = index.tables.neighbours
    .filter((row) => row.authority_code === own && row.model === index.newestModel)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const group = neighbours.flatMap((row) => index.byCode.get(row.neighbour_code) ?? []);
  const country = index.series.codes.filter((code) => countryCode.test(code));
  return { group, codes: [...new Set([own, ...group.map((row) => row.authority_code), authority.region_code, ...country])] };
}

/** Everyone else's comparisons at the subject's newest points, for its place in England. */
function elsewhere(own: readonly Comparison[], codes: readonly string[], index: Index): Comparison[] {
  const newest = new Map<string, Comparison>();
  for (const row of own) {
    const measure = `${row.indicator}|${row.breakdown}`;
    if (row.period_end > (newest.get(measure)?.period_end ?? "")) newest.set(measure, row);
  }
  const points = new Set([...newest.values()].map(pointOf));
  return index.comparisons.codes.filter((code) => !codes.includes(code)).flatMap((code) => index.comparisons.of(code, points));
}

/** A hash for each authority's slice. Rows of a place are hashed once, however many slices they are in. */
export function sliceHashes(authorities: readonly Authority[], index: Index): Record<string, string> {
  const placeHash = new Map<string, string>();
  const ownHash = new Map<string, string>();
  for (const code of new Set([...index.series.codes, ...index.comparisons.codes])) {
    const rows = index.series.of(code);
    placeHash.set(code, sha256(JSON.stringify([rows.filter((row) => row.origin === "official"), index.comparisons.of(code)])));
    ownHash.set(code, sha256(JSON.stringify(rows.filter((row) => row.origin !== "official"))));
  }
  // Coarser than the slice where all of England is loaded: a release that changes one authority changes its rank's rivals.
  const england = sha256(
    [...placeHash]
      .map(([code, hash]) => `${code} ${hash}`)
      .sort()
      .join("\n"),
  );
  const shared = sha256(JSON.stringify([index.tables.sources, index.tables.authorities, index.allEngland]));
  const nothing = { codes: [], of: () => [] };
  return Object.fromEntries(
    authorities.map((authority) => {
      const { neighbours, documents, observations, actions, targets, findings } = sliceFor(authority, {
        ...index,
        series: nothing,
        comparisons: nothing,
      });
      const places = around(authority, index).codes.map((code) => placeHash.get(code) ?? "");
      const papers = JSON.stringify([neighbours, documents, observations, actions, targets, findings]);
      const parts = [shared, ...places, index.allEngland ? england : "", ownHash.get(authority.authority_code) ?? "", papers];
      return [authority.authority_code, sha256(parts.join("\n"))];
    }),
  );
}
