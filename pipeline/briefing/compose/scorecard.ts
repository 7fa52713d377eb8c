import type { Measure } from "../../charts/data.ts";
import { citation } from "../evidence.ts";
import { formatCounts } from "../../words/format.ts";
import { widthOf } from "../layout/lines.ts";
import { layTable, type Cell, type Row } from "../layout/table.ts";
import { layTally } from "../layout/tally.ts";
import type { Span } from "../span.ts";
import { type as roles } from "../style.ts";
import type { Comparison } from "../../model/comparison.ts";
import { symbolNote } from "../../words/notes.ts";
import { standing, standingRef } from "../../words/standing.ts";
import { periodName, nameOf } from "../../words/terms.ts";
import { changeMark, changeSpan, countsSpan, meanSpan, neighbourMark, ownValue, valueSpan, verdictLabel } from "./figures.ts";
import { parseMeasure } from "./measures.ts";
import { composeMissing } from "./missing.ts";
import type { Composer, Pack, Sheetwork } from "./pack.ts";
import { restsOn, templateRef } from "./pack.ts";
import { targetOf, type Target } from "./targets.ts";
import { neighbourModelNumber, sourceNumbers } from "./sources.ts";
import { drawSparkline } from "./sparkline.ts";

export type ScoredMeasure = { readonly measure: Measure; readonly row: Comparison; readonly history: readonly Comparison[] };
export type ScoredGroup = { readonly title: string; readonly rows: readonly ScoredMeasure[] };

/** Groups of a directive's items, "Health: health.immunisations, health.dental_checks", with what has a row. */
export function scoredGroups(pack: Pack, items: readonly { text: string }[]): ScoredGroup[] {
  return items
    .map(({ text }) => {
      const [title = "", list = ""] = text.split(/:(?= )/);
      const rows = list.split(",").flatMap((word): ScoredMeasure[] => {
        const measure = parseMeasure(word.trim(), pack.input.indicators);
        const row = typeof measure === "string" ? undefined : pack.data.latest(measure);
        return typeof measure === "string" || !row ? [] : [{ measure, row, history: pack.data.history(measure) }];
      });
      return { title: title.trim(), rows };
    })
    .filter((group) => group.rows.length > 0);
}

/**
 * Measures without a figure, where most are and some are not: rows of symbols would hide the few that say something,
 * so that they are named below the table.
 */
export function unfilled(groups: readonly ScoredGroup[]): ScoredMeasure[] {
  const all = groups.flatMap(({ rows }) => rows);
  const empty = all.filter(({ row }) => row.value === null);
  return empty.length * 3 > all.length * 2 && empty.length < all.length ? empty : [];
}

/** Two lines a row and fourteen rows to a page leave no more than this. */
const name = { ...roles.cell, line: 13.25 };
const own = { ...roles.cellOwn, line: 13.25 };
const second = { ...roles.note, line: 12.5 };

const mostCommon = (words: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
};

/** Remark after a group's title: its period where that is not the table's, or why it has no verdicts. */
function remarkOf(group: ScoredGroup, period: string): string {
  const own = mostCommon(group.rows.map(({ row }) => row.period));
  const judged = group.rows.some(({ row }) => row.polarity !== "none");
  const previous = mostCommon(group.rows.map(({ row }) => row.previous_period));
  return [
    own === period ? "" : `at ${periodName(own)}${previous ? `; change since ${periodName(previous)}` : ""}`,
    judged ? "" : "neither high nor low is good, so no verdict and no rank",
  ]
    .filter((part) => part !== "")
    .join("; ");
}

/** The counts with the people where that fits the column, else the counts alone. */
function fittingCounts(row: Comparison, measure: Measure): Span {
  const full = countsSpan(row, measure);
  const counts = formatCounts(row.numerator, row.denominator);
  return widthOf(full.text, second) <= 145 || counts === null ? full : { ...full, text: counts };
}

