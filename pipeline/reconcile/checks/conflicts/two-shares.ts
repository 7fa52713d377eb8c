import type { Finding } from "../../../model/finding.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding, twoValues } from "../../finding-row.ts";
import { digitsOf } from "../../reading/figure.ts";
import { measuredCells, type MeasuredCell } from "../../reading/measured-cells.ts";
import { measuredIn, type Measured } from "../../reading/measured.ts";
import type { Reading } from "../../reading/reading.ts";
import { endOf, isOneTime, wordsOf } from "../../reading/tellings.ts";
import { areSame, isWithin, stem, wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofThem, someOf } from "../../vocabulary/restrictions.ts";
import { narrower, tied } from "../../vocabulary/telling-words.ts";

/** Further apart than this, in points or in proportion, two values are of two things. */
const [farthestPoints, farthest] = [20, 1.6];
/** Fewer words leave open what a figure is of, but for measures that one word names. */
const fewest = 2;
const sufficient = wordSet("attendance stability vacancy turnover caseload rereferral resettled", stem);
const ofSome = wordings`${someOf}|${ofThem}|quarter|increase|decrease|rise|fall|change|difference|last|previous|earlier|before|ago|target`;
/** Both are of the same ages, as all that is said of them is the same. */
const ages = /\b(?:aged?|ages) (?:between |from )?\w+ (?:to|and|or|-|–) \w+\b/giu;
const general = wordings`headlines?|summary|key|overview|performance|introduction|highlights?|at a glance|results?|main|findings|messages?`;

