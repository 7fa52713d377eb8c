import { figureAt, type Sentence } from "../reading.ts";
import { female, male } from "./groups.ts";
import { verb } from "./listed.ts";
import { build, countsFrom, nearness, partsItems, subsetFits, type PartsList } from "./parts-list.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** With the total printed after them, "others" are a part like the rest. */
const some = /\b(?:such as|for example|mainly|mostly|among them|at least(?! (?:once|twice)\b))\b/iu;

/** Words between the last part and the sum. */
const adds = String.raw`(?:in (?:total|all)|altogether|together(?! with\b)|combined|total(?:l?ing)?|the sum|making(?: up)?|ma(?:kes?|de) up|account(?:s|ed|ing)? for|
  (?:bring|tak)(?:s|es|ing)? the (?:total|number|figure) to|add(?:s|ed|ing)? up to|add(?:s|ing)? to|(?:which|this|that) (?:is|makes|gives)|
  (?:these|those|which) (?:are|were)|(?:com(?:es?|ing)|came) to|amount(?:s|ed|ing)? to)`;
const few = String.raw`:?,?(?: (?!(?:with|of|for|in|and|from)\b)[\p{L}’'-]+(?: (?:up to|to|of|for))?){0,4}`;
/** "Together they make 551", "which accounts for all 265 children", "118 in all", and at the end of a list with a colon "the 211 children". */
const summed = pattern`
  \b(?<word>${adds})${few} \{(?<code>[CM])(?<total>\d+)\}(?! (?:of|out)\b)|
  [,;:–(-] (?:or |so |that is |all |the |in all )?\{(?<lastCode>[CM])(?<last>\d+)\}(?: [\p{L}’'-]+){0,3} (?:in all|in total|altogether|all told|together|overall|combined)\b|
  (?::| [–-]) (?:these are |they are |that is |all )?(?:the|our|all)(?: the)? \{(?<endCode>[CM])(?<end>\d+)\}(?=[^{}:;.]*\.?$)`;

const everySummed = new RegExp(summed.source, "giu");

/** "That is in line with the 50", "that is 40 more than the 573": no sum. */
const beside = wordings`in line|against|compared|than|more|fewer|less|higher|lower|above|below|short|target|average|with`;
const opensWithSum = pattern`
  ^(?:(?:the |our )?(?:(?:grand|overall|annual|yearly|combined|final) |(?:year|quarter)['’]s )?(?:total|sum)|
  (?:that|this|which|it|these|they|those)(?: (?:all|together|figures|numbers|three|four|five))? (?:makes?|is|are|were|gives?|comes? to|came to|adds? up to|added up to|accounts? for|make up)
  (?: (?:the|all|all the|a total of))?|in (?:total|all)|altogether|(?:taken )?together(?:,? (?:they|that|this|these|it))?)\b[^{}]{0,40}?\{C(\d+)\}`;

/** "Under 5: 31; 5 to 9: 42; 10 to 15: 80. Total: 153": the sum in a sentence of its own. */
export function totalAfter(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match = opensWithSum.exec(sentence.skeleton);
  const before = passage[sentence.number - 1];
  if (!match || !before || beside.test(match[0]) || some.test(before.text) || before.skeleton.includes("{P")) return [];
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
  // "Together, 45 at home, 69 in foster care and 103 in homes account for all 213": the sum stands behind the parts.
  const match = [...sentence.skeleton.matchAll(everySummed)].find(({ index }) =>
    /\{[CM]\d+\}.*\{[CM]\d+\}/u.test(sentence.skeleton.slice(0, index)),
  );
  const groups = match?.groups;
  if (!match || !groups || some.test(sentence.text) || hasTotalBefore(sentence)) return [];
  const listed = countsFrom(sentence, 0, match.index, groups["code"] ?? groups["lastCode"] ?? groups["endCode"]);
  const unbracketed = listed.filter((count) => !count.inBrackets);
  // "The three teams hold 212, 187 and 164": the first number counts the parts.
  const open = unbracketed[0]?.figure.value === unbracketed.length - 1 ? unbracketed.slice(1) : unbracketed;
  // "In every quarter (4, 6, 3 and 5), making 20": the brackets hold the whole list.
  const parts = open.length === 0 && listed.length > 2 ? listed : open;
  const name = groups["total"] ?? groups["last"] ?? groups["end"] ?? "";
  const total = { figure: figureAt(sentence, name), inBrackets: false, at: match.index };
  const sum = parts.reduce((made, part) => made + part.figure.value, 0);
  const isBySex = parts.length === 2 && male.test(sentence.text) && female.test(sentence.text);
  // "Which is", "making" and the like tell of more than sums: then the parts have to be a list.
  const words = `${groups["word"] ?? ""} ${sentence.text.slice(total.figure.end)}`;
  const isSure =
    isBySex || groups["last"] !== undefined || /\b(?:in (?:total|all)|altogether|together|combined|total(?:ling)?|making)\b/iu.test(words);
  if (!isSure && (parts.length < 3 || !partsItems(sentence, parts))) return [];
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
  const listed = countsFrom(sentence, 0, match.index).filter((count) => !count.inBrackets);
  const parts = listed[0]?.figure.value === listed.length - 1 && listed.length > 2 ? listed.slice(1) : listed;
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
