import type { DocumentRow } from "../../model/document.ts";
import { formatPeriod } from "../../model/period.ts";

/** "Ofsted, April 2012": publisher and month of each document. */
export function documentTitles(quoted: readonly { document: string }[], documents: readonly DocumentRow[]): string[] {
  const titles = quoted.flatMap(({ document }) => {
    const row = documents.find((one) => one.document === document);
    if (!row) return [];
    return [[row.publisher || row.title, monthOf(row.published)].filter((part) => part !== "").join(", ")];
  });
  return [...new Set(titles)];
}

/** "April 2012" of a day; "" of none. */
export const monthOf = (iso: string): string => formatPeriod(iso.slice(0, 7));
