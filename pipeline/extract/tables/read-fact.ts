import { patternOf } from "../../core/patterns.ts";
import type { Unit } from "../../model/indicator.ts";
import type { Figure } from "../grammar/figure.ts";
import type { PartRow, TablePart } from "./layout.ts";
import { agesOf, population, wholes, type Naming } from "./name-cell.ts";
import { withUnit } from "./name-indicator.ts";
import { readHeading, type Column, type HeadingContext, type HeadingMeaning } from "./read-heading.ts";
import { unitOf } from "./unit-of.ts";

/** A figure of a cell and what its headings say of it. */
export type Fact = {
  indicator: string;
  breakdown: string;
  subject: string;
  unit: Unit;
  figure: Figure;
  numerator: number | null;
  denominator: number | null;
  period: string;
  row: PartRow;
  column: string;
  confidence: number;
};

/** What holds for a figure whose own headings say nothing. */
export type Surroundings = {
  headings: HeadingContext;
  /** Period of the whole table; "" when nothing says. */
  whole: string;
  /** Whose figures these are: "local" or "other:NAME". */
  scope: () => string;
};

/** What the cells of a part of a table say together. */
type PartTraits = {
  hasPercents: boolean;
  /** Two columns under one printed heading cannot both be of that period, and which of the others is right nobody can say. */
  repeatsPeriods: boolean;
  hasSeveralPeriods: boolean;
  /** Whether it is about children, services or workforce at all. */
  isAboutChildren: boolean;
};

/** Where a figure stands. */
type FigurePlace = {
  row: PartRow;
  meaning: HeadingMeaning;
  head: Column;
  rowHasPercents: boolean;
  /** A bare number in one cell with a percentage, "22 (57%)", or in a column of counts. */
  isCount: boolean;
};

const aboutChildren = patternOf("i")`
  \b(?:child(?:ren)?|young (?:people|person)|lac|cla|looked[- ]after|in care|care[- ]leav\w+|foster\w*|adopt\w+|social work\w*|
  caseloads?|placements?|referrals?|pupils?|carers?|families|sgos?|uasc|permanence|safeguarding|strateg\w+ discussions?|
  assessments?|staff|workforce|youth|early help|families)\b`;

/** `columns` are those with figures that are not left out. */
export function traitsOf(part: TablePart, caption: string, columns: readonly Column[]): PartTraits {
  const dated = columns.filter((column) => column.meaning.period !== null);
  return {
    hasPercents: part.rows.some((row) => row.cells.some((cell) => cell.includes("%"))),
    repeatsPeriods: new Set(dated.map((column) => column.printed)).size < dated.length,
    hasSeveralPeriods: new Set(dated.map((column) => column.meaning.period)).size > 1,
    isAboutChildren: aboutChildren.test(caption) || part.rows.some((row) => aboutChildren.test(row.source.cells.join(" "))),
  };
}

/**
 * What a figure of a table counts, whose and when. One that no indicator names is "other", under the words of its
 * row, where its headings are understood and the table is about children; null where neither holds.
 */
export function readFact(figure: Figure, naming: Naming, place: FigurePlace, traits: PartTraits, around: Surroundings): Fact | null {
  if (figure.measure === "points" || figure.measure === "times" || figure.measure === "years") return null;
  const { row, meaning, head } = place;
  const isBareCount = place.isCount && (naming.named[0] === undefined || naming.named[0].units.includes("count"));
  const { unit, sure } = isBareCount
    ? { unit: "count" as const, sure: true }
    : unitOf(figure, naming, head.meaning, meaning, { percents: traits.hasPercents, rowPercents: place.rowHasPercents });
  const named = withUnit(naming.named, unit);
  const subject = head.meaning.subject ?? meaning.subject ?? around.scope();
  const period =
    head.meaning.period ??
    meaning.period ??
    sectionPeriod(row, around.headings) ??
    periodOfWhole(subject, traits.hasSeveralPeriods, around.whole);
  const shared = { subject, unit, figure, numerator: figure.numerator, denominator: figure.denominator, period, row, column: head.printed };
  let confidence =
    0.95 - (sure ? 0 : 0.2) - (period === "" ? 0.2 : 0) - (naming.by === "caption" ? 0.2 : 0) - (head.printed === "" ? 0.1 : 0);
  // A bare number that could be a share or a count: a person must say which.
  if (!sure && naming.named[0]?.indicator.unit === "percent") confidence = Math.min(confidence, 0.45);
  if (traits.repeatsPeriods && head.meaning.period !== null) confidence = Math.min(confidence, 0.45);
  const [low, high] = named?.indicator.range ?? [0, Number.MAX_SAFE_INTEGER];
  if (named && unit === named.indicator.unit && (figure.value < low || figure.value > high)) confidence = Math.min(confidence, 0.3);
  if (unit === "percent" && figure.value > 100) confidence = Math.min(confidence, 0.3);
  if (named)
    return {
      ...shared,
      indicator: named.indicator.id,
      breakdown: agesOf(named.indicator, naming.breakdown, row, head) || naming.breakdown,
      confidence: Math.round(confidence * 100) / 100,
    };
  const isUnderstood = head.meaning.period !== null || head.meaning.unit !== null || head.meaning.subject !== null || meaning.unit !== null;
  if (!isUnderstood || row.head === "" || wholes.test(row.head) || !traits.isAboutChildren) return null;
  const breakdown = row.head.replace(population, "").trim() || row.head;
  return {
    ...shared,
    indicator: "other",
    breakdown: row.section && !breakdown.includes(row.section) ? `${row.section}: ${breakdown}` : breakdown,
    confidence: Math.round(Math.min(confidence, 0.7) * 100) / 100,
  };
}

/** Beside columns of several periods, a comparator without one may be of any; a target is for the year. */
function periodOfWhole(subject: string, hasSeveralPeriods: boolean, whole: string): string {
  if (!hasSeveralPeriods || subject === "local") return whole;
  return subject === "target" ? whole.replace(/^(\d{4}\/\d{2}) Q[1-4]$/, "$1") : "";
}

const sectionPeriod = (row: PartRow, headings: HeadingContext): string | null =>
  row.section ? readHeading(row.section, headings).period : null;

/** A count "174 out of 188" beside the percentage it makes gives that percentage its numerator and base. */
export function joinCounts(facts: readonly Fact[]): void {
  for (const fact of facts) {
    if (fact.unit !== "percent" || fact.denominator !== null) continue;
    const pair = facts.find(
      (other) =>
        other.unit === "count" &&
        other.numerator !== null &&
        other.denominator !== null &&
        other.indicator === fact.indicator &&
        other.subject === fact.subject &&
        other.period === fact.period &&
        Math.abs((100 * other.numerator) / other.denominator - fact.figure.value) < 0.6,
    );
    if (pair) Object.assign(fact, { numerator: pair.numerator, denominator: pair.denominator });
  }
}
