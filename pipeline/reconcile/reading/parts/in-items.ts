import { isSingle } from "../figure.ts";
import type { Sentence } from "../reading.ts";
import { byBand } from "./by-band.ts";
import { female, male, unsexed } from "./groups.ts";
import { allButAll, build, countsFrom, leavesOut, partsItems, saysWhole, subsetFits, type PartsList } from "./parts-list.ts";

const verb = /\b(?:were|was|are|is|had|have|has|went|came|left|took|received|said|more|fewer|up|down)\b/iu;
/** A group smaller than this share of the number before is of something else. */
const least = 0.5;

/** "Young women 59; young men 87": every piece has one count and the name of a sex, or of those who have none. */
function bySexOf(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const pieces = sentence.skeleton
    .replace(/^(?:by |of (?:whom|which|these|them) ?:? ?)?[a-z ]{0,20}: (?=[^{}:]*\{)/iu, "")
    .split(/[;,]|\band\b/u)
    .filter((piece) => piece.trim() !== "");
  const is = (pattern: RegExp): number => pieces.filter((piece) => pattern.test(piece)).length;
  const isOne = pieces.every(
    (piece) => (piece.match(/\{/gu) ?? []).length === 1 && [male, female, unsexed].some((words) => words.test(piece)),
  );
  const parts = countsFrom(sentence, 0, sentence.skeleton.length);
  const [before] = passage;
  const totals = before ? countsFrom(before, 0, before.skeleton.length) : [];
  const sum = parts.reduce((made, { figure }) => made + figure.value, 0);
  return isOne &&
    parts.length === pieces.length &&
    is(male) === 1 &&
    is(female) === 1 &&
    totals.length === 1 &&
    sum >= least * totals[0]!.figure.value
    ? [build(passage, sentence, totals, parts, [], true)]
    : [];
}

const ofThem = /^\W*(?:of|out of|among) (?:whom|which|these|those|them|the total)\b/iu;
/** "Left care: 57", "of whom went home: 24", "adopted: 18", "special guardianship: 25": one count in each item, the first of them all. */
function oneEach(run: readonly Sentence[]): PartsList[] {
  const first = run.findIndex(({ text }) => ofThem.test(text));
  const whole = run[first - 1];
  const items = first < 1 ? [] : run.slice(first);
  const parts = items.map((item) => countsFrom(item, 0, item.skeleton.length));
  if (!whole || items.length < 3 || parts.some((one) => one.length !== 1) || [whole, ...items].some(({ figures }) => figures.length !== 1))
    return [];
  const [total] = countsFrom(whole, 0, whole.skeleton.length);
  const values = parts.map(([one]) => one!.figure.value);
  const sum = values.reduce((made, value) => made + value, 0);
  const reach = total === undefined ? 0 : allButAll * total.figure.value;
  return total && Math.abs(sum - total.figure.value) <= reach && !subsetFits(values, total.figure.value) && !items.some(leavesOut)
    ? [
        {
          ...build(items, items[0]!, [total], parts.flat(), [], true),
          words: [whole, ...items].map(({ text }) => text).join(" / "),
          after: [],
        },
      ]
    : [];
}

/** "Households: 142", "of which mainstream 97, kinship 23, short breaks 14", "Each household belongs to one group only". */
function ofKinds(passage: readonly Sentence[], sentence: Sentence, next: Sentence | undefined): PartsList[] {
  const parts = countsFrom(sentence, 0, sentence.skeleton.length);
  const totals = passage[0] ? countsFrom(passage[0], 0, passage[0].skeleton.length) : [];
  const [total] = totals.map(({ figure }) => figure.value);
  const values = parts.map(({ figure }) => figure.value);
  const sum = values.reduce((made, value) => made + value, 0);
  return total !== undefined &&
    ofThem.test(sentence.text) &&
    parts.length > 2 &&
    partsItems(sentence, parts) &&
    sum >= least * total &&
    saysWhole(next, parts) &&
    !subsetFits(values, total)
    ? [build(passage, sentence, totals, parts, [], true)]
    : [];
}

/** "Care leavers in touch: 153" and in the next item "Young women 59; young men 87": parts of the one number of the item before. */
export function partsInItems(run: readonly Sentence[]): PartsList[] {
  const told = oneEach(run);
  if (told.length > 0) return told;
  return run.slice(1).flatMap((sentence, at) => {
    const before = run[at]!;
    const [whole, ...more] = before.figures;
    if (
      before.block === sentence.block ||
      !whole ||
      more.length > 0 ||
      whole.measure !== "number" ||
      !isSingle(whole) ||
      verb.test(sentence.text) ||
      leavesOut(sentence) ||
      !sentence.figures.every(({ measure, role }) => ["number", "years"].includes(measure) && role === "level")
    )
      return [];
    const pair = [before, sentence].map((one, number) => ({ ...one, number }));
    const found = bySexOf(pair, pair[1]!);
    if (found.length > 0) return found;
    const kinds = ofKinds(pair, pair[1]!, run[at + 2]);
    return kinds.length > 0 ? kinds : byBand(pair, pair[1]!);
  });
}
