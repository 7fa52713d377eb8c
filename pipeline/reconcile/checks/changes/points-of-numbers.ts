import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { findingRow, oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";
import { toldAsChange } from "../../reading/pairs.ts";

/** What has levels but no percentage points between them. */
const counted: ReadonlySet<string> = new Set(["number", "gbp", "rate_per_10k"]);
/** "From 60 to 54, and turnover by 10 points": told of something else than the numbers before it. */
const another =
  /(?:,|;)? (?:and|while|whilst|whereas|but) (?!(?:this|that|so|therefore|thus|is|was|has|have|had|by|up|down|an?)\b)(?:[\w’'-]+ ){1,5}$/iu;

const ofShares = /\b(?:shares?|proportions?|percentages?|turnover|timeliness|attendance)\b/iu;
const anaphoric = /^(?:this|that|it|these|which|an? )\b/iu;

const levelsIn = (sentence: Sentence): TextFigure[] =>
  sentence.figures.filter(
    (figure) =>
      counted.has(figure.measure) &&
      isSingle(figure) &&
      figure.qualifier === "exact" &&
      figure.role !== "change" &&
      figure.role !== "target",
  );

/** "£955,466 in 2016/17, a decrease of £140,000 (14.7 percentage points)": the share of a level that its change is. */
function changeOfAmount(sentence: Sentence, before: Sentence | undefined, points: TextFigure): ((reading: Reading) => Finding) | null {
  const at = sentence.figures.indexOf(points);
  const amount = sentence.figures[at - 1];
  const between = amount ? sentence.text.slice(amount.end, points.start) : "";
  if (!amount || amount.role !== "change" || !counted.has(amount.measure) || !/^ ?(?:\(|, (?:or|which is) |or )$/u.test(between))
    return null;
  const level = [...levelsIn(sentence), ...(before ? levelsIn(before) : [])].find(
    (one) =>
      one.measure === amount.measure &&
      one.value > 0 &&
      agreement((100 * amount.value) / one.value, points.value, points.decimals) === "rounded",
  );
  if (!level) return null;
  const expected = `${roundTo(points.value, points.decimals)}%`;
  return (reading) =>
    findingRow(reading, {
      kind: "unit",
      severity: "warning",
      stated: points.text,
      expected,
      place: sentence.place,
      quote: sentence.text,
      heading: `"${points.text}" is ${expected}`,
      message: `${amount.text} of ${level.text} is ${expected}: these are amounts, between which lie no percentage points.`,
    });
}

/** "From 335 to 313, a decrease of 6.6 percentage points": a change of a number, told as that of a share. */
function report(reading: Reading, sentence: Sentence, before: Sentence | undefined): Finding[] {
  return sentence.figures
    .filter((figure) => figure.measure === "points" && isSingle(figure))
    .flatMap((change): Finding[] => {
      const share = (one: TextFigure): boolean => one.measure === "percent" || (one.denominator !== null && one.form !== "fraction");
      if (sentence.figures.some(share)) return [];
      const own = levelsIn(sentence);
      const told = toldAsChange(sentence);
      const pairs: (readonly [TextFigure, TextFigure])[] = told && counted.has(told.now.measure) ? [[told.then, told.now]] : [];
      for (const [at, one] of own.entries()) for (const other of own.slice(at + 1)) pairs.push([one, other], [other, one]);
      // The earlier level may stand in the sentence before, when nothing there is a share.
      if (before && (own.length === 1 || (own.length === 0 && anaphoric.test(sentence.text))) && !before.figures.some(share)) {
        const all = [...levelsIn(before), ...own];
        if (all.length === 2) pairs.push([all[0]!, all[1]!], [all[1]!, all[0]!]);
      }
      const amount = changeOfAmount(sentence, before, change);
      if (amount) return [amount(reading)];
      const pair = pairs.find(
        ([then, now]) =>
          then.measure === now.measure &&
          then.value > 0 &&
          then.value !== now.value &&
          agreement((100 * Math.abs(now.value - then.value)) / then.value, change.value, change.decimals) === "rounded",
      );
      if (!pair || change.value === 0) return [];
      const [then, now] = pair;
      const levelsEnd = Math.max(
        0,
        ...[then, now].filter((one) => sentence.figures.includes(one) && one.end <= change.start).map(({ end }) => end),
      );
      if (ofShares.test(sentence.text.slice(levelsEnd, change.start))) return [];
      const nearest = sentence.figures.findLast((figure) => figure.end <= change.start);
      if (nearest && another.test(sentence.text.slice(nearest.end, change.start))) return [];
      const expected = `${roundTo(change.value, change.decimals)}%`;
      return oneFinding(reading, {
        kind: "unit",
        severity: "warning",
        stated: change.text,
        expected,
        place: sentence.place,
        quote: [then, now].every((figure) => sentence.figures.includes(figure)) ? sentence.text : `${before?.text ?? ""} ${sentence.text}`,
        heading: `"${change.text}" is ${expected}`,
        message: `From ${then.text} to ${now.text} is a change of ${expected}: these are numbers, between which lie no percentage points.`,
      });
    })
    .slice(0, 1);
}

export const pointsOfNumbers = perSentence("unit", "Percentage points printed for the change of a number", (reading, sentence, passage) =>
  report(reading, sentence, passage[sentence.number - 1]),
);
