import type { Measure } from "../../charts/data.ts";
import type { Comparison } from "../../model/comparison.ts";
import { parseMeasure } from "./measures.ts";
import type { Pack } from "./pack.ts";

export type ScoredMeasure = { readonly measure: Measure; readonly row: Comparison; readonly history: readonly Comparison[] };
export type ScoredGroup = { readonly title: string; readonly rows: readonly ScoredMeasure[] };

/** Groups of a directive's items, "Health: health.immunisations, health.dental_checks", with what has a row. */
export function scoredGroups(pack: Pack, items: readonly { text: string }[]): ScoredGroup[] {
  return items
    .map(({ text }) => {
      const [title = "", list = ""] = text.split(/:(?= )/);
      const rows = list.split(",").flatMap((word): ScoredMeasure[] => {
        const measure = parseMeasure(word.trim(), pack.input.indicators);
        const row = typeof measure === "string" ? undefined : pack.data.latest(measure);
        return typeof measure === "string" || !row ? [] : [{ measure, row, history: pack.data.history(measure) }];
      });
      return { title: title.trim(), rows };
    })
    .filter((group) => group.rows.length > 0);
}

/**
 * Measures without a figure, where most are and some are not: rows of symbols would hide the few that say something,
 * so that they are named below the table.
 */
export function unfilled(groups: readonly ScoredGroup[]): ScoredMeasure[] {
  const all = groups.flatMap(({ rows }) => rows);
  const empty = all.filter(({ row }) => row.value === null);
  return empty.length * 3 > all.length * 2 && empty.length < all.length ? empty : [];
}
