import type { Finding } from "../model/finding.ts";

/** What `--why` prints: a line a step, with the reason first met, and a count of those that are fresh. */
export function whyLines(report: readonly { id: string; reasons: readonly string[] }[], notReached: readonly string[]): string[] {
  const stale = report.filter((step) => step.reasons.length > 0);
  const lines = stale.map(({ id, reasons }) => `${id}: ${listOf(reasons)}`);
  const waiting = notReached.filter((id) => !report.some((step) => step.id === id));
  if (waiting.length > 0)
    lines.push(`${waiting.length} charts and packs are known only once the stages above have run: ${listOf(waiting)}`);
  lines.push(`${report.length - stale.length} of ${report.length} steps are fresh.`);
  return lines;
}

function listOf(reasons: readonly string[]): string {
  const most = 3;
  return reasons.length <= most ? reasons.join("; ") : `${reasons.slice(0, most).join("; ")}; and ${reasons.length - most} more`;
}

/** Findings about files that could not be used, in full, and one line for those about figures. */
export function findingLines(findings: readonly Finding[]): string[] {
  const aboutFiles = findings.filter((row) => (row.kind === "document" || row.kind === "data") && row.severity !== "note");
  const known = findings.filter((row) => row.acknowledged !== "").length;
  const count = (severity: Finding["severity"]): number =>
    findings.filter((row) => row.severity === severity && row.acknowledged === "").length;
  const lines = aboutFiles.map(
    (row) => `${row.severity}: ${row.message}${row.acknowledged === "" ? "" : ` Acknowledged: ${row.acknowledged}`}`,
  );
  lines.push(
    `Findings: ${count("error")} errors, ${count("warning")} warnings, ${count("note")} notes${known === 0 ? "" : `; ${known} more acknowledged`} (findings.csv).`,
  );
  return lines;
}