function cellsOf(
  { measure, row, history }: ScoredMeasure,
  groupPeriod: string,
  years: { from: string; to: string },
  targets: ReadonlyMap<string, Target> | null,
): Cell[] {
  const judged = row.polarity !== "none";
  const counts = fittingCounts(row, measure);
  const older = row.period !== groupPeriod ? `, ${periodName(row.period)}` : "";
  const line = drawSparkline(history, measure.indicator, years.from, years.to);
  const rank = row.rank === null || !judged ? "–" : String(row.rank);
  const verdict = (label: string): Cell => (judged ? [{ spans: [{ text: label }], style: second }] : []);
  return [
    [
      { spans: [{ text: nameOf(measure.indicator, measure.breakdown) }], style: name },
      { spans: [counts, ...(older ? [{ text: older }] : [])], style: second },
    ],
    [{ spans: [ownValue(row, measure)], style: own }],
    [
      { spans: [changeSpan(row, measure)], style: name, ...(judged && { mark: changeMark(row) }) },
      ...verdict(verdictLabel(row.change_verdict)),
    ],
    [
      { spans: [meanSpan(row, measure)], style: name, ...(judged && { mark: neighbourMark(row) }) },
      ...verdict(verdictLabel(row.neighbour_verdict)),
    ],
    [{ spans: [valueSpan("region_value", "", row, measure)], style: name }],
    [{ spans: [valueSpan("england_value", "", row, measure)], style: name }],
    [{ spans: [{ text: rank, rests: restsOn(row, "rank") }], style: name, hang: (row.rank_tied ?? 0) > 0 && judged ? "=" : " " }],
    ...(targets ? [[{ spans: [targets.get(row.comparison_id)?.span ?? { text: "–" }], style: name }]] : []),
    line
      ? [{ picture: line.picture, width: line.width, height: line.height, alt: line.alt, rests: history.map((one) => one.comparison_id) }]
      : [],
  ];
}

/** Widths of the columns, and what they give up for targets where there are any. */
const wide = { measure: 146, latest: 36, change: 86, mean: 60, region: 40, england: 40, rank: 30, target: 0, line: 55 };
const narrow = { measure: 143, latest: 35, change: 80, mean: 53, region: 38, england: 37, rank: 26, target: 32, line: 49 };

