import type { Polarity } from "./comparison.ts";
import type { Qualifier } from "./observation.ts";
import type { Publication } from "./source.ts";

const themes = [
  "health",
  "wellbeing",
  "care_leavers",
  "placements",
  "workforce",
  "context",
  "safeguarding",
  "education",
  "permanence",
  "other",
] as const;
export type Theme = (typeof themes)[number];

export type Unit = "percent" | "count" | "rate_per_10k" | "score" | "grade" | "cases" | "days" | "weeks" | "months" | "gbp" | "text";

/**
 * How rows of an Explore education statistics file feed an indicator. A file is recognised when it
 * has every column named here; filters pick its rows.
 */
export type OfficialSource = {
  /** The publication that such rows are credited to. */
  publication: Publication;
  breakdown: string;
  /** Filter column to the value that its rows must have; white space and capitals do not count. */
  where: Readonly<Record<string, string>>;
  /** Column of the published value (percentage, rate, average or count). */
  value: string;
  numerator?: string;
  /** A column of the same row, or the column of the separate row that `where` picks. */
  denominator?: string | { column: string; where: Readonly<Record<string, string>> };
};

/**
 * How English reports name the thing that is counted. Everything is matched on lower-case text with
 * single spaces; strings are regular expression sources, so "(?:looked[- ]after )?child(?:ren)?" is fine.
 */
export type Phrases = {
  /** Any one of these names the indicator; a figure near it, in the same statement, is taken for it. */
  any: readonly string[];
  /**
   * Whole statements with "#" where the figure stands ("# (?:children|young people) are looked after").
   * "@" stands for a time, "~" for ages, "$" for another subject ("the national average"). The group
   * (?<breakdown>…) names the part of the whole. Counts are read by frames alone: too many counts stand
   * near too many names.
   */
  frames?: readonly string[];
  /** All of these must also stand in the clause, or in the heading or sentence it carries on from. */
  also?: readonly string[];
  /** The same, but in the sentence itself. */
  beside?: readonly string[];
  /** None of these may stand in the clause. */
  never?: readonly string[];
  /** Units in which a figure counts for the indicator; default: the declared unit. */
  units?: readonly Unit[];
  /** Only figures stated like this: a caseload "of up to 25" is a ceiling, one "of 17" is not. Default: any. */
  qualifiers?: readonly Qualifier[];
  /** The figure counts all of them, so that "3 of our 74 care leavers" is not it. */
  whole?: true;
  /** Words that turn the figure into its complement ("not in touch with"). */
  complement?: readonly string[];
  /** Whom these words are about when nothing else is named: a national fund, a national standard. Default: the authority. */
  subject?: string;
};

/**
 * How the headings of tables name the thing that is counted: shorter than sentences do, since caption
 * and columns say the rest. Patterns as in Phrases, on a heading in lower case with straight quotes.
 */
export type TableNames = {
  /** Any one of these in the heading of a row (or of a column, where periods run down the rows). */
  any: readonly string[];
  /** All of these must stand in the heading, the caption or another heading that holds for the row. */
  also?: readonly string[];
  /** No word of the heading may begin with any of these ("complet" for completed and completion). */
  never?: readonly string[];
  /** Units in which a figure counts; default: the declared unit, and counts beside a percentage. */
  units?: readonly Unit[];
  /** The rows are bands of days or ages, and the name stands in the caption or the header instead. */
  bands?: "days" | "age";
};

/**
 * How sentences speak of a measure. Every part has a default made from the name, so a declaration
 * may leave all of them out. {people} stands for who is counted, with their age.
 */
export type Wording = {
  /** Subject of headlines, capital first: "Immunisations", "{people} in suitable housing". */
  readonly topic: string;
  /** Whether the topic takes a plural verb. */
  readonly plural: boolean;
  /** Follows the value in a headline: "86% up to date"; "" when the topic says it all. */
  readonly state: string;
  /** For percentages, ends "215 of 249 children …", past tense: "had immunisations up to date". */
  readonly did: string;
  /** The same in few words, for message headings: "were in education or work"; default: did. */
  readonly short: string;
  /** Subject of a page title that can rise, fall and be better: "Suitable housing"; default: the topic, or the name where the topic is people. */
  readonly subject: string;
  /** What a panel would ask of a concern, 12 words at most; "" for the question that the verdict suggests. */
  readonly ask: string;
  /** The others, past tense: "had no dental check"; "" when it cannot be said simply. */
  readonly didNot: string;
  /** What a percentage is of, when that is not the people: "posts". */
  readonly base: string;
  /** For other units, the clause round {value}: "the average SDQ score was {value}". */
  readonly fact: string;
  /** Subject of "… would reach the neighbour mean", round {n} as in "60 more children": "Dental checks for {n}". */
  readonly gap: string;
};

export type Indicator = {
  readonly id: string;
  readonly theme: Theme;
  /** Short name for tables and charts, 31 characters at most. */
  readonly name: string;
  /** What is measured, in full, for subtitles: "Looked-after children with immunisations up to date". */
  readonly measure: string;
  /** Who is counted, plural, for sentences: "children", "care leavers", "social workers". */
  readonly people: string;
  readonly unit: Unit;
  readonly polarity: Polarity;
  /** Decimals that published values carry. */
  readonly decimals: number;
  /** Values outside are impossible or a misreading. */
  readonly range: readonly [number, number];
  /** Who and what is counted, in one sentence; "" when no standard definition exists. */
  readonly counted: string;
  /** Why a panel should care, 25 words at most; "" for indicators that no pack explains. */
  readonly whyItMatters: string;
  /** Said where no national figure exists: "No national figure is published for …"; "" otherwise. */
  readonly noNationalFigure: string;
  readonly breakdowns: readonly string[];
  readonly official: readonly OfficialSource[];
  readonly phrases: readonly Phrases[];
  readonly tables: readonly TableNames[];
  /** First period of each new definition: values on either side are not joined. */
  readonly breaks: readonly string[];
  readonly wording: Partial<Wording>;
  /** Id of the indicator of which this is nearly the complement, so that a page speaks of one of them; "" for most. */
  readonly mirrors: string;
};

/** Fills what most declarations leave at its usual value. */
export function defineIndicator(
  declared: Pick<Indicator, "id" | "theme" | "name" | "measure" | "unit" | "polarity"> & Partial<Indicator>,
): Indicator {
  return {
    people: "children",
    decimals: declared.unit === "percent" || declared.unit === "count" || declared.unit === "rate_per_10k" ? 0 : 1,
    range: declared.unit === "percent" ? [0, 100] : [0, Number.MAX_SAFE_INTEGER],
    counted: "",
    whyItMatters: "",
    noNationalFigure: "",
    breakdowns: [""],
    official: [],
    phrases: [],
    tables: [],
    breaks: [],
    wording: {},
    mirrors: "",
    ...declared,
  };
}

/**
 * The breakdown under which the whole of an indicator is published: where every official figure has the
 * same part ("age 5 to 16" for SDQ scores, which nobody else has), a figure that names none is that.
 */
export function publishedBreakdown({ official }: Indicator, breakdown: string): string {
  const [first, ...others] = official;
  return breakdown === "" && first && others.every((source) => source.breakdown === first.breakdown) ? first.breakdown : breakdown;
}
