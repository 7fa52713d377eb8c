import type { Block, DocumentRow, SourceDocument } from "../../model/document.ts";
import type { Observation } from "../../model/observation.ts";
import { findPeriods, type DocumentDates } from "../grammar/periods.ts";
import { placesOf } from "../place.ts";
import { areaOf } from "./areas.ts";
import type { Judged } from "./judged.ts";
import { readGrids } from "./read-grid.ts";
import { readListings } from "./read-listings.ts";
import { readSentences } from "./read-sentences.ts";

/**
 * Every grade that a document gives, one observation each: value 1 outstanding, 2 good, 3 adequate or
 * requires improvement, 4 inadequate, with the area judged as its breakdown. Inspection reports grade at
 * "at inspection"; a grade quoted from another inspection has that inspection's date, or no period when
 * the document does not say. A sentence that only repeats a grade which the box, a table or a heading
 * of the same inspection states is left out. Visits without grades give no rows. Ids and the days of
 * the periods are the caller's to fill in.
 */
export function extractJudgements(source: SourceDocument, row: DocumentRow): Observation[] {
  const blocks = source.blocks;
  const dates: DocumentDates = { published: row.published, event_start: row.event_start, event_end: row.event_end };
  const grids = readGrids(blocks);
  const taken = new Set(grids.flatMap((grid) => range(grid.first, grid.last)));
  const own = isInspectionReport(row, blocks);
  const listings = [...grids.flatMap((grid) => grid.judged), ...readListings(blocks, taken)];
  const periods = new Map<Judged, string>();
  for (const one of [...listings, ...readSentences(blocks)]) periods.set(one, periodOf(one, own, blocks, dates));
  const listed = gradesListed(listings, periods);
  const kept = [...periods.keys()].filter((one) => one.form === "listing" || !restates(one, listed, periods));
  const once = withoutRepeats(kept, periods, own && hasBox(listings));
  const ordered = once.sort((a, b) => a.block - b.block);
  const doubtful = findDoubtful(ordered, listed, periods);
  const places = placesOf(blocks);
  return ordered.map((one) => observe(one, periods.get(one) ?? "", doubtful.has(one), one.row ? "" : (places.get(one.block) ?? ""), row));
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, k) => first + k);

/** Reports print their own dates on the front page; letters about visits that grade nothing are left aside. */
function isInspectionReport(row: DocumentRow, blocks: readonly Block[]): boolean {
  if (/focused visit|monitoring visit|joint (?:targeted )?area/i.test(row.kind)) return false;
  if (row.kind === "inspection report") return true;
  if (row.kind !== "" && row.kind !== "other") return false;
  const front = blocks
    .slice(0, 25)
    .map((block) => block.text)
    .join(" ");
  return /\b(?:inspection dates?|dates? of inspection|reporting inspector|lead inspector)\b/i.test(front);
}

/** Words that date a quoted inspection, from the nearest to the farthest. */
function periodOf(one: Judged, own: boolean, blocks: readonly Block[], dates: DocumentDates): string {
  const here = one.dated ? inspectionDate(one.dated, dates) : "";
  if (here) return here;
  if (own) return one.dated && /\b(?:previous|last|earlier|prior)\b/iu.test(one.dated) ? "" : "at inspection";
  for (let k = one.block; k >= 0 && k > one.block - 12; k--) {
    const block = blocks[k];
    if (!block || block.table || !/\binspect|\bofsted\b/iu.test(block.text)) continue;
    const found = inspectionDate(block.text, dates);
    if (found) return found;
  }
  return "";
}

/** The days of an inspection before its month, and that before the date on which its report came out. */
function inspectionDate(text: string, dates: DocumentDates): string {
  const mentions = findPeriods(text, dates).filter((mention) => !mention.relative && mention.period !== "");
  const rank = (period: string): number => (period.includes("..") ? 0 : 1);
  return [...mentions].sort((a, b) => rank(a.period) - rank(b.period) || a.start - b.start)[0]?.period ?? "";
}

type Listed = { grades: ReadonlySet<number>; byArea: ReadonlyMap<string, ReadonlySet<number>> };

/** The grades that boxes, tables and headings of this inspection give, as a whole and by area. */
function gradesListed(listings: readonly Judged[], periods: ReadonlyMap<Judged, string>): Listed {
  const grades = new Set<number>();
  const byArea = new Map<string, Set<number>>();
  for (const one of listings) {
    if (periods.get(one) !== "at inspection") continue;
    grades.add(one.grade);
    const area = areaOf(bare(one.area)) ?? "";
    byArea.set(area, (byArea.get(area) ?? new Set()).add(one.grade));
  }
  return { grades, byArea };
}

/** Whether a listing of the same inspection already gives what a sentence says. */
function restates(one: Judged, listed: Listed, periods: ReadonlyMap<Judged, string>): boolean {
  if (periods.get(one) !== "at inspection") return false;
  const area = areaOf(one.area);
  return (area === null ? listed.grades : listed.byArea.get(area))?.has(one.grade) ?? false;
}

/** Sentences that give an area another grade than this inspection's listings or an earlier sentence: probably misread. */
function findDoubtful(ordered: readonly Judged[], listed: Listed, periods: ReadonlyMap<Judged, string>): Set<Judged> {
  const doubtful = new Set<Judged>();
  const said = new Map<string, number>();
  for (const one of ordered) {
    const area = areaOf(one.area);
    if (one.form !== "sentence" || area === null || periods.get(one) !== "at inspection") continue;
    const others = listed.byArea.get(area);
    const earlier = said.get(area);
    if ((others && !others.has(one.grade)) || (earlier !== undefined && earlier !== one.grade)) doubtful.add(one);
    if (earlier === undefined) said.set(area, one.grade);
  }
  return doubtful;
}

const bare = (area: string): string => area.replace(/ \([^)]*\)$/, "");

/** Since 2013 reports print their judgements together on the front page: two areas or more in one list. */
function hasBox(listings: readonly Judged[]): boolean {
  const areas = new Map<string, Set<string>>();
  for (const one of listings) {
    const area = areaOf(one.area);
    if (area === null) continue;
    const place = one.row ? `table ${one.block}` : `page ${one.page}`;
    areas.set(place, (areas.get(place) ?? new Set()).add(area));
  }
  return [...areas.values()].some((known) => known.size > 1);
}

/** In a report with a box on its front page, headings further on repeat it: an area with the same grade is kept once. */
function withoutRepeats(judged: readonly Judged[], periods: ReadonlyMap<Judged, string>, boxed: boolean): Judged[] {
  if (!boxed) return [...judged];
  const seen = new Set<string>();
  return judged.filter((one) => {
    const key = [areaOf(one.area) ?? one.area.toLowerCase(), one.grade, periods.get(one)].join("|");
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
}

function observe(one: Judged, period: string, doubtful: boolean, paragraph: string, row: DocumentRow): Observation {
  return {
    observation_id: "",
    document: row.document,
    authority_code: row.authority_code,
    authority: row.authority,
    indicator: "judgement",
    breakdown: one.area,
    subject: one.subject,
    value: one.grade,
    value_high: null,
    unit: "grade",
    qualifier: "exact",
    numerator: null,
    denominator: null,
    period,
    period_start: "",
    period_end: "",
    method: one.row ? "table" : "prose",
    page: one.page,
    paragraph,
    table: one.table,
    row: one.row,
    column: one.column,
    quote: one.quote,
    confidence: doubtful ? 0.4 : one.form === "listing" ? 0.95 : 0.8,
    review: "",
  };
}
