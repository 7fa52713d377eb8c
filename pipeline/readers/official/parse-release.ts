import { parseCsv, type CsvProblem } from "../../core/csv.ts";
import { byKey } from "../../core/sort.ts";
import type { AuthorityRegister } from "../../model/authority-register.ts";
import type { Authority } from "../../model/authority.ts";
import type { Finding } from "../../model/finding.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { SeriesRow } from "../../model/series.ts";
import { releaseOf, type Source } from "../../model/source.ts";
import { fileFinding, problemFindings } from "../../model/file-findings.ts";
import { authoritiesShort, cutOffProblems } from "./cut-off.ts";
import { recogniseRelease } from "./release-columns.ts";
import { placeNoteFindings } from "./release-notes.ts";
import { noPlaceNotes } from "./release-places.ts";
import { readReleaseRows } from "./release-rows.ts";

export type Release = {
  /** Sorted as the file is; one row for each place, indicator, breakdown and period. */
  rows: SeriesRow[];
  /** The releases that rows are credited to, as sources.csv lists them. */
  sources: Source[];
  /** Authorities that the register did not list, as the release names them. */
  unlisted: Authority[];
  findings: Finding[];
  /** False when the columns are not those of a release: another reader may know the file. */
  recognised: boolean;
};

/** More defects of one file than this are counted, not listed. */
const mostProblems = 20;
const refused = "The whole file was refused; download it again from Explore education statistics.";

/**
 * Reads a release of the DfE in the Explore education statistics format, recognised by its columns. A
 * file with a defect gives no rows and a finding for each defect. Symbols stay symbols; a joint return
 * gives its value to each of its authorities, without counts. Never throws.
 */
export function parseRelease(name: string, text: string, register: AuthorityRegister, indicators: readonly Indicator[]): Release {
  const empty: Release = { rows: [], sources: [], unlisted: [], findings: [], recognised: true };
  const table = parseCsv(text);
  const recognised = recogniseRelease(table.header, indicators);
  if (recognised.kind === "other") return { ...empty, recognised: false };
  if (recognised.kind === "unused" || recognised.kind === "metadata") {
    const what = recognised.kind === "unused" ? "a release that no indicator uses" : "a description of the columns of a release";
    const message = `${name} is ${what}. Nothing was read from it.`;
    return { ...empty, findings: [fileFinding("note", name, "data_unused", message)] };
  }
  if (recognised.kind === "lacks") {
    const problems = recognised.columns.map((column) => ({ line: 1, column, message: "the column is missing" }));
    return { ...empty, findings: problemFindings(name, problems, refused) };
  }
  const broken = table.problems.length > 0 ? table.problems : cutOffProblems(text, table, recognised.feeds);
  if (broken.length > 0) return { ...empty, findings: refusal(name, broken) };

  const notes = noPlaceNotes();
  const { rows, newest, basesAbsent, problems } = readReleaseRows(name, table, recognised.feeds, register, notes);
  if (problems.length > 0) return { ...empty, findings: refusal(name, problems) };
  const findings = placeNoteFindings(name, rows, notes, register);
  const authorities = authoritiesShort(table);
  if (authorities !== null) {
    const message =
      `${name} lists England and its regions and only ${authorities} of about 150 authorities: its end may be missing.` +
      " Its figures were used, without ranks in England; download it again.";
    findings.push(fileFinding("warning", name, "release_partial", message));
  }
  if (rows.length === 0) {
    const message = `${name} has the columns of a release that is used, and none of the rows: its filters may have been renamed. Nothing was read from it.`;
    findings.push(fileFinding("warning", name, "release_empty", message));
  }
  for (const row of basesAbsent) {
    const message = `${name} has no row "${row}", which holds the base of its percentages. They were used without counts, so they cannot be tested.`;
    findings.push(fileFinding("warning", name, "release_without_base", message));
  }
  const sources = [...newest].map(([publication, year]) => releaseOf(publication, year));
  return { rows, sources, unlisted: [...notes.unlisted.values()], findings, recognised: true };
}

function refusal(name: string, problems: readonly CsvProblem[]): Finding[] {
  const listed = problemFindings(name, byKey(problems, ["line", "column"]).slice(0, mostProblems), refused);
  const more = problems.length - mostProblems;
  if (more > 0) {
    const message = `${name} has ${more} more such defects. ${refused}`;
    listed.push(fileFinding("error", name, "data_refused", message));
  }
  return listed;
}
