import { shortId } from "../core/hash.ts";
import { findingRow, type Finding, type Severity } from "../model/finding.ts";

/** A finding about a file as a whole: it could not be read, or it differs from what was said of it. */
export function documentFinding(severity: Severity, document: string, message: string, heading: string): Finding {
  return findingRow({ finding_id: shortId("fin", "document", document, message), kind: "document", severity, document, message, heading });
}
