import { defineTable, integer, text, type RowOf } from "../core/table-schema.ts";

/** One sentence or printed figure of a pack, with the rows it rests on. */
export const statements = defineTable({
  name: "statements",
  description: "Sentences and figures printed in packs, so that each can be walked back to its rows",
  key: ["pack", "page", "statement_id"],
  fields: {
    statement_id: text("Stable id"),
    authority: text("Name of the authority"),
    pack: text("Path of the pack, below the output folder"),
    page: integer("Page, from 1"),
    text: text("The words or the figure as printed"),
    rests_on: text("Ids of the comparisons, series rows, observations, actions or findings, separated by spaces"),
  },
});
export type Statement = RowOf<typeof statements>;
