import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { areOfOne } from "./one-group.ts";
import { flows, indexOf, isOpenedBy } from "./points-back.ts";
import { heardIn } from "../../reading/heard.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { countedIn, isTimed, type Counted } from "../../reading/tellings.ts";
import { countedInRows, countedInTable } from "../../reading/told-in-tables.ts";
import { areSame } from "../../vocabulary/names.ts";
import { statesIn } from "../../vocabulary/states.ts";
import { rowsAgainstNumber } from "../sums/rows-of-a-stated-number.ts";

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
/** How many sentences after the first number those who came or went may be told. */
const reach = 8;

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
    ...reading.grids.flatMap((grid) => [...countedInTable(reading, grid), ...countedInRows(reading, grid)]),
  ];
  return all.flatMap((later, at): Finding[] => {
    // Where the sentence over a table gives the number of its rows, their sum is judged as a sum.
    if (later.grid && !later.isRow && rowsAgainstNumber(reading, later.grid).length > 0) return [];
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
