import { actionRef, type Action } from "../model/action.ts";
import { formatDate, parsePeriod } from "../model/period.ts";
import { planTally, planTitle, ratingWord, type PlanTally } from "./action-words.ts";
import { compact, distinct, type ChartWords } from "./chart-words.ts";
import { formatCount, formatInUnit } from "./format.ts";
import { capitalise, countable, joinList, numberWord } from "./grammar.ts";
import { inPeriod, periodName } from "./terms.ts";

/** Words of the charts that draw what documents and local files say, which no comparison row holds. */

/** A band of working days, as printed: whether it is within the limit, or null for "no assessment". */
export type Band = { readonly label: string; readonly count: number; readonly inTime: boolean | null };

type BandsDrawn = {
  readonly authority: string;
  readonly period: string;
  readonly bands: readonly Band[];
  /** The percentage that the document prints for "in time"; null when it prints none. */
  readonly printed: number | null;
  /** Children to one circle. */
  readonly perMark: number;
  readonly restsOn: readonly string[];
};

/** Kind 6: first health assessments by working days taken. The headline uses what the counts give. */
export function bandsWords(drawn: BandsDrawn): ChartWords {
  const sum = (keep: (band: Band) => boolean): number => drawn.bands.filter(keep).reduce((n, band) => n + band.count, 0);
  const total = sum(() => true);
  const inTime = sum((band) => band.inTime === true);
  const none = sum((band) => band.inTime === null);
  const late = total - inTime - none;
  // A table without a row for them does not say that no child went without.
  const tellsNone = drawn.bands.some((band) => band.inTime === null);
  const latePhrase = `${formatCount(late)} ${late === 1 ? "was" : "were"} late`;
  const share = total === 0 ? null : (100 * inTime) / total;
  const shareText = share === null ? "" : ` (${formatInUnit(share, "percent", 1)})`;
  const differs = share !== null && drawn.printed !== null && Math.abs(share - drawn.printed) >= 0.1;
  return {
    headlines: [
      `${formatCount(inTime)} of ${formatCount(total)} first health assessments were in time${shareText}`,
      `${formatCount(inTime)} of ${formatCount(total)} were in time`,
    ],
    subtitle: `Initial health assessments by working days after coming into care, ${drawn.authority}${drawn.period === "" ? "" : `, ${periodName(drawn.period)}`}${drawn.perMark > 1 ? `; each circle is ${numberWord(drawn.perMark)} children` : ""}`,
    notes: compact([
      `Filled: within 20 working days, as the law requires. Hollow: late.${tellsNone ? " Crossed: no assessment." : ""}`,
      differs
        ? `The document prints ${formatInUnit(drawn.printed ?? 0, "percent", 1)}; its own counts give ${formatInUnit(share ?? 0, "percent", 1)}.`
        : null,
      "No national figure is published.",
    ]),
    alt: [
      `Chart of ${formatCount(total)} first health assessments in ${drawn.authority}${drawn.period === "" ? "" : ` ${inPeriod(drawn.period)}`}, placed by working days taken.`,
      `${joinList([`${formatCount(inTime)} were within the 20 working days that the law allows${shareText}`, latePhrase, ...(tellsNone ? [`${formatCount(none)} ${none === 1 ? "child" : "children"} had none`] : [])])}.`,
      `By band: ${joinList(drawn.bands.map((band) => `${band.label}, ${formatCount(band.count)}`))}.`,
    ].join(" "),
    restsOn: drawn.restsOn,
    authority: drawn.authority,
  };
}

export type PartsYear = {
  readonly period: string;
  readonly total: number;
  readonly parts: readonly { readonly name: string; readonly count: number }[];
};
type PartsDrawn = {
  readonly authority: string;
  /** "Looked-after children by placement". */
  readonly measure: string;
  readonly people: string;
  /** The family that the headline is about: names of parts, and the predicate "lived with foster carers". */
  readonly family: readonly string[];
  readonly did: string;
  /** In order of time; at least one. */
  readonly years: readonly PartsYear[];
  readonly restsOn: readonly string[];
};

