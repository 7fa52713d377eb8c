import { patternOf } from "../../core/patterns.ts";
import type { Authority } from "../../model/authority.ts";
import type { Block, DocumentRow, SourceDocument } from "../../model/document.ts";
import type { ManifestEntry } from "../../model/manifest-entry.ts";
import { authorityNamed, findAuthorityName, frontOf } from "./find-authority.ts";
import { findDay, findDays, type DaySpan } from "./find-dates.ts";
import { findKind, findPublisher, type DocumentKind } from "./find-kind.ts";
import { findTitle } from "./find-title.ts";

/**
 * What a document is: title, kind, publisher, authority and dates, from its own words. Where the
 * manifest has an entry, what the entry states wins. Unknown cells are "". Never throws.
 */
export function describeDocument(source: SourceDocument, entry: ManifestEntry | null, authorities: readonly Authority[]): DocumentRow {
  const front = frontOf(source);
  const name = entry?.authority || findAuthorityName(source, authorities);
  const title = entry?.title || findTitle(source, front, name);
  const kind = entry?.kind || findKind(front, title);
  const published = entry?.published || findPublished(source, front, kind);
  const event = findEvent(front, kind, published);
  const authority = name === "" ? null : authorityNamed(name, entry?.event_end || event?.end || published, authorities);
  return {
    document: source.document,
    title,
    kind,
    publisher: entry?.publisher || findPublisher(kind as DocumentKind, source.blocks, authority?.authority ?? name),
    authority_code: authority?.authority_code ?? "",
    authority: authority?.authority ?? name,
    region: authority?.region ?? "",
    published,
    event_start: entry?.event_start || event?.start || "",
    event_end: entry?.event_end || event?.end || "",
    pages: source.pages,
    sha256: source.sha256,
  };
}

const dateOfMeeting = patternOf("i")`
  \b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}|
  \bdate (?:of meeting|& time|and time)\b|^meeting(?: date| held| (?:held )?on)?: *\d|
  \b(?:panel|board|committee|forum|group)(?:,| [–-])? (?:on |held on |meeting )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}|
  \bminutes of\b.{0,120}\bon \d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}`;
/** "A further report will be made to the panel on 10 March 2020": a meeting to come is not that of the papers. */
const toCome = /\b(?:will|shall|next|further|due|forthcoming|future)\b/i;
const publishedLine = /\b(?:published|publication date|date of publication)\b/i;
const wholeDate = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}\.?$/i;

/** Day on which a document appeared; the day of the meeting for papers. The file name is the last resort. */
function findPublished(source: SourceDocument, front: readonly Block[], kind: string): string {
  const texts = front.flatMap((block) => (block.table ? block.table.rows.map((row) => row.raw) : [block.text]));
  if (kind === "panel papers") {
    const meeting = texts.find((text) => dateOfMeeting.test(text) && !toCome.test(text) && findDay(text) !== "");
    if (meeting) return findDay(meeting.slice(Math.max(0, meeting.search(dateOfMeeting))));
  }
  const stated = texts.find((text) => text.length < 200 && publishedLine.test(text) && findDay(text) !== "");
  if (stated) return findDay(stated.slice(stated.search(publishedLine)));
  const alone = texts.find((text) => wholeDate.test(text));
  if (alone) return findDay(alone);
  return findDay(source.document.replace(/[_-]+/g, " "));
}

const inspected = patternOf("i")`
  \b(?:inspection|visit|fieldwork)(?: date)?s?\s*:|\binspected (?:between|from|on)\b|
  \b(?:inspection|visit|fieldwork)\b[^.]{0,160}\b(?:took place|took|was carried out|was undertaken)?\s*(?:on|between|from)\b`;

/** Days of the inspection or visit; the day of the meeting for papers. */
function findEvent(front: readonly Block[], kind: string, published: string): DaySpan | null {
  if (kind === "panel papers") return published === "" ? null : { start: published, end: published };
  if (kind !== "inspection report" && kind !== "focused visit" && kind !== "other") return null;
  for (const block of front) {
    for (const text of block.table ? block.table.rows.map((row) => row.raw) : [block.text]) {
      const at = text.search(inspected);
      const days = at < 0 ? null : findDays(text.slice(at, at + 400));
      if (days && (published === "" || days.end <= published)) return days;
    }
  }
  return null;
}
