import type { Finding } from "../../../model/finding.ts";
import type { Observation } from "../../../model/observation.ts";
import { formatPeriod } from "../../../model/period.ts";
import { perDocument, type DocumentRows } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { isTotal } from "../../reading/lines.ts";
import { measuredIn } from "../../reading/measured.ts";
import type { Reading } from "../../reading/reading.ts";
import { agreePrinted, decimalsOf } from "../../numbers/rounding.ts";
import { wordsOf } from "../../reading/tellings.ts";
import { stem, wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { areRestrictedAlike, isOfOne, isPlain, locate, now, sameTime, type Stated } from "./stated.ts";

/** Measures with one value for an authority at a time; others differ by team, school or post. */
const single =
  /^(?:health\.(?!initial_assessment_band)|care_leavers\.|placements\.|reviews\.|cp\.|cla\.(?!age_band|started|ceased|missing)|cin\.|sgo\.|education\.(?:pep|attendance)|workforce\.(?:vacancy|turnover|agency|stability)|private_fostering\.|adoption\.share|fostering\.households)/;
/** Counts further apart than this are of different things, not one thing misprinted. */
const farthest = 2.2;
/** Percentages further apart than this, in points, are of different things. */
const farthestPoints = 20;

/** Whom a measure is of by its definition is no part of them: "under 16" of long-term stability. */
function partOf({ indicators }: DocumentRows, { indicator, breakdown }: Observation): string {
  const counted = indicators.find(({ id }) => id === indicator)?.counted ?? "";
  return counted.toLowerCase().includes(breakdown.toLowerCase()) && !/\b(?:aged|\d+ to)\b/u.test(breakdown) ? "" : breakdown;
}

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
  return [...Map.groupBy(own, (row) => [row.indicator, row.unit, partOf(input, row)].join("\u001f")).values()].flatMap((rows) => {
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
        if (a.sentence !== null && (a.sentence === b.sentence || areOfTwoTimes(a, b))) continue;
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
        if (
          prints(a, b) ||
          prints(b, a) ||
          !isOfOne(reading, a, b) ||
          !areRestrictedAlike(a, b) ||
          isOfRows(reading, a, b) ||
          isOfRows(reading, b, a)
        )
          continue;
        if (tellsMore(input, a, b) || tellsMore(input, b, a)) continue;
        const found = conflict(reading, input, a, b);
        if (found) return [found];
      }
    }
    return [];
  });
}

/** "874 in 2019/20, and 841 were in time" beside "In 2018/19 there were 902 reviews and 871 were in time": each sentence names one time, and not the same. */
const areOfTwoTimes = (a: Stated, b: Stated): boolean =>
  a.sentence?.times.length === 1 && b.sentence?.times.length === 1 && a.sentence.times[0] !== b.sentence.times[0];

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
  return [...mine.said].some((word) => !known.has(word) && !measure.has(word) && !neutral.has(word));
}

/** Words that narrow none of these measures. */
const neutral = wordSet("look after care child saw", stem);

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
