import type { Measure } from "../../charts/data.ts";
import type { Comparison } from "../../model/comparison.ts";
import { formatMean, formatRank, formatValue } from "../../words/format.ts";
import { capitalise, groupWord, joinList, numberWord, ordinalWord } from "../../words/grammar.ts";
import { nameOf } from "../../words/terms.ts";
import { oneLine } from "../layout/lines.ts";
import { page, type as roles } from "../style.ts";
import { layStrip, type StripRow } from "../layout/strip.ts";
import { scoredRows } from "./key-rows.ts";
import type { Composer, Pack } from "./pack.ts";
import { restsOn } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";

/** Where values stand between the weakest and the strongest of the group: a matter of drawing, not a statistic. */
function stripRow(pack: Pack, row: Comparison): StripRow | null {
  const indicator = indicatorLookup(pack)(row.indicator);
  const measure: Measure = { indicator, breakdown: row.breakdown };
  const others = pack.input.group.flatMap((place) => pack.data.comparisonOf(place.authority_code, measure, row.period_end)?.value ?? []);
  if (row.value === null || others.length === 0) return null;
  const values = [row.value, ...others];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const share = (value: number): number => {
    if (high === low) return 0.5;
    const place = (value - low) / (high - low);
    return row.polarity === "low" ? 1 - place : place;
  };
  return {
    name: nameOf(indicator, row.breakdown),
    own: share(row.value),
    neighbours: others.map(share),
    mean: row.neighbour_mean === null ? null : share(row.neighbour_mean),
    rank: formatRank(row.rank, row.rank_tied),
    alt: `${row.authority} ${formatValue(row.value, indicator)}; neighbours from ${formatValue(row.neighbour_min, indicator)} to ${formatValue(row.neighbour_max, indicator)}, mean ${formatMean(row.neighbour_mean, indicator)}.`,
    rests: restsOn(row),
  };
}

const measures = (n: number): string => `${numberWord(n)} ${n === 1 ? "measure" : "measures"}`;

/** "First or joint first of eleven on four measures, tenth on two": the best and the worst rank held. Without ranks, what is drawn. */
function stripTitle(rows: readonly Comparison[]): string {
  const ranks = rows.flatMap((row) => row.rank ?? []);
  // Groups of several sizes, where neighbours have no figure, are not put under one number.
  const [of = 0, ...sizes] = new Set(rows.flatMap((row) => row.rank_of ?? []));
  if (ranks.length === 0) return "Against the ten statistical neighbours";
  const [best, worst] = [Math.min(...ranks), Math.max(...ranks)];
  const count = (rank: number): number => ranks.filter((one) => one === rank).length;
  const place = (rank: number): string => {
    const [ordinal, held] = [ordinalWord(rank), rows.filter((row) => row.rank === rank)];
    const tied = held.filter((row) => (row.rank_tied ?? 0) > 0).length;
    return tied === 0 ? ordinal : tied === held.length ? `joint ${ordinal}` : `${ordinal} or joint ${ordinal}`;
  };
  const first = `${capitalise(place(best))}${sizes.length > 0 ? "" : ` of ${groupWord(of)}`} on ${measures(count(best))}`;
  return best === worst ? first : joinList([first, `${place(worst)} on ${numberWord(count(worst))}`]).replace(" and ", ", ");
}

/** Every ranked measure of the scorecard among the eleven, best rank first. */
export const strip: Composer = {
  settings: { most: "number" },
  words: "none",
  items: "none",
  compose(sheet, directive) {
    const { pack, path } = sheet;
    const most = Number(directive.settings["most"] ?? "13");
    const ranked = scoredRows(pack).filter((row) => row.rank !== null && row.polarity !== "none" && row.value !== null);
    const sorted = [...ranked].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.rank_tied ?? 0) - (b.rank_tied ?? 0)).slice(0, most);
    const drawn = sorted.flatMap((row) => stripRow(pack, row) ?? []);
    if (drawn.length === 0) return;
    const name = pack.input.authority.authority;
    const words = {
      title: stripTitle(sorted),
      subtitle: oneLine(
        [
          `${name} and its ten statistical neighbours on ${measures(drawn.length)}, latest year, best rank first`,
          `The authority and its ten neighbours on ${measures(drawn.length)}, latest year, best rank first`,
        ],
        page.content,
        roles.chartSubtitle,
      ),
      authority: name,
      weakest: new Set(sorted.map((row) => row.rank_of)).size > 1 ? "weakest" : `weakest of the ${sorted[0]?.rank_of ?? ""}`,
    };
    sheet.pieces.push(
      layStrip(words, drawn, {
        key: sheet.key(),
        path,
        before: sheet.trim >= 4 ? 9 : sheet.trim >= 2 ? 12 : 18,
        rowHeight: 16.8 - Math.min(2.4, sheet.trim * 0.6),
      }),
    );
  },
};
