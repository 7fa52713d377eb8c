import { load } from "cheerio";
import type { Block } from "../model/document.ts";
import { finishBlocks, fold, type Draft } from "./draft.ts";
import { isNode } from "./html-nodes.ts";
import { deepest, draftsOf } from "./html-walk.ts";
import { joinSentences } from "./join-sentences.ts";
import { ReadError } from "./read-error.ts";

export type HtmlContent = { blocks: Block[]; pages: null; blankPages: number[]; title: string };

/** Elements that stay open until closed: how deep they stand in each other is how deep the page is. */
const nesting =
  /<(\/?)(div|span|section|article|table|tbody|tr|td|ul|ol|blockquote|b|i|u|em|strong|font|a|center|small|big|sub|sup|code|dl|fieldset|details|svg|g|math)\b/gi;

/** More than are read, since tags are often left open and are then counted as nested. */
const mostOpen = 4 * deepest;

/** Stops pages that are nested so deeply that parsing them would never end or run out of stack. */
function checkDepth(name: string, html: string): void {
  let depth = 0;
  for (const tag of html.matchAll(nesting)) {
    depth = Math.max(0, depth + (tag[1] ? -1 : 1));
    if (depth > mostOpen) {
      throw new ReadError(`${name} is expected to be an ordinary page but nests elements over ${mostOpen} deep; save it as plain text.`);
    }
  }
}

/** Headings that only bold type tells stand one below the heading before them. */
function levelBold(drafts: readonly Draft[]): Draft[] {
  let above = 0;
  return drafts.map((d) => {
    if (d.kind !== "heading") return d;
    if (d.level > 0) above = d.level;
    return d.level > 0 ? d : { ...d, level: Math.min(6, above + 1) };
  });
}

/**
 * Blocks of a page, from its main part where it marks one. Nothing is fetched and no script runs.
 * `numberItems` says that the numbers of ordered lists are those that a reader sees.
 * Throws ReadError when elements are nested too deeply.
 */
export function readHtml(name: string, html: string, numberItems = true): HtmlContent {
  checkDepth(name, html);
  const page = load(html);
  const root: unknown = page("main, [role=main]").get(0) ?? page("body").get(0);
  const drafts = isNode(root) ? draftsOf(root, numberItems) : [];
  return {
    blocks: finishBlocks(joinSentences(levelBold(drafts))),
    pages: null,
    blankPages: [],
    title: fold(page("head > title").first().text()),
  };
}
