import type { CsvProblem } from "../core/csv.ts";
import { shortId } from "../core/hash.ts";
import { figuresOf, findingRow, type Finding, type Severity } from "./finding.ts";

/** What can be wrong with a file, each with the heading that packs print for it. Ids are made from the keys, which stay when a heading is worded anew. */
const defects = {
  data_unread: "A data file could not be read",
  data_refused: "A data file could not be used",
  data_in_part: "A data file could not be used in full",
  data_unknown: "A data file was not recognised",
  data_unused: "A data file that nothing uses",
  reference_missing: "A reference table is missing",
  release_differs: "A release differs from an older figure",
  release_partial: "A release lists only some authorities",
  release_empty: "A release has none of the rows expected",
  release_without_base: "A release lacks the base of its percentages",
  joint_return: "One return for several authorities",
  code_changed: "An authority changed its code",
  unlisted_authority: "An authority that is not listed",
  abolished_authorities: "Authorities that were abolished",
  neighbours_differ: "Two lists of neighbours differ",
  local_files_differ: "Two local files differ",
  local_counts_differ: "A local figure and its counts differ",
  document_unread: "A document could not be read",
  document_changed: "A document differs from its manifest entry",
  document_missing: "A document of the manifest is missing",
  pages_without_text: "Some pages of a document hold no text",
  figures_not_taken: "A document's figures could not be taken",
  figures_not_checked: "A document's figures could not be checked",
  manifest_fault: "The manifest of documents has a fault",
  pack_not_laid_out: "A pack could not be laid out as its template asks",
  not_made: "A chart or pack could not be made",
} as const;
export type Defect = keyof typeof defects;

type About = Partial<Pick<Finding, "authority" | "indicator" | "stated" | "expected" | "place" | "quote">>;

/**
 * What a reader of figures has to say about a file: severity error when it, or a row of it, was not used. An
 * acknowledgement holds while the defect, the place and the figures stay, however message and heading are worded.
 */
export function fileFinding(severity: Severity, file: string, defect: Defect, message: string, about: About = {}): Finding {
  const finding_id = shortId(
    "data",
    file,
    defect,
    about.place ?? "",
    about.indicator ?? "",
    about.authority ?? "",
    about.stated ?? "",
    figuresOf(message),
  );
  return findingRow({ finding_id, kind: "data", severity, document: file, message, heading: defects[defect], ...about });
}

/**
 * The same about a document as a whole: it could not be read, or it differs from what was said of it. `what` tells
 * apart findings of one defect, where the name of the document does not; it is not printed.
 */
export function documentFinding(severity: Severity, document: string, defect: Defect, message: string, what = ""): Finding {
  return findingRow({
    finding_id: shortId("fin", document, defect, what, figuresOf(message)),
    kind: "document",
    severity,
    document,
    message,
    heading: defects[defect],
  });
}

/** `line 12, column value`, or `line 12`. */
export function formatPlace({ line, column }: Pick<CsvProblem, "line" | "column">): string {
  return column === "" ? `line ${line}` : `line ${line}, column ${column}`;
}

/** One finding for each defect of a file, saying what becomes of it: "The whole file was refused." */
export function problemFindings(file: string, problems: readonly CsvProblem[], consequence: string): Finding[] {
  const seen = new Set<string>();
  return problems.map((problem) => {
    const place = formatPlace(problem);
    const sentence = /[.?]$/.test(problem.message) ? problem.message : `${problem.message}.`;
    const finding = fileFinding("error", file, "data_in_part", `${file}, ${place}: ${sentence} ${consequence}`, { place });
    const again = seen.has(finding.finding_id);
    seen.add(finding.finding_id);
    // Two defects of one place without a figure between them are told apart by their words.
    return again ? { ...finding, finding_id: shortId("data", finding.finding_id, sentence) } : finding;
  });
}

/** The same for files of which single lines may be left out: a defect of the header costs the whole file. */
export function lineFindings(file: string, problems: readonly CsvProblem[]): Finding[] {
  const inHeader = (problem: CsvProblem): boolean => problem.line === 1;
  return [
    ...problemFindings(file, problems.filter(inHeader), "Nothing was read from the file."),
    ...problemFindings(
      file,
      problems.filter((problem) => !inHeader(problem)),
      "The line was left out.",
    ),
  ];
}
