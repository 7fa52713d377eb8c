import { parsePeriod } from "../model/period.ts";
import type { Tables } from "../model/tables.ts";

/** The newest date among the inputs: of a document, or the end of a figure's period. No clock is read. */
export function reportDate({ documents, series }: Pick<Tables, "documents" | "series">): string {
  const dates = [...documents.flatMap((row) => [row.published, row.event_end]), ...series.map((row) => row.period_end)];
  return dates
    .filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date) && parsePeriod(date) !== null)
    .reduce((newest, date) => (date > newest ? date : newest), "");
}
