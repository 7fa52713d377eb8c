import { indicators as declared } from "../indicators/all.ts";
import { withholdSmallCounts } from "../measures/disclosure/withhold-small-counts.ts";
import type { Finding } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import type { SeriesRow } from "../model/series.ts";

/**
 * The series as the readers of a run may see them. Public: authorities' own small counts are withheld with
 * what would give them away. Internal: everything, and every page says so. Tables, charts and packs are all
 * made from what this leaves.
 */
export function discloseSeries(rows: readonly SeriesRow[], internal: boolean, indicators: readonly Indicator[] = declared): SeriesRow[] {
  return internal ? [...rows] : withholdSmallCounts(rows, indicators);
}

/**
 * Findings about authorities' own files repeat figures of theirs; in public the line and column say enough.
 * `localFiles` are the names of those files. Row count and order stay.
 */
export function discloseFindings(findings: readonly Finding[], internal: boolean, localFiles: readonly string[]): Finding[] {
  const local = new Set(localFiles);
  return findings.map((finding) => {
    if (internal || !local.has(finding.document) || namesNoFigure.test(finding.place)) return finding;
    const start = finding.message.indexOf(finding.place) + finding.place.length;
    const hide = (text: string): string => text.replace(finding.kind === "arithmetic" ? anyFigure : figureFound, "[c]");
    return {
      ...finding,
      message: finding.message.slice(0, start) + hide(finding.message.slice(start)),
      stated: hide(finding.stated),
      expected: hide(finding.expected),
    };
  });
}

const namesNoFigure = /column (?:authority|indicator|breakdown|period)$/;
const anyFigure = /-?\d[\d.,]*%|-?[\d.,]*\d/g;
/** What a cell held, not what was expected in it. */
const figureFound = /(?<=\b(?:found|count) )(?:"[^"]*"|-?[\d.,]*\d)/g;
