import { patternOf } from "../../core/patterns.ts";
import { mayMatch, stemsOf, type Stems } from "../../core/pattern-stems.ts";
import { monthSource } from "./calendar.ts";
import type { Span } from "./sentences.ts";

const age =
  "(?:\\d{1,2}\\b(?![.,]\\d|%| ?per ?cent| children| unaccompanied| uasc| care leavers| of )|two|three|four|five|six|eight|ten|eleven|twelve|thirteen|sixteen|seventeen|eighteen|twenty-one)";

/** Ages and age ranges, kept for the breakdown of the figures near them. */
const ages: readonly RegExp[] = [
  new RegExp(
    `\\b(?:age[ds]?|ages of|age range|aged from) (?:of )?(?:between |from |under |over |below |above |up to )?(?:the ages? of )?${age}(?:(?: to| and| or| ?-) ?(?:under |over )?${age}|, ?${age}(?=,? (?:or|and) ${age})){0,3}(?:[- ]years?(?:[- ]olds?)?)?(?: (?:and|or) (?:over|under|above|older|younger))?`,
    "gu",
  ),
  /\b\d{1,2}- to \d{1,2}-years?-olds?\b/gu,
  /\b\d{1,2}(?:,| to| and| or| ?- ?) ?(?:\d{1,2})(?:,? (?:and|or|to) \d{1,2})?[- ](?:year|month)s?[- ]olds?\b/gu,
  patternOf("gu")`
    (?<!\b(?:levels?|grades?|bands?) )\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|
    fifteen|sixteen|seventeen|eighteen)(?: ?\+|[- ]years?[- ](?:olds?|of age)\b)`,
  /\b(?:less|fewer|more|younger|older) than (?:\d{1,2}|five|ten|two) years (?:of age|old)\b/gu,
  patternOf("gu")`
    \b(?:under|over) (?:the age of )?\d{1,2}(?: years(?: of age| old)?\b|s\b|'s\b)|
    \b(?:under|over) the age of (?:\d{1,2}|five|ten|eighteen|sixteen)(?: years)?\b|
    \b(?:under|over) (?:18|16|21|25|five|fives|5)\b(?! per| child|%)`,
  patternOf("gu")`
    \b\d{1,2}(?:th|st|nd|rd) birthdays?\b|\b(?:turn(?:ed|ing|s)?|reach(?:ed|ing|es)?) (?:the age of )?(?:16|17|18|19|21|25)\b|
    \b(?:eighteenth|sixteenth) birthdays?\b`,
  patternOf("gu")`
    (?<!\b(?:between|from|of|are|is|average|hold|holding|carry|carrying|have|around|about) )\b(?:16|17|18|19|20|21) (?:and|or|
    to|-) (?:17|18|19|20|21|25)(?:[- ]years?)?\b`,
  patternOf("gu")`
    \bpost[- ](?:16|18|19)\b|\b\d{1,2} (?:years )?(?:and|or) (?:over|above|under|older|younger)\b|
    \b\d{1,2} years or (?:older|younger|over|under)\b|\(\d{1,2} ?- ?\d{1,2}\)|\b0 ?- ?(?:5|18|19|25)\b|\b5 ?- ?(?:11|16)\b|
    (?<![\d-])\b\d{1,2} to (?:11|16)\b(?!%| ?per ?cent| (?:days|weeks|months|cases|children))`,
];

