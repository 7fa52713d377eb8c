import { defineTable, integer, text, type RowOf } from "../core/table-schema.ts";

/** One statistical neighbour of one authority in one of the DfE's models. */
export const neighbours = defineTable({
  name: "statistical_neighbours",
  description: "Ten statistical neighbours an authority, by model",
  key: ["model", "authority_code", "rank"],
  fields: {
    model: text("Year of the model: 2021 or 2025"),
    authority_code: text("ONS code of the authority"),
    authority: text("Name of the authority"),
    rank: integer("1 is the closest of ten"),
    neighbour_code: text("ONS code of the neighbour"),
    neighbour: text("Name of the neighbour"),
    closeness: text("Extremely close, Very close, Close, Somewhat close or Not close"),
  },
});
export type Neighbour = RowOf<typeof neighbours>;
