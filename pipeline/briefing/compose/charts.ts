import { measureOf, nameOf, periodName } from "../../words/terms.ts";
import { oneLine } from "../layout/lines.ts";
import type { Span } from "../span.ts";
import { page, type as roles } from "../style.ts";
import { quotingNote } from "./chart-notes.ts";
import { doubtsOn, findingsPage } from "./doubts.ts";
import { measureKey } from "./measures.ts";
import type { Composer } from "./pack.ts";
import { observedValue, quotedFigures, quotedSpans } from "./quoted.ts";
import { measuresOf } from "./resolve.ts";
import { chartOf, setChart } from "./set-chart.ts";

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
