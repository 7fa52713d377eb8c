import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";

/** Percentages this many times too large or too small are of something else. */
const farthest = 2;

/** "140, 18 more than the 122 of a year before, a rise of 12.9%": the three numbers prove each other, and so what the change is a share of. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const numbers = sentence.figures.filter((figure) => figure.measure === "number");
  const [share, ...shares] = sentence.figures.filter((figure) => figure.measure === "percent");
  const [now, change, then] = numbers;
  const isPlain = (figure: TextFigure): boolean => isSingle(figure) && figure.qualifier === "exact";
  if (
    !now ||
    !change ||
    !then ||
    !share ||
    numbers.length > 3 ||
    shares.length > 0 ||
    ![...numbers, share].every(isPlain) ||
    change.role !== "change" ||
    share.role !== "change" ||
    now.role === "change" ||
    then.role === "change" ||
    share.start < then.end ||
    then.value === 0 ||
    Math.abs(now.value - then.value) !== change.value
  )
    return [];
  const exact = (100 * change.value) / then.value;
  if (agreement(exact, share.value, share.decimals) !== "wrong" || exact > farthest * share.value || share.value > farthest * exact)
    return [];
  const expected = `${roundTo(exact, Math.max(1, share.decimals))}%`;
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: share.text,
    expected,
    quote: sentence.text,
    place: sentence.place,
    heading: `${share.text} printed; a change of ${change.text} from ${then.text} is ${expected}`,
    message: `A change of ${change.text} from ${then.text} is ${expected}, but ${share.text} is printed${agreement((100 * change.value) / now.value, share.value, share.decimals) === "rounded" ? `, which is of ${now.text}` : ""}.`,
  });
}

export const sharesOfDifferences = perSentence("arithmetic", "A change in per cent against the change in numbers beside it", report);