/** The heading over a sentence says nothing that the sentence does not: no team, place or time of its own. */
export function isPlainlyHeaded({ sentence, said }: Measured): boolean {
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

/** A few words on a line of their own, or before the first sentence of a paragraph: "North team." */
function labelOver({ sentences }: Reading, { sentence }: Measured): string {
  const before = sentences[sentences.indexOf(sentence) - 1];
  const isLabel =
    before && before.figures.length === 0 && before.text.length < longestLabel && sentence.block.index - before.block.index < 2;
  return isLabel ? before.text : "";
}
const longestLabel = 40;
/** Under the headings or labels of two teams stand two averages, whatever time they are of. */
function areOfTwoSections(reading: Reading, a: Measured, b: Measured): boolean {
  const [x, y] = [labelOver(reading, a), labelOver(reading, b)];
  const areLabelled = x !== y && x !== "" && y !== "" && ![x, y].some((label) => general.test(label));
  const areHeaded = a.sentence.block.headings.join() !== b.sentence.block.headings.join() && !(isPlainlyHeaded(a) && isPlainlyHeaded(b));
  return a.figure.measure === "number" && (areLabelled || areHeaded);
}

/** Both say it, or neither: the amount of a budget, not what is to be. */
const budget = /\bbudget(?:s|ed)?\b/giu;
/** Beside other words these say whom reports on children in care are about. */
const common = wordSet("looked after", stem);
function ownWords(said: ReadonlySet<string>): ReadonlySet<string> {
  const own = new Set([...said].filter((word) => !common.has(word)));
  return own.size >= fewest ? own : said;
}

function areOfOne(reading: Reading, a: Measured, b: Measured): boolean {
  const [low, high] = [a.figure.value, b.figure.value].sort((x, y) => x - y) as [number, number];
  const isFar = a.figure.measure === "percent" ? high - low > farthestPoints : high > farthest * low;
  return (
    a.figure.measure === b.figure.measure &&
    a.sentence !== b.sentence &&
    !isFar &&
    !areOfTwoSections(reading, a, b) &&
    (a.said.size >= fewest || [...a.said].some((word) => sufficient.has(word))) &&
    areSame(ownWords(a.said), ownWords(b.said)) &&
    (a.limit === b.limit || a.limit === "" || b.limit === "") &&
    areOfOneTime(a, b) &&
    [a, b].map(({ told }) => told.replace(budget, " ")).every((told) => !narrower.test(told) && !ofSome.test(told.replace(ages, " "))) &&
    !agreePrinted(digitsOf(a.figure), digitsOf(b.figure)) &&
    !a.sentence.figures.some(({ value }) => value === b.figure.value) &&
    !b.sentence.figures.some(({ value }) => value === a.figure.value)
  );
}

/** Beside these, the words of the row and the headings over it, a sentence that has words of its own speaks of some. */
const neutral = wordSet("front door last care leaver leavers looked after eligible due", stem);
/** Whom a measure is of by its definition: a row need not say so. */
const standard = /\b(?:care leavers |young people )?aged 19 to 21\b|\bwho were due\b|\b(?:with)?in the last (?=\w+ (?:weeks|months)\b)/giu;
const ofOthers = wordings`planned|agreed|offered|each|both|about|around|nearly|almost|younger|older`;

/** A measure of a day stands in a table for the year that ends on it. */
const isOneEnd = (a: string, b: string): boolean => a === b || (a.startsWith("at ") !== b.startsWith("at ") && endOf(a) === endOf(b));

/** The row of a table that a sentence tells of, with another value. */
function cellOf({ figure, sentence, said, times, told }: Measured, cells: readonly MeasuredCell[]): MeasuredCell | undefined {
  const own = told.replace(standard, "");
  const words = wordsOf(own);
  // "In the last six months" is a part of what is measured.
  const [time, ...more] = times.filter((one) => /\d{4}/u.test(one));
  if (
    figure.measure !== "percent" ||
    time === undefined ||
    more.length > 0 ||
    sentence.subjects.length > 0 ||
    ofOthers.test(own) ||
    tied.test(sentence.text)
  )
    return undefined;
  const alike = cells
    .filter((one) => isWithin(one.said, said) && one.time !== null && isOneEnd(one.time, time))
    .sort((a, b) => b.said.size - a.said.size);
  const [first, second] = alike;
  if (!first || (second && second.grid === first.grid && second.said.size === first.said.size)) return undefined;
  const { cell, row, grid, around } = first;
  const extra = [...words].filter((word) => !first.said.has(word) && !around.has(word) && !neutral.has(word));
  const rest = own.replace(new RegExp(`\\b(?:${row.label.match(/[a-z]{3,}/giu)?.join("|")})\\b`, "giu"), "");
  const isElsewhere = grid.rows.some(
    ({ cells: others, label }) => others.some((one) => one.value === figure.value) || label.includes(figure.text),
  );
  const isFar = Math.abs(cell.value! - figure.value) > farthestPoints;
  const isPrinted = sentence.figures.some(({ value }) => value === cell.value);
  if (extra.length > 0 || narrower.test(rest) || ofSome.test(rest) || isElsewhere || isFar || isPrinted) return undefined;
  return agreePrinted(digitsOf(figure), cell.text.replace(/[^\d.]/gu, "")) ? undefined : first;
}

function againstCells(reading: Reading): Finding[] {
  const cells = reading.grids.flatMap(measuredCells);
  return reading.sentences.flatMap(measuredIn).flatMap((one): Finding[] => {
    const found = cellOf(one, cells);
    if (!found) return [];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${one.figure.text}; ${found.cell.text}`,
      place: `${one.sentence.place}; ${found.place}`,
      quote: `${one.sentence.text} / ${found.row.raw}`,
      heading: `${one.figure.text} in the text, ${found.cell.text} in the table`,
      message: `${one.sentence.place} gives ${one.figure.text} where the row "${found.row.label}" of the table has ${found.cell.text}.`,
    });
  });
}

/** "88% of visits on time" among the headlines, "visits were on time in 84% of cases" below: one thing at one time, two values. */
function report(reading: Reading): Finding[] {
  const all = reading.sentences.flatMap(measuredIn);
  return all.flatMap((later, at): Finding[] => {
    const earlier = all.slice(0, at).find((one) => areOfOne(reading, one, later));
    if (!earlier) return [];
    return twoValues(
      reading,
      earlier,
      later,
      `${earlier.sentence.place} and ${later.sentence.place} say the same with two values, ${earlier.figure.text} and ${later.figure.text}.`,
    );
  });
}

export const twoShares = perDocument("conflict", "Two values of one measure told in the text or in a table", (reading) => [
  ...report(reading),
  ...againstCells(reading),
]);
