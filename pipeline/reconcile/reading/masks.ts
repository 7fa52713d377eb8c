import type { Span } from "../../extract/grammar/sentences.ts";
import { upToNineteen, upToTwelve } from "../vocabulary/number-words.ts";
import { sourceOf } from "../../core/patterns.ts";
import { everyPattern } from "../vocabulary/patterns.ts";

/** What may not follow: a percentage, or those who are counted. */
const isNoCount = String.raw`(?!\.?\d* ?(?:%|per ?cent)| (?:children|young people|cases))`;
/** "16 to 18", "5 and 6": the joint of two numbers. */
const joint = "(?:to|and|or|-|–|−)";

/** "Who were 16 and 17": a number of them would follow the "and" otherwise. */
const agesInTurn = "14 and 15|15 and 16|16 and 17|17 and 18|18 and 19|19 and 20|20 and 21";

/** "Under five", "aged 16 and 17", "12-year-olds". */
const ages: readonly RegExp[] = [
  everyPattern`
    \b(?:were|was|are|is|be|being|those|children|child|people|pupils|anyone|all) (?:under|over|below) (?:${upToNineteen}|\d{1,2})\b
    (?!\.\d| ?(?:%|per ?cent|children|young people|cases|days|weeks|months|miles|percentage|of ))`,
  everyPattern`
    (?<!\b(?:primary|secondary|nursery|school|working|voting) )\b(?:aged?|ages)(?: of| between| from| up to| under| over| about)*
    (?: )(?:(?!\d{3})\w+[-–]?){1,2}
    (?: ?${joint} ?(?:\d{1,2}(?!\d)|[a-z]+)(?! (?:children|young people|boys|girls|aged)\b| (?:are|were|is|was) (?:aged )?\d))?
    (?: and (?:over|under|above|older))?(?=[\s,.;:)]|$)`,
  everyPattern`
    \b(?:under|over|below|above|less than|younger than|older than|post|pre|up to)[- ](?:the age of )?
    (?:\d{1,2}|${upToNineteen}|twenty-one|twenty-five)
    (?:s\b|(?: ?-? ?years?(?: of age|[- ]olds?| old)?)|(?=[,.;:)](?!\d)| (?:and|or)\b|$))`,
  everyPattern`
    \bpost[- ]\d{2}\b|
    \b(?:turn(?:ed|ing|s)?|became|becoming|reach(?:ed|ing|es)?|over|under)(?: the age of)? (?:16|17|18|19|21|25|sixteen|seventeen|eighteen|nineteen|twenty-one|twenty-five)\b(?=[\s,.;)]|$)`,
  everyPattern`
    (?<!\d\.)\b\d{1,2}(?: ?${joint} ?\d{1,2})?(?:\+| plus)?[- ]?(?:year|yr)s?
    (?:[- ]olds?| old| of age| or (?:older|over|above|under|younger)| and (?:over|older|above|under))`,
  everyPattern`\b(?:\d{1,2}|${upToNineteen})-? (?:and|to|or) (?:\w+)[- ]year[- ]olds?\b`,
  everyPattern`\b\d{1,2} (?:and|or) (?:over|older|above|under|below|younger)\b(?! (?:children|young people|cases))`,
  everyPattern`
    \b(?:\d{1,2}|${upToNineteen}) or (?:more|above|higher|over|older|younger|fewer|less|lower|below|under)\b
    (?! (?:children|young people|cases))`,
  everyPattern`
    \b(?:child|person|people|children|they|he|she|carer) (?:was|is|were|are|turn(?:s|ed)?|reach(?:es|ed)?) (?:1\d|2[0-5])\b
    (?!\.\d| ?%)(?=[,.;:)]|$| (?:and|or|but|when|on)\b)`,
  // "14 were 17, 15 were sixteen": a number of them, and how old they are; "at 31 March 2022 was 23" is how many.
  everyPattern`
    (?<=(?<![\d/–-])\b(?:\d{1,3}|[3-9]\d{3}|${upToNineteen}) (?:are|were|is|was|became|turned) )(?:\d|1\d|2[0-5]|${upToNineteen})(?=[,;.)](?!\d)| (?:and|or)\b|$)`,
  // "Nineteen who were 17 (68%)", "of those who had turned 18", "of those then 17": how old they were, beside a number of them.
  everyPattern`
    (?<=\b(?:who (?:(?:had|have|has|already|just|only|then|now) ){0,2}(?:are|were|is|was|turned|reached|been) (?:(?:just|only|still|already|then|now|not yet) )?|(?:those|boys|girls|children|people|leavers|pupils) (?:then|now) ))
    (?:(?:\d|1\d|2[0-5]|${upToNineteen}|twenty(?:-(?:one|two|three|four|five))?)(?: (?:or|to) (?:\d|1\d|2[0-5]|${upToNineteen}))?|${agesInTurn})
    (?= ?\(|[,;:)]|\.(?!\d)|$| (?:and|or|when|on|at|by|in|had|have|has|were|was|did)\b)`,
  // "24 moved on at 18", "those who left care at 16 or 17": how old they were when they went.
  everyPattern`
    (?<=\b(?:left|leav(?:e|es|ing)|mov(?:ed|es|ing)|ceas(?:ed|es|ing)|end(?:ed|s|ing)|aged|ag(?:e|ing)|stay(?:ed|s|ing) (?:put|on)|care|
    adulthood|independence|home|discharged|discharges?|transferred|depart(?:ed|ures?|ing)|went|gone|going|placements?|accommodation)
    (?: (?!(?:stood|stands?|remain\w*|stay\w*|peaked|was|were|is|are|levelled|fell|fallen|rose|risen|grew|grown|up|down|\w+(?:creased|opped|duced|clined|imbed))\b)[\p{L}’'-]+){0,3},? (?:at|by|on|before|after) )
    (?:1[5-9]|2[0-5]|sixteen|seventeen|eighteen|nineteen|twenty-one|twenty-five)(?: (?:or|and|to) (?:1[5-9]|2[0-5]|seventeen|eighteen|nineteen))?
    (?=[,;:)]|\.(?!\d)|$| (?:and|or|but|when|while|with|for|from|because|after|without)\b)`,
  everyPattern`
    \b(?:are|were|is|was|those|people|children) (?:1\d|[2-9]) (?:or|to) (?:1\d|2[0-5])\b
    (?! ?%| (?:children|young people|cases))`,
];

