import type { Observation } from "../../../model/observation.ts";
import { clauseOf, digitsOf, isOwn, type TextFigure } from "../../reading/figure.ts";
import { sharesIn } from "../../reading/prose-shares.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { studied, tied } from "../../vocabulary/telling-words.ts";
import { areSame } from "../../vocabulary/names.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { before, longTerm, notAll, ofStay, someOf } from "../../vocabulary/restrictions.ts";

const restricted = wordings`
  ${someOf}|new|${notAll}|of these|of those|of whom|of which|
  (?:younger|older|other|first|second|each|either) (?:age )?group|placed (?:out|in|outside)|in (?:foster|residential|kinship) (?:homes?|care)|in children['’]s homes|out of area|school|year \d|
  key stage|quarter|granted|became|becoming|(?:is|are|were|was) (?:left out|excluded|not counted|set aside)|leaving out`;

/** "37.2% were known not to be in work": of those who are not what the measure counts. */
const denied = /\b(?:known|found|reported|believed|thought) not to (?:be|have)\b/iu;

/** Terms are counted one by one and together; the word of a sentence or row for one of them, "" for none. */
const termOf = ({ observation, sentence }: Stated): string =>
  /\b(?:autumn|spring|summer)\b/iu.exec(sentence?.text ?? observation.row)?.[0].toLowerCase() ?? "";

/** Bases further apart than this, as a part of the larger, are of different people. */
const nearBases = 0.05;
/** How many a percentage is of, by the counts that its words tie to it; null when they tell none. */
function baseOf(reading: Reading, { observation, sentence }: Stated): number | null {
  const passage = sentence === null ? undefined : reading.passages.find((one) => one.includes(sentence));
  if (!passage || observation.unit !== "percent") return null;
  const { stated, loose } = sharesIn(passage);
  const isIt = ({ percent, sentence: of }: { percent: TextFigure; sentence: Sentence }): boolean =>
    of === sentence && percent.value === observation.value;
  const pair = loose.find(isIt);
  return stated.find(isIt)?.of ?? (pair && pair.percent.value > 0 ? (100 * pair.count.value) / pair.percent.value : null);
}

/** Neither figure is of a term, or of people, that the other is not of. */
export function isOfOne(reading: Reading, a: Stated, b: Stated): boolean {
  const [x, y] = [baseOf(reading, a), baseOf(reading, b)];
  return termOf(a) === termOf(b) && (x === null || y === null || Math.abs(x - y) <= nearBases * Math.max(x, y));
}

/** "14.5% of the 62 who were in work", "91% of children placed far away had been seen": a share of some of them. */
const ofSome = pattern`
  ^\s*(?:\([^()]*\)\s*)?of (?:these|those|them|whom|which|(?:the |our )?
  (?:\d+|children|young people|care leavers|plans|those)(?: \w+){0,2} (?:who|whom|that|placed|with|aged|in some|living))\b`;

const ofAge = /\b(?:aged?|ages) (?:between |from )?\w+(?: (?:to|and|or|-|–) \w+)?(?: (?:or|and) (?:over|older|under|above))?/giu;

export type Stated = { observation: Observation; sentence: Sentence | null; printed: string };

export const now = (observation: Observation): string => (observation.period === "" ? "at inspection" : observation.period);
/** Two periods that can be one: the same, or the present without a date beside the day it means. */
export const sameTime = (a: Observation, b: Observation, newest: string): boolean =>
  now(a) === now(b) || (now(a) === "at inspection" && now(b) === newest) || (now(b) === "at inspection" && now(a) === newest);

export function locate(reading: Reading, observation: Observation): Stated {
  const sentence =
    observation.method === "table"
      ? null
      : (reading.sentences.find((one) => one.text.includes(observation.quote) || observation.quote.includes(one.text)) ?? null);
  const figure = sentence?.figures.find((one) => one.value === observation.value);
  const digits = figure?.denominator === null && figure.form === "digits" ? digitsOf(figure) : "";
  return { observation, sentence, printed: digits === "" ? String(observation.value) : digits };
}

