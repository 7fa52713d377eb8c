import { abolition } from "../../model/abolished.ts";
import type { AuthorityRegister } from "../../model/authority-register.ts";
import type { Authority } from "../../model/authority.ts";
import type { Finding } from "../../model/finding.ts";
import { formatDate } from "../../model/period.ts";
import type { SeriesRow } from "../../model/series.ts";
import { fileFinding, type Defect } from "../../model/file-findings.ts";
import type { PlaceNotes } from "./release-places.ts";

/** What a reader of the figures should know of the authorities of a release: each said once for the file. */
export function placeNoteFindings(name: string, rows: readonly SeriesRow[], notes: PlaceNotes, register: AuthorityRegister): Finding[] {
  const findings: Finding[] = [];
  const listed = new Set(rows.map((row) => row.authority_code));
  const note = (defect: Defect, message: string, authority = ""): void => {
    findings.push(fileFinding("note", name, defect, message, { authority }));
  };
  for (const [numbers, names] of notes.joint) {
    const all = names.join(" and ");
    // One note for each of them, so that the pack of each can say it.
    const message = `${name}: ${all} made one return ("${numbers}"). Its value stands for each of them, without counts.`;
    for (const authority of names) note("joint_return", message, authority);
  }
  for (const [number, others] of notes.changed) {
    const followed = register.byDfeCode(number);
    if (!followed) continue;
    const message =
      `${name}: authority ${number} is also listed as ${[...others].join(", ")}.` +
      ` It was followed by its DfE number, as ${followed.authority_code} ${followed.authority}.`;
    note("code_changed", message, followed.authority);
  }
  for (const authority of notes.unlisted.values()) {
    const message = `${name}: ${authority.authority} (${authority.dfe_code}) is not in the list of authorities. Its figures are used under ${authority.authority_code}.`;
    note("unlisted_authority", message, authority.authority);
  }
  const gone = register.authorities.filter((authority) => abolition(authority.dfe_code) && listed.has(authority.authority_code));
  if (gone.length > 0) {
    const fates = gone.map((authority) => describeAbolition(authority, register)).join("; ");
    const message =
      `${name} also lists authorities that do not stand any more: ${fates}.` +
      " Their figures are kept under their names and are not added to their successors'.";
    note("abolished_authorities", message);
  }
  return findings;
}

/** `Cumbria (up to 31 March 2023, then Cumberland and Westmorland and Furness)`. */
function describeAbolition({ authority, dfe_code }: Authority, register: AuthorityRegister): string {
  const { ended, successors } = abolition(dfe_code) ?? { ended: "", successors: [] };
  const names = successors.map((number) => register.byDfeCode(number)?.authority ?? number);
  return `${authority} (up to ${formatDate(ended)}, then ${names.join(" and ")})`;
}
