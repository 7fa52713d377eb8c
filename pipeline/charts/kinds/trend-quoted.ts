import type { DocumentRow } from "../../model/document.ts";
import { parsePeriod } from "../../model/period.ts";
import type { SeriesRow } from "../../model/series.ts";
import { formatValue } from "../../words/format.ts";
import { periodName } from "../../words/terms.ts";
import type { Measure } from "../data.ts";
import { monthOf } from "./document-titles.ts";
import { inParts, yearOf, type TrendPoint } from "./trend-points.ts";

/** Figures of one document, which are joined to each other only; `note` names a period that is not a year of the statistics, else "". */
export type Quoted = { name: string; document: string; points: (TrendPoint & { note: string })[] };

const documentNames: readonly (readonly [RegExp, string])[] = [
  [/inspection|visit/i, "Ofsted report"],
  [/panel|council|committee/i, "Council paper"],
];

const yearForm = /^\d{4}\/\d{2}$/;

/** "12 months to November 2011", "inspection, March 2012" for a figure of another period than the official years; else "". */
export function noteOfPeriod(period: string, periodEnd: string, official: string): string {
  if (yearForm.test(period) || period === official || (period.startsWith("at ") && official.slice(-5) === period.slice(-5))) return "";
  if (period === "at inspection") return `inspection, ${monthOf(periodEnd)}`;
  const span = parsePeriod(period);
  const months = span === null ? 0 : Math.round((yearOf(span.end) - yearOf(span.start)) * 12);
  return months === 12 && /^\d{4}-\d{2}\.\./.test(period) ? `12 months to ${monthOf(periodEnd)}` : periodName(period);
}

/** What documents say of a measure, a line for each document that gives a value. */
export function quotedBy(rows: readonly SeriesRow[], documents: readonly DocumentRow[], measure: Measure, official: string): Quoted[] {
  const names = [...new Set(rows.map((row) => row.source))];
  return names
    .map((document) => {
      const kind = documents.find((row) => row.document === document)?.kind ?? "";
      const points = rows
        .filter((row) => row.source === document)
        .flatMap((row) =>
          row.value === null
            ? []
            : [
                {
                  when: yearOf(row.period_end),
                  period: row.period,
                  value: row.value,
                  shown: formatValue(row.value, measure.indicator),
                  numerator: row.numerator,
                  denominator: row.denominator,
                  rests: row.series_id,
                  note: noteOfPeriod(row.period, row.period_end, official),
                },
              ],
        );
      return { name: documentNames.find(([pattern]) => pattern.test(kind))?.[1] ?? "Document", document, points: inParts(points, []) };
    })
    .filter(({ points }) => points.length > 0);
}
