import type { TextFigure } from "./figure.ts";
import { figureAt, type Sentence } from "./reading.ts";
import { contentWords, root } from "../vocabulary/names.ts";
import { pattern } from "../vocabulary/patterns.ts";

/** A figure that is told as an average, and how plainly. */
export type ToldAverage = {
  figure: TextFigure;
  sentence: Sentence;
  /** Roots of the words for what each of them has so many of: "18 cases a worker" tells of cases. */
  nouns: readonly string[];
  /** Told as so much for each: no word for an average is needed, and none may be meant. */
  perHead: boolean;
};

const each = String.raw`(?:each|apiece|a head|(?:for|to) (?:each|every)(?! other\b)|every|per (?!cent\b|10|week|month|day|year|annum|night|hour))\b`;
/** "7.1 days a person", "£3,980 a family": an article behind an amount, where no time is meant. */
const anEach = String.raw`an? (?!(?:day|night|week|fortnight|month|quarter|year|hour|time|few|little|lot|third|half|rise|fall)\b)[\p{L}-]+(?: [\p{L}-]+)?(?=[.,;:)]|$| (?:on|in|over|across|at)\b)`;
const equals = String.raw`(?:is|was|gives|gave|makes|made|means|comes? to|came to|works? out at|worked out at|amounts? to|represents?)`;
const about = "(?: (?:about|around|some|just over|just under|exactly|nearly|on average,?))?";

const perHeads = pattern`
  \b(?:a )?cost(?:ing)? (?:of )?\{M(?<cost>\d+)\} (?:for each|each|per|a head)\b|
  (?:, or|, that is(?: to say)?|, i\.e\.|[,;:]| –| -|\(| gives| makes| giving| making| or|\b(?:comes? to|came to|works? out at|equal to|equivalent to|equates to)|(?:^|,? )(?:so|and)?,? ?(?:which|this|that|it|these) ${equals}|[,;] so)${about},?
  (?: ?)\{[CMD](?<after>\d+)\}(?: (?!(?:and|of|in|for|to|per|each|every|an?|has|had|was|is|were|are|have|with|by|from|on|at)\b)[\w’-]+){0,2} (?:${each}|${anEach})|
  \b(?:per|for each|for every|each) (?!cent\b|week|month|day|year|night|hour)[\p{L}-]+(?: [\p{L}-]+)?,? (?:(?:this|that|it|which) )?${equals}${about} \{[CMD](?<before>\d+)\}|
  \bon average,? (?:an?|each|every|one) [\p{L}-]+ (?:[\p{L}-]+ ){1,2}\{[CMD](?<one>\d+)\}|\beach (?:[\w-]+ )?(?:received|got|paid|
  contributed|holds?|held|has|had|works? with|supports?|cares? for|costs?) (?:about |around )?\{[CM](?<has>\d+)\}`;
const means = pattern`
  \b(?:averag(?:e|ed|ing)|mean)\b(?! age)(?: [\w-]+){0,10}?(?::(?!.*\b(?:averag|mean)))? (?:(?:of|was|is|
  being|at|to|stood at|amounted to) )*(?:just |about )?\{[CMD](?<mean>\d+)\}|
  \{[CMD](?<last>\d+)\}(?: [\w-]+){0,4} (?:on average\b|(?:per|for (?:each|every)|each)\b)`;

/** "The ten officers … 55 for each full-time equivalent": heads are more than whole posts. */
const perWholePost = /\b(?:full|whole)[- ]time[- ]equivalents?\b|\b[fw]tes?\b/iu;
/** "21.0 FTE social workers held 399 children": the number itself is of whole posts. */
const wholePosts = /\{C\d+\} (?:(?:full|whole)[- ]time[- ]equivalents?|[fw]tes?)\b/iu;
const isAverage = /\b(?:averag(?:e|ed|ing)|mean)\b/iu;

export const rootsOf = (text: string): string[] => contentWords(text).map(root);

/** The one figure of a sentence that is told as an average of others; null for none. */
export function averageIn(sentence: Sentence): ToldAverage | null {
  // "Average caseloads: 14 workers, 231 children, so 16.5 each": so much a head is surer than a number behind "average".
  const match = perHeads.exec(sentence.skeleton) ?? means.exec(sentence.skeleton);
  const groups = match?.groups;
  if (!match || !groups || (perWholePost.test(sentence.text) && !wholePosts.test(sentence.skeleton))) return null;
  const perHead = groups["cost"] ?? groups["after"] ?? groups["before"] ?? groups["one"] ?? groups["has"];
  const figure = figureAt(sentence, perHead ?? groups["mean"] ?? groups["last"] ?? "");
  // "The average has come down by £115" tells a change of the average.
  if (figure.role === "change" || /\bby (?:about |around |just |only )?$/iu.test(sentence.text.slice(0, figure.start))) return null;
  if (perHead === undefined && !isAverage.test(sentence.text)) return null;
  const [, noun = ""] =
    /^(?: ([\p{L}’ -]*?))??(?= (?:each|apiece|an?|for|to|per|every|on|in|at|over)\b|[.,;:()]|$)/iu.exec(sentence.text.slice(figure.end)) ??
    [];
  return { figure, sentence, nouns: rootsOf(noun), perHead: perHead !== undefined };
}