/** Kind 7: parts of a whole over years. States shares as they stand; no change is claimed, since none is tested. */
export function partsWords(drawn: PartsDrawn): ChartWords {
  const shares = drawn.years
    .map((year) => ({
      period: year.period,
      count: year.parts.filter((part) => drawn.family.includes(part.name)).reduce((n, part) => n + part.count, 0),
      total: year.total,
    }))
    .filter((year) => year.total > 0);
  const tenths = distinct(shares.map(({ count, total }) => String(Math.round((10 * count) / total))));
  const share = ({ count, total }: { count: number; total: number }): string => formatInUnit((100 * count) / total, "percent", 0);
  const [first, last] = [shares[0], shares[shares.length - 1]];
  const steady = tenths.length === 1 && Number(tenths[0]) >= 1 && Number(tenths[0]) <= 9 && shares.length > 1;
  const eachYear = shares.length === 2 ? "both years" : "each year";
  const headlines =
    !first || !last
      ? [`No figures for ${drawn.people} who ${drawn.did}`]
      : [
          ...(steady ? [`About ${numberWord(Number(tenths[0]))} in ten ${drawn.people} ${drawn.did} in ${eachYear}`] : []),
          `${share(last)} of ${drawn.people} ${drawn.did} ${inPeriod(last.period)}`,
        ];
  const path = shares.map((year) => `${share(year)} ${inPeriod(year.period)} (${formatCount(year.count)} of ${formatCount(year.total)})`);
  const latest = drawn.years[drawn.years.length - 1];
  return {
    headlines,
    subtitle: `${drawn.measure}, ${drawn.authority}, ${!first || !last ? "" : first === last ? periodName(last.period) : `${periodName(first.period)} to ${periodName(last.period)}`}`,
    notes: compact([
      drawn.years.some((year) => year.parts.reduce((n, part) => n + part.count, 0) !== year.total)
        ? "Unexplained: the parts do not add up to the total printed."
        : null,
      "Changes between years are not tested.",
    ]),
    alt: [
      `Stacked bars of ${drawn.measure.slice(0, 1).toLowerCase()}${drawn.measure.slice(1)} in ${drawn.authority}, one bar a year.`,
      path.length > 0 ? `${capitalise(drawn.people)} who ${drawn.did}: ${joinList(path)}.` : "",
      latest
        ? `${capitalise(inPeriod(latest.period))} the parts were ${joinList(latest.parts.map((part) => `${part.name} ${formatCount(part.count)}`))}.`
        : "",
    ]
      .filter((part) => part !== "")
      .join(" "),
    restsOn: drawn.restsOn,
    authority: drawn.authority,
  };
}

type ControlDrawn = {
  readonly authority: string;
  readonly measure: string;
  readonly unit: "percent" | "count" | "score" | "cases";
  /** `signal` says why a point is more than common variation; "" where it is not. */
  readonly points: readonly { readonly period: string; readonly value: number; readonly signal: string }[];
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Twelve points or fewer. */
  readonly trial: boolean;
  readonly restsOn: readonly string[];
};

/** What a run of points inside the limits may still show. */
const runs: Readonly<Record<string, string>> = {
  trend_of_seven: "Seven {noun} in a row moved one way",
  seven_one_side: "Seven {noun} in a row lie on one side of the mean",
  two_in_three: "Two of three {noun} in a row lie near one limit",
};

const [limitsRule, trialRule] = ["± 2.66 × mean moving range", "Trial limits: fewer than 13 points."];
const runWords = (signal: string, noun: string): string | undefined => runs[signal]?.replace("{noun}", noun);

/** Words with numbers that say how limits are drawn and what counts as a run, whatever the points are. */
export const controlStanding: readonly string[] = [
  limitsRule,
  trialRule,
  ...["months", "quarters"].flatMap((noun) => Object.keys(runs).map((signal) => runWords(signal, noun) ?? "")),
];

