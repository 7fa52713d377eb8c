import type { Measure } from "../../charts/data.ts";
import type { Comparison } from "../../model/comparison.ts";
import { formatCounts } from "../../words/format.ts";
import { nameOf, periodName } from "../../words/terms.ts";
import type { Piece } from "../ink.ts";
import { widthOf } from "../layout/lines.ts";
import { layTable, type Cell, type Row } from "../layout/table.ts";
import type { Span } from "../span.ts";
import { type as roles } from "../style.ts";
import { changeMark, changeSpan, countsSpan, meanSpan, neighbourMark, ownValue, valueSpan, verdictLabel } from "./figures.ts";
import { restsOn, templateRef, type Sheetwork } from "./pack.ts";
import type { ScoredGroup, ScoredMeasure } from "./scored-groups.ts";
import { drawSparkline } from "./sparkline.ts";
import type { Target } from "./targets.ts";

/** Targets by comparison; null where no measure has one, so that the table has no column for them. */
export type Targets = ReadonlyMap<string, Target> | null;
/** First and last day of the figures that the small lines draw; "" where there are none. */
type Years = { readonly from: string; readonly to: string };

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
function remarkOf(group: ScoredGroup, own: string, period: string): string {
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

/** The cells of one measure, in the order of the columns. */
function cellsOf({ measure, row, history }: ScoredMeasure, groupPeriod: string, years: Years, targets: Targets): Cell[] {
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

function yearsOf(all: readonly ScoredMeasure[]): Years {
  const ends = all.flatMap(({ history }) => history.filter((row) => row.value !== null).map((row) => row.period_end)).sort();
  return { from: ends[0] ?? "", to: ends.at(-1) ?? "" };
}

/** A row a measure under the titles of their groups. */
export function layScorecard(sheet: Sheetwork, groups: readonly ScoredGroup[], targets: Targets): Piece[] {
  const { pack, path } = sheet;
  const all = groups.flatMap((group) => group.rows);
  const period = mostCommon(all.map(({ row }) => row.period));
  const years = yearsOf(all);
  const rows = groups.flatMap((group): Row[] => {
    const own = mostCommon(group.rows.map(({ row }) => row.period));
    const rests = [templateRef(pack.template), ...group.rows.map(({ row }) => row.comparison_id)];
    return [
      { kind: "group", title: group.title, remark: remarkOf(group, own, period), rests },
      ...group.rows.map((scored): Row => ({ kind: "row", cells: cellsOf(scored, own, years, targets) })),
    ];
  });
  const region = all.find(({ row }) => row.region !== "")?.row.region ?? "Region";
  const widths = targets ? narrow : wide;
  return layTable(
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
  );
}
