import type { Measure } from "../../extract/grammar/figure.ts";

/** A figure that a row holds, or that its columns give, under the name that it has in the chain. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly measure: Measure | "place";
  /** Columns that it stands in or is made of; a cell that names its columns prints no other. Absent where cells never do. */
  readonly columns?: readonly string[];
  /**
   * Words without which the sentence prints no such figure: England's 84% is not printed where England is not
   * spoken of. "#" stands for the number. Not asked of a number that stands alone, in a cell or as a label.
   */
  readonly near?: RegExp;
  /** Printed only with the words of `near`, in a label too. */
  readonly isNamed?: boolean;
};

/** Two figures that are printed together: counts such as "215 of 249", or the ends of a range such as "82% to 90%". */
export type Pair = {
  readonly name: string;
  readonly first: number;
  readonly second: number;
  readonly measure: Measure;
  readonly columns?: readonly string[];
  /** The name of the percentage that two counts make. */ readonly value?: string;
};

/** Words round a number, "#" in its place, and the names of the only figures that it can then be: "England (#)" prints no neighbours' mean. */
export type Role = {
  readonly near: RegExp;
  readonly names: readonly string[];
  /** Only numbers printed with this measure; ranks only where it says so. */ readonly measure?: Measure | "place";
};

/** "Three or more placements": no figure, but part of a name, except where it is the number of children at the mean; nor is where an axis starts. */
export const belongsToName: Role = { near: /^(?!.*\bmean\b).*# or (?:more|fewer) \p{L}|Axis starts at #/u, names: [] };

/** What one row, declaration or standing text can be the source of. */
export type Origin = {
  readonly id: string;
  readonly figures: readonly Figure[];
  readonly shares: readonly Pair[];
  readonly ranges: readonly Pair[];
  /** Dates (2025-03-31), months (2025-03), reporting years (2024/25) and years (2025). */
  readonly times: ReadonlySet<string>;
  /** The period of its own figures and that of the figures of the period before; null where a row has no two. */
  readonly periods: { readonly now: ReadonlySet<string>; readonly before: ReadonlySet<string> } | null;
  /** Words that pages print as they stand, or numbers from. */
  readonly texts: readonly string[];
  readonly roles: readonly Role[];
  /** The place whose figures it holds, where a text may print those of several; "" otherwise. */
  readonly place: string;
  /** What the row measures and the day its period ends: without a year beside it, a number is of the newest. */
  readonly point: { readonly measure: string; readonly end: string } | null;
  /** Standing words, whose numbers are printed with their sentence or not at all. */
  readonly isStanding: boolean;
};

export const origin = (id: string, parts: Partial<Omit<Origin, "id">>): Origin => ({
  id,
  figures: [],
  shares: [],
  ranges: [],
  times: new Set(),
  periods: null,
  texts: [],
  roles: [],
  place: "",
  point: null,
  isStanding: false,
  ...parts,
});

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The name of a place as a pattern: "Lincolnshire", but not that of "North East Lincolnshire". */
export const named = (place: string): string => `(?<!\\b(?:North|South|East|West) )\\b${escaped(place)}\\b`;

/** The measure of a value in a unit, as a page prints it. */
export function measureOfUnit(unit: string): Measure {
  switch (unit) {
    case "percent":
    case "rate_per_10k":
    case "days":
    case "weeks":
    case "months":
    case "gbp":
      return unit;
    default:
      return "number";
  }
}

type MaybeFigure = Omit<Figure, "value"> & { readonly value: number | null };

/** Figures of the columns that have a value. */
export function present(figures: readonly MaybeFigure[]): Figure[] {
  return figures.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]));
}

/** Two columns as a pair; none where one of them is empty. */
export function pair(
  name: string,
  first: number | null,
  second: number | null,
  measure: Measure = "number",
  columns: readonly string[] = [],
  value?: string,
): Pair[] {
  return first === null || second === null ? [] : [{ name, first, second, measure, columns, ...(value !== undefined && { value }) }];
}
