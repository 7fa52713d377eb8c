import { patternOf } from "../../core/patterns.ts";
import type { Span } from "../grammar/sentences.ts";

const seen = /\b(?:sampled|survey(?:s|ed)?|responded|respondents?|dip[- ]sampl\w+|tracked)\b/;
const audit = /\baudit(?:s|ed)?\b/;
// An audit that only takes place says nothing of the figures beside it; one that finds, judges or is of so many cases does.
const finding = patternOf("")`
  \baudited\b|\b(?:in|of|by|from|at) (?:[\w']+ ){0,6}audits?\b|\baudits?\b[^;]{0,120}?\b(?:found|finds?|show\w*|identif\w+|
  indicat\w+|reveal\w*|judge[ds]?|rate[ds]?|graded?|conclud\w+|suggest\w*|demonstrat\w+)\b|\baudits? of \d|
  \d+%? (?:\w+ ){0,3}audits?\b`;
// What is said after these words is no longer said of the sample; after "of which" or "and" it still is.
const turn = /;\s|,?\s(?:although|though|while|whilst|whereas|but|however|yet)\s/g;

/** The stretches of a sentence that speak of cases somebody picked out: their figures are not those of all children. */
export function sampledParts(lower: string): Span[] {
  if (!seen.test(lower) && !audit.test(lower)) return [];
  const ends = [...lower.matchAll(turn)].map((match) => match.index + match[0].length);
  const parts = [0, ...ends].map((start, k): Span => ({ start, end: ends[k] ?? lower.length }));
  return parts.filter(({ start, end }) => {
    const part = lower.slice(start, end);
    return seen.test(part) || (audit.test(part) && finding.test(part));
  });
}
