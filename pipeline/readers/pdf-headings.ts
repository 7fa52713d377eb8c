import { draft, type Draft } from "./draft.ts";
import type { BodyStyle, Look } from "./pdf-page.ts";
import { isBlankPageNote, isGrade, isPageNumber, looksLikeHeading } from "./text-signs.ts";

/** A draft with the look it has on the page, until headings have their levels. */
export type Styled = Draft & {
  size: number;
  strong: boolean;
  tagged: boolean;
  /** True for a heading of a part that is judged, with the judgement after it or in a table below. */
  graded?: boolean;
};

const bullet = /^(?:[•◦▪▫■□◼◻●○‣⁃∙·–—─━➢➤✓\uf0b7\uf0a7\uf0d8\uf06e\uf02d\uf076]|o(?= ))\s*/;
const number = /^(?:(\d{1,3}(?:\.\d{1,2}){1,2})(?:\.|(?=\s+[^a-z%]))|\(?(\d{1,3})[.)]|\(?([a-z]|[ivx]{1,4})[.)])\s+(?=\S)/;

const endsWithGrade = /.{20}\s?[:–-]\s(?:outstanding|good|requires improvement(?: to be good)?|inadequate)$/i;

/** Whole paragraphs are sometimes tagged as headings. */
const longestTagged = 250;

type Place = { kind: "heading" | "paragraph" | "list_item"; level: number; page: number };

/** Splits the printed number or bullet off; an item without either goes on from the page before. */
export function styledDraft(text: string, look: Look, place: Place, body: BodyStyle): Styled {
  const dot = bullet.exec(text);
  const bare = dot ? text.slice(dot[0].length) : text;
  const start = number.exec(bare);
  const label = start ? (start[1] ?? start[2] ?? start[3] ?? "") : "";
  const style = { size: look.size, strong: look.strong, tagged: place.kind === "heading" };
  const base = { text: start ? bare.slice(start[0].length) : bare, label, page: place.page };
  if (place.kind === "heading" && base.text.length <= longestTagged)
    return { ...draft({ ...base, kind: "heading", level: place.level }), ...style };
  if (dot || (start && /[a-z]/.test(label))) return { ...draft({ ...base, kind: "list_item", level: Math.max(1, place.level) }), ...style };
  const stands = look.strong || look.size >= body.size + 1.5;
  const kind = stands && looksLikeHeading(base.text) ? "heading" : "paragraph";
  return { ...draft({ ...base, kind }), ...style, graded: kind === "heading" && endsWithGrade.test(base.text) };
}

/** Most common level of the tagged headings of each size. */
function taggedLevels(styled: readonly Styled[]): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  for (const d of styled) {
    if (d.kind === "heading" && d.tagged) levels.set(d.size, Math.min(levels.get(d.size) ?? 6, d.level));
  }
  return levels;
}

/** Level of the first heading with a judgement: below the heading right above it, otherwise beside the last one. */
function levelBeside(drafts: readonly Draft[], bySize: number): number {
  const last = drafts.findLast((d) => d.kind === "heading");
  if (!last) return bySize;
  return drafts.at(-1) === last ? last.level + 1 : Math.min(2, last.level);
}

/**
 * Gives levels to headings that only their look tells: that of the tagged headings of their size,
 * else one below the tagged heading before them; by size where the document tags none. What follows
 * a heading with its judgement stands below it.
 */
export function levelHeadings(styled: readonly Styled[], body: BodyStyle): Draft[] {
  const tagged = taggedLevels(styled);
  const sizes = [...new Set(styled.filter((d) => d.kind === "heading" && d.size > body.size + 0.75).map((d) => d.size))];
  sizes.sort((a, b) => b - a);
  let above = 0;
  let below = 0;
  let gradedLevel = 0;
  const drafts: Draft[] = [];
  for (const { size, strong: _strong, tagged: isTagged, graded, ...d } of styled) {
    if (isBlankPageNote(d.text)) continue;
    // The heading of the contents is over no part of the report.
    if (d.kind !== "heading" || isGrade(d.text) || isPageNumber(d.text) || /^contents$/i.test(d.text)) {
      drafts.push(d.kind === "heading" ? { ...d, kind: "paragraph", level: 0 } : d);
      continue;
    }
    const rank = sizes.findIndex((other) => other <= size);
    const bySize = Math.min(6, (rank < 0 ? sizes.length : rank) + 1);
    const untagged = tagged.size === 0 || above === 0 ? bySize : size > body.size ? (tagged.get(size) ?? above + 1) : above + 1;
    if (graded && gradedLevel === 0) gradedLevel = levelBeside(drafts, bySize);
    const level = isTagged ? d.level : Math.min(6, graded ? gradedLevel : Math.max(untagged, below));
    if (isTagged || graded) above = level;
    below = graded ? level + 1 : isTagged && level <= gradedLevel ? 0 : below;
    drafts.push({ ...d, level });
  }
  return joinHeadings(drafts);
}

/** A heading that two paragraphs of the file share is one: lower-case words go on with it. */
function joinHeadings(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const d of drafts) {
    const last = joined.at(-1);
    if (last?.kind === "heading" && d.kind === "heading" && last.page === d.page && last.level === d.level && /^[a-z]/.test(d.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${d.text}` };
    } else joined.push(d);
  }
  return joined;
}
