import type { Comparison } from "../model/comparison.ts";
import { formatPeriod } from "../model/period.ts";
import { link, seriesLink, type Link } from "./chain-rows.ts";
import { about, counts, during, valueText, verdictText } from "./chain-words.ts";
import type { EvidenceIndex } from "./tables.ts";

/** Which of a comparison's sources are told: all, or those that some of its columns need. */
type Needs = (part: "own" | "before" | "neighbours" | "region" | "england") => boolean;

/** The sources that columns come from: a cell of England's value leads to England's line alone. */
export function needsOf(columns: readonly string[]): Needs {
  const patterns = {
    own: /^(?!region|england_value|neighbour_m|previous)/,
    before: /^(?:previous|change)/,
    neighbours: /^(?:neighbour|rank|children_to_n)/,
    region: /^region/,
    england: /^(?:england_value|children_to_e)/,
  };
  return (part) => columns.some((column) => patterns[part].test(column));
}

/** A comparison, down to the figures that its columns need. */
export function comparisonLink(index: EvidenceIndex, row: Comparison, needs: Needs): Link {
  const own = index.official(row.authority_code, row.indicator, row.breakdown, row.period_end);
  const before =
    row.previous_period === ""
      ? undefined
      : index.tables.series.find(
          (one) =>
            one.origin === "official" &&
            one.authority_code === row.authority_code &&
            one.indicator === row.indicator &&
            one.breakdown === row.breakdown &&
            one.period === row.previous_period,
        );
  const neighbours = index.tables.neighbours
    .filter((one) => one.model === row.neighbour_model && one.authority_code === row.authority_code)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const from: Link[] = [];
  if (own && needs("own")) from.push(link("its own value", [seriesLink(index, own)]));
  if (before && needs("before")) from.push(link("the period before", [seriesLink(index, before)]));
  if (needs("neighbours") && neighbours.length > 0) {
    const mean =
      row.neighbour_mean === null
        ? "no mean"
        : `mean ${valueText(Math.round(row.neighbour_mean * 100) / 100, row.unit)}, median ${valueText(row.neighbour_median, row.unit)}`;
    from.push(
      link(
        `statistical neighbours, ${row.neighbour_model} model: ${mean}, ${row.neighbours_with_value ?? 0} of ${neighbours.length} with a value`,
        neighbours.map((one) => {
          const value = index.official(one.neighbour_code, row.indicator, row.breakdown, row.period_end);
          return value ? seriesLink(index, value, one.neighbour) : link(`${one.neighbour}: no value for ${formatPeriod(row.period)}`);
        }),
      ),
    );
  }
  for (const [name, level, of] of [
    [`region: ${row.region}`, "region", row.region],
    ["England", "country", ""],
  ] as const) {
    if (!needs(level === "region" ? "region" : "england")) continue;
    const value = index.tables.series.find(
      (one) =>
        one.origin === "official" &&
        one.level === level &&
        one.indicator === row.indicator &&
        one.breakdown === row.breakdown &&
        one.period_end === row.period_end &&
        (of === "" || one.authority === of),
    );
    if (value) from.push(link(name, [seriesLink(index, value)]));
  }
  return link(
    `comparison ${row.comparison_id}: ${row.authority}, ${about(index, row.indicator, row.breakdown)}${during(row.period)}: ${valueText(row.value, row.unit, row.symbol)}${counts(row.numerator, row.denominator)}; neighbours ${verdictText(row.neighbour_verdict)}, England ${verdictText(row.england_verdict)}, change ${verdictText(row.change_verdict)}`,
    from,
  );
}

/** Every authority's figure at one point, as pictures of all England draw it: their rows are too many to tell. */
export function everyoneLink(index: EvidenceIndex, rows: readonly Comparison[]): Link | null {
  const [first] = rows;
  if (!first) return null;
  const known = rows.filter(({ value }) => value !== null).length;
  return link(
    `all places, ${about(index, first.indicator, first.breakdown)}${during(first.period)}: ${known} of ${rows.length} with a value, in comparisons.csv`,
  );
}
