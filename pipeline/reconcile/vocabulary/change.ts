import { pattern } from "./patterns.ts";

// Verbs and nouns for the way a figure goes, joined by bars: parts of patterns of whole words.

/** "Up 5%", and not what is made up of parts or taken up. */
export const wentUp = "(?<!\\b(?:ma[dk]e|makes|making|take|takes|taken|taking|took) )up";

export const rises =
  "increas(?:e|ed|es|ing)|ris(?:e|es|en|ing)|rose|gr[eo]w(?:n|s|ing|th)?|gain(?:ed|s)?|climb(?:ed|s|ing)?|uplift|jump(?:ed)?";
export const falls =
  "decreas(?:e|ed|es|ing)|f(?:all|alls|allen|alling|ell)|drop(?:ped|s|ping)?|reduc(?:tion|e|ed|es|ing)|declin(?:e|ed|es|ing)|shrunk|shrank|cut";
/** Verbs right before an amount that say which way a figure went, and so that the amount is no level. */
export const wentVerbs =
  "rose|climbed|jumped|grew|gained|increased|improved|fell|dropped|declined|decreased|shrank|worsened|slipped|dipped";
/** "An increase of 12": nouns that make the figure beside them a change. */
export const changeNouns = "increase|decrease|rise|fall|drop|reduction|decline|improvement|gain|growth|change";
/** "Up by 11, which means that others went down from 532 to 513": words after a change with a change of their own. */
export const changesAgain = new RegExp(`[,;][^,;]{3,} (?:${rises}|${falls}|went|gone|moved)\\b[^,;]*$`, "iu");

/** Subjects whose change is one of numbers or money, so that a percentage of it is meant, whatever shares stand near. */
export const ofNumbers =
  /\b(?:numbers?|costs?|budgets?|spend\w*|spent|population|funding|volumes?|demand|totals?|prices?|income|grants?|salar(?:y|ies)|pay)\b/iu;
/** Subjects whose change is one of a part of a whole. A rate may be either. */
export const ofShares = /\b(?:shares?|proportions?|percentages?)\b/iu;
/** "36 and then 44, out of a total that grew by 51": the change is that of what the levels are set in. */
export const ofHolder = pattern`
  \b(?:out of|of|among|within|against|on|for|with) (?:an?|the|our|all) (?:[\p{L}’'-]+ ){1,4}(?:that|which|who) (?:(?:has|have|had|itself|also|together) ){0,2}
  (?:${rises}|${falls})\b[^.;,]*$`;
