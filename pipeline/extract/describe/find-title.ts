import { nameKey } from "../../model/authority.ts";
import type { Block, SourceDocument } from "../../model/document.ts";

const titled =
  /^(?:(?:re-?|joint |full |short )?inspection of|(?:focus(?:s)?ed|monitoring) visit (?:to|of)|joint (?:targeted )?area|review of)\b/i;
const meetingBody = /^(?:the )?[A-Z][\w'’& ]{3,60}\b(?:panel|board|committee|cabinet|forum|group)$/i;
const noTitle = /^(?:notice of meeting|agenda|contents|ofsted|date (?:&|and) time|venue|report published)/i;

/** Capitals turned to ordinary writing; other text as printed. */
function unshout(text: string): string {
  if (text !== text.toUpperCase()) return text;
  const small = new Set(["AND", "OF", "THE", "FOR", "TO", "IN", "ON", "AT", "WITH"]);
  return text.replace(/[A-Z][A-Z'’]*/g, (word, at: number) =>
    small.has(word) && at > 0 ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase(),
  );
}

/**
 * Title as the first page prints it: the line that says what was inspected or visited, for papers
 * the body that meets, otherwise the first heading, the title in the file's own bookkeeping, or its name.
 */
export function findTitle(source: SourceDocument, front: readonly Block[], authority: string): string {
  const lines = front.filter((block) => block.kind !== "table" && block.text.length <= 250);
  const named = lines.find((block) => titled.test(block.text));
  if (named) return unshout(named.text.replace(/[\s,]+and$/i, "").replace(/[.:]$/, ""));
  const isMeeting = lines.some((block) => /\b(?:notice of meeting|agenda|minutes)\b/i.test(block.text));
  const body = isMeeting ? lines.find((block) => block.kind === "heading" && meetingBody.test(block.text)) : undefined;
  if (body) return unshout(body.text);
  const heading = lines.find(
    (block) => block.kind === "heading" && !noTitle.test(block.text) && nameKey(block.text) !== nameKey(authority),
  );
  return unshout(heading?.text ?? "") || source.title || lines[0]?.text || source.document.replace(/\.[a-z0-9]+$/i, "");
}
