import { glossary as allTerms, methodParagraphs, termsIn } from "../../words/glossary.ts";
import { layTable } from "../layout/table.ts";
import { layParagraph } from "../layout/text.ts";
import { type as roles } from "../style.ts";
import type { Composer } from "./pack.ts";

/** How the comparisons are made, one paragraph an idea. */
export const method: Composer = {
  settings: [],
  words: "none",
  items: "none",
  compose({ pieces, key, path }) {
    for (const { term, meaning } of methodParagraphs) {
      pieces.push(layParagraph([{ text: term }], roles.side, { key: key(), path, before: 9, tag: "H2", keepWithNext: true }));
      pieces.push(layParagraph([{ text: meaning }], roles.body, { key: key(), path }));
    }
  },
};

/** Terms and what they mean; `::glossary all` has every term, otherwise those that the pack uses. */
export const glossary: Composer = {
  settings: [],
  words: ["all"],
  items: "none",
  compose(sheet, directive) {
    const used = directive.words.includes("all") ? allTerms : termsIn(sheet.pack.wordsBefore);
    if (used.length === 0) return;
    sheet.pieces.push(...layTable(
      {
        key: sheet.key(),
        columns: [
          { head: "Term", width: 140, align: "left", names: true },
          { head: "Meaning", width: 353, align: "left" },
        ],
        rows: used.map(({ term, meaning }) => ({ kind: "row" as const, cells: [[{ spans: [{ text: term }], style: roles.cellOwn }], [{ spans: [{ text: meaning }], style: roles.cell }]] })),
        before: 4,
      },
      sheet.path,
    ));
  },
};
