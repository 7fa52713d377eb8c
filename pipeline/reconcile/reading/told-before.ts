import { wordings } from "../vocabulary/patterns.ts";
import { before, notYet, ofOthers } from "../vocabulary/restrictions.ts";
import { isCount } from "./counts.ts";
import { isSingle, type TextFigure } from "./figure.ts";
import type { Sentence } from "./reading.ts";
import { rootsOf } from "./told-average.ts";

/** A percentage with its count and the number it is of, which the words before tell; `why` says by what. */
export type ToldBefore = { count: number; of: number; percent: TextFigure; sentence: Sentence; quote: string; why: string };

/** A count of the authority as it stands, as printed. */
export const isPlain = (sentence: Sentence, figure: TextFigure): boolean =>
  isCount(sentence, figure) &&
  isSingle(figure) &&
  figure.qualifier === "exact" &&
  figure.role === "level" &&
  figure.when !== "then" &&
  Number.isInteger(figure.value);
/** A percentage of the authority itself, as printed. */
export const isLevel = (figure: TextFigure): boolean =>
  figure.measure === "percent" && figure.form === "digits" && isSingle(figure) && figure.qualifier === "exact" && figure.role === "level";

/** The numbers of a sentence; of "74 of the 110" both. */
export const numbersIn = (sentence: Sentence, until = Infinity): number[] =>
  sentence.figures
    .filter(({ end }) => end <= until)
    .flatMap((figure) => {
      const isShare = figure.denominator !== null && figure.form !== "fraction" && figure.qualifier === "exact";
      return isShare ? [figure.numerator ?? 0, figure.denominator ?? 0] : isPlain(sentence, figure) ? [figure.value] : [];
    });

/** Fewer than this are no list. */
export const fewestParts = 3;

/** Levels of another time or of others, changes, and samples. */
export const elsewhere = wordings`${before}|${ofOthers}|${notYet}|from|than|against|compared|average|(?<!\bma(?:de|kes?|king) )up|down|rose|fell|risen|fallen|increase|decrease|sample`;

/** "76% of parents", "55% of the 40 residents", "81% of those who answered": of others than the words before have told of. */
export function isOfElse(text: string, { end }: TextFigure): boolean {
  const match = /^ of (?:(?:the|all|our|its|their|these|those|both) )*(\{?[\p{L}\d’'-]+)(?: (who|that|with|whose|aged|in))?/iu.exec(
    text.slice(end),
  );
  if (!match) return false;
  const [, noun = "", limit] = match;
  if (/^(?:them|these|those|all|whom|total|whole|group|cohort|number|time)$/iu.test(noun)) return limit !== undefined;
  return /^\d/u.test(noun) || !rootsOf(text.slice(0, end)).some((word) => rootsOf(noun).includes(word));
}