const references: readonly RegExp[] = [
  patternOf("gu")`
    \b(?:key stages?|ks|sections?|s\.|regulations?|reg|paragraphs?|paras?|pages?|chapters?|stages?|tiers?|levels?|schedules?|
    articles?|recommendations?|tables?|(?<!\b(?:this|that|the|whole) )figures?|appendix|appendices|phases?|forms?|bands?|
    grades?|annex|part|item|priority|actions?|outcome|p|pp|version|standard|module|rooms?|class|wave|case|cohort|objective|
    theme|year groups?|room|house|risk|next step|step|
    ref) ?(?:no\.? ?)?\d{1,3}[a-d]?\b(?!%| ?per ?cent)(?:(?: ?, ?| and | to | or | ?- ?| ?& ?)(?:key stages? |
    sections? )?\d{1,3}[a-d]?\b(?!%| (?:children|young)))*`,
  /\bquarters? (?:one|two|three|four)\b/gu,
  /\b(?:quarters?|qtr|q) ?[1-4]\b(?!%|[.,]\d)(?:(?: ?, ?| and | to | or | ?- ?| ?& ?)(?:quarter |q)?[1-4]\b(?!%|[.,]\d| (?:children|young)))*/gu,
  patternOf("gu")`
    (?<!\b(?:last|this|previous|per|each|a|the|financial|past|first|every) )\byears? (?:1[0-3]|[1-9])\b(?!%|
    [.,]\d)(?:(?:,| and| to| or) (?:1[0-3]|[1-9])\b(?!%|[.,]\d| (?:children|young)))*`,
  /\b(?:act|regulations|order|rules|children|framework|report|charter)\)? ?(?:\(review\) regulations )?(?:19|20)\d{2}\b/gu,
  /\b\d{1,2} ?(?:a\*|gcses?)|\ba\*? ?(?:-|to) ?[a-g]\b/gu,
  /\bper 10,?000\b|\bout of ten\b(?! (?:of )?(?:the |our |all )?(?:children|young|care|looked|reviews|plans|social|pupils))/gu,
  patternOf("gu")`
    \b24\/7\b|\b24[- ]hours?\b|\b\d{1,2}[.:]\d{2} ?(?:a\.?m|p\.?m)\b|\b\d{1,2} ?(?:am|pm)\b|
    \b\d+[- ]?(?:hours?|hrs?|minutes?|miles?|hectares|square)\b`,
  /\b0\d{2,4} ?\d{3,4} ?\d{3,4}\b|(?<![\d,.])0\d{2,}\b/gu,
  patternOf("gu")`
    \b(?:every|each|once|once every) (?:two|three|four|six|eight|ten|\d{1,2}) (?:days|weeks|months|years)\b|
    \b(?:six|three|two|four|twelve)[- ](?:weekly|monthly|yearly)\b`,
  patternOf("gu")`
    \bone[- ]to[- ]one\b|\bone[- ](?:off|stop|way)\b|\bno[- ]one\b|\bone another\b|\bone or (?:two|more)\b|
    \bone of\b(?! (?:the )?(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b)|\bthis one\b|\bwhich one\b|
    \btwo[- ](?:way|tier|stage|year)\b|\bhalf[- ](?:term|day|yearly|year|sibling|brother|sister)s?\b|
    \b(?:first|second|other|latter|last|one) half\b|\bhalf (?:of )?(?:the )?(?:that|what)\b|
    \b(?:less|more) than half (?:what|that)\b|\b(?:first|third|fourth|last|final|second) quarter\b|
    \bthird[- ](?:party|sector|parties)\b`,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${monthSource}\\b`, "gu"),
  patternOf("gu")`
    \b(?:19|20)\d{2}(?: ?(?:-|\/) ?(?:19|20)?\d{2})?\b(?= ?(?:-|\/|report|strategy|plan|action|programme|inspection|review|
    audit|survey|census|figure|data|cohort|academic|results))`,
  /^\d{1,3}(?:\.\d{1,2})*\. /gu,
];

/** Stretches of folded lower-case text whose numbers say how old, where in the law or when, and count nobody. */
export function findAges(lower: string): Span[] {
  // "aged 19, 20 or 21 years" is one age group, whatever else its parts look like.
  const found = collect(lower, agesStemmed);
  return found.filter(
    (span, k) =>
      !found.some(
        (other, n) =>
          n !== k && other.start <= span.start && span.end <= other.end && (other.end - other.start > span.end - span.start || n < k),
      ),
  );
}

export function findReferences(lower: string): Span[] {
  return collect(lower, referencesStemmed);
}

type Stemmed = { pattern: RegExp; stems: Stems };
const stemmed = (patterns: readonly RegExp[]): Stemmed[] => patterns.map((pattern) => ({ pattern, stems: stemsOf(pattern.source) }));
const agesStemmed = stemmed(ages);
const referencesStemmed = stemmed(references);

function collect(text: string, patterns: readonly Stemmed[]): Span[] {
  if (!/\d|one|two|half|half|third|quarter|birthday|age|every|six|three|four|twelve/.test(text)) return [];
  const spans: Span[] = [];
  for (const { pattern, stems } of patterns)
    if (mayMatch(stems, text))
      for (const match of text.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length });
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}
