import { falls, rises } from "./change.ts";
import { pattern, wordings } from "./patterns.ts";

/** Others beside whom the authority sets itself. */
export const comparator =
  /\b(?:stat(?:istical)?\.? ?neigh\w*|neighbours?|england|national|region(?:al)?|comparators?|similar authorities)\b/iu;

/** The next sentence sets something beside the figure of this one. */
export const carriesOn = pattern`
  ^(?:this|that|these|it|we|our|so|therefore|which|performance|(?:the |our )?(?:comparable|equivalent|
  corresponding|england|national|regional|(?:statistical )?neighbours?['’]?|target|annual|full-year)(?=\s)|
  nationally|in comparison|by comparison|for (?:our )?(?:statistical )?neighbours|statistical neighbours|
  england\b|the (?:average|mean|median|figure|rate|proportion|percentage|share) (?:for|of|in|across|among)\b)`;

/** Words that judge one figure by another. */
export const judges = wordings`
  better|worse|stronger|weaker|poorer|ahead|behind|above|below|(?:more|less|fewer|higher|lower|greater) than|
  exceed\w*|outperform\w*|outstrip\w*|outdo\w*|surpass\w*|overt(?:ake[ns]?|ook)|beat(?:s|en)?|quicker|slower|faster|sooner|longer|shorter|higher|lower|
  safer|rarer|cheaper|dearer|lighter|heavier|healthier|happier|trails?|trailing|leads?(?= (?:the|its|our)\b|[.,;])|
  compares? (?:\w+ )?(?:well|favourably|poorly|badly|unfavourably)|(?:more|less) often|in line with|lags?|(?:waits?|waited|waiting) less`;
/** Words that tell how a figure has changed from another. */
const moves = wordings`${rises}|${falls}|improv\w*|worsen\w*|halved|doubled|(?:up|down)(?: [a-z]+ly| somewhat| a little)? (?:from|on)|(?:is|are|was|were|go|goes|gone|went|going|come|comes|came|coming) (?:up|down)(?=[ .,:;])|more|fewer|less|than|progress(?= (?:has been|was|is being) made|[.;]|$)|progressed|saved|(?:a )?savings? (?:of|has been|have been|is|was)`;
/** Words that tell how a thing goes by what two figures show, without setting the one above the other. */
const courses = wordings`
  collaps\w+|plummet\w*|slump\w*|soar\w*|surg(?:ed|ing)|downwards?|upwards?|(?:has|have|is|are|clearly|plainly) work(?:ed|ing)|(?:paid|paying|pays) off|bearing fruit|
  turned (?:a|the) corner|turned (?:a)?round|encouraging|disappointing|trend|slow(?:ed|ing) down|eas(?:ed|ing)|dwindl\w*|tail(?:ed|ing) off|drying up|dried up|
  pick(?:ed|ing) up|good (?:progress|news)|success|brought under control|do(?:es|ing)? (?:very |rather |so |quite )?(?:well|badly|poorly)`;
/** Words that draw something from two figures. */
export const draws = new RegExp(`${judges.source}|${moves.source}|${courses.source}`, "iu");
/** Words that judge a figure by what it should be. */
export const meets = wordings`(?:is|was|are|were|not|been) (?:met|missed|kept)|meets?|miss(?:es)?|within|inside|outside`;
/** Words that set two figures against each other, whether or not they draw something from them. */
export const concludes = new RegExp(
  `${draws.source}|${wordings`compar(?:ed|es|able)|(?:in|by) comparison|a (?:good|poor|bad|strong|weak|favourable|creditable) (?:result|outcome|record|position)|against|versus|vs|equivalent|corresponding`.source}`,
  "iu",
);

/** Where the words for one figure end and those for the one it is set against begin, the surest first. */
export const joints: readonly RegExp[] = [
  pattern`; |\. (?=\p{Lu})`,
  pattern`: |,? \b(?:compar(?:ed|es|ing|able)|against|versus|vs|while|whereas|(?:\w+er|more|less|worse) than)\b`,
  pattern`,? \b(?:than|but|ahead of|behind|(?<!\bor )above|below|exceed\w*|beat(?:s|ing)?|outperform\w*|in line with|similar to|up (?:from|on)|down (?:from|on))\b`,
  pattern`,? \bfrom\b(?= (?:[\w’'£]+ ){0,3}$)`,
];
