import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { ofNumbers, wentUp } from "../../vocabulary/change.ts";
import { pattern } from "../../vocabulary/patterns.ts";
import { changesIn } from "./changes.ts";

/** "The gap between the two is", "came down", "we trail them by": right before how far two shares lie apart. */
const apartBefore = pattern`
  \b(?:(?:gap|difference|margin|shortfall|lead|drop|fall|rise|increase|decrease|reduction|improvement|gain|loss|decline|deterioration)\b
  (?:[^{}.;\d]|\([^()]*\)){0,80}?(?:\b(?:of|is|was|by|to|being|at|about|just|only)|[:=–-])|(?:${wentUp}|down|trail\w*|lag\w*|leads?|leading|behind|ahead|adrift|
  beat\w*|short)(?: (?:them|it|theirs|neighbours|england|the (?:region|rest|others|target)|by|of|just|only|about))*) ?$`;
/** "5.6% short", "4% apart". */
const apartAfter =
  /^ (?:(?:still|well|some way) )?(?:short\b|adrift|shy\b|apart|off (?:it|the|target)|behind\b|ahead\b|under (?:it|target)|over (?:it|target)|(?:gap|difference|shortfall|margin|deficit)\b)/iu;
/** "We missed our 90% target by 5.6%". */
const beyondBy = /\b(?:miss\w*|beat\w*|exceed\w*|short of|above|below|ahead|behind|off)\b[^;:{}]{0,60}? by (?:just |only )?$/iu;
/** "4.6% of children": a share of its own. */
const ofSomebody = /^ (?:of (?!(?:the )?(?:gap|difference)\b)|were\b|had\b|are\b|have\b|points?\b|percentage points?\b)/iu;

const isLevel = (figure: TextFigure): boolean => figure.measure === "percent" && isSingle(figure) && figure.form === "digits";

/** The only two shares that a gap can lie between: both beside it, or in the sentence before. */
function sidesOf(sentence: Sentence, before: Sentence | undefined, gap: TextFigure): readonly [TextFigure, TextFigure] | null {
  const here = sentence.figures.filter((figure) => figure !== gap && isLevel(figure));
  const [a, b, ...more] = here.length === 2 ? here : [...(before?.figures.filter(isLevel) ?? []), ...here];
  return a && b && more.length === 0 ? [a, b] : null;
}

/** "95% is the target and 89.4% is 5.6% short": how far two shares lie apart, told as a percentage. */
function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  const before = passage[sentence.number - 1];
  const gaps = sentence.figures.filter(
    (figure) =>
      isLevel(figure) &&
      figure.qualifier === "exact" &&
      !ofSomebody.test(sentence.text.slice(figure.end)) &&
      ([apartBefore, beyondBy].some((words) => words.test(sentence.text.slice(0, figure.start))) ||
        apartAfter.test(sentence.text.slice(figure.end))),
  );
  return gaps
    .flatMap((gap): Finding[] => {
      const sides = sidesOf(sentence, before, gap);
      if (!sides || ofNumbers.test(sentence.text.slice(0, gap.start))) return [];
      const [a, b] = sides;
      const decimals = Math.max(a.decimals, b.decimals);
      const apart = Math.abs(a.value - b.value);
      if (gap.decimals !== decimals || Math.abs(apart - gap.value) > 1e-7 || gap.value === 0) return [];
      // A percentage of the one or the other is what it says it is.
      if ([a, b].some(({ value }) => value > 0 && agreement((100 * apart) / value, gap.value, gap.decimals) === "rounded")) return [];
      if (changesIn(reading, sentence, passage).length > 0) return [];
      const points = `${roundTo(apart, decimals)} percentage points`;
      return oneFinding(reading, {
        kind: "unit",
        severity: "warning",
        stated: gap.text,
        expected: points,
        place: sentence.place,
        quote: sentence.figures.includes(a) ? sentence.text : `${before?.text ?? ""} ${sentence.text}`,
        heading: `"${gap.text}" is ${points}`,
        message: `${a.text} and ${b.text} are ${points} apart, not ${gap.text}.`,
      });
    })
    .slice(0, 1);
}

export const gapsAsPercentages = perSentence("unit", "How far two shares lie apart, told as a percentage", report);
