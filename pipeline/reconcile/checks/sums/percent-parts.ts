import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

const ages = /\b(?:aged?|ages|under[- ](?:\d|fives?|one)|year[- ]olds?|over \d{1,2}s?|post[- ]\d{2})\b/giu;
const whole = /\b(?:made up of|split|broken down|breakdown|comprises?|account(?:s|ed)? for|make up)\b/iu;
/** Further from 100 than this, the shares were never meant to be a whole. */
const reach = 15;

/** "Neglect (48%), emotional abuse (31%) and physical abuse (29%).": nothing but a list with a share behind each name. */
const listed = /^[^{}]*?(?:[^{}();.]{3,60} \(\{P\d+\}\)(?:, and|,| and)){2,8}[^{}();.]{3,60} \(\{P\d+\}\)\.?$/u;
const several = wordings`
  more than one|several|multiple|each|all|both|respectively|could|any|ratings?|said|agreed|survey\w*|answers?|asked|
  on time|in time|completed?|rates?|attend\w*|met|target|vacanc\w*`;

const sexes = pattern`
  ^(?:the )?(?:boys|girls|males|females) (?:make up|made up|are|were|account for|accounted for) \d[\d.]*(?:%| per cent)
  [^.;]{0,30} and (?:the )?(?:boys|girls|males|females) (?:(?:make up|are|were|account for) )?\d`;
const rest = pattern`
  \b(?:for )?(?:(?:the )?(?:other|remaining) (?:\w+ )?\d|\d[\d.]*(?:%| per cent)[^,.;]{0,40}\b
  (?:other reasons?|elsewhere|something else|the rest|others))\b`;
/** "The other 7 were placed in other ways": the rest is told as a number, so that the shares before it make less than 100%. */
const restCounted = /\b(?:other|remaining|rest|remainder|balance)\b[^{}.;]{0,25}\{C\d+\}(?! ?\(\{P)/iu;
/** Shares that follow each other and end with "and": of something that is accounted for, or with the others last. */
function closes(sentence: Sentence, shares: readonly TextFigure[]): boolean {
  if (sexes.test(sentence.text)) return shares.length === 2;
  const last = shares.at(-1);
  const gaps = shares.slice(1).map((share, at) => sentence.text.slice(shares[at]!.end, share.start));
  return (
    last !== undefined &&
    shares.length > 2 &&
    !several.test(sentence.text) &&
    (whole.test(sentence.text) || rest.test(sentence.text)) &&
    gaps.every((gap) => gap.length < 60 && /[,;]|\band\b/u.test(gap)) &&
    /\band\b/u.test(gaps.at(-1) ?? "") &&
    sentence.figures.filter((figure) => figure.measure === "percent").length === shares.length
  );
}

/** Shares by age, or of something that is broken down, that do not make 100%. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const shares = sentence.figures.filter((figure) => figure.measure === "percent" && figure.form === "digits" && figure.valueHigh === null);
  if (shares.length < 2 || (shares.length === 2 && !sexes.test(sentence.text))) return [];
  const closed = closes(sentence, shares);
  const named = [...sentence.text.matchAll(ages)].length;
  const isList = listed.test(sentence.skeleton) && !several.test(sentence.text);
  if (
    !(isList || closed || (named >= 3 && whole.test(sentence.text))) ||
    shares.some((share) => share.qualifier !== "exact" || share.role !== "level")
  )
    return [];
  const sum = shares.reduce((made, share) => made + share.value, 0);
  const slack = shares.reduce((made, share) => made + 0.5 * 10 ** -share.decimals, 0) + 0.05;
  if (Math.abs(sum - 100) <= slack || Math.abs(sum - 100) > reach) return [];
  if (sum < 100 && restCounted.test(sentence.skeleton)) return [];
  // A list may leave the smallest groups out; it cannot hold more than all.
  if ((isList || closed) && sum < 100 && !whole.test(sentence.text) && !rest.test(sentence.text)) return [];
  const list = shares.map((share) => share.text).join(", ");
  const decimals = Math.max(...shares.map((share) => share.decimals));
  return oneFinding(reading, {
    kind: "total",
    severity: "error",
    stated: list,
    expected: "100%",
    quote: sentence.text,
    place: sentence.place,
    heading: `${list} make ${roundTo(sum, decimals)}%, not 100%`,
    message: `${list} are the parts of one whole, but make ${roundTo(sum, decimals)}%.`,
  });
}

export const percentParts = perSentence("total", "Shares of one whole that do not make 100%", report);
