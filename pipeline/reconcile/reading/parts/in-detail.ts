import { isSingle, type TextFigure } from "../figure.ts";
import type { Sentence } from "../reading.ts";
import { asked, build, countsFrom, leavesOut, nearness, opensItems, partsItems, type Count, type PartsList } from "./parts-list.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** What a list may part its number by. */
const kind =
  "(?:outcomes?|grad(?:es?|ings?)|ages?|age groups?|sex|gender|types?|kinds?|categor(?:y|ies)|results?|ratings?|judge?ments?|status|lengths?|durations?|stages?|destinations?|causes?|sources?|origins?|decisions?|verdicts?|findings?|bands?|class(?:es)?|levels?|routes?|breakdown|split|distribution|ethnicity|legal status|placements?|settings?|scores?|conclusions?|methods?|forms?|purposes?|use|item|heading|service|provider|need|length of (?:wait|stay|time))";
const named = `(?:[\\p{L}-]+ ){0,2}?${kind}`;
const there = "(?: (?:there|these|they|we|it) (?:are|were|was|is|had|have|comprised?|came|stood)(?: as follows)?| as follows)?";
/** "As to outcome,", "by type,", "in detail the grades were", "of these,": what opens a list whose number was told before. */
const lead = pattern`
  (?:^|[;:.,] (?:and |with )?)(?:as (?:to|for|regards)|by|in terms of|with (?:regard|respect) to|regarding|on|looking at|split by|parted by|divided by|broken down by|arranged by|sorted by|analysed by) (?:the |their |its |our )?
  ${named}(?: [\p{L}-]+){0,2}?[,:]?${there},? |
  ^(?:in (?:detail|full)|more (?:precisely|exactly)|in more detail|broken down|in figures)?,? ?(?:the|their|its|these|our)? ?${named}(?: [\p{L}-]+){0,3}? (?:were|was|are|is|came out|stood|ran|divided|split)(?: as follows| at| to| thus| into)?:? |
  ^(?:(?:the|their|its|by) )?${named}(?: of (?:the |these )?[\p{L} -]{3,30})?: |
  ^of (?:the|these|those|all) ${named},? |
  ^(?:in (?:detail|full)|more (?:precisely|exactly)|in more detail|broken down|in figures)[,:]? (?=\{C)`;
/** "Sixteen were upheld, 23 partly upheld and 37 not upheld": the last of them is what the others are not, so that nothing is left out. */
const upToNot =
  /^\{C\d+\} (?:[\p{L}’-]+ )?(?:were|was|are|is|had|have|did) (?:[\p{L}’-]+ ){0,2}?(?<kind>[\p{L}]{4,})[,;] .*\b(?:and|;) \{C\d+\} (?:were |was )?(?:not|never|un)[ -]?\k<kind>\.?$/iu;

const isPlain = (figure: TextFigure): boolean => isSingle(figure) && figure.qualifier === "exact" && Number.isInteger(figure.value);
/** How far back the number may stand, in sentences. */
const reach = 2;

/** Numbers of the sentences before, and of this one before the list; of "59 of 73" what they are of. */
function wholes(passage: readonly Sentence[], sentence: Sentence, at: number): Count[] {
  const near = passage.filter(({ number }) => number < sentence.number && number >= sentence.number - reach);
  return [...near, sentence].flatMap((one) =>
    one.figures
      .filter((figure) => one !== sentence || isBefore(sentence, figure, at))
      .filter(({ measure, role, form, when }) => measure === "number" && role === "level" && form !== "fraction" && when !== "then")
      .map((figure) => (figure.denominator === null ? figure : { ...figure, value: figure.denominator, denominator: null }))
      .filter(isPlain)
      .map((figure) => ({ figure, inBrackets: false, at: 0 })),
  );
}
const isBefore = ({ skeleton, figures }: Sentence, figure: TextFigure, at: number): boolean => {
  const found = new RegExp(`\\{[A-Z]${figures.indexOf(figure)}\\}`, "u").exec(skeleton);
  return found !== null && found.index < at;
};

/** The list names a time that the sentence of its number does not. */
const isOfAnotherTime = (passage: readonly Sentence[], sentence: Sentence, total: Count): boolean => {
  const told = passage.find(({ figures }) =>
    figures.some((figure) => figure.start === total.figure.start && figure.text === total.figure.text),
  );
  return (
    sentence.times.length > 0 && told !== undefined && told.times.length > 0 && !sentence.times.some((time) => told.times.includes(time))
  );
};

/** Any number of the passage, on either side of a share. */
const valuesOf = (passage: readonly Sentence[]): number[] =>
  passage.flatMap(({ figures }) => figures.flatMap((one) => [one.value, one.numerator ?? one.value, one.denominator ?? one.value]));

/** "59 of 73 were answered in time. As to outcome, 16 were upheld, 23 partly upheld and 37 not upheld": the parts of a number told before. */
export function inDetail(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = lead.exec(sentence.skeleton) ?? (upToNot.test(sentence.skeleton) ? /^/u.exec(sentence.skeleton) : null);
  if (!match || asked.test(sentence.text) || leavesOut(sentence)) return [];
  const from = match.index + match[0].length;
  const parts = countsFrom(sentence, from, sentence.skeleton.length).filter((count) => !count.inBrackets);
  const others = sentence.skeleton.slice(from).replace(/\([^()]*\)/gu, "");
  if (parts.length < 3 || !parts.every(({ figure }) => isPlain(figure) && figure.role === "level") || /\{[^CD]\d+\}/u.test(others))
    return [];
  if (!opensItems(sentence, parts) && !partsItems(sentence, parts)) return [];
  const sum = parts.reduce((made, { figure }) => made + figure.value, 0);
  const near = wholes(passage, sentence, from).filter(({ figure }) => Math.abs(figure.value - sum) <= nearness * figure.value);
  const told = new Set(near.map(({ figure }) => figure.value));
  const [total] = near;
  if (total && isOfAnotherTime(passage, sentence, total)) return [];
  // Another number of the passage may be what the list is of, and its parts may be told twice.
  if (!total || told.size > 1 || valuesOf(passage).includes(sum)) return [];
  return [build(passage, sentence, [total], parts, [], true, true)];
}
