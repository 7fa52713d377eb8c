import { sha256 } from "../core/hash.ts";
import type { Authority } from "../model/authority.ts";
import type { Comparison } from "../model/comparison.ts";
import type { SeriesRow } from "../model/series.ts";
import type { Slice, Tables } from "../model/tables.ts";

/** The DfE publishes about 150 authorities; fewer than this are a selection, and no place in England is said. */
const englandAtLeast = 140;

/** Rows by authority code, made once for many slices. */
export type Index = {
  tables: Tables;
  series: Map<string, SeriesRow[]>;
  comparisons: Map<string, Comparison[]>;
  byCode: Map<string, Authority>;
  newestModel: string;
  allEngland: boolean;
};

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Whether the official rows cover England, so that a place among all authorities means something. */
export function hasAllEngland(series: readonly SeriesRow[]): boolean {
  return new Set(series.filter((row) => row.level === "local_authority" && row.origin === "official").map((row) => row.authority_code)).size >= englandAtLeast;
}

export function indexTables(tables: Tables): Index {
  return {
    tables,
    series: groupBy(tables.series, (row) => row.authority_code),
    comparisons: groupBy(tables.comparisons, (row) => row.authority_code),
    byCode: new Map(tables.authorities.map((row) => [row.authority_code, row])),
    newestModel: tables.neighbours.reduce((newest, row) => (row.model > newest ? row.model : newest), ""),
    allEngland: hasAllEngland(tables.series),
  };
}

/**
 * What one authority's charts and packs are made from: its own rows of every origin, the official rows of
 * its neighbours, region and England (of every authority when all of England is loaded), and the
 * documents about it with what was read from them.
 */
export function sliceFor(authority: Authority, index: Index): Slice {
  const { tables, newestModel: neighbourModel, allEngland } = index;
  const own = authority.authority_code;
  const neighbours = tables.neighbours.filter((row) => row.authority_code === own && row.model === neighbourModel).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const group = neighbours.flatMap((row) => index.byCode.get(row.neighbour_code) ?? []);
  const codes = allEngland ? [...index.series.keys()] : [own, ...group.map((row) => row.authority_code), authority.region_code, ...countryCodes(index)];
  const documents = tables.documents.filter((row) => row.authority_code === own);
  const named = new Set(documents.map((row) => row.document));
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
    findings: tables.findings.filter((row) => named.has(row.document) || row.authority === authority.authority),
    series: codes.flatMap((code) => (index.series.get(code) ?? []).filter((row) => code === own || row.origin === "official")),
    comparisons: (allEngland ? [...index.comparisons.keys()] : codes).flatMap((code) => index.comparisons.get(code) ?? []),
  };
}

function countryCodes(index: Index): string[] {
  return [...index.series].filter(([, rows]) => rows[0]?.level === "country").map(([code]) => code);
}

/** A hash for each authority's slice. Rows of a place are hashed once, however many slices they are in. */
export function sliceHashes(authorities: readonly Authority[], index: Index): Record<string, string> {
  const placeHash = new Map<string, string>();
  const ownHash = new Map<string, string>();
  for (const code of new Set([...index.series.keys(), ...index.comparisons.keys()])) {
    const rows = index.series.get(code) ?? [];
    placeHash.set(code, sha256(JSON.stringify([rows.filter((row) => row.origin === "official"), index.comparisons.get(code) ?? []])));
    ownHash.set(code, sha256(JSON.stringify(rows.filter((row) => row.origin !== "official"))));
  }
  const england = sha256([...placeHash].map(([code, hash]) => `${code} ${hash}`).sort().join("\n"));
  const shared = sha256(JSON.stringify([index.tables.sources, index.tables.authorities, index.allEngland]));
  return Object.fromEntries(
    authorities.map((authority) => {
      const slice = sliceFor(authority, { ...index, series: new Map(), comparisons: new Map() });
      const places = [authority, ...slice.group].map((row) => placeHash.get(row.authority_code) ?? "");
      const around = index.allEngland ? [england] : [placeHash.get(authority.region_code) ?? "", ...countryCodes(index).map((code) => placeHash.get(code) ?? "")];
      const papers = [slice.neighbours, slice.documents, slice.observations, slice.actions, slice.findings];
      const parts = [shared, ...places, ...around, ownHash.get(authority.authority_code) ?? "", JSON.stringify(papers)];
      return [authority.authority_code, sha256(parts.join("\n"))];
    }),
  );
}
