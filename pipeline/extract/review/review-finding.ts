import { shortId } from "../../core/hash.ts";
import { figuresOf, findingRow, type Finding, type Severity } from "../../model/finding.ts";

/** A defect of a review file (`file` is its name) or of a decision that no longer applies. */
export function reviewFinding(severity: Severity, file: string, place: string, message: string): Finding {
  const heading = severity === "error" ? "A review file could not be used in full" : "A reviewed decision no longer applies";
  return findingRow({
    finding_id: shortId("review", severity, file, place, figuresOf(message)),
    kind: "data",
    severity,
    document: file,
    message,
    place,
    heading,
  });
}
