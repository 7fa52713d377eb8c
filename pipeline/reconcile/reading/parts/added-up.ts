import { figureAt, type Sentence } from "../reading.ts";
import { female, male } from "./groups.ts";
import { verb } from "./listed.ts";
import { build, countsFrom, nearness, subsetFits, type PartsList } from "./parts-list.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** With the total printed after them, "others" are a part like the rest. */
const some = /\b(?:such as|for example|mainly|mostly|among them|at least(?! (?:once|twice)\b))\b/iu;

const summed = pattern`
  (?:\b(?:in total|in all|altogether|together|combined|total:?|which together (?:make|makes|come to|cost)|
  making),?(?: that is| this is)? ?)\{([CM])(\d+)\}(?! (?:of|out)\b)|\b(?:(?:which|this|that) (?:is|makes|
  gives)|(?:came|come|comes|added up|adds? up|amount(?:s|ed)?) to) \{([CM])(\d+)\} (?:in all|in total|altogether|together|overall)\b|
  , (?:or |so )?\{([CM])(\d+)\}(?: [a-z]+){0,2} (?:in all|in total|altogether|all told)\b`;

/** "Under 5: 31; 5 to 9: 42; 10 to 15: 80. Total: 153": the sum in a sentence of its own. */
export function totalAfter(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match =
    /^(?:(?:the |our )?(?:(?:grand|overall|annual|yearly|combined|final) |(?:year|quarter)['’]s )?total|(?:that|this|which) (?:makes|is|gives|comes to)(?: a total of)?|in (?:total|all)|altogether|(?:taken )?together(?:,? (?:they|that|this|these|it))?)\b[^{}]{0,40}?\{C(\d+)\}/iu.exec(
      sentence.skeleton,
    );
  const before = passage[sentence.number - 1];
  if (!match || !before || some.test(before.text) || before.skeleton.includes("{P")) return [];
  const parts = countsFrom(before, 0, before.skeleton.length).filter((count) => !count.inBrackets);
  const total = { figure: figureAt(sentence, match[1]!), inBrackets: false, at: match.index };
  const sum = parts.reduce((made, part) => made + part.figure.value, 0);
  if (
    parts.length < 3 ||
    (sum !== total.figure.value &&
      subsetFits(
        parts.map((part) => part.figure.value),
        total.figure.value,
      )) ||
    Math.abs(sum - total.figure.value) > nearness * total.figure.value
  )
    return [];
  return [build(passage, sentence, [total], parts, [], true)];
}

/** "The 22 posts comprise …": what is listed makes up the number before. */
const hasTotalBefore = ({ skeleton }: Sentence): boolean => /\{[CM]\d+\}/u.test(skeleton.slice(0, verb.exec(skeleton)?.index ?? 0));

/** "Counsel £312,450, experts £98,120 and court fees £141,075, which together make £551,645". */
export function together(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = summed.exec(sentence.skeleton);
  if (!match || some.test(sentence.text) || hasTotalBefore(sentence)) return [];
  const listed = countsFrom(sentence, 0, match.index, match[1] ?? match[3] ?? match[5]);
  const unbracketed = listed.filter((count) => !count.inBrackets);
  // "The three teams hold 212, 187 and 164": the first number counts the parts.
  const open = unbracketed[0]?.figure.value === unbracketed.length - 1 ? unbracketed.slice(1) : unbracketed;
  // "In every quarter (4, 6, 3 and 5), making 20": the brackets hold the whole list.
  const parts = open.length === 0 && listed.length > 2 ? listed : open;
  const total = { figure: figureAt(sentence, match[2] ?? match[4] ?? match[6]!), inBrackets: false, at: match.index };
  const sum = parts.reduce((made, part) => made + part.figure.value, 0);
  const isBySex = parts.length === 2 && male.test(sentence.text) && female.test(sentence.text);
  if (parts.length < 2 || Math.abs(sum - total.figure.value) > (isBySex ? 2 : 1) * nearness * total.figure.value) return [];
  return [build(passage, sentence, [total], parts, [], true)];
}

/** "96 primary, 33 secondary and 7 special schools, a total of 140" and "a total staff group of 26". */
export function totalled(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match =
    /(?:,| –| -|\(|:| giving| making) ?(?:giving |making |or |which (?:gives|makes) |in all,? )?a (?:combined |grand |overall )?total(?: [a-z]+){0,3} of \{C(\d+)\}/iu.exec(
      sentence.skeleton,
    );
  if (!match || verb.test(sentence.skeleton.slice(match.index))) return [];
  const included = /including (?:the )?\{C(\d+)\}/iu.exec(sentence.skeleton.slice(match.index));
  const parts = countsFrom(sentence, 0, match.index).filter((count) => !count.inBrackets);
  if (included) parts.push({ figure: figureAt(sentence, included[1]!), inBrackets: false, at: match.index });
  const total = { figure: figureAt(sentence, match[1]!), inBrackets: false, at: match.index };
  return parts.length > 1 ? [build(passage, sentence, [total], parts, [], true, true)] : [];
}

const time =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|quarter (?:[1-4]|one|two|three|four)|q[1-4]|the (?:first|second|third|fourth|last) (?:month|quarter))";

/** "14 complaints in April, 11 in May and 19 in June, 44 in the quarter": as many parts as times, then all of them. */
export function byTime(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const listed = new RegExp(
    `((?:\\{C\\d+\\}[^{}.;]{0,40}? in ${time}(?:,| and|, and) ){1,11}\\{C\\d+\\}[^{}.;]{0,40}? in ${time})(?:,| –| -|:)? (?:and )?(?:so |or |a total of |in all |giving |making |which makes |that is )?\\{C(\\d+)\\}(?: [a-z]+){0,4} (?:in|for|over|during|across) (?:all|the (?:quarter|half|year|period|nine|six|three|twelve|summer|winter))`,
    "iu",
  ).exec(sentence.skeleton);
  if (!listed) return [];
  const parts = [...listed[1]!.matchAll(/\{C(\d+)\}/g)].map((part) => ({
    figure: figureAt(sentence, part[1]!),
    inBrackets: false,
    at: listed.index,
  }));
  return [build(passage, sentence, [{ figure: figureAt(sentence, listed[2]!), inBrackets: false, at: listed.index }], parts, [], true)];
}
