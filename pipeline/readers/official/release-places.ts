import type { AuthorityRegister } from "../../model/authority-register.ts";
import type { Authority } from "../../model/authority.ts";
import type { SeriesRow } from "../../model/series.ts";
import type { Cell } from "./release-filters.ts";

export type Place = Pick<SeriesRow, "authority_code" | "authority" | "level">;

/** What was noticed about authorities while rows were placed; each is said once for a file. */
export type PlaceNotes = {
  /** Joint returns: "940 / 941" to the names of the authorities that share it. */
  joint: Map<string, string[]>;
  /** DfE number to "E08000038 Barnsley" where the release differs from the register. */
  changed: Map<string, Set<string>>;
  /** Authorities that the register does not list. */
  unlisted: Map<string, Authority>;
};

export const noPlaceNotes = (): PlaceNotes => ({ joint: new Map(), changed: new Map(), unlisted: new Map() });

/**
 * Places that a row speaks of: one, or several for a joint return such as "940 / 941". An authority is
 * found by its DfE number, which stays when its ONS code or name changes, and takes code and name from
 * the register. Null when the row has no code to go by; [] for levels that are not compared.
 */
export function placesOf(cell: Cell, register: AuthorityRegister, notes: PlaceNotes): Place[] | null {
  switch (cell("geographic_level").toLowerCase()) {
    case "national":
      return cell("country_code") === ""
        ? null
        : [{ authority_code: cell("country_code"), authority: cell("country_name"), level: "country" }];
    case "regional":
      return cell("region_code") === "" ? null : [{ authority_code: cell("region_code"), authority: cell("region_name"), level: "region" }];
    case "local authority":
      return authorityPlaces(cell, register, notes);
    default:
      return [];
  }
}

/** The column that says which place a row is of. */
export function placeColumn(cell: Cell): "country_code" | "region_code" | "old_la_code" {
  const level = cell("geographic_level").toLowerCase();
  return level === "national" ? "country_code" : level === "regional" ? "region_code" : "old_la_code";
}

function authorityPlaces(cell: Cell, register: AuthorityRegister, notes: PlaceNotes): Place[] | null {
  const numbers = cell("old_la_code")
    .split("/")
    .map((part) => part.trim());
  const codes = cell("new_la_code")
    .split("/")
    .map((part) => part.trim());
  const names = cell("la_name")
    .split("/")
    .map((part) => part.trim());
  if (numbers.some((number) => !/^\d{3}$/.test(number))) return null;
  const found = numbers.map((number, i) => {
    const listed = register.byDfeCode(number) ?? notes.unlisted.get(number);
    const code = codes[i] ?? "";
    const name = names[i] ?? "";
    if (!listed) return addUnlisted(number, code, name, cell, notes);
    if (code !== "" && code !== listed.authority_code) {
      const changed = notes.changed.get(number) ?? new Set();
      notes.changed.set(number, changed.add(`${code} ${name}`));
    }
    return listed;
  });
  if (found.some((authority) => authority === null)) return null;
  const authorities = found.filter((authority) => authority !== null);
  if (authorities.length > 1)
    notes.joint.set(
      cell("old_la_code"),
      authorities.map((authority) => authority.authority),
    );
  return authorities.map(({ authority_code, authority }) => ({ authority_code, authority, level: "local_authority" }));
}

function addUnlisted(number: string, code: string, name: string, cell: Cell, notes: PlaceNotes): Authority | null {
  if (!/^E\d{8}$/.test(code) || name === "") return null;
  const authority: Authority = {
    authority_code: code,
    dfe_code: number,
    authority: name,
    region_code: cell("region_code"),
    region: cell("region_name"),
    last_year: null,
  };
  notes.unlisted.set(number, authority);
  return authority;
}
