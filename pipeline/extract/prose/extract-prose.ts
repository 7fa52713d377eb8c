import type { Block } from "../../model/document.ts";
import type { Indicator } from "../../model/indicator.ts";
import { parsePeriod } from "../../model/period.ts";
import { splitSentences, type Span } from "../grammar/sentences.ts";
import { chaptersOf, type Chapter } from "./chapters.ts";
import type { Carried } from "./carry-over.ts";
import { compilePhrases, type CompiledPhrases } from "./compile-phrases.ts";
import type { Fact } from "./fact.ts";
import { findMentions } from "./find-mentions.ts";
import { forget, topics } from "./memory.ts";
import type { ProseContext } from "./prose-context.ts";
import { readFacts, type Setting } from "./read-facts.ts";
import { plainText } from "./read-sentence.ts";

/**
 * Every figure that the paragraphs and list items of a document state for the declared indicators, each
 * with the block it stands in. Tables are not read here. Linear in the length of the text.
 */
export function extractProse(
  blocks: readonly Block[],
  declared: readonly Indicator[],
  context: ProseContext,
): { block: Block; fact: Fact }[] {
  const compiled = declared.flatMap(compilePhrases);
  const found: { block: Block; fact: Fact }[] = [];
  // An inspection report speaks of its own days throughout.
  const chapters = context.present === "at inspection" ? new Map<number, Chapter>() : chaptersOf(blocks, context.dates);
  let lead = forget();
  let memory = lead;
  for (const block of blocks) {
    if (block.kind === "table") continue;
    // A list carries on from the line that opens it ("Of this number:"); a paragraph starts afresh.
    memory = block.kind === "list_item" && leadsList.test(lead.around) ? { ...lead, carried: [...lead.carried] } : forget();
    const chapter = chapters.get(block.index);
    const setting: Setting = {
      above: [chapter?.title ?? "", ...block.headings].map(plainText).join(" "),
      context: chapter ? within(chapter, context) : context,
    };
    // "6 Care leavers" over a section counts nobody.
    const numbered = block.kind === "heading" ? (/^\d{1,2}(?:\.\d{1,2})*\.? (?=\p{L})/u.exec(block.text)?.[0].length ?? 0) : 0;
    memory.headed = block.kind === "paragraph" ? () => headedBy(block, compiled) : () => [];
    for (const span of splitSentences(block.text).flatMap((sentence) => cutLong(block.text, sentence))) {
      const text = block.text.slice(Math.max(span.start, numbered), span.end);
      for (const fact of readFacts(text, setting, memory, compiled, declared)) found.push({ block, fact });
      memory.around = `${memory.around.slice(-600)} ${plainText(text)}`;
    }
    if (block.kind !== "list_item" || leadsList.test(block.text)) lead = memory;
  }
  return found;
}

/** "Of this number:", "The following was outlined: -" */
const leadsList = /:\s?[-–—]?\s*$/;

/** The one measure that the heading right above a paragraph names: "Performance for under fives was 97%" is of that. */
function headedBy(block: Block, compiled: readonly CompiledPhrases[]): Carried[] {
  const heading = block.headings.at(-1);
  if (heading === undefined) return [];
  const named = topics(findMentions(plainText(heading), "", compiled)).filter((topic) => topic.unit === "percent");
  return new Set(named.map((topic) => topic.indicator)).size === 1 ? named.slice(0, 1) : [];
}

/**
 * No English sentence is this long: what is, is a list or a table that lost its form. Cut at white space,
 * so that reading takes time in proportion to the length of the text whatever it holds.
 */
const longest = 2000;
function cutLong(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  while (span.end - start > longest) {
    const space = text.lastIndexOf(" ", start + longest);
    const end = space > start ? space : start + longest;
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: span.end }];
}

/** A report that says what time it covers knows nothing after it. */
function within(chapter: Chapter, context: ProseContext): ProseContext {
  const span = parsePeriod(chapter.period);
  return span
    ? { ...context, present: chapter.period, dates: { ...context.dates, event_start: span.start, event_end: span.end } }
    : context;
}
