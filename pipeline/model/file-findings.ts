import type { CsvProblem } from "../core/csv.ts";
import { shortId } from "../core/hash.ts";
import { figuresOf, findingRow, type Finding, type Severity } from "./finding.ts";

/**
 * What a reader of figures has to say about a file: severity error when it, or a row of it, was not used. An
 * acknowledgement holds while the place and the figures stay, however the message is worded.
 */
export function fileFinding(
  severity: Severity,
  file: string,
  message: string,
  about: Partial<Pick<Finding, "authority" | "indicator" | "stated" | "expected" | "place" | "heading" | "quote">> = {},
): Finding {
  const finding_id = shortId("data", file, about.place ?? "", about.indicator ?? "", about.authority ?? "", about.heading ?? "", about.stated ?? "", figuresOf(message));
  return findingRow({ finding_id, kind: "data", severity, document: file, message, ...about });
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
    const finding = fileFinding("error", file, `${file}, ${place}: ${sentence} ${consequence}`, {
      place,
      heading: "A data file could not be used in full",
    });
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
    ...problemFindings(file, problems.filter((problem) => !inHeader(problem)), "The line was left out."),
  ];
}
