import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { carriesOn } from "../../vocabulary/comparison-words.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { joinSentences, type Reading, type Sentence } from "../../reading/reading.ts";
import { partOrQuarter, wholeYearTarget } from "../../vocabulary/part-years.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** "24 adopters, 80% of the year's target of 30" tells how far the year has come. */
const progress = /\{P\d+\} of (?:the|our|its) (?:[\w’']+ ){0,3}target\b|\bof (?:the|our) year['’]s target of \{/iu;
const fallsShort = /\b(?:below|behind|short of|missed|missing|not met|failed|under-?perform\w*|off target|worse|poor)\b/iu;
const rated = /\brated (?:as )?(?:red|amber)\b|\b(?:is|are|was|were) (?:red|amber)\b|\b(?:red|amber)-rated\b/iu;
const judged = new RegExp(
  `${fallsShort.source}|\\b(?:above|exceed\\w*|met|meets|achieved|better|ahead|rated|red|amber|green|on target)\\b`,
  "iu",
);
/** The words foresee the rest of the year, or are of another target. */
const foresees = pattern`
  \bprofiled?\b|\b(?:will|may|might) not (?:\w+ )?be (?:met|reached|achieved|hit)\b|\bunless\b|\b(?:last|previous) year
  ['’]s target\b|\b(?:cannot|can ?not|does not|too (?:early|soon)) (?:yet )?(?:to )?(?:show|say|tell|judge|know|be judged|be assessed)\b|\bpro rata\b|\b(?:months?|half[- ]year|quarter)(?:['’]s?)? share\b|
  \bon (?:track|course)\b|\b(?:to go|remaining|remains? to)\b`;
/** Shares of what fell due, which are of one size whatever the stretch. */
const timely = wordings`(?:in|on) time|up to date|in date|timescales?|timely|within \d+`;
/** What should have been reached by now. */
const milestone = wordings`half of (?:the|it|that)|half-?year(?:ly)? (?:target|goal|milestone)`;
const reached = wordings`met|passed|exceed\w*|reached|achieved|beaten|ahead|above`;
const profiled = new RegExp(`${foresees.source}|${milestone.source}`, "iu");

/** "At 30 September there were 142 homes": how many there are on a day does not grow to the end of a year. */
const stock = /\b(?:by|at) (?:the end of |30 |31 )?(?:june|september|december)(?: 20\d\d)?,? there (?:were|are)\b/iu;
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

/** The lines over the text say that all of the report is of part of a year. */
const ofPart = (reading: Reading): boolean =>
  reading.source.blocks
    .slice(0, 6)
    .some(
      (block) =>
        block.table === null &&
        block.text.length < 160 &&
        /\b(?:six|nine|three|6|9|3)[- ]months?\b|\bhalf[- ]year(?:ly)?\b|\bmid-?year\b|\bquarter(?:ly)? (?:report )?[123]\b|\b1 april(?: 20\d\d)? (?:to|[-–]) (?:30 (?:june|september)|31 december)/iu.test(
          block.text,
        ),
    );

/** A target that a table or another sentence says is for the whole year. */
const isForYear = (reading: Reading, target: TextFigure): boolean =>
  reading.grids.some((grid) =>
    grid.rows.some((row) =>
      row.cells.some(
        (cell, at) =>
          new RegExp(`^${target.text.replace(/[^\d.]/g, "")}\\b`).test(cell.text) &&
          /\b(?:full|whole)[- ]year|\bannual|\b12[- ]month/iu.test(`${cell.text} ${grid.columns[at] ?? ""}`),
      ),
    ),
  ) ||
  reading.sentences.some(
    (sentence) =>
      wholeYearTarget.test(sentence.text) && sentence.figures.some((figure) => figure.value === target.value && figure.role === "target"),
  );

/** A figure for part of a year against a target for all of it. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  if (profiled.test(sentence.text) || stock.test(sentence.text)) return [];
  if (progress.test(sentence.skeleton) && !fallsShort.test(sentence.text)) return [];
  const target = sentence.figures.find((figure) => figure.role === "target");
  const told = partOrQuarter.test(sentence.text) && wholeYearTarget.test(sentence.text);
  if (
    !told &&
    !(
      target &&
      (fallsShort.test(sentence.text) || rated.test(sentence.text)) &&
      (partOrQuarter.test(sentence.text) || ofPart(reading)) &&
      isForYear(reading, target)
    )
  )
    return [];
  const own = sentence.figures.find((figure) => figure.role === "level" && figure.measure === target?.measure);
  if (!target || !own || hasAnother(sentence, own, target)) return [];
  if (own.measure === "percent" && timely.test(sentence.text)) return [];
  return oneFinding(reading, {
    // Set beside each other the two may only tell how far the year has come; a verdict takes them for one.
    kind: "period",
    // A share of those who were due is as high after half a year as after all of it; only what grows over a year falls short for now.
    severity: judged.test(sentence.text) && own.measure !== "percent" ? "warning" : "note",
    stated: `${own.text}; target ${target.text}`,
    quote: sentence.text,
    place: sentence.place,
    heading: `${own.text} for part of a year against a target of ${target.text} for all of it`,
    message: `${own.text} covers part of the year, the target of ${target.text} all of it: the two cannot be set against each other.`,
  });
}

export const partYearTargets = perSentence(
  "period",
  "A figure of part of a year against a target for all of it",
  (reading, sentence, passage) => {
    if (saysNotAlike(reading, sentence.block)) return [];
    const next = passage[sentence.number + 1];
    // A milestone told behind a verdict is not what was judged, unless it was reached.
    const excused =
      next !== undefined &&
      (foresees.test(next.text) || (milestone.test(next.text) && (!fallsShort.test(sentence.text) || reached.test(next.text))));
    const found = excused ? [] : report(reading, sentence);
    if (found.length > 0 || !next || sentence.figures.length + next.figures.length < 2) return found;
    if (profiled.test(next.text)) return [];
    return fallsShort.test(sentence.text) || fallsShort.test(next.text) || carriesOn.test(next.text)
      ? report(reading, joinSentences(reading, sentence, next))
      : [];
  },
);
