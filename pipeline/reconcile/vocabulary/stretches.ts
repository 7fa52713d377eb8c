import { findPeriods } from "../../extract/grammar/periods.ts";
import { parsePeriod } from "../../model/period.ts";
import { wordings } from "./patterns.ts";

const undated = { published: "", event_start: "", event_end: "" };

/** Stretches of time by their words, in months. */
const worded: readonly (readonly [number, RegExp])[] = [
  [
    3,
    wordings`(?:the|this|that|first|second|third|fourth|last|one|a single) quarter|(?:quarter|q) ?[1-4]|(?:three|3) months|(?:autumn|spring|summer) term`,
  ],
  [
    6,
    wordings`(?:six|6)[- ]months?|half[- ]year(?:ly)?|mid-?year|two quarters|(?:first|second) half of (?:the year|(?:last|this|the (?:previous|preceding|last)) year|20\d\d)|to (?:the end of |30 )?september`,
  ],
  ...["four|4", "five|5", "seven|7", "eight|8", "ten|10", "eleven|11"].map((many): readonly [number, RegExp] => [
    Number(many.split("|")[1]),
    wordings`(?:first|last|past|these|those|the|in|over) (?:${many})[- ]months?`,
  ]),
  [8, wordings`two terms`],
  [9, wordings`(?:nine|9)[- ]months?|three quarters of the year`],
  [
    12,
    wordings`
      (?:twelve|12)[- ]months|(?:in|during|over|for) (?:the|that) (?:(?:whole|full) )?year|the (?:whole|full) year|
      (?:all|the whole) of last year|last year['’]s (?=[£\d])|(?<!\b(?:point|stage|time|date|month|than|from|on|by|since) (?:in |of )?)last (?:school |financial |calendar |academic )?year(?!['’]| (?:group|\d))|
      (?:over|across|in|of) the year as a whole|
      (?:(?:in|of|during|over|for) (?:the )?|the |^)(?:last|previous|preceding|prior) (?:(?:full|whole|financial|reporting|school|academic|calendar) )*(?:year|twelve months|12 months)(?! (?:group|\d))|
      (?:in )?(?:the )?(?:full |whole )?year before(?= |[,.:;)]|$)|(?:\w+ed|made|held|begun|taken|left) last year(?! (?:group|\d))`,
  ],
  [24, wordings`(?:two|2)[- ]years|24 months`],
  [36, wordings`(?:three|3)[- ]years|36 months`],
];
/** How long a child must have been in care, or how long ago something was, is no stretch of counting. */
const noStretch = wordings`
  (?:looked after|in care|living|lived|stayed|placed|at least|more than|less than|under|aged|within|every|after|
  once|lasting|lasted|longer than)(?: (?!to|in)\w+){0,3} (?:months?|years?)|
  for (?:a|two|three|four|five|\d+)(?: or \w+)? years?|
  (?:budget|target|plan|set|planned|budgeted)(?: \w+){0,2} for the (?:full |whole )?year|
  (?<!\bthe )(?!full|whole|the)\w+ (?:years?|months?|quarter) (?:or (?:more|longer)|before|earlier|ago|later|old)`;
/** Whatever its length, it is the same as the one beside it. */
const same = wordings`
  (?:same|corresponding|equivalent|comparable|like)(?: \w+){0,2} (?:months?|years?|periods?|quarters?|terms?|half)|
  by (?:then|that time|this time)|at (?:this|that|the same) (?:point|stage|time)|
  (?:by|to|until|at|before) (?:the )?(?:(?:end|start|middle) of )?(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:of )?(?:last|the (?:previous|preceding)) year`;
/** What was there on one day only. */
const onDay = wordings`
  (?:on|at) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]+(?: 20\d\d)?|end of [a-z0-9/ ]+|year[- ]end|that date|
  the same (?:date|day))`;
/** What was there on any of the days of a year. */
const anyTime = wordings`at (?:any|some) (?:time|point|stage)|(?:over|in|during) the course of|at one time or another`;

/** Months of a period; none for a day or for one month, in which something began. */
function monthsOf(period: string): number[] {
  const span = period.startsWith("at ") ? null : parsePeriod(period);
  if (!span) return [];
  const [from = [], to = []] = [span.start, span.end].map((day) => day.split("-").map(Number));
  const months = 12 * ((to[0] ?? 0) - (from[0] ?? 0)) + (to[1] ?? 0) - (from[1] ?? 0) + 1;
  return months > 2 ? [months] : [];
}

