import type { Finding } from "../../../model/finding.ts";
import type { Observation } from "../../../model/observation.ts";
import { formatPeriod } from "../../../model/period.ts";
import { perDocument, type DocumentRows } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { digitsOf, isOwn, type TextFigure } from "../../reading/figure.ts";
import { isTotal } from "../../reading/lines.ts";
import { measuredIn } from "../../reading/measured.ts";
import { sharesIn } from "../../reading/prose-shares.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { agreePrinted, decimalsOf } from "../../numbers/rounding.ts";
import { wordsOf } from "../../reading/tellings.ts";
import { studied, tied } from "../../vocabulary/telling-words.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { longTerm, notAll, someOf } from "../../vocabulary/restrictions.ts";

/** Measures with one value for an authority at a time; others differ by team, school or post. */
const single =
  /^(?:health\.(?!initial_assessment_band)|care_leavers\.|placements\.|reviews\.|cp\.|cla\.(?!age_band|started|ceased|missing)|cin\.|sgo\.|education\.pep|workforce\.(?:vacancy|turnover|agency)|private_fostering\.|adoption\.share|fostering\.households)/;
/** Counts further apart than this are of different things, not one thing misprinted. */
const farthest = 2.2;
/** Percentages further apart than this, in points, are of different things. */
const farthestPoints = 20;
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
function isOfOne(reading: Reading, a: Stated, b: Stated): boolean {
  const [x, y] = [baseOf(reading, a), baseOf(reading, b)];
  return termOf(a) === termOf(b) && (x === null || y === null || Math.abs(x - y) <= nearBases * Math.max(x, y));
}

/** "14.5% of the 62 who were in work", "91% of children placed far away had been seen": a share of some of them. */
const ofSome = pattern`
  ^\s*(?:\([^()]*\)\s*)?of (?:these|those|them|whom|which|(?:the |our )?
  (?:\d+|children|young people|care leavers|plans|those)(?: \w+){0,2} (?:who|whom|that|placed|with|aged|in some|living))\b`;

const ofAge = /\b(?:aged?|ages) (?:between |from )?\w+(?: (?:to|and|or|-|–) \w+)?(?: (?:or|and) (?:over|older|under|above))?/giu;

type Stated = { observation: Observation; sentence: Sentence | null; printed: string };

const now = (observation: Observation): string => (observation.period === "" ? "at inspection" : observation.period);
/** Two periods that can be one: the same, or the present without a date beside the day it means. */
const sameTime = (a: Observation, b: Observation, newest: string): boolean =>
  now(a) === now(b) || (now(a) === "at inspection" && now(b) === newest) || (now(b) === "at inspection" && now(a) === newest);

