import type { Draft } from "./draft.ts";
import { isGrade } from "./text-signs.ts";

/** Where a heading is followed by another before any words, it stands over it. */
function opensSection(drafts: readonly Draft[], index: number): boolean {
  return drafts[index + 1]?.kind === "heading";
}

/**
 * Gives levels to the headings of a text that prints them as plain lines. A heading directly
 * above another stands over it; one that follows words is the sibling of the heading before. Parts
 * on outcomes stand within the part on services, as inspection reports of 2009 to 2013 have them.
 * Headings that say their level keep it.
 */
export function nestHeadings(drafts: readonly Draft[]): Draft[] {
  let level = 0;
  let previous = -1;
  let underServices = false;
  return drafts.map((d, index) => {
    if (d.kind !== "heading") return d;
    if (d.level > 0) {
      level = d.level;
      previous = index;
      return d;
    }
    const opens = opensSection(drafts, index);
    const directlyBelow = previous >= 0 && previous === index - 1;
    if (/^(?:contents|agenda)$/i.test(d.text)) level = 1;
    else if (directlyBelow) level = Math.min(6, level + 1);
    else if (opens || /^record of\b/i.test(d.text)) {
      level = underServices && /\boutcomes\b/i.test(d.text) ? 2 : 1;
      if (level === 1) underServices = /\bservices\b/i.test(d.text);
    } else level = Math.max(1, level);
    previous = index;
    return { ...d, level };
  });
}

/** Headings that nothing stands under are no headings. */
export function demoteEmptyHeadings(drafts: readonly Draft[]): Draft[] {
  return drafts.map((d, index) => {
    if (d.kind !== "heading" || d.level > 0) return d;
    const next = drafts[index + 1];
    const empty = next === undefined || (next.kind === "paragraph" && isGrade(next.text) && drafts[index + 2] === undefined);
    return empty ? { ...d, kind: "paragraph" as const } : d;
  });
}
