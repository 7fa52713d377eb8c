import type { Finding } from "../../../model/finding.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { digitsOf } from "../../reading/figure.ts";
import { measuredIn, type Measured } from "../../reading/measured.ts";
import type { Reading } from "../../reading/reading.ts";
import { isOneTime, wordsOf } from "../../reading/tellings.ts";
import { areSame, stem, wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofThem, someOf } from "../../vocabulary/restrictions.ts";
import { narrower } from "../../vocabulary/telling-words.ts";

/** Further apart than this, in points or in proportion, two values are of two things. */
const [farthestPoints, farthest] = [20, 1.6];
/** Fewer words leave open what a figure is of, but for measures that one word names. */
const fewest = 2;
const sufficient = wordSet("attendance stability vacancy turnover caseload", stem);
const ofSome = wordings`${someOf}|${ofThem}|quarter|increase|decrease|rise|fall|change|difference|last|previous|earlier|before|ago|target`;
const general = wordings`headlines?|summary|key|overview|performance|introduction|highlights?|at a glance|results?|main|findings|messages?`;

/** The heading over a sentence says nothing that the sentence does not: no team, place or time of its own. */
function isPlainlyHeaded({ sentence, said }: Measured): boolean {
  const heading = sentence.block.headings.at(-1) ?? "";
  return heading === "" || general.test(heading) || [...wordsOf(heading)].some((word) => said.has(word));
}

/** Each names the same time, or neither names one and nothing else tells them apart; a measure known by one word has one value. */
function areOfOneTime(a: Measured, b: Measured): boolean {
  if (a.times.length > 1 || b.times.length > 1) return false;
  const [x, y] = [a.times[0], b.times[0]];
  if (x !== undefined && y !== undefined) return isOneTime(x, y);
  const isKnown = [...a.said].some((word) => sufficient.has(word));
  return (
    (isKnown || x === y) &&
    ((isPlainlyHeaded(a) && isPlainlyHeaded(b)) || a.sentence.block.headings.join() === b.sentence.block.headings.join())
  );
}

function areOfOne(a: Measured, b: Measured): boolean {
  const [low, high] = [a.figure.value, b.figure.value].sort((x, y) => x - y) as [number, number];
  const isFar = a.figure.measure === "percent" ? high - low > farthestPoints : high > farthest * low;
  return (
    a.figure.measure === b.figure.measure &&
    a.sentence !== b.sentence &&
    !isFar &&
    (a.said.size >= fewest || [...a.said].some((word) => sufficient.has(word))) &&
    areSame(a.said, b.said) &&
    areOfOneTime(a, b) &&
    [a, b].every(({ told }) => !narrower.test(told) && !ofSome.test(told)) &&
    !agreePrinted(digitsOf(a.figure), digitsOf(b.figure)) &&
    !a.sentence.figures.some(({ value }) => value === b.figure.value) &&
    !b.sentence.figures.some(({ value }) => value === a.figure.value)
  );
}

/** "88% of visits on time" among the headlines, "visits were on time in 84% of cases" below: one thing at one time, two values. */
function report(reading: Reading): Finding[] {
  const all = reading.sentences.flatMap(measuredIn);
  return all.flatMap((later, at): Finding[] => {
    const earlier = all.slice(0, at).find((one) => areOfOne(one, later));
    if (!earlier) return [];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${earlier.figure.text}; ${later.figure.text}`,
      place: `${earlier.sentence.place}; ${later.sentence.place}`,
      quote: `${earlier.sentence.text} / ${later.sentence.text}`,
      heading: `${earlier.figure.text} in one place, ${later.figure.text} in another`,
      message: `${earlier.sentence.place} and ${later.sentence.place} say the same with two values, ${earlier.figure.text} and ${later.figure.text}.`,
    });
  });
}

export const twoShares = perDocument("conflict", "Two values of one measure told in the text", report);
