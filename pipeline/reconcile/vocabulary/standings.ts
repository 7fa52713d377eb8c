import { goalNoun, set } from "./goals.ts";
import { anyOf, wordings } from "./patterns.ts";

/** What words say of a figure beside another: of a target, or of others. */
export type Standing = "above" | "below" | "better" | "worse" | "met" | "missed" | "short" | "praised" | "alike";

/** Where the figure that a claim leans on has to be named: right behind the words, or anywhere near them. */
type Leaning = "behind" | "near";
export type StandingWords = { standing: Standing; leaning: Leaning; words: RegExp; beside?: "goal" | "other"; of?: "time"; by?: "others" };

const adverbs =
  "(?:(?:fully|duly|well|therefore|thus|also|now|just|clearly|comfortably|easily|narrowly|again|still|both|all|consistently|generally|always|very|really|quite) )*";
const is = "(?:is|are|was|were)";
const passive = `(?:is|are|was|were|has been|have been|been) ${adverbs}`;
const its = "(?:the|its|our|their|this|that|these|those|each|both)";
const ofGoal = `(?= [^;,]{0,40}\\b(?:${goalNoun}|${set})\\b)`;
/** "The local rate", "ours": what is the authority's own, whatever else the sentence tells. */
const own =
  "(?:ours|we|(?:the )?(?:local|our|(?:council|authority|county|borough|city)['’]s)(?: own)? (?:figure|rate|share|average|number|proportion|percentage|result|performance|level))";

/** "A better result than", "in a stronger place than". */
const result =
  "(?: (?:result|results|rate|figure|share|performance|position|place|outcome|record|picture|proportion|percentage|level|average|score|wait))?";
/** What ends a statement that names nobody beside whom it is made. */
const stop = "(?=[.,;:)]|$)";
const slightly = "(?:(?:a little|a bit|slightly|somewhat|rather|well|far|just|some way|much) )*";

const waits = "(?:waits?|waited|waiting|spends?|spent|takes?|took|stays?|stayed)";
const less = "(?:less|a shorter)";
/** "Are seen", "move in", "get a place". */
const dealt =
  "(?:(?:are|is|were|was|get|gets|being) (?:therefore |thus |now |also )?(?:seen|placed|matched|adopted|assessed|answered|housed|helped|heard|treated|dealt with|settled|moved|concluded|completed)|(?:move|moves|moved) (?:in|on|out)|(?:get|gets|got|reach|reaches|reached) (?:a|an|their|its|the)(?: \\w+){1,2}|(?:end|ends|ended|conclude|concludes|finish|finishes))";

const placed = "(?:is|are|was|were|stands?|stood|remain(?:s|ed)?) (?:[a-z]+ )?in (?:a|the) (?:[a-z]+ )?";

/** Words of praise for a figure, or for what it tells of. */
export const isPraise = anyOf(
  `${passive}(?:timely|prompt|excellent|impressive|strong|commendable|exemplary)`,
  "(?:remains?|is|are) (?:a )?(?:real |clear |particular |continuing )?(?:strengths?(?=[,.;:]| [–-]| (?:of|for|here)\\b)|credit (?=of|to|for))",
  "to the (?:great )?credit of",
  `${passive}on track(?! (?:to|for|with|by)\\b)`,
  "(?:does|do|did|doing) (?:very )?well (?:on|in|with|at)(?! (?:school|their|exams|life))",
  "(?:seen|visited|completed|held|assessed|attended to|answered|offered|reviewed|carried out|undertaken) promptly",
  "(?:strong|excellent|impressive|timely|prompt) (?:performance|response|results?)",
);