/** Since the year began: less than all of it, however much. */
const sinceBegun = wordings`since (?:the (?:start|beginning) of )?(?:1 )?april(?! (?:last|20\d\d))|since the (?:start|beginning) of the (?:year|financial year)|(?:so far|to date) (?:this|in the|in the current) year|(?:in|during) (?:the current|this) year\b[^.;]{0,40}\b(?:so far|to date)|(?:this|the) year (?:so far|to date)`;
const partOfYear = "part of a year";
/** Part of a year may be any part. */
export const areOneStretch = (a: string, b: string): boolean => [a, b].includes(partOfYear) && ![a, b].includes("a year");

const inWords = (months: number): string => (months === 12 ? "a year" : months % 12 === 0 ? `${months / 12} years` : `${months} months`);

/** How many months a stretch in words has, as these are told. */
export const monthsIn = (stretch: string): number =>
  stretch === "a year" ? 12 : stretch === partOfYear ? 6 : Number.parseInt(stretch, 10) * (/years/u.test(stretch) ? 12 : 1);

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month = "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
/** "Between April and September", "October to December". */
const fromMonth = new RegExp(`\\b(${month})(?: 20\\d\\d)? (?:to|and|until|[-–]) (?:the end of |30 |31 )?(${month})\\b`, "iu");
function betweenMonths(text: string): number[] {
  const [from = -1, to = -1] = (fromMonth.exec(text) ?? []).slice(1).map((name) => monthNames.indexOf(name.slice(0, 3).toLowerCase()));
  const months = ((to - from + 12) % 12) + 1;
  return from < 0 || months < 3 ? [] : [months];
}

/** How long each stretch of time is that a text counts over: by words for part of a year, by dates, by other words. */
export function stretchesIn(text: string): string[] {
  if (same.test(text)) return [];
  const words = text.replace(new RegExp(noStretch.source, "giu"), " ");
  const told = [...worded.flatMap(([months, named]) => (named.test(words) ? [months] : [])), ...betweenMonths(words)];
  const dated = findPeriods(words, undated).flatMap(({ period, relative }) => (relative ? [] : monthsOf(period)));
  const part = told.filter((months) => months < 12);
  if (part.length === 0 && sinceBegun.test(words)) return [partOfYear];
  return [...new Set(part.length > 0 ? part : dated.length > 0 ? dated : told)].map(inWords);
}

/** A year that is told as one, not only as the time of a figure. */
const isYear = wordings`(?:twelve|12)[- ]months?|the whole of|(?:whole|one|single)[- ]year|all of|full[- ]year`;
/** Those over which a share of those to whom something happens can grow; that of "2022/23" says only when. */
export const sharedStretchesIn = (text: string): string[] =>
  stretchesIn(text).filter((stretch) => stretch !== "a year" || isYear.test(text));

/** Whether a text counts those of one day, or those of any day of a stretch; neither tells nothing. */
export const daysIn = (text: string): string[] => (anyTime.test(text) ? ["at any time"] : onDay.test(text) ? ["on one day"] : []);

/** The last days of the times that a text names: of "the year to September 2023" and of "the September 2023 census" one day. */
export const lastDaysIn = (text: string): string[] =>
  findPeriods(text, undated).flatMap(({ period, relative }) => (relative ? [] : (parsePeriod(period)?.end ?? [])));

/** Reporting years, each once, in which the dates of a text lie: 2023 for 2022/23, and 2022.5 for 2022, which lies in two. */
export function yearsIn(text: string): number[] {
  // "Since 2019/20" is when something began, not when the figure is of.
  const years = findPeriods(text.replace(/\bsince (?:[\w]+ ){0,4}(?:19|20)\d\d(?:[/–-]\d\d)?/giu, " "), undated).flatMap(
    ({ period, relative }) => {
      const span = relative ? null : parsePeriod(period);
      if (!span) return [];
      if (/^\d{4}$/.test(period)) return [Number(period) + 0.5];
      const [from = [], to = []] = [span.start, span.end].map((day) => day.split("-").map(Number));
      const [first, last] = [from, to].map(([year = 0, month = 1]) => 12 * year + month - 1);
      // A reporting year begins in April; a stretch lies where its middle does, and one of several years in none.
      return (last ?? 0) - (first ?? 0) > 12 ? [] : [Math.floor((((first ?? 0) + (last ?? 0)) / 2 - 3) / 12) + 1];
    },
  );
  return [...new Set(years)];
}
