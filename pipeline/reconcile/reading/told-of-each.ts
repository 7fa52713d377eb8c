import { areOneLength, lengthBeside, lengthsIn, type Length } from "../vocabulary/lengths.ts";
import { whereIn } from "../vocabulary/others.ts";
import { anyOf, wordings } from "../vocabulary/patterns.ts";

/** What a sentence tells of the authority's own figure and of that of others: how each is counted. */
export type ToldOfEach = { own: string; theirs: string };

const ours = anyOf(
  "ours?",
  "we",
  "us",
  "locally",
  "(?:the )?local (?=figure|rate|result|share|measure|standard|count|percentage|number)",
  "here",
  "(?:this|the) (?:council|authority|service|county|borough|city|department)(?:['’]s)?",
  "the (?:first|former)",
);
const theirs = wordings`theirs?|they|them|the (?:second|latter|other)|elsewhere`;
/** Words that say how a figure is made, not how large it is. */
const defines = wordings`
  counts?|counted|counting|measures?d?|uses?|using|takes? in|includes?|excludes?|covers?|allows?|works? to|defin\w+|standards?|basis|based|
  means?|medians?|averages?|(?:is|are|was|were) (?:of|for|those|visits|reviews|interviews|assessments|one|a|an)|looks?|refers?|relates?|reports?|
  every|leaves? out|treats?|regards?`;

const startOf = (text: string, words: RegExp): number => words.exec(text)?.index ?? -1;
/** Where others are first spoken of, by a pronoun or by name; the end of a text that does not speak of them. */
const startOfTheirs = (text: string): number => Math.min(...[startOf(text, theirs), whereIn(text)].filter((at) => at >= 0), text.length);

/** "Ours counts visits made every six weeks; theirs, visits made every four weeks": null where nothing is said of how either is counted. */
export function toldOfEach(text: string): ToldOfEach | null {
  if (!defines.test(text)) return null;
  const [own, other] = [startOf(text, ours), startOfTheirs(text)];
  if (own < 0 && other === text.length) return null;
  if (own < 0) return { own: "", theirs: text };
  if (other === text.length) return { own: text, theirs: "" };
  return own < other ? { own: text.slice(0, other), theirs: text.slice(other) } : { own: text.slice(own), theirs: text.slice(0, own) };
}

/** How long the one and the other count, where each is told once, be it as one number beside the other; null where they are one. */
export function unlikeLengths({ own, theirs: other }: ToldOfEach): { own: Length; theirs: Length } | null {
  const a = lengthBeside(own, lengthsIn(other)[0] ?? null);
  const b = lengthBeside(other, lengthsIn(own)[0] ?? null);
  return a && b && !areOneLength(a, b) ? { own: a, theirs: b } : null;
}
