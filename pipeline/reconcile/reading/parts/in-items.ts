import { isSingle } from "../figure.ts";
import type { Sentence } from "../reading.ts";
import { byBand } from "./by-band.ts";
import { female, male, unsexed } from "./groups.ts";
import { build, countsFrom, leavesOut, type PartsList } from "./parts-list.ts";

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

/** "Care leavers in touch: 153" and in the next item "Young women 59; young men 87": parts of the one number of the item before. */
export function partsInItems(run: readonly Sentence[]): PartsList[] {
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
    return found.length > 0 ? found : byBand(pair, pair[1]!);
  });
}
