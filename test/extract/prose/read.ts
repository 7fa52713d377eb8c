import { extractProse } from "../../../pipeline/extract/prose/extract-prose.ts";
import type { Fact } from "../../../pipeline/extract/prose/fact.ts";
import { indicators } from "../../../pipeline/indicators/all.ts";
import type { Block } from "../../../pipeline/model/document.ts";

const context = {
  dates: { published: "2016-03-27", event_start: "2016-01-20", event_end: "2016-02-11" },
  region: "South East",
  present: "at inspection",
  authority: "Anyshire",
};

export const paragraph = (text: string, headings: string[] = [], index = 0): Block => ({
  index,
  kind: "paragraph",
  level: 0,
  label: "",
  text,
  page: 1,
  line: null,
  headings,
  table: null,
});

export const readBlocks = (blocks: readonly Block[]): Fact[] => extractProse(blocks, indicators, context).map(({ fact }) => fact);

/** Facts of one paragraph, each as one line: what tests compare. */
export const read = (text: string, headings: string[] = []): string[] => readBlocks([paragraph(text, headings)]).map(line);

export function line(fact: Fact): string {
  const value = fact.value === null ? "" : fact.value_high === null ? `${fact.value}` : `${fact.value}-${fact.value_high}`;
  const derived = fact.method === "derived" ? " derived" : "";
  return [fact.indicator, fact.subject, value, fact.unit, `[${fact.period}]`].filter(Boolean).join(" ") + derived;
}
