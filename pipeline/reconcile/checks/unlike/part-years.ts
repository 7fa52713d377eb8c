import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { figureAt, readSentence, type Reading, type Sentence } from "../../reading/reading.ts";

const part = /\b(?:(?:first|last|these|past|in) (?:three|six|nine|3|6|9) months|first (?:quarter|half)|half[- ]year|so far this year|year to date|(?:in |for )?(?:the|this) quarter(?:['’]s)?|in (?:quarter [1-4]|q[1-4])|between april and (?:june|september|december)|(?:from )?april to (?:june|september|december))\b/iu;
const whole = /\b(?:the whole (?:of (?:the year |last year|20\d\d)|year)|all of (?:last year|20\d\d)|full[- ]year|the (?:annual|year's) (?:total|number|figure|promise|commitment|goal)|throughout (?:last year|20\d\d))/iu;
const concluded = /\b(?:halved|doubled|fallen|falling|dropped|dropping|risen|rising|reduced|reduction|decreas\w+|increas\w+|fewer|declin\w+|improv\w+|(?:well|far|much) below|(?:falling|fallen) behind|down on|gone (?:up|down)|(?:has|have|had|was|were) (?:therefore |thus )?(?:been )?(?:missed|broken|failed|not (?:been )?(?:met|kept|reached|achieved)))\b/iu;
const allowed = /\b(?:on (?:track|course)|pro rata|(?<!(?:first|second) )half of the|if (?:this|the)|would be|projected|forecast|annualised|profile|same (?:period|months|point|half|quarter)|to go|remain\w*|still to come|second half|half-?way|not yet)\b/iu;

/** "61 in the first six months … 118 in the whole of 2022/23, demand has almost halved": unlike stretches of time. */
function report(reading: Reading, passage: readonly Sentence[], sentence: Sentence): Finding[] {
  const before = passage[sentence.number - 1];
  const texts = whole.test(sentence.text) && concluded.test(sentence.text) ? (part.test(sentence.text) ? [sentence.text] : before && part.test(before.text) ? [before.text, sentence.text] : []) : [];
  if (texts.length === 0 || texts.some((text) => allowed.test(text))) return [];
  const both = readSentence(texts.join(" "), sentence.block, sentence.number, reading.dates);
  const all = [...both.skeleton.matchAll(/\{C(\d+)\}/g)].map((match) => figureAt(both, match[1]!)).filter((figure) => figure.denominator === null);
  // "13 short of the annual figure of 24" after 11: how far apart the two are is no third count.
  const counts = all.length === 3 && all[0] && all[1] && all[2] && all[0].value + all[1].value === all[2].value ? [all[0], all[2]] : all;
  const [a, b] = counts;
  if (counts.length !== 2 || !a || !b) return [];
  return [findingRow(reading, {
    kind: "period", severity: "warning", stated: `${a.text}; ${b.text}`, quote: both.text, place: sentence.place,
    heading: `${a.text} and ${b.text} are of a part of a year and of all of it`,
    message: `One of ${a.text} and ${b.text} covers part of a year, the other all of it: the change between them is one of time.`,
  })];
}

const against = /\b(?:at|with) \{C(\d+)\}(?: \w+)? (?:against|compared with|set against) (?:the |a target of |a )?\{C(\d+)\}/iu;
const verdict = /\b(?:(?:well|far|a long way|some way|falling|fallen|is|are) (?:behind|short|below|off)|rated (?:as )?(?:red|amber)|(?:is|are) (?:red|amber)|underperform\w*|has (?:been )?(?:missed|failed))\b/iu;
const yearly = /\b(?:annual|yearly|full[- ]year|whole (?:of the )?year|year as a whole|20\d\d(?:[/-]\d\d)? as a whole|for the (?:whole )?year)\b/iu;

/** "The target for the year as a whole is 34. Between April and September 16 were approved. At 16 against 34 we are well behind". */
function judged(reading: Reading, passage: readonly Sentence[], sentence: Sentence): Finding[] {
  const match = against.exec(sentence.skeleton);
  if (!match || !verdict.test(sentence.text)) return [];
  const [made, target] = [figureAt(sentence, match[1]!), figureAt(sentence, match[2]!)];
  const before = passage.slice(Math.max(0, sentence.number - 3), sentence.number);
  const has = (other: Sentence, value: number): boolean => other.figures.some((figure) => figure.value === value && figure.measure === "number");
  const set = before.find((other) => /\btargets?\b/iu.test(other.text) && yearly.test(other.text) && has(other, target.value));
  const counted = before.find((other) => part.test(other.text) && has(other, made.value));
  if (!set || !counted || made.value >= target.value || [...before, sentence].some(({ text }) => allowed.test(text))) return [];
  return [findingRow(reading, {
    kind: "period", severity: "warning", stated: `${made.text}; ${target.text}`, quote: [...before.slice(before.indexOf(set.number < counted.number ? set : counted)), sentence].map(({ text }) => text).join(" "), place: sentence.place,
    heading: `${made.text} in part of a year judged against ${target.text} for all of it`,
    message: `${made.text} covers part of a year, the target of ${target.text} all of it: the one cannot be judged by the other.`,
  })];
}

export const partYears = perSentence("period", "A count of part of a year set against that of a whole one", (reading, sentence, passage) => [...report(reading, passage, sentence), ...judged(reading, passage, sentence)]);
