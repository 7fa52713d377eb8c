import { addAll, type Draft } from "./draft.ts";
import { levelHeadings, type Styled } from "./pdf-headings.ts";
import { layoutDrafts } from "./pdf-layout.ts";
import { bodyStyle, type PdfPage } from "./pdf-page.ts";
import { idsInTree, taggedDrafts } from "./pdf-tagged.ts";

/** Below this share of its text in the structure tree a page is read by its look alone. */
const leastTagged = 0.6;

/** A page with only the text that its structure tree leaves out, artifacts apart. */
function untagged(page: PdfPage): PdfPage {
  const ids = idsInTree(page);
  const length = (texts: PdfPage["texts"]): number => texts.reduce((sum, text) => sum + text.text.trim().length, 0);
  const real = page.texts.filter((text) => !text.artifact);
  const left = real.filter((text) => !ids.has(text.id));
  return length(left) > length(real) * (1 - leastTagged) ? { ...page, tree: null, texts: real } : { ...page, texts: left };
}

/**
 * Drafts of a PDF page by page: by the structure tree where it has most of the text, and what the
 * tree leaves out by size, weight and position after it. Packs put together from several files have
 * pages of both kinds. Footnotes wait for the next part, so that sentences join across pages.
 */
export function pdfDrafts(pages: readonly PdfPage[]): Draft[] {
  const body = bodyStyle(pages);
  const rest = pages.map(untagged);
  const byLook = layoutDrafts(rest, body);
  const drafts: Styled[] = [];
  const waiting: Styled[] = [];
  for (const [index, page] of rest.entries()) {
    const { drafts: found, notes } = page.tree
      ? taggedDrafts({ ...page, texts: pages[index]?.texts ?? [] }, body)
      : { drafts: [], notes: [] };
    for (const d of [...found, ...(byLook[index] ?? [])]) {
      if (d.kind === "heading") addAll(drafts, waiting.splice(0));
      drafts.push(d);
    }
    addAll(waiting, notes);
  }
  addAll(drafts, waiting);
  return levelHeadings(drafts, body);
}
