import type { Comparison } from "../model/comparison.ts";
import type { Indicator, Theme } from "../model/indicator.ts";
import { tally, tallyPhrase, type IndicatorOf } from "./chart-words-several.ts";
import { withoutMirrors } from "./concerns.ts";
import { fittingTitle } from "./fitting-title.ts";
import { capitalise, joinList, lowerFirst, numberWord } from "./grammar.ts";
import type { KeyMessages, Message } from "./messages.ts";
import { gapSentence, movement } from "./sentences.ts";
import { subjectIsPlural, wordingOf } from "./terms.ts";
import { againstNeighbours } from "./theme-titles.ts";

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
  const counted = tally(latest);
  const { worse, tested, untested } = counted;
  const counts = tallyPhrase(counted, "neighbours", "tests");
  const [firstCount = ""] = counts.split(", ");
  const isWorseFirst = counts.startsWith("Worse");
  // Themes that compare well do not head a page on which more is worse than better.
  const good =
    well.length === 0 || isWorseFirst
      ? null
      : `${capitalise(joinList(well.slice(0, 2)))} ${well.length > 1 || well[0]?.endsWith("s") ? "compare" : "compares"} well`;
  const [first, second] = messages.attention.map((message) => concernClause(message, indicatorOf(message.row.indicator)));
  const gap = messages.attention[0]?.reason === "worse" ? gapClause(messages.attention[0].row, indicatorOf) : null;
  const missing = latest.filter((row) => row.polarity !== "none" && row.value === null).length;
  const subjectOf = (row: Comparison): string => wordingOf(indicatorOf(row.indicator), row.breakdown).subject;
  const best = messages.goingWell.filter(({ row }) => row.neighbour_verdict === "better").map(({ row }) => row);
  const better = best.map(subjectOf);
  const isPlural = best[0] !== undefined && subjectIsPlural(indicatorOf(best[0].indicator), best[0].breakdown);
  const behind = messages.attention.filter(({ row }) => row.neighbour_verdict === "worse").map(({ row }) => subjectOf(row));
  const [named = "", ...more] = behind.map((subject, at) => (at === 0 ? subject : lowerFirst(subject)));
  return fittingTitle([
    isWorseFirst && worse > 1 && behind.length === worse ? `${joinList([named, ...more])} are worse than neighbours` : null,
    // The measures are named rather than called worse a second time.
    ...(isWorseFirst && behind.length > 0 ? namedAmong(firstCount, behind.map(lowerFirst), worse) : []),
    isWorseFirst && gap ? `${firstCount}; ${gap}` : null,
    good && first && second ? `${good}; ${first} and ${second}` : null,
    good && first ? `${good}; ${first}` : null,
    first ? `${counts}; ${first}` : null,
    first ? `${firstCount}; ${first}` : null,
    first ? `${firstCount.replace(" than neighbours", "").replace(" to neighbours", "")}; ${first}` : null,
    better.length > 1 && worse === 0
      ? `${better[0]} and ${lowerFirst(better[1] ?? "")} are better than neighbours; no measure is worse`
      : null,
    better.length > 0 && worse === 0 ? `${better[0]} ${isPlural ? "are" : "is"} better than neighbours; no measure is worse` : null,
    tested === 0 ? nothingTested(latest, untested, missing) : null,
    tested * 2 < tested + untested ? `${counts}; ${numberWord(untested)} measures could not be tested` : null,
    tallyPhrase(counted, "neighbours", "tested measures"),
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