function locate(reading: Reading, observation: Observation): Stated {
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

/** The figure is the authority's own level of the whole, not an earlier one, a target or a part. */
function isPlain(reading: Reading, { observation, sentence }: Stated): boolean {
  if (observation.method === "table") return !isPartRow(reading, observation.row);
  // The part that the observation is of restricts nothing further.
  const words = (observation.breakdown === "" ? sentence?.text : sentence?.text.replace(ofAge, ""))?.replace(longTerm, "");
  if (!sentence || restricted.test(words ?? "") || studied.test(sentence.text) || tied.test(sentence.text) || denied.test(sentence.text))
    return false;
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

function within(reading: Reading, input: DocumentRows): Finding[] {
  const own = input.observations.filter(
    (row) =>
      row.document === reading.source.document &&
      row.subject === "local" &&
      row.value !== null &&
      row.value_high === null &&
      row.method !== "derived" &&
      (row.confidence ?? 1) >= 0.6 &&
      row.review !== "rejected" &&
      single.test(row.indicator),
  );
  return [...Map.groupBy(own, (row) => [row.indicator, row.unit, row.breakdown].join("\u001f")).values()].flatMap((rows) => {
    const stated = rows.map((row) => locate(reading, row)).filter((one) => isPlain(reading, one));
    const newest =
      stated
        .map(({ observation }) => now(observation))
        .filter((period) => period !== "at inspection")
        .sort(byEnd(stated))
        .at(-1) ?? "";
    for (const [index, a] of stated.entries()) {
      for (const b of stated.slice(index + 1)) {
        if (a.observation.value === b.observation.value || !sameTime(a.observation, b.observation, newest)) continue;
        if (a.sentence !== null && a.sentence === b.sentence) continue;
        if (a.observation.method === "table" && b.observation.method === "table" && a.observation.table === b.observation.table) continue;
        if (
          stated.some(
            (other) =>
              other !== a &&
              other !== b &&
              other.observation.period === b.observation.period &&
              other.observation.value === a.observation.value &&
              other.observation.period !== "",
          )
        )
          continue;
        // "Dipped to 67% and then rose to 71%": the sentence prints both, each of its own time.
        if (prints(a, b) || prints(b, a) || !isOfOne(reading, a, b) || isOfRows(reading, a, b) || isOfRows(reading, b, a)) continue;
        if (tellsMore(input, a, b) || tellsMore(input, b, a)) continue;
        const found = conflict(reading, input, a, b);
        if (found) return [found];
      }
    }
    return [];
  });
}

/**
 * The sentence of a percentage says more of it than its measure does, and than the other: of one team, of those placed elsewhere,
 * of another limit. What is printed more precisely needs no words of its own.
 */
function tellsMore({ indicators }: DocumentRows, one: Stated, other: Stated): boolean {
  const [mine, theirs] = [one, other].map(({ sentence, observation }) =>
    sentence === null ? undefined : measuredIn(sentence).find(({ figure }) => figure.value === observation.value),
  );
  if (!mine || one.observation.unit !== "percent" || agreePrinted(one.printed, other.printed)) return false;
  const measure = wordsOf(JSON.stringify(indicators.find(({ id }) => id === one.observation.indicator) ?? ""));
  const known = theirs?.said ?? wordsOf([other.observation.table, other.observation.row, other.observation.column].join(" "));
  return [...mine.said].some((word) => !known.has(word) && !measure.has(word));
}

/** The value of the text is that of several rows of the table, or of a column of another thing: the row alone is not what it tells of. */
function isOfRows(reading: Reading, { observation: cell }: Stated, { observation: told }: Stated): boolean {
  if (cell.method !== "table" || told.method === "table" || cell.unit !== "count") return false;
  if (isOfAnother.test(cell.column) || ofTeams.test(cell.table)) return true;
  const grids = reading.grids.filter(({ rows, columns }) => rows.some(({ label }) => label === cell.row) && columns.includes(cell.column));
  return grids.some(({ rows, columns }) => {
    if (namesTeams.test(columns[0] ?? "")) return true;
    const values = rows.filter(({ label }) => !isTotal(label)).map(({ cells }) => cells[columns.indexOf(cell.column)]?.value ?? 0);
    return values.some((_, from) =>
      values.slice(from + 1).some((__, more) => values.slice(from, from + more + 2).reduce((sum, value) => sum + value, 0) === told.value),
    );
  });
}
/** A table of caseloads counts those whom a team works with, whatever the team is called. */
const ofTeams = wordings`caseloads?|(?:by|in each|per) (?:service|team)`;
/** Rows that are teams are called by what they do: "Children in care" has its cases, and not all children in care. */
const namesTeams =
  /^\W*(?:(?:social work|service|local|district) )?(?:team|service|unit|locality|hub|office|area|department|section|pod)s?(?: name)?\W*$/iu;
const isOfAnother = wordings`actions?|recommendations?|milestones?|risks?|audits?|workers?|fte|staff|posts?|caseloads?|cost|spend|budget|average|weeks?|days`;

/** The sentence of one prints the value of the other too. */
const prints = (one: Stated, other: Stated): boolean =>
  one.sentence?.figures.some((figure) => figure.value === other.observation.value && figure.measure !== "points") ?? false;

const byEnd =
  (stated: readonly Stated[]) =>
  (a: string, b: string): number => {
    const end = (period: string): string => stated.find(({ observation }) => observation.period === period)?.observation.period_end ?? "";
    return end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0;
  };

function conflict(reading: Reading, input: DocumentRows, a: Stated, b: Stated): Finding | null {
  const [low, high] = [a.observation.value ?? 0, b.observation.value ?? 0].sort((x, y) => x - y) as [number, number];
  if (a.observation.unit === "count" && high > farthest * low) return null;
  if (a.observation.unit === "percent" && (high - low > farthestPoints || high > farthest * low)) return null;
  const name = input.indicators.find((indicator) => indicator.id === a.observation.indicator)?.name ?? a.observation.indicator;
  const close = agreePrinted(a.printed, b.printed);
  // A whole number may stand for one with decimals, unless the figure beside it has decimals too.
  if (close && !besideDecimals(a) && !besideDecimals(b)) return null;
  const [x, y] = [print(a), print(b)];
  const [placeA, placeB] = [placeOf(a), placeOf(b)];
  if (placeA === placeB) return null;
  const period = now(a.observation);
  const when = period === "at inspection" ? "" : period.startsWith("at ") ? ` ${formatPeriod(period)}` : ` for ${formatPeriod(period)}`;
  return findingRow(reading, {
    kind: "conflict",
    severity: close ? "note" : "error",
    stated: `${x}; ${y}`,
    indicator: a.observation.indicator,
    place: `${placeA}; ${placeB}`,
    quote: `${a.observation.quote} / ${b.observation.quote}`,
    observations: [a.observation.observation_id, b.observation.observation_id],
    heading: `${name}: ${x} in one place, ${y} in another`,
    message: `${placeA} gives ${x}${when}, ${placeB} ${y}.${close ? " They can be one figure, printed with different precision." : " Only one of the two can be right."}`,
  });
}

const besideDecimals = ({ sentence, printed }: Stated): boolean =>
  decimalsOf(printed) === 0 && (sentence?.figures.some((figure) => figure.measure === "percent" && figure.decimals > 0) ?? false);
const print = ({ observation, printed }: Stated): string => `${printed}${observation.unit === "percent" ? "%" : ""}`;
const placeOf = ({ observation, sentence }: Stated): string =>
  sentence?.place ??
  [
    observation.page === null ? "" : `page ${observation.page}`,
    observation.table === "" ? "" : `table "${observation.table}"`,
    observation.row === "" ? "" : `row "${observation.row}"`,
    observation.column === "" ? "" : `column "${observation.column}"`,
  ]
    .filter((part) => part !== "")
    .join(", ");

export const conflicts = perDocument("conflict", "Two values of one measure in one document", within);
