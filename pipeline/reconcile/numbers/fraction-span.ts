import type { TextFigure } from "../reading/figure.ts";

/** How far a share may be from the fraction that stands for it, in points: a fraction is round, and rounder when it is qualified. */
const loose = 8;
/** "More than half" is still true of two thirds, and would be a different fraction beyond. */
const beyond = 16;
/** "Fewer than half" and "more than half" say on which side of the middle a share lies, and no more. */
const half = 50;
const roundingError = 0.05;

/** Whether a share in percent bears out a fraction in words; `near` is how round an unqualified one may be, in points. */
export function bearsOut(said: { value: number; qualifier: TextFigure["qualifier"] }, share: number, near: number): boolean {
  const [low, high] = {
    exact: [said.value - near, said.value + near],
    approx: [said.value - loose, said.value + loose],
    almost: [said.value - loose, said.value + 1],
    over: [said.value, said.value === half ? 100 : said.value + beyond],
    under: [said.value === half ? 0 : said.value - beyond, said.value],
    at_least: [said.value, 100],
    at_most: [0, said.value],
    range: [0, 100],
  }[said.qualifier] as [number, number];
  return share >= low - roundingError && share <= high + roundingError;
}
