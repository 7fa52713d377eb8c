import { numberOf } from "./number-words.ts";
import { wordings } from "./patterns.ts";

// The ages of those whom a figure is of.

const agedFrom =
  /\b(?:aged?|ages|aged between|between the ages of) (\d{1,2})(?:, \d{1,2})* ?(?:or|to|and|[-–]) ?(\d{1,2})\b(?! (?:months|weeks|days))/giu;
const yearOlds = /\b(\d{1,2})(?:, \d{1,2})*-? ?(?:to|and|or|[-–]) ?(\d{1,2})[- ](?:year[- ]olds?|(?:age )?group|cohort)\b/giu;
const agedOver = /\b(?:aged?|ages?|over the age of) ([a-z]+|\d{1,2}) (?:(?:and|or) (?:over|above|older|upwards?)|upwards?)\b/giu;
/** "Aged over ten": from there on. */
const agedAbove = /\baged (?:over|above) ([a-z]+|\d{1,2})\b/giu;
const under =
  /\b(?:aged |children |young people |population )?under(?: the age of|-)? ?(\d{1,2})s?\b(?! (?:working|calendar|days?|weeks?|months?|hours?|per|miles|minutes)\b|[%,.]\d)/giu;
const underInWords = /\bunder[- ](five|ten|twelve|sixteen|eighteen)s\b/giu;
/** "Leavers aged 19": those of one age, not the first of several. */
const agedOne =
  /\b(?:aged|age of) (\d{1,2})\b(?!(?:, \d|,? ?(?:or|to|and|[-–]) ?(?:\d|over|under|above|older|upwards?|below)| (?:upwards|months|weeks|days))| ?[.,]\d)/giu;
const oneYearOlds = /(?<!\d-? ?(?:to|and|or|[-–]) ?)\b(\d{1,2}|two|three|four|five)[- ]year[- ]olds?\b/giu;
/** "By their 18th birthday". */
const birthday = /\b(\d{1,2})(?:st|nd|rd|th) birthday\b/giu;
const everyAge = wordings`(?:of )?(?:all|every|any) ages?(?! (?:group|band|range)s?)|whatever (?:their|its) age|(?:whole|entire|total) population`;

const number = (text: string): number => numberOf(text) ?? Number(text);

/** Each age or range of ages that a text tells, once. */
export const agesIn = (words: string): string[] => [
  ...new Set([
    ...[...words.matchAll(agedFrom), ...words.matchAll(yearOlds)].map(([, from, to]) => `aged ${from} to ${to}`),
    ...[...words.matchAll(agedOver)].flatMap(([, age = ""]) => (Number.isNaN(number(age)) ? [] : [`aged ${number(age)} and over`])),
    ...[...words.matchAll(agedAbove)].flatMap(([, age = ""]) => (Number.isNaN(number(age)) ? [] : [`aged over ${number(age)}`])),
    ...[...words.matchAll(under), ...words.matchAll(underInWords)].map(([, age = ""]) => `aged under ${number(age)}`),
    ...[...words.matchAll(agedOne), ...words.matchAll(oneYearOlds)].map(([, age = ""]) => `aged ${number(age)}`),
    ...[...words.matchAll(birthday)].map(([, age = ""]) => `at ${age}`),
    ...(everyAge.test(words) ? ["of all ages"] : []),
  ]),
];

/** Nobody whom these figures are of is older. */
const oldest = 25;
function spanOf(age: string): readonly [number, number] {
  const [from = 0, to] = [...age.matchAll(/\d+/gu)].map(Number);
  if (age.startsWith("of all")) return [0, oldest];
  if (age.includes("under")) return [0, from - 1];
  return age.includes("over") ? [from, oldest] : [from, to ?? from];
}

/** "Aged 0 to 17" and "under 18" are one, and "over ten" may be from ten or from eleven on. */
export const areOneAge = (a: string, b: string): boolean =>
  ([a, b].some((age) => age.startsWith("aged over")) &&
    [a, b].every((age) => age.includes("over")) &&
    Math.abs(spanOf(a)[0] - spanOf(b)[0]) <= 1) ||
  (spanOf(a).join() === spanOf(b).join() && a.startsWith("at ") === b.startsWith("at "));

/** "Of those aged 17 and 18 …", "for ages 19 to 21 …": texts that name ages and share none are of others. */
export function mayBeOfOneAge(one: string, other: string): boolean {
  const [a, b] = [agesIn(one), agesIn(other)];
  return a.length === 0 || b.length === 0 || a.some((age) => b.some((each) => areOneAge(age, each)));
}
