import type { Comparison } from "../../model/comparison.ts";
import type { Pack } from "./pack.ts";
import { scoredGroups } from "./scorecard.ts";
import { latestRows } from "./resolve.ts";

/**
 * The latest comparisons that a pack speaks of: those of its scorecard, so that the page that matters,
 * its counts and the cover never speak of a measure which the reader cannot look up. Without a
 * scorecard, all of them.
 */
export function scoredRows(pack: Pack): Comparison[] {
  const items = pack.template.pages.flatMap((page) =>
    page.parts.flatMap((part) => (part.kind === "directive" && part.directive.name === "scorecard" ? part.directive.items : [])),
  );
  return items.length === 0 ? latestRows(pack) : scoredGroups(pack, items).flatMap((group) => group.rows.map(({ row }) => row));
}
