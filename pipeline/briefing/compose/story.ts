import { whatHappened, whatIsCounted, whatWeCannotSay, whyItMatters } from "../../words/theme-notes.ts";
import { citation } from "../evidence.ts";
import { footColumns, layColumns, storyColumns, type TextColumn } from "../layout/columns.ts";
import { type as roles } from "../style.ts";
import type { Span } from "../span.ts";
import type { Composer } from "./pack.ts";
import { spanOf } from "./pack.ts";
import { documentNumbers } from "./quoted.ts";
import { indicatorLookup, measuresOf } from "./resolve.ts";
import { neighbourModelNumber, sourceNumbers } from "./sources.ts";

/** What happened to a measure, beside why it matters. */
export const story: Composer = {
  settings: {},
  words: "measures",
  items: "none",
  compose(sheet, directive) {
    const [measure] = measuresOf(sheet, directive.words);
    const row = measure ? sheet.pack.data.latest(measure) : undefined;
    if (!measure || !row) return;
    sheet.whole = true;
    const why = whyItMatters(measure.indicator);
    const [wide, narrow] = storyColumns;
    const columns: TextColumn[] = [
      { ...wide, head: "What happened", paragraphs: [[spanOf(whatHappened(row, measure.indicator, sheet.trim >= 1 ? 40 : 55))]] },
      ...(why ? [{ ...narrow, head: "Why it matters", paragraphs: [[spanOf(why)]] }] : []),
    ];
    sheet.pieces.push(layColumns(columns, { head: roles.side, body: roles.body }, { key: sheet.key(), before: 11, path: sheet.path }));
  },
};

/** The foot of a theme: what is counted, what cannot be said, source and evidence. Hangs from the bottom. */
export const foot: Composer = {
  settings: {},
  words: "measures",
  items: "none",
  compose(sheet, directive) {
    const { pack } = sheet;
    const measures = measuresOf(sheet, directive.words);
    const rows = measures.flatMap((measure) => pack.data.latest(measure) ?? []);
    if (rows.length === 0) return;
    const counted = [
      ...new Map(
        measures.flatMap((measure) => {
          const said = whatIsCounted(measure.indicator);
          return said ? [[said.text, said] as const] : [];
        }),
      ).values(),
    ];
    const cannot = whatWeCannotSay(
      rows,
      measures.map((measure) => measure.indicator),
      indicatorLookup(pack),
      sheet.trim >= 3 ? 16 : 25,
    );
    const documents = documentNumbers(pack, measures);
    const sources: Span[] = [
      { text: "Department for Education" },
      ...citation([...sourceNumbers(pack, rows), neighbourModelNumber(pack)]),
      ...(documents.length > 0 ? [{ text: "; documents quoted" }, ...citation(documents)] : []),
      { text: "." },
    ];
    sheet.oneSheet = true;
    const texts: { head: string; paragraphs: (readonly Span[])[] }[] = [
      { head: "What is counted", paragraphs: counted.slice(0, 1).map((said) => [spanOf(said)]) },
      { head: "What we cannot say", paragraphs: cannot ? [[spanOf(cannot)]] : [] },
      { head: "Source and evidence", paragraphs: [sources] },
    ];
    const columns = texts
      .filter(({ paragraphs }) => paragraphs.length > 0)
      .map((text, at): TextColumn => ({ ...(footColumns[at] ?? footColumns[0] ?? { x: 0, width: 0 }), ...text }));
    sheet.foot.push(layColumns(columns, { head: roles.footHead, body: roles.foot }, { key: sheet.key(), before: 0, path: sheet.path }));
  },
};
