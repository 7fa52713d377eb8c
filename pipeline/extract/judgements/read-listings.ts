import type { Block, SourceTable } from "../../model/document.ts";
import { areaOf } from "./areas.ts";
import { gradeSource, gradeValue, mayGrade, parseGrade, trailingNumberedGrade } from "./grades.ts";
import { judgedIn, tidyArea, type Judged } from "./judged.ts";

/**
 * Reads grades that stand beside a name: headings with "Grade 3 (adequate)", lists with "Leadership –
 * Good", and tables such as the record of main findings. Reports up to 2012 judge the same areas for
 * safeguarding and for looked-after children; the section is then added in brackets.
 */
export function readListings(blocks: readonly Block[], taken: ReadonlySet<number>): Judged[] {
  const judged: Judged[] = [];
  let section = "";
  for (const [at, block] of blocks.entries()) {
    if (block.table) {
      if (!taken.has(block.index) && mayGrade(block.text)) for (const one of readTable(block, block.table)) judged.push(one);
      continue;
    }
    if (block.kind === "heading" || (block.text.length < 70 && !block.text.endsWith("."))) section = sectionOf(block.text) || section;
    if (taken.has(block.index) || !mayGrade(block.text)) continue;
    const graded = trailingNumberedGrade(block.text);
    if (graded && block.text.length < longestName) {
      const above = blocks[at - 1];
      const onItsOwn = tidyArea(block.text.slice(0, graded.start)) === "";
      const name = onItsOwn ? (above && !above.table ? above.text : "") : block.text.slice(0, graded.start);
      const area = tidyArea(name.replace(sectionHead, ""));
      if (!area || name.length > longestName) continue;
      const quote = onItsOwn ? `${above!.text} ${block.text}` : block.text;
      judged.push(judgedIn(onItsOwn ? above! : block, { area: inSection(area, section), grade: graded.value, quote: tidyQuote(quote) }));
    } else for (const one of readDashed(block, section)) judged.push(one);
  }
  return judged;
}

const longestName = 200;
const tidyQuote = (text: string): string => text.replace(/\s+/g, " ").trim();

const sectionHead = /^\s*(?:safeguarding services|services for looked after children(?: and care leavers)?)\s+(?=\p{Lu})/u;
const sections: readonly (readonly [RegExp, string])[] = [
  [/^[\d.\s*#]*safeguarding(?: services| outcomes\b.*)?\b/i, "safeguarding"],
  [
    /^[\d.\s*#]*(?:services for looked[- ]after children|looked[- ]after children|how good are outcomes for looked[- ]after children)\b/i,
    "looked after",
  ],
];
const sectionOf = (text: string): string => sections.find(([pattern]) => pattern.test(text))?.[1] ?? "";
const inSection = (area: string, section: string): string => (section ? `${area} (${section})` : area);

// "1. Children who need help and protection – Good 2.1 Adoption performance – Good": one after another, nothing left over.
const dashed = new RegExp(
  String.raw`([^–—:]{3,160}?)\s*(?:[–—:]|\s-|-\s)\s*(${gradeSource})(?=\s*(?:$|[.;,]?\s*$|[;,]?\s+(?:\d|[-•]|\p{Lu})))[.;,]?\s*`,
  "giuy",
);

function readDashed(block: Block, section: string): Judged[] {
  const text = block.text;
  if (text.length > 1200) return [];
  const judged: Judged[] = [];
  dashed.lastIndex = 0;
  for (let match = dashed.exec(text); match; match = dashed.exec(text)) {
    const area = tidyArea(match[1] ?? "");
    const grade = gradeValue(match[2] ?? "");
    if (!grade || !/\p{L}{3}/u.test(area) || area.split(" ").length > 22) return [];
    judged.push(judgedIn(block, { area: inSection(area, areaOf(area) === "overall" ? section : ""), grade, quote: match[0].trim() }));
    if (dashed.lastIndex >= text.length) return judged;
  }
  // Words are left over: a sentence, which another rule reads.
  return [];
}

/** Tables of homes, schools and agencies hold grades of those, not of the authority's services. */
const establishments = /\b(?:homes?|schools?|academ(?:y|ies)|colleges?|nurser(?:y|ies)|settings?|providers?|agenc(?:y|ies))\b/i;
const judgementTable = /\b(?:main findings|judge?ments?|ofsted|inspections?|overall effectiveness)\b/i;

function readTable(block: Block, table: SourceTable): Judged[] {
  const judged: Judged[] = [];
  const heads: string[] = [];
  let section = "";
  let pending = "";
  const about = `${table.caption} ${block.headings.at(-1) ?? ""} ${table.rows
    .slice(0, 2)
    .map((row) => row.cells.join(" "))
    .join(" ")}`;
  for (const [at, row] of table.rows.entries()) {
    const cells = row.cells.map((cell) => tidyArea(cell.replace(/<[^>]*>/g, " ")));
    const nameAt = cells.findIndex((cell) => /\p{L}{3}/u.test(cell));
    const graded = cells.flatMap((cell, column) => {
      const grade = column > nameAt ? parseGrade(cell) : null;
      return grade ? [{ grade, column }] : [];
    });
    const name = nameAt < 0 || parseGrade(cells[nameAt]!) ? "" : cells[nameAt]!;
    if (graded.length === 0) {
      if (cells.filter((cell) => cell).length === 1) pending = sectionOf(name) || pending;
      else if (at < 3) heads.splice(0, heads.length, ...cells);
      continue;
    }
    // A section of the record of main findings begins with its overall effectiveness: a heading printed
    // over other rows is a misprint of the form.
    if (/^overall effectiveness\b/i.test(name) || !section) section = pending || section;
    if (!name || (!areaOf(name) && !section && !judgementTable.test(about))) continue;
    const elsewhere = !areaOf(name) && !section && establishments.test(`${table.caption} ${heads[nameAt] ?? ""}`);
    for (const { grade, column } of graded) {
      judged.push({
        ...judgedIn(block, { area: elsewhere ? "overall" : inSection(name, section), grade, quote: row.raw }),
        subject: elsewhere ? `other:${name}` : "local",
        row: name,
        column: heads[column] ?? "",
        page: row.page ?? block.page,
        dated: heads[column] ?? "",
      });
    }
  }
  return judged;
}
