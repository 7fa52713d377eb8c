import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { misprintedAverage, printAverage } from "../../finding-row.ts";
import { agreement } from "../../numbers/rounding.ts";
import { isTime, type Grid } from "../../reading/grid.ts";
import { isNoSum, isTotal, turn, type Line } from "../../reading/lines.ts";
import { figureAt, isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { wordsOf } from "../../reading/tellings.ts";
import { stem, wordSet } from "../../vocabulary/names.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { before, notYet, ofOthers } from "../../vocabulary/restrictions.ts";

const between = String.raw`(?:[^{}.;]|\{D\d+\}){0,60}?`;
/** "The monthly average over the three months was 26.3", "an average of 26.3 a month", "each month averaged 26.3". */
const told = pattern`
  \b(?<unit>month|quarter|week)ly (?:average|mean)\b${between} \{C(?<at>\d+)\}|
  \b(?:averag(?:e|es|ed|ing)|mean)\b${between} \{C(?<of>\d+)\}(?: [\p{L}’'-]+){0,3} (?:an?|per|each|every) (?<each>month|quarter|week)\b|
  \b(?:average|mean)(?: number| figure)? (?:for|per|of|over|in) (?:an?|each|every|the)? ?(?<per>month|quarter|week)s?\b${between} \{C(?<last>\d+)\}|
  \b(?:an average|the average|each|a typical) (?<one>month|quarter|week) (?:averaged|saw|brought|had|has) \{C(?<seen>\d+)\}`;
/** Of others, of another time, of what is hoped for, or of some of the rows. */
const ofElse = wordings`${ofOthers}|${before}|${notYet}|excluding|leaving out|without|apart from|last|first|since|rolling|moving|weighted|working|median`;

const isOfUnit: Readonly<Record<string, RegExp>> = {
  month: /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu,
  quarter: /^q(?:uarter|tr)? ?(?:[1-4]|one|two|three|four)\b/iu,
  week: /^(?:week (?:\d|ending|commencing|beginning)|w\/[ce])/iu,
};
/** Words that say no more of the numbers than that they are averaged. */
const neutral = wordSet(
  "average averages averaged averaging mean month months monthly quarter quarters quarterly week weeks weekly period figure figures number these this that which over works out comes all both area areas total overall together makes there were was saw",
  stem,
);

/** How far from its table a sentence may stand, in blocks; further off than this, an average is of something else. */
const [reach, farthest, fewest] = [2, 1.6, 2];

type Series = { name: string; values: readonly number[] };

/** The numbers of each line of a table over its months, where these and their total are all that it lists. */
function seriesOf(grid: Grid, unit: string): Series[] {
  const isUnit = (name: string): boolean => isTime(name) && (isOfUnit[unit]?.test(name.trim()) ?? false);
  return [true, false].flatMap((byRow) => {
    const { lines, names } = turn(grid, byRow);
    const at = names.flatMap((name, place) => (isUnit(name) ? [place] : []));
    // What stands beside the months is their sum.
    if (at.length < fewest || names.some((name, place) => !at.includes(place) && !isTotal(name) && place < at.at(-1)!)) return [];
    return lines.flatMap((line: Line) => {
      const cells = at.map((place) => line.cells[place]);
      const isCounted = cells.every((cell) => cell?.unit === "count" && cell.value !== null && cell.decimals === 0);
      return isCounted && !isNoSum(line.name) ? [{ name: line.name, values: cells.map((cell) => cell?.value ?? 0) }] : [];
    });
  });
}

function report(reading: Reading, sentence: Sentence): Finding[] {
  const groups = told.exec(sentence.skeleton)?.groups;
  const at = groups?.["at"] ?? groups?.["of"] ?? groups?.["last"] ?? groups?.["seen"];
  const unit = (groups?.["unit"] ?? groups?.["each"] ?? groups?.["per"] ?? groups?.["one"] ?? "").toLowerCase();
  const figure = at === undefined ? null : figureAt(sentence, at);
  if (!figure || figure.role !== "level" || figure.qualifier !== "exact" || figure.valueHigh !== null || ofElse.test(sentence.text))
    return [];
  // Another number beside it may be what it is of.
  if (sentence.figures.some((one) => one !== figure && !["months", "weeks", "years"].includes(one.measure))) return [];
  const near = reading.grids.filter((grid) => isNear(grid, sentence, reach) && seriesOf(grid, unit).length > 0);
  const series = near[0] ? seriesOf(near[0], unit) : [];
  const mean = ({ values }: Series): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const whole = series.length === 1 ? series[0] : series.find(({ name }) => isTotal(name));
  if (!whole || near.length > 1 || series.some((one) => agreement(mean(one), figure.value, figure.decimals) !== "wrong")) return [];
  const { caption = "" } = near[0]?.block.table ?? {};
  const named = wordsOf([caption, ...sentence.block.headings, ...(near[0]?.columns ?? []), whole.name].join(" "));
  if ([...wordsOf(sentence.text)].some((word) => !/^\d/u.test(word) && !named.has(word) && !neutral.has(word))) return [];
  const isOver = sentence.figures.every((one) => one === figure || one.value === whole.values.length);
  const exact = mean(whole);
  if (!isOver || exact > farthest * figure.value || figure.value > farthest * exact) return [];
  return misprintedAverage(reading, {
    stated: figure.text,
    expected: printAverage(exact, figure),
    of: `${whole.values.reduce((sum, value) => sum + value, 0)} over ${whole.values.length} ${unit}s`,
    quote: sentence.text,
    place: sentence.place,
  });
}

export const averagesOfTimes = perSentence("arithmetic", "An average a month against the months of its table", report);
