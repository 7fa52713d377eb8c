import type { Measure } from "../../charts/data.ts";
import type { SeriesRow } from "../../model/series.ts";
import { sourceRef, type Source } from "../../model/source.ts";
import { formatCounts, formatValue } from "../../words/format.ts";
import { symbolNote } from "../../words/notes.ts";
import { standing, standingRef } from "../../words/standing.ts";
import { measureOf, periodName } from "../../words/terms.ts";
import type { Row } from "../layout/table.ts";
import { ink, type as roles } from "../style.ts";
import { rowRef, type Composer, type Pack } from "./pack.ts";
import { line, setHeading, setParagraph, setTable } from "./set.ts";

const cell = { ...roles.cell, size: 10, line: 12.25 };
const own = { ...roles.cellOwn, size: 10, line: 12.25 };

type Listed = { readonly measure: Measure; readonly rows: readonly SeriesRow[] };

/** The authority's official figures that a pack can print: every year of every measure that has a comparison. */
export function officialFigures({ data, input }: Pack): Listed[] {
  return data.measures
    .filter((measure) => data.latest(measure))
    .map((measure) => ({
      measure,
      rows: data
        .seriesOf(input.authority.authority_code, measure)
        .filter((row) => row.origin === "official")
        .reverse(),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** "a.csv:12" as "a.csv, line 12". */
const placeOfLine = (line: string): string => line.replace(/:(\d+)$/, ", line $1");

function figureRow(row: SeriesRow, { indicator }: Measure, release: string): Row {
  const rests = [row.series_id];
  const value = row.value === null ? `[${row.symbol || "x"}]` : formatValue(row.value, indicator);
  return {
    kind: "row",
    cells: [
      [line(periodName(row.period), rests, cell)],
      [line(value, rests, own)],
      [line(formatCounts(row.numerator, row.denominator) ?? "–", rests, cell)],
      [line(release, [rowRef(release)], cell)],
      [{ spans: [{ text: placeOfLine(row.source_line), rests }], style: { ...cell, colour: ink.grey } }],
    ],
  };
}

/** Every official figure of the authority, newest first, with the release and the line that it was read from. */
export const officialBook: Composer = {
  settings: {},
  words: "none",
  items: "none",
  compose(sheet) {
    const { pack } = sheet;
    const listed = officialFigures(pack);
    if (listed.length === 0) return;
    const used = new Set(listed.flatMap(({ rows }) => rows.map((row) => row.source)));
    const releases = pack.input.sources.filter(({ source }) => used.has(source));
    const numberOf = new Map(releases.map(({ source }, at) => [source, `R${at + 1}`]));
    setParagraph(sheet, [{ text: standing.lines, rests: [standingRef("lines")] }], 6);
    setHeading(sheet, "Releases", 14);
    setTable(sheet, {
      columns: releaseColumns,
      rows: releases.map((source) => releaseRow(source, numberOf.get(source.source) ?? "")),
      padding: 2.5,
      before: 2,
    });
    setHeading(sheet, "Figures", 16);
    const rows = listed.flatMap(({ measure, rows: years }): Row[] => [
      { kind: "group", title: measureOf(measure.indicator, measure.breakdown), remark: "", rests: [] },
      ...years.map((row) => figureRow(row, measure, numberOf.get(row.source) ?? row.source)),
    ]);
    setTable(sheet, {
      columns: [
        { head: "Period", width: 90, align: "left", names: true },
        { head: "Figure", width: 44, align: "right" },
        { head: "Counts", width: 70, align: "right" },
        { head: "Release", width: 59, align: "left", gap: 14 },
        { head: "File and line", width: 230, align: "left" },
      ],
      rows,
      padding: 1.75,
      before: 2,
    });
    const symbols = symbolNote(
      listed.flatMap(({ rows: years }) => years.map(({ symbol, value }) => (value === null ? symbol || "x" : ""))),
    );
    if (symbols !== "") sheet.notes.push([{ text: symbols }]);
  },
};

const releaseColumns = [
  { head: "No.", width: 28, align: "left" as const, names: true },
  { head: "Publication", width: 285, align: "left" as const },
  { head: "Publisher and release", width: 180, align: "left" as const },
];

function releaseRow({ source, title, publisher, release, licence }: Source, number: string): Row {
  const rests = [sourceRef(source)];
  return {
    kind: "row",
    cells: [
      [line(number, [rowRef(number)], roles.cellOwn)],
      [line(title, rests)],
      [line(`${publisher}, ${release}`, rests), line(licence, rests, roles.note)],
    ],
  };
}
