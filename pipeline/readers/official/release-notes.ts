import type { AuthorityRegister } from "../../model/authority-register.ts";
import type { Finding } from "../../model/finding.ts";
import type { SeriesRow } from "../../model/series.ts";
import { fileFinding } from "../file-findings.ts";
import type { PlaceNotes } from "./release-places.ts";

/** What a reader of the figures should know of the authorities of a release: each said once for the file. */
export function placeNoteFindings(name: string, rows: readonly SeriesRow[], notes: PlaceNotes, register: AuthorityRegister): Finding[] {
  const findings: Finding[] = [];
  const note = (heading: string, message: string, authority = ""): void => {
    findings.push(fileFinding("note", name, message, { heading, authority }));
  };
  for (const [numbers, names] of notes.joint) {
    const all = names.join(" and ");
    note("One return for several authorities", `${name}: ${all} made one return ("${numbers}"). Its value stands for each of them, without counts.`);
  }
  for (const [number, others] of notes.changed) {
    const listed = register.byDfeCode(number);
    if (!listed) continue;
    const message = `${name}: authority ${number} is also listed as ${[...others].join(", ")}. It was followed by its DfE number, as ${listed.authority_code} ${listed.authority}.`;
    note("An authority changed its code", message, listed.authority);
  }
  for (const authority of notes.unlisted.values()) {
    const message = `${name}: ${authority.authority} (${authority.dfe_code}) is not in the list of authorities. Its figures are used under ${authority.authority_code}.`;
    note("An authority that is not listed", message, authority.authority);
  }
  for (const [authority, last] of abolished(rows)) {
    const message = last === ""
      ? `${name}: ${authority} is listed without any figure: it does not stand any more.`
      : `${name}: ${authority} has figures up to ${last} and none later: it does not stand any more. Those figures are kept under its name.`;
    note("An authority that was abolished", message, authority);
  }
  return findings;
}

/** Authorities without a figure in the newest period to the last period in which they have one. */
function abolished(rows: readonly SeriesRow[]): Map<string, string> {
  let newest = "";
  const last = new Map<string, { end: string; period: string }>();
  for (const row of rows) {
    if (row.level !== "local_authority") continue;
    if (row.period_end > newest) newest = row.period_end;
    const known = last.get(row.authority) ?? { end: "", period: "" };
    // "Not applicable" throughout a year is how a release prints an authority that is gone.
    last.set(row.authority, row.symbol !== "z" && row.period_end > known.end ? { end: row.period_end, period: row.period } : known);
  }
  return new Map([...last].filter(([, { end }]) => end < newest).map(([authority, { period }]) => [authority, period]));
}
