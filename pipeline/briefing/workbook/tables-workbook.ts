import { authoritySlug } from "../../model/authority.ts";
import type { Comparison } from "../../model/comparison.ts";
import type { Indicator } from "../../model/indicator.ts";
import { formatDate } from "../../model/period.ts";
import { sourceRef, type Source } from "../../model/source.ts";
import type { Slice } from "../../model/tables.ts";
import { symbols } from "../../model/series.ts";
import { symbolNote } from "../../words/notes.ts";
import { measureOf, nameOf, periodName } from "../../words/terms.ts";
import { actionSheet, neighbourSheet, ownSheet } from "./slice-sheets.ts";
import { identified, sourcedCells, type SourcedCell } from "./identified.ts";
import { renderXlsx, type WorkbookCell, type WorkbookRow, type Worksheet } from "./render-xlsx.ts";

const words = (text: string): string => text.replaceAll("_", " ");
const orSymbol = (value: number | null, symbol: string): WorkbookCell => value ?? (symbol === "" ? "[x]" : `[${symbol}]`);
const orNone = (value: number | null): WorkbookCell => value ?? "[x]";
/** A count that its source gives with the figure: the figure's own symbol where that is withheld, else not available. */
const countOf = (count: number | null, { value, symbol }: Comparison): WorkbookCell =>
  count ?? (value === null && symbol !== "" ? `[${symbol}]` : "[x]");
/** What is worked out from a figure does not apply where there is none. */
const workedOut = (result: number | null, { value }: Comparison): WorkbookCell => result ?? (value === null ? "[z]" : "[x]");

function comparisonSheet(
  name: string,
  title: string,
  table: string,
  rows: readonly Comparison[],
  indicatorOf: (id: string) => Indicator | undefined,
): Worksheet {
  const region = rows.find((row) => row.region !== "")?.region ?? "";
  return {
    name,
    title,
    lines: [
      "This worksheet contains one table. Symbols in square brackets are explained in the Notes worksheet.",
      "#Contents!A1|Back to the contents",
    ],
    table: identified({
      name: table,
      columns: [
        { head: "Measure", width: 44 },
        { head: "Unit", width: 14, isOwn: true },
        { head: "Period", width: 18 },
        { head: "Value", width: 11, figure: "its value" },
        { head: "Numerator", width: 12, figure: "its count" },
        { head: "Denominator", width: 14, figure: "its base" },
        { head: "95% interval, low", width: 14, format: "0.0", figure: "the lower end of its interval" },
        { head: "95% interval, high", width: 14, format: "0.0", figure: "the upper end of its interval" },
        { head: "Change on the year before", width: 14, format: "0.0", figure: "its change" },
        { head: "Change, verdict", width: 18 },
        { head: "Neighbours’ mean", width: 14, format: "0.0", figure: "the neighbours’ mean" },
        { head: "Neighbours’ median", width: 14, format: "0.0", figure: "the neighbours’ median" },
        { head: "Neighbours with a value", width: 14, figure: "neighbours with a value" },
        { head: "Against neighbours, verdict", width: 18 },
        { head: region === "" ? "Region" : `Region: ${region}`, width: 14, figure: "the region’s value" },
        { head: "England", width: 12, figure: "England’s value" },
        { head: "Against England, verdict", width: 18 },
        { head: "Rank", width: 9, figure: "its rank" },
        { head: "Rank of", width: 9, figure: "how many are ranked" },
        { head: "Trend, verdict", width: 18 },
        { head: "Source", width: 32 },
      ],
      rows: rows.flatMap((row): WorkbookRow[] => {
        const indicator = indicatorOf(row.indicator);
        return !indicator
          ? []
          : [
              {
                rests: [row.comparison_id, ...sourcesOf(row).map(sourceRef)],
                cells: [
                  measureOf(indicator, row.breakdown),
                  words(row.unit),
                  periodName(row.period),
                  orSymbol(row.value, row.symbol),
                  countOf(row.numerator, row),
                  countOf(row.denominator, row),
                  workedOut(row.ci_low, row),
                  workedOut(row.ci_high, row),
                  workedOut(row.change, row),
                  words(row.change_verdict),
                  orNone(row.neighbour_mean),
                  orNone(row.neighbour_median),
                  orNone(row.neighbours_with_value),
                  words(row.neighbour_verdict),
                  orNone(row.region_value),
                  orNone(row.england_value),
                  words(row.england_verdict),
                  row.rank ?? "[z]",
                  row.rank_of ?? "[z]",
                  words(row.trend_verdict),
                  row.source,
                ],
              },
            ];
      }),
    }),
  };
}

