import { indicators } from "../../indicators/all.ts";
import type { Block, DocumentRow, SourceDocument } from "../../model/document.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Observation } from "../../model/observation.ts";
import { readTable, type TableReading } from "./read-table.ts";
import type { HeadingMeaning } from "./read-heading.ts";
import { scopeOf } from "./scope.ts";

/**
 * Every figure that the tables of a document state. Ids and the days of the periods are the
 * caller's to fill in. Headers are copied as printed, even when they are wrong. Action plans, contents
 * and agendas hold no figures of this kind and give no rows; a figure about children, services or
 * workforce that no indicator fits has indicator "other".
 */
export function extractTables(source: SourceDocument, row: DocumentRow, known: readonly Indicator[] = indicators): Observation[] {
  const found: Observation[] = [];
  const seen = new Map<string, HeadingMeaning>();
  let above: { block: Block; reading: TableReading } | null = null;
  for (const [at, block] of source.blocks.entries()) {
    if (!block.table) {
      // A caption or a note may stand between two parts of one table; a new subject does not.
      if (above && block.kind === "heading") above = null;
      continue;
    }
    const inherited = above && above.block.table?.caption === block.table.caption ? above.reading.latest : "";
    // A table cut by the end of a page goes on without its header.
    const heads = above && above.block.index === block.index - 1 ? above.reading.heads : [];
    const reading = readTable(block, block.table, {
      indicators: known,
      row,
      scope: once(() => scopeOf(source.blocks, at, row)),
      inherited,
      heads,
      seen,
    });
    for (const observation of reading.observations) found.push(observation);
    above = { block, reading };
  }
  return found;
}

/** Looks only when asked, and then once: most tables hold no figures of ours. */
function once(look: () => string): () => string {
  let seen: string | null = null;
  return () => (seen ??= look());
}
