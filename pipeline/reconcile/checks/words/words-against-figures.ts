import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { saidIn, type Said } from "../../reading/said.ts";
import { comparisons, polarityOf, praise } from "../../vocabulary/word-claims.ts";

const denied = /\b(?:not|no|never|nor|neither|without|far from|n't)\s+(?:\w+\s){0,2}$/iu;
const ofTime = /\b(?:last|previous) (?:year|quarter)\b|\bthan (?:in )?(?:20|the year)/iu;
const others = /\b(?:england|national\w*|neighbours?|region\w*|average|others|elsewhere|similar|comparators?|targets?)\b/iu;

/** "61 per 10,000 … the 58 of our neighbours": the unit stands once. */
const sameMeasure = (a: TextFigure, b: TextFigure): boolean =>
  a.measure === b.measure || (a.measure === "rate_per_10k" && b.measure === "number" && b.denominator === null);

/** "168 of 192 reviews, which is above the 90% target": the share of two counts beside the only percentage. */
function shareBeside(sentence: Sentence): { own: TextFigure; other: TextFigure } | null {
  const [share, ...shares] = sentence.figures.filter((figure) => figure.denominator !== null && figure.form !== "fraction");
  const [other, ...percents] = sentence.figures.filter((figure) => figure.measure === "percent" || figure.measure === "rate_per_10k");
  if (
    !share ||
    share.denominator === null ||
    !other ||
    shares.length + percents.length > 0 ||
    other.valueHigh !== null ||
    !["target", "comparator"].includes(other.role)
  )
    return null;
  const value = (100 * (share.numerator ?? 0)) / share.denominator;
  return { own: { ...share, value, measure: "percent", text: `${share.text} (${roundTo(value, 1)}%)` }, other };
}

/** The authority's own figure and the one beside it, when a sentence holds just these two of one measure. */
function twoSides(sentence: Sentence): { own: TextFigure; other: TextFigure } | null {
  const counted = shareBeside(sentence);
  if (counted) return counted;
  const codes = [...sentence.skeleton.matchAll(/\{([PCRMD])(\d+)\}/g)];
  const measured = codes.filter((code) => ["P", "R"].includes(code[1]!) || codes.length === 2).map((code) => figureAt(sentence, code[2]!));
  if (
    measured.length !== 2 ||
    !sameMeasure(measured[0]!, measured[1]!) ||
    measured[0]!.valueHigh !== null ||
    measured[1]!.valueHigh !== null
  )
    return null;
  const roles = measured.map((figure) => figure.role);
  const [a, b] = measured as [TextFigure, TextFigure];
  // "better than neighbours (82% against 86%)": the first of the pair is the authority's own.
  const pair =
    /\b(?:neighbours?|england|nationally|national average|region\w*)\b[^{}()]{0,20}\(\{[PR]\d+\},? (?:against|compared (?:with|to)|versus|vs\.?|to) \{[PR]\d+\}\)/iu.test(
      sentence.skeleton,
    );
  if (pair) return { own: a, other: b };
  const isOther = (role: string | undefined): boolean => role === "comparator" || role === "target";
  if (roles[0] === "level" && isOther(roles[1])) return { own: a, other: b };
  if (isOther(roles[0]) && roles[1] === "level") return { own: b, other: a };
  return null;
}

/** "Better at 83% … against an England average of 84.3%", "above the target of 95%" beside 83.1%. */
function report(reading: Reading, { claim: text, figures, quote, place }: Said): Finding[] {
  const sides = twoSides(figures);
  if (!sides || /\brespectively\b/iu.test(text) || (!figures.text.includes(text) && !others.test(text))) return [];
  const good = polarityOf(quote);
  const { own, other } = sides;
  const target = figures.subjects.some((subject) => subject.subject === "target");
  return [...comparisons, ...(target ? [praise] : [])]
    .flatMap((claim): Finding[] => {
      const match = claim.pattern.exec(text);
      if (!match || denied.test(text.slice(0, match.index))) return [];
      const word = match[0].split(" ").slice(0, 3).join(" ");
      // "more than 90%" qualifies the figure itself; a change since last year is no comparison with others.
      if (
        /^(?:more|less|fewer|higher|lower|greater) than$|^(?:above|below)$/iu.test(match[0]) &&
        /^\s*(?:\d|last|in the|the previous|a year)/iu.test(text.slice(match.index + match[0].length))
      )
        return [];
      if (/^\s*(?:the |its |our )?(?:plan|profile|schedule|trajectory|time|where)\b/iu.test(text.slice(match.index + match[0].length)))
        return [];
      if (ofTime.test(text.slice(match.index)) || claim.holds(own.value, other.value, good) !== false) return [];
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `"${match[0]}": ${own.text} beside ${other.text}`,
        quote,
        place,
        heading: `"${word}" beside ${own.text} against ${other.text}`,
        message: `The text says "${match[0]}", but ${own.text} is ${own.value > other.value ? "above" : own.value < other.value ? "below" : "equal to"} the ${other.text} it is set against.`,
      });
    })
    .slice(0, 1);
}

export const wordsAgainstFigures = perDocument("conflict", "Words of comparison against the two figures", (reading) =>
  reading.passages.flatMap((passage) => saidIn(reading, passage).flatMap((said) => report(reading, said))),
);
