import { upToTwelve } from "./number-words.ts";
import { whoIn } from "./others.ts";
import { pattern, wordings } from "./patterns.ts";

// Words around a claim that say of whom, of how many or of when it is made, and so whether a figure can bear it out.

export const denied =
  /\b(?:not|no|never|nor|neither|without|far from|nearly|almost|yet|if|would|should|could|may|might|will|must|aim\w* (?:of|to|is|was|for|at)|(?<!\b(?:the|this|that|our|its|an|each|both) )aim\w*|to be|had|whether|expected|likely|once|when|until|despite)\s+(?:\w+\s){0,3}$/iu;
/** Praise of these is none of the figure. */
export const ofElse = wordings`
  quality|improvement|progress|commitment|effort|work|advice|minutes|relationships?|support|feedback|recording|
  audits?|carers|advisers?|leaders?|leadership|plans? for`;
export const ofTime = /^\s*(?:in |at |for )?(?:the |our |its )?(?:last|previous|preceding|prior|year|quarter|before|20\d\d)\b/iu;
/** "None was above the limit", "few are": what is said of some of them, or of none, is not said of their average. */
export const some = wordings`none|nobody|no[- ]one|no|neither|few|fewer|some|most|many|several|any`;
/** A claim about these is none about the figure of the sentence before. */
export const ofOther =
  /\b(?:quarters?|months?|terms?|boys|girls|(?<!^(?:the|our) )teams?|localit(?:y|ies)|(?:last|previous|other|both) \w+|first|second|third|former|latter|one)\b/iu;
/** "Met in five of the nine months", "missed in the quarter", "met for two courses": the verdict is on a part, whatever the whole did. */
export const scoped = pattern`
  ^ (?:only |just |again |narrowly )?(?:in|for|by|at|on|during|over|among|across|within) (?:the |its |our |only |just )?(?!(?:12|twelve) months)
  (?:(?:other|first|last|second|third|fourth|remaining) )?(?:\d+\b(?![%/]|\.\d| ?per ?cent)|one\b|${upToTwelve}|quarter\b|months?\b|half\b|terms?\b|half-year\b|teams?\b)|
  ^ (?:only )?(?:in|for|during|by) (?:only )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|
  winter)\b(?! \d)|^ only\b|
  ^ (?:only )?(?:for|among) (?!the (?:full |whole )?(?:year|period|quarter)\b|20\d\d|this\b|that\b|all\b|these\b|our\b)[a-z]`;
/** A target of some is no bound for the share of all that the sentence before tells. */
export const appliesTo =
  /\b(?:applies|apply|applied|refers|relates) (?:only )?to\b|\b(?:is|are|was) (?:only )?(?:measured|set|based|judged) (?:only )?(?:on|for|against|over)\b|\bcounts only\b/iu;
/** "England as a whole did better", "neighbours fared worse": what is said of others, as the subject of its clause. */
export const isSaidOfOthers = (before: string): boolean => {
  const clause = before.split(/[,;:(]| (?:and|but|while|whereas|where|when|with|so|though|although) /u).at(-1) ?? "";
  const subject = clause.replace(aside, "").trim();
  return (
    (whoIn(subject).length > 0 && subject.split(" ").length <= longestSubject && !besideThem.test(subject)) ||
    (openedByThem.test(before) && !besideThem.test(before))
  );
};
/** "Nationally, at 15.9%, services fared better". */
const openedByThem = /^\W*(?:nationally|regionally|elsewhere|across (?:england|the region)|in (?:england|the region)),? [^;:]{0,50}$/iu;
const aside = /^\s*(?:at|with) \d[\d.]* ?(?:%|per ?cent)?\s*/iu;
const longestSubject = 9;
const besideThem = wordings`than|against|compared|beside|unlike|from|to|with|we|our (?!neighbours|region|comparators|peers)[a-z]+|here|locally|this|it|borough(?! neighbours)|ours`;
/** "No case should take more than 26 weeks" is missed by one of them, whatever their average. */
export const ofEach = wordings`
  (?:no|every|each|any|all) (?!more|less|longer|fewer|higher|lower)(?:[a-z]+ ){1,3}?(?:should|must|may|can|will|is|are|be|takes?|waits?|has|have|lasts?|exceeds?)|
  none|nobody`;
/** Numbers on track are on their way; only a share can be judged before the end. */
export const ofShareOnly = /\bon track$/iu;
export const ofTimeOnly = /^(?:quicker|slower|faster|sooner)\b/iu;
export const lead =
  /^(?:the (?:outturn|result|final figure|figure|actual|year)|it|performance|this(?! (?:year|quarter|month|term|time)\b)|we)\b/iu;

/** "A plan that meets our standard" says which plans are counted, not how their number stands. */
export const restricts =
  /\b(?!(?:figure|result|outcome|rate|share|level|performance|proportion|percentage|aim|ambition|goal|target|standard|limit|ceiling)\b)[\p{L}]+ (?:that|who|whose)\s+(?:\w+ly )?$/iu;
/** What tells of an earlier time, so that "this was better" speaks of neither it nor its figure. */
export const recalls = wordings`(?:equivalent|comparable|corresponding|comparative|same) (?:figures?|rates?|shares?|percentages?|proportions?|numbers?|period|months?|date|point|time|day)`;
/** A number told beside its noun, and not the one who does what the noun tells: "six left, more than the four who joined". */
export const tellsOf =
  /(?:[,;(:–]|\b(?:is|are|was|were|be|been|being|stands|stood)\b)(?: (?:still|again|far|well|just|slightly|much|rather|even|also|now|no|and|which|is|are|was|were))* ?$/iu;

/** A claim of a time of its own, or of what is wished for, is not told by the figures that follow it. */
export const ofOneTime = wordings`
  spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|quarters?|terms?|months?|
  years?|once|recently|want|wish|hope|aim|plan|intend|should|would|could|will|must|if|to (?:meet|exceed|reach|keep|beat|be)|not all|some`;

/** "Than ours", "than here": what others have is set beside the authority's own. */
export const ofItself = pattern`
  ^ (?:ours|us|we|here|locally|(?:our own|our|(?:the|that of the|this) (?:local|council|authority|county|borough|city)(?:['’]s)?(?: own)?)
  (?= (?:figure|rate|share|result|level|proportion|percentage)\b|[.,;]|$))(?![\w’'])`;
/** "Children under five are placed sooner": some of those whom the figures are of. */
export const ofPart = wordings`under|over|aged|with|without|who|whose|from|those|some|most|younger|older|few|many|babies|siblings|plan|that|should|will`;
