import type { Block } from "../../model/document.ts";
import { findPeriods, type DocumentDates } from "../grammar/periods.ts";
import { plainText } from "./read-sentence.ts";

/** One report among the papers of a meeting: what it is called and the time that it says it reports on ("" when it does not). */
export type Chapter = { title: string; period: string };

const opens = /^(?:report of|report by|author:|purpose of (?:this |the )?report|advising officers?)/;
const reportsOn = /\bthis (?:report|paper|update)\b[^.]{0,120}\b(?:describes?|covers?|provides?|outlines?|summari[sz]es?|relates?|is for|sets out|looks at)\b/;

/**
 * The report that each block belongs to, by block index. A report opens at the heading before "Report of
 * …" or "Purpose of this report"; papers without such openings have none.
 */
export function chaptersOf(blocks: readonly Block[], dates: DocumentDates): ReadonlyMap<number, Chapter> {
  const chapters = new Map<number, Chapter>();
  let current: Chapter | null = null;
  let heading = "";
  let headingAt = -9;
  blocks.forEach((block, at) => {
    const text = plainText(block.text);
    if (opens.test(text) && heading !== "" && at - headingAt <= 3 && current?.title !== heading) current = { title: heading, period: "" };
    if (block.kind === "heading" && !opens.test(text)) [heading, headingAt] = [block.text, at];
    if (current && current.period === "" && reportsOn.test(text)) {
      const named = findPeriods(text.slice(text.search(reportsOn)), dates).find((p) => !p.relative && /\.\.|^\d{4}(?:\/\d\d)?$/.test(p.period));
      if (named) current.period = named.period;
    }
    if (current) chapters.set(block.index, current);
  });
  return chapters;
}
