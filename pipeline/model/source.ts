import { defineTable, text, type RowOf } from "../core/table-schema.ts";

/** A publication that figures come from. */
export const sources = defineTable({
  name: "sources",
  description: "Publications that official figures come from, with their licences",
  key: ["source"],
  fields: {
    source: text("Short id, as used in the source columns"),
    title: text("Title of the publication"),
    publisher: text("Publisher"),
    release: text("Year or date of the release"),
    licence: text("Licence"),
  },
});
export type Source = RowOf<typeof sources>;
