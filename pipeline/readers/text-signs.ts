import { monthNames } from "../model/period.ts";

/** Small tests on the look of a line, shared by the readers of plain text and of PDF. */

const sentenceEnd = /[.!?…][)"'”’\]]*\d{0,2}$/;
const smallWords =
  "a|an|and|as|at|be|been|by|for|from|had|has|have|in|is|its|it|into|no|not|of|on|or|that|the|their|there|these|this|those|to|was|were|which|who|with";
const opensNext = new RegExp(`(?:^|\\s)(?:${smallWords})$|[,–(-]$`, "i");
const carriesOn =
  /^(?:and|or|but|nor|of|to|in|on|at|by|for|from|with|as|than|that|which|who|whose|while|where|when|because|is|are|was|were|has|have|had|be|been)\s/;
const gradeLine = /^(?:Grade\s*[1-4]\b|Judgement\s*:|(?:Outstanding|Good|Adequate|Inadequate|Requires improvement(?: to be good)?)$)/i;
const dateLine = new RegExp(
  `^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\\d{1,2}(?:st|nd|rd|th)? (?:${monthNames.join("|")}),? \\d{4}$`,
  "i",
);
const salutation =
  /^(?:Dear\s|Yours\s(?:sincerely|faithfully)|Cllrs?\b|Councillors?\b|(?:Mr|Mrs|Ms|Miss|Dr)\s|T(?:el)?:?\s?0\d|www\.|https?:|\S+@\S+$)/;
const field = /^[A-Z][A-Za-z &'’/()-]{1,40}:\s+\S/;

export const endsSentence = (text: string): boolean => sentenceEnd.test(text);
/** Ends as lines do that open a list: "The following was reported:", ": -" or ":–". */
export const opensList = (text: string): boolean => /[:;] ?[-–—]?["'”’]?$/.test(text);
/** Ends on a comma, a dash or a word that no sentence ends on. */
export const wantsMore = (text: string): boolean => !opensList(text) && opensNext.test(text.slice(-40));
export const startsLower = (text: string): boolean => /^[a-z]/.test(text);
/** Begins with a small word that begins no list item. */
export const isContinuation = (text: string): boolean => carriesOn.test(text);
/** "Grade 3 (adequate)" and other judgements on a line of their own. */
export const isGrade = (text: string): boolean => text.length < 60 && gradeLine.test(text);
const isDate = (text: string): boolean => text.length < 60 && dateLine.test(text);

const longestHeading = 120;

/** Looks like a heading: short, starts with a capital or a number, and is neither a sentence nor an address line. */
export function looksLikeHeading(text: string): boolean {
  if (text.length < 3 || text.length > longestHeading) return false;
  if (!/^["'“‘]?[A-Z0-9]/.test(text) || !/[A-Za-z]{2}/.test(text)) return false;
  if (/[.,;:!]$/.test(text) && !/\b(?:findings|recommendations):$/i.test(text)) return false;
  if (isGrade(text) || isDate(text) || salutation.test(text) || field.test(text) || wantsMore(text)) return false;
  if (/www\.|https?:|@/.test(text)) return false;
  return text.split(" ").length <= 16;
}

const pageNumber = /^(?:page\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i;
const leftBlank = /^(?:this page (?:is|has been) (?:intentionally|deliberately) left blank|intentionally blank)\.?$/i;

/** "Published: 10 April 2012" and other lines that name a thing and give it. */
export const isField = (text: string): boolean => field.test(text);
/** A page number on a line of its own. */
export const isPageNumber = (text: string): boolean => text.length < 24 && pageNumber.test(text);
export const isBlankPageNote = (text: string): boolean => text.length < 80 && leftBlank.test(text);
