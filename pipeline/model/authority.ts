import { defineTable, integer, text, type RowOf } from "../core/table-schema.ts";

/** A local authority with children's services. The DfE number outlives changes of ONS code and name. */
export const authorities = defineTable({
  name: "authorities",
  description: "Local authorities with children's services, present and abolished",
  key: ["authority_code"],
  fields: {
    authority_code: text("ONS code, as in the newest release"),
    dfe_code: text("DfE number of three digits, the key across changes of ONS code"),
    authority: text("Name as the DfE prints it"),
    region_code: text("ONS code of the region"),
    region: text("Name of the region"),
    last_year: integer("Last year with figures; earlier than the newest release for abolished authorities"),
  },
});
export type Authority = RowOf<typeof authorities>;

/**
 * England has had 150 to 153 authorities with children's services since 2009, and a release lists them all,
 * with symbols where it has no value. Fewer than this mean that only a part of England is loaded, so that no
 * place among all authorities can be said.
 */
export const fewestInEngland = 145;

/** Lower-case name without punctuation, to compare names that people type or documents print. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Folder and file name for an authority: lower-case letters, digits and single hyphens only. */
export function authoritySlug(name: string): string {
  return nameKey(name).replace(/ /g, "-");
}
