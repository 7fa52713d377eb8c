import { patternOf, sourceOf } from "../../core/patterns.ts";

/** A pattern in capitals or not, over several lines. */
export const pattern = patternOf("iu");

/** The same, for every place of a text. */
export const everyPattern = patternOf("giu");

/** Whole words: any of the wordings between bars, over several lines. */
export const wordings = (raw: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${sourceOf(raw, ...parts)})\\b`, "iu");

/** Whole words: any of the wordings of a list. */
export const anyOf = (...list: readonly string[]): RegExp => new RegExp(`\\b(?:${list.join("|")})\\b`, "iu");
