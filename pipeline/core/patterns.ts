/**
 * Source of a regular expression written over several lines: the breaks and the space around them are not part
 * of it. For expressions that are lists of wordings too long for one line.
 */
export const sourceOf = (raw: TemplateStringsArray, ...parts: readonly string[]): string =>
  String.raw(raw, ...parts).replace(/\s*\n\s*/gu, "");

/** The expression itself, with these flags. */
export const patternOf =
  (flags: string) =>
  (raw: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
    new RegExp(sourceOf(raw, ...parts), flags);