/** Wordings of each, the denials before what they deny. */
export const standings: readonly StandingWords[] = [
  {
    standing: "missed",
    leaning: "near",
    words: anyOf(
      `${passive}(?:missed|breached|broken|not ${adverbs}(?:met|achieved|reached|hit|kept|respected|satisfied))`,
      `(?:has|have|had|did|does|do) not ${adverbs}(?:been )?(?:met|meet|achieved?|reach(?:ed)?|hit|keep|kept)`,
      `(?:missed|misses|breach(?:es|ed)) (?:${its}|it|them)`,
      "fail(?:s|ed) to (?:meet|reach|achieve|keep)",
      "(?<!\\b(?:of|if|any|no) )(?:target|goal|standard) (?:missed|not (?:met|kept|achieved|reached|hit))(?=[.;,)]|$)",
      `outside ${its}${ofGoal}`,
    ),
  },
  {
    standing: "short",
    leaning: "near",
    words: anyOf("f(?:ell|alls?|allen|alling) (?:well |far |just )?short of", `(?<!just )short of (?:${its}|what)`),
  },
  {
    standing: "above",
    leaning: "near",
    words: anyOf(`${passive}(?:exceeded|surpassed)`, `(?:exceeds|exceeded|surpass(?:es|ed)|passed) it${stop}`),
  },
  {
    standing: "met",
    leaning: "near",
    words: anyOf(
      `${passive}(?:met|achieved|reached|hit|kept|respected|satisfied|on target|at target|within (?:it|target|${its}))`,
      "therefore kept",
      `${passive}(?:beaten|bettered|honoured|fulfilled)`,
      `kept within (?:it|this|that)${stop}`,
      `(?:met|meets|meeting|achieved|achieves|reached|reaches|hit|kept to|keeps to|beats?) (?:it|them)${stop}`,
      `(?:achieved|did|done|delivered|managed) what (?:we|it|they|the [a-z]+|was|had been) (?:had )?(?:been )?(?:set out|aimed|promised|planned|hoped|wanted|asked|intended)`,
      `(?<=(?:^|[.;:(–-]) ?)(?:on|at) target${stop}`,
      "(?<!\\b(?:of|if|any|no) )(?:target|goal|standard) (?:met|kept|achieved|reached|hit)(?=[.;,)]|$)",
      `(?:met|meets?|meeting|satisf(?:y|ies|ied)|fulfil(?:s|led)?|achieved|achieves|reached|reaches|hit|keeps?|kept(?: to)?|complied with|complies with|(?:comfortably |well )?(?:inside|within)) ${its}${ofGoal}`,
      `within which [^{}.;,]{0,30} (?:remains?|falls?|lies)`,
    ),
  },
  { standing: "praised", leaning: "near", words: isPraise },
  {
    standing: "better",
    leaning: "behind",
    words: anyOf(
      `(?<!\\bor )better${result} than`,
      "ahead of",
      `(?:stronger|more favourable)${result} than`,
      "outperform\\w*",
      "surpass(?:es|ed)?",
      "out(?:did|does|do|done|strip(?:s|ped)?)",
      "beat(?:s|en)?",
      "compares? (?:very |rather )?(?:well|favourably) (?:with|to|against)",
      "more (?:positive|favourable|timely|reliable|stable) than",
      "(?:strong|good|favourable|healthy|impressive) (?:when )?(?:compared with|beside|against)",
      "favourably (?:with|to|against)",
      "(?:do|does|did|doing|perform(?:s|ed|ing)?) (?:very |rather )?well (?:against|beside|compared with)",
    ),
  },
  {
    standing: "worse",
    leaning: "behind",
    words: anyOf(
      `(?:worse|weaker|poorer|less favourable)${result} than`,
      "(?:do|does|did) not compare (?:very |rather |so )?(?:well|favourably) (?:with|to|against)",
      "less well than",
      "behind (?!(?:the|these|this) (?:figures?|data|numbers?)\\b)",
      "compares? (?:poorly|badly|unfavourably) (?:with|to|against)",
      "less (?:positive|favourable|timely|reliable|stable) than",
      `(?:lag|trail)(?:s|ged|ing|led|ling)?(?! ?${slightly}(?:behind)?${stop})`,
    ),
  },
  {
    standing: "better",
    leaning: "near",
    words: anyOf(
      "(?:did|do|does|doing|fares?|fared|perform(?:s|ed|ing)?) (?:therefore |thus |clearly |somewhat |rather |slightly )*(?:better|more strongly)(?! than)",
      `(?<!\\b(?:lower|higher|low|high|smaller|larger|fewer|more|less) (?:(?:figure|rate|share|number|score|percentage|value|result|proportion)s? )?)${is} ${adverbs}(?:better|stronger)(?=,|\\.|;| (?:here|with|at \\d))`,
      "(?<!not )compar(?:es?|ed|ing) (?:very |rather )?(?:well|favourably)",
      `${placed}(?:better|stronger|more favourable) (?:position|place)(?! than)`,
      `${own} (?:is|was|are|were) ${adverbs}the (?:better|stronger)`,
      `(?:is|are|was|were|remains?|stands?|(?:puts?|leaves?|keeps?|places?) us) ${adverbs}${slightly}(?:ahead|in front)${stop}`,
      `${is} ${adverbs}more successful(?! (?:than|in|at|with)\\b)`,
    ),
  },
  {
    standing: "worse",
    leaning: "near",
    words: anyOf(
      "(?:did|do|does|doing|fares?|fared|perform(?:s|ed)?) (?:therefore |thus |clearly |somewhat |rather |slightly )*(?:worse|less well)(?! than)",
      "(?:do|does|did) not compare (?:very |rather |so )?(?:well|favourably)",
      `(?<!\\b(?:lower|higher|low|high|smaller|larger|fewer|more|less) (?:(?:figure|rate|share|number|score|percentage|value|result|proportion)s? )?)${is} ${adverbs}(?:worse|weaker|poorer)(?=,|\\.|;| (?:here|with|at \\d))`,
      "compar(?:es?|ed|ing) (?:very |rather )?(?:poorly|badly|unfavourably)",
      `${placed}(?:worse|weaker|poorer|less favourable) (?:position|place)(?! than)`,
      `${own} (?:is|was|are|were) ${adverbs}the (?:worse|weaker|poorer)`,
      `(?:(?:lag|trail)(?:s|ged|ing|led|ling)? ?${slightly}(?:behind)?|(?:is|are|was|were|remains?|stands?|(?:puts?|leaves?|keeps?|places?) us) ${adverbs}${slightly}behind)${stop}`,
      `${is} ${adverbs}less successful(?! (?:than|in|at|with)\\b)`,
    ),
  },
  {
    standing: "above",
    leaning: "near",
    beside: "other",
    words: anyOf(`${own} (?:is|was|are|were) ${adverbs}(?:higher(?=[,.;])|the (?:higher|longer|larger|greater)\\b)`),
  },
  {
    standing: "below",
    leaning: "near",
    beside: "other",
    words: anyOf(`${own} (?:is|was|are|were) ${adverbs}(?:lower(?=[,.;])|the (?:lower|shorter|smaller)\\b)`),
  },
  { standing: "below", leaning: "near", words: anyOf("(?:is|are|was|were|has|have) not (?:been )?(?:exceeded|breached|surpassed)") },
  // "The England figure of 77.0% is lower": told of others, and so the other way round of the authority's own.
  {
    standing: "above",
    leaning: "near",
    beside: "other",
    by: "others",
    words: anyOf(`(?:is|was|are|were) ${adverbs}${slightly}higher${stop}`),
  },
  {
    standing: "below",
    leaning: "near",
    beside: "other",
    by: "others",
    words: anyOf(`(?:is|was|are|were) ${adverbs}${slightly}lower${stop}`),
  },
  // "So our children wait less time", "young people here are seen sooner": of a wait, whatever it is called.
  {
    standing: "below",
    leaning: "near",
    beside: "other",
    of: "time",
    words: anyOf(
      `${waits} (?:for )?(?:${less} (?:time|long)|a shorter time)(?! than)`,
      `${dealt} (?:sooner|earlier|faster|quicker|more quickly|more promptly)(?! than(?! (?:most|others|elsewhere|average)\\b))`,
    ),
  },
  {
    standing: "above",
    leaning: "near",
    beside: "other",
    of: "time",
    words: anyOf(`${waits} (?:for )?(?:(?:more|extra) time|longer)(?! than)`, `${dealt} (?:later|more slowly|slower)(?! than)`),
  },
  {
    standing: "above",
    leaning: "behind",
    words: anyOf(
      "(?<!\\bor )above",
      `(?:higher|more|greater|longer|slower|larger|bigger|heavier)${result} than`,
      "exceed(?:s|ed|ing)?",
      "in excess of",
      "over (?:that|those) (?:of|for|in)",
      `passed (?=(?:the|our|its) (?:[a-z]+ )?\\d)`,
      `(?<!\\b(?:us|it|them) )past ${its}${ofGoal}`,
      "up (?:from|on)(?= the \\S+ of)",
    ),
  },
  {
    standing: "below",
    leaning: "behind",
    words: anyOf(
      "(?<!\\bor )below",
      `(?:lower|less|fewer|shorter|quicker|faster|sooner|smaller|lighter|rarer)${result} than`,
      "under (?:that|those) (?:of|for|in)",
      `under ${its}(?= [^;,.]{0,30}\\b(?:${goalNoun}|average|figure|rate)\\b)`,
    ),
  },
  {
    standing: "alike",
    leaning: "behind",
    words: anyOf("in line with", "similar to", "the same as", "comparable (?:to|with)", "on a par with"),
  },
];

/** What stands between "fewer" and "than": those who are counted, and what they did. */
const counted = "(?:of )?(?:(?:(?!(?:or|than|but)\\b)[\\p{L}’'-]+,?|1\\d-(?:year-olds)?) ){1,12}?than";
/** How often, or of how many, something is so beside others. */
export const likely: readonly { standing: Standing; words: RegExp }[] = [
  {
    standing: "above",
    words: wordings`more likely|more often|(?:more|(?:a )?(?:larger|higher|greater|bigger) (?:share|proportion|percentage)s?) ${counted}`,
  },
  {
    standing: "below",
    words: wordings`less likely|less often|(?:fewer|(?:a )?(?:smaller|lower) (?:share|proportion|percentage)s?) ${counted}`,
  },
];
