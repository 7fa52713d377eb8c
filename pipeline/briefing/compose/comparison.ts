import type { Measure } from "../../charts/data.ts";
import { formatCounts, formatInterval, formatValue } from "../../words/format.ts";
import { packComparisonTitle } from "../../words/pack-titles.ts";
import { measureOf, nameOf, periodName } from "../../words/terms.ts";
import { oneLine } from "../layout/lines.ts";
import { page, type as roles } from "../style.ts";
import { comparisonNote } from "./chart-notes.ts";
import { restsOn, type Composer, type Sheetwork } from "./pack.ts";
import { measuresOf } from "./resolve.ts";
import { chartOf, setChart } from "./set-chart.ts";

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
