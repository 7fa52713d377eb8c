import type { Block, DocumentRow } from "../../model/document.ts";
import { nameKey } from "../../model/authority.ts";

const body = /\b((?:\p{Lu}[\p{L}'’&-]*,? (?:and |of |the |& )?){1,6})(Clinical Commissioning Group|Integrated Care Board|Primary Care Trust|NHS (?:Foundation )?Trust|University (?:NHS )?Trust|CCG|ICB|Regional Adoption Agency|Adoption Agency|Constabulary|Police)(?:['’]s)?\b/u;
const service = /\b(?:services?|\([A-Z]{3,6}\)|CAMHS)\)? (?:in|across|for) ((?:\p{Lu}[\p{L}'’-]*(?: and | of | )?){1,4}?)\s?(?:are|is) (?:provided|delivered|commissioned|run)\b/u;

/**
 * Whose figures a table holds when its own headings do not say: "local", or "other:NAME" when the part
 * of the document it stands in is about another body or a wider area (a health service for several
 * authorities). The nearest words count: caption, headings from the inside out, then the paragraphs
 * that share its heading.
 */
export function scopeOf(blocks: readonly Block[], at: number, row: DocumentRow): string {
  const block = blocks[at];
  if (!block) return "local";
  const authority = nameKey(row.authority);
  if (authority === "") return "local";
  const path = block.headings.join("|");
  const above: string[] = [];
  for (let k = at - 1; k >= 0 && at - k <= farthest; k--) {
    const other = blocks[k];
    if (!other || other.headings.join("|") !== path) break;
    above.push(other.table ? other.table.caption : other.text);
  }
  const inside = [...block.headings].reverse();
  const names = (text: string): boolean => ` ${nameKey(text)} `.includes(` ${authority} `);
  const caption = block.table?.caption ?? "";
  for (const text of [caption, ...inside.slice(0, 1), ...above]) {
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

const farthest = 60;
const longestCaption = 160;

/** "Barset Clinical Commissioning Group" has the authority's own name. */
const covers = (name: string, authority: string): boolean => ` ${nameKey(name)} `.includes(` ${authority} `);