const named = sourceOf`
  (?:section|s|s\.|regulation|article|chapter|part|paragraph|para|page|table|figure|chart|appendix|annex|level|tier|stage|
  key stage|ks|grade|phase|band|priority|recommendation|strategic aim|aim|objective|item|agenda item|group|no|version|schedule|
  volume|step|section b|wave|ward|room|standard)`;
const namedMany = sourceOf`
  (?:sections|regulations|articles|chapters|parts|paragraphs|pages|tables|figures|charts|levels|tiers|stages|key stages|grades|
  phases|bands|items|standards)`;
const itsNumber = String.raw`\d+(?:\.\d+)?[a-z]?`;
/** Words behind a number of people or things. */
const tells = sourceOf`
  (?! (?:on|with|were|was|had|have|has|who|others?|more|further|placed|living|lived|accommodated|subject|looked|boys|girls|
  carers?|families|people|adults|placements?|orders?)\b)`;
/** "111 on interim orders, 84 under section 20 and 35 in hospital": a list whose items open with their counts. */
const inList = String.raw`(?<!\d [^.;:()]{3,80}[,;] \d+ (?:[\w-]+ ){1,8}and \d+(?= (?!of\b)[a-z]))`;
/** What a name of one thing runs on to: no number that counts something else. */
const andNumber = String.raw` and \d+(?:\.\d+)?(?!\.?\d)${tells}${inList}|, ?\d+(?:\.\d+)?(?!\.?\d)(?! (?!and\b|or\b|to\b)[a-z])${inList}`;

