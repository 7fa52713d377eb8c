import { fitsShareOrRest } from "../numbers/shares.ts";
import { pattern, wordings } from "../vocabulary/patterns.ts";
import type { TextFigure } from "./figure.ts";
import type { Sentence } from "./reading.ts";
import { elsewhere, fewestParts, isOfElse, isPlain, numbersIn, type ToldBefore } from "./told-before.ts";

// Percentages of a number that the words before part, in two or in a list.

const drawsOn = pattern`
  \b(?:so|or|giving|gives|making|makes|meaning|means|therefore|thus|hence|that is|which|i\.e\.|leaving|(?:an?|the) (?:[\w-]+ ){0,3}(?:rate|proportion|
  percentage|share|figure))\b|[(:–-] ?$`;
/** "98 before, so 14 more, or 14.3%": a level and its growth are no parts. */
const grown = wordings`more|fewer|extra|additional|higher|lower`;

/** "Of the 110, 74 were in time and 36 late, so that 76% were in time": two numbers that make a third leave no other share than theirs. */
export function ofTwoParts(sentence: Sentence, percent: TextFigure): ToldBefore[] {
  const last = sentence.figures.findLast((figure) => figure.end <= percent.start);
  const lead = sentence.text.slice(0, percent.start);
  const numbers = numbersIn(sentence, percent.start);
  const whole = Math.max(...numbers);
  const parts = numbers.filter((number) => number !== whole);
  const isPair = numbers.length === 3 && parts.length === 2 && parts[0]! + parts[1]! === whole;
  if (
    !last ||
    !isPair ||
    isOfElse(sentence.text, percent) ||
    last.measure === "percent" ||
    elsewhere.test(lead) ||
    grown.test(lead) ||
    !drawsOn.test(lead.slice(last.end))
  )
    return [];
  if (sentence.figures.some((one) => one.end <= percent.start && one.measure === "percent")) return [];
  return [{ ...nearer(parts, whole, percent), percent, sentence, quote: sentence.text }];
}

/** Of two parts the one whose share the percentage can sooner be. */
function nearer(parts: readonly number[], of: number, percent: TextFigure): { count: number; of: number; why: string } {
  const gap = (part: number): number => Math.abs((100 * part) / of - percent.value);
  const [count = 0] = [...parts].sort((a, b) => gap(a) - gap(b));
  return { count, of, why: `${parts.join(" and ")} make ${of}` };
}

/** "That is 88%", "On-time rate: 88%": nothing but the share of what was counted before. */
const onlyShare = pattern`
  ^\W*(?:(?:so )?(?:that|this|which|it) (?:is|was|makes?|gives?|means?|comes to|represents)|(?:the |our |an? )?(?:[\p{L}-]+ ){0,3}?(?:rate|proportion|percentage|share|timeliness|
  performance|in time|on time)(?: (?:is|was|stood at|comes to|came to|therefore|thus|then|of))*:?) \{P\d+\}[^{}]{0,40}$`;
const farthestBack = 3;
/** "Visits due: 320. Made on time: 281; late: 39. On-time rate: 91.3%": the same over sentences or items. */
export function ofTwoPartsBefore(passage: readonly Sentence[], sentence: Sentence, percent: TextFigure): ToldBefore[] {
  if (sentence.figures.length !== 1 || !onlyShare.test(sentence.skeleton) || elsewhere.test(sentence.text)) return [];
  for (let back = 1; back <= farthestBack; back++) {
    const near = passage.filter(({ number }) => number < sentence.number && number >= sentence.number - back);
    const numbers = near.flatMap((one) => numbersIn(one));
    const whole = Math.max(...numbers);
    const parts = numbers.filter((number) => number !== whole);
    if (
      near.some(({ text, figures }) => elsewhere.test(text) || figures.some(({ measure }) => measure === "percent")) ||
      numbers.length > 3
    )
      return [];
    if (numbers.length === 3 && parts.length === 2 && parts[0]! + parts[1]! === whole)
      return [{ ...nearer(parts, whole, percent), percent, sentence, quote: [...near, sentence].map(({ text }) => text).join(" ") }];
  }
  return [];
}

/** Whether some of the parts of a list make a number. */
function areSome(parts: readonly number[], sum: number): boolean {
  if (parts.length > 10) return false;
  return Array.from({ length: 2 ** parts.length - 1 }, (_, mask) =>
    parts.reduce((made, part, at) => made + (((mask + 1) >> at) % 2 === 1 ? part : 0), 0),
  ).includes(sum);
}

const ofSome = wordings`answered|replied|responded|asked|surveyed|said`;
/** "Of the 350, 131 are …, 85 … and 46 …. The 262 in foster care make up 74.8%": a share of the number that the list before parts. */
export function ofListed(passage: readonly Sentence[], sentence: Sentence, percent: TextFigure): ToldBefore[] {
  const list = passage[sentence.number - 1];
  const [whole = 0, ...parts] = list ? numbersIn(list) : [];
  const counts = sentence.figures.filter((figure) => isPlain(sentence, figure) && figure.form === "digits").map(({ value }) => value);
  const [count] = counts;
  if (!list || count === undefined || counts.length > 1 || sentence.figures.filter(({ measure }) => measure === "percent").length > 1)
    return [];
  const isList = parts.length >= fewestParts && parts.reduce((sum, part) => sum + part, 0) === whole;
  if (!isList || count >= whole || !areSome(parts, count) || elsewhere.test(sentence.text)) return [];
  if (isOfElse(sentence.text, percent) || ofSome.test(sentence.text)) return [];
  if (parts.some((base) => base > count && fitsShareOrRest(count, base, percent))) return [];
  return [{ count, of: whole, percent, sentence, quote: `${list.text} ${sentence.text}`, why: `The list before makes ${whole}` }];
}
