import { acrossDocuments } from "../../check.ts";
import { indexOfficial, matchOfficial } from "../../../measures/match-official.ts";
import type { Observation } from "../../../model/observation.ts";
import { formatPeriod } from "../../../model/period.ts";
import { oneFinding, ownerOf } from "../../finding-row.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { isUsable, placeOf, printed, yearEnd } from "./conflicts-across.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { notAll, someOf } from "../../vocabulary/restrictions.ts";

/** Words that say that a figure is not the official one: not final, of a part of the year, or of some of the children. */
const unlike = wordings`
  ${someOf}|new (?:entrants|children)|${notAll}|unverified|estimated?|forecast|projected|indicative|emerging|live data|
  snapshot|half[- ]year|six months|quarter|q[1-4]|year to date|so far|to date|rolling|out of (?:area|county|borough)|in
  [- ]house`;
/** A figure further from the published one than this share of it is of another base, not the same one printed differently. */
const farthest = 0.25;
/** Differences up to this are those of a revision: one child in a hundred, one in the rate. */
const slight = (unit: string): number => (unit === "rate_per_10k" ? 1.5 : 0);
const decimalsIn = (value: number): number => /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;

const near = (row: Observation): string => (row.method === "table" ? `${row.table} ${row.row} ${row.column}` : row.quote);

/** The year stands beside the figure, or over its column: a year taken from elsewhere may not be that of the figure. */
function namesYear(row: Observation): boolean {
  const [end, start] = [row.period_end.slice(0, 4), row.period_start.slice(0, 4)];
  const words = `${near(row)} ${row.method === "table" ? row.quote : ""}`;
  return [end, `${start}/${end.slice(2)}`, `${start}-${end.slice(2)}`, `${start}–${end.slice(2)}`, `${start}/${end}`].some((year) =>
    words.includes(year),
  );
}

/** What a document states of its own authority, as the official measure, against the figure published for the same year. */
export const officialDifferences = acrossDocuments(
  "official_difference",
  "Figures that differ from the published ones",
  ({ observations, official, documents, indicators }) => {
    const published = indexOfficial(official);
    const seen = new Set<string>();
    return observations
      .filter((row) => isUsable(row) && namesYear(row) && !unlike.test(near(row)))
      .flatMap((row) => {
        const found = matchOfficial(row, published);
        const match = found?.official;
        const indicator = indicators.find((one) => one.id === row.indicator);
        const document = documents.find((one) => one.document === row.document);
        if (!found?.differs || !match || match.value === null || !indicator || !document || row.value === null) return [];
        const gap = Math.abs(row.value - match.value);
        if (gap > farthest * Math.abs(match.value)) return [];
        const once = [row.document, row.authority_code, row.indicator, row.breakdown, yearEnd(row.period), row.value].join("\u001f");
        if (seen.has(once)) return [];
        seen.add(once);
        const expected = `${roundTo(match.value, decimalsIn(match.value))}${row.unit === "percent" ? "%" : ""}`;
        return oneFinding(ownerOf(document), {
          kind: "official_difference",
          severity: gap > 0.01 * Math.abs(match.value) && gap >= slight(row.unit) ? "warning" : "note",
          stated: printed(row),
          expected,
          indicator: row.indicator,
          place: placeOf(row),
          quote: row.quote,
          observations: [row.observation_id],
          heading: `${indicator.name}: ${printed(row)} here, ${expected} published`,
          message: `The document gives ${printed(row)} ${row.period.startsWith("at ") ? "" : "for "}${formatPeriod(row.period)}; the figure published for that year is ${expected}. The two may count different children, or one was revised.`,
        });
      });
  },
);