/** "Section 47", "table 3.1", "quarters 1 and 2", "year 11", "stage two". */
const names: readonly RegExp[] = [
  everyPattern`\b(?<!['’])${named}\.? ?${itsNumber}(?: ?(?:to|&|-|–) ?\d+(?:\.\d+)?|${andNumber})*\b${isNoCount}`,
  everyPattern`\b(?<!['’])${namedMany} ?${itsNumber}(?: ?(?:to|and|,|&|-|–) ?\d+(?:\.\d+)?)*\b${isNoCount}`,
  everyPattern`\b(?:q|quarter) ?[1-4](?: ?(?:to|and|,|&|-|–) ?(?:q(?:uarter)? ?)?[1-4])*\b${isNoCount}`,
  everyPattern`
    (?<!\b(?:the|this|that|last|previous|same|each|every|a|per|following|whole) )\byears? (?:[1-9]|1[0-3])\b
    (?: ?(?:to|and|or|-|–) ?(?:[1-9]|1[0-3])\b)?(?!\.?\d* ?(?:%|per ?cent)| (?:children|young people|cases|of))`,
  everyPattern`
    \b(?:year|stage|key stage|phase|tier|level|step|band|grade|item|recommendation|priority|part|group) (?:${upToTwelve})\b`,
];

const month =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
/** "9.30 am", "31 March" without its year, "within two hours". */
const times: readonly RegExp[] = [
  everyPattern`\b\d{1,2}[.:]\d{2} ?(?:a\.?m\.?|p\.?m\.?|hours)\b|\b\d{1,2} ?(?:a\.?m\.?|p\.?m\.?)(?=[\s,.)]|$)`,
  // Months begin with a capital: "may" and "march" are verbs.
  new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:and \d{1,2}(?:st|nd|rd|th)? )?(?:of )?(?:${month})\b(?! (?:19|20)\d{2})`, "gu"),
  everyPattern`
    \b(?:within|after|under|less than|more than|over|up to|at least|every)
    (?: )(?:\d{1,3}|${upToTwelve}|fifteen|twenty|thirty|forty|forty-five|forty-eight|sixty|seventy-two|ninety) (?:working )?(?:hours?|minutes?|miles?)\b`,
  // "44 went within ten days and 66 within twenty": the second limit leaves its unit to the first.
  everyPattern`
    (?<=\b(?:within|inside|after) (?:\d{1,3}|${upToTwelve}|fifteen|twenty|thirty|forty) (?:working |calendar |school )?(?:days?|weeks|months)\b[^.;:]{0,80})
    \b(?:within|inside|after) (?:\d{1,3}|${upToTwelve}|fifteen|twenty|twenty-five|thirty|forty|forty-five|sixty)(?= ?\(|[,;:)]|\.(?!\d)|$| (?:and|or|but)\b)`,
  // "111, 128, 139 and 114 in the four quarters": how many stretches the figures are of.
  everyPattern`\b(?:in|over|during|across|for) (?:all )?(?:the|these|those) (?:(?:last|first|past|other) )?(?:[2-6]|two|three|four|five|six) (?:quarters|terms|half-terms|halves)\b`,
  // "On a scale from 0 to 40, the score has fallen": the ends of a scale are no levels.
  everyPattern`\b(?:on|using|has|have|uses) (?:a|the) (?:scale|range)(?: which runs| that runs| running)? (?:from|between) \d+ (?:to|and|-|–) \d+\b`,
  // "For every 10,000 children, 54 had a plan": what the rate is of.
  everyPattern`(?:^|[.,;:(] ?)(?:for|out of|in|per|among) (?:every |each )?1(?:,?000|0,?000|00,?000)\b(?= (?:children|young|people|of|under|aged|residents|inhabitants))`,
  // "4.1 per 1,000", "40.5 for every 10,000 children": 10,000 behind "per" is part of the figure itself.
  everyPattern`(?<=\d (?:[\p{L}’'-]+ ){0,4}(?:per|(?:for|in|to) every) )1(?:0{0,2},000|0{3}|0{5})\b|(?<=\d (?:[\p{L}’'-]+ ){0,4}(?:for|in|to) every )10,?000\b`,
  everyPattern`\b(?:one|two|three|\d) decimal places?\b`,
  everyPattern`\b\d{1,2}\/7\b|\b(?:24|twenty-four)[- ]hours?\b`,
];

const references: readonly RegExp[] = [
  everyPattern`\bhttps?:\/\/\S+|\bwww\.\S+|\b[\w.]+@[\w.]+\b`,
  /\b[A-Z]{2,}\/\d+(?:\/\d+)*(?:\.\d+)?\b/gu,
];

/** Numbers that count nothing. */
const patterns: readonly RegExp[] = [...ages, ...names, ...times, ...references];

/** Stretches of a text in which numbers are no figures. Dates are not among them: findPeriods has those. */
export function findMasks(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}