const sourcesOf = ({ source }: Comparison): string[] => source.split(";").map((id) => id.trim());

const ends = (a: Comparison, b: Comparison): number => (a.period_end < b.period_end ? -1 : a.period_end > b.period_end ? 1 : 0);

/** The publications that the figures come from, whose ids stand in the columns "Source". */
function usedSources({ sources }: Slice, rows: readonly Comparison[]): readonly Source[] {
  const used = new Set(rows.flatMap(sourcesOf));
  return sources.filter(({ source }) => used.has(source));
}

/** One authority's figures for reuse: cover, contents, notes, then a table a sheet. */
export async function renderTablesWorkbook(
  slice: Slice,
  indicators: readonly Indicator[],
  options: { date: string; internal: boolean },
): Promise<{ fileName: string; bytes: Uint8Array; cells: SourcedCell[] }> {
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const order = new Map(indicators.map((one, at) => [one.id, at]));
  const place = (row: Comparison): number => order.get(row.indicator) ?? 0;
  const own = slice.comparisons
    .filter((row) => row.authority_code === slice.authority.authority_code)
    .sort((a, b) => place(a) - place(b) || (a.breakdown < b.breakdown ? -1 : a.breakdown > b.breakdown ? 1 : 0) || ends(a, b));
  const latest = own.filter((row, at) => own[at + 1]?.indicator !== row.indicator || own[at + 1]?.breakdown !== row.breakdown);
  const name = slice.authority.authority;
  const observed = slice.observations.filter((one) => one.review !== "rejected");
  const tables: Worksheet[] = [
    comparisonSheet(
      "Latest",
      `${name}, latest figure for each measure against its statistical neighbours, region and England`,
      "latest_figures",
      latest,
      (id) => byId.get(id),
    ),
    comparisonSheet(
      "All_years",
      `${name}, every year for each measure against its statistical neighbours, region and England`,
      "all_years",
      own,
      (id) => byId.get(id),
    ),
    neighbourSheet(slice, latest, (id) => byId.get(id)),
    ownSheet(slice, (id) => byId.get(id)),
    {
      name: "Documents",
      title: `Figures and statements read from documents about ${name}`,
      lines: [
        "This worksheet contains one table. Quotes are word for word, errors included; names of people are removed.",
        "#Contents!A1|Back to the contents",
      ],
      table: identified({
        name: "document_figures",
        columns: [
          { head: "Measure", width: 36 },
          { head: "Whose figure", width: 20 },
          { head: "Period", width: 22 },
          { head: "Value", width: 11, figure: "its value" },
          { head: "Unit", width: 12, isOwn: true },
          { head: "Stated", width: 11 },
          { head: "Words", width: 80 },
          { head: "Document", width: 36 },
          { head: "Place", width: 28 },
        ],
        rows: observed.flatMap((one): WorkbookRow[] => {
          const indicator = byId.get(one.indicator);
          const where = [
            one.page === null ? "" : `page ${one.page}`,
            /^\d/.test(one.paragraph) ? `paragraph ${one.paragraph}` : one.paragraph,
            one.table,
          ]
            .filter((part) => part !== "")
            .join(", ");
          return indicator
            ? [
                {
                  rests: [one.observation_id],
                  cells: [
                    nameOf(indicator, one.breakdown),
                    words(one.subject),
                    one.period === "" ? "[x]" : periodName(one.period),
                    orNone(one.value),
                    words(one.unit),
                    words(one.qualifier),
                    one.quote,
                    one.document,
                    where || "[x]",
                  ],
                },
              ]
            : [];
        }),
      }),
    },
    {
      name: "Findings",
      title: `Defects found in documents and data about ${name}`,
      lines: ["This worksheet contains one table.", "#Contents!A1|Back to the contents"],
      table: identified({
        name: "findings",
        columns: [
          { head: "Severity", width: 11 },
          { head: "Kind", width: 20 },
          { head: "What is wrong", width: 80 },
          { head: "Stated", width: 18 },
          { head: "Expected", width: 18 },
          { head: "Document", width: 36 },
          { head: "Place", width: 36 },
          { head: "Acknowledged", width: 60 },
        ],
        rows: slice.findings.map((one) => ({
          rests: [one.finding_id],
          cells: [
            one.severity,
            words(one.kind),
            one.message,
            one.stated || "[x]",
            one.expected || "[x]",
            one.document || "[z]",
            one.place || "[x]",
            one.acknowledged || "[z]",
          ],
        })),
      }),
    },
    actionSheet(slice),
  ]
    .filter((sheet) => (sheet.table?.rows.length ?? 0) > 0)
    .map((sheet, at) => ({ ...sheet, name: `${at + 1}_${sheet.name}`, title: `Table ${at + 1}: ${sheet.title}` }));
  const sheets: Worksheet[] = [
    {
      name: "Cover",
      title: `${name}: children in care and care leavers, figures`,
      lines: [
        `Report date: ${formatDate(options.date)}.`,
        `This workbook contains ${tables.length + 1} tables, one a worksheet, with the notes.`,
        ...(options.internal ? ["Internal: contains small counts. Not for publication."] : []),
        `Official figures are those of the Department for Education, under the Open Government Licence v3.0. Comparisons use the ${slice.neighbourModel || "newest"} statistical neighbour model.`,
        "The last column of each table holds the id of its row: npm run pipeline -- --explain, with that id, prints where the figures come from.",
        "#Contents!A1|Go to the contents",
      ],
      table: null,
    },
    {
      name: "Contents",
      title: "Contents",
      lines: ["#Cover!A1|Cover", "#Notes!A1|Notes and symbols", ...tables.map((sheet) => `#'${sheet.name}'!A1|${sheet.title}`)],
      table: null,
    },
    {
      name: "Notes",
      title: "Notes and symbols",
      lines: ["This worksheet contains one table.", "#Contents!A1|Back to the contents"],
      table: {
        name: "notes",
        columns: [
          { head: "Note or symbol", width: 28 },
          { head: "Meaning", width: 100 },
        ],
        rows: [
          ...symbols
            .filter((symbol) => symbol !== "")
            .map((symbol): WorkbookCell[] => [`[${symbol}]`, symbolNote([symbol]).replace(/^\[\w+\] /, "")]),
          ["Neighbours’ mean", "Unweighted mean of the ten statistical neighbours that have a value; the authority is left out."],
          [
            "Verdicts",
            "Against neighbours: 95% Wilson or Byar interval against the mean. Change: two-proportion z test at 95%. Trend: linear trend in proportions over five years.",
          ],
          ["Rank", "Among the authority and its neighbours with a value; 1 is best; ties share the lowest number."],
          ["Change", "Percentage points for percentages; the measure’s own unit otherwise."],
          ...usedSources(slice, own).map(({ source, title, publisher, release, licence }): WorkbookCell[] => [
            source,
            `${title}. ${publisher}, ${release}. ${licence}.`,
          ]),
        ].map((cells) => ({ rests: [], cells })),
      },
    },
    ...tables,
  ];
  const bytes = await renderXlsx(sheets, { title: `${name}: figures`, author: "panelpack", date: options.date });
  return { fileName: `${authoritySlug(name)}-tables-${options.date}.xlsx`, bytes, cells: tables.flatMap(sourcedCells) };
}
