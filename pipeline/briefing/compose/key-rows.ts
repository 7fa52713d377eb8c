import type { Comparison } from "../../model/comparison.ts";
import type { Pack } from "./pack.ts";
import { scoredGroups, unfilled, type ScoredGroup } from "./scored-groups.ts";
import { latestRows } from "./resolve.ts";

/**
 * The latest comparisons that a pack speaks of: those of its scorecard, so that the page that matters,
 * its counts and the cover never speak of a measure which the reader cannot look up. Without a
 * scorecard, all of them.
 */
export function scoredRows(pack: Pack): Comparison[] {
  const groups = groupsOf(pack);
  return groups ? groups.flatMap((group) => group.rows.map(({ row }) => row)) : latestRows(pack);
}

/** Groups of the pack's scorecards; null for a pack without one. */
function groupsOf(pack: Pack): ScoredGroup[] | null {
  const items = pack.template.pages.flatMap((page) =>
    page.parts.flatMap((part) => (part.kind === "directive" && part.directive.name === "scorecard" ? part.directive.items : [])),
  );
  return items.length === 0 ? null : scoredGroups(pack, items);
}

/** Measures that the pack's scorecard names below its table instead of in it. */
export const unscored = (pack: Pack): Comparison[] => unfilled(groupsOf(pack) ?? []).map(({ row }) => row);
