import { patternOf } from "../../core/patterns.ts";
import type { Block, DocumentRow } from "../../model/document.ts";
import { nameKey } from "../../model/authority.ts";

const body = patternOf("u")`
  \b((?:\p{Lu}[\p{L}'’&-]*,? (?:and |of |the |& )?){1,6})(Clinical Commissioning Group|Integrated Care Board|Primary Care Trust|
  NHS (?:Foundation )?Trust|University (?:NHS )?Trust|CCG|ICB|Regional Adoption Agency|Adoption Agency|Constabulary|
  Police)(?:['’]s)?\b`;
const service = patternOf("u")`
  \b(?:services?|\([A-Z]{3,6}\)|CAMHS)\)? (?:in|across|for) ((?:\p{Lu}[\p{L}'’-]*(?: and | of | )?){1,4}?)\s?(?:are|
  is) (?:provided|delivered|commissioned|run)\b`;

/**
 * Whose figures a table holds when its own headings do not say: "local", or "other:NAME" when the part
 * of the document it stands in is about another body or a wider area (a health service for several
 * authorities). The nearest words count: caption, headings from the inside out, then the paragraphs
 * that share its heading.
 */
export function scopeOf(blocks: readonly Block[], at: number, row: DocumentRow): string {
  const block = blocks[at];
  const authority = nameKey(row.authority);
  if (!block || authority === "") return "local";
  const names = (text: string): boolean => mayName(text, authority) && ` ${nameKey(text)} `.includes(` ${authority} `);
  const caption = block.table?.caption ?? "";
  const inside = [...block.headings].reverse();
  for (const text of [caption, ...inside.slice(0, 1), ...sharing(blocks, at)]) {
    // A long paragraph names places in passing; a caption or a heading says whose table it is.
    if (text.length < longestCaption && names(text)) return "local";
    const area = service.exec(text)?.[1]?.trim();
    if (area && !covers(area, authority)) return `other:${area}`;
  }
  for (const text of [caption, ...inside]) {
    if (names(text)) return "local";
    const match = body.exec(text);
    if (match && !covers(match[1] ?? "", authority)) return `other:${match[1]?.trim()} ${match[2]}`;
  }
  return "local";
}

/** What stands above a block under the same headings, from the nearest up. */
function* sharing(blocks: readonly Block[], at: number): Generator<string> {
  const path = blocks[at]?.headings.join("|");
  for (let k = at - 1; k >= 0 && at - k <= farthest; k--) {
    const other = blocks[k];
    if (!other || other.kind === "heading" || other.headings.join("|") !== path) return;
    yield other.table ? other.table.caption : other.text;
  }
}

/** A quick look for the first word of the authority's name. */
const mayName = (text: string, authority: string): boolean => text.toLowerCase().includes(authority.split(" ", 1)[0] ?? "");

const farthest = 60;
const longestCaption = 160;

/** "Barset Clinical Commissioning Group" has the authority's own name. */
const covers = (name: string, authority: string): boolean => ` ${nameKey(name)} `.includes(` ${authority} `);
