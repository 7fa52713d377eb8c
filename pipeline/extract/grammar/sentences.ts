import { patternOf } from "../../core/patterns.ts";

/** A stretch of a text: text.slice(start, end). */
export type Span = { start: number; end: number };

const abbreviations = new Set([
  "e.g",
  "i.e",
  "mr",
  "mrs",
  "ms",
  "dr",
  "prof",
  "st",
  "no",
  "nos",
  "para",
  "paras",
  "p",
  "pp",
  "approx",
  "vs",
  "etc",
  "cf",
  "fig",
  "ref",
  "rev",
  "inc",
  "dept",
  "al",
]);

/**
 * Sentences of a paragraph, white space at their ends left out. A full stop ends one when a capital,
 * a digit, a quotation mark or a bracket follows after a space, and it does not close an abbreviation
 * or an initial. Section numbers ("2.1 Adoption") and decimals have no space and stay whole.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    let [from, to] = [start, end];
    while (from < to && /\s/.test(text[from]!)) from++;
    while (to > from && /\s/.test(text[to - 1]!)) to--;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === "\n" && text[i + 1] === "\n") push(i + 1);
    if (char !== "." && char !== "?" && char !== "!") continue;
    let end = i + 1;
    while (end < text.length && /[.'’”")\]]/.test(text[end]!)) end++;
    if (end < text.length && !/\s/.test(text[end]!)) continue;
    let next = end;
    while (next < text.length && next - end < 8 && /\s/.test(text[next]!)) next++;
    if (next < text.length && !/[\p{Lu}\d'‘“"(£•*\-–]/u.test(text[next]!)) continue;
    if (char === "." && endsAbbreviation(text, i)) continue;
    push(end);
    i = end - 1;
  }
  push(text.length);
  return spans;
}

function endsAbbreviation(text: string, stop: number): boolean {
  let from = stop;
  while (from > 0 && stop - from < 12 && /[\p{L}.]/u.test(text[from - 1]!)) from--;
  const word = text.slice(from, stop).toLowerCase();
  return (
    abbreviations.has(word) ||
    (/^\p{L}$/u.test(word) && word !== "i" && text[from] === text[from]!.toUpperCase() && !/\d/.test(text[from - 1] ?? ""))
  );
}

// Where one statement ends and the next begins inside a sentence. "and" alone is no boundary: it joins
// figures that share a verb ("11% and 9%") far more often than it joins statements.
const boundary = patternOf("giu")`
  [;:]\s|,\s(?:but|whilst|while|whereas|although|though|however|which|and|with|or|so|because|this|it|there|they|
  the (?:proportion|percentage|number|rate|figure)|compared|against|representing|of whom|of which|of these)\s|\s[–—-]\s|
  (?<!\ball|\bnothing|\banything)\s(?:but|whilst|while|whereas|although|however|whereby)\s|\.\s`;

/** Clauses of a sentence (or of any stretch), in order and without gaps. */
export function splitClauses(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const spans: Span[] = [];
  const part = text.slice(within.start, within.end);
  let from = 0;
  for (const match of part.matchAll(boundary)) {
    const end = match.index + 1;
    if (end <= from) continue;
    spans.push({ start: within.start + from, end: within.start + end });
    from = end;
  }
  if (from < part.length) spans.push({ start: within.start + from, end: within.end });
  return spans;
}
