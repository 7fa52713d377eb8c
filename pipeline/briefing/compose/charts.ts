import type { Measure } from "../../charts/data.ts";
import type { Comparison } from "../../model/comparison.ts";
import { formatCounts, formatInterval, formatMean, formatValue } from "../../words/format.ts";
import { capitalise } from "../../words/grammar.ts";
import { symbolNote } from "../../words/notes.ts";
import { packComparisonTitle } from "../../words/pack-titles.ts";
import { baseOf, measureOf, nameOf, periodName } from "../../words/terms.ts";
import { drawingOf } from "../drawing.ts";
import { citation } from "../evidence.ts";
import { layFigure } from "../layout/figure.ts";
import { oneLine } from "../layout/lines.ts";
import { layTable, type Cell, type Row } from "../layout/table.ts";
import type { Span } from "../span.ts";
import { page, type as roles } from "../style.ts";
import { comparisonNote, quotingNote } from "./chart-notes.ts";
import { doubtsOn, findingsPage } from "./doubts.ts";
import { measureAnchor } from "./gaps.ts";
import { ownValue, valueSpan } from "./figures.ts";
import type { Composer, PackChart, Sheetwork } from "./pack.ts";
import { restsOn } from "./pack.ts";
import { observedValue, quotedFigures, quotedSpans } from "./quoted.ts";
import { measureKey } from "./measures.ts";
import { measuresOf } from "./resolve.ts";
import { neighbourModelNumber, sourceNumbers } from "./sources.ts";

function chartOf(sheet: Sheetwork, kinds: readonly string[], measure: Measure): PackChart | undefined {
  return sheet.pack.input.charts.find(
    (chart) =>
      kinds.includes(chart.row.kind) &&
      chart.row.indicator === measure.indicator.id &&
      chart.row.breakdown === measure.breakdown &&
      chart.pack !== null,
  );
}

/** Slides say "the neighbour mean" for its shortness; a pack says "the neighbours’ mean" on every page. */
const asPagesSay = (text: string): string => text.replace(/\b([Nn])eighbour (mean|median)\b/g, "$1eighbours’ $2");

/** Sets a chart with its words; `note` stands below it. */
function setChart(
  sheet: Sheetwork,
  chart: PackChart,
  note: readonly Span[],
  before: number,
  words: { subtitle: string; rests?: readonly string[] },
): void {
  if (!chart.pack) return;
  const { row, pack } = chart;
  // The slide's subtitle names place and neighbours, which a page has said already.
  const subtitle = words.subtitle || row.subtitle;
  const rests = words.rests ?? [row.chart_id];
  const said = note.map((span) => ({ ...span, text: asPagesSay(span.text) }));
  sheet.pieces.push(
    layFigure(
      {
        key: sheet.key(),
        title: [{ text: asPagesSay(row.title), rests }],
        subtitle: [{ text: subtitle, rests }],
        drawing: drawingOf(pack.list, row.chart_id, pack),
        alt: asPagesSay(row.alt),
        chart: row.chart_id,
        anchor: row.indicator === "" ? "" : measureAnchor(row.indicator, row.breakdown),
        note: said,
      },
      { path: sheet.path, before },
    ),
  );
}

/** Any kind of chart by its id, with the measures it is wanted for: `::chart iha-bands`. */
export const chart: Composer = {
  settings: {},
  words: "chart",
  items: "none",
  compose(sheet, directive) {
    const [kind = "", ...words] = directive.words;
    const wanted = measuresOf(sheet, words).map(measureKey);
    for (const one of sheet.pack.input.charts) {
      if (one.row.kind !== kind || (wanted.length > 0 && !wanted.includes(`${one.row.indicator}|${one.row.breakdown}`)) || !one.pack)
        continue;
      setChart(sheet, one, quotingNote(one.pack.note, [], one.row.chart_id, 4), 12, { subtitle: one.row.subtitle });
    }
  },
};

const quotes = (note: readonly Span[]): boolean => note.some(({ text }) => text.startsWith("Quoted in documents"));

