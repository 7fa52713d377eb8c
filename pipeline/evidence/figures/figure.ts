import type { Measure } from "../../extract/grammar/figure.ts";

/** A figure that a row holds, or that its columns give, under the name that it has in the chain. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly measure: Measure | "place";
  /** Words that must follow it in print: the 95% of an interval is no other 95%. */
  readonly before?: RegExp;
};

/** Two counts that belong together: "215 of 249". */
export type Share = { readonly name: string; readonly numerator: number; readonly denominator: number };

/** What one row, declaration or standing text can be the source of. */
export type Origin = {
  readonly id: string;
  readonly figures: readonly Figure[];
  readonly shares: readonly Share[];
  /** Dates (2025-03-31), months (2025-03), reporting years (2024/25) and years (2025). */
  readonly times: ReadonlySet<string>;
  /** Words that pages print as they stand, or numbers from. */
  readonly texts: readonly string[];
};

export const origin = (id: string, parts: Partial<Omit<Origin, "id">>): Origin => ({ id, figures: [], shares: [], times: new Set(), texts: [], ...parts });

/** The measure of a value in a unit, as a page prints it. */
export function measureOfUnit(unit: string): Measure {
  switch (unit) {
    case "percent": case "rate_per_10k": case "days": case "weeks": case "months": case "gbp":
      return unit;
    default:
      return "number";
  }
}

/** Figures of the columns that have a value. */
export function present(figures: readonly { name: string; value: number | null; measure: Figure["measure"]; before?: RegExp }[]): Figure[] {
  return figures.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]));
}
