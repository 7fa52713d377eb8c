import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";

/** Percentages this many times too large or too small are of something else. */
const farthest = 2;

/** "18 more … a rise of 12.9%", "an increase of 17 (17.5%)", "11 more than the 55 of last year (16.7%)". */
const inBrackets = (sentence: Sentence, share: TextFigure): boolean =>
  /\($/u.test(sentence.text.slice(0, share.start)) && /^\)/u.test(sentence.text.slice(share.end));

/** "140, 18 more than the 122 of a year before, a rise of 12.9%": the three numbers prove each other, and so what the change is a share of. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const numbers = sentence.figures.filter((figure) => figure.measure === "number");
  const [share, ...shares] = sentence.figures.filter((figure) => figure.measure === "percent");
  const [change, ...changes] = numbers.filter(({ role }) => role === "change");
  const [then, ...others] = numbers.filter((figure) => figure.role === "earlier" || (figure.role === "level" && figure.when === "then"));
  const now = numbers.find((figure) => figure !== change && figure !== then);
  const isPlain = (figure: TextFigure): boolean => isSingle(figure) && figure.qualifier === "exact";
  if (!now || !change || !then || !share || numbers.length > 3 || shares.length + changes.length + others.length > 0) return [];
  if (![...numbers, share].every(isPlain) || then.value === 0 || Math.abs(now.value - then.value) !== change.value) return [];
  if (share.start < Math.max(change.end, then.end) || !(share.role === "change" || inBrackets(sentence, share))) return [];
  // "Special guardianship fell by 29.2%" is told of something else.
  const between = sentence.text.slice(Math.max(...numbers.map(({ end }) => end)), share.start);
  if (/;/u.test(between) || !/(?:\(|\bor |\ban? (?:[\w-]+ ){1,2}of )$/iu.test(between)) return [];
  const exact = (100 * change.value) / then.value;
  if (agreement(exact, share.value, share.decimals) !== "wrong" || exact > farthest * share.value || share.value > farthest * exact)
    return [];
  const isOfNow = agreement((100 * change.value) / now.value, share.value, share.decimals) === "rounded";
  // In brackets it may be the level of something else, unless it is the change as a share of the wrong one.
  if (share.role !== "change" && !isOfNow) return [];
  const expected = `${roundTo(exact, Math.max(1, share.decimals))}%`;
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: share.text,
    expected,
    quote: sentence.text,
    place: sentence.place,
    heading: `${share.text} printed; a change of ${change.text} from ${then.text} is ${expected}`,
    message: `A change of ${change.text} from ${then.text} is ${expected}, but ${share.text} is printed${isOfNow ? `, which is of ${now.text}` : ""}.`,
  });
}

export const sharesOfDifferences = perSentence("arithmetic", "A change in per cent against the change in numbers beside it", report);
