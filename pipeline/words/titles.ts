import type { Action } from "../model/action.ts";
import type { Comparison } from "../model/comparison.ts";
import type { Finding } from "../model/finding.ts";
import type { Indicator, Theme } from "../model/indicator.ts";
import { planTitle } from "./action-words.ts";
import { tally, tallyPhrase, type IndicatorOf } from "./chart-words-several.ts";
import { withoutMirrors } from "./concerns.ts";
import { formatValue } from "./format.ts";
import { capitalise, countable, joinList, lowerFirst, numberWord } from "./grammar.ts";
import type { KeyMessages, Message } from "./messages.ts";
import * as phrases from "./phrases.ts";
import { gapSentence, movement, turn } from "./sentences.ts";
import { inPeriod, subjectIsPlural, wordingOf } from "./terms.ts";

/** Page titles: the finding first, at most 90 characters, never beyond the verdict. */

const longestTitle = 90;

/** The first that fits; candidates run from the fullest to the plainest. */
function fitting(candidates: readonly (string | null)[]): string {
  const present = candidates.filter((text) => text !== null);
  return present.find((text) => text.length <= longestTitle) ?? present[present.length - 1] ?? "";
}

const themeNames: Readonly<Record<Theme, string>> = {
  health: "health",
  wellbeing: "wellbeing",
  care_leavers: "care leavers",
  placements: "placements",
  workforce: "social workers",
  context: "context",
  safeguarding: "safeguarding",
  education: "education",
  permanence: "permanence",
  other: "other measures",
};

/** The page that matters: which themes compare well, then the first concern. */
export function keyPageTitle(rows: readonly Comparison[], messages: KeyMessages, indicatorOf: IndicatorOf): string {
  const latest = withoutMirrors(rows, indicatorOf);
  const well = themesThatCompareWell(latest, indicatorOf);
  const counts = tallyPhrase(tally(latest), "neighbours", "tests");
  // Themes that compare well do not head a page on which more is worse than better.
  const good =
    well.length === 0 || counts.startsWith("Worse")
      ? null
      : `${capitalise(joinList(well.slice(0, 2)))} ${well.length > 1 || well[0]?.endsWith("s") ? "compare" : "compares"} well`;
  const [first, second] = messages.attention.map((message) => concernClause(message, indicatorOf(message.row.indicator)));
  const gap = messages.attention[0]?.reason === "worse" ? gapClause(messages.attention[0].row, indicatorOf) : null;
  const { worse, tested, untested } = tally(latest);
  const missing = latest.filter((row) => row.polarity !== "none" && row.value === null).length;
  const best = messages.goingWell.filter(({ row }) => row.neighbour_verdict === "better").map(({ row }) => row);
  const better = best.map((row) => wordingOf(indicatorOf(row.indicator), row.breakdown).subject);
  const isPlural = best[0] !== undefined && subjectIsPlural(indicatorOf(best[0].indicator), best[0].breakdown);
  const behind = messages.attention
    .filter(({ row }) => row.neighbour_verdict === "worse")
    .map(({ row }) => wordingOf(indicatorOf(row.indicator), row.breakdown).subject);
  const [named = "", ...more] = behind.map((subject, at) => (at === 0 ? subject : lowerFirst(subject)));
  return fitting([
    counts.startsWith("Worse") && worse > 1 && behind.length === worse ? `${joinList([named, ...more])} are worse than neighbours` : null,
    // The measures are named rather than called worse a second time.
    ...(counts.startsWith("Worse") && behind.length > 0 ? namedAmong(counts.split(", ")[0] ?? "", behind.map(lowerFirst), worse) : []),
    counts.startsWith("Worse") && gap ? `${counts.split(", ")[0]}; ${gap}` : null,
    good && first && second ? `${good}; ${first} and ${second}` : null,
    good && first ? `${good}; ${first}` : null,
    first ? `${counts}; ${first}` : null,
    first ? `${counts.split(", ")[0]}; ${first}` : null,
    first ? `${(counts.split(", ")[0] ?? "").replace(" than neighbours", "").replace(" to neighbours", "")}; ${first}` : null,
    better.length > 1 && worse === 0
      ? `${better[0]} and ${lowerFirst(better[1] ?? "")} are better than neighbours; no measure is worse`
      : null,
    better.length > 0 && worse === 0 ? `${better[0]} ${isPlural ? "are" : "is"} better than neighbours; no measure is worse` : null,
    tested === 0 ? nothingTested(latest, untested, missing) : null,
    tested * 2 < tested + untested
      ? `${tallyPhrase(tally(latest), "neighbours", "tests")}; ${numberWord(untested)} measures could not be tested`
      : null,
    tallyPhrase(tally(latest), "neighbours", "tested measures"),
  ]);
}

/** "Worse than neighbours on four of ten tests, immunisations and dental checks among them", the most names first. */
function namedAmong(counts: string, names: readonly string[], worse: number): string[] {
  if (worse === names.length) return [`${counts}: ${joinList(names)}`];
  if (/ on (?:all|both) /.test(counts)) return [counts];
  return names.slice(0, 2).map((_, left, all) => `${counts}, ${joinList(all.slice(0, all.length - left))} among them`);
}

