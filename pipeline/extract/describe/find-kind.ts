import { patternOf } from "../../core/patterns.ts";
import type { Block } from "../../model/document.ts";

export type DocumentKind = "inspection report" | "focused visit" | "panel papers" | "council report" | "other";

const visit = /\bfocus(?:s)?ed visit\b/i;
const inspection = patternOf("i")`
  ^(?:re-?|joint |full )?inspection of\b|\binspection of (?:services|safeguarding|children|local authority)|
  \bjoint (?:targeted )?area\b|\breview of the effectiveness of the local safeguarding\b|\bsingle inspection\b`;
const meeting = /\b(?:notice of meeting|agenda|minutes of|corporate parenting (?:panel|board|committee|group|forum)|scrutiny committee)\b/i;
const councilReport = /\b(?:report (?:of|to|by|from)|annual report|strategy|sufficiency|self[- ]evaluation|action plan|council|trust)\b/i;

/** What sort of document the words of its first page make it. */
export function findKind(front: readonly Block[], title: string): DocumentKind {
  const texts = [title, ...front.map((block) => block.text)];
  const first = (pattern: RegExp): number => texts.findIndex((text) => pattern.test(text.slice(0, 300)));
  const titled = texts.filter((text) => text.length < 200);
  if (titled.some((text) => visit.test(text))) return "focused visit";
  const meets = first(meeting);
  const inspects = first(inspection);
  if (inspects >= 0 && (meets < 0 || inspects < meets)) return "inspection report";
  if (meets >= 0) return "panel papers";
  return first(councilReport) >= 0 ? "council report" : "other";
}

/** Ofsted for its own kinds of document; the council as it prints its name for the others; "" when neither. */
export function findPublisher(kind: DocumentKind, blocks: readonly Block[], authority: string): string {
  if (kind === "inspection report" || kind === "focused visit") {
    return blocks.some((block) => /\b(?:Ofsted|HMI|His Majesty.s Inspector|Her Majesty.s Inspector)/.test(block.text)) ? "Ofsted" : "";
  }
  if (authority === "") return "";
  const name = authority.replace(/,.*$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const printed = new RegExp(
    `\\b${name}(?: (?:London|Metropolitan|Royal))?(?: (?:County|City|Borough|District))?(?: Metropolitan| Borough)* Council\\b`,
  );
  for (const block of blocks) {
    const found = printed.exec(block.text.slice(0, 5000));
    if (found) return found[0];
  }
  return `${authority.replace(/,.*$/, "")} Council`;
}
