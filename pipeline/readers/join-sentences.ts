import type { Draft } from "./draft.ts";
import { isCaption } from "./draft.ts";
import { endsSentence, isContinuation, isField, isGrade, isPageNumber, opensList, startsLower, wantsMore } from "./text-signs.ts";

const proseLength = 60;

/**
 * True when `next` goes on with the sentence that `last` broke off. The edge of a page often turns
 * the rest of a paragraph into a paragraph or a list item of its own.
 */
function continues(last: Draft, next: Draft): boolean {
  if (last.kind !== "paragraph" && last.kind !== "list_item") return false;
  if (next.kind !== "paragraph" && next.kind !== "list_item") return false;
  if (!next.apart || next.label !== "" || next.text === "") return false;
  if (last.text.length < proseLength || endsSentence(last.text) || opensList(last.text)) return false;
  if (isCaption(last.text) || isCaption(next.text) || isGrade(next.text)) return false;
  if (isField(last.text.slice(0, 60)) && last.text.length < 120) return false;
  const marked = next.kind === "list_item";
  if (marked && last.kind === "list_item") return isContinuation(next.text);
  if (startsLower(next.text) || wantsMore(last.text)) return true;
  return !marked && /[.!?] /.test(last.text) && next.text.length >= proseLength && endsSentence(next.text);
}

/** Repeated lines and page numbers that stand where a page broke, with the digits of page numbers made equal. */
function repeatedLines(drafts: readonly Draft[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const d of drafts) {
    if (d.rows || d.text.length > 100) continue;
    const key = furnitureKey(d.text);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, times]) => times >= 3).map(([key]) => key));
}

export const furnitureKey = (text: string): string => text.replace(/\d+/g, "0").toLowerCase();

/** A line taken for a heading although the next words, past the furniture of the page, go on in lower case. */
function isBrokenLine(drafts: readonly Draft[], index: number, isFurniture: (d: Draft) => boolean): boolean {
  const d = drafts[index];
  if (!d || d.kind !== "heading" || d.level > 0 || d.text.length < proseLength || isFurniture(d)) return false;
  const next = drafts.slice(index + 1, index + 5).find((other) => !isFurniture(other));
  return next?.kind === "paragraph" && next.label === "" && startsLower(next.text);
}

/**
 * Joins sentences that the edge of a page broke, and drops the page furniture (page numbers, lines
 * repeated three times or more) that stands inside them. Furniture elsewhere is kept: a title that
 * heads each report of a pack is repeated too.
 */
export function joinSentences(found: readonly Draft[]): Draft[] {
  const repeated = repeatedLines(found);
  const isFurniture = (d: Draft): boolean =>
    !d.rows && (isPageNumber(d.text) || (d.text.length <= 100 && repeated.has(furnitureKey(d.text))));
  const drafts = found.map((d, i) => (isBrokenLine(found, i, isFurniture) ? { ...d, kind: "paragraph" as const } : d));
  const joined: Draft[] = [];
  for (let i = 0; i < drafts.length; i++) {
    const d = drafts[i];
    if (!d) continue;
    let ahead = i + 1;
    const last = joined.at(-1);
    if (last && isFurniture(d)) {
      while (ahead < drafts.length && ahead - i < 5) {
        const other = drafts[ahead];
        if (!other || !isFurniture(other)) break;
        ahead++;
      }
      const next = drafts[ahead];
      if (next && continues(last, { ...next, apart: true })) {
        joined[joined.length - 1] = { ...last, text: `${last.text} ${next.text}` };
        i = ahead;
        continue;
      }
      if (isPageNumber(d.text)) continue;
    }
    if (last && continues(last, d)) joined[joined.length - 1] = { ...last, text: `${last.text} ${d.text}` };
    else joined.push(d);
  }
  return joined;
}
