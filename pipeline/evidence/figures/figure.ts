import type { Measure } from "../../extract/grammar/figure.ts";

/** A figure that a row holds, or that its columns give, under the name that it has in the chain. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly measure: Measure | "place";
  /** Columns that it stands in or is made of; a cell that names its columns prints no other. Absent where cells never do. */
  readonly columns?: readonly string[];
  /** Words that must follow it in print: the 95% of an interval is no other 95%. */
  readonly before?: RegExp;
};

/** Two figures that are printed together: counts such as "215 of 249", or the ends of a range such as "82% to 90%". */
export type Pair = { readonly name: string; readonly first: number; readonly second: number; readonly measure: Measure; readonly columns?: readonly string[] };

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
  /** Names that stand before a figure in print, "England (84%)", with the column that the figure must then be of. */
  readonly roles: readonly { readonly words: RegExp; readonly column: string }[];
};

export const origin = (id: string, parts: Partial<Omit<Origin, "id">>): Origin =>
  ({ id, figures: [], shares: [], ranges: [], times: new Set(), periods: null, texts: [], roles: [], ...parts });

/** The same row for a cell that prints only some of its columns. */
export function ofColumns(from: Origin, id: string, columns: readonly string[]): Origin {
  const keep = (one: { readonly columns?: readonly string[] }): boolean => (one.columns?.length ?? 0) > 0 && (one.columns ?? []).every((column) => columns.includes(column));
  return origin(id, { figures: from.figures.filter(keep), shares: from.shares.filter(keep), ranges: from.ranges.filter(keep) });
}

/** The measure of a value in a unit, as a page prints it. */
export function measureOfUnit(unit: string): Measure {
  switch (unit) {
    case "percent": case "rate_per_10k": case "days": case "weeks": case "months": case "gbp":
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
export function pair(name: string, first: number | null, second: number | null, measure: Measure = "number", columns: readonly string[] = []): Pair[] {
  return first === null || second === null ? [] : [{ name, first, second, measure, columns }];
}