function composeScorecard(sheet: Sheetwork, groups: readonly ScoredGroup[]): void {
  const { pack, path } = sheet;
  sheet.oneSheet = true;
  sheet.whole = true;
  const all = groups.flatMap((group) => group.rows);
  const judged = all.filter(({ row }) => row.polarity !== "none");
  /** A count rests on the rows that it counts; none rests on all of them. */
  const count = (test: (row: Comparison) => boolean): { count: number; rests: readonly string[] } => {
    const counted = judged.filter(({ row }) => test(row));
    return { count: counted.length, rests: (counted.length === 0 ? all : counted).map(({ row }) => row.comparison_id) };
  };
  const against = (...verdicts: string[]) => count((row) => verdicts.includes(row.neighbour_verdict));
  const since = (...verdicts: string[]) => count((row) => verdicts.includes(row.change_verdict));
  const untested = ["not_tested", "not_compared"];
  const isTested = judged.some(({ row }) => !untested.includes(row.neighbour_verdict) || !untested.includes(row.change_verdict));
  // Eight noughts say nothing.
  if (isTested)
    sheet.pieces.push(
      layTally(
        [
          {
            label: "Against neighbours",
            counts: [
              { mark: "good", ...against("better"), word: "better" },
              { mark: "ring", ...against("similar"), word: "similar" },
              { mark: "bad", ...against("worse"), word: "worse" },
              { mark: "dash", ...against(...untested), word: "not tested" },
            ],
          },
          {
            label: "Since last year",
            counts: [
              { mark: "good", ...since("improved"), word: "improved" },
              { mark: "ring", ...since("no_clear_change"), word: "no clear change" },
              { mark: "bad", ...since("worsened"), word: "worsened" },
              { mark: "dash", ...since(...untested), word: "not tested" },
            ],
          },
        ],
        { key: sheet.key(), path, before: 8 },
      ),
    );
  const period = mostCommon(all.map(({ row }) => row.period));
  const ends = all.flatMap(({ history }) => history.filter((row) => row.value !== null).map((row) => row.period_end)).sort();
  const years = { from: ends[0] ?? "", to: ends.at(-1) ?? "" };
  const found = new Map(
    all.flatMap(({ row }) => {
      const target = targetOf(pack, row);
      return target ? [[row.comparison_id, target] as const] : [];
    }),
  );
  const targets = found.size > 0 ? found : null;
  const rows: Row[] = groups.flatMap((group): Row[] => [
    {
      kind: "group",
      title: group.title,
      remark: remarkOf(group, period),
      rests: [templateRef(pack.template), ...group.rows.map(({ row }) => row.comparison_id)],
    },
    ...group.rows.map((scored): Row => ({
      kind: "row",
      cells: cellsOf(scored, mostCommon(group.rows.map(({ row }) => row.period)), years, targets),
    })),
  ]);
  const region = all.find(({ row }) => row.region !== "")?.row.region ?? "Region";
  const widths = targets ? narrow : wide;
  sheet.pieces.push(
    ...layTable(
      {
        key: sheet.key(),
        columns: [
          { head: "Measure", width: widths.measure, align: "left", names: true },
          { head: `Latest,\n${periodName(period)}`, width: widths.latest, align: "right" },
          { head: "Change in\na year", width: widths.change, align: "left", gap: targets ? 9 : 14 },
          { head: "Neighbours’\nmean", width: widths.mean, align: "left", gap: targets ? 2 : 3 },
          { head: region, width: widths.region, align: "right" },
          { head: "England", width: widths.england, align: "right" },
          { head: pack.input.group.length === 0 ? "Rank" : `Rank\nof ${pack.input.group.length + 1}`, width: widths.rank, align: "right" },
          ...(targets ? [{ head: "Target", width: widths.target, align: "right" as const }] : []),
          {
            head: years.from === "" ? "Trend" : `${years.from.slice(0, 4)} to\n${years.to.slice(0, 4)}`,
            width: widths.line,
            align: "right",
          },
        ],
        rows,
        headStyle: roles.headSmall,
        padding: Math.max(1.75, 2.5 - sheet.trim * 0.25),
        gutter: 0,
        before: 8,
      },
      path,
    ),
  );
  const symbols = symbolNote(all.map(({ row }) => row.symbol));
  const numbers = [
    ...sourceNumbers(
      pack,
      all.map(({ row }) => row),
    ),
    neighbourModelNumber(pack),
  ];
  sheet.notes.push([
    ...(symbols === "" ? [] : [{ text: `${symbols} ` }]),
    { text: standing.scorecard, rests: [standingRef("scorecard")] },
    ...(isTested ? [{ text: ` ${standing.tests}`, rests: [standingRef("tests")] }] : []),
    {
      text: ` ${sheet.trim >= 1 ? "" : "Not tested: no counts in the source, or an average. Each small line has its own scale. "}Source: Department for Education`,
    },
    ...citation([...numbers, ...[...found.values()].map(({ evidence }) => evidence)]),
    { text: targets ? ". Targets are the authority’s own." : "." },
  ]);
}

export const scorecard: Composer = {
  settings: {},
  words: "none",
  items: "groups",
  compose(sheet, directive) {
    const groups = scoredGroups(sheet.pack, directive.items);
    const left = unfilled(groups);
    const shown = groups
      .map((group) => ({ ...group, rows: group.rows.filter((row) => !left.includes(row)) }))
      .filter(({ rows }) => rows.length > 0);
    if (shown.length > 0) composeScorecard(sheet, shown);
    composeMissing(
      sheet,
      left.map(({ row }) => row),
    );
  },
};
