import { acrossDocuments } from "../../check.ts";
import type { Finding } from "../../../model/finding.ts";
import type { Observation } from "../../../model/observation.ts";
import { formatPeriod, parsePeriod } from "../../../model/period.ts";
import { oneFinding, ownerOf } from "../../finding-row.ts";
import { agreePrinted } from "../../numbers/rounding.ts";

/** The reporting year or day that a period stands for: a stock "at 31 March" belongs to the year it ends. */
export function yearEnd(period: string): string {
  const span = parsePeriod(period);
  if (!span) return "";
  if (period.startsWith("at ")) return span.end;
  return /^\d{4}\/\d{2}$/.test(period) ? span.end : "";
}

/** A figure of the authority itself, exact, with a reporting year or day. */
export const isUsable = (row: Observation): boolean =>
  row.subject === "local" &&
  row.value !== null &&
  row.value_high === null &&
  row.qualifier === "exact" &&
  row.authority_code !== "" &&
  row.method !== "derived" &&
  row.review !== "rejected" &&
  (row.confidence ?? 1) >= 0.6 &&
  yearEnd(row.period) !== "";

export const printed = (row: Observation): string => `${row.value}${row.unit === "percent" ? "%" : ""}`;

/** One authority, measure and year, two documents, two values. */
export const conflictsAcross = acrossDocuments(
  "conflict",
  "Two values of one measure in two documents",
  ({ observations, documents, indicators }) => {
    const groups = Map.groupBy(
      observations.filter((row) => isUsable(row) && row.unit !== "grade"),
      (row) => [row.authority_code, row.indicator, row.breakdown, row.unit, yearEnd(row.period)].join("\u001f"),
    );
    return [...groups.values()].flatMap((rows): Finding[] => {
      const [first] = rows;
      const other = rows.find((row) => row.document !== first?.document && !agreePrinted(String(row.value), String(first?.value)));
      const document = documents.find((one) => one.document === other?.document);
      // A document that holds both values has its own finding.
      if (!first || !other || !document || rows.some((row) => row.document === other.document && row.value === first.value)) return [];
      const name = indicators.find((indicator) => indicator.id === first.indicator)?.name ?? first.indicator;
      return oneFinding(ownerOf(document), {
        kind: "conflict",
        severity: "warning",
        stated: `${printed(first)}; ${printed(other)}`,
        indicator: first.indicator,
        place: placeOf(other),
        quote: `${first.quote} / ${other.quote}`,
        observations: [first.observation_id, other.observation_id],
        heading: `${name}: ${printed(first)} and ${printed(other)} in two documents`,
        message: `${first.period.startsWith("at ") ? "At" : "For"} ${formatPeriod(first.period).replace(/^at /, "")}, ${first.document} (${placeOf(first)}) gives ${printed(first)} and ${other.document} ${printed(other)}.`,
      });
    });
  },
);

export const placeOf = (row: Observation): string =>
  [
    row.page === null ? "" : `page ${row.page}`,
    row.table === "" ? "" : `table "${row.table}"`,
    row.row === "" ? "" : `row "${row.row}"`,
    row.table === "" && row.paragraph !== "" ? `paragraph ${row.paragraph}` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
