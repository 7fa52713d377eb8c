import { cellRef, type Comparison } from "../../model/comparison.ts";
import type { DocumentRow } from "../../model/document.ts";
import { formatPeriod, parsePeriod } from "../../model/period.ts";
import type { SeriesRow } from "../../model/series.ts";
import { periodsSpokenOf, trendWords } from "../../words/chart-words-trend.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import { formatInUnit, formatMean, formatValue } from "../../words/format.ts";
import { periodName } from "../../words/terms.ts";
import type { ChartData, Measure } from "../data.ts";
import { axisOver, type Axis } from "../layout/axis.ts";
import { sourceLine } from "../source-line.ts";
import type { Place } from "../theme.ts";

/** `when` is a year with its fraction; `part` counts the unbroken stretches of a line. */
export type TrendPoint = {
  when: number;
  period: string;
  value: number;
  shown: string;
  part: number;
  numerator: number | null;
  denominator: number | null;
  /** What its value is read from: a column of a comparison, or a row of a series. */
  rests: string;
};
export type Withheld = { when: number; period: string; symbol: string; denominator: number | null };
export type TrendLine = { place: Place; name: string; points: TrendPoint[] };
export type RangePoint = { when: number; low: number; high: number; part: number };
/** Figures of one document, which are joined to each other only; `note` names a period that is not a year of the statistics, else "". */
export type Quoted = { name: string; document: string; points: (TrendPoint & { note: string })[] };

export type TrendModel = {
  measure: Measure;
  rows: readonly Comparison[];
  subject: TrendLine;
  withheld: Withheld[];
  others: TrendLine[];
  range: RangePoint[];
  /** Fewest and most neighbours behind the range. */
  having: [number, number];
  quoted: Quoted[];
  axis: Axis;
  ticks: { value: number; shown: string }[];
  years: { when: number; label: string; /** Its row, where it has one. */ rests: readonly string[] }[];
  /** Why the subject has no figure in the last period: "[c]"; "" when it has one. */
  lastMissing: string;
  /** Official points of the subject that carry their figure: first, lowest or highest. The last is named at the end. */
  labelled: TrendPoint[];
  /** Counts under the axis, where a year is withheld or the people are few; else empty. */
  counts: { when: number; text: string; rests: string }[];
  /** Stretches of three years or more without any figure. */
  empty: { from: number; to: number; text: string }[];
  /** Periods that start a new definition. */
  breaks: { when: number }[];
  words: ChartWords;
  source: string;
};

export function yearOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return year + (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1));
}

/** "2024/25", or the year of a day. */
export const nameOfYear = (period: string): string => /^at (\d{4})/.exec(period)?.[1] ?? period;

/** Points further apart than this belong to different stretches. */
const gapYears = 1.3;

function inParts<T extends { when: number }>(points: readonly T[], breaks: readonly number[]): (T & { part: number })[] {
  let part = 0;
  return points.map((point, i) => {
    const before = points[i - 1];
    if (before && (point.when - before.when > gapYears || breaks.some((at) => before.when < at && at <= point.when))) part += 1;
    return { ...point, part };
  });
}

/** Without the points that stand alone between gaps, unless all do: a comparator's single year draws no line. */
function joined<T extends { part: number }>(points: readonly T[]): T[] {
  const kept = points.filter((point) => points.some((other) => other !== point && other.part === point.part));
  return kept.length > 0 ? kept : [...points];
}

/** One column of comparisons over time, without the years that have no value. */
export function columnLine(
  rows: readonly Comparison[],
  column: "value" | "neighbour_mean" | "region_value" | "england_value",
  show: (value: number) => string,
  breaks: readonly number[],
): TrendPoint[] {
  return inParts(
    rows.flatMap((row) => {
      const value = row[column];
      const [numerator, denominator] = column === "value" ? [row.numerator, row.denominator] : [null, null];
      return value === null
        ? []
        : [
            {
              when: yearOf(row.period_end),
              period: row.period,
              value,
              shown: show(value),
              numerator,
              denominator,
              rests: cellRef(row.comparison_id, [column]),
            },
          ];
    }),
    breaks,
  );
}

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

