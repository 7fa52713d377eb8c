import type { Finding } from "../../../model/finding.ts";
import { monthSource } from "../../../extract/grammar/calendar.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { heardIn } from "../../reading/heard.ts";
import { clauseOf } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { countedIn, countedInTable, endOf, isOneTime, wordsOf, type Counted } from "../../reading/tellings.ts";
import { areSame, isWithin } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofStay } from "../../vocabulary/restrictions.ts";
import { statesIn } from "../../vocabulary/states.ts";
import { moved, narrower, plainly, studied } from "../../vocabulary/telling-words.ts";
import { rowsAgainstNumber } from "../sums/rows-of-a-stated-number.ts";

/** How many blocks after the first mention "the twelve posts" are still those posts. */
const near = 2;
/** Further apart than this, near or far from each other in the text, two numbers are of two things. */
const [farthestNear, farthestFar] = [1.4, 1.6];
/** The same, where each of them names the same time itself. */
const farthestTimed = 2;
/** A table whose total is further from the number may leave some out. */
const farthestOfTable = 1.12;
const [fewest, fewestPointed] = [5, 3];
/** Fewer words of its own leave open whether a mention far away is of the same. */
const fewestWords = 3;

/** Those looked after for a year or more are some of those looked after: only where both are told so are the two one group. */
const stayed = wordings`${ofStay}`;
const isStay = ({ sentence, figure, told, definite }: Counted): boolean =>
  stayed.test(definite ? told : (sentence.text.slice(figure.end).split(/[,.;:(]/u)[0] ?? ""));

/** Times that a mention names, or its paragraph where it names none. */
const timesOf = (reading: Reading, { sentence, times }: Counted): readonly string[] =>
  times.length > 0
    ? times
    : [...new Set((reading.passages.find((passage) => passage.includes(sentence)) ?? []).flatMap((one) => one.times))];
const isTimed = (a: Counted, b: Counted): boolean => a.times.length === 1 && b.times.length === 1 && isOneTime(a.times[0]!, b.times[0]!);
const shareTime = (a: readonly string[], b: readonly string[]): boolean => a.some((time) => b.some((one) => endOf(one) === endOf(time)));

/** Another sentence or a table gives the number too, of the same thing or of those who are what the mention says that they are. */
const isGiven = ({ sentences, grids }: Reading, { value, sentence, states, noun, grid: own }: Counted): boolean => {
  const isTold = (text: string): boolean => [...statesIn(text).names].some((state) => states.has(state));
  return (
    sentences.some(
      (one) =>
        one !== sentence &&
        one.figures.some((figure) => [figure.value, figure.numerator, figure.denominator].includes(value)) &&
        (isTold(`${one.block.headings.at(-1) ?? ""} ${one.text}`) ||
          countedIn(one).some((count) => count.value === value && count.noun === noun)),
    ) ||
    grids.some(
      ({ block, rows, caption, columns }) =>
        block !== own?.block &&
        rows.some(({ cells }) => cells.some((cell) => cell.value === value)) &&
        isTold([caption, ...columns, ...rows.map(({ label }) => label)].join(" ")),
    )
  );
};

/** The document gives the later number elsewhere too, or both where each names the same time: it is no slip, but of others. */
function isKnown(reading: Reading, later: Counted, earlier: Counted): boolean {
  if (isTimed(later, earlier)) return isGiven(reading, later) && (later.definite || isGiven(reading, earlier));
  return later.grid || later.states.size + later.words.size > 0
    ? isGiven(reading, later)
    : heardIn(reading, later.sentence).has(later.value);
}

/** The sentence of one prints the number of the other too. */
const prints = ({ sentence, grid }: Counted, other: Counted): boolean =>
  grid === null &&
  sentence !== other.sentence &&
  sentence.figures.some((one) => [one.value, one.numerator, one.denominator].includes(other.value));

/** Numbers of a sentence that may be of those whom a mention is of: not those that count another thing by its name. */
function movesIn(sentence: Sentence, { noun, words, value }: Counted): number[] {
  const others = countedIn(sentence).filter((one) => one.noun !== noun || !areSame(one.words, words));
  const figures = sentence.figures.filter(
    (figure) => figure.measure === "number" && figure.role === "level" && !others.some((one) => one.figure === figure),
  );
  return figures.map((figure) => figure.value).filter((one) => one !== value);
}

/** Those who came or went, or are told of beside them, make the later number: "34 posts, two of them vacant", then "the 32 in post". */
function isMoved(reading: Reading, later: Counted, earlier: Counted): boolean {
  if ([...later.states].some((state) => flows.has(state))) return false;
  const [from, to] = [earlier, later].map((one) => indexOf(reading, one)).sort((a, b) => a - b) as [number, number];
  // Of one day there is no other number.
  const between =
    isTimed(later, earlier) || isOpenedBy(reading, later, earlier)
      ? [earlier.sentence]
      : reading.sentences.slice(Math.max(0, from - 1), Math.min(to, from + reach));
  const told = [...between.filter((one) => one !== later.sentence), ...(/^of /iu.test(later.sentence.text) ? [] : [later.sentence])];
  const gap = Math.abs(earlier.value - later.value);
  if (countedIn(earlier.sentence).some((one) => one.value === gap && one.noun === later.noun)) return true;
  return told.some((sentence) => {
    const moves = movesIn(sentence, later).filter((one) => one !== earlier.value);
    return moves.some((a, at) => a === gap || moves.slice(at + 1).some((b) => a + b === gap || Math.abs(a - b) === gap));
  });
}
/** What happens in a stretch of time: nobody comes or goes between. */
const flows = new Set(["left care", "came into care", "adoption", "missing"]);
/** How many sentences after the first number those who came or went may be told. */
const reach = 8;

/** Its sentence only tells how many there are. */
const isPlain = ({ sentence, figure }: Counted): boolean =>
  plainly.test(clauseOf(sentence, figure)) || plainly.test(sentence.text.slice(0, figure.start));

/** "The 181 care leavers", then "116 care leavers were in work": more is told of those named again, so that they are some. */
const isWhole = (one: Counted, other: Counted): boolean =>
  other.definite || (isWithin(other.said, one.words) && other.grid === null) || one.grid !== null;
const isThen = ({ figure }: Counted): boolean => figure.when === "then" && figure.role === "level";

/** "174 allegations reached the officer; all 199 allegations were looked at": a sentence of two that name one thing. */
function isAfterBreak(one: Counted, other: Counted): boolean {
  const between = one.sentence.text.slice(one.figure.end, other.figure.start);
  return other.words.size === 0 && /; [^;\d]*\ball (?:of )?(?:the |our )?$/u.test(between) && !moved.test(between);
}

/** Where a mention stands among the sentences: that of a table before the first behind it. */
const indexOf = ({ sentences }: Reading, { sentence, grid }: Counted): number =>
  grid ? sentences.findIndex(({ block }) => block.index > grid.block.index) : sentences.indexOf(sentence);

const day = new RegExp(`\\b\\d{1,2} (?:${monthSource})\\b`, "giu");
/** Every day and year that a table names is named by the other too, and neither speaks of some alone. */
function areOfOneDay(...both: readonly Counted[]): boolean {
  const [a, b] = both.map(({ grid, sentence, times }) => {
    const text = [sentence.text, grid?.caption ?? "", ...(grid?.headers.flat() ?? [])].join(" ");
    return { days: new Set(text.toLowerCase().match(day)), times, text };
  });
  return (
    a !== undefined &&
    b !== undefined &&
    areSame(a.days, b.days) &&
    (a.times.length === 0) === (b.times.length === 0) &&
    !partial.test(`${a.text} ${b.text}`)
  );
}
const partial = wordings`
  those (?:who|that|which|whose)|only|some of|excluding|left out|led to|of (?:these|whom|which)|whose|not all|capacity|since`;

/** "It made four recommendations, and all six have been accepted": the only number before it, in its sentence or the last one. */
function isBack(reading: Reading, one: Counted, other: Counted): boolean {
  const at = indexOf(reading, other);
  const from = other.sentence.figures[0] === other.figure ? reading.sentences[at - 1] : other.sentence;
  if (other.noun !== "" || one.sentence !== from || one.definite || one.sentence.block !== other.sentence.block) return false;
  const before = one.sentence.figures.filter(
    (figure) => figure.measure === "number" && (from !== other.sentence || figure.start < other.figure.start),
  );
  const between = `${one.sentence.text.slice(one.figure.end, from === other.sentence ? other.figure.start : undefined)} ${from === other.sentence ? "" : other.sentence.text.slice(0, other.figure.start)}`;
  return before.length === 1 && !moved.test(between) && !apart.test(between);
}
const apart = wordings`last|previous|earlier|together|including|those|with`;

/** Nothing between the two tells of others of the kind, or that there are more of them now. */
function isNext(reading: Reading, later: Counted, earlier: Counted): boolean {
  const apart = later.sentence.block.index - earlier.sentence.block.index;
  const between = [earlier.sentence, ...reading.sentences.slice(indexOf(reading, earlier) + 1, indexOf(reading, later)), later.sentence];
  if (
    (apart < 0 && !later.grid) ||
    Math.abs(apart) > near ||
    later.sentence.block.headings.join() !== earlier.sentence.block.headings.join()
  )
    return false;
  const text = [
    earlier.sentence.text.slice(earlier.end),
    ...between.slice(1, -1).map((one) => one.text),
    later.sentence.text.slice(0, later.figure.start),
  ].join(" ");
  // Of others are those whom the words between have come to: "every child with a plan", then "300 of the 382 children".
  const isOfOthers = later.states.size === 0 && [...statesIn(text).names].some((state) => !earlier.states.has(state) && !flows.has(state));
  return (
    !isOfOthers &&
    !moved.test(text) &&
    between.slice(1, -1).every((sentence) => countedIn(sentence).every(({ noun }) => noun !== later.noun))
  );
}

/** "These 17 children", "its 22 members" right behind the sentence that tells of them. */
const isPointedAt = (reading: Reading, later: Counted, earlier: Counted): boolean =>
  pointing.test(later.sentence.text.slice(0, later.figure.start)) &&
  later.sentence.block === earlier.sentence.block &&
  indexOf(reading, later) === indexOf(reading, earlier) + 1;
/** "Of these 46 children, all had been visited in the four weeks before" right behind them: its time is of what was done with them. */
const isOpenedBy = (reading: Reading, later: Counted, earlier: Counted): boolean =>
  /^of (?:these|those|the) $/iu.test(later.sentence.text.slice(0, later.figure.start)) && isPointedAt(reading, later, earlier);
const pointing = /\b(?:these|those|its|their|the|all) $/iu;

/**
 * Two numbers that can be of no two groups: "54 children were adopted last year" and "all 45 of the children adopted last year", or
 * one statement made twice. Each is of all that the other is of, at one time.
 */
function areOfOne(reading: Reading, one: Counted, other: Counted): boolean {
  if (other.noun === "") return isBack(reading, one, other);
  if (one.noun !== other.noun || (one.sentence === other.sentence && !isAfterBreak(one, other)) || isStay(one) !== isStay(other))
    return false;
  if ([one, other].some(({ sentence, figure }) => studied.test(sentence.text.slice(0, figure.start)))) return false;
  if (
    [one, other].some(
      ({ figure, told, definite }) => (definite ? figure.role === "target" : figure.role !== "level") || narrower.test(told),
    )
  )
    return false;
  const [low, high] = [one.value, other.value].sort((a, b) => a - b) as [number, number];
  const [a, b] = [timesOf(reading, one), timesOf(reading, other)];
  if ((one.grid || other.grid) && (high > farthestOfTable * low || !areOfOneDay(one, other))) return false;
  const pointed = isPointedAt(reading, other, one);
  const isOpening = isOpenedBy(reading, other, one);
  if (low < (pointed ? fewestPointed : fewest) || (!isOpening && a.length > 0 && b.length > 0 && !shareTime(a, b))) return false;
  const timed = isTimed(one, other);
  if (!timed && isThen(one) !== isThen(other)) return false;
  const isSame = areSame(one.states, other.states);
  if (low >= 2 * fewest && isSame && high <= (timed ? farthestTimed : farthestFar) * low) {
    if (!one.definite && !other.definite)
      return timed
        ? areSame(one.said, other.said) || (isPlain(one) && isPlain(other) && areSame(one.words, other.words))
        : one.states.size > 0 && areSame(one.said, other.said) && one.times.length + other.times.length === 0;
    if (other.states.size + other.words.size > 0 && areSame(one.words, other.words) && a.length + b.length > 0 && isWhole(one, other))
      return true;
  }
  if (
    isSame &&
    other.definite &&
    high <= farthestFar * low &&
    (timed || other.words.size >= fewestWords) &&
    isWithin(other.words, wordsOf(one.sentence.text)) &&
    isWithin(one.words, other.words)
  )
    return true;
  return (
    other.definite &&
    high <= (pointed ? farthestTimed : farthestNear) * low &&
    isWithin(other.words, new Set([...one.said, ...wordsOf(one.sentence.text), ...wordsOf(one.sentence.block.headings.at(-1) ?? "")])) &&
    (!one.definite || areSame(one.words, other.words)) &&
    (other.states.size === 0 || isSame || (pointed && isWithin(other.states, one.states))) &&
    isNext(reading, other, one)
  );
}

/** "At the end of the year" is the day that the document has most of its numbers of. */
function atTheEnd({ sentences }: Reading, one: Counted): Counted {
  if (one.times.length > 0 || !/\bat the (?:end|close) of the (?:year|period|quarter|half[- ]year)\b/iu.test(one.sentence.text)) return one;
  const days = sentences.flatMap(({ times }) => times).filter((time) => /^at \d/u.test(time));
  const [most, next] = [...Map.groupBy(days, (day) => day).values()].sort((a, b) => b.length - a.length);
  return most && most.length > (next?.length ?? 1) ? { ...one, times: most.slice(0, 1) } : one;
}

/** Two numbers of one group in a document, of which the second is heard of nowhere else. */
function report(reading: Reading): Finding[] {
  const all = [
    ...reading.sentences.flatMap(countedIn).map((one) => atTheEnd(reading, one)),
    ...reading.grids.flatMap((grid) => countedInTable(reading, grid)),
  ];
  return all.flatMap((later, at): Finding[] => {
    // Where the sentence over a table gives the number of its rows, their sum is judged as a sum.
    if (later.grid && rowsAgainstNumber(reading, later.grid).length > 0) return [];
    const earlier = all.slice(0, at).findLast((one) => one.value !== later.value && areOfOne(reading, one, later));
    if (
      !earlier ||
      (later.noun !== "" &&
        (prints(later, earlier) ||
          prints(earlier, later) ||
          isKnown(reading, later, earlier) ||
          ((later.definite || earlier.definite) && isMoved(reading, later, earlier))))
    )
      return [];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${earlier.printed}; ${later.printed}`,
      place: earlier.place === later.place ? later.place : `${earlier.place}; ${later.place}`,
      quote: earlier.quote === later.quote ? later.quote : `${earlier.quote} / ${later.quote}`,
      heading: later.grid
        ? `${earlier.printed} in ${earlier.grid ? "one table" : "the text"}, ${later.printed} in ${earlier.grid ? "another" : "the table"}`
        : `${earlier.printed} in one place, "${later.figure.text}" in another`,
      message: `${earlier.place} gives ${earlier.printed}, ${later.place} speaks of ${later.printed}, and no figure of the document makes that number.`,
    });
  });
}

export const twoCounts = perDocument("conflict", "Two numbers of one group in one document", report);