/** A measure over time with what documents quoted before; `::trend lead`. */
export const trend: Composer = {
  settings: { size: ["main", "supporting"] },
  words: "measures",
  items: "none",
  compose(sheet, directive) {
    for (const measure of measuresOf(sheet, directive.words)) {
      const chart = chartOf(sheet, ["trend", "sdq-average"], measure);
      if (!chart) continue;
      sheet.whole = true;
      const quoted = quotedFigures(sheet.pack, measure);
      const doubts = doubtsOn(sheet.pack, measure, quoted, (one) => observedValue(one, 0));
      const parts = (more: readonly Span[]): Span[][] =>
        quoted.length === 0
          ? []
          : [
              [{ text: "Quoted in documents: " }, ...quotedSpans(sheet.pack, quoted), ...more, { text: "." }],
              [{ text: "These may count different children, so they are not joined to the official figures." }],
            ];
      const years = sheet.pack.data.history(measure);
      const span = `${periodName(years[0]?.period ?? "")} to ${periodName(years.at(-1)?.period ?? "")}`;
      const subtitle = oneLine(
        [`${measureOf(measure.indicator, measure.breakdown)}, ${span}`, `${nameOf(measure.indicator, measure.breakdown)}, ${span}`],
        page.content,
        roles.chartSubtitle,
      );
      // A second chart on a page is lower than the main one.
      const small = directive.settings["size"] === "supporting" ? chart.supporting : null;
      const drawn = small ? { ...chart, pack: small } : chart;
      const lines = small ? Math.max(1, 2 - Math.floor(sheet.trim / 2)) : Math.max(2, 3 - sheet.trim);
      // Figures are quoted before doubts on them: a note too short for both keeps the figures, and another page tells the doubts.
      const [note = []] = [doubts?.beside ?? [], []]
        .map((more) => quotingNote(drawn.pack?.note ?? "", parts(more), chart.row.chart_id, lines))
        .sort((a, b) => Number(quotes(b)) - Number(quotes(a)));
      if (doubts && !doubts.beside.every((span) => note.includes(span)))
        (findingsPage(sheet.pack) ? sheet.untold : sheet.notes).push(doubts.elsewhere);
      setChart(sheet, drawn, note, sheet.trim >= 3 ? 8 : 12, { subtitle });
    }
  },
};

/** The authority among its neighbours with intervals; `::comparison lead`. */
export const comparison: Composer = {
  settings: {},
  words: "measures",
  items: "none",
  compose(sheet, directive) {
    for (const measure of measuresOf(sheet, directive.words)) {
      const chart = chartOf(sheet, ["neighbour-comparison", "comparison"], measure);
      const row = sheet.pack.data.latest(measure);
      // Without neighbours and interval there is one dot beside England, which the trend shows too.
      if (!chart || !row || ((row.neighbours_with_value ?? 0) === 0 && row.ci_low === null)) continue;
      sheet.whole = true;
      const [name, when] = [measureOf(measure.indicator, measure.breakdown), periodName(row.period)];
      const intervals = row.ci_low === null ? "" : ", with 95% intervals";
      const subtitle = oneLine(
        [`${name}, ${when}${intervals}`, `${name}, ${when}`, `${nameOf(measure.indicator, measure.breakdown)}, ${when}${intervals}`],
        page.content,
        roles.chartSubtitle,
      );
      setChart(
        sheet,
        {
          ...chart,
          row: {
            ...chart.row,
            title: packComparisonTitle(row, measure.indicator),
            alt: `${chart.row.alt} ${figuresInWords(sheet, measure)}`.trim(),
          },
        },
        comparisonNote(chart.pack?.note ?? "", row, measure, chart.row.chart_id, sheet.trim >= 1 ? 2 : 3),
        10,
        { subtitle, rests: restsOn(row) },
      );
    }
  },
};

/** The chart's table for those who hear it: each authority with value, counts and interval. */
function figuresInWords(sheet: Sheetwork, measure: Measure): string {
  const own = sheet.pack.data.latest(measure);
  if (!own) return "";
  const group = [
    own,
    ...sheet.pack.input.group.flatMap((place) => sheet.pack.data.comparisonOf(place.authority_code, measure, own.period_end) ?? []),
  ];
  const said = group.map((row) => {
    const details = [formatCounts(row.numerator, row.denominator), formatInterval(row.ci_low, row.ci_high, measure.indicator)].filter(
      (part) => part !== null,
    );
    return `${row.authority} ${row.value === null ? `[${row.symbol || "no figure"}]` : formatValue(row.value, measure.indicator)}${details.length > 0 ? ` (${details.join(", ")})` : ""}`;
  });
  return `Figures: ${said.join("; ")}.`;
}