function quotedBy(rows: readonly SeriesRow[], documents: readonly DocumentRow[], measure: Measure, official: string): Quoted[] {
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

/** First, whichever of lowest and highest lies further from the line between the ends, and those that the headline speaks of. */
export function pointsToLabel(points: readonly TrendPoint[], axis: Axis, spokenOf: readonly string[] = []): TrendPoint[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return [];
  const between = (p: TrendPoint): number =>
    Math.abs(p.value - (first.value + ((p.when - first.when) / (last.when - first.when)) * (last.value - first.value)));
  const inner = points.slice(1, -1);
  const extremes = [Math.min(...points.map((p) => p.value)), Math.max(...points.map((p) => p.value))];
  const far = inner.filter((p) => extremes.includes(p.value)).sort((a, b) => between(b) - between(a))[0];
  const spoken = points.filter((p) => p !== last && spokenOf.includes(p.period));
  return [...new Set([first, ...spoken, ...(far && between(far) > 0.05 * (axis.high - axis.low) ? [far] : [])])];
}

/** Everything that a trend draws. Null without two official years, or one beside figures of documents. */
export function trendModel(
  data: ChartData,
  measure: Measure,
  options: { region: boolean; range: boolean; ranges?: readonly [number, number] },
): TrendModel | null {
  const { indicator } = measure;
  const known = data.history(measure).filter((row) => row.value !== null || row.symbol !== "" || row.england_value !== null);
  const rows = known.slice(known.findIndex((row) => row.value !== null || row.neighbour_mean !== null));
  const latest = rows.at(-1);
  if (!latest) return null;
  const breaks = rows.filter((row) => indicator.breaks.includes(row.period)).map((row) => yearOf(row.period_end));
  const show = (value: number): string => formatValue(value, indicator);
  const subject = columnLine(rows, "value", show, breaks);
  const printed = data
    .seriesOf(data.authority.authority_code, measure)
    .filter((row) => row.origin !== "official" && row.unit === indicator.unit && row.value !== null);
  const quoted = quotedBy(printed, data.documents, measure, latest.period);
  if (subject.length + quoted.length < 2 || subject.length === 0) return null;

  const all: (TrendLine | null)[] = [
    options.region && latest.region !== ""
      ? { place: "region", name: latest.region, points: columnLine(rows, "region_value", show, breaks) }
      : null,
    { place: "england", name: "England", points: columnLine(rows, "england_value", show, breaks) },
    { place: "mean", name: "Neighbour mean", points: columnLine(rows, "neighbour_mean", (value) => formatMean(value, indicator), breaks) },
  ];
  const count = indicator.unit === "count";
  const others = all
    .filter((one) => one !== null)
    .map((one) => ({ ...one, points: joined(one.points) }))
    // Totals depend on the size of the area: another place's is no yardstick.
    .filter((one) => one.points.length > 0 && !count);
  const range =
    options.range && !count
      ? joined(
          inParts(
            rows.flatMap((row) =>
              row.neighbour_min === null || row.neighbour_max === null
                ? []
                : [
                    {
                      when: yearOf(row.period_end),
                      low: row.neighbour_min,
                      high: row.neighbour_max,
                    },
                  ],
            ),
            breaks,
          ),
        )
      : [];
  const having = rows.map((row) => row.neighbours_with_value ?? 0).filter((n) => n > 0);
  const values = [
    ...subject.map((p) => p.value),
    ...quoted.flatMap((q) => q.points.map((p) => p.value)),
    ...others.flatMap((o) => o.points.map((p) => p.value)),
    ...range.flatMap((r) => [r.low, r.high]),
  ];
  const axis = axisOver([...values, ...(options.ranges ? [options.ranges[0] - 1, options.ranges[1] + 1] : [])], {
    range: indicator.range,
    most: options.ranges ? 10 : 6,
    smallest: indicator.unit === "percent" || options.ranges ? 1 : 0.5,
  });
  const withheld = rows.flatMap((row) =>
    row.value !== null || row.symbol === ""
      ? []
      : [{ when: yearOf(row.period_end), period: row.period, symbol: row.symbol, denominator: row.denominator }],
  );
  const small =
    indicator.unit === "percent" && (withheld.length > 0 || rows.some((row) => row.denominator !== null && row.denominator < 30));
  const source = sourcesOf(rows);
  return {
    measure,
    rows,
    withheld,
    others,
    range,
    quoted,
    axis,
    subject: { place: "subject", name: data.authority.authority, points: subject },
    having: having.length === 0 ? [0, 0] : [Math.min(...having), Math.max(...having)],
    ticks: axis.ticks.map((value) => ({ value, shown: formatInUnit(value, indicator.unit, Number.isInteger(axis.step) ? 0 : 1) })),
    years: yearTicks(rows, quoted),
    lastMissing: latest.value !== null ? "" : latest.symbol === "" ? "no figure" : `[${latest.symbol}]`,
    labelled:
      latest.value === null
        ? [...new Set([...pointsToLabel(subject, axis), ...subject.slice(-1)])]
        : pointsToLabel(subject, axis, periodsSpokenOf(rows)),
    counts: small ? rows.flatMap((row) => countsOf(row)) : [],
    empty: emptyYears(subject, quoted, withheld, rows),
    breaks: breaks.map((when) => ({ when })).filter(({ when }) => subject.some((p) => p.when < when)),
    words: trendWords(rows, indicator, {
      axisStart: axis.low === 0 ? null : axis.low,
      symbols: withheld.map((w) => w.symbol),
      quoted: printed,
    }),
    source: sourceLine(
      source,
      data.sources,
      documentTitles(quoted, data.documents),
      count || latest.neighbour_mean === null ? "" : latest.neighbour_model,
    ),
  };
}

const sourcesOf = (rows: readonly Comparison[]): string[] => [
  ...new Set(rows.flatMap((row) => row.source.split(";").map((id) => id.trim()))),
];

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
const monthOf = (iso: string): string => formatPeriod(iso.slice(0, 7));

function countsOf(row: Comparison): TrendModel["counts"] {
  const at = { when: yearOf(row.period_end), rests: cellRef(row.comparison_id, ["numerator", "denominator"]) };
  if (row.numerator !== null && row.denominator !== null) return [{ ...at, text: `${row.numerator} of ${row.denominator}` }];
  if (row.symbol === "") return [];
  return [{ ...at, text: row.denominator === null ? `[${row.symbol}]` : `[${row.symbol}] of ${row.denominator}` }];
}

/** A tick for every year-end from the first figure to the last, named as the statistics name their years. */
function yearTicks(rows: readonly Comparison[], quoted: readonly Quoted[]): TrendModel["years"] {
  const last = rows.at(-1);
  if (!last) return [];
  const [, month = "03", day = "31"] = last.period_end.split("-");
  const first = Math.min(...rows.map((row) => yearOf(row.period_end)), ...quoted.flatMap((q) => q.points.map((p) => p.when)));
  const lastYear = Number(last.period_end.slice(0, 4));
  const ticks: TrendModel["years"] = [];
  for (let year = lastYear; ; year -= 1) {
    const when = yearOf(`${year}-${month}-${day}`);
    if (when < first - 0.99) break;
    const rests = rows
      .filter((row) => row.period_end === `${year}-${month}-${day}`)
      .map(({ comparison_id }) => cellRef(comparison_id, ["value"]));
    ticks.unshift({
      when,
      rests,
      label: /^\d{4}\/\d{2}$/.test(last.period) ? `${year - 1}/${String(year % 100).padStart(2, "0")}` : String(year),
    });
    if (when <= first + 0.02) break;
  }
  return ticks;
}

function emptyYears(
  subject: readonly TrendPoint[],
  quoted: readonly Quoted[],
  withheld: readonly Withheld[],
  rows: readonly Comparison[],
): { from: number; to: number; text: string }[] {
  const reporting = /^\d{4}\/\d{2}$/.test(rows.at(-1)?.period ?? "");
  const points = [...subject, ...withheld, ...quoted.flatMap((q) => q.points)].map((p) => p.when).sort((a, b) => a - b);
  return points.flatMap((from, i) => {
    const to = points[i + 1];
    if (to === undefined || to - from < 3.2) return [];
    const [a, b] = [Math.floor(from) + 1, Math.floor(to) - (reporting ? 1 : 0)];
    return [{ from, to, text: a >= b ? `No figure found for ${a}` : `No figures found for ${a} to ${b}` }];
  });
}
