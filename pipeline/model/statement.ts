import { defineTable, integer, text, type RowOf } from "../core/table-schema.ts";

/** One sentence, cell, label or heading of a pack, or the words in place of a picture, with the rows it rests on. */
export const statements = defineTable({
  name: "statements",
  description:
    "Sentences, cells and labels printed in packs, and the words in place of their pictures, so that each number can be walked back to its rows",
  key: ["pack", "page", "statement_id"],
  fields: {
    statement_id: text("Stable id"),
    authority: text("Name of the authority"),
    pack: text("Path of the pack, below the output folder"),
    page: integer("Page, from 1"),
    text: text("The words or the figure as printed"),
    rests_on: text(
      "Ids of what it rests on, separated by spaces: rows of the other tables (with @ and columns for a cell), and standing words or numbers of the pack itself (with a colon after their kind)",
    ),
  },
});
export type Statement = RowOf<typeof statements>;
