import type { Measure } from "../../charts/data.ts";
import type { Comparison } from "../../model/comparison.ts";
import { formatCounts, formatMean, formatValue } from "../../words/format.ts";
import { capitalise } from "../../words/grammar.ts";
import { symbolNote } from "../../words/notes.ts";
import { baseOf, periodName } from "../../words/terms.ts";
import { citation } from "../evidence.ts";
import { layTable, type Cell, type Row } from "../layout/table.ts";
import { type as roles } from "../style.ts";
import { ownValue, valueSpan } from "./figures.ts";
import { restsOn, type Composer } from "./pack.ts";
import { measuresOf } from "./resolve.ts";
import { neighbourModelNumber, sourceNumbers } from "./sources.ts";

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
