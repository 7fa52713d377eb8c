import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { inTime, isOwn, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { saysUnrounded } from "../../reading/disclosed.ts";
import { agreement, isRoundingGap, roundTo } from "../../numbers/rounding.ts";
import { byTheirTimes, toldAsChange, type Pair } from "../../reading/pairs.ts";
import { rowsNear } from "../../reading/table-rows.ts";
import { pattern } from "../../vocabulary/patterns.ts";
import { changeNouns, changesAgain, ofNumbers } from "../../vocabulary/change.ts";

/** Two levels of one measure, the earlier first, and the words or row that give them. */
type Levels = { from: number; to: number; unit: "percent" | "number"; decimals: number; words: string; sure: boolean };

const levelsOf = ({ then, now }: Pair, words: string): Levels => ({
  from: then.value,
  to: now.value,
  unit: now.measure === "percent" ? "percent" : "number",
  decimals: Math.max(then.decimals, now.decimals),
  words,
  sure: then.qualifier === "exact" && now.qualifier === "exact",
});

/** Levels that one sentence states as a change. */
function levelsIn(sentence: Sentence): Levels | null {
  const pair = toldAsChange(sentence);
  return pair && levelsOf(pair, sentence.text);
}

const gap = (levels: Levels): number => Math.abs(levels.to - levels.from);
const relative = (levels: Levels): number => (levels.from === 0 ? Infinity : (100 * gap(levels)) / Math.abs(levels.from));
const isGap = (levels: Levels, change: TextFigure): boolean =>
  Math.abs(gap(levels) - change.value) < 0.5 * 10 ** -Math.min(change.decimals, 6) + 1e-7;
/** The gap printed as a percentage, and no percentage that the levels make when it is rounded. */
const isPoints = (levels: Levels, change: TextFigure): boolean =>
  isGap(levels, change) && agreement(relative(levels), change.value, change.decimals) !== "rounded";
const isRelative = (levels: Levels, change: TextFigure): boolean => agreement(relative(levels), change.value, change.decimals) !== "wrong";

/** Levels for a change whose own sentence gives none: the passage, then rows of tables near it. */
function levelsAround(reading: Reading, passage: readonly Sentence[], sentence: Sentence, change: TextFigure): Levels | null {
  const points = sentence.figures.filter((figure) => figure.measure === "percent" && figure !== change && figure.role === "level");
  const before = passage[sentence.number - 1];
  const found = before ? levelsIn(before) : null;
  const pair = before ? pairAcross(before, sentence, change) : null;
  if (pair && isGap(pair, change)) return pair;
  const told = points.length === 0 ? lastTwo(passage, sentence, change) : null;
  if (told) return told;
  if (found && points.length === 0) return found;
  if (points.length === 0 && before) {
    const earlier = before.figures.filter((figure) => figure.measure === "percent" && isOwn(figure));
    const [a, b] = earlier;
    if (earlier.length === 2 && a && b && before.periods.length >= 2) {
      return {
        from: a.value,
        to: b.value,
        unit: "percent",
        decimals: Math.max(a.decimals, b.decimals),
        words: `${before.text} ${sentence.text}`,
        sure: false,
      };
    }
  }
  const [a, b, ...more] = sentence.figures.filter(
    (figure) => figure.measure === "percent" && figure !== change && figure.form === "digits" && figure.role !== "target",
  );
  if (a && b && more.length === 0) {
    const order = inTime({ figure: b }, { figure: a }) ?? { then: { figure: b }, now: { figure: a } };
    const both: Levels = {
      from: order.then.figure.value,
      to: order.now.figure.value,
      unit: "percent",
      decimals: Math.max(a.decimals, b.decimals),
      words: sentence.text,
      sure: false,
    };
    if (isGap(both, change)) return both;
  }
  for (const row of rowsNear(reading, sentence.block.index)) {
    const named = row.words.filter((word) => sentence.text.toLowerCase().includes(word)).length;
    const stated = points.some((point) => point.value === row.to);
    const levels: Levels = {
      from: row.from,
      to: row.to,
      unit: row.unit,
      decimals: row.decimals,
      words: `${row.raw} / ${sentence.text}`,
      sure: false,
    };
    if ((stated || named >= 2) && isGap(levels, change)) return levels;
  }
  return null;
}

const saysOf = pattern`^(?:this|that|it|these|(?:the|an?) (?:${changeNouns}))\b`;

/** "60.1% are in work. A year before, 48.3% were. This is an increase of 11.8%": the two levels of the sentences before, when they lie so far apart. */
function lastTwo(passage: readonly Sentence[], sentence: Sentence, change: TextFigure): Levels | null {
  // A change with decimals fits by chance hardly ever; a whole one has to be said of the sentences before.
  if (change.decimals === 0 && !saysOf.test(sentence.text)) return null;
  const before = passage.filter((one) => one.number < sentence.number && one.number >= sentence.number - 2);
  const all = before.flatMap((one) =>
    one.figures.filter((figure) => figure.measure === "percent" && figure.denominator === null && isOwn(figure)),
  );
  const [now, then] = all.slice(-2);
  // Whole numbers lie as far apart by chance: then the two have to be the only ones.
  if (!now || !then || (change.decimals === 0 && all.length > 2)) return null;
  const words = [...before, sentence].map((one) => one.text).join(" ");
  const pair: Levels = {
    from: then.value,
    to: now.value,
    unit: "percent",
    decimals: Math.max(now.decimals, then.decimals),
    words,
    sure: false,
  };
  return isGap(pair, change) ? pair : null;
}

/** "It was 4.1% in 2019/20. This was an improvement of 1.2% on the 5.3% …": one level in each sentence. */
function pairAcross(before: Sentence, sentence: Sentence, change: TextFigure): Levels | null {
  const level = (one: Sentence): TextFigure[] =>
    one.figures.filter((figure) => figure.measure === "percent" && figure !== change && isOwn(figure));
  const [now, ...moreNow] = level(before);
  const [then, ...moreThen] = level(sentence);
  if (!now || !then || moreNow.length + moreThen.length > 0) return null;
  return {
    from: then.value,
    to: now.value,
    unit: "percent",
    decimals: Math.max(now.decimals, then.decimals),
    words: `${before.text} ${sentence.text}`,
    sure: false,
  };
}

const isChange = pattern`
  \b(?:${changeNouns}|difference|gap)\b[^{}.;]{0,20}\bfrom \{[CP]\d+\} to \{[CP]\d+\},?[ ]
  (?:is|was|of|equals|amounts to|represents) (?:a (?:rise|fall|change) of )?\{[CP](\d+)\}`;
/** "The rise from 62% to 74% is 12%": a change that its own levels are the subject of. */
function equated(sentence: Sentence): TextFigure | null {
  const match = isChange.exec(sentence.skeleton);
  return match ? figureAt(sentence, match[1]!) : null;
}

/** "55.0% (77 of 140), up from 52.0% (64 of 123), or 3.0 per cent": the gap of the two levels before it, to the decimal. */
function orGap(sentence: Sentence): { change: TextFigure; levels: Levels } | null {
  const [, name] = /, (?:or|that is|i\.e\.,?) \{P(\d+)\}(?=[.;,)]|$)/iu.exec(sentence.skeleton) ?? [];
  const change = name === undefined ? null : figureAt(sentence, name);
  const [now, then, ...more] = sentence.figures.filter((figure) => figure.measure === "percent" && figure !== change);
  if (!change || !now || !then || more.length > 0 || change.decimals === 0 || now.role !== "level" || then.role !== "earlier") return null;
  const levels = levelsOf({ then, now }, sentence.text);
  return isGap(levels, change) ? { change, levels } : null;
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
  if (change.end < first.start && changesAgain.test(between)) return true;
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
