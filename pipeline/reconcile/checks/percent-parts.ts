import type { Finding } from "../../model/finding.ts";
import { perDocument } from "../check.ts";
import { roleOf } from "../figure-role.ts";
import { findingRow } from "../finding-row.ts";
import type { Reading, Sentence } from "../reading.ts";
import { roundTo } from "../rounding.ts";

const ages = /\b(?:aged?|ages|under[- ](?:\d|fives?|one)|year[- ]olds?|over \d{1,2}s?|post[- ]\d{2})\b/giu;
const whole = /\b(?:made up of|split|broken down|breakdown|comprises?|account(?:s|ed)? for|make up)\b/iu;
/** Further from 100 than this, the shares were never meant to be a whole. */
const reach = 15;

/** "Neglect (48%), emotional abuse (31%) and physical abuse (29%).": nothing but a list with a share behind each name. */
const listed = /^[^{}]*?(?:[^{}();.]{3,60} \(\{P\d+\}\)(?:, and|,| and)){2,8}[^{}();.]{3,60} \(\{P\d+\}\)\.?$/u;
const several = /\b(?:more than one|several|multiple|each|all|both|respectively|could|any|ratings?|said|agreed|survey\w*|answers?|asked|on time|in time|completed?|rates?|attend\w*|met|target|vacanc\w*)\b/iu;

/** Shares by age, or of something that is broken down, that do not make 100%. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const shares = sentence.figures.filter((figure) => figure.measure === "percent" && figure.form === "digits" && figure.valueHigh === null);
  if (shares.length < 3) return [];
  const named = [...sentence.text.matchAll(ages)].length;
  const isList = listed.test(sentence.skeleton) && !several.test(sentence.text);
  if (!(isList || (named >= 3 && whole.test(sentence.text))) || shares.some((share) => share.qualifier !== "exact" || roleOf(sentence, share) !== "level")) return [];
  const sum = shares.reduce((made, share) => made + share.value, 0);
  const slack = shares.reduce((made, share) => made + 0.5 * 10 ** -share.decimals, 0) + 0.05;
  if (Math.abs(sum - 100) <= slack || Math.abs(sum - 100) > reach) return [];
  // A list may leave the smallest groups out; it cannot hold more than all.
  if (isList && sum < 100 && !whole.test(sentence.text)) return [];
  const list = shares.map((share) => share.text).join(", ");
  const decimals = Math.max(...shares.map((share) => share.decimals));
  return [findingRow(reading, {
    kind: "total", severity: "error", stated: list, expected: "100%", quote: sentence.text, place: sentence.place,
    heading: `${list} make ${roundTo(sum, decimals)}%, not 100%`,
    message: `${list} are the parts of one whole, but make ${roundTo(sum, decimals)}%.`,
  })];
}

export const percentParts = perDocument("total", "Shares of one whole that do not make 100%", (reading) =>
  reading.sentences.flatMap((sentence) => report(reading, sentence)));
