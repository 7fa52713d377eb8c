import { withoutSpaces } from "../core/hash.ts";
import { date, defineTable, integer, text, type RowOf } from "../core/table-schema.ts";

/** One action of an action plan printed in a document. */
export const actions = defineTable({
  name: "actions",
  description: "Actions of action plans",
  key: ["document", "action_id"],
  fields: {
    document: text("File name of the document"),
    authority_code: text("ONS code of the authority"),
    plan: text("Title of the plan as printed"),
    recommendation_no: integer("Number of the recommendation the action answers"),
    recommendation: text("Words of the recommendation"),
    action_id: text("Number of the action as printed, such as 1.1"),
    action: text("Words of the action"),
    outcome: text("Outcome wanted, as printed"),
    timescale: text("Timescale as printed"),
    due: date("Last day by which it is due, read from the timescale; empty when it gives no date"),
    lead: text("Role that leads, as printed"),
    progress: text("Progress as printed"),
    rag: text("Rating as printed; empty when not rated"),
    page: integer("Page, where the format has pages"),
    place: text("Where the action stands"),
  },
});
export type Action = RowOf<typeof actions>;

/** The id by which other tables name an action: its document and its number. Ids stand in lists with spaces between them, so they hold none. */
export const actionRef = (action: Pick<Action, "document" | "action_id">): string =>
  withoutSpaces(`${action.document}#${action.action_id}`);
