import type { Finding } from "../../../model/finding.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { perDocument } from "../../check.ts";
import { twoValues } from "../../finding-row.ts";
import { digitsOf } from "../../reading/figure.ts";
import { measuredIn, type Measured } from "../../reading/measured.ts";
import type { Reading } from "../../reading/reading.ts";
import { nameOfLevel } from "../../reading/statement.ts";
import { isOneTime } from "../../reading/tellings.ts";
import { isWithin, stem, wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofThem, someOf } from "../../vocabulary/restrictions.ts";
import { narrower } from "../../vocabulary/telling-words.ts";
import { isPlainlyHeaded } from "./two-shares.ts";
import { topicOf } from "../../vocabulary/topics.ts";

/** Further apart than this, in points or in proportion, two values are of two things. */
const [farthestPoints, farthest] = [20, 1.6];
/** Words that the first telling may have beyond those of the name: who they are, far away for "the" level, near for "a" level. */
const [mostFar, mostNear] = [4, 3];
/** How many sentences on "a repeat rate of 20%" still speaks of the repeat plans told of. */
const reach = 2;
const sufficient = wordSet("caseload turnover attendance stability vacancy rereferral grant overspend underspend", stem);
const wide = /^(?:completion on time|assessments|visits|reviews|adoption|waiting)$/u;
/** "A turnover of 17.5% is the national average": what it is by definition, and no level of ours. */
const isStandard =
  /^[^.;]*?\b(?:is|are|was|were|been|as) (?:the |an? |our )?(?:\w+ )?(?:target|limit|threshold|forecast|expected|planned|budgeted|national|regional|average|maximum|norm|aim|standard|goal)\b/iu;
const ofOther = wordings`
  target|limit|threshold|maximum|ceiling|planned|expected|forecast|budgeted|aim|goal|would|could|should|any|if|or (?:more|less|above|below)|
  last|previous|earlier|before|ago|since|change|increase|decrease|england|national\w*|region\w*|neighbours?|similar|comparators?|second|third`;
const ofSome = wordings`${someOf}|${ofThem}`;

const topicName = (text: string): string => topicOf(text)?.name ?? "";

/** "An average caseload of 15 at the end of March", then "the average caseload of 21 at the end of March": a level told, and told again by its name. */
function isAgain(reading: Reading, one: Measured, again: Measured): boolean {
  const name = nameOfLevel(again.sentence, again.figure);
  const [low, high] = [one.figure.value, again.figure.value].sort((a, b) => a - b) as [number, number];
  if (name === "" || one.sentence === again.sentence || one.figure.measure !== again.figure.measure || high > farthest * low) return false;
  if ((one.figure.measure === "percent" && high - low > farthestPoints) || agreePrinted(digitsOf(one.figure), digitsOf(again.figure)))
    return false;
  const [from, to] = [one, again].map(({ sentence }) => reading.sentences.indexOf(sentence)) as [number, number];
  const isNear = to > from && to - from <= reach && one.sentence.block === again.sentence.block;
  const [a, b] = [one.times, again.times];
  const isTimed = a.length === 1 && b.length === 1 && isOneTime(a[0]!, b[0]!);
  if (!isTimed && !(isNear && a.length + b.length === 0)) return false;
  const isThe = /^(?:the|that|this|our)\b/iu.test(name);
  const more = [...one.said].filter((word) => !again.said.has(word)).length;
  const topic = topicName(again.told);
  const isKnown = [...again.said].some((word) => sufficient.has(word)) || (topic !== "" && !wide.test(topic));
  return (
    to > from &&
    isKnown &&
    topic === topicName(one.told) &&
    again.said.size > 0 &&
    isWithin(again.said, one.said) &&
    more <= (isThe ? mostFar : isNear ? mostNear : 0) &&
    (isPlainlyHeaded(one) || one.sentence.block.headings.join() === again.sentence.block.headings.join()) &&
    !isStandard.test(again.sentence.text.slice(again.figure.end)) &&
    [one.told, again.told].every((told) => !narrower.test(told) && !ofOther.test(told)) &&
    !ofSome.test(again.told.replace(/\bcaseloads?\b/giu, "")) &&
    !one.sentence.figures.some(({ value }) => value === again.figure.value) &&
    !again.sentence.figures.some(({ value }) => value === one.figure.value)
  );
}

/** The value told again is told elsewhere too, or more than one value may be meant. */
const isElsewhere = (reading: Reading, again: Measured, all: readonly Measured[], ones: readonly Measured[]): boolean =>
  new Set(ones.map(({ figure }) => figure.value)).size > 1 ||
  all.some(
    ({ figure, sentence }) => sentence !== again.sentence && figure.value === again.figure.value && figure.measure === again.figure.measure,
  ) ||
  reading.sentences.some(({ figures }) =>
    figures.some((figure) => figure !== again.figure && figure.value === again.figure.value && figure.measure === again.figure.measure),
  ) ||
  reading.grids.some(({ rows }) => rows.some(({ cells }) => cells.some(({ value }) => value === again.figure.value)));

function report(reading: Reading): Finding[] {
  const all = reading.sentences.flatMap(measuredIn);
  return all.flatMap((again): Finding[] => {
    const ones = all.filter((one) => isAgain(reading, one, again));
    const [one] = ones;
    if (!one || isElsewhere(reading, again, all, ones)) return [];
    return twoValues(
      reading,
      one,
      again,
      `${one.sentence.place} gives ${one.figure.text}, ${again.sentence.place} speaks of ${nameOfLevel(again.sentence, again.figure).trim()} ${again.figure.text}.`,
    );
  });
}

export const levelsNamedAgain = perDocument("conflict", "A level told, and told again by its name with another value", report);
