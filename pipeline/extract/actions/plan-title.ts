import type { Block } from "../../model/document.ts";

const plan = /\b(?:plan|programme)\b/i;
const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const period = new RegExp(
  `^(?:${month}\\s+)?(?:19|20)\\d{2}(?:[/–-]\\d{2,4})?(?:\\s*(?:to|[-–—])\\s*(?:${month}\\s+)?(?:19|20)\\d{2})?$`,
  "i",
);
const farthest = 80;

const isPlanTitle = (text: string): boolean => text.length <= 120 && plan.test(text);

/**
 * Title of the plan that a table belongs to, with the period printed below it: from the headings
 * over the table, else from the nearest heading above that names a plan; "" when none does.
 */
export function planTitle(blocks: readonly Block[], index: number): string {
  const path = blocks[index]?.headings ?? [];
  const at = path.findLastIndex(isPlanTitle);
  const title = at >= 0 ? (path[at] ?? "") : "";
  if (title !== "") {
    const below = path[at + 1] ?? "";
    return period.test(below) ? `${title}, ${below}` : title;
  }
  for (let i = index - 1; i >= Math.max(0, index - farthest); i--) {
    const block = blocks[i];
    if (block?.kind !== "heading" || !isPlanTitle(block.text)) continue;
    const next = blocks[i + 1]?.text ?? "";
    return period.test(next) ? `${block.text}, ${next}` : block.text;
  }
  return "";
}
