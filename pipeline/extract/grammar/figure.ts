import type { Qualifier } from "../../model/observation.ts";

/** What a figure is measured in, as far as its own words tell: "number" is a bare one. */
export type Measure = "number" | "percent" | "points" | "rate_per_10k" | "gbp" | "days" | "weeks" | "months" | "years" | "times";

/** A figure as the text states it, before anything is known of what it counts. */
export type Figure = {
  /** Place in the text, qualifier left out. */
  start: number;
  end: number;
  /** Where its qualifier starts ("just under" in "just under a third"); `start` without one. */
  markStart: number;
  value: number;
  /** Upper end of a range, otherwise null. */
  valueHigh: number | null;
  measure: Measure;
  qualifier: Qualifier;
  /** Both set for "n of N", "n out of N" and "one in three". */
  numerator: number | null;
  denominator: number | null;
  /** How it is written; "word" and "fraction" are likelier than "digits" to be no figure at all. */
  form: "digits" | "word" | "fraction" | "quantifier";
};

/** A share of 1 as a percentage with one decimal, as reports round it. */
export const asPercent = (share: number): number => Math.round(share * 1000) / 10;