/** Why a page has no verdict against neighbours: no figure, no neighbour with one, or nothing that a test could use. */
function nothingTested(latest: readonly Comparison[], untested: number, missing: number): string {
  const all = numberWord(untested);
  if (missing === untested) return `None of the ${all} measures has a figure`;
  if (latest.every((row) => (row.neighbours_with_value ?? 0) === 0))
    return `No neighbour has a figure: ${all} ${untested === 1 ? "measure is" : "measures are"} set against England alone`;
  return `None of ${all} measures could be tested${missing === 0 ? "" : `; ${numberWord(missing)} ${missing === 1 ? "has" : "have"} no figure`}`;
}

/** "dental checks for 93 more children would reach the mean", so that "worse than neighbours" is not said twice. */
function gapClause(row: Comparison, indicatorOf: IndicatorOf): string | null {
  const gap = gapSentence(row, indicatorOf(row.indicator));
  return gap && lowerFirst(gap.text).replace(" the neighbours’ mean.", " the mean");
}

/** The concern as a clause with a verb; null for what is no more than chance may explain. */
function concernClause({ row, reason, heading }: Message, indicator: Indicator): string | null {
  if (reason === "behind") return null;
  if (reason === "worsened" && !heading.includes(":")) return lowerFirst(heading);
  const subject = lowerFirst(wordingOf(indicator, row.breakdown).subject);
  const verb = subjectIsPlural(indicator, row.breakdown) ? "are" : "is";
  if (reason === "worsened") return `${subject} ${movement(row) ?? "worsened"}`;
  if (reason === "trend") return `the five-year trend in ${subject} is getting worse`;
  if (reason === "worse_than_england") return `${subject} ${verb} worse than England`;
  return lowerFirst(againstNeighbours(row, indicator));
}

/** Themes of two tests or more, where most than neighbours and none is worse, most of them first. */
function themesThatCompareWell(latest: readonly Comparison[], indicatorOf: IndicatorOf): string[] {
  const themes = [...new Set(latest.map((row) => indicatorOf(row.indicator).theme))];
  return themes
    .map((theme) => ({ theme, counts: tally(latest.filter((row) => indicatorOf(row.indicator).theme === theme)) }))
    .filter(({ counts }) => counts.tested > 1 && counts.worse === 0 && counts.better * 2 > counts.tested)
    .sort((a, b) => b.counts.better - a.counts.better)
    .map(({ theme }) => themeNames[theme]);
}

/** "Better than neighbours on seven of ten tested measures and worse on none". */
export function scorecardTitle(latest: readonly Comparison[]): string {
  return tallyPhrase(tally(latest), "neighbours", "tested measures").replace(", ", " and ");
}

/** Left page of a theme: what happened to its main measure. */
export function themeLeftTitle(row: Comparison, previous: Comparison | null, indicator: Indicator): string {
  const { subject } = wordingOf(indicator, row.breakdown);
  const plural = subjectIsPlural(indicator, row.breakdown);
  const when = inPeriod(row.period);
  if (row.value === null)
    return fitting([
      `The figure for ${lowerFirst(subject)} ${when} ${(phrases.missingClause(row) ?? "").replace(/ (?:to protect|\(\[).*$/, "")}`,
      `No figure for ${lowerFirst(subject)} ${when}`,
    ]);
  const moved = movement(row);
  if (moved !== null) {
    const turned = previous === null ? null : turn(row, previous);
    const after =
      turned === null || previous === null
        ? null
        : `${subject} ${turned} ${when} after a ${movement(previous) === "fell" ? "fall" : "rise"} the year before`;
    return fitting([after, `${subject} ${moved} ${when}, by more than chance would explain`, `${subject} ${moved} ${when}`]);
  }
  const trend = trendTitle[row.trend_verdict];
  if (trend) return fitting([`${subject}: the five-year trend ${trend}`, `The five-year trend ${trend}`]);
  if (row.change_verdict === "no_clear_change")
    return fitting([`${subject} ${plural ? "show" : "shows"} no clear change ${when}`, `No clear change ${when}`]);
  const standing = phrases.positionPhrase(row, row.polarity) ?? phrases.rangePhrase(row, indicator);
  return fitting([
    standing === null ? null : `${subject} ${plural ? "are" : "is"} ${phrases.withThe(standing)} ${when}`,
    `${subject}: ${formatValue(row.value, indicator)} ${when}`,
  ]);
}

const trendTitle: Readonly<Record<string, string>> = {
  improving: "is improving",
  worsening: "is getting worse",
  rising: "is rising",
  falling: "is falling",
};

/** Right page of a theme: its main measure against neighbours, then what a second one did. */
export function themeRightTitle(row: Comparison, second: Comparison | null, indicatorOf: IndicatorOf): string {
  const main = againstNeighbours(row, indicatorOf(row.indicator));
  if (second === null) return fitting([main]);
  const other = secondClause(second, indicatorOf(second.indicator));
  const both = sameVerdict(row, second, indicatorOf);
  return fitting([both, `${main}; ${lowerFirst(other)}`, main]);
}

