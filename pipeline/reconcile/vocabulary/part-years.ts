import { anyOf } from "./patterns.ts";

export const months = "(?:three|six|nine|3|6|9)[- ]months?";
const ends = "(?:30 |31 )?(?:june?|sept?(?:ember)?|dec(?:ember)?)";

/** Stretches of a year that are less than all of it. */
const named = [
  "half[- ]year(?:ly)?",
  "half of the year",
  "half[- ]?way through(?: the year)?",
  "year[- ]to[- ]date",
  "mid-?year",
  "so far this year",
  "first (?:quarter|half)",
  `(?:first|last|past|these|those|the|in|over|of) ${months}`,
  `${months} into (?:the|this)`,
  `${months} (?:period|report|update|figures?|review|position)`,
  `(?:1 )?apr(?:il)?(?: 20\\d\\d)? (?:to|and|[-–]) ${ends}`,
];
export const partYear = anyOf(...named);
/** "By the end of September": a stretch for what happens, a day for what there is. */
export const until = anyOf(`(?:by|to) (?:the end of )?${ends}`, "(?:by|to|at) the end of (?:quarter (?:[1-3]|one|two|three)|q[123])");
/** Those and the quarters, the days that end them and what is counted "to date". */
export const partOrQuarter = anyOf(
  ...named,
  "(?:in |for )?(?:the|this|one|a(?: single)?) quarter(?! of\\b)(?:['’]s)?",
  "(?:end of )?(?:quarter (?:[1-3]|one|two|three)|q[123])",
  "(?<!up[- ])to date",
  `(?:by|at|to) (?:the end of )?${ends}`,
);

/** How many there are on a day does not grow to the end of a year. */
export const isStock = anyOf("there (?:were|are)", "stood at", "in place", "in post");

/** "The annual target": said before it. */
const yearly = ["annual", "yearly", "(?:full|whole|12|twelve)[- ](?:year|month)", "year[- ]end", "(?:the|this) year['’]s"];
/** "A target of 30 for the year": said after it. */
const overYear = [
  "for (?:the (?:full |whole )?year(?! (?:to date|so far))|(?:all|the whole) of (?:the (?:financial )?year|20\\d\\d(?:[/-]\\d\\d)?))",
  "(?:year|20\\d\\d(?:[/-]\\d\\d)?) as a whole",
  "(?:by|at) (?:the )?(?:end of the year|year[- ]end)",
  "by (?:the end of |31 )march",
];
/** Words that give a number or target to a whole year. */
export const wholeYear = anyOf(...yearly, ...overYear, "a year", "per year", "(?:in|over) the (?:full |whole )?year", "all of the year");
/** What may be set for a year, whether to be reached or not to be passed. */
const goal =
  "(?:target|goal|plan|ceiling|limit|cap|maximum|minimum|budget|allowance|allocation|quota|ambition|expectation|commitment|requirement|benchmark)s?";
const wanted = "(?:expected|required|planned|budgeted|allowed|wanted|needed|set|due|agreed|intended|foreseen|permitted|forecast)";
const inYear = [
  ...overYear,
  "(?:over|across|during|in) (?:the |a )?(?:full |whole |entire |financial |municipal )*year(?! (?:to date|so far|before))",
  "(?:over|across|in|for) (?:the |all )?(?:twelve|12) months",
];
/** "The annual ceiling of": right before an amount. */
export const yearlyBefore = new RegExp(
  `\\b(?:${yearly.join("|")}) (?:[a-z]+ )?${goal}(?: (?:is|was|of|for|at|set|being|to|had|been|only|just|about)){0,4} ?[:(]? ?$`,
  "iu",
);
/** "Planned for the year": right behind one. */
export const wantedAfter = new RegExp(
  `^ (?:(?!(?:and|but|or|against|of)\\b)[a-z-]+ ){0,3}${wanted} (?:[a-z]+ ){0,2}?(?:${inYear.join("|")})`,
  "iu",
);
export const wholeYearTarget = new RegExp(
  `\\b(?:target|goal|aim)s? (?:of|is|was|for) \\d+ (?:[a-z]+ ){0,3}(?:a|per|each|every) year\\b|\\b(?:${yearly.join("|")}) (?:[a-z]+ )?${goal}\\b|\\b(?:target|goal|ceiling|budget|allowance|expectation)\\b[^.;]*\\b(?:${overYear.join("|")})\\b|\\b${wanted} (?:[a-z]+ ){0,2}?(?:${inYear.join("|")})\\b`,
  "iu",
);

