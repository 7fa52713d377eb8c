import { patternOf } from "../../core/patterns.ts";
import type { Block } from "../../model/document.ts";
import { parsePeriod } from "../../model/period.ts";
import { findPeriods, type DocumentDates, type PeriodMention } from "../grammar/periods.ts";
import { plainText } from "./read-sentence.ts";

/** One report among the papers of a meeting: what it is called and the time that it says it reports on ("" when it does not). */
export type Chapter = { title: string; period: string };

const opens = /^(?:report of|report by|author:|purpose of (?:this |the )?report|advising officers?)/;
const reportsOn = patternOf("")`
  \bthis (?:report|paper|update)\b[^.]{0,120}\b(?:describes?|covers?|provides?|outlines?|summari[sz]es?|relates?|is for|
  sets out|looks at|gives?|presents?)\b|\b(?:report|paper|update|scorecard|dashboard|
  presentation)(?: (?:circulated|submitted|presented|attached))?\b,? (?:which |that )?(?:covered|provided|outlined|
  summari[sz]ed|included|related to|set out|gave|presented)\b`;

/**
 * The report that each block belongs to, by block index. A report opens at the heading before "Report of
 * …" or "Purpose of this report"; papers without such openings have none. A document that is one report
 * may say in its title what time it covers.
 */
export function chaptersOf(blocks: readonly Block[], dates: DocumentDates): ReadonlyMap<number, Chapter> {
  const chapters = new Map<number, Chapter>();
  let current: Chapter | undefined;
  let heading = "";
  let headingAt = -9;
  blocks.forEach((block, at) => {
    const text = plainText(block.text);
    if (opens.test(text) && heading !== "" && at - headingAt <= 3 && current?.title !== heading) current = { title: heading, period: "" };
    if (block.kind === "heading" && !opens.test(text)) [heading, headingAt] = [block.text, at];
    if (current?.period === "") current.period = coveredBy(text, dates);
    if (current) chapters.set(block.index, current);
  });
  if (blocks.slice(0, front).some((block) => /\bminutes of (?:the|a)\b/i.test(block.text))) return itemsOf(blocks, dates, chapters);
  if (new Set(chapters.values()).size > 1) return chapters;
  const [only] = chapters.values();
  const period = titlePeriod(blocks, dates) || only?.period || firstCovered(blocks, dates);
  if (period !== "") for (const block of blocks) chapters.set(block.index, { title: chapters.get(block.index)?.title ?? "", period });
  return chapters;
}

/** Minutes speak of one report after another: each has the time that its own title, a heading or a short numbered line, names. */
function itemsOf(blocks: readonly Block[], dates: DocumentDates, known: ReadonlyMap<number, Chapter>): ReadonlyMap<number, Chapter> {
  const items = new Map(known);
  let period = "";
  for (const block of blocks) {
    const titled = block.kind === "heading" || (/^\d/.test(block.label) && block.text.length < 90 && !/[.;:]$/.test(block.text));
    if (titled) period = reportPeriod(plainText(block.text), dates);
    if (period !== "") items.set(block.index, { title: known.get(block.index)?.title ?? "", period });
  }
  return items;
}

/** "This report covers April 2016 to March 2017": the time it names; "" when it names none. */
function coveredBy(text: string, dates: DocumentDates): string {
  const at = text.search(reportsOn);
  if (at < 0) return "";
  const said = text.slice(at);
  const isCovered = ({ start, period, relative }: PeriodMention): boolean =>
    !relative &&
    (/\.\.|^\d{4}(?:\/\d\d(?: Q[1-4])?)?$/.test(period) ||
      (/^(?:at )?\d{4}-\d\d(?:-\d\d)?$/.test(period) && ofMonth.test(said.slice(0, start))));
  return findPeriods(said, dates).find(isCovered)?.period ?? "";
}

/** "An overview of June 2023": other months may only be named in passing. */
const ofMonth = /\b(?:overview|snapshot|summary|performance|position|data|picture) (?:of|for|in|at|to|up to|as at) (?:the end of )?$/;

const front = 15;
const opening = 40;
const aReport = /\b(?:report|performance|update|dashboard|scorecard|monitoring|data)\b/;
// What looks ahead says nothing of its figures.
const ahead = /\b(?:strategy|plan|priorities|programme|pledge|budget|forecast)\b/;

/** The reporting year, quarter or months in the title of a report that is over; "" when the title has none. */
function titlePeriod(blocks: readonly Block[], dates: DocumentDates): string {
  for (const block of blocks.slice(0, front)) {
    // A list states figures, of other times too.
    if (block.kind === "list_item") continue;
    for (const text of (block.table ? block.table.rows.map((row) => row.raw) : [block.text]).map(plainText)) {
      const period = reportPeriod(text, dates);
      if (period !== "") return period;
    }
  }
  return "";
}

/** "Performance report, quarter 2 2023/24": the time in what a report is called, if it was over by the day of the document. */
function reportPeriod(text: string, dates: DocumentDates): string {
  if (text.length > 200 || !aReport.test(text) || ahead.test(text)) return "";
  const named = findPeriods(text, dates).find((p) => !p.relative && /^\d{4}\/\d\d(?: Q[1-4])?$|^\d{4}-\d\d\.\./.test(p.period));
  const end = named && parsePeriod(named.period)?.end;
  return named && end && (dates.published === "" || end <= dates.published) ? named.period : "";
}

function firstCovered(blocks: readonly Block[], dates: DocumentDates): string {
  for (const block of blocks.slice(0, opening)) {
    const period = block.table ? "" : coveredBy(plainText(block.text), dates);
    if (period !== "") return period;
  }
  return "";
}