/** "Immunisations and dental checks are similar to neighbours", where neither moved. */
function sameVerdict(row: Comparison, second: Comparison, indicatorOf: IndicatorOf): string | null {
  const untested = [row, second].every((each) => !phrases.isTested(each.neighbour_verdict));
  const verdictOf = (each: Comparison): Comparison["neighbour_verdict"] => (untested ? each.england_verdict : each.neighbour_verdict);
  const verdict = phrases.verdictPhrase(verdictOf(row));
  if (verdict === null || verdictOf(row) !== verdictOf(second) || movement(second) !== null) return null;
  const [one, two] = [row, second].map((each) => wordingOf(indicatorOf(each.indicator), each.breakdown).subject);
  return one === undefined || two === undefined || one === two
    ? null
    : `${one} and ${lowerFirst(two)} are ${verdict} ${untested ? "England" : "neighbours"}`;
}

function againstNeighbours(row: Comparison, indicator: Indicator): string {
  const { subject } = wordingOf(indicator, row.breakdown);
  const verb = subjectIsPlural(indicator, row.breakdown) ? "are" : "is";
  const verdict = phrases.verdictPhrase(row.neighbour_verdict);
  if (verdict !== null) return `${subject} ${verb} ${verdict} neighbours`;
  if (row.value === null) return `${subject} cannot be compared ${inPeriod(row.period)}`;
  const standing = phrases.positionPhrase(row, row.polarity) ?? phrases.rangePhrase(row, indicator);
  if (standing !== null) return `${subject} ${verb} ${phrases.withThe(standing)}`;
  const england = phrases.verdictPhrase(row.england_verdict);
  if (england !== null) return `${subject} ${verb} ${england} England`;
  return row.england_value === null || indicator.unit === "count"
    ? `${subject} cannot be compared ${inPeriod(row.period)}`
    : `${subject} ${verb === "are" ? "stand" : "stands"} at ${formatValue(row.value, indicator)}, England at ${formatValue(row.england_value, indicator)}`;
}

/** "dental checks fell", or the verdict alone, since the first clause has named the neighbours. */
function secondClause(row: Comparison, indicator: Indicator): string {
  const moved = movement(row);
  const { subject } = wordingOf(indicator, row.breakdown);
  if (moved !== null) return `${subject} ${moved}`;
  return againstNeighbours(row, indicator).replace(/ (?:than|to) neighbours$/, "");
}

/** "Overall effectiveness was judged good and adequate in April 2012", as inspectors wrote or as papers quote them. */
export function overallTitle(grades: readonly string[], when: string, inspected: boolean): string {
  const judged = `overall effectiveness was judged ${joinList(grades)}`;
  return inspected ? `${capitalise(judged)} in ${when}` : `Papers of ${when} say that ${judged}`;
}

/** "Two of 27 actions were overdue and 26 had no RAG rating". */
export function actionPlanTitle(actions: readonly Action[], asOf: string): string {
  return planTitle(actions, asOf);
}

const severityOrder = ["error", "warning", "note"];

/** Nothing read is not the same as nothing wrong. */
export const nothingToCheck = (authority: string): string => `No document about ${authority} was read`;

/** The worst finding in plain words and how many there are like it; the list below gives its heading. */
export function dataQualityTitle(findings: readonly Finding[]): string {
  const open = findings.filter((finding) => finding.acknowledged === "");
  const worst = [...open].sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity))[0];
  if (!worst)
    return findings.length === 0 ? "No fault was found in the documents and figures" : "Every fault that was found is known and explained";
  const n = open.filter((finding) => finding.severity === worst.severity).length;
  // A warning may have an innocent answer, so no single one becomes the headline of a page.
  if (worst.severity !== "error" && open.every((finding) => finding.document === ""))
    return `${capitalise(numberWord(n))} published ${n === 1 ? "figure" : "figures"} to check; no certain error`;
  if (worst.severity !== "error")
    return `${capitalise(numberWord(n))} ${n === 1 ? "passage" : "passages"} in the documents to check; no certain error`;
  const noun = countable(n, { error: "errors", warning: "warnings", note: "points" }[worst.severity]);
  const inAll = n === 1 ? "" : `; ${numberWord(n)} ${noun} in all`;
  const printed = printedAgainst(worst);
  return fitting([
    printed === null ? null : `${printed}${inAll}`,
    printed,
    worst.heading === "" ? null : `${worst.heading}${inAll}`,
    worst.heading === "" ? null : worst.heading,
    `${capitalise(numberWord(n))} ${noun} to know before relying on these figures`,
  ]);
}

/** "A document prints 89.7% where its own counts give 77.6%", for faults of arithmetic with a figure on either side. */
function printedAgainst({ kind, stated, expected }: Finding): string | null {
  const figure = /^£?[\d,.]+%?$/;
  if ((kind !== "arithmetic" && kind !== "total") || !figure.test(stated) || !figure.test(expected)) return null;
  return `A document prints ${stated} where its own ${kind === "total" ? "parts make" : "counts give"} ${expected}`;
}

export const evidenceTitle = "Where every figure comes from";
