import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { groupsIn, type Named } from "../../reading/groups-named.ts";
import { heardIn, isMade } from "../../reading/heard.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { stemsOf } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { statesIn } from "../../vocabulary/states.ts";
import { notAll, notYet, ofOthers, ofStay } from "../../vocabulary/restrictions.ts";

/** How many blocks after the first mention "the twelve posts" are still those posts. */
const near = 2;
/** Further apart than this, near or far from each other in the text, two numbers are of two things. */
const [farthestNear, farthestFar] = [1.4, 1.6];
/** The same, where each of them names the same time itself. */
const farthestTimed = 2;
const fewest = 5;

const grown = wordings`
  additional|extra|further|more(?! than)|added|increas\w+|gr[eo]w\w*|recruit\w*|new|restructur\w*|reduc\w+|deleted|cut|
  joined|became|another|also`;
/** The words of a mention make it one of some, of others or of what is to come. */
const narrower = wordings`
  boys|girls|males?|females?|aged|under (?:\d|five|the age)|over \d+|disab\w+|siblings?|ward|north|south|east|west|
  ${notAll}|${notYet}|${ofOthers}|awaiting|waiting|newly|only|at any|at some|some|others?|rest|remaining|average|
  between them`;

/** Those looked after for a year or more are some of those looked after: only where both are told so are the two one group. */
const stayed = wordings`${ofStay}`;
const isStay = ({ sentence, figure }: Named): boolean => stayed.test(sentence.text.slice(figure.end).split(/[,.;:(]/u)[0] ?? "");

const sameStates = (a: Named, b: Named): boolean => a.states.size === b.states.size && [...a.states].every((state) => b.states.has(state));

/** The times that a sentence names, by their dates or as "the previous twelve months". */
const namedIn = ({ periods }: Sentence): readonly string[] => [...new Set(periods.map(({ period }) => period))];

/** Times that a mention names, or its paragraph where its own sentence names none. */
function timesOf(reading: Reading, { sentence }: Named): readonly string[] {
  const own = namedIn(sentence);
  if (own.length > 0) return own;
  return [...new Set((reading.passages.find((passage) => passage.includes(sentence)) ?? []).flatMap(({ times }) => times))];
}

const isTimed = (a: Named, b: Named): boolean =>
  namedIn(a.sentence).length === 1 && namedIn(a.sentence).join() === namedIn(b.sentence).join();

/** Another sentence or a table gives the number too, of those who are what the mention says that they are. */
const isGiven = ({ sentences, grids }: Reading, { value, sentence, states }: Named): boolean =>
  sentences.some(
    (one) =>
      one !== sentence &&
      one.figures.some((figure) => [figure.value, figure.numerator, figure.denominator].includes(value)) &&
      [...statesIn(`${one.block.headings.at(-1) ?? ""} ${one.text}`).names].some((state) => states.has(state)),
  ) ||
  grids.some(
    ({ rows, caption, columns }) =>
      rows.some(({ cells }) => cells.some((cell) => cell.value === value)) &&
      [...statesIn([caption, ...columns, ...rows.map(({ label }) => label)].join(" ")).names].some((state) => states.has(state)),
  );

/** "All 45 of the children adopted last year" can be no others than the 54 who were. */
function isOfOne(reading: Reading, later: Named, earlier: Named): boolean {
  if (
    later.noun !== earlier.noun ||
    later.sentence === earlier.sentence ||
    [later, earlier].some(({ figure, told }) => figure.role !== "level" || narrower.test(told))
  )
    return false;
  if (isStay(later) !== isStay(earlier)) return false;
  const told = stemsOf(earlier.sentence.text, new Set());
  const [low, high] = [later.value, earlier.value].sort((a, b) => a - b) as [number, number];
  if (low < fewest || [...later.words].some((word) => !told.has(word))) return false;
  const [a, b] = [timesOf(reading, earlier), timesOf(reading, later)];
  if (a.length > 0 && b.length > 0 && !a.some((time) => b.includes(time))) return false;
  if (!isTimed(later, earlier) && (later.figure.when === "then") !== (earlier.figure.when === "then")) return false;
  const isKnown = (later.states.size > 0 || later.words.size > 1) && sameStates(later, earlier);
  const alike = later.states.size > 0 || [...later.words].every((word) => earlier.words.has(word));
  if (
    isKnown &&
    alike &&
    a.length + b.length > 0 &&
    high <= (isTimed(later, earlier) ? farthestTimed : farthestFar) * low &&
    low >= 2 * fewest
  )
    return true;
  return high <= farthestNear * low && (later.states.size === 0 || sameStates(later, earlier)) && isNext(reading, later, earlier);
}

/** Nothing between the two tells of others of the kind, or that there are more of them now. */
function isNext(reading: Reading, later: Named, earlier: Named): boolean {
  const apart = later.sentence.block.index - earlier.sentence.block.index;
  const between = reading.sentences.slice(reading.sentences.indexOf(earlier.sentence), reading.sentences.indexOf(later.sentence) + 1);
  if (apart < 0 || apart > near || between.length === 0 || later.sentence.block.headings.join() !== earlier.sentence.block.headings.join())
    return false;
  const text = [
    earlier.sentence.text.slice(earlier.figure.end),
    ...between.slice(1, -1).map((one) => one.text),
    later.sentence.text.slice(0, later.figure.start),
  ].join(" ");
  return !grown.test(text) && between.slice(1, -1).every((sentence) => groupsIn(sentence).every(({ noun }) => noun !== later.noun));
}

/** A number of a thing told of before, "the twelve posts", that nothing in the document has given, beside another that it has. */
function report(reading: Reading): Finding[] {
  const all = reading.sentences.flatMap(groupsIn);
  return all
    .filter(({ definite }) => definite)
    .flatMap((later): Finding[] => {
      const earlier = all.filter((one) => one.value !== later.value && isOfOne(reading, later, one)).at(-1);
      if (
        !earlier ||
        later.sentence.figures.some(({ value }) => value === earlier.value) ||
        (isTimed(later, earlier) ? isGiven(reading, later) : heardIn(reading, later.sentence).has(later.value)) ||
        isMade(reading, later.value, later.sentence, earlier.sentence)
      )
        return [];
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `${earlier.printed}; ${later.printed}`,
        place: `${earlier.sentence.place}; ${later.sentence.place}`,
        quote: `${earlier.sentence.text} / ${later.sentence.text}`,
        heading: `${earlier.printed} in one place, "${later.figure.text}" in another`,
        message: `${earlier.sentence.place} gives ${earlier.printed}, ${later.sentence.place} speaks of ${later.printed}, and no figure of the document makes that number.`,
      });
    });
}

export const unheardNumbers = perDocument("conflict", "A number of a known group that nothing else in the document gives", report);
