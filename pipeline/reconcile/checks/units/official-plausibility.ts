import { shortId } from "../../../core/hash.ts";
import { findingRow } from "../../../model/finding.ts";
import type { Unit } from "../../../model/indicator.ts";
import { formatPeriod } from "../../../model/period.ts";
import type { SeriesRow } from "../../../model/series.ts";
import { acrossDocuments } from "../../check.ts";
import { shorten } from "../../finding-row.ts";

/** Averages over people, which no group of people can have as 0: the release prints that where there was nobody. */
const averaged: ReadonlySet<Unit> = new Set(["score", "cases", "days", "weeks", "months"]);

/**
 * Published values that stand for nobody: an average of 0, or a share of a base of 0. The value stays as published,
 * so that every figure agrees with the release; the finding says what it is worth.
 */
export const officialPlausibility = acrossDocuments(
  "plausibility",
  "Published values that cannot be figures of anybody",
  ({ official, indicators }) => {
    const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    const empty = official.filter(
      (row) =>
        row.level === "local_authority" &&
        row.value !== null &&
        (row.denominator === 0 || (row.value === 0 && averaged.has(known.get(row.indicator)?.unit ?? "text"))),
    );
    const groups = Map.groupBy(empty, (row) => [row.authority_code, row.indicator, row.breakdown].join("\u001f"));
    return [...groups.values()].flatMap((rows) => {
      const [first] = rows;
      const name = first ? known.get(first.indicator)?.name : undefined;
      if (!first || name === undefined) return [];
      const periods = [...new Set(rows.map((row) => row.period))].sort();
      const years = periods.map((period) => formatPeriod(period)).join(", ");
      return [
        findingRow({
          finding_id: shortId("finding", "plausibility", first.authority_code, first.indicator, first.breakdown, ...periods),
          kind: "plausibility",
          severity: "warning",
          authority: first.authority,
          indicator: first.indicator,
          stated: [...new Set(rows.map((row) => String(row.value)))].join(", "),
          place: placesOf(rows),
          heading: shorten(`${name}: ${first.value} is published where there was nobody`, 70),
          message: `The published ${first.value} for ${first.authority} (${years}) is ${first.denominator === 0 ? "a share of no children" : "an average of no children"}: it is shown as published and says nothing of how children fare, nor does a rank made of it.`,
        }),
      ];
    });
  },
);

const placesOf = (rows: readonly SeriesRow[]): string =>
  rows
    .map((row) => row.source_line)
    .sort()
    .join(", ");
