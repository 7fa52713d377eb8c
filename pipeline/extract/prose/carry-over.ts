import { patternOf } from "../../core/patterns.ts";
import type { Indicator, Unit } from "../../model/indicator.ts";
import type { Mention } from "./find-mentions.ts";
import { carriesOn, staysOnTopic } from "./openings.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { unitOf, type Reading } from "./reading.ts";
import { rateOf } from "./siblings.ts";

/** What the sentences before have spoken of, newest last. */
export type Carried = { indicator: Indicator; unit: Unit; phrases: Reading["phrases"]; breakdown: string; stated: boolean };

const bareTail = patternOf("")`
  ^(?:\)|,|\.|;|$| ?\(| ?@| ?\$| (?:at|in|on|as|and|for|by|to|from|children|young people|care leavers|during|last|this|previous|
  recorded|respectively|before|when|a year)\b)`;
const bareLead = patternOf("")`
  \b(?:from|to|was|were|had been|is|are|stood at|stands at|up|down|figure of|total of|at|with|compared (?:with|to)|
  than)(?: (?:only|just|a total of|the|at|in|end|of|\$|@|,))*\s?\(?$`;

/**
 * Gives the first figure of each kind that the sentence itself does not explain to what the sentence
 * before spoke of, when the sentence carries on from it. Later figures follow by their chains.
 */
export function carryOver(
  sentence: ReadSentence,
  known: ReadonlySet<number>,
  mentions: readonly Mention[],
  carried: readonly Carried[],
  declared: readonly Indicator[],
): Reading[] {
  const { text, figureAt } = sentence.marked;
  if (carried.length === 0) return [];
  const goesOn = carried[0]?.stated ? carriesOn.test(text) : staysOnTopic.test(text);
  if (!goesOn) return [];
  const readings: Reading[] = [];
  const kinds = new Set<string>();
  sentence.figures.forEach((figure, index) => {
    if (known.has(index) || kinds.has(figure.measure) || figure.form === "quantifier") return;
    kinds.add(figure.measure);
    if (mentions.some((m) => unitOf(figure, m.phrases.units) !== null)) return;
    const pair = inOrder(sentence, index, known, carried);
    if (pair) kinds.delete(figure.measure);
    const from = pair ?? carried.findLast((c) => unitOf(figure, [c.unit]) !== null) ?? rateCarried(figure.measure, carried, declared);
    const rate =
      figure.measure === "number" && /\brates?\b[^.;]*$/.test(sentence.lower.slice(0, figure.markStart))
        ? carried.findLast((c) => c.unit === "rate_per_10k")
        : undefined;
    if (rate) {
      readings.push({
        figure: index,
        unit: rate.unit,
        phrases: rate.phrases,
        indicator: rate.indicator,
        breakdown: rate.breakdown,
        ground: "carry",
        host: -1,
        confidence: 0.7,
      });
      kinds.delete(figure.measure);
      return;
    }
    const unit = from && unitOf(figure, [from.unit]);
    if (!from || !unit) return;
    const place = figureAt[index] ?? -1;
    if (figure.measure === "number" && (place < 0 || !bareTail.test(text.slice(place + 1)) || !bareLead.test(text.slice(0, place)))) return;
    readings.push({
      figure: index,
      unit,
      phrases: from.phrases,
      indicator: from.indicator,
      breakdown: from.breakdown,
      ground: "carry",
      host: -1,
      confidence: from.stated ? 0.7 : 0.6,
    });
  });
  return readings;
}

/**
 * "The rate is 81.4 per 10,000. Our neighbours' average was 92": a bare number of somebody else's, in a
 * sentence that carries on from a rate, is a rate. Changes the figures of the sentence.
 */
export function measureRates(
  sentence: ReadSentence,
  known: ReadonlySet<number>,
  carried: readonly Carried[],
  subjects: readonly string[],
): void {
  const { text, figureAt } = sentence.marked;
  if (!carried.some((c) => c.unit === "rate_per_10k" && c.stated) || !carriesOn.test(text)) return;
  sentence.figures.forEach((figure, index) => {
    const place = figureAt[index] ?? -1;
    const others =
      figure.measure === "number" &&
      figure.form === "digits" &&
      !known.has(index) &&
      !["local", "target"].includes(subjects[index] ?? "local");
    if (others && place >= 0 && bareTail.test(text.slice(place + 1))) sentence.figures[index] = { ...figure, measure: "rate_per_10k" };
  });
}

/** "These are lower than the averages, which are 84% and 87% respectively": as many figures as things named before. */
function inOrder(sentence: ReadSentence, index: number, known: ReadonlySet<number>, carried: readonly Carried[]): Carried | null {
  const row = (k: number, n: number, all: readonly number[]): boolean =>
    n === 0 || /^(?:,| and|, and) $/.test(sentence.lower.slice(sentence.figures[all[n - 1]!]!.end, sentence.figures[k]!.markStart));
  const kind = sentence.figures[index]!.measure;
  const free = sentence.figures.map((_f, k) => k).filter((k) => !known.has(k) && sentence.figures[k]!.measure === kind);
  const named = carried.filter((c) => unitOf(sentence.figures[index]!, [c.unit]) !== null);
  const distinct = named.filter((c, k) => named.findIndex((o) => o.indicator === c.indicator && o.breakdown === c.breakdown) === k);
  const announced = /\brespectively\b|\b(?:figures|averages|rates|percentages) (?:are|were|of|being) /.test(sentence.lower);
  if (!announced && !free.every(row)) return null;
  const enough = /\brespectively\b/.test(sentence.lower) ? distinct.length >= free.length : distinct.length === free.length;
  return free.length > 1 && enough ? (distinct[distinct.length - free.length + free.indexOf(index)] ?? null) : null;
}

function rateCarried(measure: string, carried: readonly Carried[], declared: readonly Indicator[]): Carried | null {
  if (measure !== "rate_per_10k") return null;
  const last = carried.findLast((c) => c.unit === "count" && rateOf(c.indicator, declared) !== null);
  const rate = last && rateOf(last.indicator, declared);
  return last && rate ? { ...last, indicator: rate, unit: rate.unit, phrases: null } : null;
}
