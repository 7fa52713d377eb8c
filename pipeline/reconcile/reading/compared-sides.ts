import type { Block } from "../../model/document.ts";
import { joints } from "../vocabulary/comparison-words.ts";
import type { Length } from "../vocabulary/lengths.ts";
import type { TextFigure } from "./figure.ts";
import { whomOf } from "./whom.ts";

/** A figure that is set against another, with the words told of it: the nearest first. */
export type Side = {
  figure: TextFigure;
  /** Its own clause; then the words that lead to both figures or the sentences before, from which it takes what it does not say. */
  words: readonly string[];
  /** What follows it in its clause. */
  after: string;
  /** Whom it is of, when not of the authority itself. */
  others: readonly string[];
  /** How long or how often it counts, where the words around it say so of both. */
  counted: Length | null;
};

/** Two figures that the words set against each other, in the order of the text. */
export type Compared = {
  first: Side;
  second: Side;
  quote: string;
  place: string;
  block: Block;
  /** Both stand in one sentence. */
  inOne: boolean;
  /** The words draw something from the two; else they only stand side by side. */
  concluded: boolean;
  /** The sentence behind them, when it has no figure of theirs and draws something from them; else "". */
  drawn: string;
};

/** "From 62% of those in touch to 66%": the words before the first lead to both. */
export const fromTo = (text: string, a: TextFigure, b: TextFigure): boolean =>
  /\bfrom (?:[\w’'£]+ ){0,3}$/iu.test(text.slice(0, a.start)) && /\bto (?:[\w’'£]+ ){0,3}$/iu.test(text.slice(a.end, b.start));

/** Where the words of the first figure end and those of the second begin. */
export function jointBetween(text: string, a: TextFigure, b: TextFigure): number {
  const between = text.slice(a.end, b.start);
  if (fromTo(text, a, b)) return a.end + between.search(/\bto (?:[\w’'£]+ ){0,3}$/iu);
  // "88 from April to September (2021/22: 190)": a bracket tells of what stands in it.
  const bracket = / \((?:in )?[^(){}]{0,25}: ?$/u.exec(between)?.index;
  if (bracket !== undefined) return a.end + bracket;
  const at = joints.map((joint) => between.search(joint)).find((found) => found >= 0) ?? -1;
  const comma = between.lastIndexOf(",");
  // "Six in 2022/23 and seven in 2023/24", "83% (in 2016/17) and theirs (76%": what stands before the last "and" or bracket is told of the first.
  if (at >= 0) return a.end + at;
  const last = Math.max(comma, between.lastIndexOf(" and "), between.indexOf(") ") + 1, 0);
  // "88 in the half-year (197 in 2022/23)": what stands in front of a bracket is told of what stands in front of it.
  return a.end + (last === 0 && / \($/u.test(between) ? between.length - 1 : last);
}

export const side = (text: string, figure: TextFigure, from: number, to: number, inherited: readonly string[]): Side => ({
  figure,
  words: [text.slice(from, to), ...inherited],
  after: text.slice(figure.end, to),
  others: whomOf(text, figure, from, to),
  counted: null,
});
