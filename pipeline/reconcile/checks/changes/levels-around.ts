import { inTime, isOwn, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { agreement } from "../../numbers/rounding.ts";
import { toldAsChange, type Pair } from "../../reading/pairs.ts";
import { rowsNear } from "../../reading/table-rows.ts";
import { pattern } from "../../vocabulary/patterns.ts";
import { changeNouns, falls, rises } from "../../vocabulary/change.ts";

/** Two levels of one measure, the earlier first, and the words or row that give them. */
export type Levels = { from: number; to: number; unit: "percent" | "number"; decimals: number; words: string; sure: boolean };

export const levelsOf = ({ then, now }: Pair, words: string): Levels => ({
  from: then.value,
  to: now.value,
  unit: now.measure === "percent" ? "percent" : "number",
  decimals: Math.max(then.decimals, now.decimals),
  words,
  sure: then.qualifier === "exact" && now.qualifier === "exact",
});

/** Levels that one sentence states as a change. */
export function levelsIn(sentence: Sentence): Levels | null {
  const pair = toldAsChange(sentence);
  return pair && levelsOf(pair, sentence.text);
}

export const gap = (levels: Levels): number => Math.abs(levels.to - levels.from);
export const relative = (levels: Levels): number => (levels.from === 0 ? Infinity : (100 * gap(levels)) / Math.abs(levels.from));
export const isGap = (levels: Levels, change: TextFigure): boolean =>
  Math.abs(gap(levels) - change.value) < 0.5 * 10 ** -Math.min(change.decimals, 6) + 1e-7;
/** The gap printed as a percentage, and no percentage that the levels make when it is rounded. */
export const isPoints = (levels: Levels, change: TextFigure): boolean =>
  isGap(levels, change) && agreement(relative(levels), change.value, change.decimals) !== "rounded";
export const isRelative = (levels: Levels, change: TextFigure): boolean =>
  agreement(relative(levels), change.value, change.decimals) !== "wrong";

/** Levels for a change whose own sentence gives none: the passage, then rows of tables near it. */
export function levelsAround(reading: Reading, passage: readonly Sentence[], sentence: Sentence, change: TextFigure): Levels | null {
  const points = sentence.figures.filter((figure) => figure.measure === "percent" && figure !== change && figure.role === "level");
  const before = passage[sentence.number - 1];
  const found = before ? levelsIn(before) : null;
  const pair = before ? pairAcross(before, sentence, change) : null;
  if (pair && isGap(pair, change)) return pair;
  const told =
    (points.every(({ when }) => when === "then") ? farBack(reading, passage, sentence, change) : null) ??
    (points.length === 0 ? lastTwo(passage, sentence, change) : null);
  if (told) return told;
  if (found && points.length === 0) return found;
  if (points.length === 0 && before) {
    const earlier = before.figures.filter((figure) => figure.measure === "percent" && isOwn(figure));
    const [a, b] = earlier;
    if (earlier.length === 2 && a && b && before.periods.length >= 2) {
      return { ...levelsOf({ then: a, now: b }, `${before.text} ${sentence.text}`), sure: false };
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
    // "Timeliness improved by 10.8% over the year" behind a table of one measure: to the decimal, so not by chance.
    const isOfAll =
      row.isOnly && points.length === 0 && change.decimals > 0 && change.decimals === row.decimals && overTime.test(sentence.text);
    if ((stated || named >= 2 || isOfAll) && isGap(levels, change)) return levels;
  }
  return null;
}

const overTime =
  /\b(?:over|in|during|since|on|between|across) (?:the |that |this |those |these |last |previous |two )+(?:years?|period|time|quarter|months)\b|\byear on year\b/iu;
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

const up = new RegExp(`\\b(?:${rises}|up|improv\\w+)\\b`, "iu");
const down = new RegExp(`\\b(?:${falls}|down)\\b`, "iu");
/** "72.2%, 77.2% and 91.3% respectively. … Dental checks rose 4.1%, from 68.1%": to just the level, to the decimal, that a sentence before has told. */
function farBack(reading: Reading, passage: readonly Sentence[], sentence: Sentence, change: TextFigure): Levels | null {
  const [from, ...more] = sentence.figures.filter((figure) => figure.measure === "percent" && figure !== change);
  if (
    !from ||
    more.length > 0 ||
    (from.role !== "earlier" && from.when !== "then") ||
    from.decimals === 0 ||
    change.decimals !== from.decimals
  )
    return null;
  const [rose, fell] = [up, down].map((words) => words.test(sentence.text));
  const own = passage.filter((one) => one.number < sentence.number);
  const earlier = own.length > 0 ? own : paragraphBefore(reading, sentence);
  const before = earlier.flatMap((one) => one.figures);
  const now = before.find(
    ({ measure, role, decimals, value }) =>
      measure === "percent" &&
      role === "level" &&
      decimals === from.decimals &&
      Math.abs(from.value + (rose ? change.value : -change.value) - value) < 0.5 * 10 ** -decimals,
  );
  return now && rose !== fell ? levelsOf({ then: from, now }, `${earlier.at(-1)?.text ?? ""} ${sentence.text}`) : null;
}
/** "A year earlier it was 20.9%; the change is a fall of 6.6%" opens a paragraph: the level now stands in the one before. */
const paragraphBefore = ({ sentences }: Reading, { block }: Sentence): readonly Sentence[] =>
  sentences.filter((one) => one.block.kind !== "heading" && block.index - one.block.index === 1);

/** "It was 4.1% in 2019/20. This was an improvement of 1.2% on the 5.3% …": one level in each sentence. */
function pairAcross(before: Sentence, sentence: Sentence, change: TextFigure): Levels | null {
  const level = (one: Sentence): TextFigure[] =>
    one.figures.filter((figure) => figure.measure === "percent" && figure !== change && isOwn(figure));
  const [now, ...moreNow] = level(before);
  const [then, ...moreThen] = level(sentence);
  if (!now || !then || moreNow.length + moreThen.length > 0) return null;
  return { ...levelsOf({ then, now }, `${before.text} ${sentence.text}`), sure: false };
}
