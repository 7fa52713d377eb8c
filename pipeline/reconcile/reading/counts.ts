import { contentWords, wordSet } from "../vocabulary/names.ts";
import { pattern } from "../vocabulary/patterns.ts";
import type { TextFigure } from "./figure.ts";

/** The age at which people leave care for good: no age told of them is higher. */
const oldest = 25;
const ofAge = /\b(?:at|aged?|ages|under|over) (?:age )?(?:[\w-]+ (?:and|or|to) )?$/iu;
/** Times of day, distances and names of grades, which no figure record tells from counts. */
const otherUnit = /^[ -](?:hours?|minutes?|miles?|points?)\b/iu;
const named = /\b(?:stages?|grades?|tiers?|levels?|bands?|phases?|attainment|progress|priority|year group|key stage) $/iu;

/** "Among those aged 19 to 21 (38.5%) than at 17 and 18 (29.0%)": an age with a share of its own. */
export const isAge = ({ text }: { text: string }, figure: TextFigure): boolean =>
  figure.value <= oldest && ofAge.test(text.slice(0, figure.start)) && /^ ?\(/u.test(text.slice(figure.end));

/** A number of people or things, and no age, length, grade or time. */
export const isCount = (sentence: { text: string }, figure: TextFigure): boolean =>
  figure.measure === "number" &&
  !isAge(sentence, figure) &&
  !otherUnit.test(sentence.text.slice(figure.end)) &&
  !named.test(sentence.text.slice(0, figure.start));

const plain = wordSet("were have been that then turned when they into with");
/** "22 of those who were 18", "16 of the 17-year-olds", "nineteen who were 17": some of a group that is marked off by its age, or by what they are. */
const marked = pattern`
  ^ (?:of (?:those|the [\p{L}-]+) (?:who|that|aged|then|now|with|without|from|under|over|[\p{L}-]{3,}(?:ed|en|ing)) |of the (?=\d)|(?:who|that) (?:are|were|had turned) (?=1\d|2[0-5]|[\p{L}]+teen|twenty))
  (?<marks>[^.;,:(]{2,60}) ?\(`;

/** "Of 120 children, 66 are boys; 14 of the boys (21.2%) …": a count of some, who are named in its own words and not in those of any of the wholes. */
export function isOfOthers(
  { text }: { text: string },
  count: TextFigure,
  wholes: readonly { figure: TextFigure; sentence: { text: string } }[],
): boolean {
  const after = text.slice(count.end);
  const isToldOf = (words: readonly string[]): boolean =>
    wholes.some(({ figure, sentence }) => {
      const beside = /^[^.;:()]{0,80}/u.exec(sentence.text.slice(figure.end))?.[0].toLowerCase() ?? "";
      return figure !== count && words.some((word) => beside.includes(word));
    });
  const marks = marked.exec(after)?.groups?.["marks"];
  if (marks !== undefined) return !isToldOf(marks.match(/\d+/gu) ?? contentWords(marks, plain));
  const [, named = ""] = /^ of (?:the|our|its) ([\p{L}-]+)/iu.exec(after) ?? [];
  const follows = new RegExp(`^ (?:[\\p{L}'’-]+ ){0,4}?${named}`, "iu");
  return named !== "" && !wholes.some(({ figure, sentence }) => figure !== count && follows.test(sentence.text.slice(figure.end)));
}