/** Kind 9: a monthly or quarterly local series with its control limits. */
export function controlWords(drawn: ControlDrawn): ChartWords {
  const noun = drawn.points.some((point) => / Q[1-4]$/.test(point.period)) ? "quarters" : "months";
  const outside = drawn.points.filter((point) => point.value > drawn.upper || point.value < drawn.lower);
  const limits = drawn.trial ? "trial limits" : "control limits";
  const n = drawn.points.length;
  const value = (x: number): string => formatInUnit(x, drawn.unit, 1);
  const run = runWords(drawn.points.find((point) => point.signal in runs)?.signal ?? "", noun);
  const marked = drawn.points.some((point) => point.signal !== "");
  const within =
    run === undefined ? `No ${countable(1, noun)} of ${numberWord(n)} lies outside the ${limits}` : `${run}: more than common variation`;
  const headline =
    outside.length === 0
      ? within
      : `${capitalise(numberWord(outside.length))} of ${numberWord(n)} ${noun} ${outside.length === 1 ? "lies" : "lie"} outside the ${limits}`;
  const [first, last] = [drawn.points[0], drawn.points[n - 1]];
  return {
    headlines: [headline],
    subtitle: `${drawn.measure}, ${drawn.authority}, ${first ? periodName(first.period) : ""} to ${last ? periodName(last.period) : ""}, provisional local figures`,
    notes: compact([
      `Limits: mean ${value(drawn.mean)} ${limitsRule}, ${value(drawn.lower)} to ${value(drawn.upper)}.`,
      marked ? "Diamonds: more than common variation." : null,
      drawn.trial ? trialRule : null,
      "Provisional figures of the authority itself.",
    ]),
    alt: [
      `Control chart of ${drawn.measure.slice(0, 1).toLowerCase()}${drawn.measure.slice(1)} in ${drawn.authority}, ${numberWord(n)} ${noun}.`,
      first && last
        ? `From ${value(first.value)} ${inPeriod(first.period)} to ${value(last.value)} ${inPeriod(last.period)}, round a mean of ${value(drawn.mean)}.`
        : "",
      `${headline}${outside.length === 0 ? "" : `: ${joinList(outside.slice(0, 4).map((point) => `${periodName(point.period)} (${value(point.value)})`))}`}.`,
    ]
      .filter((part) => part !== "")
      .join(" "),
    restsOn: drawn.restsOn,
    authority: drawn.authority,
  };
}

/** "two were overdue, three due in the month of the meeting and one without a date": those that there are. */
function standingWords({ total, overdue, now, toCome, undated, done }: PlanTally, asOf: string): string {
  if (undated === total) return "none has a date";
  if (asOf === "")
    return `${numberWord(total - undated)} ${total - undated === 1 ? "has" : "have"} a date, and the day of the meeting is not known`;
  const rest: [number, string][] = [
    [now, "due in the month of the meeting"],
    [toCome, "still to come"],
    [undated, "without a date"],
    [done, "done"],
  ];
  const late = overdue === 0 ? "none was overdue" : `${numberWord(overdue)} ${overdue === 1 ? "was" : "were"} overdue`;
  return joinList([late, ...rest.filter(([n]) => n > 0).map(([n, words]) => `${numberWord(n)} ${words}`)]);
}

/** Kind 10: an action plan by recommendation and month due. `asOf` is the day of the meeting that printed it (ISO). */
export function actionWords(actions: readonly Action[], asOf: string, authority: string): ChartWords {
  const counts = planTally(actions, asOf);
  const recommendations = distinct(actions.map((action) => `${action.document} ${action.recommendation_no}`)).length;
  const dues = actions
    .map((action) => action.due)
    .filter((due) => due !== "")
    .sort();
  const months = dues.map((due) => periodName(due.slice(0, 7)));
  const span =
    months.length === 0 ? "no action has a date" : `due ${distinct([months[0] ?? "", months[months.length - 1] ?? ""]).join(" to ")}`;
  const ratings = joinList(
    distinct(actions.map((action) => ratingWord(action.rag)))
      .sort()
      .map((word) => `${actions.filter((action) => ratingWord(action.rag) === word).length} ${word}`),
  );
  const title = planTitle(actions, asOf);
  return {
    headlines: distinct([title, title.split(" and ")[0] ?? title]),
    subtitle: `${authority}: ${actions.length} ${countable(actions.length, "actions")} under ${recommendations} ${countable(recommendations, "recommendations")}, ${span}`,
    notes: compact([
      parsePeriod(asOf) === null ? null : `Overdue: due before ${formatDate(asOf)}, when the plan was before the panel.`,
      "Ratings are as printed. Actions are due by the end of the month.",
    ]),
    alt: [
      `Grid of ${actions.length} ${countable(actions.length, "actions")} by recommendation and month due.`,
      `${capitalise(standingWords(counts, asOf))}.`,
      `Ratings: ${ratings}.`,
    ].join(" "),
    restsOn: actions.map(actionRef),
    authority,
  };
}