/** "Out of county, foster care" beside "Out of county, other": each row is a part of what their first words name. */
function isPartRow(reading: Reading, row: string): boolean {
  const [head = "", ...rest] = row.split(/,\s|:\s|\s[-–]\s|\s\(/u);
  if (/\bof (?:which|whom|these|those)\b/iu.test(row)) return true;
  return (
    rest.length > 0 &&
    reading.grids.some(
      (grid) =>
        grid.rows.some(({ label }) => label === row) &&
        grid.rows.some(({ label }) => label !== row && label.toLowerCase().startsWith(head.toLowerCase())),
    )
  );
}

/** What restricts those whom a sentence tells of; the part that the observation is of restricts nothing further. */
function restrictionsOf({ observation, sentence }: Stated): Set<string> {
  const words = (observation.breakdown === "" ? sentence?.text : sentence?.text.replace(ofAge, ""))?.replace(longTerm, "");
  return new Set((words ?? "").toLowerCase().match(everyRestriction));
}
const everyRestriction = new RegExp(restricted.source, "giu");
const ofTeams = /^(?:teams?|locality)$/u;

/** Neither sentence restricts whom it tells of, or both do by naming the same teams. */
export function areRestrictedAlike(a: Stated, b: Stated): boolean {
  const [x, y] = [restrictionsOf(a), restrictionsOf(b)];
  return areSame(x, y) && [...x].every((word) => ofTeams.test(word));
}

/** "A year earlier": a column of another time than that of the paper, which names none. */
const ofBefore = wordings`${before}|(?:earlier|prior|preceding|previous) (?:year|quarter|period)`;

/** "293 children looked after for at least a year": some of all who are. */
const stayed = wordings`${ofStay}`;

/** The figure is the authority's own level of the whole, not an earlier one, a target or a part. */
export function isPlain(reading: Reading, { observation, sentence }: Stated): boolean {
  if (observation.method === "table") return !isPartRow(reading, observation.row) && !ofBefore.test(observation.column);
  if (!sentence || studied.test(sentence.text) || tied.test(sentence.text) || denied.test(sentence.text)) return false;
  const figure = sentence.figures.find((one) => one.value === observation.value);
  // "Against 15.9% in England, and the vacancy rate 14.0% against 18.9%": what stands behind the second "against" is of the same others.
  if (
    figure &&
    sentence.subjects.some(({ subject }) => subject !== "target") &&
    /\b(?:against|compared (?:with|to)|versus)\s+$/iu.test(sentence.text.slice(0, figure.start))
  )
    return false;
  return (
    figure !== undefined &&
    !/^ cases\b/iu.test(sentence.text.slice(figure.end)) &&
    !(figure.measure === "number" && stayed.test(clauseOf(sentence, figure))) &&
    !ofSome.test(observation.breakdown === "" ? sentence.text.slice(figure.end) : sentence.text.slice(figure.end).replace(ofAge, "")) &&
    figure.denominator === null &&
    figure.qualifier !== "over" &&
    figure.qualifier !== "under" &&
    isOwn(figure) &&
    !isEarlier(sentence, figure.start)
  );
}

const yearBefore = wordings`
  (?:a|one|the) year (?:earlier|before|ago)|twelve months (?:earlier|before|ago)|last (?:year|quarter|month)|
  (?:the )?previous (?:year|quarter|month)`;

/** "From 74.2%", "compared with 139", "had been": the value before, unless a date beside it says which. */
const isEarlier = (sentence: Sentence, at: number): boolean =>
  /\b(?:from|compared (?:with|to)|previously|had been|than)\s+(?:\w+\s){0,2}$/iu.test(sentence.text.slice(0, at)) ||
  /\bhad been\b/iu.test(sentence.text.slice(0, at)) ||
  yearBefore.test(sentence.text.slice(Math.max(0, at - 70), at)) ||
  new RegExp(`^[^,.;]{0,12}${yearBefore.source}`, "iu").test(sentence.text.slice(at + 4));
