import { acrossDocuments } from "../../check.ts";
import type { Finding } from "../../../model/finding.ts";
import type { Observation } from "../../../model/observation.ts";
import { formatPeriod } from "../../../model/period.ts";
import type { SeriesRow } from "../../../model/series.ts";
import { oneFinding, ownerOf } from "../../finding-row.ts";
import { placeOf } from "./conflicts-across.ts";

const isTarget = (row: Observation): boolean =>
  row.subject === "target" &&
  row.value !== null &&
  row.value_high === null &&
  row.qualifier === "exact" &&
  row.authority_code !== "" &&
  row.review !== "rejected" &&
  (row.confidence ?? 1) >= 0.6;

/** The authority's own target for the measure and time that a document names; null when its files have none, or several. */
function ownTarget(row: Observation, targets: readonly SeriesRow[]): SeriesRow | null {
  const same = targets.filter(
    (one) =>
      one.value !== null &&
      one.authority_code === row.authority_code &&
      one.indicator === row.indicator &&
      one.breakdown === row.breakdown &&
      one.unit === row.unit &&
      row.period !== "" &&
      one.period === row.period,
  );
  return new Set(same.map((one) => one.value)).size === 1 ? (same[0] ?? null) : null;
}

/** A target in a document against the one in the authority's own file. */
export const targetsAcross = acrossDocuments(
  "conflict",
  "A target in a document against the authority's own list of targets",
  ({ observations, documents, targets, indicators }) => {
    const seen = new Set<string>();
    return observations.filter(isTarget).flatMap((row): Finding[] => {
      const own = ownTarget(row, targets);
      const document = documents.find((one) => one.document === row.document);
      const indicator = indicators.find((one) => one.id === row.indicator);
      const key = [row.document, row.indicator, row.breakdown, row.value].join("\u001f");
      if (!own || own.value === null || !document || !indicator || own.value === row.value || seen.has(key)) return [];
      seen.add(key);
      const print = (value: number | null): string => `${value}${row.unit === "percent" ? "%" : ""}`;
      return oneFinding(ownerOf(document), {
        kind: "conflict",
        severity: "warning",
        stated: print(row.value),
        expected: print(own.value),
        indicator: row.indicator,
        place: placeOf(row),
        quote: row.quote,
        observations: [row.observation_id],
        heading: `${indicator.name}: a target of ${print(row.value)} here, ${print(own.value)} in the own file`,
        message: `The document gives a target of ${print(row.value)}; the authority's own list (${own.source}) has ${print(own.value)} for ${formatPeriod(own.period)}.`,
      });
    });
  },
);
