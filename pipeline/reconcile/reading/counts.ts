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

/** "Of 120 children, 66 are boys; 14 of the boys (21.2%) …": a count of some, who are named in its own words and not in those of any of the wholes. */
export function isOfOthers(
  { text }: { text: string },
  count: TextFigure,
  wholes: readonly { figure: TextFigure; sentence: { text: string } }[],
): boolean {
  const [, named = ""] = /^ of (?:the|our|its) ([\p{L}-]+)/iu.exec(text.slice(count.end)) ?? [];
  const follows = new RegExp(`^ (?:[\\p{L}'’-]+ ){0,4}?${named}`, "iu");
  return named !== "" && !wholes.some(({ figure, sentence }) => figure !== count && follows.test(sentence.text.slice(figure.end)));
}
