import type { Reading } from "../../reading/reading.ts";
import { countedIn, isTimed, type Counted } from "../../reading/tellings.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { notAll, notYet } from "../../vocabulary/restrictions.ts";
import { statesIn } from "../../vocabulary/states.ts";
import { moved } from "../../vocabulary/telling-words.ts";

// Whether a mention is of those whom an earlier one, near it, has told of.

/** How many blocks after the first mention "the twelve posts" are still those posts. */
const near = 2;
/** What happens in a stretch of time: nobody comes or goes between. */
export const flows = new Set(["left care", "came into care", "adoption", "missing"]);

/** Where a mention stands among the sentences: that of a table before the first behind it. */
export const indexOf = ({ sentences }: Reading, { sentence, grid }: Counted): number =>
  grid ? sentences.findIndex(({ block }) => block.index > grid.block.index) : sentences.indexOf(sentence);

/** "It made four recommendations, and all six have been accepted": the only number before it, in its sentence or the last one. */
export function isBack(reading: Reading, one: Counted, other: Counted): boolean {
  const at = indexOf(reading, other);
  const from = other.sentence.figures[0] === other.figure ? reading.sentences[at - 1] : other.sentence;
  if (one.sentence !== from || one.definite || one.sentence.block !== other.sentence.block) return false;
  const before = one.sentence.figures.filter(
    (figure) => figure.measure === "number" && (from !== other.sentence || figure.start < other.figure.start),
  );
  const between = `${one.sentence.text.slice(one.figure.end, from === other.sentence ? other.figure.start : undefined)} ${from === other.sentence ? "" : other.sentence.text.slice(0, other.figure.start)}`;
  return before.length === 1 && !moved.test(between) && !apart.test(between);
}
const apart = wordings`last|previous|earlier|together|including|those|with`;

/** "All 29 of the children" right behind those told of, whoever they are, unless these are yet to come. */
export const isBehind = ({ sentences }: Reading, one: Counted, other: Counted): boolean =>
  other.definite &&
  other.words.size === 0 &&
  one.figure.role === "level" &&
  !toCome.test(one.sentence.text) &&
  one.sentence.block === other.sentence.block &&
  sentences.indexOf(other.sentence) === sentences.indexOf(one.sentence) + 1;
const toCome = wordings`${notYet}|${notAll}|some|others?|rest|remaining|at (?:any|some)|up to|at least|maximum|capacity|additional|extra|further`;

/** Nothing between the two tells of others of the kind, or that there are more of them now. */
export function isNext(reading: Reading, later: Counted, earlier: Counted): boolean {
  const gap = later.sentence.block.index - earlier.sentence.block.index;
  const between = [earlier.sentence, ...reading.sentences.slice(indexOf(reading, earlier) + 1, indexOf(reading, later)), later.sentence];
  if ((gap < 0 && !later.grid) || Math.abs(gap) > near || later.sentence.block.headings.join() !== earlier.sentence.block.headings.join())
    return false;
  const text = [
    earlier.sentence.text.slice(earlier.end),
    ...between.slice(1, -1).map((one) => one.text),
    later.sentence.text.slice(0, later.figure.start),
  ].join(" ");
  // Of others are those whom the words between have come to: "every child with a plan", then "300 of the 382 children".
  const isPassedOn =
    later.noun !== "post" &&
    later.states.size === 0 &&
    [...statesIn(text).names].some((state) => !earlier.states.has(state) && !flows.has(state));
  return (
    !isPassedOn &&
    // Of one day there is no growth between the two, unless others are told to be counted with them.
    !(isTimed(later, earlier) && later.times[0]!.startsWith("at ") ? joined : moved).test(text) &&
    between.slice(1, -1).every((sentence) => countedIn(sentence).every(({ noun }) => noun !== later.noun))
  );
}

const joined = wordings`additional|extra|further|more|added|another|also|joined|with|including|includes?|new`;

const pointing = /\b(?:these|those|its|their|the|all) $/iu;
/** "These 17 children", "its 22 members" right behind the sentence that tells of them. */
export const isPointedAt = (reading: Reading, later: Counted, earlier: Counted): boolean =>
  pointing.test(later.sentence.text.slice(0, later.figure.start)) &&
  later.sentence.block === earlier.sentence.block &&
  indexOf(reading, later) === indexOf(reading, earlier) + 1;
/** "Of these 46 children, all had been visited in the four weeks before" right behind them: its time is of what was done with them. */
export const isOpenedBy = (reading: Reading, later: Counted, earlier: Counted): boolean =>
  /^of (?:these|those|the) $/iu.test(later.sentence.text.slice(0, later.figure.start)) && isPointedAt(reading, later, earlier);