/** "Which on an even spread means 9 by the half-year": what the part of the year should have brought. */
export const spreadEvenly = [
  "(?:on|with|at|assuming|given) an? (?:even|equal|straight-line|steady|level|constant) (?:spread|share|pace|profile|basis|rate|flow|phasing)",
  "(?:spread|shared|divided|taken|phased|split) (?:out )?(?:evenly|equally)",
  "(?:evenly|equally) (?:spread|phased|shared)",
  "proportionate(?:ly)?",
  "pro-?rated",
  "(?:mean(?:s|ing)|impl(?:ies|ied|ying)|suggests|giv(?:es|ing)|mak(?:es|ing)|equates to|equivalent to|equal to|comes to|works out at|translates (?:in)?to|so|or|that is|(?:would|should) (?:be|mean|give)),? (?:about |around |some )?\\d+ " +
    "(?:[a-z]+ ){0,3}?(?:by|at|for|after|to) (?:the |this |these |that |our )?(?:half-?year|mid-?year|half-?way|(?:first )?(?:six|three|nine|6|3|9) months|first (?:half|quarter)|half of the year|point|stage|quarter)",
].join("|");

/** The text allows for the rest of the year, or speaks of what may come. */
export const allowsForRest = anyOf(
  "on (?:track|course)",
  spreadEvenly,
  "pro[- ]rata",
  "profiled?",
  "(?<!(?:less|fewer|more) than )(?<!(?:first|second) )half (?:of )?(?:the (?:year|target)|it|that)",
  "half a year",
  "if",
  "(?<!\\bpromis\\w+ [^.]{0,80})would",
  "will",
  "may (?:be|have|still|yet|well)",
  "could",
  "likely",
  "risk",
  "unless",
  "projected",
  "forecast",
  "annualised",
  "same (?:period|months|point|half|quarter)",
  "to go",
  "remain\\w*",
  "still to come",
  "second half",
  "half-?way",
  "not yet",
  "expected (?:at|by)",
  "at (?:this|that) (?:point|stage)",
  `(?:${months}|half[- ]year(?:ly)?|quarter(?:ly)?|interim)['’]? (?:share|part|portion|target|goal|milestone)`,
  `target (?:for|to|by|at) (?:the |these |those )?(?:${months}|half[- ]year|quarter|(?:end of )?${ends})`,
);

/** Only the end of a year can tell that its target was missed. */
export const missed = anyOf(
  "(?:has|have|had|was|were|is|are|and|therefore|thus) (?:therefore |thus |clearly |now )?(?:been )?(?:missed|broken|failed|not (?:been )?(?:met|kept|achieved|reached|hit))",
  "missed (?:its|it|our|the|this|that)",
  "(?:has|have|did|does) not (?:therefore )?(?:met|meet|achieved?|reach(?:ed)?|hit)",
  "not met",
  "fail(?:s|ed|ing|ure)",
  "f(?:ell|alls?|allen) (?:well |far )?short",
  "(?:less|fewer) than half of (?:the|its|our) (?:target|level|number|goal)",
  "(?:well|far|a long way|some way|falling|fallen|is|are) (?:behind|short|below|off)",
  "underperform\\w*",
  "(?:this|that|which|it|performance) is (?:therefore |very |too |still )?(?:poor|weak|disappointing|low|not (?:good )?enough)",
  "rated (?:as )?(?:red|amber)",
  "(?:is|are) (?:red|amber)",
);

/** The same in a cell of a table: "Under target", "Red". */
export const missedCell =
  /^(?:target )?(?:not (?:met|achieved|reached|on (?:target|track))|missed|failed|(?:well |just |far )?(?:under|below|behind|short|off)(?:[ -]?(?:the |its )?(?:target|plan|goal|track|spen[dt]|budget))?$|red|amber|poor|underperform\w*)\b/iu;
