import { isSingle, type TextFigure } from "../figure.ts";
import { slackOf } from "../../numbers/money.ts";
import type { Sentence } from "../reading.ts";
import { build, countsFrom, leavesOut, type Count, type PartsList } from "./parts-list.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** "By type,", "of this,": what opens the amounts that a sum of money was made up of. */
const lead = pattern`
  (?:^|[;:.,] (?:and |with )?)(?:by (?:the )?(?:[\p{L}-]+ )?(?:type|kind|category|purpose|use|heading|service|provider|source|item|area|team)|
  (?:out )?of (?:this|that|it|these|the total|the whole|the sum)|of which|split|broken down|in detail|made up as follows|namely)[,:]? `;
/** "Therapy made up £46,580 of that and assessments the remaining £14,984". */
const rest = pattern`\b(?:the )?(?:remaining|remainder|rest|balance|other)\b[^{}.;]{0,30}\{M(\d+)\}`;
const ofThat = pattern`\b(?:of (?:that|this|it|the total|which|the whole)|(?:made|make|making|makes) up|account(?:s|ed|ing) for)\b`;
/** What each cost, or may cost, is no part of a sum. */
const each = pattern`\b(?:averag\w+|mean|median|each|per|apiece|maximum|limit|up to|unit|cost of (?:a|one))\b[^{}.;]{0,25}$`;
const eachAfter = pattern`^ (?:each|per|apiece|a (?:week|day|month|year|head|child|place|family)|on average|for each|over budget|under budget)\b`;
const joint = /^\{M\d+\} (?:\w+ )?(for|on|to|in|by|from|went|across|through|over|under)\b/iu;

/** How near two amounts have to come to a third to be meant as its parts, and how near three. */
const [nearOfTwo, nearOfMore] = [0.1, 0.15];
const reach = 2;

const isAmount = ({ text }: Sentence, figure: TextFigure): boolean =>
  figure.measure === "gbp" &&
  isSingle(figure) &&
  figure.qualifier === "exact" &&
  figure.role === "level" &&
  figure.when !== "then" &&
  !each.test(text.slice(0, figure.start)) &&
  !eachAfter.test(text.slice(figure.end));

function listed(sentence: Sentence): { parts: Count[]; from: number } | null {
  const all = countsFrom(sentence, 0, sentence.skeleton.length, "M").filter(({ figure }) => isAmount(sentence, figure));
  const match = lead.exec(sentence.skeleton);
  if (match) {
    const parts = all.filter(({ at, inBrackets }) => at >= match.index && !inBrackets);
    if (parts.length > 1) return { parts, from: match.index };
  }
  const remainder = rest.exec(sentence.skeleton);
  if (remainder && ofThat.test(sentence.skeleton) && all.length > 1) return { parts: all, from: 0 };
  // "£33,295 went on therapy and £15,415 on assessments": told alike, in a sentence of their own.
  const joints = all.map(({ at }) => joint.exec(sentence.skeleton.slice(at))?.[1]?.toLowerCase());
  const isAlike =
    joints.length > 1 && joints.every((one, at) => one !== undefined && (one === joints[0] || (at > 0 && joints[0] === "went")));
  return isAlike && /^(?:the |about )?\{M/iu.test(sentence.skeleton) ? { parts: all, from: 0 } : null;
}

/** "£46,910 of support. By type, therapy came to £33,295 and assessments to £15,415": the amounts that make up one told before. */
export function ofMoney(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const list = listed(sentence);
  if (!list || leavesOut({ ...sentence, skeleton: sentence.skeleton.replace(rest, "") })) return [];
  const { parts, from } = list;
  const near = passage.filter(({ number }) => number < sentence.number && number >= sentence.number - reach);
  const before = countsFrom(sentence, 0, from, "M").filter(({ figure }) => isAmount(sentence, figure));
  const wholes = [
    ...near.flatMap((one) => countsFrom(one, 0, one.skeleton.length, "M").filter(({ figure }) => isAmount(one, figure))),
    ...before,
  ];
  const sum = parts.reduce((made, { figure }) => made + figure.value, 0);
  const share = parts.length > 2 ? nearOfMore : nearOfTwo;
  const told = wholes.filter(({ figure }) => Math.abs(figure.value - sum) <= share * figure.value);
  const known = passage.flatMap(({ figures }) => figures.map(({ value }) => value));
  const [total] = told;
  if (!total || new Set(told.map(({ figure }) => figure.value)).size > 1) return [];
  // "£1.2m", of which "£0.8m" and "£0.45m": what is rounded may be a little off.
  const slack = [total, ...parts].reduce((made, { figure }) => made + slackOf(figure), 0);
  if (known.some((value) => Math.abs(value - sum) < 1) || Math.abs(sum - total.figure.value) <= slack) return [];
  return [build(passage, sentence, [total], parts, [], true, true)];
}
