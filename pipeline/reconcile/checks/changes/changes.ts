import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { saysUnrounded } from "../../reading/disclosed.ts";
import { isRoundingGap, roundTo } from "../../numbers/rounding.ts";
import { byTheirTimes, toldAsChange } from "../../reading/pairs.ts";
import { pattern } from "../../vocabulary/patterns.ts";
import { changeNouns, changesAgain, ofHolder, ofNumbers } from "../../vocabulary/change.ts";
import { gap, isGap, isPoints, isRelative, levelsAround, levelsIn, levelsOf, relative, type Levels } from "./levels-around.ts";

const isChange = pattern`
  \b(?:${changeNouns}|difference|gap)\b[^{}.;]{0,20}\bfrom \{[CP]\d+\} to \{[CP]\d+\},?[ ]
  (?:is|was|of|equals|amounts to|represents) (?:only |just |a mere )?(?:a (?:rise|fall|change) of )?\{[CP](\d+)\}`;
/** "The rise from 62% to 74% is 12%": a change that its own levels are the subject of. */
function equated(sentence: Sentence): TextFigure | null {
  const match = isChange.exec(sentence.skeleton);
  return match ? figureAt(sentence, match[1]!) : null;
}

/** Right before the gap of two levels that the sentence tells beside it: ", or 3.0%", "(2.3%)", "by 4.3%", "a change of -2.5%". */
const restated = /(?:\(|\b(?:or|by|is|equals|of|up|down|a|an|the|i\.e\.),?|[=–:-]) ?[+−–-]?$/iu;
/** "4.6% of children", "8.0% were late": a share of its own. */
const ofItsOwn = /^ (?:of|were|was|had|have|are|is|points?|percentage)\b/iu;
/** "From 49.6% to 57.6% in a year, or 8.0%", "55.0%, up from 52.0%, or 3.0 per cent": the third share of a sentence is the gap of the other two, to the decimal. */
function orGap(sentence: Sentence): { change: TextFigure; levels: Levels } | null {
  const shares = sentence.figures.filter((figure) => figure.measure === "percent" && isSingle(figure) && figure.form === "digits");
  if (shares.length !== 3) return null;
  const told = shares.flatMap((change): { change: TextFigure; levels: Levels }[] => {
    const [a, b] = shares.filter((figure) => figure !== change);
    if (!a || !b || change.decimals === 0 || ofItsOwn.test(sentence.text.slice(change.end))) return [];
    const sign = /\(([+−–-])$/u.exec(sentence.text.slice(0, change.start))?.[1];
    const isSigned = sign !== undefined && change.start > b.end && b.value > a.value === (sign === "+");
    const pair =
      toldAsChange(sentence) ??
      (isSigned ? { then: a, now: b } : null) ??
      (a.role === "level" && b.role === "earlier" ? { then: b, now: a } : null);
    if (!pair || ![a, b].includes(pair.then) || ![a, b].includes(pair.now) || !restated.test(sentence.text.slice(0, change.start)))
      return [];
    const levels = levelsOf(pair, sentence.text);
    return isGap(levels, change) ? [{ change, levels }] : [];
  });
  return told.length === 1 ? (told[0] ?? null) : null;
}

/** Changes of a sentence that do not lie between its levels, or are told in another unit. */
export function changesIn(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  const told = orGap(sentence);
  const changes = sentence.figures.filter(
    (figure) =>
      (figure.measure === "percent" || figure.measure === "points" || figure.measure === "number") &&
      figure.form === "digits" &&
      figure.valueHigh === null &&
      figure.denominator === null &&
      (figure.role === "change" || figure === equated(sentence) || figure === told?.change) &&
      // "narrowed from 4.1 to 2.9 percentage points" states two levels of a gap.
      !(figure.measure === "points" && /\b(?:from|to|between|and)\s+$/iu.test(sentence.text.slice(0, figure.start))),
  );
  const dated = changes.length === 1 ? byTheirTimes(sentence) : null;
  const own = levelsIn(sentence) ?? gapBetween(sentence) ?? (dated && levelsOf(dated, sentence.text)) ?? told?.levels ?? null;
  return changes.flatMap((change) => {
    if (changes.length > 1 || change.qualifier !== "exact" || (own && apart(sentence, own, change))) return [];
    const levels = own ?? levelsAround(reading, passage, sentence, change);
    if (!levels || levels.from === levels.to) return [];
    // "The cost of placements has risen by 4.5%" says nothing of the shares told before it.
    const isOfNumbers = change.measure === "percent" && ofNumbers.test(sentence.text.slice(0, change.start));
    if (!own && isOfNumbers && levels.unit === "percent") return [];
    const [was, is] = [roundTo(levels.from, levels.decimals), roundTo(levels.to, levels.decimals)];
    const points = roundTo(gap(levels), levels.decimals);
    const draft = { stated: change.text, quote: levels.words, place: sentence.place };
    if (change.measure === "percent" && isPoints(levels, change)) {
      const named = levels.unit === "percent" ? "percentage points" : "points";
      return oneFinding(reading, {
        ...draft,
        kind: "unit",
        severity: "warning",
        expected: `${points} ${named}`,
        heading: `"${change.text}" is ${points} ${named}`,
        message: `From ${was} to ${is} is a change of ${points} ${named}, not ${change.text}. As a percentage it would be ${roundTo(relative(levels), 1)}%.`,
      });
    }
    // "From 90% to 93%, so it has grown by 3%": three points, and also 3.3% rounded; the reader cannot know which.
    if (own && change.measure === "percent" && levels.unit === "percent" && isGap(levels, change) && levels.sure)
      return oneFinding(reading, {
        ...draft,
        kind: "unit",
        severity: "note",
        expected: `${points} percentage points`,
        heading: `"${change.text}" may be ${points} percentage points`,
        message: `From ${was} to ${is} is a change of ${points} percentage points. "${change.text}" would be ${roundTo(relative(levels), 1)}% rounded: the words do not say which is meant.`,
      });
    if (!own || !levels.sure) return [];
    const right =
      change.measure === "percent"
        ? isRelative(levels, change) || (levels.unit === "percent" && isGap(levels, change))
        : change.measure === "points"
          ? isGap(levels, change)
          : levels.unit === "percent" || isGap(levels, change);
    // Numbers have no percentage points between them: another check tells of those.
    if (right || (change.measure === "points" && levels.unit === "number")) return [];
    const isRounding = levels.unit === "percent" && isRoundingGap(gap(levels), change.value, Math.max(levels.decimals, change.decimals));
    if (isRounding && saysUnrounded(reading)) return [];
    const expected =
      change.measure === "percent" && levels.unit === "number"
        ? `${roundTo(relative(levels), Math.max(1, change.decimals))}%`
        : levels.unit === "percent"
          ? `${points} percentage points`
          : points;
    return oneFinding(reading, {
      ...draft,
      kind: "arithmetic",
      severity: isRounding ? "note" : "error",
      expected,
      heading: `A change of ${change.text} printed; ${was} to ${is} is ${expected}`,
      message: `From ${was} to ${is} is a change of ${expected}, but ${change.text} is printed.${isRounding ? " Rounding may account for it." : ""}`,
    });
  });
}

/** "Fallen from 13 to 8 while the cohort has grown by 12": the change is that of another clause. */
function apart(sentence: Sentence, levels: Levels, change: TextFigure): boolean {
  const ends = sentence.figures.filter((figure) => figure !== change && [levels.from, levels.to].includes(figure.value));
  const [first, last] = [ends[0], ends.at(-1)];
  if (!first || !last) return false;
  const between =
    change.start > last.end
      ? sentence.text.slice(last.end, change.start)
      : change.end < first.start
        ? sentence.text.slice(change.end, first.start)
        : "";
  if ((change.end < first.start && changesAgain.test(between)) || ofHolder.test(between)) return true;
  return /\b(?:while|whereas|whilst|although|even though|but) (?:the|our|its|those|that|this|[a-z]+ )|; (?!(?:this|that|it|which|an?|so|therefore|thus)\b)/iu.test(
    between,
  );
}

/** "The gap is 1.8 percentage points (94.0% against 95.8%)", "girls 71.4% and boys 63.9%, a gap of 7.5 percentage points". */
function gapBetween(sentence: Sentence): Levels | null {
  const match =
    /\b(?:gap|difference)\b[^{}]{0,80}\{X\d+\} ?\(\{P(\d+)\}[^{}()]{0,30}(?:against|compared (?:with|to)|versus|vs\.?|and|to) (?:[\w’']+ ){0,3}\{P(\d+)\}[^{}()]*\)/iu.exec(
      sentence.skeleton,
    ) ?? /^[^{}]*\{P(\d+)\}[^{}.;]{1,60}\{P(\d+)\}[^{}.;]{0,30}\b(?:gap|difference) of \{X\d+\}[^{}]*$/iu.exec(sentence.skeleton);
  if (!match) return null;
  const [a, b] = [figureAt(sentence, match[1]!), figureAt(sentence, match[2]!)];
  return { from: b.value, to: a.value, unit: "percent", decimals: Math.max(a.decimals, b.decimals), words: sentence.text, sure: true };
}

export const changes = perSentence("unit", "A stated change against the two levels", changesIn);
