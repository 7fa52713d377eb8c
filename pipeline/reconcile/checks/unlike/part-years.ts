import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { clauseOf, type TextFigure } from "../../reading/figure.ts";
import {
  budgetKept,
  goalIn,
  isAmount,
  isForYear,
  isOfPart,
  isOfPartOrQuarter,
  namesTarget,
  yearlyGoals,
} from "../../reading/part-years.ts";
import { joinSentences, type Reading, type Sentence } from "../../reading/reading.ts";
import { carriesOn } from "../../vocabulary/comparison-words.ts";
import { allowsForRest, months, missed, partOrQuarter, spreadEvenly, wholeYearTarget } from "../../vocabulary/part-years.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { growsInTime } from "../../vocabulary/topics.ts";
import { partBesideWhole } from "./part-beside-whole.ts";
import { partYearFinding, partYearsInTable } from "./part-years-in-tables.ts";

/** "24 adopters, 80% of the year's target of 30" tells how far the year has come. */
const progress = /\{P\d+\} of (?:the|our|its) (?:[\w’']+ ){0,3}target\b|\bof (?:the|our) year['’]s target of \{/iu;
const fallsShort =
  /\b(?:below|behind|short of|shortfall|missed|missing|not (?:been )?(?:met|achieved|reached|hit|kept)|fail(?:ed|ure|s|ing)|under-?perform\w*|off target|worse|poor)\b/iu;
const rated = /\brated (?:as )?(?:red|amber)\b|\b(?:is|are|was|were) (?:red|amber)\b|\b(?:red|amber)-rated\b/iu;
const judged = new RegExp(
  `${fallsShort.source}|\\b(?:above|exceed\\w*|met|meets|achieved(?! (?:by|in|between|so far)\\b)|better|ahead|rated|red|amber|green|on target|under|within|inside|kept|beaten|outperform\\w*|less than|fewer than|f(?:ell|alls?|allen|alling) (?:\\w+ )?short|disappointing|compares? (?:\\w+ )?(?:well|badly|poorly|favourably|unfavourably))\\b`,
  "iu",
);
/** The words foresee the rest of the year, or are of another target. */
const foresees = pattern`
  \bprofiled?\b|\b(?:will|may|might) not (?:\w+ )?be (?:met|reached|achieved|hit)\b|\bunless\b|\b(?:last|previous) year
  ['’]s target\b|\b(?:cannot|can ?not|does not|too (?:early|soon)) (?:yet )?(?:to )?(?:compare|set|read|draw|show|say|tell|judge|know|be judged|be assessed)\b|\bcan only (?:then )?be\b|\bmust wait\b|\bearly days\b|\bpro rata\b|\b(?:months?|half[- ]year|quarter)(?:['’]s?)? share\b|
  \bon (?:track|course)\b|\bwill (?:only |then )?be (?:judged|assessed|measured|known|decided|reported|reviewed)\b|\bat (?:the )?year['’]?s?[- ]end\b|\bfalls? due\b|\b(?:to go|remaining|remain|remains? to)\b`;
/** Shares of what fell due, which are of one size whatever the stretch. */
const timely = wordings`(?:in|on) time|up to date|in date|timescales?|timely|within \d+`;
/** What should have been reached by now. */
const milestone = wordings`
  half of (?:the|it|that)|(?:half-?year|quarter|six[- ]month|nine[- ]month)(?:ly)? (?:target|goal|milestone|budget|plan|limit|ceiling|allowance|profile)|
  (?:expected|required|planned|budgeted|set|due|wanted|needed) (?:for|by|at|in|over) (?:the|this|that|these|those) (?:first |last )?(?:half|quarter|
  ${months}|point|stage)|${spreadEvenly}`;
const reached = wordings`met|passed|exceed\w*|reached|achieved|beaten|ahead|above`;
const profiled = new RegExp(`${foresees.source}|${milestone.source}`, "iu");

/** "At 30 September there were 142 homes": how many there are on a day does not grow to the end of a year. */
const stock = /\b(?:by|at) (?:the end of |30 |31 )?(?:june|september|december)(?: 20\d\d)?,? there (?:were|are)\b/iu;
/** Money that is to be spent, or to be there, by the end of the year. */
const supposed = wordings`forecast\w*|projected|predicted|estimated|outturn`;
/** A second count beside the target, which no difference explains, may be the one that is judged by it. */
const hasAnother = (sentence: Sentence, own: TextFigure, target: TextFigure): boolean =>
  sentence.figures.some(
    (figure) =>
      figure !== own &&
      figure !== target &&
      figure.measure === "number" &&
      figure.denominator === null &&
      figure.form !== "fraction" &&
      own.measure === "number" &&
      figure.value !== target.value - own.value &&
      figure.value !== own.value &&
      figure.value !== target.value &&
      figure.value < target.value &&
      figure.start > target.end &&
      figure.role === "level",
  );

const lastYear = /\b(?:last|previous|prior|preceding) year\b/iu;
/** "40 visits were made in 2023/24": of a whole year by the words of its own clause. */
const isOfYear = (sentence: Sentence, figure: TextFigure): boolean =>
  !partOrQuarter.test(clauseOf(sentence, figure)) &&
  sentence.periods.some(
    ({ period, relative, start, end }) =>
      !relative && /^\d{4}\/\d{2}$/.test(period) && start >= figure.clause.start && end <= figure.clause.end + 1,
  );
/** "Four short of the target", "a shortfall of four": how far, not how many. */
const isGap = ({ text }: Sentence, { start, end }: TextFigure): boolean =>
  /^ (?:\w+ )?(?:short|below|behind|under|fewer|less)\b/iu.test(text.slice(end)) ||
  /\b(?:shortfall|over-?spend(?:ing)?|under-?spend(?:ing)?|surplus|deficit|variance|saving|pressure) of (?:about |some |just |only )?$/iu.test(
    text.slice(0, start),
  );
/** An amount of part of a year in one sentence with that for all of it; `verdict` is what the next sentence says of the two. */
function inSentence(reading: Reading, sentence: Sentence, verdict = ""): Finding[] {
  if (profiled.test(sentence.text) || stock.test(sentence.text)) return [];
  if (progress.test(sentence.skeleton) && !fallsShort.test(sentence.text)) return [];
  const kept = budgetKept(sentence);
  const target = goalIn(sentence) ?? kept;
  const told = partOrQuarter.test(sentence.text) && wholeYearTarget.test(sentence.text);
  if (
    !told &&
    !(
      target &&
      (fallsShort.test(`${sentence.text} ${verdict}`) || rated.test(sentence.text) || target === kept) &&
      isOfPartOrQuarter(reading, sentence) &&
      (isForYear(reading, target) ||
        (wholeYearTarget.test(sentence.text) && isAmount(target)) ||
        (target === kept && target.measure === "number"))
    )
  )
    return [];
  const levels = sentence.figures.filter(
    (figure) => figure !== target && figure.role === "level" && figure.measure === target?.measure && !isOfYear(sentence, figure),
  );
  if (target?.measure === "gbp" && supposed.test(sentence.text)) return [];
  // "28 visits, 18 applications and 13 households, four short of 17": no number above the target falls short of it.
  const own = levels.find((figure) => figure.measure === "percent" || (figure.value < (target?.value ?? 0) && !isGap(sentence, figure)));
  if (!target || !own || hasAnother(sentence, own, target)) return [];
  if (own.measure === "percent" && timely.test(sentence.text)) return [];
  return oneFinding(reading, {
    // Set beside each other the two may only tell how far the year has come; a verdict takes them for one.
    kind: "period",
    // A share of those who were due is as high after half a year as after all of it; only what grows over a year falls short for now.
    severity: judged.test(`${sentence.text} ${verdict}`) && (own.measure !== "percent" || growsInTime(sentence.text)) ? "warning" : "note",
    stated: `${own.text}; target ${target.text}`,
    quote: sentence.text,
    place: sentence.place,
    heading: `${own.text} for part of a year against a target of ${target.text} for all of it`,
    message: `${own.text} covers part of the year, the target of ${target.text} all of it: the two cannot be set against each other.`,
  });
}

/** The same of a sentence, or of two of which the second carries on. */
function inPassage(reading: Reading, passage: readonly Sentence[], sentence: Sentence): Finding[] {
  if (saysNotAlike(reading, sentence.block)) return [];
  const next = passage[sentence.number + 1];
  // A milestone told behind a verdict is not what was judged, unless it was reached.
  const excused =
    next !== undefined &&
    (foresees.test(next.text) || (milestone.test(next.text) && (!fallsShort.test(sentence.text) || reached.test(next.text))));
  const found = excused ? [] : inSentence(reading, sentence);
  if (found.length > 0 || !next || sentence.figures.length + next.figures.length < 2) return found;
  if (profiled.test(next.text)) return [];
  // "20 were adopted, fewer than the 22 of last year. The target for the year is 41": judged by the other figure, not by the target.
  const levels = sentence.figures.filter(({ role }) => role === "level" || role === "earlier");
  if (levels.length > 1 && judged.test(sentence.text) && !namesTarget(sentence) && !judged.test(next.text)) return [];
  const behind = passage[next.number + 1];
  const verdict =
    behind !== undefined && behind.figures.length === 0 && fallsShort.test(behind.text) && !profiled.test(behind.text) ? behind.text : "";
  return fallsShort.test(sentence.text) || fallsShort.test(next.text) || carriesOn.test(next.text) || verdict !== ""
    ? inSentence(reading, joinSentences(reading, sentence, next), verdict)
    : [];
}

/** "At 11 of 24 the service has missed its target": what was reached in part of a year, judged by the number for all of it. */
function overSentences(reading: Reading, passage: readonly Sentence[], sentence: Sentence, targets: ReadonlySet<number>): Finding[] {
  const near = passage.slice(Math.max(0, sentence.number - 2), sentence.number + 1);
  if (
    !near.some(namesTarget) ||
    near.concat(passage[sentence.number + 1] ?? []).some(({ text }) => allowsForRest.test(text)) ||
    saysNotAlike(reading, sentence.block)
  )
    return [];
  if (lastYear.test(sentence.text)) return [];
  const shares = sentence.figures.filter(
    (figure) => figure.denominator !== null && figure.form !== "fraction" && targets.has(figure.denominator),
  );
  const counts = near.flatMap((each) => each.figures.filter(isAmount).map((figure) => ({ each, figure })));
  const goal = shares[0]?.denominator ?? counts.find(({ figure }) => targets.has(figure.value))?.figure.value;
  if (goal === undefined) return [];
  // "Missed the target by 13": how far it was missed by is not what was reached.
  const candidates = counts.filter(
    ({ each, figure }) =>
      figure.value < goal &&
      !/\b(?:by|short(?:fall)? of)\s$/iu.test(each.text.slice(0, figure.start)) &&
      !/^ (?:\w+ )?(?:short|below|behind|under|fewer)\b/iu.test(each.text.slice(figure.end)),
  );
  const inPart = (each: Sentence): boolean => isOfPart(reading, each);
  const found = candidates.find(({ each }) => inPart(each));
  // A count of its own in the sentence that judges is the one it judges.
  if (shares.length === 0 && candidates.some(({ each, figure }) => each === sentence && figure.value !== found?.figure.value)) return [];
  const reached = shares[0]?.numerator ?? found?.figure.value;
  if (reached === undefined || reached >= goal || !(shares.length > 0 ? near : [found?.each ?? sentence]).some(inPart)) return [];
  return [partYearFinding(reading, String(reached), String(goal), near.map(({ text }) => text).join(" "), sentence.place)];
}

export const partYears = perDocument("period", "An amount of part of a year judged by one for all of it", (reading) => {
  const targets = yearlyGoals(reading);
  return [
    ...reading.passages.flatMap((passage) =>
      passage.flatMap((sentence) => {
        const found = inPassage(reading, passage, sentence);
        return found.length > 0 || !missed.test(sentence.text) ? found : overSentences(reading, passage, sentence, targets);
      }),
    ),
    ...reading.grids.flatMap((grid) => [...partYearsInTable(reading, grid), ...partBesideWhole(reading, grid)]),
  ];
});
