import { glossary as allTerms, methodParagraphs, termsIn, type Term } from "../../words/glossary.ts";
import { standingRef } from "../../words/standing.ts";
import { type as roles } from "../style.ts";
import type { Composer, Sheetwork } from "./pack.ts";
import { line, setHeading, setTable } from "./set.ts";

function composeTerms(
  sheet: Sheetwork,
  heads: readonly [string, string],
  terms: readonly Term[],
  before: number,
  rests: readonly string[],
): void {
  // Reference matter may be as small as a note before it takes another sheet.
  sheet.oneSheet = true;
  const small = sheet.trim >= 1;
  const body = small ? { ...roles.cell, size: 10, line: 12.25 } : roles.cell;
  const own = small ? { ...roles.cellOwn, size: 10, line: 12.25 } : roles.cellOwn;
  setTable(sheet, {
    columns: [
      { head: heads[0], width: 128, align: "left", names: true },
      { head: heads[1], width: 365, align: "left" },
    ],
    rows: terms.map(({ term, meaning }) => ({
      kind: "row" as const,
      cells: [[line(term, rests, own)], [{ spans: [{ text: meaning, rests }], style: body }]],
    })),
    padding: small ? 1.75 : 2.5,
    before,
  });
}

/** How the comparisons are made, an idea a row. */
export const method: Composer = {
  settings: {},
  words: "none",
  items: "none",
  compose: (sheet) => composeTerms(sheet, ["What is said", "What it means"], methodParagraphs, 8, [standingRef("method")]),
};

/** Terms and what they mean; `::glossary all` has every term, otherwise those that the pack uses. */
export const glossary: Composer = {
  settings: { heading: "text" },
  words: ["all"],
  items: "none",
  compose(sheet, directive) {
    // The method's table explains its own terms.
    const explained = new Set(methodParagraphs.map(({ term }) => term));
    const used = (directive.words.includes("all") ? allTerms : termsIn(sheet.pack.wordsBefore)).filter(({ term }) => !explained.has(term));
    if (used.length === 0) return;
    const { heading } = directive.settings;
    if (heading) setHeading(sheet, heading, 16);
    composeTerms(sheet, ["Term", "Meaning"], used, heading ? 2 : 8, [standingRef("glossary")]);
  },
};