const rangeOf = (row: Comparison, measure: Measure): string =>
  row.neighbour_min === null || row.neighbour_max === null
    ? "–"
    : `${formatValue(row.neighbour_min, measure.indicator)} to ${formatValue(row.neighbour_max, measure.indicator)}`;

/** The figures of a trend as a table: one row a year. */
export const history: Composer = {
  settings: { years: "number" },
  words: "measures",
  items: "none",
  compose(sheet, directive) {
    const { pack, path } = sheet;
    // Years go before the page overflows, the oldest first; the chart keeps them.
    const most = Number(directive.settings["years"] ?? "9") - Math.max(0, sheet.trim - 1);
    sheet.oneSheet = true;
    for (const measure of measuresOf(sheet, directive.words)) {
      const all = pack.data.history(measure);
      const years = all.slice(-most);
      const last = years.at(-1);
      // One year is what the scorecard shows.
      if (!last || years.length < 2) continue;
      const withCounts = measure.indicator.unit === "percent" && years.some((row) => row.denominator !== null);
      const base = capitalise(baseOf(measure.indicator, ""));
      const cell = (text: string, row: Comparison, ...columns: readonly (keyof Comparison)[]): Cell => [
        { spans: [{ text, rests: restsOn(row, ...columns) }], style: roles.cell },
      ];
      const rows = years.map((row): Row => ({
        kind: "row",
        cells: [
          [{ spans: [{ text: periodName(row.period) }], style: roles.cell }],
          [{ spans: [ownValue(row, measure)], style: roles.cellOwn }],
          ...(withCounts
            ? [
                cell(
                  formatCounts(row.numerator, row.denominator) ?? (row.value === null ? `[${row.symbol || "x"}]` : "[x]"),
                  row,
                  "numerator",
                  "denominator",
                ),
              ]
            : []),
          cell(formatMean(row.neighbour_mean, measure.indicator), row, "neighbour_mean"),
          cell(rangeOf(row, measure), row, "neighbour_min", "neighbour_max"),
          [{ spans: [valueSpan("region_value", "", row, measure)], style: roles.cell }],
          [{ spans: [valueSpan("england_value", "", row, measure)], style: roles.cell }],
          [{ spans: citation(sourceNumbers(pack, [row])).filter((span) => span.text !== " [" && span.text !== "]"), style: roles.cell }],
        ],
      }));
      const widths = withCounts ? [66, 60, 68, 68, 76, 53, 52, 50] : [86, 80, 78, 86, 58, 55, 50];
      const heads = [
        "Year",
        last.authority,
        ...(withCounts ? [base] : []),
        "Neighbours’\nmean",
        "Neighbours’\nrange",
        last.region || "Region",
        "England",
        "Source",
      ];
      sheet.pieces.push(
        ...layTable(
          {
            key: sheet.key(),
            columns: heads.map((head, at) => ({
              head,
              width: widths[at] ?? 50,
              align: at === 0 ? ("left" as const) : ("right" as const),
              ...(at === 0 && { names: true }),
            })),
            rows,
            padding: 2.6,
            before: 12,
          },
          path,
        ),
      );
      const symbols = years.flatMap((row) => [row.symbol, ...(withCounts && row.value !== null && row.denominator === null ? ["x"] : [])]);
      const said = symbolNote(symbols);
      const compared = years.findLast((row) => row.neighbour_mean !== null);
      if (!compared) {
        if (said !== "") sheet.notes.push([{ text: said }]);
        continue;
      }
      const fewer = years.some((row) => row.neighbour_mean !== null && (row.neighbours_with_value ?? 0) < 10);
      sheet.notes.push([
        {
          text: `${said === "" ? "" : `${said.replace("[x] not available.", "[x] not available: this source gives percentages only.")} `}Mean and range: ${fewer ? "those of the ten statistical neighbours with a figure" : "ten statistical neighbours"}, ${compared.neighbour_model} model`,
          rests: restsOn(compared),
        },
        ...citation([neighbourModelNumber(pack)]),
        { text: "." },
      ]);
    }
  },
};
