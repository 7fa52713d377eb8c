import { date, defineTable, number, oneOf, text, type RowOf } from "../core/table-schema.ts";

/** What an authority set itself for one measure and period. */
export const targets = defineTable({
  name: "targets",
  description: "Targets that authorities set themselves, from their own files and from documents",
  key: ["authority_code", "indicator", "breakdown", "period_end", "target_id"],
  fields: {
    target_id: text("Stable id"),
    authority_code: text("ONS code"),
    authority: text("Name"),
    indicator: text("Indicator id"),
    breakdown: text("Part of the whole; empty for the whole"),
    period: text("Period that the target is for; empty when a document does not say"),
    period_end: date("Last day of the period; empty when unknown"),
    target: number("Target in the unit"),
    unit: text("Unit of the target"),
    origin: oneOf(["document", "local"], "Where the target comes from"),
    source: text("File name of the document or local file"),
    source_line: text("Line of the file for local files; observation id for documents"),
  },
});
export type Target = RowOf<typeof targets>;
