/** A regular expression written over several lines: the breaks and the space around them are not part of it. */
const joined = (raw: TemplateStringsArray, parts: readonly string[]): string => String.raw(raw, ...parts).replace(/\s*\n\s*/gu, "");

/** A pattern in capitals or not, over several lines. */
export const pattern = (raw: TemplateStringsArray, ...parts: readonly string[]): RegExp => new RegExp(joined(raw, parts), "iu");

/** The same, for every place of a text. */
export const everyPattern = (raw: TemplateStringsArray, ...parts: readonly string[]): RegExp => new RegExp(joined(raw, parts), "giu");

/** Whole words: any of the wordings between bars, over several lines. */
export const wordings = (raw: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${joined(raw, parts)})\\b`, "iu");

/** Whole words: any of the wordings of a list. */
export const anyOf = (...list: readonly string[]): RegExp => new RegExp(`\\b(?:${list.join("|")})\\b`, "iu");
